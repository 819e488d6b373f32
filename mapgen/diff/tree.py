"""Journey -> its things as a tree, each with what the author said of it.

The fields of the model are walked, not listed, so that a field that is added to the language is compared from then on.
"""

from collections.abc import Callable, Iterator

from mapgen.diff.kinds import DECLARED, VALUES, Kind, kind_of
from mapgen.model.ids import slug
from mapgen.model.journey import Journey, Stage, Touchpoint
from mapgen.record import names

NOT_SAID = frozenset({"pointer", "id"})
"""Fields that say where a thing stands and what it is referred to by, not what it is."""

_SIMPLE = frozenset({str, int, float, bool})

Translate = Callable[[str, str], str]
"""The word of a kind ("owner") and the id of one -> its id in the other journey, or what is no id there."""


class Item:
    """A thing of a journey: its record, what it stands in, and in which field and at which place there."""

    __slots__ = ("_own", "_slug", "children", "field", "kind", "number", "parent", "place", "value")

    def __init__(self, value: object, parent: "Item | None", field: str, place: int) -> None:
        """Put a thing into another."""
        self.value = value
        self.kind: Kind = kind_of(value)
        self.parent = parent
        self.field = field
        self.place = place
        self.number = 0
        self.children: list[Item] = []
        self._own: dict[str, object] | None = None
        self._slug: str | None = None

    @property
    def id(self) -> str | None:
        """Its id, where things of its kind have one."""
        return getattr(self.value, "id", None)

    @property
    def name(self) -> str:
        """What the author calls it; "" where it has no name."""
        return str(getattr(self.value, self.kind.name, None) or "")

    @property
    def slug(self) -> str:
        """What its name makes as an id."""
        if self._slug is None:
            self._slug = slug(self.name)
        return self._slug

    @property
    def own(self) -> dict[str, object]:
        """What the author said of it, by field, with the ids of its own journey."""
        if self._own is None:
            self._own = said(self, as_it_is)
        return self._own

    def within(self, kind: type) -> "Item | None":
        """Return the thing of a kind that it is or stands in."""
        item: Item | None = self
        while item is not None and not isinstance(item.value, kind):
            item = item.parent
        return item

    @property
    def touchpoint(self) -> "Item | None":
        """The touchpoint that it is or stands in."""
        return self.within(Touchpoint)

    @property
    def stage(self) -> "Item | None":
        """The stage that it is or stands in."""
        return self.within(Stage)


def grow(journey: Journey) -> tuple[Item, ...]:
    """Return all things of a journey, each after what it stands in, in the order of the spec; first the journey."""
    found: list[Item] = []
    waiting = [Item(journey, None, "", 0)]
    while waiting:
        item = waiting.pop()
        item.number = len(found)
        found.append(item)
        item.children = [
            Item(value, item, field, place) for field, many in _things(item.value) for place, value in enumerate(many)
        ]
        waiting.extend(reversed(item.children))
    return tuple(found)


def as_it_is(word: str, name: str) -> str:  # noqa: ARG001 - one that translates nothing
    """Return the id of a thing as it is."""
    return name


def said(item: Item, translate: Translate) -> dict[str, object]:
    """Return what the author said of a thing, by field; what was not said is not there.

    The fields of what belongs to a thing alone have two names, "emotion.score", and "emotion" says that it is there.
    References are ids, as `translate` gives them.
    """
    told: dict[str, object] = {}
    _say(item.value, "", item, translate, told)
    return told


def _say(value: object, before: str, item: Item, translate: Translate, told: dict[str, object]) -> None:
    for field in names(value):
        held = getattr(value, field)
        if held is None or held == () or field in NOT_SAID:
            continue
        name = before + field
        if type(held) in _SIMPLE and name not in item.kind.refers:
            told[name] = held
        elif isinstance(held, tuple) and names(held[0]) and not isinstance(held[0], VALUES):
            if _is_reference(held[0], value):
                told[name] = tuple(translate(kind_of(one).word, one.id) for one in held)
        elif _is_reference(held, value):
            told[name] = translate(kind_of(held).word, held.id)
        elif _is_part(held):
            told[name] = True
            _say(held, f"{name}.", item, translate, told)
        else:
            word = item.kind.refers.get(name)
            told[name] = _named(held, word, translate) if word else held


def _named(held: object, word: str, translate: Translate) -> object:
    """Translate the ids in a field: one, several, or the first of each pair."""
    if isinstance(held, str):
        return translate(word, held)
    assert isinstance(held, tuple)  # noqa: S101 - the fields that refer hold an id or several
    return tuple(
        (translate(word, one[0]), *one[1:]) if isinstance(one, tuple) else translate(word, one) for one in held
    )


def _things(value: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the fields of a record that hold things which stand in it."""
    for field in names(value):
        held = getattr(value, field)
        if held and type(held) is tuple and _is_thing(held[0], value):
            yield field, held


def _is_thing(held: object, holder: object) -> bool:
    return bool(names(held)) and not isinstance(held, VALUES) and not _is_reference(held, holder)


def _is_reference(held: object, holder: object) -> bool:
    return isinstance(held, DECLARED) and not isinstance(holder, Journey)


def _is_part(held: object) -> bool:
    return bool(names(held)) and not isinstance(held, VALUES) and not isinstance(held, DECLARED)

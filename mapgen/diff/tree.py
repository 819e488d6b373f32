"""Journey -> its items as a tree, each with the fields that the author set.

The fields of the model are enumerated by code, so that a new field of the language is compared automatically.
"""

from collections.abc import Callable, Iterator

from mapgen.diff.kinds import DECLARED, VALUES, Kind, kind_of
from mapgen.model.ids import short_slug, slug
from mapgen.model.journey import Journey, Stage, Touchpoint
from mapgen.record import names

NOT_COMPARED = frozenset({"pointer", "id", "origin", "search", "observed"})
"""Fields with the location and the id of an item, and with what other files say about it, which are not its content."""

_SIMPLE = frozenset({str, int, float, bool})

Translate = Callable[[str, str], str]
"""The word of a kind ("owner") and an id -> the id in the other journey, or a text that is no id there."""


class Item:
    """An item of a journey: its record, its parent, and its field and place in the parent."""

    __slots__ = ("_own", "_slug", "children", "field", "kind", "number", "parent", "place", "value")

    def __init__(self, value: object, parent: "Item | None", field: str, place: int) -> None:
        """Create the item of a record; `place` is its index in the `field` of its parent."""
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
        """The id, if items of its kind have one."""
        return getattr(self.value, "id", None)

    @property
    def name(self) -> str:
        """The name that the author gave it; "" without one."""
        return str(getattr(self.value, self.kind.name, None) or "")

    @property
    def slug(self) -> str:
        """The slug of the name."""
        if self._slug is None:
            self._slug = slug(self.name)
        return self._slug

    @property
    def is_derived(self) -> bool:
        """Whether its id is derived from its name, alone or with that of its parent."""
        return self.id is None or "." in self.id or self.id in {self.slug, short_slug(self.name)}

    @property
    def own(self) -> dict[str, object]:
        """The fields that the author set, with the ids of its own journey."""
        if self._own is None:
            self._own = fields_of(self, unchanged)
        return self._own

    def within(self, kind: type) -> "Item | None":
        """Return the item itself or its closest ancestor of a kind."""
        item: Item | None = self
        while item is not None and not isinstance(item.value, kind):
            item = item.parent
        return item

    @property
    def touchpoint(self) -> "Item | None":
        """The touchpoint that it is or belongs to."""
        return self.within(Touchpoint)

    @property
    def stage(self) -> "Item | None":
        """The stage that it is or belongs to."""
        return self.within(Stage)


def build_tree(journey: Journey) -> tuple[Item, ...]:
    """Return all items of a journey in the order of the spec, parents first; the first is the journey."""
    items: list[Item] = []
    waiting = [Item(journey, None, "", 0)]
    while waiting:
        item = waiting.pop()
        item.number = len(items)
        items.append(item)
        item.children = [
            Item(value, item, field, place)
            for field, many in _child_items(item.value)
            for place, value in enumerate(many)
        ]
        waiting.extend(reversed(item.children))
    return tuple(items)


def unchanged(word: str, name: str) -> str:  # noqa: ARG001 - one that translates nothing
    """Return an id unchanged."""
    return name


def fields_of(item: Item, translate: Translate) -> dict[str, object]:
    """Return the fields of an item that the author set.

    The fields of a part have two names, "emotion.score"; "emotion" is True if the part exists. References are ids, as
    `translate` returns them.
    """
    fields: dict[str, object] = {}
    _add_fields(item.value, "", item, translate, fields)
    return fields


def _add_fields(value: object, prefix: str, item: Item, translate: Translate, fields: dict[str, object]) -> None:
    for field in names(value):
        held = getattr(value, field)
        if held is None or held == () or field in NOT_COMPARED:
            continue
        name = prefix + field
        if type(held) in _SIMPLE and name not in item.kind.refers:
            fields[name] = held
        elif isinstance(held, tuple) and names(held[0]) and not isinstance(held[0], VALUES):
            if _is_reference(held[0], value):
                fields[name] = tuple(translate(kind_of(part).word, part.id) for part in held)
        elif _is_reference(held, value):
            fields[name] = translate(kind_of(held).word, held.id)
        elif _is_part(held):
            fields[name] = True
            _add_fields(held, f"{name}.", item, translate, fields)
        else:
            word = item.kind.refers.get(name)
            fields[name] = _named(held, word, translate) if word else held


def _named(held: object, word: str, translate: Translate) -> object:
    """Translate the ids in a field: a single id, several, or the first of each pair; a segment is the second."""
    if isinstance(held, str):
        return translate(word, held)
    assert isinstance(held, tuple)  # noqa: S101 - the fields that refer hold an id or several
    if word == "segment":
        return tuple((value, translate(word, ident)) for value, ident in held)
    return tuple(
        (translate(word, part[0]), *part[1:]) if isinstance(part, tuple) else translate(word, part) for part in held
    )


def _child_items(value: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the fields of a record that contain items."""
    for field in names(value):
        held = getattr(value, field)
        if held and type(held) is tuple and _is_item(held[0], value):
            yield field, held


def _is_item(held: object, holder: object) -> bool:
    return bool(names(held)) and not isinstance(held, VALUES) and not _is_reference(held, holder)


def _is_reference(held: object, holder: object) -> bool:
    return isinstance(held, DECLARED) and not isinstance(holder, Journey)


def _is_part(held: object) -> bool:
    return bool(names(held)) and not isinstance(held, VALUES) and not isinstance(held, DECLARED)

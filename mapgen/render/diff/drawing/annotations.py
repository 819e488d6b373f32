"""Told -> marks: for each thing of the map that changed its sign, what that means, and how one says it.

A thing is known by its anchor in the map. One that the map does not show hands its mark to what it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.diff.changes import Change, Comparison, Effect, What
from mapgen.diff.tree import Item
from mapgen.diff.wording import DescribedChange, DescribedComparison
from mapgen.diff.wording.sentence import plain
from mapgen.model.journey import Edge, Exit, Metric, Opportunity, PainPoint, Persona, Quotation, Stage, Touchpoint
from mapgen.record import record

GONE = "gone."
"""What stands before the anchor of a thing that is only in the old version; no id has a dot."""

_SIGNS: Mapping[What, str] = {
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "reordered": "moved",
    "changed": "changed",
}
_RANK = ("added", "removed", "moved", "changed")
_PLACES = {"emotion": "emotion", "thought": "thought", "moment_of_truth": "moment"}
"""Fields of a touchpoint that have a place of their own on the map."""


@record
class Annotation:
    """What became of a thing: the `sign` of its badge, all that is `told` of it; `effect` is None if that is mixed."""

    sign: str
    effect: Effect | None
    told: tuple[str, ...]


@record
class Annotations:
    """Annotations by the anchor of their thing, and the anchor of each change, None if the map has no place for it."""

    marks: Mapping[str, Annotation]
    anchors: tuple[tuple[DescribedChange, str | None], ...]

    @property
    def homeless(self) -> tuple[str, ...]:
        """What is told of the changes that the map has no place for."""
        return tuple(plain(one.sentence) for one, anchor in self.anchors if anchor is None)


def annotations(told: DescribedComparison, shown: frozenset[str]) -> Annotations:
    """Find a place for each change; `shown` are the anchors of the map."""
    old, new = _touchpoints(told.comparison.old_items), _touchpoints(told.comparison.new_items)
    found: dict[str, list[tuple[str, DescribedChange]]] = {}
    anchors: list[tuple[DescribedChange, str | None]] = []
    for section in told.sections:
        for one in section.changes:
            touchpoints = new if one.change.new else old
            places = [anchor for anchor in _places(one.change, told.comparison, touchpoints) if anchor in shown]
            anchors.append((one, places[0] if places else None))
            for anchor, sign in _signs(one.change, places[:1], shown).items():
                found.setdefault(anchor, []).append((sign, one))
    return Annotations({anchor: _mark(changes) for anchor, changes in found.items()}, tuple(anchors))


def own(item: Item) -> str | None:  # noqa: PLR0911 - one answer a kind of thing
    """Return the anchor of a thing in the map of its own version; None where maps give it none."""
    place = item.parent.id if item.parent else None
    match item.value:
        case Touchpoint(id=name):
            return f"touchpoint-{name}"
        case Stage(id=name):
            return f"stage-{name}"
        case PainPoint(id=name):
            return f"pain-{name}"
        case Opportunity(id=name):
            return f"opportunity-{name}"
        case Persona(id=name):
            return f"persona-{name}"
        case Metric(id=name):
            return f"metric-{place}.{name}"
        case Exit():
            return f"exit-{place}.{item.place}"
        case Quotation() if item.parent and not isinstance(item.parent.value, Persona):
            prefix = "said" if isinstance(item.parent.value, PainPoint) else "quote"
            return f"{prefix}-{place}.{item.place}"
        case _:
            return None


def lost(comparison: Comparison) -> Iterator[str]:
    """Yield the anchors, in the old map, of all that is not in the new one."""
    for item in comparison.old_items:
        anchor = own(item)
        if anchor and item not in comparison.stayed:
            yield anchor
    for change in comparison.changes():
        place = _PLACES.get(change.field)
        if place in {"thought", "moment"} and change.after is None and change.old:
            yield f"{place}-{change.old.id}"


def _signs(change: Change, places: Iterable[str], shown: frozenset[str]) -> dict[str, str]:
    """Return the sign of a change at each thing that it marks: what it is about, what came or went with that.

    What holds a thing without a face of its own changed, whatever became of that.
    """
    sign = _SIGNS[change.what]
    face = own(change.item) or ""
    signs = {place: sign if place in {face, f"{GONE}{face}"} else "changed" for place in places}
    signs |= {f"pain-{pain.id}": "changed" for pain in (*change.resolves, *change.reopens)}
    signs |= dict.fromkeys(_inside(change), sign)
    return {anchor: sign for anchor, sign in signs.items() if anchor in shown}


def _mark(changes: Iterable[tuple[str, DescribedChange]]) -> Annotation:
    signs, told = zip(*changes, strict=True)
    effects = {one.change.effect for one in told} - {None}
    return Annotation(
        sign=next(sign for sign in _RANK if sign in signs),
        effect=effects.pop() if len(effects) == 1 else None,
        told=tuple(plain(one.sentence) for one in told),
    )


def _inside(change: Change) -> Iterator[str]:
    """Yield the anchors of all that came or went with a thing."""
    if change.what in {"added", "removed"}:
        before = GONE if change.new is None else ""
        waiting = list(change.item.children)
        while waiting:
            item = waiting.pop()
            waiting += item.children
            anchor = own(item)
            if anchor:
                yield f"{before}{anchor}"


def _touchpoints(things: Iterable[Item]) -> dict[str, Item]:
    return {item.value.id: item for item in things if isinstance(item.value, Touchpoint)}


def _places(change: Change, comparison: Comparison, touchpoints: Mapping[str, Item]) -> Iterator[str]:
    """Yield the anchors at which a change may be marked, the nearest first."""
    item = change.item
    if isinstance(item.value, Edge):
        item = touchpoints.get(item.value.start, item)
    if item is item.touchpoint and change.what == "changed":
        place = _PLACES.get(change.field.partition(".")[0])
        if place:
            yield f"{GONE}{place}-{change.old.id}" if change.after is None and change.old else f"{place}-{item.id}"
            yield f"{place}-{item.id}"
    here: Item | None = item
    while here is not None:
        anchor = own(here)
        if anchor and change.new is None and here not in comparison.stayed:
            yield f"{GONE}{anchor}"
        elif anchor:
            now = comparison.stayed.get(here, here) if change.new is None else here
            yield own(now) or anchor
        here = here.parent

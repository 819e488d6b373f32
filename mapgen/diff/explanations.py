"""Changes -> the opportunities that explain them: those completed in between, or those in a plan."""

from collections.abc import Iterable, Sequence

from mapgen.diff.changes import Change
from mapgen.diff.pairs import Pairs
from mapgen.diff.tree import Item
from mapgen.model.journey import Opportunity, PainPoint
from mapgen.record import replace

_ENDED = {"done", "dropped"}


def explained(changes: Iterable[Change], candidates: Sequence[Item]) -> tuple[Change, ...]:
    """Return the changes, improvements with the opportunities of the old journey that explain them.

    An opportunity explains the resolution of a pain point that it addresses, and improvements at its touchpoint.
    """
    by_pain: dict[str, list[Opportunity]] = {}
    by_place: dict[Item, list[Opportunity]] = {}
    for item in candidates:
        opportunity = _opportunity(item)
        for pain in opportunity.addresses:
            by_pain.setdefault(pain, []).append(opportunity)
        if item.touchpoint:
            by_place.setdefault(item.touchpoint, []).append(opportunity)
    return tuple(replace(change, because=_because(change, by_pain, by_place)) for change in changes)


def planned(old: Iterable[Item]) -> list[Item]:
    """Return the opportunities that a plan can use: those that are neither done nor dropped."""
    return [item for item in _opportunities(old) if _opportunity(item).status not in _ENDED]


def done(old: Iterable[Item], pairs: Pairs) -> list[Item]:
    """Return the opportunities that were completed in between."""
    return [
        item
        for item in _opportunities(old)
        if item in pairs.new and _opportunity(pairs.new[item]).status == "done" != _opportunity(item).status
    ]


def idle(changes: Iterable[Change], candidates: Iterable[Item]) -> tuple[Opportunity, ...]:
    """Return the opportunities that explain nothing."""
    used = {opportunity.id for change in changes for opportunity in change.because}
    return tuple(opportunity for opportunity in map(_opportunity, candidates) if opportunity.id not in used)


def _because(
    change: Change, by_pain: dict[str, list[Opportunity]], by_place: dict[Item, list[Opportunity]]
) -> tuple[Opportunity, ...]:
    old = change.old
    if change.effect != "better" or change.of == "opportunity":
        return ()
    if old is not None and isinstance(old.value, PainPoint):
        return tuple(by_pain.get(old.value.id, ()))
    at = old or (change.new.parent if change.new else None)
    touchpoint = at.touchpoint if at else None
    return tuple(by_place.get(touchpoint, ())) if touchpoint else ()


def _opportunities(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if isinstance(item.value, Opportunity)]


def _opportunity(item: Item) -> Opportunity:
    assert isinstance(item.value, Opportunity)  # noqa: S101 - only such are chosen
    return item.value

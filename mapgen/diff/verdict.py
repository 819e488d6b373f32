"""Two journeys -> whether the newer one is better for the customer, by a few measures that anyone can check.

Each signal is better, worse, mixed or same, as docs/diff.md describes. Together they are better if one is better and
none is worse, worse if one is worse and none is better, mixed if they disagree, and same otherwise.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from mapgen.diff.changes import Change, Direction, Signal, Verdict
from mapgen.diff.impact import Comparands, by_chance, felt
from mapgen.diff.scales import exact
from mapgen.diff.tree import Item
from mapgen.model.journey import Number, PainPoint, Stage, grade
from mapgen.model.walk import Part

_UNSAID = 2  # the weight of a pain point without a severity: that of a medium one
_NOISE = 1e-9


def judge(side: Comparands, changes: Sequence[Change], pairs: Iterable[tuple[Item, Item]]) -> Verdict:
    """Return the verdict on two journeys; `pairs` are the items that both have."""
    together = list(pairs)
    signals = [
        *_trough(side),
        *_emotions(together),
        *_pains(side, together),
        *_conversion(side, together),
        *_exits(changes),
        *_metrics(changes),
        *_times(changes),
        *_as_planned(side),
    ]
    return Verdict(_together(signal.direction for signal in signals), tuple(signals))


def _together(directions: Iterable[Direction]) -> Direction:
    different = set(directions) - {"same"}
    return different.pop() if len(different) == 1 else "mixed" if different else "same"


def _trough(side: Comparands) -> Iterator[Signal]:
    before, after = side.before.emotion.trough, side.after.emotion.trough
    if before and after:
        change = exact(after[1]) - exact(before[1])
        yield Signal("lowest moment", _direction(change), before[1], after[1])


def _emotions(pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Compare the emotions of the touchpoints and stages that both journeys have, for everyone and each persona."""
    gains = losses = 0
    total = Fraction()
    for old, new in pairs:
        if isinstance(old.value, Part) and isinstance(new.value, Part):
            change = sum(felt(old.value, new.value).values(), Fraction())
            total += change
            gains += change > 0
            losses += change < 0
    if gains or losses:
        yield Signal("emotions", _direction(total), gains=gains, losses=losses)


def _pains(side: Comparands, pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Compare resolved with new pain points, and those that became less severe with those that became more severe."""
    both = ((old.value, new.value) for old, new in pairs)
    same = [(old, new) for old, new in both if isinstance(old, PainPoint) and isinstance(new, PainPoint)]
    stayed_old = {old.id for old, _ in same}
    stayed_new = {new.id for _, new in same}
    ended = [side.old_pains[pain] for pain in side.open_before if pain not in stayed_old]
    came = [side.new_pains[pain] for pain in side.open_after if pain not in stayed_new]
    change = sum(map(_weight, ended)) - sum(map(_weight, came))
    gains, losses = len(ended), len(came)
    for old, new in same:
        was, is_ = old.id in side.open_before, new.id in side.open_after
        change += was * _weight(old) - is_ * _weight(new)
        gains += was and not is_
        losses += is_ and not was
    if gains or losses or change:
        counts = len(side.open_before), len(side.open_after)
        yield Signal("pain points", _direction(change), *counts, gains=gains, losses=losses)


def _conversion(side: Comparands, pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Compare the overall conversion if it is between the same stages."""
    before, after = side.before.funnel.overall, side.after.funnel.overall
    same = {
        (old.value.id, new.value.id)
        for old, new in pairs
        if isinstance(old.value, Stage) and isinstance(new.value, Stage)
    }
    ends = {(side.old.stages[at].id, side.new.stages[at].id) for at in (0, -1)}
    if before is not None and after is not None and ends <= same:
        yield Signal("conversion", _direction(after - before), before, after)


def _exits(changes: Sequence[Change]) -> Iterator[Signal]:
    yield from _counted("exits", [one for one in changes if one.of == "exit" or one.field == "observed.exit"])


def _as_planned(side: Comparands) -> Iterator[Signal]:
    """Compare how many journeys were observed to go as planned, where there are snapshots."""
    if side.before.observed and side.after.observed:
        from mapgen.diff.observations import as_planned

        yield from as_planned(side.before.observed, side.after.observed)


def _metrics(changes: Iterable[Change]) -> Iterator[Signal]:
    yield from _counted("metrics", [change for change in changes if change.of == "metric"])


def _times(changes: Iterable[Change]) -> Iterator[Signal]:
    yield from _counted("times", [change for change in changes if change.field in {"duration", "wait"}])


def _counted(name: str, changes: Sequence[Change]) -> Iterator[Signal]:
    effects = [change.effect for change in changes if change.effect]
    gains, losses = effects.count("better"), effects.count("worse")
    chance = sum(map(by_chance, changes))
    if effects or chance:
        yield Signal(name, _direction(gains - losses), gains=gains, losses=losses, within_chance=chance)


def _weight(pain: PainPoint) -> int:
    return grade(pain.severity) or _UNSAID


def _direction(change: Number | Fraction) -> Direction:
    return "better" if change > _NOISE else "worse" if change < -_NOISE else "same"

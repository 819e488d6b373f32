"""Two journeys -> whether the newer is better for the customer, by a few figures that anybody can check.

Each figure says better, worse, mixed or same; docs/diff.md tells how. Together they say better if one is better and
none is worse, worse if one is worse and none is better, mixed if they disagree, and same if none says anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from mapgen.diff.changes import Change, Direction, Signal, Verdict
from mapgen.diff.meaning import Both, scores
from mapgen.diff.tree import Item
from mapgen.model.journey import EmotionScale, Number, PainPoint, Stage, Touchpoint, grade

_UNSAID = 2  # how bad a pain counts whose severity nobody gave: as a medium one
_NOISE = 1e-9


def judge(side: Both, changes: Sequence[Change], pairs: Iterable[tuple[Item, Item]]) -> Verdict:
    """Return the verdict over two journeys, `pairs` being what is in both."""
    together = list(pairs)
    found = [
        *_trough(side),
        *_emotions(side, together),
        *_pains(side, together),
        *_conversion(side, together),
        *_exits(changes),
        *_metrics(changes),
    ]
    return Verdict(_together(signal.direction for signal in found), tuple(found))


def _together(directions: Iterable[Direction]) -> Direction:
    said = set(directions) - {"same"}
    return said.pop() if len(said) == 1 else "mixed" if said else "same"


def _trough(side: Both) -> Iterator[Signal]:
    before, after = side.before.emotion.trough, side.after.emotion.trough
    if before and after:
        change = _on_scale(side.new.scale, after[1]) - _on_scale(side.old.scale, before[1])
        yield Signal("lowest moment", _direction(change), before[1], after[1])


def _emotions(side: Both, pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Compare how the touchpoints feel that are in both journeys, everybody and each persona counted."""
    gains = losses = 0
    total = 0.0
    for old, new in pairs:
        if isinstance(old.value, Touchpoint) and isinstance(new.value, Touchpoint):
            before, after = scores(old.value.emotion), scores(new.value.emotion)
            steps = [
                _on_scale(side.new.scale, after[who]) - _on_scale(side.old.scale, before[who])
                for who in before.keys() & after.keys()
            ]
            total += fsum(steps)
            gains += fsum(steps) > _NOISE
            losses += fsum(steps) < -_NOISE
    if gains or losses:
        yield Signal("emotions", _direction(total), gains=gains, losses=losses)


def _pains(side: Both, pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Weigh the pain points that ended against those that came, and those that got more or less severe."""
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


def _conversion(side: Both, pairs: Iterable[tuple[Item, Item]]) -> Iterator[Signal]:
    """Compare the overall conversion, where it is counted from the same stage to the same stage."""
    before, after = side.before.funnel.overall, side.after.funnel.overall
    same = {
        (old.value.id, new.value.id)
        for old, new in pairs
        if isinstance(old.value, Stage) and isinstance(new.value, Stage)
    }
    ends = {(side.old.stages[at].id, side.new.stages[at].id) for at in (0, -1)}
    if before is not None and after is not None and ends <= same:
        yield Signal("conversion", _direction(after - before), before, after)


def _exits(changes: Iterable[Change]) -> Iterator[Signal]:
    yield from _counted("exits", (change for change in changes if change.of == "exit"))


def _metrics(changes: Iterable[Change]) -> Iterator[Signal]:
    yield from _counted("metrics", (change for change in changes if change.of == "metric"))


def _counted(name: str, changes: Iterable[Change]) -> Iterator[Signal]:
    effects = [change.effect for change in changes if change.effect]
    gains, losses = effects.count("better"), effects.count("worse")
    if effects:
        yield Signal(name, _direction(gains - losses), gains=gains, losses=losses)


def _weight(pain: PainPoint) -> int:
    return grade(pain.severity) or _UNSAID


def _on_scale(scale: EmotionScale, score: Number) -> float:
    """Return a score as a part of its scale, so that those of two scales can be compared."""
    return (score - scale.low) / (scale.high - scale.low)


def _direction(change: Number) -> Direction:
    return "same" if abs(change) < _NOISE else "better" if change > 0 else "worse"

"""Change -> its impact: to whom it matters, whether it is an improvement, and which pain points it resolves."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from mapgen.analysis import Analysis
from mapgen.analysis.chance import within_chance
from mapgen.analysis.metrics import estimate
from mapgen.diff.changes import Change, Effect, Level
from mapgen.diff.scales import exact
from mapgen.diff.tree import Item
from mapgen.model import walk
from mapgen.model.calendar import seconds
from mapgen.model.journey import Duration, Emotion, Exit, Journey, Metric, Number, Opportunity, PainPoint, grade
from mapgen.model.walk import Part
from mapgen.record import record, replace

_CUSTOMER = {
    *("stage", "touchpoint", "pain point", "delight", "quote", "exit", "metric"),
    *(
        f"{part}.{field}"
        for part in ("stage", "touchpoint")
        for field in ("name", "channels", "emotion", "emotion.score", "emotion.by", "moment_of_truth")
    ),
    *("touchpoint.duration", "touchpoint.wait", "stage.duration", "stage.when"),
    *("touchpoint.channel", "pain point.severity", "pain point.text", "exit.share", "exit.kind"),
    *("metric.value", "requirement.met", "journey.title", "journey.scenario", "journey.state"),
}
_RECORD = {
    *("link", "picture", "reading", "note", "evidence", "way.share", "metric.as_of", "metric.period"),
    *("metric.sample", "metric.interval"),
    *("journey.lanes", "journey.lane_titles", "journey.theme", "journey.language", "journey.review", "journey.links"),
    *("journey.scale", "journey.poster", "journey.events", "event", "evidence.observed"),
}
_LEAVING = {"abandon", "churn"}
_TAGS = {"id", "evidence", "pointer", "links", "contact", "reviewed"}


@record
class Comparands:
    """Two journeys with their analyses, their pain points by id, the open ones, and which ones correspond."""

    old: Journey
    new: Journey
    before: Analysis
    after: Analysis
    old_pains: Mapping[str, PainPoint]
    new_pains: Mapping[str, PainPoint]
    open_before: frozenset[str]
    open_after: frozenset[str]
    new_names: Mapping[str, str]
    old_names: Mapping[str, str]


def comparands(
    old: Journey, new: Journey, before: Analysis, after: Analysis, pairs: Iterable[tuple[Item, Item]]
) -> Comparands:
    """Return two journeys as comparands."""
    stayed = [
        (one.value.id, other.value.id)
        for one, other in pairs
        if isinstance(one.value, PainPoint) and isinstance(other.value, PainPoint)
    ]
    return Comparands(
        old,
        new,
        before,
        after,
        pains(old),
        pains(new),
        frozenset(before.opportunities.open),
        frozenset(after.opportunities.open),
        dict(stayed),
        {new_id: old_id for old_id, new_id in stayed},
    )


def pains(journey: Journey) -> dict[str, PainPoint]:
    """Return the pain points of a journey by id."""
    return {pain.id: pain for pain, _ in walk.pain_points(journey)}


def assess(change: Change, side: Comparands) -> Change:
    """Return a change with its impact."""
    resolves, reopens = _pains(change, side)
    effect = _effect(change, side)
    if resolves or reopens:
        effect = "better" if len(resolves) >= len(reopens) else "worse"
    level = Level.CUSTOMER if effect or resolves or reopens else _level(change)
    return replace(change, level=level, effect=effect, resolves=resolves, reopens=reopens)


def _level(change: Change) -> Level:
    name = f"{change.of}.{change.field}" if change.what == "changed" else change.of
    whole = change.field.partition(".")[0]
    if (
        change.what == "reordered"
        or change.field.rpartition(".")[2] in _TAGS
        or {name, f"{change.of}.{whole}", change.of} & _RECORD
    ):
        return Level.RECORD
    return Level.CUSTOMER if name in _CUSTOMER else Level.TEAM


def _effect(change: Change, side: Comparands) -> Effect | None:  # noqa: PLR0911 - one answer a kind of change
    """Return whether a change is an improvement for the customer."""
    value = change.item.value
    match change.what, change.of, change.field:
        case ("added" | "removed", "pain point", _):
            pain = value.id if isinstance(value, PainPoint) else ""
            is_open = pain in (side.open_after if change.new else side.open_before)
            return _sign(-1 if change.new else 1) if is_open else None
        case ("added" | "removed", "exit", _):
            return _sign(_leaving(change.old, None) - _leaving(change.new, None))
        case ("changed", "exit", "share" | "kind"):
            return _sign(_leaving(change.old, "share") - _leaving(change.new, "share"))
        case ("changed", "touchpoint" | "stage", "emotion" | "emotion.score" | "emotion.by"):
            return _sign(_felt(change))
        case ("changed", "pain point", "severity"):
            return _sign(_grade(change.before) - _grade(change.after)) if change.before and change.after else None
        case ("added" | "removed", "delight", _):
            return _sign(1 if change.new else -1)
        case ("changed", "requirement", "met"):
            return _sign((change.after is True) - (change.before is True))
        case ("changed", "metric", "value"):
            return _sign(gain(change))
        case ("changed", "touchpoint", "duration" | "wait"):
            return _sign(_saved(change.before, change.after))
        case _:
            return None


def by_chance(change: Change) -> bool:
    """Return whether the change is that of a metric's value, and within chance."""
    if (change.what, change.of, change.field) != ("changed", "metric", "value") or not (change.old and change.new):
        return False
    before, after = (estimate(one.value) if isinstance(one.value, Metric) else None for one in (change.old, change.new))
    return bool(before and after and within_chance(before, after))


def gain(change: Change) -> Number:
    """Return by how much a metric improved, below 0 for a deterioration; 0 if that is unknown."""
    old, new = change.old, change.new
    if not (old and new and isinstance(old.value, Metric) and isinstance(new.value, Metric)):
        return 0
    if by_chance(change):
        return 0
    before, after, better = old.value.value, new.value.value, new.value.better or old.value.better
    if before is None or after is None or better is None or old.value.unit != new.value.unit:
        return 0
    return after - before if better == "higher" else before - after


def _felt(change: Change) -> Fraction | int:
    """Return by how much the emotion improved, over all customers and personas."""
    before, after = (item.value if item else None for item in (change.old, change.new))
    if not isinstance(before, Part) or not isinstance(after, Part):
        return 0
    steps = felt(before, after)
    everybody = change.field == "emotion.score"
    return sum(step for who, step in steps.items() if (who is None) is everybody)


def _saved(before: object, after: object) -> float:
    """Return the time that is saved, in seconds, below 0 for more; 0 where one end of a range rises and one falls."""
    if not (isinstance(before, Duration) and isinstance(after, Duration)):
        return 0
    least = seconds(before.parts) - seconds(after.parts)
    most = seconds(before.most or before.parts) - seconds(after.most or after.parts)
    return 0 if least * most < 0 else least + most


def _leaving(item: Item | None, field: str | None) -> Number:
    """Return the fraction of the customers that an exit loses; without a share, 1 for an exit that loses any."""
    if item is None or not isinstance(item.value, Exit) or item.value.kind not in _LEAVING:
        return 0
    return (item.value.share or 0) if field else 1


def _pains(change: Change, side: Comparands) -> tuple[tuple[PainPoint, ...], tuple[PainPoint, ...]]:
    """Return the pain points that an opportunity resolves or reopens because it is done, or no longer done."""
    if change.of != "opportunity" or change.field not in {"", "status", "addresses"}:
        return (), ()
    addressed: list[str] = []
    if change.old and isinstance(change.old.value, Opportunity):
        addressed += [side.new_names[pain] for pain in change.old.value.addresses if pain in side.new_names]
    if change.new and isinstance(change.new.value, Opportunity):
        addressed += change.new.value.addresses
    old = side.old_names
    known = [(pain, old[pain] in side.open_before) for pain in dict.fromkeys(addressed) if pain in old]
    resolves = [pain for pain, was_open in known if was_open and pain not in side.open_after]
    reopens = [pain for pain, was_open in known if not was_open and pain in side.open_after]
    return tuple(map(side.new_pains.__getitem__, resolves)), tuple(map(side.new_pains.__getitem__, reopens))


def felt(before: Part, after: Part) -> dict[str | None, Fraction]:
    """Return by how much each score that both versions have improved, by persona; None is all customers."""
    then, now = _scores(before.emotion), _scores(after.emotion)
    return {who: exact(now[who]) - exact(then[who]) for who in then if who in now}


def _scores(emotion: Emotion | None) -> dict[str | None, Number]:
    """Return the scores by persona; None is all customers."""
    if emotion is None:
        return {}
    return {**({None: emotion.score} if emotion.score is not None else {}), **dict(emotion.by)}


def _grade(severity: object) -> int:
    return grade(severity)  # type: ignore[arg-type]  # what stands in the field of that name


def _sign(number: Number | Fraction) -> Effect | None:
    return "better" if number > 0 else "worse" if number < 0 else None

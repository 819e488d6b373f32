"""The change of a field -> what one says of it."""

from mapgen.analysis.metrics import on_target
from mapgen.diff.changes import Change
from mapgen.diff.telling.sentence import Sentence, joined, quoted, theirs
from mapgen.diff.telling.values import way
from mapgen.diff.telling.voice import Voice, noun
from mapgen.model.journey import Edge, Metric, Number

_NAMES = {
    "entry_share": "part of the customers that begins here",
    "emotion.score": "emotion",
    "emotion.target": "emotion aimed at",
    "moment_of_truth.turn": "moment of truth",
    "moment_of_truth.why": "why it is a moment of truth",
    "concurrent_with": "at the same time as",
    "importance_customer": "importance to the customer",
    "importance_business": "importance to the business",
    "customer_goals": "goals of the customer",
    "business_goals": "goals of the business",
    "scale.low": "lowest emotion of the scale",
    "scale.high": "highest emotion of the scale",
    "scale.labels": "names of the scores",
}
"""What fields are called where their own names do not say it."""

_FLAGS = {
    "entry": ("the journey can begin here", "the journey no longer begins here"),
    "asks_feedback": ("customers are asked for feedback", "customers are no longer asked for feedback"),
    "repeats": ("is gone through several times", "is gone through only once"),
    "met": ("met", "not met"),
}
"""What it means that something is so, and that it is not."""

_UNSAID = {("exit", "share"), ("opportunity", "status")}
"""Fields that need no name, since nothing else of the thing has such values."""

_NAMED = {
    "touchpoint",
    "stage",
    "journey",
    "persona",
    "owner",
    "channel",
    "segment",
    "scenario",
    "experiment",
    "metric",
}
"""What has a name; other things have a text."""


def changed(voice: Voice, change: Change) -> Sentence:
    """Say how a field changed."""
    item, field = change.thing, change.field
    if field == item.kind.name and change.before is not None and change.after is not None:
        return _renamed(voice, change)
    if isinstance(item.value, Metric) and field == "value":
        return _measured(voice, change, item.value)
    if isinstance(item.value, Edge) and field in {"start", "end"}:
        return _led(voice, change, item.value)
    if field in _FLAGS:
        return (*voice.which(change), _FLAGS[field][not change.after])
    if field == "moment_of_truth":
        return _moment(voice, change)
    return (*voice.which(change), *_values(voice, change))


def words(field: str) -> str:
    """Return what a field is called."""
    return _NAMES.get(field) or field.replace(".", " ").replace("_", " ")


def _renamed(voice: Voice, change: Change) -> Sentence:
    if change.thing is change.thing.touchpoint:
        return ("renamed, it was ", *voice.before(change))
    verb = "renamed" if change.of in _NAMED else "reworded"
    return (f"{noun(change.thing)} {verb}: ", *voice.before(change), " → ", *voice.after(change))


def _measured(voice: Voice, change: Change, metric: Metric) -> Sentence:
    """Say what a metric measured, and what that means for its target."""
    before = voice.before(change) if change.before is not None else ("not measured",)
    after = voice.after(change) if change.after is not None else ("not measured",)
    was = on_target(change.old.value) if change.old and isinstance(change.old.value, Metric) else None
    met = on_target(metric)
    said = "target met" if met and not was else "target missed" if was and met is False else change.effect
    return (theirs(metric.name), " ", *before, " → ", *after, f", {said}" if said else "")


def _led(voice: Voice, change: Change, edge: Edge) -> Sentence:
    """Say where a way leads."""
    verb = "leads to" if change.field == "end" else "starts from"
    side, end = ("from", edge.start) if change.field == "end" else ("to", edge.end)
    return (
        f"{way(edge)} {side} ",
        *quoted(voice.new.name(change.thing, "start", end) or end),
        f" {verb} ",
        *voice.after(change),
        " instead of ",
        *voice.before(change),
    )


def _moment(voice: Voice, change: Change) -> Sentence:
    """Say whether it is a moment of truth."""
    if change.after is None:
        return ("no longer a moment of truth",)
    turn = voice.after(change)
    return ("now a moment of truth", *((" for ", *turn) if turn != ("yes",) else ()))


def _values(voice: Voice, change: Change) -> Sentence:  # noqa: PLR0911 - one answer a case
    """Say a field then and now; of a list, what came and what went."""
    name, before, after = words(change.field), change.before, change.after
    if (change.of, change.field) in _UNSAID and before is not None and after is not None:
        return (*voice.before(change), " → ", *voice.after(change))
    if change.field == "emotion.by":
        return _by(voice, change)
    if isinstance(before, tuple) or isinstance(after, tuple):
        return _list(voice, change, name)
    if before is None:
        joint = ": " if isinstance(after, str) and _is_prose(voice.after(change)) else " "
        return (f"{name} {'added' if joint == ': ' else 'now'}{joint}", *voice.after(change))
    if after is None:
        if _is_prose(voice.before(change)):
            return (f"{name} removed: ", *voice.before(change))
        return (f"{name} ", *voice.before(change), " → none")
    return (f"{name} ", *voice.before(change), " → ", *voice.after(change))


def _list(voice: Voice, change: Change, name: str) -> Sentence:
    before, after = _entries(change.before), _entries(change.after)
    come, gone = _without(after, before), _without(before, after)
    if come and gone and len(before) == len(after) == 1:
        return (f"{name} ", *voice.before(change), " → ", *voice.after(change))
    parts: list[Sentence] = []
    if come:
        parts.append(("added ", *voice.now(change, come)))
    if gone:
        parts.append(("removed ", *voice.then(change, gone)))
    return (f"{name}: ", *joined(parts, "; ")) if parts else (f"{name} in another order",)


def _by(voice: Voice, change: Change) -> Sentence:
    """Say how personas feel."""
    before, after = _scores(change.before), _scores(change.after)
    parts: list[Sentence] = []
    for who in dict.fromkeys([*before, *after]):
        if before.get(who) != after.get(who):
            name = (voice.new if who in after else voice.old).name(change.thing, change.field, who) or who
            then = voice.old.score(before[who]) if who in before else "none"
            now = voice.new.score(after[who]) if who in after else "none"
            parts.append((theirs(name), f" {then} → {now}"))
    return ("emotion of ", *joined(parts)) if parts else ("emotions in another order",)


def _scores(value: object) -> dict[str, Number]:
    return dict(value) if isinstance(value, tuple) else {}


def _entries(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _without(these: tuple[object, ...], those: tuple[object, ...]) -> tuple[object, ...]:
    """Return what stands more often in the one list than in the other."""
    left = list(those)
    found = []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            found.append(one)
    return tuple(found)


def _is_prose(sentence: Sentence) -> bool:
    return sentence[:1] == ("“",)

"""The change of a field -> its description."""

from mapgen.analysis.metrics import on_target
from mapgen.diff.changes import Change
from mapgen.diff.impact import by_chance
from mapgen.diff.wording.sentence import Sentence, joined, quoted, user_text
from mapgen.diff.wording.value_formatter import ValueFormatter, noun
from mapgen.diff.wording.values import way
from mapgen.model.journey import Edge, Metric, Number
from mapgen.quotes import MARKS

_NAMES = {
    "entry_share": "part of the customers that begins here",
    "emotion.score": "emotion",
    "emotion.target": "target emotion",
    "moment_of_truth.turn": "moment of truth",
    "moment_of_truth.why": "why it is a moment of truth",
    "interval": "confidence interval",
    "concurrent_with": "at the same time as",
    "importance_customer": "importance to the customer",
    "importance_business": "importance to the business",
    "customer_goals": "goals of the customer",
    "business_goals": "goals of the business",
    "curve_gaps": "gaps of the emotion curve",
    "scale.low": "lowest emotion of the scale",
    "scale.high": "highest emotion of the scale",
    "scale.labels": "names of the scores",
    "events": "how events are read",
    "events.layout": "layout of the events",
    "events.customer": "column of the customer",
    "events.journey": "column of the journey",
    "events.name": "column of the event's name",
    "events.time": "column of the time",
    "events.order": "columns of the order",
    "events.simultaneous": "events are simultaneous within",
    "events.ends_after": "a journey ends after",
    "events.segment": "column of the segment",
    "events.segment.column": "column of the segment",
    "events.segment.values": "values of the segments",
    "events.only": "only events with",
    "events.without": "no events with",
    "events.hide_below": "hides figures of fewer customers than",
    "where": "conditions",
}
"""The names of fields that have no readable name of their own."""

_FLAGS = {
    "entry": ("the journey can begin here", "the journey no longer begins here"),
    "asks_feedback": ("customers are asked for feedback", "customers are no longer asked for feedback"),
    "repeats": ("is gone through several times", "is gone through only once"),
    "met": ("met", "not met"),
    "observed": ("is what was counted in event data", "is no longer what was counted in event data"),
}
"""The meaning of flags that are true, and that are false."""

_UNSAID = {("exit", "share"), ("opportunity", "status")}
"""Fields that need no name, since no other field of the item has such values."""

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
"""Kinds whose items have a name; those of others have a text."""


def changed(formatter: ValueFormatter, change: Change) -> Sentence:
    """Describe the change of a field."""
    item, field = change.item, change.field
    if field == item.kind.name and change.before is not None and change.after is not None:
        return _renamed(formatter, change)
    if isinstance(item.value, Metric) and field == "value":
        return _measured(formatter, change, item.value)
    if isinstance(item.value, Edge) and field in {"start", "end"}:
        return _led(formatter, change, item.value)
    if field in _FLAGS:
        return (*formatter.which(change), _FLAGS[field][not change.after])
    if field == "moment_of_truth":
        return _moment(formatter, change)
    return (*formatter.which(change), *_values(formatter, change))


def words(field: str) -> str:
    """Return the name of a field."""
    return _NAMES.get(field) or field.replace(".", " ").replace("_", " ")


def _renamed(formatter: ValueFormatter, change: Change) -> Sentence:
    if change.item is change.item.touchpoint:
        return ("renamed, it was ", *formatter.before(change))
    verb = "renamed" if change.of in _NAMED else "reworded"
    return (f"{noun(change.item)} {verb}: ", *formatter.before(change), " → ", *formatter.after(change))


def _measured(formatter: ValueFormatter, change: Change, metric: Metric) -> Sentence:
    """Describe the change of a measured value, and whether it meets the target."""
    before = formatter.before(change) if change.before is not None else ("not measured",)
    after = formatter.after(change) if change.after is not None else ("not measured",)
    was = on_target(change.old.value) if change.old and isinstance(change.old.value, Metric) else None
    met = on_target(metric)
    if by_chance(change):
        return (user_text(metric.name), " ", *before, " → ", *after, ", within chance")
    result = "target met" if met and not was else "target missed" if was and met is False else change.effect
    return (user_text(metric.name), " ", *before, " → ", *after, f", {result}" if result else "")


def _led(formatter: ValueFormatter, change: Change, edge: Edge) -> Sentence:
    """Describe the change of an end of an edge."""
    verb = "leads to" if change.field == "end" else "starts from"
    side, end = ("from", edge.start) if change.field == "end" else ("to", edge.end)
    return (
        f"{way(edge)} {side} ",
        *quoted(formatter.new.name(change.item, "start", end) or end),
        f" {verb} ",
        *formatter.after(change),
        " instead of ",
        *formatter.before(change),
    )


def _moment(formatter: ValueFormatter, change: Change) -> Sentence:
    """Describe whether it is a moment of truth."""
    if change.after is None:
        return ("no longer a moment of truth",)
    turn = formatter.after(change)
    return ("now a moment of truth", *((" for ", *turn) if turn != ("yes",) else ()))


def _values(formatter: ValueFormatter, change: Change) -> Sentence:  # noqa: PLR0911 - one answer a case
    """Describe a field before and after; for a list, added and removed entries."""
    name, before, after = words(change.field), change.before, change.after
    if (change.of, change.field) in _UNSAID and before is not None and after is not None:
        return (*formatter.before(change), " → ", *formatter.after(change))
    if change.field == "emotion.by":
        return _by(formatter, change)
    if isinstance(before, tuple) or isinstance(after, tuple):
        return _list(formatter, change, name)
    if before is None:
        joint = ": " if isinstance(after, str) and _is_prose(formatter.after(change)) else " "
        return (f"{name} {'added' if joint == ': ' else 'now'}{joint}", *formatter.after(change))
    if after is None:
        if _is_prose(formatter.before(change)):
            return (f"{name} removed: ", *formatter.before(change))
        return (f"{name} ", *formatter.before(change), " → none")
    return (f"{name} ", *formatter.before(change), " → ", *formatter.after(change))


def _list(formatter: ValueFormatter, change: Change, name: str) -> Sentence:
    before, after = _entries(change.before), _entries(change.after)
    come, gone = _without(after, before), _without(before, after)
    if come and gone and len(before) == len(after) == 1:
        return (f"{name} ", *formatter.before(change), " → ", *formatter.after(change))
    parts: list[Sentence] = []
    if come:
        parts.append(("added ", *formatter.now(change, come)))
    if gone:
        parts.append(("removed ", *formatter.then(change, gone)))
    return (f"{name}: ", *joined(parts, "; ")) if parts else (f"{name} in another order",)


def _by(formatter: ValueFormatter, change: Change) -> Sentence:
    """Describe the changes of the emotions of personas."""
    before, after = _scores(change.before), _scores(change.after)
    parts: list[Sentence] = []
    for who in dict.fromkeys([*before, *after]):
        if before.get(who) != after.get(who):
            name = (formatter.new if who in after else formatter.old).name(change.item, change.field, who) or who
            then = formatter.old.score(before[who]) if who in before else "none"
            now = formatter.new.score(after[who]) if who in after else "none"
            parts.append((user_text(name), f" {then} → {now}"))
    return ("emotion of ", *joined(parts)) if parts else ("emotions in another order",)


def _scores(value: object) -> dict[str, Number]:
    return dict(value) if isinstance(value, tuple) else {}


def _entries(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _without(these: tuple[object, ...], those: tuple[object, ...]) -> tuple[object, ...]:
    """Return the entries of a list that another one lacks; repeated entries count."""
    left = list(those)
    missing = []
    for entry in these:
        if entry in left:
            left.remove(entry)
        else:
            missing.append(entry)
    return tuple(missing)


def _is_prose(sentence: Sentence) -> bool:
    return sentence[:1] != () and sentence[0] in MARKS

"""A value of a field -> its description."""

from collections.abc import Iterable, Mapping

from mapgen.diff.kinds import kind_of
from mapgen.diff.tree import Item
from mapgen.diff.wording.event_values import event_value
from mapgen.diff.wording.sentence import Sentence, UserText, joined, quoted, user_text
from mapgen.model.events import as_duration
from mapgen.model.journey import (
    Condition,
    Duration,
    Edge,
    Emotion,
    Exit,
    Extra,
    Handoff,
    Interval,
    Journey,
    Metric,
    MomentOfTruth,
    Number,
    Reading,
    TimeColumn,
)
from mapgen.record import names
from mapgen.words import Words

WORDS = Words("en")
"""Descriptions of changes are in English, as messages are."""

_SHARES = {"share", "entry_share"}
_OF_METRIC = {"value", "target", "interval"}
_PLAIN = {
    *("kind", "severity", "status", "mode", "confidence", "buying_role", "better", "turn", "state", "market"),
    *("language", "theme", "date", "as_of", "start", "end", "reviewed", "id", "contact", "url", "src", "unit"),
    "moment_of_truth",
}
"""Fields whose texts have no quotation marks: values of the language, dates, addresses."""

_LENGTHS = {"events.simultaneous", "events.ends_after"}
"""Fields with microseconds."""

_WAYS = {
    "next": "way",
    "skip": "way that skips",
    "back": "way back",
    "repeat": "way to repeat",
    "parallel": "parallel way",
    "feedback": "feedback",
}


class Values:
    """Describes the values of a journey, with names in place of ids."""

    __slots__ = ("_crossing", "_names")

    def __init__(self, journey: Journey, items: Iterable[Item]) -> None:
        """Collect the names of the items of a journey."""
        self._crossing = journey.scale.low < 0
        self._names: Mapping[str, str] = {f"{item.kind.word}/{item.id}": item.name for item in items if item.id}

    def say(self, item: Item, field: str, value: object) -> Sentence:  # noqa: C901, PLR0911 - one answer a type
        """Describe the value of a field of an item."""
        last = field.rpartition(".")[2]
        match value:
            case None:
                return ("none",)
            case bool():
                return ("yes" if value else "no",)
            case int() | float():
                return self.number(item, field, value)
            case str():
                return self._text(item, field, value)
            case Duration():
                return (WORDS.duration(value),)
            case Interval():
                return joined([self.number(item, field, end) for end in (value.low, value.high)], " to ")
            case tuple():
                return joined([self._one(item, field, one) for one in value])
            case Condition() | TimeColumn():
                return event_value(value)
            case MomentOfTruth():
                return (value.turn or "yes",)
            case Emotion():
                return self.emotion(value)
            case Handoff():
                ends = (one.name if one else "?" for one in (value.giver, value.taker))
                return joined([(user_text(end),) for end in ends], " → ")
            case _:
                return (user_text(str(getattr(value, kind_of(value).name, ""))),) if names(value) else (last,)

    def _one(self, item: Item, field: str, value: object) -> Sentence:
        if field == "events.segment.values" and isinstance(value, tuple):
            column_value, segment = value
            return (user_text(column_value), " → ", user_text(self.name(item, field, segment) or segment))
        if isinstance(value, tuple):
            first, *rest = value
            told = joined([self.say(item, field, one) for one in rest])
            known = self.name(item, field, first)
            return (user_text(known or str(first)), " ", *told)
        return self.say(item, field, value)

    def _text(self, item: Item, field: str, value: str) -> Sentence:
        known = self.name(item, field, value)
        if known:
            return quoted(known)
        if field.rpartition(".")[2] in _PLAIN:
            return (user_text(value.replace("-", " ") if field in {"status", "kind"} else value),)
        return quoted(value)

    def name(self, item: Item, field: str, value: object) -> str | None:
        """Return the name of the item that an id in a field references; None if the field has no ids."""
        word = item.kind.refers.get(field)
        return self._names.get(f"{word}/{value}", str(value)) if word else None

    def number(self, item: Item, field: str, value: Number) -> Sentence:
        """Return a number with the format of its field: a share, a score, a measured value."""
        if field in _LENGTHS:
            return (WORDS.duration(as_duration(int(value))),)
        last = field.rpartition(".")[2]
        record = item.value
        if isinstance(record, Metric) and last in _OF_METRIC:
            return measured(value, record.unit)
        if isinstance(record, Reading) and item.parent and isinstance(item.parent.value, Metric):
            return measured(value, item.parent.value.unit)
        if last in _SHARES:
            return (WORDS.percent(value),)
        if field.startswith("emotion."):
            return (self.score(value),)
        return (WORDS.number(value),)

    def score(self, value: Number) -> str:
        """Return a score on the scale of the journey."""
        return WORDS.score(value, crossing=self._crossing)

    def emotion(self, emotion: Emotion) -> Sentence:
        """Describe an emotion: the score and its label."""
        score = (self.score(emotion.score),) if emotion.score is not None else ()
        feeling = quoted(emotion.feeling) if emotion.feeling else ()
        return joined([part for part in (score, feeling) if part], " ") or ("given",)

    def label(self, item: Item) -> Sentence:
        """Return the name of an item, or its kind if it has none."""
        match item.value:
            case Exit(kind=kind, share=share, reason=reason):
                size = (f" {WORDS.percent(share)}",) if share is not None else ()
                return (kind, *size, *((" (", *quoted(reason), ")") if reason else ()))
            case Edge():
                return self._edge(item, item.value)
            case Metric(name=name, value=value, unit=unit):
                return (user_text(name), *((" ", *measured(value, unit)) if value is not None else ()))
            case Extra(key=key, texts=texts):
                return (user_text(key), " ", *joined([quoted(text) for text in texts]))
            case Reading(date=date, value=value):
                return (user_text(date), " ", *self.number(item, "value", value))
            case _:
                return quoted(item.name) if item.name else (item.kind.word,)

    def _edge(self, item: Item, edge: Edge) -> Sentence:
        share = (f" ({WORDS.percent(edge.share)})",) if edge.share is not None else ()
        return (*self.ends(item), *share)

    def ends(self, item: Item) -> Sentence:
        """Name the ends of an edge."""
        ends = (getattr(item.value, field) for field in ("start", "end"))
        return joined([quoted(self.name(item, "start", end) or str(end)) for end in ends], " → ")


def way(edge: Edge) -> str:
    """Return the noun for an edge of its kind."""
    return _WAYS.get(edge.kind, "way")


def measured(value: Number, unit: str | None) -> Sentence:
    """Return a value with its unit, which is from the author."""
    return (UserText(WORDS.with_unit(value, user_text(unit).text)),) if unit else (WORDS.number(value),)

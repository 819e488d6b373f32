"""What a mapping of events is made of -> its description."""

from mapgen.diff.wording.sentence import Sentence, joined, user_text
from mapgen.model.event_mapping import ConditionValue
from mapgen.model.journey import Condition, TimeColumn


def event_value(value: Condition | TimeColumn) -> Sentence:
    """Describe a condition, "country NL or BE", or the column of the time, "created_at (UTC)"."""
    if isinstance(value, Condition):
        return (user_text(value.column), " ", *joined([_written(one) for one in value.values], " or "))
    more: list[Sentence] = [(user_text(part),) for part in (value.unit, value.zone) if part]
    return (user_text(value.column), *((" (", *joined(more), ")") if more else ()))


def _written(value: ConditionValue) -> Sentence:
    return (user_text(str(value).lower() if isinstance(value, bool) else str(value)),)

"""Times of the journey -> texts, and what stands beside the name of a stage."""

from collections.abc import Iterator

from mapgen.analysis.times import Times, TimeSum
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Stage
from mapgen.words import Words


def sum_text(words: Words, total: TimeSum) -> str:
    """Write a sum; it is a minimum if touchpoints are missing."""
    text = words.duration(total.duration)
    return words("at-least", value=text) if total.missing else text


def sums(words: Words, times: Times) -> Iterator[Text]:
    """Yield the sums that are known, each with its name."""
    for key, total in (("touchpoint-time", times.duration), ("wait", times.wait)):
        if total:
            yield Text(text=sum_text(words, total), label=words(key), tone="muted")


def stage_time(view: LaneContext, stage: Stage) -> str | None:
    """Return when a stage takes place and how long it takes: as it states, or else the sum of its touchpoints."""
    total = view.analysis.times.stages[stage.id].duration
    length = view.words.duration(stage.duration) if stage.duration else total and sum_text(view.words, total)
    return " · ".join(text for text in (stage.when, length) if text) or None

"""Journey -> what stands on the slide of each stage, and in its speaker notes."""

from collections.abc import Iterator
from math import ceil

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model import walk
from mapgen.model.journey import Stage, Touchpoint
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.record import record
from mapgen.shortening import shortened

ROWS = 7
"""The touchpoints of one slide; a stage that has more goes on on the next."""

_LONGEST = 120  # characters of a text in a cell; the notes have all of it
_MAX_TEXTS = 3  # of a cell


@record
class StageSlide:
    """The slide of a stage, or a part of it: `index` counts the stages from 0. Its rows are touchpoints."""

    index: int
    title: str
    goal: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: str


def stage_slides(view: LaneContext) -> Iterator[StageSlide]:
    """Yield the slides of all stages."""
    words = view.words
    keys = ("touchpoint", "emotion-curve", "thoughts", "pain-points", "opportunities")
    for index, stage in enumerate(view.journey.stages):
        parts: list[Part] = [*([stage] if walk.has_facts(stage) else ()), *stage.touchpoints]
        size = ceil(len(parts) / max(1, ceil(len(parts) / ROWS))) or ROWS
        chunks = [parts[first : first + size] for first in range(0, len(parts), size)] or [[]]
        for number, chunk in enumerate(chunks, start=1):
            more = f" ({number}/{len(chunks)})" if len(chunks) > 1 else ""
            yield StageSlide(
                index,
                shortened(stage.name, _LONGEST) + more,
                shortened(stage.goal or stage.definition or "", 2 * _LONGEST),
                tuple(map(words, keys)) if chunk else (),
                tuple(_row(view, part) for part in chunk),
                "\n".join(_notes(view, stage, chunk, is_first=number == 1)),
            )


def _row(view: LaneContext, part: Part) -> tuple[str, ...]:
    words = view.words
    pains = [_graded(view, pain.text, "severity", pain.severity) for pain in walk.pains(part)]
    ideas = [_graded(view, idea.text, "status", idea.status) for idea in part.opportunities]
    thoughts = [quote(thought, words.quotes) for thought in walk.thoughts(part)[:1]]
    return (_name(view, part), _felt(view, part), _cell(thoughts), _cell(pains), _cell(ideas))


def _cell(texts: list[str]) -> str:
    more = ["…"] if len(texts) > _MAX_TEXTS else []
    return "\n".join([*(shortened(text, _LONGEST) for text in texts[:_MAX_TEXTS]), *more])


def _name(view: LaneContext, part: Part) -> str:
    if not isinstance(part, Touchpoint):
        return view.words("about-stage")
    channels = ", ".join(channel.name for channel in walk.channels(part))
    name = shortened(f"{view.numbers[part.id]} {part.name}", _LONGEST)
    return f"{name}\n{shortened(channels, _LONGEST)}" if channels else name


def _felt(view: LaneContext, part: Part) -> str:
    emotion = part.emotion
    if emotion is None:
        return ""
    score = "" if emotion.score is None else written(view.words, view.journey.scale, emotion.score)
    return f"{score} {shortened(emotion.feeling or '', _LONGEST)}".strip()


def _graded(view: LaneContext, text: str, family: str, value: str | None) -> str:
    return f"{text} ({view.words(f'{family}-{value}')})" if value else text


def _notes(view: LaneContext, stage: Stage, parts: list[Part], *, is_first: bool) -> Iterator[str]:
    """Yield the lines of the speaker notes: all that the slide has no room for."""
    words = view.words
    if is_first:
        facts = (("goals", stage.goal), ("when", stage.when), ("owners", stage.owner.name if stage.owner else None))
        yield from (f"{words(key)}: {text}" for key, text in facts if text)
        yield from (f"{words('questions')}: {question.text}" for question in stage.questions)
    for part in parts:
        yield ""
        yield stage.name if isinstance(part, Stage) else f"{view.numbers[part.id]} {part.name}"
        yield from (f"- {line}" for line in _details(view, part))


def _details(view: LaneContext, part: Part) -> Iterator[str]:
    words = view.words
    if isinstance(part, Touchpoint) and part.action:
        yield part.action
    if felt := _felt(view, part):
        yield f"{words('emotion-curve')}: {felt}"
    if part.owner:
        yield f"{words('owners')}: {part.owner.name}"
    yield from (quote(thought, words.quotes) for thought in walk.thoughts(part))
    yield from (f"{words('needs')}: {need}" for need in walk.needs(part))
    for pain in walk.pains(part):
        yield f"{words('pain-points')}: {_graded(view, pain.text, 'severity', pain.severity)}"
    yield from (f"{words('delights')}: {delight.text}" for delight in part.delights)
    for idea in part.opportunities:
        yield f"{words('opportunities')}: {_graded(view, idea.text, 'status', idea.status)}"
    for metric in part.metrics:
        value = "" if metric.value is None else f" {words.with_unit(metric.value, metric.unit or '')}".rstrip()
        yield f"{words('metrics')}: {metric.name}{value}"

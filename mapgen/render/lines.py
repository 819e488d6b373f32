"""Block -> lines of text: what a block says, for formats that write and do not draw."""

from collections.abc import Iterator
from typing import Literal, assert_never

from mapgen.blocks import (
    Block,
    BlueprintStep,
    Bullets,
    Card,
    Chips,
    ImageBlock,
    ItemList,
    Marker,
    Meter,
    PainPair,
    Point,
    Quote,
    Score,
    Text,
    Tone,
)
from mapgen.lanes.grid import Axis
from mapgen.record import record
from mapgen.words import Words

Role = Literal["plain", "strong", "muted", "quote"]
BETWEEN = " · "
STAR = "★"


@record
class TextRun:
    """Some words in one voice; `url` makes them a link."""

    text: str
    role: Role = "plain"
    tone: Tone = "plain"
    url: str | None = None


Line = tuple[TextRun, ...]
"""Runs that stand beside each other, a space between them."""

Lines = tuple[Line, ...]
"""Lines one under the other."""


def lines_of(block: Block, words: Words, axis: Axis | None) -> Lines:  # noqa: C901, PLR0911, PLR0912 - one answer a block
    """Report a block in lines; `axis` names the series and the target of a score."""
    match block:
        case Text():
            return (text_line(block),)
        case Bullets():
            return tuple(_bulleted(block.items))
        case Chips():
            return ((TextRun(BETWEEN.join(chip.text for chip in block.items)),),)
        case Quote():
            return _lines((TextRun(block.text, role="quote"), _run(block.source, role="muted")))
        case Card():
            return tuple(_card(block))
        case ItemList():
            return (text_line(block.line),)
        case BlueprintStep():
            return tuple((TextRun(f"{item} ({note})" if note else item),) for item, note in block.noted)
        case PainPair():
            cards = (block.pain, *block.remedies)
            return (*(line for card in cards for line in _card(card)), *map(text_line, block.notes))
        case Score():
            return tuple(_score(block, words, axis))
        case Meter():
            return tuple(_meter(block))
        case Marker():
            return _lines((TextRun(f"{STAR} {block.title}", role="strong"), _run(block.text)))
        case ImageBlock():
            return _lines((_run(block.alt, role="muted"),))
        case _:
            assert_never(block)


def text_line(text: Text) -> Line:
    """Report a text behind its label."""
    role: Role = "muted" if text.tone == "muted" and text.label is None else "plain"
    run = TextRun(text.text, role=role, tone=text.tone, url=text.url)
    return (TextRun(text.label, role="strong"), run) if text.label else (run,)


def _bulleted(items: tuple[Text, ...]) -> Iterator[Line]:
    """Report items; a muted one with a label stands behind the one that it belongs to."""
    line: Line = ()
    for item in items:
        if line and not (item.tone == "muted" and item.label):
            yield line
            line = ()
        line = (*line, *text_line(item))
    if line:
        yield line


def _card(card: Card) -> Iterator[Line]:
    """Report a card from its title down."""
    yield (TextRun(f"{STAR} {card.title}" if card.starred else card.title, role="strong", tone=card.tone),)
    yield from _lines((_run(_joined(card.overline, card.note), role="muted"),))
    yield from (text_line(text) for text in card.body)
    yield from _lines((_run(card.foot, role="muted"),))


def _score(score: Score, words: Words, axis: Axis | None) -> Iterator[Line]:
    """Report a score: each series with its name, the feeling, the target."""
    feeling = _run(score.feeling)
    first, *others = (_scored(axis, point) for point in score.points) if score.points else ((),)
    everyone = bool(first) and first[0] == _run(words("everyone"), role="muted")
    if len(score.points) == 1:
        yield from _lines((*(first[1:] if everyone else first), feeling))  # with nobody beside them, it needs no name
    else:
        yield from _lines((*first, feeling if everyone else None))
        yield from (line for runs in others for line in _lines(runs))
        yield from _lines((None if everyone else feeling,))
    yield from _lines((_run(_joined(*score.marks, words("hypothesis") if score.hypothesis else None), role="muted"),))
    if score.target:
        yield from _lines((_run(axis.target_name if axis else None, role="muted"), _run(score.target.label)))


def _scored(axis: Axis | None, point: Point) -> tuple[TextRun | None, ...]:
    """Report whose score it is, and the score."""
    name = axis.series[point.series] if axis else None
    return _run(name, role="muted"), _run(point.label, role="strong")


def _meter(meter: Meter) -> Iterator[Line]:
    """Report a metric: name and value, then what is aimed at, then how one knows."""
    yield (TextRun(meter.name), TextRun(meter.value, role="strong", tone=meter.tone))
    yield from _lines((_run(_joined(meter.target_text, meter.trend, meter.note), role="muted"),))


def _joined(*texts: str | None) -> str | None:
    return BETWEEN.join(text for text in texts if text) or None


def _run(text: str | None, *, role: Role = "plain") -> TextRun | None:
    """Make a run of a text that may be absent."""
    return TextRun(text, role=role) if text else None


def _lines(runs: tuple[TextRun | None, ...]) -> Lines:
    """Make one line of the runs that are there, or none."""
    line = tuple(run for run in runs if run)
    return (line,) if line else ()

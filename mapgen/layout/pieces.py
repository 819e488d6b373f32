"""A block and a width -> a piece: how high it is, and how to put it somewhere."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple, assert_never

from mapgen.blocks import (
    Block,
    BlueprintStep,
    Bullets,
    Card,
    Chip,
    Chips,
    ImageBlock,
    ItemList,
    Marker,
    Meter,
    PainPair,
    Quote,
    Score,
    Text,
    Tone,
    reference,
)
from mapgen.layout import dimensions as m
from mapgen.layout import scene
from mapgen.layout.cards import card
from mapgen.layout.exits import exit_arrow
from mapgen.layout.meters import meter
from mapgen.layout.pairs import pain_pair
from mapgen.layout.scene import Item
from mapgen.layout.shapes import star
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, hanging, indented, placed_lines, prose


def piece(block: Block, width: float, ruler: TextMeasurer, accent: str) -> FittedBlock:  # noqa: C901, PLR0911, PLR0912 - one a kind of block
    """Fit a block into a width; `accent` is the role of the stage's color."""
    match block:
        case Text():
            return prose(block, width, ruler)
        case Quote():
            return anchored(_quotation(block, width, ruler), block.anchor)
        case Bullets():
            return stacked([prose(item, width, ruler) for item in block.items], 2)
        case Chips():
            return chips(block.items, width, ruler)
        case Card(icon="mapgen:exit"):
            return exit_arrow(block, width, ruler)
        case Card():
            return card(block, width, ruler, accent)
        case ItemList():
            return prose(block.line, width, ruler)
        case BlueprintStep():
            return stacked([prose(Text(item, tone="plain"), width, ruler) for item in block.items], 2)
        case PainPair():
            return pain_pair(block, width, ruler, accent)
        case Meter():
            return anchored(meter(block, width, ruler), block.anchor)
        case Marker():
            return anchored(_marker(block, width, ruler), block.anchor)
        case ImageBlock():
            return _picture(block, width)
        case Score():
            return _score(block, width, ruler)
        case _:
            assert_never(block)


def least_width(block: Block, room: float) -> float:
    """Return the width from which on blocks of a kind stand side by side in `room` pixels."""
    if isinstance(block, PainPair):
        return m.PAIR_MIN if room >= m.PAIR_MIN else m.SUBCARD_MIN
    return m.SUBCARD_MIN if isinstance(block, Card | Meter) else m.PROSE_MIN


def row_gap(block: Block) -> float:
    """Return the distance between blocks of a kind that stand under each other; pairs keep apart from pairs."""
    if isinstance(block, PainPair):
        return m.PAIR_GAP
    return m.CARD_GAP if isinstance(block, Card | Meter) else m.PROSE_GAP


def anchored(part: FittedBlock, anchor: str | None) -> FittedBlock:
    """Let others point at a piece."""
    if anchor is None:
        return part

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        items: list[Item] = []
        part.place(x, y, height, items)
        out.append(scene.Group(tuple(items), None, anchor))

    return FittedBlock(part.height, place)


def stacked(parts: Sequence[FittedBlock], gap: float) -> FittedBlock:
    """Put pieces one under the other."""

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        for part in parts:
            part.place(x, y, part.height, out)
            y += part.height + gap

    return FittedBlock(fsum(part.height for part in parts) + gap * max(0, len(parts) - 1), place)


def beside(
    parts: Sequence[FittedBlock], width: float, count: int, gap: float, between: float | None = None
) -> FittedBlock:
    """Put pieces into `count` columns that share a width, row by row; a row is as high as its highest piece.

    `gap` is the distance of columns, `between` that of rows, the same if it is not given.
    """
    between = gap if between is None else between
    if len(parts) == 1:
        return parts[0]
    if count == 1:
        return stacked(parts, between)
    step = (width + gap) / count
    rows = [parts[start : start + count] for start in range(0, len(parts), count)]
    heights = [max(part.height for part in row) for row in rows]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        for row, height in zip(rows, heights, strict=True):
            for index, part in enumerate(row):
                part.place(x + index * step, y, height, out)
            y += height + between

    return FittedBlock(fsum(heights) + between * (len(rows) - 1), place)


def _quotation(quote: Quote, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a quote, and below it where it is from."""
    label = reference(quote)
    said = prose(Text(quote.marked, label), width, ruler)
    if not quote.source:
        return said
    hang = hanging(label, width, ruler)
    return stacked([said, indented(prose(Text(quote.source), width - hang, ruler, m.QUOTE_SOURCE), hang)], 0)


class _Pill(NamedTuple):
    chip: Chip
    lines: tuple[TextLine, ...]
    width: float
    height: float


def chips(items: Iterable[Chip], width: float, ruler: TextMeasurer) -> FittedBlock:
    """Set chips in rows; a chip that is too long for the width is as high as its text needs."""
    rows: list[list[_Pill]] = [[]]
    used = 0.0
    for chip in items:
        pill = _pill(chip, width, ruler)
        if rows[-1] and used + pill.width > width:
            rows.append([])
            used = 0.0
        rows[-1].append(pill)
        used += pill.width + m.CHIP_GAP
    heights = [max((pill.height for pill in row), default=0.0) for row in rows]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        for row, height in zip(rows, heights, strict=True):
            left = x
            for pill in row:
                _place_pill(pill, left, y, out)
                left += pill.width + m.CHIP_GAP
            y += height + m.CHIP_GAP

    return FittedBlock(fsum(heights) + m.CHIP_GAP * (len(rows) - 1), place)


def _pill(chip: Chip, width: float, ruler: TextMeasurer) -> _Pill:
    lines = ruler.lines(chip.text, m.CHIP, width - 2 * m.CHIP_PAD)
    widest = max(line.width for line in lines)
    return _Pill(chip, lines, widest + 2 * m.CHIP_PAD, len(lines) * m.CHIP.leading + m.CHIP_HEIGHT - m.CHIP.leading)


_CHIP_FILLS: dict[Tone, str] = {
    "plain": "panel", "muted": "panel", "good": "good-soft", "bad": "bad-soft", "caution": "bad-soft",
}  # fmt: skip


def _place_pill(pill: _Pill, x: float, y: float, out: list[Item]) -> None:
    fill = _CHIP_FILLS[pill.chip.tone]
    out.append(scene.Rect(x, y, pill.width, pill.height, fill, "line", radius=m.CHIP_HEIGHT / 2))
    top = y + (m.CHIP_HEIGHT - m.CHIP.leading) / 2
    placed_lines(pill.lines, x + m.CHIP_PAD, top, m.CHIP, out)


def _marker(marker: Marker, width: float, ruler: TextMeasurer) -> FittedBlock:
    inset = 2 * m.STAR + 6
    title = prose(Text(marker.title, reference(marker)), width - inset, ruler, m.BODY_STRONG)
    why = ruler.lines(marker.text, m.BODY, width - inset) if marker.text else ()

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        out.append(star(x + m.STAR, y + m.BODY.leading / 2, m.STAR))
        title.place(x + inset, y, title.height, out)
        placed_lines(why, x + inset, y + title.height, m.BODY, out)

    return FittedBlock(title.height + len(why) * m.BODY.leading, place)


def _picture(picture: ImageBlock, width: float) -> FittedBlock:
    height = round(width * 0.62, 2)

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        out.append(scene.ImageItem(x, y, width, height, picture.src, picture.alt))

    return FittedBlock(height, place)


def _score(score: Score, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Report a score in words, where it stands outside a curve."""
    told = [point.label for point in score.points] + ([score.feeling] if score.feeling else [])
    return prose(Text(" \u00b7 ".join(told)), width, ruler)

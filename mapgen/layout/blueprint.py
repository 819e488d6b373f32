"""The steps of a service blueprint -> cards under their touchpoints, and arrows down through the lines between lanes.

Equal items of neighboring touchpoints become one card over all of them. A lane draws its part of each arrow: from its
line to its first card, and from its last card to its lower end where a lane below goes on.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mapgen.blocks import BlueprintStep
from mapgen.lanes.grid import Cell, Row
from mapgen.layout import dimensions as m
from mapgen.layout.columns import Band
from mapgen.layout.scene import Item, Line, Path, Rect
from mapgen.layout.shapes import polygon
from mapgen.layout.stage_headings import accent
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import placed_lines

_PAD = 7.0
_GAP = 6.0  # between two cards of a touchpoint
_ABOVE = 4.0  # between a line and the arrow that ends at a card
_HEAD = 6.0
_PEN = 1.5
_RADIUS = 5.0
_START_PAD = 4.0
_NOTE_GAP = 2.0


class LaneTop(NamedTuple):
    """Where arrows come in from above, where cards begin, and how high the lane is at least."""

    origin: float
    y: float
    least: float


class StepCard(NamedTuple):
    """One item over the columns from `first` up to, and not with, `last`, at `y` below the top of its lane."""

    text: str
    first: int
    last: int
    lines: tuple[TextLine, ...]
    y: float
    note: tuple[TextLine, ...] = ()

    @property
    def note_y(self) -> float:
        """Where the note begins below the top of its lane."""
        return self.y + _PAD + len(self.lines) * m.CARD_BODY.leading + (_NOTE_GAP if self.note else 0.0)

    @property
    def bottom(self) -> float:
        """Where the card ends below the top of its lane."""
        return self.note_y + len(self.note) * m.CARD_FOOT.leading + _PAD


def is_blueprint(cells: Iterable[Cell]) -> bool:
    """Return whether a lane holds steps."""
    return any(isinstance(block, BlueprintStep) for cell in cells for block in cell.blocks)


def starts(cells: Sequence[Cell], band: Band, y: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Name the touchpoints from which arrows lead into the first lane of a blueprint; return the height."""
    named = [(cell.first, step.start) for cell, step in _steps(cells) if step.start]
    fitted = [
        (column, ruler.lines(text, m.CARD_FOOT, _right(band, column) - _left(band, column) - 2 * _START_PAD))
        for column, text in named
    ]
    height = max((len(lines) for _, lines in fitted), default=0) * m.CARD_FOOT.leading
    for column, lines in fitted:
        left = _left(band, column)
        color = accent(next(place.index for place in band.places if column < place.heading.last))
        out.append(Rect(left, y + height + 3, _right(band, column) - left, 2, color))
        placed_lines(lines, left, y + height - len(lines) * m.CARD_FOOT.leading, m.CARD_FOOT, out, fill="ink")
    return height + 5 if fitted else 0.0


def steps(row: Row, cells: Sequence[Cell], band: Band, lane: LaneTop, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw the cards of a lane, and its parts of the arrows; return the height of the lane."""
    origin, top, least = lane
    cards = list(_cards(cells, band, ruler))
    height = max(least, max((card.bottom for card in cards), default=0.0))
    for cell, step in _steps(cells):
        if step.arrow:
            own = [card for card in cards if card.first <= cell.first < card.last]
            _arrows(own, _center(band, cell.first), origin, top, height if step.leads_on else None, out)
    fill = "paper" if row.line and row.line[0] == "interaction" else "panel"
    for card in cards:
        left, right = _left(band, card.first), _right(band, card.last - 1)
        out.append(
            Rect(left + 0.5, top + card.y + 0.5, right - left - 1, card.bottom - card.y - 1, fill, "line", 1, _RADIUS)
        )
        placed_lines(card.lines, left + _PAD, top + card.y + _PAD, m.CARD_BODY, out)
        placed_lines(card.note, left + _PAD, top + card.note_y, m.CARD_FOOT, out)
    return height


def _arrows(
    cards: Sequence[StepCard], x: float, origin: float, top: float, height: float | None, out: list[Item]
) -> None:
    """Draw the arrow of one column: down to its first card, and on from its last where it has a `height` to go."""
    if not cards:
        if height is not None:
            out.append(Line(x, origin, x, top + height + m.ROW_PAD, "muted", _PEN))
        return
    tip = top + min(card.y for card in cards)
    out.append(Line(x, origin, x, tip - _HEAD + 1, "muted", _PEN))
    out.append(Path(polygon([(x - 4, tip - _HEAD), (x + 4, tip - _HEAD), (x, tip)]), fill="muted"))
    if height is not None:
        out.append(Line(x, top + max(card.bottom for card in cards), x, top + height + m.ROW_PAD, "muted", _PEN))


def _cards(cells: Sequence[Cell], band: Band, ruler: TextMeasurer) -> Iterable[StepCard]:
    """Place cards as high as they can stand, those over several columns first."""
    free: dict[int, float] = {}
    for (text, note), first, last in sorted(_merged(cells), key=lambda span: (span[1] - span[2], span[1])):
        width = _right(band, last - 1) - _left(band, first) - 2 * _PAD
        y = max(free.get(column, 0.0) for column in range(first, last))
        foot = ruler.lines(note, m.CARD_FOOT, width) if note else ()
        card = StepCard(text, first, last, ruler.lines(text, m.CARD_BODY, width), y, foot)
        free |= dict.fromkeys(range(first, last), card.bottom + _GAP)
        yield card


def _merged(cells: Sequence[Cell]) -> list[tuple[tuple[str, str], int, int]]:
    """Join equal items of neighboring columns, each with its note."""
    spans: list[tuple[tuple[str, str], int, int]] = []
    opened: dict[tuple[str, str], int] = {}  # where the span of each item is that reaches the column before
    before = None
    for cell, step in _steps(cells):
        now: dict[tuple[str, str], int] = {}
        for text in dict.fromkeys(step.noted):
            at = opened.get(text) if before == cell.first else None
            if at is None:
                at = len(spans)
                spans.append((text, cell.first, cell.last))
            spans[at] = (text, spans[at][1], cell.last)
            now[text] = at
        opened, before = now, cell.last
    return spans


def _steps(cells: Iterable[Cell]) -> Iterable[tuple[Cell, BlueprintStep]]:
    return ((cell, block) for cell in cells for block in cell.blocks if isinstance(block, BlueprintStep))


def _left(band: Band, column: int) -> float:
    return next(place.left(column) for place in band.places if column < place.heading.last)


def _right(band: Band, column: int) -> float:
    return next(place.right(column) for place in band.places if column < place.heading.last)


def _center(band: Band, column: int) -> float:
    return (_left(band, column) + _right(band, column)) / 2

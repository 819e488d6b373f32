"""A card -> a piece: a touchpoint in a frame, or a statement (pain point, opportunity, exit) on its own ground."""

from math import fsum
from typing import NamedTuple

from mapgen.blocks import Card, Text
from mapgen.layout import dimensions as m
from mapgen.layout.icons import SIZE as ICON
from mapgen.layout.icons import icon, icon_of
from mapgen.layout.scene import Box, Circle, Group, Item, Rect
from mapgen.layout.shapes import bar_of_card, star
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines, prose
from mapgen.record import replace

_CHECK = "\N{CHECK MARK}"
_NUMBER_GAP = 6.0
_NOTE_GAP = 12.0
_PART_GAP = 3.0
_FOOT_GAP = 4.0
_LEVEL_GAP = 7.0
_LEVEL = 7.0  # from one dot to the next
_LEVELS = 4
_ROOMY = 120.0  # from here on the channel's name stands beside its icon


class _Head(NamedTuple):
    """The top of a card: number, icon, overline and, where there is room beside them, the note.

    The overline begins at `inset`, or below number and icon where it is `under` them.
    """

    number: TextLine | None
    icon: str | None
    letter: TextLine | None
    inset: float
    overline: tuple[TextLine, ...]
    under: bool
    note: TextLine | None
    level: int

    @property
    def left_lines(self) -> int:
        """The lines taken by number, icon and overline."""
        first = 1 if self.number or self.icon or self.letter else 0
        return first + len(self.overline) if self.under else max(first, len(self.overline))

    @property
    def height(self) -> float:
        return max(self.left_lines, 1 if self.note else 0) * m.CARD_OVERLINE.leading


def card(block: Card, width: float, ruler: TextMeasurer, accent: str) -> FittedBlock:
    """Fit a card; `accent` is the role of the stage's color, which frames a touchpoint."""
    if block.icon == "mapgen:check":  # a character, since a drawn one would be mirrored where text runs from the right
        block = replace(block, icon=None, overline=f"{_CHECK} {block.overline or ''}".rstrip())
    statement = block.tone != "plain"
    inner = width - m.CARD_BAR - 2 * m.CARD_PAD
    head = _head(block, inner, ruler)
    parts = _parts(block, inner, ruler)
    if block.note and not head.note:
        parts.append(_lines(ruler.lines(block.note, m.CARD_OVERLINE, inner), m.CARD_OVERLINE, _PART_GAP))
    foot = _lines(ruler.lines(block.foot, m.CARD_FOOT, inner), m.CARD_FOOT, _FOOT_GAP) if block.foot else None
    pad = m.CARD_PAD - 2
    height = 2 * pad + head.height + fsum(part.height for part in parts) + (foot.height if foot else 0)
    color = TONES[block.tone] if statement else accent

    def place(x: float, y: float, room: float, out: list[Item]) -> None:
        items: list[Item] = []
        _frame(block, Box(x, y, width, room), color, items)
        left, top = x + m.CARD_BAR + m.CARD_PAD, y + pad
        _place_head(head, left, top, inner, color, items, statement=statement)
        if block.starred:
            items.append(star(x + width - m.CARD_PAD - m.STAR + 2, top + m.STAR, m.STAR))
        top += head.height
        for part in parts:
            part.place(left, top, part.height, items)
            top += part.height
        if foot:
            foot.place(left, y + room - pad - foot.height, foot.height, items)
        out.append(Group(tuple(items), None, block.anchor, Box(x, y, width, room)))

    return FittedBlock(height, place)


def card_need(block: Card, ruler: TextMeasurer) -> float:
    """Return the width at which no word of a card's title has to be broken."""
    return ruler.longest_word(block.title, m.CARD_TITLE) + m.CARD_BAR + 2 * m.CARD_PAD


def _head(block: Card, inner: float, ruler: TextMeasurer) -> _Head:
    if block.touchpoint:
        told = " \u00b7 ".join(filter(None, (block.touchpoint, block.overline)))
        block = replace(block, number=None, touchpoint=None, overline=told)
    text = "" if block.number is None else str(block.number)
    number = TextLine(text, ruler.width(text, m.CARD_NUMBER)) if text else None
    drawn = icon_of(block.icon, block.overline or "") if block.icon else None
    letter = _letter(block, ruler) if block.icon and not drawn else None
    sign = drawn or letter
    inset = (number.width + _NUMBER_GAP if number else 0.0) + (ICON + _NUMBER_GAP if sign else 0.0)
    style = m.BADGE if block.tone != "plain" else m.CARD_OVERLINE
    whole = ruler.width(block.overline, style) if block.overline else 0.0
    beside = inner - inset - (2 * m.STAR + 4 if block.starred else 0)
    under = block.tone == "plain" and sign is not None and (inner < _ROOMY or whole > beside)
    dots = _LEVEL_GAP + _LEVELS * _LEVEL if block.level else 0.0
    room = inner if under else beside - dots
    overline = ruler.lines(block.overline, style, room) if block.overline else ()
    if not block.note:
        return _Head(number, drawn, letter, inset, overline, under, None, block.level)
    used = inset + dots + (0.0 if under else max((line.width for line in overline), default=0.0))
    note = TextLine(block.note, ruler.width(block.note, m.CARD_OVERLINE))
    fits = used + _NOTE_GAP + note.width <= inner and "\n" not in block.note
    return _Head(number, drawn, letter, inset, overline, under, note if fits else None, block.level)


def _letter(block: Card, ruler: TextMeasurer) -> TextLine | None:
    """Return the sign of a channel that has no icon: the first letter of its name."""
    first = next((character for character in block.overline or "" if character.isalnum()), "")
    text = first.upper()
    return TextLine(text, ruler.width(text, m.LETTER)) if text else None


def _parts(block: Card, inner: float, ruler: TextMeasurer) -> list[FittedBlock]:
    style = m.BODY_STRONG if block.tone != "plain" else m.CARD_TITLE
    return [
        _lines(ruler.lines(block.title, style, inner), style, _PART_GAP),
        *(_body(text, inner, ruler) for text in block.body),
    ]


def _lines(lines: tuple[TextLine, ...], style: Style, above: float) -> FittedBlock:
    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        placed_lines(lines, x, y + above, style, out)

    return FittedBlock(above + len(lines) * style.leading, place)


def _body(text: Text, inner: float, ruler: TextMeasurer) -> FittedBlock:
    part = prose(text, inner, ruler, m.CARD_BODY)

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        part.place(x, y + _PART_GAP, part.height, out)

    return FittedBlock(part.height + _PART_GAP, place)


def _frame(block: Card, box: Box, color: str, out: list[Item]) -> None:
    x, y, width, height = box
    if block.tone != "plain":
        fill = {"good": "good-soft", "bad": "bad-soft", "caution": "bad-soft", "muted": "panel"}[block.tone]
        if block.hypothesis:
            out.append(Rect(x + 0.5, y + 0.5, width - 1, height - 1, "paper", color, 1, m.CARD_RADIUS / 2, "4 3"))
        else:
            out.append(Rect(x, y, width, height, fill, radius=m.CARD_RADIUS / 2))
        out.append(Rect(x, y, m.STATEMENT_BAR, height, color))
        return
    stroke, weight = (color, 2.0) if block.starred else ("line", 1.0)
    out.append(Rect(x + 0.5, y + 0.5, width - 1, height - 1, "paper", stroke, weight, m.CARD_RADIUS))
    out.append(bar_of_card(x, y, m.CARD_BAR, height, m.CARD_RADIUS, color))


def _place_head(head: _Head, x: float, y: float, inner: float, color: str, out: list[Item], *, statement: bool) -> None:
    left = x
    if head.number:
        placed_lines([head.number], x, y, m.CARD_NUMBER, out, fill=color.replace("stage-", "accent-"))
        left += head.number.width + _NUMBER_GAP
    top = y + (m.CARD_OVERLINE.leading - ICON) / 2
    if head.icon:
        out.append(icon(head.icon, left, top, color if statement else "muted"))
    elif head.letter:
        out.append(Rect(left + 0.6, top + 0.6, ICON - 1.2, ICON - 1.2, None, "muted", 1.2, 3))
        placed_lines([head.letter], left + ICON / 2, top, m.LETTER, out, anchor="middle")
    style = m.BADGE if statement else m.CARD_OVERLINE
    at = (x, y + m.CARD_OVERLINE.leading) if head.under else (x + head.inset, y)
    placed_lines(head.overline, *at, style, out, fill=color if statement else None)
    if head.level:
        after = at[0] + max((line.width for line in head.overline), default=0.0) + _LEVEL_GAP
        out += _level(head.level, after, at[1] + m.CARD_OVERLINE.leading / 2, color)
    if head.note:
        placed_lines([head.note], x + inner, y, m.CARD_OVERLINE, out, anchor="end")


def _level(level: int, x: float, y: float, color: str) -> list[Item]:
    """Draw how bad it is as four dots, of which so many are filled."""
    radius = _LEVEL / 2 - 1
    return [
        Circle(x + radius + index * _LEVEL, y, radius, color if index < level else None, color, 1)
        for index in range(_LEVELS)
    ]

"""Node -> its card, with a face, and the ways out of the journey under it."""

from typing import NamedTuple

from mapgen.blocks import Card, Tone
from mapgen.charts.flowchart import Node, Out
from mapgen.layout import metrics as m
from mapgen.layout.icons import SIZE as ICON
from mapgen.layout.icons import icon, icon_of
from mapgen.layout.prose import TONES, placed_lines
from mapgen.layout.scene import Box, Group, Item, Line, Path, Rect
from mapgen.layout.shapes import bar_of_card, face, polygon, star
from mapgen.layout.text import Ruler, TextLine

_GAP = 6.0
_FACE = 8.0
_PAD = 8.0
_OUT_GAP = 13.0
_OUT_PAD = 8.0
_SOFT: dict[Tone, str] = {
    "good": "good-soft",
    "bad": "bad-soft",
    "caution": "panel",
    "muted": "panel",
    "plain": "panel",
}


class Fitted(NamedTuple):
    """A node fitted into a width: its lines, the height of its card and of all that hangs under it."""

    node: Node
    overline: tuple[TextLine, ...]
    title: tuple[TextLine, ...]
    foot: tuple[TextLine, ...]
    outs: tuple[tuple[Out, tuple[TextLine, ...], tuple[TextLine, ...]], ...]
    height: float
    below: float


def fitted(node: Node, width: float, ruler: Ruler) -> Fitted:
    """Break the texts of a node."""
    inner = width - m.CARD_BAR - 2 * m.CARD_PAD
    signs = (2 * _FACE + _GAP if node.feeling is not None else 0) + (2 * m.STAR + 2 if node.card.starred else 0)
    overline = (
        ruler.lines(node.card.overline, m.CARD_OVERLINE, inner - signs - _inset(node.card, ruler))
        if node.card.overline
        else ()
    )
    title = ruler.lines(node.card.title, m.CARD_TITLE, inner)
    said = [text for text in (node.card.foot, node.entry and f"\u25b8 {node.entry}") if text]
    foot = tuple(line for text in said for line in ruler.lines(text, m.CARD_FOOT, inner))
    head = max(len(overline) * m.CARD_OVERLINE.leading, 2 * _FACE + 2 if signs else 0, m.CARD_OVERLINE.leading)
    height = (
        2 * _PAD + head + 3 + len(title) * m.CARD_TITLE.leading + (4 if foot else 0) + len(foot) * m.CARD_FOOT.leading
    )
    outs = tuple(_out(out, width, ruler) for out in node.outs)
    return Fitted(node, overline, title, foot, outs, height, sum(_OUT_GAP + _out_height(out) for out in outs))


def _inset(card: Card, ruler: Ruler) -> float:
    number = 0.0 if card.number is None else ruler.width(str(card.number), m.CARD_NUMBER) + _GAP
    return number + (ICON + _GAP if card.icon else 0.0)


def _out(out: Out, width: float, ruler: Ruler) -> tuple[Out, tuple[TextLine, ...], tuple[TextLine, ...]]:
    inner = width - 2 * _OUT_PAD
    return out, ruler.lines(out.text, m.BADGE, inner), ruler.lines(out.reason, m.TICK, inner) if out.reason else ()


def _out_height(out: tuple[Out, tuple[TextLine, ...], tuple[TextLine, ...]]) -> float:
    return 8 + len(out[1]) * m.BADGE.leading + len(out[2]) * m.TICK.leading


def draw_node(one: Fitted, box: Box, color: str, ruler: Ruler, *, lit: bool, out: list[Item]) -> None:
    """Draw a card into its box, and under it the ways out; one that is not `lit` steps back."""
    items: list[Item] = []
    x, y, width, height = box
    card = one.node.card
    frame = color if lit else "line"
    stroke, weight = (frame, 2.0) if card.starred else ("line", 1.0)
    items.append(Rect(x + 0.5, y + 0.5, width - 1, height - 1, "paper", stroke, weight, m.CARD_RADIUS))
    items.append(bar_of_card(x, y, m.CARD_BAR, height, m.CARD_RADIUS, frame))
    left, right, top = x + m.CARD_BAR + m.CARD_PAD, x + width - m.CARD_PAD, y + _PAD
    _draw_head(one, left, top, color, ruler, items, lit=lit)
    if one.node.feeling is not None:
        role = f"score-{min(5, int(one.node.feeling * 5) + 1)}" if lit else "line"
        items += face(right - _FACE, top + _FACE, _FACE, one.node.feeling, role, hollow=one.node.hypothesis)
        right -= 2 * _FACE + _GAP
    if card.starred:
        items.append(star(right - m.STAR, top + _FACE, m.STAR))
    ink = None if lit else "muted"
    signs = 2 * _FACE + 2 if one.node.feeling is not None or card.starred else 0
    top += max(len(one.overline) * m.CARD_OVERLINE.leading, signs, m.CARD_OVERLINE.leading) + 3
    placed_lines(one.title, left, top, m.CARD_TITLE, items, fill=ink)
    placed_lines(
        one.foot, left, y + height - _PAD - len(one.foot) * m.CARD_FOOT.leading, m.CARD_FOOT, items, fill="muted"
    )
    out.append(Group(tuple(items), card.title, card.anchor, box))
    y += height
    for number, way in enumerate(one.outs, start=1):
        anchor = f"flow-exit-{one.node.id}.{number}" if card.anchor else None
        drawn, y = _draw_out(way, Box(x, y, width, 0), anchor, lit=lit)
        out.append(drawn)


def _draw_head(one: Fitted, x: float, y: float, color: str, ruler: Ruler, out: list[Item], *, lit: bool) -> None:
    card, left = one.node.card, x
    if card.number is not None:
        number = TextLine(str(card.number), ruler.width(str(card.number), m.CARD_NUMBER))
        placed_lines([number], x, y, m.CARD_NUMBER, out, fill=color.replace("stage-", "accent-") if lit else "muted")
        left += number.width + _GAP
    if card.icon:
        drawn = icon_of(card.icon, card.overline or "")
        top = y + (m.CARD_OVERLINE.leading - ICON) / 2
        if drawn:
            out.append(icon(drawn, left, top, "muted"))
        else:
            letter = next((one.upper() for one in card.overline or "" if one.isalnum()), "")
            out.append(Rect(left + 0.6, top + 0.6, ICON - 1.2, ICON - 1.2, None, "muted", 1.2, 3))
            placed_lines(
                [TextLine(letter, ruler.width(letter, m.LETTER))], left + ICON / 2, top, m.LETTER, out, anchor="middle"
            )
        left += ICON + _GAP
    placed_lines(one.overline, left, y, m.CARD_OVERLINE, out)


def _draw_out(
    way: tuple[Out, tuple[TextLine, ...], tuple[TextLine, ...]], at: Box, anchor: str | None, *, lit: bool
) -> tuple[Group, float]:
    """Draw a way out: an arrow from the top of a box down to a dashed pill; return it and where it ends."""
    told, kind, reason = way
    x, y, width, _ = at
    color = TONES[told.tone] if lit else "muted"
    middle, top, height = x + 22, y + _OUT_GAP, _out_height(way)
    weight = 1.2 + 2.8 * min(1.0, told.share) if told.share is not None else 1.5
    items: list[Item] = [Line(middle, y, middle, top - 5, color, weight)]
    items.append(Path(polygon([(middle - 4.5, top - 6), (middle + 4.5, top - 6), (middle, top)]), fill=color))
    radius = min(11.0, height / 2)
    items.append(
        Rect(x + 0.5, top + 0.5, width - 1, height - 1, _SOFT[told.tone] if lit else "paper", color, 1, radius, "4 3")
    )
    placed_lines(kind, x + _OUT_PAD, top + 4, m.BADGE, items, fill=color)
    placed_lines(
        reason, x + _OUT_PAD, top + 4 + len(kind) * m.BADGE.leading, m.TICK, items, fill="soft" if lit else "muted"
    )
    name = " \u00b7 ".join(text for text in (told.text, told.reason) if text)
    return Group(tuple(items), name, anchor, Box(x, y, width, top + height - y)), top + height

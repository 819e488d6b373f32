"""Node -> its card, with a face, and the ways out of the journey under it."""

from math import fsum
from typing import NamedTuple

from mapgen.blocks import Card, Text, Tone
from mapgen.charts.flowchart import FlowNode, Out
from mapgen.layout import dimensions as m
from mapgen.layout.icons import SIZE as ICON
from mapgen.layout.icons import icon, icon_of
from mapgen.layout.scene import Box, Circle, Group, Item, Label, Line, Path, Rect
from mapgen.layout.shapes import bar_of_card, face, polygon, star
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines, prose

_GAP = 6.0
_FACE = 8.0
_PAD = 8.0
_OUT_GAP = 13.0
_OUT_PAD = 8.0
_ROLE_GAP = 2.0
_DECIDES = 5.0  # the radius of the sign of who decides
_SOFT: dict[Tone, str] = {
    "good": "good-soft",
    "bad": "bad-soft",
    "caution": "panel",
    "muted": "panel",
    "plain": "panel",
}


class Pill(NamedTuple):
    """A way out fitted into a width: the lines of its kind, of its reason, and of how many of all it loses."""

    out: Out
    kind: tuple[TextLine, ...]
    reason: tuple[TextLine, ...]
    loss: tuple[TextLine, ...]

    @property
    def height(self) -> float:
        """Its height without the arrow to it."""
        return 8 + (len(self.kind) + len(self.loss)) * m.BADGE.leading + len(self.reason) * m.TICK.leading


class Fitted(NamedTuple):
    """A node fitted into a width: its lines, the height of its card and of all that hangs under it.

    The overline stands beside number and signs, or `under` them; all that is `head` high.
    """

    node: FlowNode
    overline: tuple[TextLine, ...]
    under: bool
    head: float
    title: tuple[TextLine, ...]
    group: tuple[tuple[Text, FittedBlock], ...]
    foot: tuple[TextLine, ...]
    outs: tuple[Pill, ...]
    height: float
    below: float


def fitted(node: FlowNode, width: float, ruler: TextMeasurer) -> Fitted:
    """Break the texts of a node."""
    inner = width - m.CARD_BAR - 2 * m.CARD_PAD
    overline, under, head = _head(node, inner, ruler)
    title = ruler.lines(node.card.title, m.CARD_TITLE, inner)
    said = [text for text in (node.card.foot, node.entry and f"\u25ba {node.entry}") if text]
    foot = tuple(line for text in said for line in ruler.lines(text, m.CARD_FOOT, inner))
    group = tuple((text, prose(text, inner - _indent(text), ruler, m.CARD_FOOT)) for text in node.card.body)
    lines = head + 3 + len(title) * m.CARD_TITLE.leading + len(foot) * m.CARD_FOOT.leading
    height = 2 * _PAD + lines + (4 if foot else 0) + fsum(_ROLE_GAP + piece.height for _, piece in group)
    outs = tuple(_pill(out, width, ruler) for out in node.outs)
    below = fsum(_OUT_GAP + pill.height for pill in outs)
    return Fitted(node, overline, under, head, title, group, foot, outs, height, below)


def _head(node: FlowNode, inner: float, ruler: TextMeasurer) -> tuple[tuple[TextLine, ...], bool, float]:
    """Fit the overline: beside number and signs, or under them where it needs more than one line there."""
    signs = (2 * _FACE + _GAP if node.feeling is not None else 0) + (2 * m.STAR + 2 if node.card.starred else 0)
    first = max(2 * _FACE + 2 if signs else 0, m.CARD_OVERLINE.leading)
    if not node.card.overline:
        return (), False, first
    inset = _inset(node.card, ruler)
    beside = ruler.lines(node.card.overline, m.CARD_OVERLINE, inner - signs - inset)
    if len(beside) == 1 or not signs + inset:
        return beside, False, max(first, len(beside) * m.CARD_OVERLINE.leading)
    under = ruler.lines(node.card.overline, m.CARD_OVERLINE, inner)
    return under, True, first + len(under) * m.CARD_OVERLINE.leading


def _indent(text: Text) -> float:
    """Return the room for the sign of who decides."""
    return 2 * _DECIDES + 4 if text.tone == "good" else 0.0


def _inset(card: Card, ruler: TextMeasurer) -> float:
    number = 0.0 if card.number is None else ruler.width(str(card.number), m.CARD_NUMBER) + _GAP
    return number + (ICON + _GAP if card.icon else 0.0)


def _pill(out: Out, width: float, ruler: TextMeasurer) -> Pill:
    inner = width - 2 * _OUT_PAD
    return Pill(
        out,
        ruler.lines(out.text, m.BADGE, inner),
        ruler.lines(out.reason, m.TICK, inner) if out.reason else (),
        ruler.lines(out.loss, m.BADGE, inner) if out.loss else (),
    )


def draw_node(one: Fitted, box: Box, color: str, ruler: TextMeasurer, *, lit: bool, out: list[Item]) -> None:
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
    top += one.head + 3
    placed_lines(one.title, left, top, m.CARD_TITLE, items, fill=ink)
    _draw_group(one, left, top + len(one.title) * m.CARD_TITLE.leading, items, lit=lit)
    placed_lines(
        one.foot, left, y + height - _PAD - len(one.foot) * m.CARD_FOOT.leading, m.CARD_FOOT, items, fill="muted"
    )
    out.append(Group(tuple(items), card.title, card.anchor, box))
    y += height
    for number, way in enumerate(one.outs, start=1):
        anchor = f"flow-exit-{one.node.id}.{number}" if card.anchor else None
        drawn, y = _draw_out(way, Box(x, y, width, 0), anchor, lit=lit)
        out.append(drawn)


def _draw_head(one: Fitted, x: float, y: float, color: str, ruler: TextMeasurer, out: list[Item], *, lit: bool) -> None:
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
    if one.under:
        placed_lines(one.overline, x, y + one.head - len(one.overline) * m.CARD_OVERLINE.leading, m.CARD_OVERLINE, out)
    else:
        placed_lines(one.overline, left, y, m.CARD_OVERLINE, out)


def _draw_group(one: Fitted, x: float, y: float, out: list[Item], *, lit: bool) -> None:
    """Write who of the buying group is there; a tick in a circle stands before who decides."""
    items: list[Item] = []
    for text, piece in one.group:
        y += _ROLE_GAP
        indent = _indent(text)
        if indent:
            items += _tick(x + _DECIDES, y + m.CARD_FOOT.leading / 2, "good" if lit else "muted")
        piece.place(x + indent, y, piece.height, items)
        y += piece.height
    out += items if lit else (item._replace(fill="muted") if isinstance(item, Label) else item for item in items)


def _tick(x: float, y: float, color: str) -> list[Item]:
    r = _DECIDES
    hook = (("M", (x - r * 0.5, y)), ("L", (x - r * 0.1, y + r * 0.42)), ("L", (x + r * 0.52, y - r * 0.42)))
    return [Circle(x, y, r, color), Path(hook, stroke="paper", stroke_width=1.5)]


def _draw_out(way: Pill, at: Box, anchor: str | None, *, lit: bool) -> tuple[Group, float]:
    """Draw a way out: an arrow down to a pill, dashed but for the largest loss; return it and where it ends."""
    told = way.out
    x, y, width, _ = at
    color = TONES[told.tone] if lit else "muted"
    middle, top, height = x + 22, y + _OUT_GAP, way.height
    weight = 1.2 + 2.8 * min(1.0, told.share) if told.share is not None else 1.5
    items: list[Item] = [Line(middle, y, middle, top - 5, color, weight)]
    items.append(Path(polygon([(middle - 4.5, top - 6), (middle + 4.5, top - 6), (middle, top)]), fill=color))
    radius = min(11.0, height / 2)
    stroke, dash = (2.0, None) if told.loss else (1.0, "4 3")
    fill = ("bad-soft" if told.loss else _SOFT[told.tone]) if lit else "paper"
    items.append(Rect(x + 0.5, top + 0.5, width - 1, height - 1, fill, color, stroke, radius, dash))
    said, line = x + _OUT_PAD, top + 4
    placed_lines(way.kind, said, line, m.BADGE, items, fill=color)
    line += len(way.kind) * m.BADGE.leading
    placed_lines(way.reason, said, line, m.TICK, items, fill="soft" if lit else "muted")
    placed_lines(way.loss, said, line + len(way.reason) * m.TICK.leading, m.BADGE, items, fill=color)
    name = " \u00b7 ".join(text for text in (told.text, told.reason, told.loss) if text)
    return Group(tuple(items), name, anchor, Box(x, y, width, top + height - y)), top + height

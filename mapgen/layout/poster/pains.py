"""Pain points -> a card for each: severity, text, and remedy with its status."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_pains import PosterPain
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.flags import capital
from mapgen.layout.scene import Box, Circle, Group, Item, Rect
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_DOT = 5.0
SEVERITY_DOTS = 4
_STATUS_GAP = 5.0
_CRITICAL = 4
_GAP = 12.0
_MAX_WITHOUT = 3  # lines that say that a stage has no pain point
_RUN_IN = 7.0  # from a status to a remedy that runs on behind it

Remedies = Literal["below", "beside", "none"]
"""Where remedies are: below their status, or behind it, or nowhere."""


class PainCard(NamedTuple):
    """A card with its position and lines."""

    pain: PosterPain
    x: float
    width: float
    number: TextLine
    more: tuple[TextLine, ...]
    text: tuple[TextLine, ...]
    status: tuple[TextLine, ...]
    remedy: tuple[TextLine, ...]
    indent: float = 0.0
    """Where the first line of the remedy begins, behind the status; 0 if it is below."""

    @property
    def rows(self) -> int:
        """Number of lines of the status and the remedy."""
        return len(self.status) + len(self.remedy) - bool(self.indent)

    @property
    def runs_in(self) -> bool:
        """Whether `more` has room behind the last line of the text."""
        return all(self.text[-1].width + line.width + 8 <= self.width - 2 * s.PAD for line in self.more)


def cards(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, remedies: Remedies) -> FittedBlock:
    """Fit a card for each stage; if there are many stages, the worst pain points as cards of equal width.

    `remedies` is where they are shown, with their status.
    """
    fitted = [_card(pain, x, width, poster, ruler, remedies=remedies) for pain, x, width in _places(poster, columns)]
    row = CardRow(fitted)
    heading = (
        ()
        if len(poster.stages) <= s.CARDS_MAX
        else ruler.lines(poster.words["worst-pains"], s.HEADING, s.RIGHT - s.MARGIN)
    )
    above = len(heading) * s.HEADING.leading + (2 if heading else 0)

    without = _without(poster, columns, ruler) if fitted else []

    def place(_: float, y: float, height: float, out: list[Item]) -> None:
        placed_lines(heading, s.MARGIN, y, s.HEADING, out)
        for x, lines in without:
            placed_lines(lines, x, y + s.CARD_PAD, s.BAND_NOTE, out)
        for card in fitted:
            _draw(card, Box(card.x, y + above, card.width, height - above), row, out)

    return FittedBlock(row.height + above if fitted else 0.0, place)


def _without(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer
) -> Sequence[tuple[float, tuple[TextLine, ...]]]:
    """Return the left edge and the words for each stage without a card, where each stage has one."""
    if len(poster.stages) > s.CARDS_MAX:
        return ()
    told, text = {pain.stage for pain in poster.pains}, poster.words["no-open-pain-point"]
    found = [
        (x, ruler.lines(text, s.BAND_NOTE, width))
        for index, (x, width) in enumerate(columns.stages)
        if index not in told and ruler.longest_word(text, s.BAND_NOTE) <= width
    ]
    return [(x, lines) for x, lines in found if len(lines) <= _MAX_WITHOUT]


class CardRow:
    """Cards side by side, on common baselines.

    Where most are critical, no background is stronger: the row is `calm`. The first line, with the number and the
    severity, is left out if no card has either: the row is not `headed`. Remedies begin at the same height in all
    cards, except below a pain point that is too long for that. This costs no height: the row is as high as its
    highest card.
    """

    def __init__(self, cards: Sequence[PainCard]) -> None:
        """Find the height of the row, and where the remedies begin."""
        self.calm = 2 * len([1 for card in cards if card.pain.level == _CRITICAL]) > len(cards)
        self.headed = any(card.number.text or card.pain.level for card in cards)
        most = max((card.rows for card in cards), default=0)
        rows = max((self._text_lines(card) + card.rows for card in cards), default=0)
        self._lines = rows - most
        gap = _STATUS_GAP if most else 0.0
        self.height = 2 * s.CARD_PAD + self._head + rows * s.PAIN.leading + gap if cards else 0.0

    @property
    def _head(self) -> float:
        return s.PAIN_HEAD.leading if self.headed else 0.0

    def _text_lines(self, card: PainCard) -> int:
        """Return the number of lines of a pain point, with how many more there are if that has no other room."""
        return len(card.text) + (not self.headed and not card.runs_in)

    def status_top(self, card: PainCard) -> float:
        """Return the distance of the status from the top of the card."""
        lines = max(self._lines, len(card.text))
        return s.CARD_PAD + self._head + lines * s.PAIN.leading + _STATUS_GAP


def _places(poster: PosterChart, columns: PosterColumns) -> Iterator[tuple[PosterPain, float, float]]:
    """Yield the pain points that have a card, each with the left edge and the width of the card."""
    if len(poster.stages) <= s.CARDS_MAX:
        return ((pain, *columns.stages[pain.stage]) for pain in poster.pains)
    return _row(sorted(shown(poster), key=lambda pain: (pain.stage, pain.number or 0)), s.RIGHT - s.MARGIN)


def _row(pains: Sequence[PosterPain], width: float) -> Iterator[tuple[PosterPain, float, float]]:
    card_width = (width + _GAP) / max(1, len(pains)) - _GAP
    return ((pain, s.MARGIN + index * (card_width + _GAP), card_width) for index, pain in enumerate(pains))


def _card(
    pain: PosterPain,
    x: float,
    width: float,
    poster: PosterChart,
    ruler: TextMeasurer,
    *,
    remedies: Remedies,
) -> PainCard:
    inner, remedy = width - 2 * s.PAD, remedy_of(pain)
    status = ruler.lines(status_text(pain, poster), s.STATUS, inner) if remedies != "none" else ()
    runs_in = remedies == "beside" and len(status) == 1 and remedy
    indent = status[0].width + _RUN_IN if runs_in else 0.0
    number = "" if pain.number is None else str(pain.number)
    head = ruler.width(number, s.PAIN_HEAD) + 10 + (SEVERITY_DOTS * 3 * _DOT if pain.level else 0)
    more = ruler.lines(pain.more, s.BAND_NOTE, inner) if pain.more else ()
    return PainCard(
        pain,
        x,
        width,
        TextLine(number, ruler.width(number, s.PAIN_HEAD)),
        more if len(more) == 1 and head + more[0].width + 8 <= inner else (),
        ruler.lines(pain.text, s.PAIN, inner),
        status,
        ruler.lines(remedy, s.REMEDY, inner, indent) if remedies != "none" and remedy else (),
        indent,
    )


def _draw(card: PainCard, box: Box, row: CardRow, out: list[Item]) -> None:
    """Draw a card in its row."""
    pain, left, right = card.pain, card.x + s.PAD, card.x + card.width - s.PAD
    closed = pain.done or pain.dropped
    items: list[Item] = [card_frame(pain, box, calm=row.calm)]
    top = box.y + s.CARD_PAD
    if row.headed:
        placed_lines([card.number], left, top, s.PAIN_HEAD, items, fill=severity_fill(pain))
        dots = left + card.number.width + (10 if card.number.text else 0)
        severity_dots(pain, dots, top + s.PAIN_HEAD.leading / 2, _DOT, items)
        more, more_top = s.BAND_NOTE._replace(leading=s.PAIN_HEAD.leading), top
        top += s.PAIN_HEAD.leading
    else:
        more, more_top = s.BAND_NOTE._replace(leading=s.PAIN.leading), top
        more_top += (len(card.text) - card.runs_in) * s.PAIN.leading
    placed_lines(card.more, right, more_top, more, items, anchor="end", fill="soft")
    placed_lines(card.text, left, top, s.PAIN, items, fill="soft" if closed else "ink")
    top = box.y + row.status_top(card)
    placed_lines(card.status, left, top, status_style(pain), items)
    fill, behind = "soft" if closed else s.REMEDY.fill, bool(card.indent)
    placed_lines(card.remedy[:behind], left + card.indent, top, s.REMEDY, items, fill=fill)
    top += len(card.status) * s.STATUS.leading
    placed_lines(card.remedy[behind:], left, top, s.REMEDY, items, fill=fill)
    out.append(Group(tuple(items), None, f"poster-pain-{pain.id}", box))


def status_text(pain: PosterPain, poster: PosterChart) -> str:
    """Return the status of what is done."""
    if not pain.status:
        return capital(poster.words["nobody-works-on-it"])
    sign = "" if pain.dropped else "✓ " if pain.done else f"{poster.words['arrow']} "
    return f"{sign}{pain.status}"


def remedy_of(pain: PosterPain) -> str | None:
    """Return the remedy that is shown."""
    return None if pain.dropped else pain.remedy


def status_style(pain: PosterPain) -> Style:
    """Return the style of the status of the remedy."""
    fill = "bad" if pain.status is None else "soft" if pain.dropped else "good"
    return s.STATUS._replace(fill=_on_card(pain, fill))


def severity_fill(pain: PosterPain) -> str:
    """Return the role of the color of the severity and the number."""
    return "muted" if pain.done or pain.dropped else _on_card(pain, "bad")


def card_frame(pain: PosterPain, box: Box, *, calm: bool = False) -> Rect:
    """Draw the background of a card: gray if resolved, dashed for a hypothesis, stronger if critical unless `calm`."""
    x, y, width, height = box
    if pain.hypothesis:
        return Rect(x + 1, y + 1, width - 2, height - 2, "paper", "muted" if pain.dropped else "bad", 1.5, 8, "5 4")
    closed = pain.done or pain.dropped
    fill = "panel" if closed else "bad-tint" if pain.level == _CRITICAL and not calm else "bad-soft"
    return Rect(x, y, width, height, fill, radius=8)


def _on_card(pain: PosterPain, role: str) -> str:
    """Return the role of text in the color of a role; the background of a critical card needs a stronger one."""
    strong = pain.level == _CRITICAL and not (pain.done or pain.dropped or pain.hypothesis)
    return f"{role}-on-tint" if strong else role


def severity_dots(pain: PosterPain, x: float, y: float, radius: float, out: list[Item]) -> None:
    """Draw the severity as up to four filled dots in a row, from `x` on and with their centers at `y`."""
    role = severity_fill(pain)
    for index in range(SEVERITY_DOTS if pain.level else 0):
        fill = role if index < pain.level else None
        middle = x + radius + index * 3 * radius
        out.append(Circle(middle, y, radius - (0 if fill else 0.75), fill, None if fill else role, 1.5))


def shown(poster: PosterChart) -> Sequence[PosterPain]:
    """Return the pain points that have a card."""
    return poster.pains if len(poster.stages) <= s.CARDS_MAX else poster.worst[: s.WORST]

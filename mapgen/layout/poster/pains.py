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
_DOTS = 4
_STATUS_GAP = 6.0
_RUN_IN = 7.0
_CRITICAL = 4
_GAP = 12.0
_NO_NUMBER = TextLine("", 0.0)


Remedies = Literal["below", "run-in", "none"]
"""Where remedies are: on separate lines below their status, after it on the same line, or omitted."""


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
    run_in: bool

    @property
    def height(self) -> float:
        """Minimum height of the card."""
        return 2 * s.PAD + s.PAIN_HEAD.leading + len(self.text) * s.PAIN.leading + self.remedy_height

    @property
    def remedy_height(self) -> float:
        """Height of the status and the remedy, with the gap above them."""
        shared_lines = 1 if self.run_in and self.status and self.remedy else 0
        lines = len(self.status) + len(self.remedy) - shared_lines
        return _STATUS_GAP + lines * s.REMEDY.leading if lines else 0.0


def cards(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, remedies: Remedies) -> FittedBlock:
    """Fit a card for each stage; if there are many stages, the worst pain points as cards of equal width.

    Remedies run in only if that makes the band lower.
    """
    places = list(_places(poster, columns))
    choices: tuple[Remedies, ...] = ("below", "run-in") if remedies == "run-in" else (remedies,)
    fitted = min(
        ([_card(pain, x, width, poster, ruler, choice) for pain, x, width in places] for choice in choices),
        key=lambda cards: max((card.height for card in cards), default=0.0),
    )

    heading = (
        ()
        if len(poster.stages) <= s.CARDS_MAX
        else ruler.lines(poster.words["worst-pains"], s.HEADING, s.RIGHT - s.MARGIN)
    )
    above = len(heading) * s.HEADING.leading + (4 if heading else 0)

    def place(_: float, y: float, height: float, out: list[Item]) -> None:
        placed_lines(heading, s.MARGIN, y, s.HEADING, out)
        for card in fitted:
            _draw(card, y + above, height - above, out)

    return FittedBlock(max(card.height for card in fitted) + above if fitted else 0.0, place)


def card_heights(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer) -> dict[int, float]:
    """Return the minimum height of the card of each stage (index) that has one, with its remedy below."""
    return {
        pain.stage: _card(pain, x, width, poster, ruler, "below").height for pain, x, width in _places(poster, columns)
    }


def card_row(pains: Sequence[PosterPain], width: float, poster: PosterChart, ruler: TextMeasurer) -> FittedBlock:
    """Fit cards of equal width side by side, without the numbers of their touchpoints."""
    fitted = [
        _card(pain, x, card_width, poster, ruler, "below")._replace(number=_NO_NUMBER)
        for pain, x, card_width in _row(pains, width)
    ]

    def place(_: float, y: float, height: float, out: list[Item]) -> None:
        for card in fitted:
            _draw(card, y, height, out)

    return FittedBlock(max((card.height for card in fitted), default=0.0), place)


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
    remedies: Remedies,
) -> PainCard:
    inner = width - 2 * s.PAD
    status_lines = ruler.lines(_status_text(pain, poster), s.STATUS, inner)
    number = "" if pain.number is None else str(pain.number)
    head = ruler.width(number, s.PAIN_HEAD) + 10 + (_DOTS * 3 * _DOT if pain.level else 0)
    more = ruler.lines(pain.more, s.BAND_NOTE, inner) if pain.more else ()
    return PainCard(
        pain,
        x,
        width,
        TextLine(number, ruler.width(number, s.PAIN_HEAD)),
        more if len(more) == 1 and head + more[0].width + 8 <= inner else (),
        ruler.lines(pain.text, s.PAIN, inner),
        () if remedies == "none" else status_lines,
        ruler.lines(pain.remedy, s.REMEDY, inner, status_lines[-1].width + _RUN_IN if remedies == "run-in" else 0.0)
        if remedies != "none" and pain.remedy and not pain.dropped
        else (),
        remedies == "run-in",
    )


def _draw(card: PainCard, y: float, height: float, out: list[Item]) -> None:
    pain, left = card.pain, card.x + s.PAD
    closed = pain.done or pain.dropped
    items: list[Item] = [_frame(card, y, height)]
    role, critical = "muted" if closed else "bad", pain.level == _CRITICAL and not closed and not pain.hypothesis
    top = y + s.PAD
    placed_lines([card.number], left, top, s.PAIN_HEAD, items, fill="ink" if critical else role)
    for index in range(_DOTS if pain.level else 0):
        x = left + card.number.width + (10 if card.number.text else 0) + _DOT + index * 3 * _DOT
        fill = role if index < pain.level else None
        items.append(
            Circle(x, top + s.PAIN_HEAD.leading / 2, _DOT - (0 if fill else 0.75), fill, None if fill else role, 1.5)
        )
    placed_lines(
        card.more,
        card.x + card.width - s.PAD,
        top,
        s.BAND_NOTE._replace(leading=s.PAIN_HEAD.leading),
        items,
        anchor="end",
        fill="soft",
    )
    top += s.PAIN_HEAD.leading
    placed_lines(card.text, left, top, s.PAIN, items, fill="soft" if closed else "ink")
    top += len(card.text) * s.PAIN.leading + _STATUS_GAP
    placed_lines(card.status, left, top, s.STATUS, items, fill="ink" if critical else _status(pain).fill)
    _remedy(card, top + len(card.status) * s.STATUS.leading, "soft" if closed else s.REMEDY.fill, items)
    out.append(Group(tuple(items), None, f"poster-pain-{pain.id}", Box(card.x, y, card.width, height)))


def _remedy(card: PainCard, top: float, fill: str, out: list[Item]) -> None:
    """Draw the remedy from `top` on, or after the status on the line above."""
    left, lines = card.x + s.PAD, card.remedy
    if card.run_in and card.status:
        after_status = left + card.status[-1].width + _RUN_IN
        placed_lines(lines[:1], after_status, top - s.STATUS.leading, s.REMEDY, out, fill=fill)
        lines = lines[1:]
    placed_lines(lines, left, top, s.REMEDY, out, fill=fill)


def _status_text(pain: PosterPain, poster: PosterChart) -> str:
    if not pain.status:
        return capital(poster.words["nobody-works-on-it"])
    sign = "" if pain.dropped else "✓ " if pain.done else f"{poster.words['arrow']} "
    return f"{sign}{pain.status}"


def _status(pain: PosterPain) -> Style:
    fill = "bad" if pain.status is None else "soft" if pain.dropped else "good"
    return s.STATUS._replace(fill=fill)


def _frame(card: PainCard, y: float, height: float) -> Rect:
    """Draw the background of a card: gray if resolved, dashed for a hypothesis, stronger if critical."""
    pain = card.pain
    if pain.hypothesis:
        return Rect(
            card.x + 1, y + 1, card.width - 2, height - 2, "paper", "muted" if pain.dropped else "bad", 1.5, 8, "5 4"
        )
    closed = pain.done or pain.dropped
    fill = "panel" if closed else "bad-tint" if pain.level == _CRITICAL else "bad-soft"
    return Rect(card.x, y, card.width, height, fill, radius=8)


def shown(poster: PosterChart) -> Sequence[PosterPain]:
    """Return the pain points that have a card."""
    return poster.pains if len(poster.stages) <= s.CARDS_MAX else poster.worst[: s.WORST]

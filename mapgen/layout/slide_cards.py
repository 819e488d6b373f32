"""Pain points -> the cards of a slide: severity, text, place, and remedy with its status."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_pains import PosterPain
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.pains import (
    SEVERITY_DOTS,
    card_frame,
    remedy_of,
    severity_dots,
    severity_fill,
    status_style,
    status_text,
)
from mapgen.layout.scene import Box, Group, Item
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_PAD = 15.0
_GAP = 14.0  # between two cards
_WIDEST = 740.0
_DOT = 5.4
_STATUS_GAP = 7.0
_SEVERITY = Style(18, 600, "bad", 25)
_TEXT = Style(21, 600, "ink", 26)
_PLACE = Style(17.5, 400, "soft", 23)
_STATUS = Style(18.5, 600, "good", 24)
_REMEDY = Style(17.5, 400, "ink", 21)


_Texts = tuple[tuple[tuple[TextLine, ...], Style], ...]


class _Card(NamedTuple):
    """A card with its position, what is written of the pain point, and below it of the remedy."""

    pain: PosterPain
    x: float
    width: float
    severity: tuple[TextLine, ...]
    about: _Texts
    remedy: _Texts


def slide_cards(pains: Sequence[PosterPain], width: float, poster: PosterChart, ruler: TextMeasurer) -> FittedBlock:
    """Fit a card for each pain point side by side; remedies begin at the same height where that costs none."""
    wide = min(_WIDEST, (width + _GAP) / max(1, len(pains)) - _GAP)
    cards = [_card(pain, s.MARGIN + index * (wide + _GAP), wide, poster, ruler) for index, pain in enumerate(pains)]
    texts = max((_height(card.about) + _height(card.remedy) for card in cards), default=0.0)
    common = texts - max((_height(card.remedy) for card in cards), default=0.0)

    def place(_: float, y: float, height: float, out: list[Item]) -> None:
        for card in cards:
            _draw(card, Box(card.x, y, card.width, height), max(common, _height(card.about)), out)

    return FittedBlock(2 * _PAD + _SEVERITY.leading + texts + _STATUS_GAP if cards else 0.0, place)


def _height(texts: _Texts) -> float:
    return fsum(len(lines) * style.leading for lines, style in texts)


def _card(pain: PosterPain, x: float, width: float, poster: PosterChart, ruler: TextMeasurer) -> _Card:
    inner = width - 2 * _PAD
    closed = pain.done or pain.dropped
    text = remedy_of(pain)
    remedy = ruler.lines(text, _REMEDY, inner) if text else ()
    status = _STATUS._replace(fill=status_style(pain).fill)
    severity = ruler.lines(pain.severity, _SEVERITY, inner - (SEVERITY_DOTS + 1) * 3 * _DOT) if pain.severity else ()
    return _Card(
        pain,
        x,
        width,
        severity if len(severity) == 1 else (),
        (
            (ruler.lines(pain.text, _TEXT, inner), _TEXT._replace(fill="soft" if closed else "ink")),
            (ruler.lines(pain.place_name, _PLACE, inner), _PLACE),
        ),
        (
            (ruler.lines(status_text(pain, poster), _STATUS, inner), status),
            (remedy, _REMEDY._replace(fill="soft" if closed else "ink")),
        ),
    )


def _draw(card: _Card, box: Box, about: float, out: list[Item]) -> None:
    """Draw a card; `about` is the height of what is above its remedy."""
    pain, left, top = card.pain, box.x + _PAD, box.y + _PAD
    items: list[Item] = [card_frame(pain, box)]
    severity_dots(pain, left, top + _SEVERITY.leading / 2, _DOT, items)
    placed_lines(card.severity, box.x + box.width - _PAD, top, _SEVERITY, items, anchor="end", fill=severity_fill(pain))
    top += _SEVERITY.leading
    _place(card.about, left, top, items)
    _place(card.remedy, left, top + about + _STATUS_GAP, items)
    out.append(Group(tuple(items), None, f"poster-pain-{pain.id}", box))


def _place(texts: _Texts, x: float, y: float, out: list[Item]) -> None:
    for lines, style in texts:
        placed_lines(lines, x, y, style, out)
        y += len(lines) * style.leading

"""A pain point and its remedies -> a piece: card, arrow, card; remedies stand below where there is no room beside.

beside:  [pain] -> [remedy]      below:  [pain]
                -> [remedy]              |-> [remedy]
                                         `-> [remedy]
"""

from collections.abc import Sequence
from math import fsum

from mapgen.blocks import PainPair, Text
from mapgen.layout import dimensions as m
from mapgen.layout.cards import card
from mapgen.layout.scene import Item, Line, Path
from mapgen.layout.shapes import polygon
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import FittedBlock, prose

_ARROW = 28.0  # the length of an arrow between two cards, with its gaps
_GAP = 4.0  # between an arrow and what it leads from or to
_HEAD = 5.0
_INDENT = 26.0
_SPINE = 9.0
_BELOW = 5.0
_PEN = 1.5


def pain_pair(block: PainPair, width: float, ruler: TextMeasurer, accent: str) -> FittedBlock:
    """Fit a pain point with its remedies; `accent` is the role of the stage's color."""
    if width < m.PAIR_MIN:
        return _below(block, width, ruler, accent)
    return _beside(block, width, ruler, accent)


def _answers(block: PainPair, width: float, ruler: TextMeasurer, accent: str) -> list[tuple[FittedBlock, str]]:
    """Fit what is done about a pain point, each with the role of the color of its arrow."""
    cards = [(card(remedy, width, ruler, accent), "muted") for remedy in block.remedies]
    return cards + [(_note(note, width, ruler), "bad" if note.tone == "bad" else "muted") for note in block.notes]


def _note(note: Text, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a text in place of a card; it stands in the middle of its height."""
    part = prose(note, width, ruler, m.BODY_STRONG if note.tone == "bad" else m.BODY)

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        part.place(x, y + max(0.0, (height - part.height) / 2), part.height, out)

    return FittedBlock(part.height, place)


def _beside(block: PainPair, width: float, ruler: TextMeasurer, accent: str) -> FittedBlock:
    own = (width - _ARROW) / 2
    pain = card(block.pain, own, ruler, accent)
    answers = _answers(block, own, ruler, accent)
    gaps = m.CARD_GAP * (len(answers) - 1)
    height = max(pain.height, fsum(part.height for part, _ in answers) + gaps)

    def place(x: float, y: float, room: float, out: list[Item]) -> None:
        pain.place(x, y, room, out)
        for (part, role), (top, high) in zip(answers, _shared(answers, y, room), strict=True):
            middle = top + high / 2
            _arrow(x + own + _GAP, x + own + _ARROW - _GAP, middle, role, out)
            part.place(x + own + _ARROW, top, high, out)

    return FittedBlock(height, place)


def _shared(answers: Sequence[tuple[FittedBlock, str]], y: float, room: float) -> list[tuple[float, float]]:
    """Return top and height of each answer: what is over goes to all alike."""
    over = (room - fsum(part.height for part, _ in answers) - m.CARD_GAP * (len(answers) - 1)) / max(1, len(answers))
    places = []
    for part, _ in answers:
        high = part.height + max(0.0, over)
        places.append((y, high))
        y += high + m.CARD_GAP
    return places


def _below(block: PainPair, width: float, ruler: TextMeasurer, accent: str) -> FittedBlock:
    pain = card(block.pain, width, ruler, accent)
    answers = _answers(block, width - _INDENT, ruler, accent)

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        pain.place(x, y, pain.height, out)
        start = y = y + pain.height
        for part, role in answers:
            y += _BELOW
            middle = y + min(part.height, m.CARD_BODY.leading + 2 * m.CARD_PAD) / 2
            out.append(Line(x + _SPINE, start, x + _SPINE, middle, role, _PEN))
            _arrow(x + _SPINE, x + _INDENT - _GAP, middle, role, out)
            part.place(x + _INDENT, y, part.height, out)
            start, y = middle, y + part.height

    return FittedBlock(pain.height + fsum(_BELOW + part.height for part, _ in answers), place)


def _arrow(left: float, right: float, y: float, role: str, out: list[Item]) -> None:
    """Draw an arrow to the end side."""
    out.append(Line(left, y, right - _HEAD, y, role, _PEN))
    out.append(Path(polygon([(right - _HEAD - 1, y - 4), (right, y), (right - _HEAD - 1, y + 4)]), fill=role))

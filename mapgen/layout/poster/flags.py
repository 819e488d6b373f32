"""Thoughts -> flags on the curve: which thoughts fit, and on which side of its pole each flag is."""

from collections.abc import Sequence
from itertools import product
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterVoice
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.scene import Group, Item
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import placed_lines

_GAP = 14.0
OPENING_LINES = 5
"""Most lines of the opening, where it goes before the thoughts."""


class Flag(NamedTuple):
    """A voice, or the opening if `voice` is None, next to its pole at `x`; on the left of the pole if `left` is set."""

    voice: PosterVoice | None
    x: float
    left: bool
    parts: tuple[tuple[tuple[TextLine, ...], Style], ...]

    @property
    def height(self) -> float:
        """Height of the text."""
        return fsum(len(lines) * style.leading for lines, style in self.parts)


class FlagPlanner:
    """Selects the voices that fit, the most important first."""

    def __init__(
        self,
        poster: PosterChart,
        columns: PosterColumns,
        ruler: TextMeasurer,
        lines: int,
        *,
        named: bool,
        opening_lines: int = OPENING_LINES,
        most: int = s.VOICES,
    ) -> None:
        """Set the voices and limits; with `named`, a flag shows the number of its touchpoint in place of the name."""
        self._poster = poster
        self._columns = columns
        self._ruler = ruler
        self._lines = lines
        self._opening_lines = opening_lines
        self._named = named
        self._most = most

    def plan(self) -> tuple[Flag, ...]:
        """Return the flags from left to right; thoughts go before an opening that must be short."""
        opening: list[PosterVoice | None] = [None] if self._poster.opening else []
        best = self._added(opening) if opening else ()
        if best and self._opening_lines >= OPENING_LINES:
            return self._added([*opening, *self._poster.voices])
        best = self._added(self._poster.voices)
        return self._fit([*opening, *(flag.voice for flag in best)]) or best

    def _added(self, voices: Sequence[PosterVoice | None]) -> tuple[Flag, ...]:
        """Add one voice after the other, as long as there may be more, if it fits beside those before it."""
        best: tuple[Flag, ...] = ()
        for voice in voices:
            if len([flag for flag in best if flag.voice]) == self._most:
                break
            best = self._fit([*(flag.voice for flag in best), voice]) or best
        return best

    def _x(self, voice: PosterVoice | None) -> float:
        return s.LEFT - _GAP if voice is None else self._columns.x(voice.moment)

    def _fit(self, voices: Sequence[PosterVoice | None]) -> tuple[Flag, ...] | None:
        """Fit voices next to their poles, as few as possible on the left; None if one does not fit."""
        placed = sorted(voices, key=lambda voice: (self._x(voice), voice is not None))
        sides = product((False, True), repeat=len(placed))
        for left in sorted(sides, key=sum):
            if placed and placed[0] is None and left[0]:
                continue
            widths = _widths([self._x(voice) for voice in placed], left)
            if min(widths, default=s.VOICE_MIN) < s.VOICE_MIN:
                continue
            flags = [self._flag(*arguments) for arguments in zip(placed, left, widths, strict=True)]
            fitting = [flag for flag in flags if flag]
            if len(fitting) == len(flags):
                return tuple(fitting)
        return None

    def _flag(self, voice: PosterVoice | None, left: bool, width: float) -> Flag | None:  # noqa: FBT001 - from a zip
        """Fit one voice into a width; None if it has too many lines."""
        ruler = self._ruler
        if voice is None:
            opening = self._poster.opening
            assert opening, "None stands for the opening"  # noqa: S101 - `plan` adds it only where there is one
            text = ruler.lines(opening.text, s.VOICE, width)
            head = ruler.lines(opening.label or "", s.VOICE_HEAD, width)
            return (
                Flag(None, self._x(None), left, ((head, s.VOICE_HEAD), (text, _SOFT)))
                if len(text) <= self._opening_lines
                else None
            )
        moment = voice.moment
        heading = capital(" · ".join(part for part in (voice.feeling, voice.mark) if part))
        heading = f"{moment.number or ''} {heading}".strip() if self._named else heading
        head = ruler.lines(heading, s.VOICE_HEAD, width) if heading else ()
        text = ruler.lines(voice.text, s.VOICE, width)
        source = () if self._named or not moment.number else ruler.lines(moment.name, s.VOICE_SOURCE, width)
        if len(text) > self._lines or len(head) > 1 or len(source) > 2:  # noqa: PLR2004 - of a name
            return None
        return Flag(
            voice,
            self._x(voice),
            left,
            ((head, _tone(moment.share, self._poster.neutral)), (text, s.VOICE), (source, s.VOICE_SOURCE)),
        )


_SOFT = s.VOICE._replace(fill="soft")


def tone(share: float | None, neutral: float) -> str:
    """Return the color role of a feeling."""
    if share is None or share == neutral:
        return "muted"
    return "good" if share > neutral else "bad"


def sign_color(share: float, neutral: float) -> str:
    """Return the color role of a face or a dot."""
    return "bar" if share == neutral else tone(share, neutral)


def _tone(share: float | None, neutral: float) -> Style:
    return s.VOICE_HEAD._replace(fill=tone(share, neutral))


def capital(text: str) -> str:
    """Return a text with its first letter capitalized."""
    return text[:1].upper() + text[1:]


def _widths(places: Sequence[float], left: Sequence[bool]) -> list[float]:
    """Return the available width of each flag; two flags that face each other share the space between them."""
    widths = []
    for index, (x, before) in enumerate(zip(places, left, strict=True)):
        other = index - 1 if before else index + 1
        if not 0 <= other < len(places):
            room = x - s.LEFT if before else s.RIGHT - x
        else:
            room = abs(places[other] - x) - _GAP
            if left[other] != before:
                room = room / 2
        widths.append(min(s.VOICE_MAX, room - _GAP))
    return widths


def draw_flags(flags: Sequence[Flag], top: float, out: list[Item]) -> None:
    """Draw the text of the flags, each as a part of its touchpoint or stage; the poles are drawn with the curve."""
    for flag in flags:
        items: list[Item] = []
        y, x = top, flag.x + (-_GAP if flag.left else _GAP)
        for lines, style in flag.parts:
            placed_lines(lines, x, y, style, items, anchor="end" if flag.left else "start")
            y += len(lines) * style.leading
        if flag.voice:
            out.append(Group(tuple(items), None, f"poster-thought-{flag.voice.moment.id}"))
        else:
            out += items

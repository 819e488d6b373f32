"""Thoughts -> flags on the curve: which thoughts fit, and on which side of its pole each flag is."""

from collections.abc import Sequence
from itertools import product
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterVoice
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.stars import star_places
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.record import replace

GAP = 14.0
"""From a pole to the text of its flag."""

MARK_GAP = 8.0
"""From a feeling to the mark behind it."""

_WIDER, _FEW_LINES = 1.6, 2  # a flag may be so much wider if its words would take more lines
_WORDS = 1  # which of the parts of a flag its words are
OPENING_LINES = 5
"""Most lines of the opening, where it goes before the thoughts."""


class FlagLook(NamedTuple):
    """The text of a flag: feeling, its mark, words and touchpoint, and how wide it is at most, in pixels."""

    head: Style
    mark: Style
    text: Style
    source: Style
    widest: float


POSTER_FLAG = FlagLook(s.VOICE_HEAD, s.VOICE_MARK, s.VOICE, s.VOICE_SOURCE, s.VOICE_MAX)


class Flag(NamedTuple):
    """A voice, or the opening if `voice` is None, next to its pole at `x`; on the left of the pole if `left` is set.

    `mark` stands behind the last line of the heading, which is the first of the parts, or, if there is no room for it,
    is the last of them. Numbers are small and muted: beside a feeling, they would read as numbers of customers.
    """

    voice: PosterVoice | None
    x: float
    left: bool
    parts: tuple[tuple[tuple[TextLine, ...], Style], ...]
    mark: TextLine | None = None
    mark_style: Style = s.VOICE_MARK

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
        numbered: bool = True,
        opening_lines: int = OPENING_LINES,
        most: int = s.VOICES,
        look: FlagLook = POSTER_FLAG,
    ) -> None:
        """Set the voices and limits; with `named`, the name of a touchpoint is elsewhere, beside its number."""
        self._poster = poster
        self._columns = columns
        self._ruler = ruler
        self._lines = lines
        self._opening_lines = opening_lines
        self._named = named
        self._numbered = numbered
        self._stars = star_places(poster, columns).places
        self._most = most
        self._look = look

    @property
    def widest(self) -> float:
        """Width of a flag at most, in pixels."""
        return self._look.widest

    def plan(self) -> tuple[Flag, ...]:
        """Return the flags from left to right: the first voice, the opening, then the other voices.

        A thought in whose room two others fit gives way to them, except for the first. Thoughts go before an opening
        that must be short. If the first voice does not fit at all, its feeling does.
        """
        first = self._first()
        voices = [*first, *self._poster.voices[1:]]
        opening: list[PosterVoice | None] = [None] if self._poster.opening else []
        if opening and self._opening_lines >= OPENING_LINES and self._fit([*first, None]):
            return self._added([*first, None, *voices[len(first) :]])
        best = self._most_of(voices)
        return (self._fit([*opening, *(flag.voice for flag in best)]) or best) if opening else best

    def _first(self) -> list[PosterVoice]:
        """Return the most important voice as it fits, if it does."""
        first = self._poster.voices[:1]
        choices = [*first, *(replace(voice, text="") for voice in first if voice.feeling or voice.mark)]
        return next(([voice] for voice in choices if self._fit([voice])), [])

    def _most_of(self, voices: Sequence[PosterVoice | None]) -> tuple[Flag, ...]:
        """Add the voices, without one, the least important first, in whose room more than one of the others fit."""
        best = self._added(voices)
        shown = [flag.voice for flag in best]
        for voice in [voice for voice in voices[:0:-1] if voice in shown]:
            without = self._added([other for other in voices if other is not voice])
            if len(without) > len(best):
                return without
        return best

    def _added(self, voices: Sequence[PosterVoice | None]) -> tuple[Flag, ...]:
        """Add one voice after the other, as long as there may be more, if it fits beside those before it."""
        best: tuple[Flag, ...] = ()
        for voice in voices:
            if len([flag for flag in best if flag.voice]) == self._most:
                break
            best = self._fit([*(flag.voice for flag in best), voice]) or best
        return best

    def _x(self, voice: PosterVoice | None) -> float:
        """Return the place of a pole: over the star or, without a star, over the point."""
        if voice is None:
            return s.LEFT - GAP
        return self._stars.get(voice.moment.id, self._columns.x(voice.moment))

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
            found = [
                self._opening(min(width, self._look.widest)) if voice is None else self._roomy(voice, width)
                for voice, width in zip(placed, widths, strict=True)
            ]
            flags = [flag and flag._replace(left=side) for flag, side in zip(found, left, strict=True)]
            fitting = [flag for flag in flags if flag]
            if len(fitting) == len(flags):
                return tuple(fitting)
        return None

    def _roomy(self, voice: PosterVoice, width: float) -> Flag | None:
        """Fit one voice into a width that is limited, more so if its words take few lines then."""
        flag = self.flag(voice, min(width, self._look.widest))
        if flag and len(flag.parts[_WORDS][0]) <= _FEW_LINES:
            return flag
        return self.flag(voice, min(width, self._look.widest * _WIDER)) or flag

    def _opening(self, width: float) -> Flag | None:
        """Fit the opening into a width; None if it has too many lines."""
        ruler, look, opening = self._ruler, self._look, self._poster.opening
        assert opening, "None stands for the opening"  # noqa: S101 - `plan` adds it only where there is one
        text = ruler.lines(opening.text, look.text, width)
        head = ruler.lines(opening.label or "", look.head, width)
        parts = ((head, look.head), (text, look.text._replace(fill="soft")))
        return Flag(None, self._x(None), left=False, parts=parts) if len(text) <= self._opening_lines else None

    def flag(self, voice: PosterVoice, width: float) -> Flag | None:
        """Fit one voice into a width, on the right of its pole; None if it has too many lines."""
        ruler, look = self._ruler, self._look
        moment = voice.moment
        heading = capital(voice.feeling or voice.mark or "")
        notes, name = self._notes(voice)
        head, noted = self._head(heading, notes, width) if heading else ((), notes[0])
        room = width - head[-1].width - MARK_GAP if head else 0.0
        mark = ruler.lines(noted, look.mark, width) if noted else ()
        runs_in = len(mark) == 1 and mark[0].width <= room
        style = look.text._replace(slant=can_slant(voice.text))
        text = ruler.lines(voice.text, style, width) if voice.text else ()
        source = ruler.lines(name, look.source, width) if name else ()
        if len(text) > self._lines or max(len(head), len(source)) > 2:  # noqa: PLR2004 - lines
            return None
        fill = tone(moment.share, self._poster.neutral) if self._poster.is_felt else look.head.fill
        parts = (
            (head, look.head._replace(fill=fill)),
            (text, style),
            (source, look.source),
            (() if runs_in else mark, look.source),
        )
        return Flag(
            voice, self._x(voice), left=False, parts=parts, mark=mark[0] if runs_in else None, mark_style=look.mark
        )

    def _head(self, heading: str, notes: Sequence[str], width: float) -> tuple[tuple[TextLine, ...], str]:
        """Break a feeling so that a note has room behind it, on a second line if need be; return both."""
        ruler, look = self._ruler, self._look
        head = ruler.lines(heading, look.head, width)
        for note in notes:
            if head[-1].width + MARK_GAP + ruler.width(note, look.mark) <= width:
                return head, note
        for note in notes:
            room = width - MARK_GAP - ruler.width(note, look.mark)
            narrow = ruler.lines(heading, look.head, max(room, ruler.longest_word(heading, look.head)))
            if len(narrow) <= 2 and narrow[-1].width <= room:  # noqa: PLR2004 - lines
                return narrow, note
        return head, notes[0]

    def _notes(self, voice: PosterVoice) -> tuple[tuple[str, ...], str]:
        """Return what may stand behind the feeling, and the line below the words: the number is with the name, if any.

        If there is no room for the mark, it is on the curve, and only the number stands behind the feeling.
        """
        moment = voice.moment
        number = str(moment.number) if self._numbered and moment.number else ""
        name = moment.name if moment.number and not self._named else ""
        notes = ("" if name else number, voice.mark if voice.feeling else None)
        both = " · ".join(note for note in notes if note)
        shorter = notes[:1] if notes[0] and voice.feeling else ()
        return (both, *shorter), f"{number} {name}".strip() if name else ""


def marks_on(flag: Flag) -> tuple[str, ...]:
    """Return whether the flag says that its moment is the lowest, the peak or the end: the words for it."""
    voice = flag.voice
    if not voice or not voice.mark:
        return ()
    lines = [line.text for part, _ in flag.parts for line in part]
    text = flag.mark.text if flag.mark else lines[-1]
    is_told = voice.mark in text or not voice.feeling
    return tuple(voice.mark.split(" · ")) if is_told else ()


def can_slant(text: str) -> bool:
    """Return whether all letters are of scripts that have italics: Latin, Greek and Cyrillic.

    >>> can_slant("Où suis-je?"), can_slant("Где?"), can_slant("どこ"), can_slant("أين")
    (True, True, False, False)
    """
    return all(letter < "\u0530" or "\u1e00" <= letter < "\u2c80" for letter in text if letter.isalpha())


def tone(share: float | None, neutral: float) -> str:
    """Return the color role of a feeling."""
    if share is None or share == neutral:
        return "muted"
    return "good" if share > neutral else "bad"


def sign_color(share: float, neutral: float) -> str:
    """Return the color role of a face or a dot."""
    return "bar" if share == neutral else tone(share, neutral)


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
            room = abs(places[other] - x) - GAP
            if left[other] != before:
                room = room / 2
        widths.append(room - GAP)
    return widths

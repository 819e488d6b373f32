"""PosterChart -> what customers say on a slide: flags on the curve or, without scores, notes below the stages."""

from collections.abc import Iterator, Sequence

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment, PosterVoice
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.flags import POSTER_FLAG, Flag, FlagLook, FlagPlanner
from mapgen.layout.poster.notes import NotePlanner
from mapgen.layout.text import Style, TextMeasurer
from mapgen.record import replace

_FIRST_VOICES = 2  # those of the lowest moment and of the peak
_BETWEEN = " · "  # between two marks
_FLAG = FlagLook(
    Style(22.5, 600, "ink", 28),
    Style(18, 400, "muted", 28),
    Style(20.5, 400, "ink", 25.5),
    Style(18, 400, "muted", 22),
    300.0,
)
_NOTE = FlagLook(
    Style(28, 600, "ink", 36),
    Style(20, 400, "muted", 36),
    Style(25, 400, "ink", 32),
    Style(20, 400, "muted", 26),
    420.0,
)
_FLAGS = (_FLAG, POSTER_FLAG)
_NOTES = (_NOTE, *_FLAGS)


def with_named_moment(poster: PosterChart) -> PosterChart:
    """Begin with the moment in the headline, also if nothing is said there, and write each mark once.

    What the author selected stays as it is.
    """
    points = (*poster.moments, *(stage.own for stage in poster.stages if stage.own))
    voices = list(poster.voices)
    named = next((point for point in points if point.id == poster.headline.place), None)
    if named and not poster.selects_voices:
        told = next((voice for voice in voices if voice.moment.id == named.id), None)
        first = told or PosterVoice(named, named.feeling, named.mark, "")
        voices = [first, *(voice for voice in voices if voice is not told)]
    owners = {poster.headline.mark: named.id} if named else {}
    for text, place in (*((voice.mark, voice.moment.id) for voice in voices), *((one.mark, one.id) for one in points)):
        for mark in _parts(text):
            owners.setdefault(mark, place)

    def once(text: str | None, place: str) -> str | None:
        added = [poster.headline.mark] if named and named.id == place else []
        marks = dict.fromkeys((*added, *_parts(text)))
        return _BETWEEN.join(mark for mark in marks if owners[mark] == place) or None

    def marked(moment: PosterMoment) -> PosterMoment:
        return replace(moment, mark=once(moment.mark, moment.id))

    return replace(
        poster,
        moments=tuple(map(marked, poster.moments)),
        stages=tuple(replace(stage, own=stage.own and marked(stage.own)) for stage in poster.stages),
        voices=tuple(replace(one, moment=marked(one.moment), mark=once(one.mark, one.moment.id)) for one in voices),
    )


def _parts(text: str | None) -> Sequence[str]:
    return text.split(_BETWEEN) if text else ()


def slide_flags(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, lines: int, most: int
) -> tuple[Flag, ...]:
    """Return at most so many flags with so many lines; a ribbon has none. Without a curve, they are notes."""
    if not most or (poster.is_felt and len(poster.moments) > s.RIBBON):
        return ()
    spread = replace(poster, voices=tuple(_spread(poster, columns))) if poster.is_felt else poster
    planners = [
        FlagPlanner(spread, columns, ruler, lines, named=False, numbered=False, most=most, look=look) for look in _FLAGS
    ]
    plans = (planner.plan() if poster.is_felt else NotePlanner(poster, columns, planner).plan() for planner in planners)
    return max(plans, key=len)


def _spread(poster: PosterChart, columns: PosterColumns) -> Iterator[PosterVoice]:
    """Yield the voices by importance; after the first two, those in a third of the width without any go first."""
    left = list(poster.voices)
    taken: set[int] = set()
    while left:
        free = [voice for voice in left if _third(voice, columns) not in taken]
        by_place = len(left) <= len(poster.voices) - _FIRST_VOICES and not poster.selects_voices
        voice = free[0] if free and by_place else left[0]
        left.remove(voice)
        taken.add(_third(voice, columns))
        yield voice


def _third(voice: PosterVoice, columns: PosterColumns) -> int:
    return int(3 * (columns.x(voice.moment) - s.LEFT) / (s.RIGHT - s.LEFT))

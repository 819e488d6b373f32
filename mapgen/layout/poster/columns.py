"""Stages and the width of a poster -> the horizontal position of each stage and touchpoint."""

from collections.abc import Sequence
from math import fsum

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.text import Style, TextMeasurer
from mapgen.record import record

_CARDS_SHARE = 0.9  # the minimum widths of cards take at most this fraction of the width
_NAMES_SHARE = 0.92  # if the names would take more of the width, they are broken into more lines
_MAX_NAME_LINES = 3
_RAGGED = 1.15  # a line is wider than its fraction of a name by this factor, because words are not broken
NAME_GAP = 4.0  # between the names of neighboring stages
_SIGN = 14.0  # from an edge of the curve to its first or last touchpoint, at least


@record
class PosterColumns:
    """The left edge and width of each stage, and the center of each touchpoint.

    `pitch` is the minimum distance between two touchpoints of a stage; `named` is whether the names of all stages fit.
    """

    stages: tuple[tuple[float, float], ...]
    moments: tuple[float, ...]
    pitch: float
    named: bool

    def x(self, moment: PosterMoment) -> float:
        """Return the center of a touchpoint, or of a stage as a whole."""
        if moment.number:
            return self.moments[moment.number - 1]
        left, width = self.stages[moment.stage]
        return left + width / 2


def card_limit(poster: PosterChart) -> float:
    """Return the largest minimum width that all stages can have, in pixels."""
    return _CARDS_SHARE * stages_room(poster) / len(poster.stages)


def _gap(count: int) -> float:
    return min(s.STAGE_GAP, 200 / count)


def place_columns(poster: PosterChart, ruler: TextMeasurer, cards: Sequence[float]) -> PosterColumns:
    """Give each stage a width in proportion to its touchpoints, but at least the width of its name.

    `cards` are the minimum widths of the stages with a card, in pixels.
    """
    style = stage_style(poster, ruler)
    names = [ruler.longest_word(stage.name, style) + 1 for stage in poster.stages]
    whole = [ruler.width(stage.name, style) + NAME_GAP for stage in poster.stages]
    with_card = _wide(poster) if len(poster.stages) <= s.CARDS_MAX else set()
    room = stages_room(poster)
    least = [
        max(name, card if index in with_card else s.STAGE_MIN)
        for index, (name, card) in enumerate(zip(names, cards, strict=True))
    ]
    for lines in range(1, _MAX_NAME_LINES + 1):
        wanted = [
            max(width, name / lines * (1 if lines == 1 else _RAGGED)) for width, name in zip(least, whole, strict=True)
        ]
        if fsum(wanted) <= room * _NAMES_SHARE:
            least = wanted
            break
    return spread_stages(poster, least, names)


def _wide(poster: PosterChart) -> set[int]:
    """Return the stages with a card or, if there is no curve, with words in their column."""
    words = () if poster.is_felt else (voice.moment.stage for voice in poster.voices)
    return {*(pain.stage for pain in poster.pains), *words}


def stages_room(poster: PosterChart) -> float:
    """Return the sum of the widths of all stages."""
    count = len(poster.stages)
    return s.RIGHT - s.LEFT - _gap(count) * (count - 1)


def spread_stages(poster: PosterChart, least: Sequence[float], names: Sequence[float]) -> PosterColumns:
    """Distribute the width by touchpoints, with the least width of each stage; `names` are the widths of the names."""
    counts = [max(1, stage.last - stage.first) for stage in poster.stages]
    room, gap = stages_room(poster), _gap(len(counts))
    widths = shared(counts, least, room)
    named = all(width >= name for width, name in zip(widths, names, strict=True))
    x, stages, moments, pitch = s.LEFT, [], [], room
    for index, (stage, width) in enumerate(zip(poster.stages, widths, strict=True)):
        stages.append((x, width))
        count = max(1, stage.last - stage.first)
        inset = max(0.0, _SIGN - width / count / 2)
        first, last = inset * (index == 0), inset * (index == len(widths) - 1)
        step = (width - first - last) / count
        moments += [x + first + (place + 0.5) * step for place in range(stage.last - stage.first)]
        pitch = min(pitch, step)
        x += width + gap
    return PosterColumns(tuple(stages), tuple(moments), pitch, named)


def stage_style(poster: PosterChart, ruler: TextMeasurer) -> Style:
    """Return the text style of stage names: the largest in which each fits on one line, else the largest.

    A stage with few touchpoints or a short name has at least the width of a card.
    """
    if len(poster.stages) > s.CARDS_MAX:
        return s.STAGE_SMALL
    room, card = stages_room(poster) * _NAMES_SHARE, min(s.CARD_WIDTH, card_limit(poster))
    for style in (s.STAGE, s.STAGE_MEDIUM):
        if fsum(max(card, ruler.width(stage.name, style) + NAME_GAP) for stage in poster.stages) <= room:
            return style
    return s.STAGE


def shared(counts: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """Distribute a width by counts, with at least the minimum for each part; if it is too small, by the minimums.

    >>> shared([1, 3], [0, 0], 400), shared([1, 3], [150, 0], 400)
    ([100.0, 300.0], [150, 250.0])
    >>> shared([1, 1], [300, 300], 400)
    [200.0, 200.0]
    """
    if fsum(least) >= room:
        return [room * need / fsum(least) for need in least]
    fixed: set[int] = set()
    while True:
        left = room - fsum(least[index] for index in fixed)
        total = fsum(count for index, count in enumerate(counts) if index not in fixed)
        widths = [least[i] if i in fixed else left * count / total for i, count in enumerate(counts)]
        narrow = {index for index, width in enumerate(widths) if width < least[index]} - fixed
        if not narrow:
            return widths
        fixed |= narrow

"""Feelings -> words beside their points, clear of the curve and of everything else."""

from collections.abc import Sequence

from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.flags import Flag, marks_on
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.text_block import placed_lines

_WIDEST = 190.0
_PADDING = 5.0  # on both sides, so that neighbors do not read as one
_REACH = 10.0  # a word that is farther away could belong to another point


def draw_words(frame: CurveFrame, flags: Sequence[Flag]) -> None:
    """Write the feelings at faces and marked points, then at other bends, if they have no flag and fit.

    Of moments that feel equally good or bad, one is labeled as such: by its flag or, if there is no room, here.
    """
    if frame.is_dense:
        return
    flagged = {flag.voice.moment.id: flag for flag in flags if flag.voice}
    told = {mark for flag in flags for mark in marks_on(flag)}
    scored = [(moment, moment.share) for moment in frame.poster.points if moment.share is not None]
    others = []
    for index, (moment, share) in enumerate(scored):
        neighbors = [score for _, score in (*scored[max(0, index - 1) : index], *scored[index + 1 : index + 2])]
        crest, trough = all(share >= score for score in neighbors), all(share <= score for score in neighbors)
        mark = moment.mark if moment.mark not in told else None
        feeling = None if moment.id in flagged else moment.feeling
        above = crest or (not trough and share >= frame.poster.neutral)
        texts = [text for text in (" · ".join(part for part in (feeling, mark) if part), mark, feeling) if text]
        if frame.is_face(moment) or mark:
            done = next((text for text in texts if _word(frame, moment, text, frame.y(share), above=above)), None)
            told |= {mark} if mark and done and done != feeling else set()
        elif feeling and (crest or trough):
            others.append((moment, feeling, frame.y(share), above))
    for moment, text, y, above in others:
        _word(frame, moment, text, y, above=above)


def _word(frame: CurveFrame, moment: PosterMoment, text: str, y: float, *, above: bool) -> bool:
    """Write a text beside a point; return whether it fits."""
    lines = frame.ruler.lines(text, s.WORD, _WIDEST)
    size = (max(line.width for line in lines) + 2 * _PADDING, len(lines) * s.WORD.leading)
    clear = frame.radius(moment) + 2 + frame.ruler.overshoot(s.WORD)
    box = frame.room.place(frame.x(moment), y, size, clear=clear, above=above, reach=_REACH)
    if box:
        placed_lines(lines, box.x + box.width / 2, box.y, s.WORD, frame.items, anchor="middle")
    return box is not None

"""Personas who feel differently, and the target -> signs above or below a point, apart from each other and its pole."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import hypot

from mapgen.charts.poster import PosterPerson
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.curve import Point
from mapgen.layout.label_placement import meet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.poster.head import disc
from mapgen.layout.scene import Box, Item, Line
from mapgen.layout.shapes import diamond

_NEAR = 4.0  # from a disc to the curve or to a sign
_BETWEEN = 1.0  # two discs
_ASIDE = 6.0  # from a pole or a target to a disc beside it
_STEP = 6.0  # along a line that runs aside, to keep it free of words
_SIGN = 50  # how much worse a sign below a disc is than a pixel of the curve
_OUTSIDE = 1000

Places = Sequence[Point]


def draw_others(frame: CurveFrame, moment: PosterMoment, items: list[Item], *, below_pole: bool) -> None:
    """Draw the target and the personas who feel differently, with a thin line to the point.

    Discs stand above or below the point, and aside where a pole comes down to it (`below_pole`). A target stands there
    too or, if a disc is in its place, beside that. The pole leads from the target to the point, too.
    """
    if frame.is_dense:
        return
    x = frame.x(moment)
    score_y = None if moment.share is None else frame.y(moment.share)
    placed: list[Point] = []
    by_share = _by_share(frame, moment)
    for share, people in by_share.items():
        aside = below_pole and (score_y is None or frame.y(share) < score_y)
        places = _places(frame, moment, share, len(people), aside=aside, others=placed)
        placed += places
        if score_y is not None:
            role = f"person-{people[0].index % 5 + 1}" if len(people) == 1 else "muted"
            start = places[0] if aside else (x, frame.y(share))
            _lead(frame, start, (x, score_y), role, items)
    if moment.target is not None:
        _target(frame, moment, moment.target, placed, items, below_pole=below_pole)
    for person, place in zip(chain.from_iterable(by_share.values()), placed, strict=True):
        disc(person, *place, frame.disc, frame.ruler, items)
        frame.take(*place, frame.disc)


def _target(
    frame: CurveFrame, moment: PosterMoment, target: float, discs: Places, items: list[Item], *, below_pole: bool
) -> None:
    """Draw the target on the line to the point, or beside the discs with the same score."""
    x, y = frame.x(moment), frame.y(target)
    there = [place for place, height in discs if height == y]
    if there and not below_pole:
        reach = frame.disc + s.DIAMOND + _BETWEEN
        sides = [(max(there) + reach, y), (min(there) - reach, y)]
        beside = min(sides, key=lambda place: _covered(frame, moment, [place], [], s.DIAMOND))
        items.append(Line(min(x, beside[0]), y, max(x, beside[0]), y, "muted", 1.5, "2 3"))
        x = beside[0]
    elif moment.share is not None and not (below_pole and target > moment.share):
        _lead(frame, (x, y), (x, frame.y(moment.share)), "muted", items)
    items.append(diamond(x, y, s.DIAMOND))
    frame.take(x, y, s.DIAMOND)


def _by_share(frame: CurveFrame, moment: PosterMoment) -> Mapping[float, Sequence[PosterPerson]]:
    """Return the personas who feel differently, by their scores."""
    found: dict[float, list[PosterPerson]] = {}
    for index, share in moment.others:
        found.setdefault(share, []).append(frame.poster.people[index])
    return found


def _lead(frame: CurveFrame, start: Point, end: Point, role: str, items: list[Item]) -> None:
    """Draw a thin line from a sign to its point."""
    (x1, y1), (x2, y2) = sorted((start, end), key=lambda place: place[1])
    items.append(Line(x1, y1, x2, y2, role, 1.5, "2 3"))
    if x1 == x2:
        frame.room.take(Box(x1 - 3, y1, 6, y2 - y1))
        return
    steps = max(1, int(hypot(x2 - x1, y2 - y1) / _STEP))
    frame.room.take_line(((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(steps + 1)), 3)


def _places(
    frame: CurveFrame, moment: PosterMoment, share: float, count: int, *, aside: bool, others: Places
) -> Places:
    """Return the centers of the discs of personas with the same score, where they cover the least."""
    choices = list(_choices(frame, moment, share, count, aside=aside))
    if len(choices) == 1:
        return choices[0]
    signs = [*_signs(frame, moment, share), *(_around(place, frame.disc) for place in others)]
    return min(choices, key=lambda places: _covered(frame, moment, places, signs, frame.disc))


def _covered(frame: CurveFrame, moment: PosterMoment, places: Places, signs: Sequence[Box], radius: float) -> float:
    """Return how much of the curve and of other signs is below signs with these centers."""
    boxes = [_around(place, radius + _NEAR) for place in places]
    outside = len([1 for box in boxes if box.x + _NEAR < s.LEFT or box.x + box.width - _NEAR > s.RIGHT])
    below = len([1 for box in boxes for sign in signs if meet(box, sign)])
    near = (1 for x, y in frame.curve if any(hypot(x - cx, y - cy) < radius + _NEAR for cx, cy in places))
    far = max(abs(x - frame.x(moment)) for x, _ in places) - 2 * frame.disc - _BETWEEN
    return _OUTSIDE * outside + _SIGN * below + len([*near]) + max(0.0, far)


def _choices(frame: CurveFrame, moment: PosterMoment, share: float, count: int, *, aside: bool) -> Iterator[Places]:
    """Yield places: beside a pole, or side by side around the line to the point, then stacked, away from the point."""
    x, y, each = frame.x(moment), frame.y(share), 2 * frame.disc + _BETWEEN
    if aside:
        reach = frame.disc + (s.DIAMOND if share == moment.target else 0.0) + _ASIDE
        yield [(x + reach + index * each, y) for index in range(count)]
        yield [(x - reach - index * each, y) for index in range(count)]
        return
    yield [(x + (index - (count - 1) / 2) * each, y) for index in range(count)]
    if count > 1:
        away = -each if moment.share is None or share > moment.share else each
        yield [(x, y + index * away) for index in range(count)]
        yield [(x + index * each, y) for index in range(count)]
        yield [(x - index * each, y) for index in range(count)]


def _signs(frame: CurveFrame, moment: PosterMoment, share: float) -> Iterator[Box]:
    """Yield the boxes of all faces, dots and targets, and of the letters at other moments or with other scores."""
    yield from frame.signs()
    for other in frame.poster.signs:
        for _, felt in other.others:
            if other is not moment or felt != share:
                yield _around((frame.x(other), frame.y(felt)), frame.disc)


def _around(place: Point, reach: float) -> Box:
    return Box(place[0] - reach, place[1] - reach, 2 * reach, 2 * reach)

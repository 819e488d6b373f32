"""Personas who feel differently -> a disc with the letter of one, and a capsule with the letters of several."""

from collections.abc import Iterator, Sequence

from mapgen.charts.poster import PosterPerson
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.curve import Point, samples, stretches
from mapgen.layout.label_placement import meet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.poster.head import disc
from mapgen.layout.scene import Box, Item, Line, Path, Rect
from mapgen.layout.shapes import diamond
from mapgen.layout.text import TextLine
from mapgen.layout.text_block import placed_lines

_CURVE_STEP = 2.0
_NEAR = 4.0  # from a capsule to the curve or to a sign
_RING = 2.0
_CLOSER = 5.0  # letters in a capsule than discs side by side
_SIGN = 50  # how much worse a sign below a capsule is than a pixel of the curve
_ARC = 0.5523  # of the radius: the controls of a quarter of a circle


def draw_others(frame: CurveFrame, moment: PosterMoment, items: list[Item]) -> None:
    """Draw the target and the personas who feel differently, with a thin line to the point."""
    if frame.is_dense:
        return
    x = frame.x(moment)
    score_y = None if moment.share is None else frame.y(moment.share)
    if moment.target is not None:
        y = frame.y(moment.target)
        _drop(frame, x, y, score_y, "muted", items)
        items.append(diamond(x, y, s.DIAMOND))
        frame.take(x, y, s.DIAMOND)
    by_share: dict[float, list[PosterPerson]] = {}
    for index, share in moment.others:
        by_share.setdefault(share, []).append(frame.poster.people[index])
    for share, people in by_share.items():
        role = f"person-{people[0].index % 5 + 1}" if len(people) == 1 else "muted"
        _drop(frame, x, frame.y(share), score_y, role, items)
    for share, people in by_share.items():
        if len(people) == 1:
            disc(people[0], x, frame.y(share), frame.disc, frame.ruler, items)
            frame.take(x, frame.y(share), frame.disc)
        else:
            _capsule(frame, moment, people, frame.y(share), items)


def _drop(frame: CurveFrame, x: float, y: float, score_y: float | None, role: str, items: list[Item]) -> None:
    if score_y is not None:
        items.append(Line(x, min(y, score_y), x, max(y, score_y), role, 1.5, "2 3"))
        frame.room.take(Box(x - 3, min(y, score_y), 6, abs(y - score_y)))


def _capsule(
    frame: CurveFrame, moment: PosterMoment, people: Sequence[PosterPerson], y: float, items: list[Item]
) -> None:
    """Draw the letters of several personas with the same score side by side, where they cover the least."""
    x, radius = frame.x(moment), frame.disc
    part = 2 * radius - _CLOSER
    box = _free(frame, moment, y, (len(people) * part, 2 * radius))
    if not box.x <= x <= box.x + box.width:
        side = box.x if x < box.x else box.x + box.width
        items.append(Line(min(x, side), y, max(x, side), y, "muted", 1.5, "2 3"))
    around = Box(box.x - _RING, box.y - _RING, box.width + 2 * _RING, box.height + 2 * _RING)
    items.append(Rect(*around, fill="paper", radius=around.height / 2))
    for place, person in enumerate(people):
        ends = place == 0, place == len(people) - 1
        _part(frame, person, Box(box.x + place * part, box.y, part, box.height), ends, items)
    frame.room.take(around)


def _part(frame: CurveFrame, person: PosterPerson, box: Box, ends: tuple[bool, bool], items: list[Item]) -> None:
    """Draw the part of a capsule that is a persona, dashed if there is no evidence."""
    role = f"person-{person.index % 5 + 1}"
    left, right = box.x + (0 if ends[0] else 1), box.x + box.width - (0 if ends[1] else 1)
    if person.hypothesis:
        shape = _rounded(Box(left + 1, box.y + 1, right - left - 2, box.height - 2), ends)
        items.append(Path(shape, "paper", role, 2, "4 3"))
    else:
        items.append(Path(_rounded(Box(left, box.y, right - left, box.height), ends), role))
    middle = (left + right) / 2 + (ends[0] - ends[1])
    line = TextLine(person.letter, frame.ruler.width(person.letter, s.LETTER))
    top = box.y + (box.height - s.LETTER.leading) / 2
    placed_lines([line], middle, top, s.LETTER, items, anchor="middle", fill=role if person.hypothesis else "paper")


def _rounded(box: Box, ends: tuple[bool, bool]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the outline of a box with half circles as its ends, or as one of them."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    middle, radius = (top + bottom) / 2, box.height / 2
    start, stop = left + radius * ends[0], right - radius * ends[1]
    arc = _ARC * radius
    right_end = (
        ("C", (stop + arc, top, right, middle - arc, right, middle)),
        ("C", (right, middle + arc, stop + arc, bottom, stop, bottom)),
    )
    left_end = (
        ("C", (start - arc, bottom, left, middle + arc, left, middle)),
        ("C", (left, middle - arc, start - arc, top, start, top)),
    )
    return (
        ("M", (start, top)),
        ("L", (stop, top)),
        *(right_end if ends[1] else (("L", (right, bottom)),)),
        ("L", (start, bottom)),
        *(left_end if ends[0] else ()),
        ("Z", ()),
    )


def _free(frame: CurveFrame, moment: PosterMoment, y: float, size: tuple[float, float]) -> Box:
    """Return the place of a capsule at a height that covers the least of the curve and of other signs, if any."""
    width, height = size
    x = frame.x(moment)
    point, aim = frame.radius(moment) if moment.share is not None else 0.0, width / 2
    shifts = (0.0, frame.disc - aim, aim - frame.disc, -aim - point, aim + point)
    choices = [
        Box(min(max(x + shift - aim, s.LEFT), s.RIGHT - width), y - height / 2, width, height) for shift in shifts
    ]
    others = list(_signs(frame, moment))
    curve = list(_curve(frame))

    def covered(box: Box) -> tuple[int, float]:
        wide = Box(box.x - _NEAR, box.y - _NEAR, box.width + 2 * _NEAR, box.height + 2 * _NEAR)
        signs = len([other for other in others if meet(wide, other)])
        line = len([1 for point in curve if _holds(wide, point)])
        return _SIGN * signs + line, abs(box.x + aim - x)

    return min(choices, key=covered)


def _signs(frame: CurveFrame, moment: PosterMoment) -> Iterator[Box]:
    """Yield the boxes of the signs of other moments, and of the single letters at all."""
    yield from frame.signs(moment)
    for other in frame.poster.signs:
        shares = [share for _, share in other.others]
        for share in shares:
            if other is not moment:
                x, y, radius = frame.x(other), frame.y(share), frame.disc
                yield Box(x - radius, y - radius, 2 * radius, 2 * radius)


def _holds(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.x + box.width and box.y < point[1] < box.y + box.height


def _curve(frame: CurveFrame) -> Iterator[Point]:
    for segments, _ in stretches(frame.points(None), joins_gaps=frame.poster.joins_gaps):
        yield from samples(segments, _CURVE_STEP)

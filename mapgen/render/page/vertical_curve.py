"""Grid -> the emotion curve that runs downwards beside the touchpoints, from the worst at its start to the best.

Nobody knows here how high a touchpoint will stand on a page. So the piece of the curve from one touchpoint to the next
is a picture of its own that the style sheet stretches: it begins and ends exactly at the two marks, on which it is
straight, and no height tears it apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mapgen.blocks import Card, Score
from mapgen.lanes.grid import Axis, Cell, Grid
from mapgen.layout.curve import Point, stretches
from mapgen.layout.scene import Circle, Item, Line, Path
from mapgen.layout.series import gap_style, series_dash, series_dot, series_role
from mapgen.layout.shapes import diamond, face
from mapgen.record import record
from mapgen.render.formats.svg import EMPTY, SvgWriter, number, sized
from mapgen.render.markup import Xml
from mapgen.render.page.inheritance import shared

WIDTH = 72.0
"""How wide the curve is, in pixels; that of `.rail` in the style sheet."""

_EDGE = 13.0
_HEIGHT = 28.0  # of a mark
_LENGTH = 100.0  # of a piece, before it is stretched
_CUT = 0.25  # what part of the way into a stage is still beside the last touchpoint of the one before
_FACE = 10.0
_DOT = 5.0

Piece = tuple[Point, Point, Point, Point]
"""A cubic curve: across is the share of the scale in pixels, down the touchpoints, one a unit."""


@record
class CurvePart:
    """What stands beside a touchpoint: its mark, and the piece of the curve that leaves it, where there is any."""

    mark: Xml = EMPTY
    piece: Xml = EMPTY


@record
class VerticalCurve:
    """The curve: by column what stands beside it, by stage the piece that leads to its first touchpoint.

    `neutral` is where neither good nor bad is, in percent of the width.
    """

    rails: Mapping[int, CurvePart]
    leads: Mapping[int, Xml]
    neutral: str


def vertical_curve(grid: Grid, writer: SvgWriter) -> VerticalCurve | None:
    """Draw the emotion curve downwards; None where the map has none."""
    row = next((row for row in grid.rows if row.axis), None)
    if row is None or row.axis is None:
        return None
    scores = {_middle(cell): block for cell in row.cells for block in cell.blocks if isinstance(block, Score)}
    covered = {column for cell in row.cells for column in range(cell.first, cell.last) if column != _middle(cell)}
    firsts = {heading.first: index for index, heading in enumerate(grid.headings)}
    pieces: dict[int, list[Item]] = {}
    leads: dict[int, list[Item]] = {}
    columns = [column for column in range(len(grid.columns)) if column not in covered]
    for line, points, joins_gaps in _series(row.axis, scores, columns):
        for column, piece, is_gap in _pieces(points, joins_gaps=joins_gaps):
            style = gap_style(line) if is_gap else line
            stage = firsts.get(column + 1)
            first, second = (piece, None) if stage is None else _cut(piece)
            pieces.setdefault(column, []).append(_path(first, style))
            if second and stage is not None:
                leads.setdefault(stage, []).append(_path(second, style))
    faces = {*_starred(grid), max((column for column, score in scores.items() if score.points), default=-1)}
    marks = {column: _marks(score, row.axis, is_face=column in faces) for column, score in scores.items()}
    return VerticalCurve(
        rails={
            column: CurvePart(_mark(writer, marks.get(column, [])), _stretched(writer, pieces.get(column, [])))
            for column in marks.keys() | pieces.keys()
        },
        leads={stage: _stretched(writer, items) for stage, items in leads.items()},
        neutral=number(100 * _across(row.axis.neutral) / WIDTH),
    )


def _across(share: float) -> float:
    return _EDGE + share * (WIDTH - 2 * _EDGE)


def _middle(cell: Cell) -> int:
    """Return the column beside which a score stands."""
    return (cell.first + cell.last - 1) // 2


def _series(
    axis: Axis, scores: Mapping[int, Score], columns: Sequence[int]
) -> Iterator[tuple[Path, list[Point | None], bool]]:
    """Yield look and points of each line, and whether it joins gaps: first the line of the targets."""
    aims = [score.target if score else None for score in map(scores.get, columns)]
    aimed = Path((), stroke="muted", stroke_width=1.5, dash="2 4")
    yield aimed, _points(columns, [aim.share if aim else None for aim in aims]), False
    for index, person in enumerate(axis.people):
        style = Path((), stroke=series_role(person), stroke_width=2.2, dash=series_dash(person))
        points = _points(columns, [_share(scores.get(column), index) for column in columns])
        yield style, points, axis.joins_gaps


def _share(score: Score | None, series: int) -> float | None:
    return next((point.share for point in score.points if point.series == series), None) if score else None


def _points(columns: Sequence[int], shares: Sequence[float | None]) -> list[Point | None]:
    places = zip(columns, shares, strict=True)
    return [None if share is None else (float(down), _across(share)) for down, share in places]


def _pieces(points: list[Point | None], *, joins_gaps: bool) -> Iterator[tuple[int, Piece, bool]]:
    """Cut a line at each touchpoint: (column, the piece from there to the next, whether it passes a gap)."""
    for segments, is_gap in stretches(points, joins_gaps=joins_gaps):
        for (_, before), (_, (a, b, c, d, e, f)) in pairwise(segments):
            down, across = before[-2:]
            rest: Piece = ((across, 0.0), (b, a - down), (d, c - down), (f, e - down))
            count = round(e - down)
            for step in range(count - 1):
                first, rest = _split(rest, 1 / (count - step))
                rest = _scaled(rest, 1.0, 1.0)
                yield round(down) + step, first, is_gap
            yield round(down) + count - 1, rest, is_gap


def _cut(piece: Piece) -> tuple[Piece, Piece]:
    """Cut a piece where about the next stage begins, and make each part as long as a whole."""
    first, second = _split(piece, _CUT)
    return _scaled(first, 0.0, _CUT), _scaled(second, _CUT, 1 - _CUT)


def _split(piece: Piece, share: float) -> tuple[Piece, Piece]:
    """Split a piece at a share of its length (de Casteljau); its points lie at thirds of that."""
    a, b, c, d = piece
    ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
    abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
    cut = _between(abc, bcd, share)
    return (a, ab, abc, cut), (cut, bcd, cd, d)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _scaled(piece: Piece, start: float, length: float) -> Piece:
    a, b, c, d = ((across, (down - start) / length) for across, down in piece)
    return a, b, c, d


def _path(piece: Piece, style: Path) -> Path:
    (x0, y0), *rest = ((across, down * _LENGTH) for across, down in piece)
    return style._replace(segments=(("M", (x0, y0)), ("C", tuple(place for point in rest for place in point))))


def _stretched(writer: SvgWriter, items: list[Item]) -> Xml:
    """Draw pieces into a picture that takes whatever height it is given."""
    if not items:
        return EMPTY
    paths = EMPTY.joined(writer.items(tuple(items)))
    size = sized(WIDTH, _LENGTH)
    piece = Xml('<svg class="piece" viewBox="0 0 {} {}" {} preserveAspectRatio="none">{}</svg>')
    return shared(piece.fill(number(WIDTH), number(_LENGTH), size, paths))


def _starred(grid: Grid) -> Iterator[int]:
    """Yield the columns of moments of truth."""
    for cell in (cell for row in grid.rows if row.id == "touchpoints" for cell in row.cells):
        if any(isinstance(block, Card) and block.starred for block in cell.blocks):
            yield cell.first


def _marks(score: Score, axis: Axis, *, is_face: bool) -> list[Item]:
    """Draw a face or, as on the poster, a dot where no moment of truth is; a dot for each of several series.

    A diamond is what is aimed at.
    """
    y = _HEIGHT / 2
    items: list[Item] = []
    if score.target:
        aim = _across(score.target.share)
        if score.points:
            items.append(Line(_across(score.points[0].share), y, aim, y, "muted", 1, "1 3"))
        items.append(diamond(aim, y, 4.5))
    for point in score.points:
        if len(axis.series) == 1:
            role = f"score-{min(5, int(point.share * 5) + 1)}"
            x, hollow = _across(point.share), score.hypothesis
            dot = Circle(x, y, _DOT, "paper" if hollow else role, role, 1.8, "3 2" if hollow else None)
            items += face(x, y, _FACE, point.share, role, hollow=hollow) if is_face else [dot]
        else:
            items.append(series_dot(axis.people[point.series], _across(point.share), y, _DOT, hollow=score.hypothesis))
    return items


def _mark(writer: SvgWriter, items: list[Item]) -> Xml:
    if not items:
        return EMPTY
    shapes = EMPTY.joined(writer.items(tuple(items)))
    return shared(Xml('<svg class="mark" {}>{}</svg>').fill(sized(WIDTH, _HEIGHT), shapes))

"""TimelineChart -> Scene: each figure as a small line over time, then a small curve for each version."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import fsum
from typing import NamedTuple, TypeVar

from mapgen.blocks import Text
from mapgen.charts.series import Series
from mapgen.charts.timeline import Panel, Place, TimelineChart
from mapgen.header import Sign
from mapgen.layout import dimensions as m
from mapgen.layout.chart import draw_head, scene
from mapgen.layout.curve import Point, runs, stretches
from mapgen.layout.footer import Symbols, foot_part
from mapgen.layout.pieces import beside
from mapgen.layout.scene import Box, Circle, Group, Item, Line, Path, Rect, Scene
from mapgen.layout.series import gap_sign, gap_style
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines
from mapgen.layout.typeface import Typeface

T = TypeVar("T")

_LEAST = 230.0  # of a panel
_GAP = 26.0
_BETWEEN = 30.0  # rows
_TREND = 46.0  # the height of a line over time
_CURVE = 104.0  # and that of a curve
_INSET = 7.0  # above the best and below the worst
_TICKS = 6.0  # between a scale and its curve
_DOT = 3.0
_NOW, _THEN = 2.0, 1.5
_USUAL = ShapeOverrides()
_KEYS = Symbols(
    {
        "now": lambda x, y: Line(x, y, x + 20, y, "ink", _NOW),
        "then": lambda x, y: Line(x, y, x + 20, y, "muted", _THEN, "3 3"),
        "gap": lambda x, y: gap_sign(x, y, 20),
    },
    28.0,
)


class Frame(NamedTuple):
    """Where a line is drawn, and where good and bad part, as a share of the height; None where nothing is bad."""

    box: Box
    neutral: float | None

    def at(self, place: Place) -> Point:
        """Return where a place is on the page."""
        x, share = place
        height = self.box.height - 2 * _INSET
        return self.box.x + x * self.box.width, self.box.y + _INSET + (1 - share) * height

    def ground(self) -> list[Item]:
        """Draw what the line stands on."""
        box = self.box
        if self.neutral is None:
            return [Rect(*box, "panel")]
        y = self.at((0, self.neutral))[1]
        return [
            Rect(box.x, box.y, box.width, y - box.y, "zone-good"),
            Rect(box.x, y, box.width, box.y + box.height - y, "zone-bad"),
            Line(box.x, y, box.x + box.width, y, "line"),
        ]


def arrange_course(
    chart: TimelineChart,
    typeface: Typeface,
    *,
    width: float | None = None,
    footer: Sequence[str] = (),
    look: ShapeOverrides = _USUAL,
    titled: bool = True,
) -> Scene:
    """Arrange a history; `width` is what to aim at in pixels, `titled` whether the title is drawn."""
    ruler = TextMeasurer(typeface)
    inner = max(width or m.WIDTH, m.WIDTH_MIN) - 2 * m.MARGIN
    items: list[Item] = []
    facts = (*chart.lead, *([Text(chart.note)] if chart.note else ()))
    y = draw_head(chart.title if titled else None, facts, inner, ruler, items) + m.ZONE_GAP
    y = _grid(chart.courses, lambda one, own: _trend(chart, one, own, ruler), inner, y, items) + m.BAND_GAP
    y = _grid(chart.panels, lambda one, own: _panel(chart, one, own, ruler), inner, y, items) + m.ZONE_GAP
    signs = [Sign(symbol, text) for symbol, text in zip(_KEYS.draw, chart.keys, strict=False)]
    bottom = foot_part(signs, footer, m.MARGIN, inner, ruler, _KEYS).draw(y, items)
    return scene(chart, "history", items, (inner, bottom), look)


def _grid(
    things: Sequence[T], fit: Callable[[T, float], FittedBlock], width: float, y: float, out: list[Item]
) -> float:
    """Set things side by side in rows; return where they end."""
    count = max(1, int((width + _GAP) / (_LEAST + _GAP)))
    own = (width + _GAP) / count - _GAP
    pieces = [fit(one, own) for one in things]
    whole = beside(pieces, width, count, _GAP, _BETWEEN)
    whole.place(m.MARGIN, y, whole.height, out)
    return y + whole.height


def _trend(chart: TimelineChart, course: Series, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a figure: its name, what it was and is, and its line over all versions."""
    told = [
        (style, tone, ruler.lines(text, style, width))
        for style, tone, text in (
            (m.SMALL_CAPS, None, course.kind),
            (m.METER_NAME, None, course.name),
            (m.BODY_STRONG, None if course.tone == "plain" else TONES[course.tone], course.told),
        )
    ]
    head = fsum(len(lines) * style.leading for style, _, lines in told) + 4

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        items: list[Item] = []
        top = y
        for style, tone, lines in told:
            placed_lines(lines, x, top, style, items, fill=tone)
            top += len(lines) * style.leading
        below = y + height - m.TICK.leading
        frame = Frame(Box(x, below - 3 - _TREND, width, _TREND), course.neutral)
        inside = Frame(Box(x + _DOT + 1, frame.box.y, width - 2 * _DOT - 2, _TREND), course.neutral)
        items += [*frame.ground(), *_steps(inside, course.shares)]
        if (last := _last(course.shares)) is not None:
            items.append(_dot(course, inside.at(last)))
        _dates(course.span or chart.span, x, below, width, ruler, items)
        out.append(Group(tuple(items), f"{course.name}: {course.told}", None, Box(x, y, width, height)))

    return FittedBlock(head + _TREND + 3 + m.TICK.leading, place)


def _dot(course: Series, place: Place) -> Circle:
    """Draw where a line ends; a value that may still change is hollow."""
    color = course.tone if course.tone != "plain" else "ink"
    return Circle(*place, _DOT, "paper", color, 1.5) if course.provisional else Circle(*place, _DOT, color)


def _dates(span: tuple[str, str], x: float, y: float, width: float, ruler: TextMeasurer, out: list[Item]) -> None:
    """Write under a line when it begins and ends; one day where that is the same."""
    first, last = span
    placed_lines([TextLine(first, ruler.width(first, m.TICK))], x, y, m.TICK, out)
    if last != first:
        placed_lines([TextLine(last, ruler.width(last, m.TICK))], x + width, y, m.TICK, out, anchor="end")


def _line(frame: Frame, places: Iterable[Place | None], style: Path, *, joins_gaps: bool) -> list[Item]:
    """Draw a line through its places; where one is missing, it has a gap, and one that stands alone is a dot."""
    points = [None if place is None else frame.at(place) for place in places]
    found: list[Item] = [
        (gap_style(style) if is_gap else style)._replace(segments=segments)
        for segments, is_gap in stretches(points, joins_gaps=joins_gaps)
    ]
    found += (Circle(*run[0], style.stroke_width, style.stroke) for run in runs(points) if len(run) == 1)
    return found


def _steps(frame: Frame, shares: Sequence[float | None]) -> Iterator[Path]:
    """Draw each value as a level line until the next version; where a version has none, there is a gap."""
    versions = [None if share is None else (float(index), share) for index, share in enumerate(shares)]
    for run in runs(versions):
        ends = [(index / len(shares), share) for first, share in run for index in (first, first + 1)]
        start, *rest = (frame.at(end) for end in ends)
        yield Path((("M", start), *(("L", point) for point in rest)), stroke="bar", stroke_width=_NOW)


def _last(shares: Sequence[float | None]) -> Place | None:
    """Return where the line of the last value ends."""
    found = [(index + 1, share) for index, share in enumerate(shares) if share is not None]
    return (found[-1][0] / len(shares), found[-1][1]) if found else None


def _panel(chart: TimelineChart, panel: Panel, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit a version: when and what for, its curve over the one before it, and what there is to count."""
    date, commit = (TextLine(text, ruler.width(text, style)) for text, style in _when(panel))
    turns = [(ruler.lines(text, m.MARK, width), TONES[tone]) for text, tone in panel.turns]
    subject = ruler.lines(panel.subject, m.CARD_BODY, width) if panel.subject else ()
    counts = list(_counts(chart, panel, width, ruler))
    head = m.BODY_STRONG.leading + len(subject) * m.CARD_BODY.leading
    head += sum(len(lines) for lines, _ in turns) * m.MARK.leading + 5
    tail = 6 + max(count.height for count in counts)

    def place(x: float, y: float, height: float, out: list[Item]) -> None:
        items: list[Item] = []
        placed_lines([date], x, y, m.BODY_STRONG, items)
        placed_lines([commit], x + width, y, m.LANE_NOTE, items, anchor="end")
        top = y + m.BODY_STRONG.leading
        placed_lines(subject, x, top, m.CARD_BODY, items)
        top += len(subject) * m.CARD_BODY.leading
        for lines, fill in turns:
            placed_lines(lines, x, top, m.MARK, items, fill=fill)
            top += len(lines) * m.MARK.leading
        plot = y + height - tail - _CURVE
        _plot(chart, panel, Box(x, plot, width, _CURVE), ruler, items)
        for number, count in enumerate(counts):
            count.place(x + number * width / len(counts), plot + _CURVE + 6, count.height, items)
        out.append(Group(tuple(items), f"{panel.date} {panel.commit}", None, Box(x, y, width, height)))

    return FittedBlock(head + _CURVE + tail, place)


def _when(panel: Panel) -> tuple[tuple[str, Style], tuple[str, Style]]:
    return (panel.date, m.BODY_STRONG), (panel.commit, m.LANE_NOTE)


def _counts(chart: TimelineChart, panel: Panel, width: float, ruler: TextMeasurer) -> Iterator[FittedBlock]:
    """Fit the figures under a curve, side by side."""
    figures = [
        (value, label) for value, label in zip((panel.pains, panel.evidence), chart.labels, strict=True) if value
    ]
    for value, label in figures:
        yield _count(value, label, width / len(figures) - 8, ruler)


def _count(value: str, label: str, width: float, ruler: TextMeasurer) -> FittedBlock:
    figure, name = ruler.lines(value, m.BODY_STRONG, width), ruler.lines(label, m.METER_NOTE, width)
    height = len(figure) * m.BODY_STRONG.leading

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        placed_lines(figure, x, y, m.BODY_STRONG, out)
        placed_lines(name, x, y + height, m.METER_NOTE, out)

    return FittedBlock(height + len(name) * m.METER_NOTE.leading, place)


def _plot(chart: TimelineChart, panel: Panel, box: Box, ruler: TextMeasurer, out: list[Item]) -> None:
    """Draw the two curves on the scale, and where stages part."""
    room = max(ruler.width(label, m.TICK) for one in chart.panels for _, label in one.ticks) + _TICKS
    frame = Frame(Box(box.x + room, box.y, box.width - room, box.height), panel.neutral)
    out += frame.ground()
    for share in chart.bounds:
        x = frame.at((share, 0))[0]
        out.append(Line(x, box.y, x, box.y + box.height, "hair"))
    for share, label in panel.ticks:
        y = frame.at((0, share))[1] - m.TICK.leading / 2
        line = TextLine(label, ruler.width(label, m.TICK))
        placed_lines([line], frame.box.x - _TICKS, y, m.TICK, out, anchor="end")
    then = Path((), stroke="muted", stroke_width=_THEN, dash="3 3")
    out += _line(frame, panel.before, then, joins_gaps=panel.joins_gaps)
    out += _line(frame, panel.curve, Path((), stroke="ink", stroke_width=_NOW), joins_gaps=panel.joins_gaps)
    if lowest := min((place for place in panel.curve if place), key=lambda place: place[1], default=None):
        out.append(Circle(*frame.at(lowest), _DOT, "bad" if lowest[1] < panel.neutral else "ink"))

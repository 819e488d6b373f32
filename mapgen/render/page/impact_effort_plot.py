"""Opportunities -> a plot of impact over effort, as an SVG: no two marks meet."""

from collections.abc import Iterator, Sequence
from math import ceil, cos, pi, sin, sqrt

from mapgen.model.journey import Number, Status
from mapgen.record import record
from mapgen.render.formats.svg import EMPTY, SvgWriter, number, sized
from mapgen.render.markup import Xml, xml
from mapgen.render.page.inheritance import shared
from mapgen.render.page.picture import FALLBACK
from mapgen.words import Words

LOW, HIGH = 1, 5  # of impact and effort, in the language
RADIUS = 11.0
APART = 2 * RADIUS + 2
SIDE = 320.0
ROOM = 4.0  # times the ground that marks would cover, so that they stay near where they belong
LEFT, TOP, BELOW = 34.0, 12.0, 42.0
CLOSED = ("done", "dropped")
LOOKS = {"done": ("good-soft", "good", None, "good"), "dropped": ("paper", "muted", "3 2", "muted")}
"""What is filled, drawn and dashed, and the number, of a mark that is not open."""
OPEN = ("good", "good", None, "paper")
FEW = 2  # marks make a plot; one has nothing to be compared with

Point = tuple[float, float]


@record
class PlottedOpportunity:
    """One opportunity: its number in the table, its anchor, and where it belongs."""

    number: int
    anchor: str
    text: str
    impact: Number
    effort: Number
    status: Status | None


def plot(words: Words, marks: Sequence[PlottedOpportunity], writer: SvgWriter) -> Xml:
    """Draw the plot: effort to the right, impact upwards, each number a link to its row; nothing for fewer than two."""
    if len(marks) < FEW:
        return EMPTY
    side = max(SIDE, sqrt(len(marks) * ROOM) * APART)
    mirrored = words.direction == "rtl"
    width, height = side + LEFT + TOP, side + TOP + BELOW
    places = spread([_ideal(mark, side) for mark in marks], side)
    drawn = (
        _mark(words, mark, writer, _turned(place, side, mirrored)) for mark, place in zip(marks, places, strict=True)
    )
    picture = Xml(
        '<svg class="plot" role="group" aria-label="{}" viewBox="0 0 {} {}" {} font-family="{}" font-size="12">'
        "{}{}</svg>"
    ).fill(
        xml(words("impact-and-effort")),
        number(width),
        number(height),
        sized(width, height),
        xml(FALLBACK),
        _frame(words, side, writer, mirrored=mirrored),
        EMPTY.joined(drawn),
    )
    return EMPTY.joined((shared(picture), _key(words, marks)))


def _key(words: Words, marks: Sequence[PlottedOpportunity]) -> Xml:
    """Explain the marks of what is done or dropped, where there are any."""
    closed = [status for status in CLOSED if any(mark.status == status for mark in marks)]
    name = Xml('<span class="{}">{}</span>')
    names = [name.fill(xml(status), xml(words(f"status-{status}"))) for status in closed]
    return Xml('<p class="key">{}</p>').fill(EMPTY.joined(names)) if names else EMPTY


def spread(ideal: Sequence[Point], side: float) -> list[Point]:
    """Return a place for each mark, as near to where it belongs as it gets without touching an earlier one.

    >>> spread([(50.0, 50.0), (50.0, 50.0), (90.0, 50.0)], 100.0)
    [(50.0, 50.0), (74.0, 50.0), (81.0, 72.0)]
    """
    taken: dict[tuple[int, int], list[Point]] = {}
    tried: dict[Point, Iterator[Point]] = {}  # what was not free for one is not free for the next
    found = []
    for point in ideal:
        places = tried.setdefault(point, _around(point))
        place = next(place for place in places if _inside(place, side) and _free(place, taken))
        taken.setdefault(_bin(place), []).append(place)
        found.append(place)
    return found


def _around(point: Point) -> Iterator[Point]:
    """Yield places around a point, the nearest first, without end."""
    yield point
    ring = 1
    while True:
        reach = ring * APART / 2
        count = max(6, ceil(2 * pi * ring))
        for step in range(count):
            angle = 2 * pi * step / count
            yield round(point[0] + reach * cos(angle), 0), round(point[1] + reach * sin(angle), 0)
        ring += 1


def _inside(point: Point, side: float) -> bool:
    return all(RADIUS <= value <= side - RADIUS for value in point)


def _bin(point: Point) -> tuple[int, int]:
    return int(point[0] // APART), int(point[1] // APART)


def _free(point: Point, taken: dict[tuple[int, int], list[Point]]) -> bool:
    column, row = _bin(point)
    near = (
        other
        for x in (column - 1, column, column + 1)
        for y in (row - 1, row, row + 1)
        for other in taken.get((x, y), ())
    )
    return all((point[0] - other[0]) ** 2 + (point[1] - other[1]) ** 2 >= (APART - 1) ** 2 for other in near)


def _ideal(mark: PlottedOpportunity, side: float) -> Point:
    """Return where a mark belongs: effort to the right, impact upwards, all well off the edges."""
    reach = side - 4 * RADIUS
    x, y = ((min(max(value, LOW), HIGH) - LOW) / (HIGH - LOW) for value in (mark.effort, mark.impact))
    return round(2 * RADIUS + x * reach, 2), round(2 * RADIUS + (1 - y) * reach, 2)


def _turned(place: Point, side: float, mirrored: bool) -> Point:  # noqa: FBT001 - of a helper
    x = side - place[0] if mirrored else place[0]
    return x + (TOP if mirrored else LEFT), place[1] + TOP


def _frame(words: Words, side: float, writer: SvgWriter, *, mirrored: bool) -> Xml:
    left = TOP if mirrored else LEFT
    middle = side / 2
    beside = float(number(left + side + 22 if mirrored else 22.0))
    return Xml(
        '<rect x="{near}" y="{y}" width="{half}" height="{half}"{best}/>'
        '<rect x="{x}" y="{y}" width="{whole}" height="{whole}"{ground}/><g{ink}>{ticks}<g font-weight="600">'
        '<text x="{center}" y="{below}" text-anchor="middle">{effort}</text>'
        '<text text-anchor="middle" transform="translate({across} {down}) rotate(-90)">{impact}</text></g></g>'
    ).fill(
        best=writer.shape("zone-good", None, 1, None),
        ground=writer.shape(None, "line", 1, None),
        ink=writer.paint("fill", "muted"),
        near=number(left + middle if mirrored else left),
        x=number(left),
        y=number(TOP),
        half=number(middle),
        whole=number(side),
        ticks=EMPTY.joined(_tick(value, side, left, mirrored=mirrored) for value in range(LOW, HIGH + 1)),
        center=number(left + middle),
        below=number(side + TOP + 36),
        effort=xml(words("effort")),
        across=number(beside - 10),
        down=number(TOP + middle),
        impact=xml(words("impact")),
    )


def _tick(value: int, side: float, left: float, *, mirrored: bool) -> Xml:
    """Write a value at both axes."""
    reach = (side - 4 * RADIUS) * (value - LOW) / (HIGH - LOW) + 2 * RADIUS
    return Xml(
        '<text x="{x}" y="{below}" text-anchor="middle">{value}</text>'
        '<text x="{beside}" y="{y}" text-anchor="{anchor}">{value}</text>'
    ).fill(
        x=number(left + (side - reach if mirrored else reach)),
        y=number(TOP + side - reach + 4),
        below=number(TOP + side + 16),
        beside=number(left + side + 8 if mirrored else left - 8),
        anchor=Xml("start") if mirrored else Xml("end"),
        value=value,
    )


def _mark(words: Words, mark: PlottedOpportunity, writer: SvgWriter, place: Point) -> Xml:
    status = words(f"status-{mark.status}") if mark.status else None
    sides = (words("impact-of", n=words.number(mark.impact)), words("effort-of", n=words.number(mark.effort)))
    about = " · ".join(part for part in (*sides, status) if part)
    name = f"{mark.number} {mark.text}: {about}"
    fill, stroke, dash, ink = LOOKS.get(mark.status or "", OPEN)
    return Xml(
        '<a href="#{anchor}"><title>{name}</title>'
        '<circle cx="{x}" cy="{y}" r="{radius}"{look}/>'
        '<text x="{x}" y="{base}" font-weight="600" text-anchor="middle"{ink}>{number}</text></a>'
    ).fill(
        look=writer.shape(fill, stroke, 1.5, dash),
        ink=writer.paint("fill", ink),
        anchor=xml(mark.anchor),
        name=xml(name),
        x=number(place[0]),
        y=number(place[1]),
        radius=number(RADIUS),
        base=number(place[1] + 4),
        number=mark.number,
    )

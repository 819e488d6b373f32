"""Whose line of the emotion curve it is -> its look: color, dashes and the shape of its dots.

The line of all customers is ink and solid. A persona has one color everywhere, by its place among the personas of the
journey, counted from 0. There are five colors, so a sixth persona has other dashes and dots than the first. Of more
than 25 personas, some look alike.
"""

from mapgen.layout.scene import Circle, Item, Line, Path, Rect
from mapgen.layout.shapes import polygon

_COLORS = 5
_DASHES = ("7 3", "2 3", "9 3 2 3", "4 4")
_GAP_DASH = (3, 5)
_GAP_WIDTH = 1.2
_WIDTH = 2.0  # of the line around a dot


def person_role(person: int) -> str:
    """Return the role of the color of a persona.

    >>> person_role(0), person_role(5)
    ('person-1', 'person-1')
    """
    return f"person-{person % _COLORS + 1}"


def series_role(person: int | None) -> str:
    """Return the role of the color of a persona's line, or of the line of all customers."""
    return "ink" if person is None else person_role(person)


def has_own_color(person: int | None) -> bool:
    """Return whether nobody before has the color of a line; of further personas, the shape of the dots tells whose."""
    return person is None or person < _COLORS


def series_dash(person: int | None, scale: int = 1) -> str | None:
    """Return the dashes of a line, `scale` times as long as on the map.

    >>> series_dash(None), series_dash(0), series_dash(5, scale=3)
    (None, '7 3', '27 9 6 9')
    """
    if person is None:
        return None
    dash = _DASHES[(person + person // _COLORS) % len(_DASHES)]
    return " ".join(str(int(part) * scale) for part in dash.split())


def gap_style(style: Path, scale: float = 1) -> Path:
    """Return the look of a line where it passes a gap: thin and dashed; `scale` is 1 on the map."""
    dash = " ".join(f"{part * scale:g}" for part in _GAP_DASH)
    return style._replace(stroke_width=_GAP_WIDTH * scale, dash=dash)


def gap_sign(x: float, y: float, width: float, scale: float = 1) -> Line:
    """Draw the sign of a gap for a legend, from `x` on."""
    style = gap_style(Path((), stroke="ink"), scale)
    return Line(x, y, x + width, y, "ink", style.stroke_width, style.dash)


def series_dot(person: int | None, x: float, y: float, radius: float, *, hollow: bool) -> Item:
    """Draw a dot of a line: a circle, of further personas a square, a triangle, a triangle on its tip, a bar."""
    role = series_role(person)
    fill = "paper" if hollow else role
    match (person or 0) // _COLORS % 5:
        case 0:
            return Circle(x, y, radius, fill, role, _WIDTH)
        case 1 | 4 as shape:
            width, height = (0.9 * radius, 0.9 * radius) if shape == 1 else (1.3 * radius, 0.4 * radius)
            return Rect(x - width, y - height, 2 * width, 2 * height, fill, role, _WIDTH)
        case side:
            tip = -radius * 1.15 if side == 2 else radius * 1.15  # noqa: PLR2004 - the third shape points up
            points = [(x, y + tip), (x + radius * 1.1, y - tip * 0.75), (x - radius * 1.1, y - tip * 0.75)]
            return Path(polygon(points), fill=fill, stroke=role, stroke_width=_WIDTH)

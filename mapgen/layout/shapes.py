"""Drawn signs, as paths: star, face, chevron, arrow."""

from math import acos, cos, pi, sin, tan

from mapgen.layout.scene import Circle, Item, Path

Segment = tuple[str, tuple[float, ...]]

_FACE = 10.0  # a larger face has thicker strokes
_EYE = 0.6  # half the length of the stroke that is an eye, without its round ends


def star(cx: float, cy: float, radius: float) -> Path:
    """Draw a star with five points."""
    corners = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.42
        angle = -pi / 2 + index * pi / 5
        corners.append((cx + reach * cos(angle), cy + reach * sin(angle)))
    return Path(polygon(corners), fill="star")


def polygon(corners: list[tuple[float, float]]) -> tuple[Segment, ...]:
    """Join corners into a closed path."""
    first, *rest = corners
    return (("M", first), *(("L", corner) for corner in rest), ("Z", ()))


def chevron(x: float, y: float, width: float, height: float, *, tail: bool, fill: str) -> Path:
    """Draw a stage: an arrow to the end side, with a notch where another stage comes before it (`tail`)."""
    tip = min(12.0, width / 4)
    middle = y + height / 2
    corners = [(x, y), (x + width - tip, y), (x + width, middle), (x + width - tip, y + height), (x, y + height)]
    if tail:
        corners.append((x + tip, middle))
    return Path(polygon(corners), fill=fill)


class CardEdge(Path):
    """The colored edge of a card. It begins at the top of its inner side, and goes down first."""

    __slots__ = ()


def bar_of_card(x: float, y: float, width: float, height: float, radius: float, fill: str) -> CardEdge:
    """Draw the colored edge of a card: what is cut off a rectangle with round corners, `width` from its side."""
    right, bottom = x + width, y + height
    radius = min(radius, height / 2)
    if radius <= 0:
        return CardEdge(polygon([(right, y), (right, bottom), (x, bottom), (x, y)]), fill=fill)
    turn = acos(max(0.0, (radius - width) / radius))
    reach = 4 / 3 * tan(turn / 4) * radius
    dx, dy = radius * (1 - cos(turn)), cut_of_edge(radius, width)
    cx, cy = dx - reach * sin(turn), dy + reach * cos(turn)
    return CardEdge(
        (
            ("M", (right, y + dy)),
            ("L", (right, bottom - dy)),
            ("L", (x + dx, bottom - dy)),
            ("C", (x + cx, bottom - cy, x, bottom - radius + reach, x, bottom - radius)),
            ("L", (x, y + radius)),
            ("C", (x, y + radius - reach, x + cx, y + cy, x + dx, y + dy)),
            ("Z", ()),
        ),
        fill=fill,
    )


def cut_of_edge(radius: float, width: float) -> float:
    """Return how far below the top of its card the inner side of an edge begins."""
    return radius * (1 - sin(acos(max(0.0, (radius - width) / radius)))) if radius > 0 else 0.0


def diamond(cx: float, cy: float, reach: float) -> Path:
    """Draw what is aimed at: a hollow diamond."""
    corners = [(cx, cy - reach), (cx + reach, cy), (cx, cy + reach), (cx - reach, cy)]
    return Path(polygon(corners), fill="paper", stroke="muted", stroke_width=1.5)


def face(cx: float, cy: float, radius: float, share: float, fill: str, *, hollow: bool) -> list[Item]:
    """Draw a face whose mouth goes from sad (`share` 0) to glad (1); a hollow one stands for a hypothesis."""
    ink, pen = fill if hollow else "paper", max(1.0, radius / _FACE)
    dash = f"{3 * pen:g} {2 * pen:g}" if hollow else None
    bend = (share - 0.5) * radius * 0.9
    mouth_y = cy + radius * 0.36 - bend * 0.35
    mouth, eye, eye_y = radius * 0.45, radius * 0.33, cy - radius * 0.2
    features = Path(
        (
            ("M", (cx - eye, eye_y - _EYE * pen)),
            ("L", (cx - eye, eye_y + _EYE * pen)),
            ("M", (cx + eye, eye_y - _EYE * pen)),
            ("L", (cx + eye, eye_y + _EYE * pen)),
            ("M", (cx - mouth, mouth_y)),
            ("C", (cx - mouth / 2, mouth_y + bend, cx + mouth / 2, mouth_y + bend, cx + mouth, mouth_y)),
        ),
        stroke=ink,
        stroke_width=1.7 * pen,
    )
    return [
        Circle(cx, cy, radius, "paper" if hollow else fill, fill, 1.8 * pen, dash),
        features,
    ]

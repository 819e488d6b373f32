"""Drawn signs, as paths: star, face, chevron, arrow."""

from math import cos, pi, sin

from mapgen.layout.scene import Circle, Item, Path

Segment = tuple[str, tuple[float, ...]]


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


class Edge(Path):
    """The coloured edge of a card; it begins at the top of its inner side, and goes down first."""

    __slots__ = ()


def bar_of_card(x: float, y: float, width: float, height: float, radius: float, fill: str) -> Edge:
    """Draw the coloured edge of a card, rounded with its two outer corners."""
    k = radius * 0.4477
    return Edge(
        (
            ("M", (x + width, y)),
            ("L", (x + width, y + height)),
            ("L", (x + radius, y + height)),
            ("C", (x + k, y + height, x, y + height - k, x, y + height - radius)),
            ("L", (x, y + radius)),
            ("C", (x, y + k, x + k, y, x + radius, y)),
            ("Z", ()),
        ),
        fill=fill,
    )


def face(cx: float, cy: float, radius: float, share: float, fill: str, *, hollow: bool) -> list[Item]:
    """Draw a face whose mouth goes from sad (`share` 0) to glad (1); a hollow one stands for a hypothesis."""
    ink = fill if hollow else "paper"
    bend = (share - 0.5) * radius * 0.9
    mouth_y = cy + radius * 0.36 - bend * 0.35
    mouth, eye = radius * 0.45, radius * 0.33
    smile = Path(
        (
            ("M", (cx - mouth, mouth_y)),
            ("C", (cx - mouth / 2, mouth_y + bend, cx + mouth / 2, mouth_y + bend, cx + mouth, mouth_y)),
        ),
        stroke=ink,
        stroke_width=1.6,
    )
    return [
        Circle(cx, cy, radius, "paper" if hollow else fill, fill, 1.8, "3 2" if hollow else None),
        Circle(cx - eye, cy - radius * 0.2, 1.3, ink),
        Circle(cx + eye, cy - radius * 0.2, 1.3, ink),
        smile,
    ]

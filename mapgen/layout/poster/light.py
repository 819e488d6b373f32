"""Stars -> the light that falls from each star on its face."""

from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.scene import Box, Path

_SLICES = 6
_LAMP = 8.0  # half the width of the light at the star
_HALO = 9.0  # around a face
_ARC = 0.5523  # of the radius: the controls of a quarter of a circle


def draw_light(frame: CurveFrame) -> None:
    """Draw a beam from each star, which widens and fades, and ends in a halo around its face."""
    darkest = frame.y(0.0) + s.FACE + _HALO
    for moment in frame.poster.signs:
        if not moment.starred:
            continue
        lamp = frame.stars[moment.id]
        if moment.share is not None:
            x, y, reach = frame.x(moment), frame.y(moment.share), frame.radius(moment) + _HALO
            beam = _beam(lamp, frame.star_y, x, y, reach)
            frame.items.append(Path(beam, fill="spot", fade=(frame.star_y, darkest)))
            _take(frame, lamp, x, y, reach)
        frame.room.take(Box(lamp - s.STAR - 2, frame.star_y - s.STAR, 2 * s.STAR + 4, 2 * s.STAR + 6))


def _beam(lamp: float, top: float, x: float, y: float, reach: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    arc = _ARC * reach
    return (
        ("M", (lamp - _LAMP, top)),
        ("L", (lamp + _LAMP, top)),
        ("L", (x + reach, y)),
        ("C", (x + reach, y + arc, x + arc, y + reach, x, y + reach)),
        ("C", (x - arc, y + reach, x - reach, y + arc, x - reach, y)),
        ("Z", ()),
    )


def _take(frame: CurveFrame, lamp: float, x: float, y: float, reach: float) -> None:
    """Keep a beam free of words, slice by slice as it widens."""
    height = (y - frame.star_y) / _SLICES
    for index in range(_SLICES):
        far = (index + 1) / _SLICES
        half, middle = _LAMP + (reach - _LAMP) * far, lamp + (x - lamp) * far
        frame.room.take(Box(middle - half, frame.star_y + index * height, 2 * half, height))

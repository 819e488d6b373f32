"""Stars -> the light that falls from each star on its face."""

from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.scene import Box, Path

_SLICES = 12
_FAINT = 5.0  # so far a word may reach into the edge of a halo
_LAMP = 0.6  # half the width of the light at the star, as a part of the radius of the star
_HALO = 0.7  # around a face, as a part of the radius of a star
_ARC = 0.5523  # of the radius: the controls of a quarter of a circle


def draw_light(frame: CurveFrame) -> None:
    """Draw a beam from each star, which widens and fades, and ends in a halo around its face."""
    lamp, halo = _LAMP * frame.star, _HALO * frame.star
    darkest = frame.y(0.0) + s.FACE + halo
    for moment in frame.poster.signs:
        if not moment.starred:
            continue
        star_x, star = frame.stars[moment.id], frame.star
        if moment.share is not None:
            x, y, reach = frame.x(moment), frame.y(moment.share), frame.radius(moment) + halo
            beam = _beam((star_x, frame.star_y, lamp), (x, y, reach))
            frame.items.append(Path(beam, fill="spot", fade=(frame.star_y, darkest)))
            _take(frame, (star_x, frame.star_y, lamp), (x, y, reach))
        frame.room.take(Box(star_x - star - 2, frame.star_y - star, 2 * star + 4, 2 * star + 6))


End = tuple[float, float, float]
"""One end of a beam: its center, and half its width there."""


def _beam(start: End, end: End) -> tuple[tuple[str, tuple[float, ...]], ...]:
    (lamp_x, lamp_y, lamp), (x, y, reach) = start, end
    arc = _ARC * reach
    return (
        ("M", (lamp_x - lamp, lamp_y)),
        ("L", (lamp_x + lamp, lamp_y)),
        ("L", (x + reach, y)),
        ("C", (x + reach, y + arc, x + arc, y + reach, x, y + reach)),
        ("C", (x - arc, y + reach, x - reach, y + arc, x - reach, y)),
        ("Z", ()),
    )


def _take(frame: CurveFrame, start: End, end: End) -> None:
    """Keep a beam free of words, slice by slice as it widens."""
    height = (end[1] - start[1]) / _SLICES
    for index in range(_SLICES):
        middle, _, half = (a + (b - a) * (index + 1) / _SLICES for a, b in zip(start, end, strict=True))
        frame.room.take(Box(middle - half, start[1] + index * height, 2 * half, height))
    x, y, reach = end
    frame.room.take(Box(x - reach, y, 2 * reach, reach - _FAINT))

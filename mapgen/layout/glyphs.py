"""A font -> its glyphs as the data of SVG paths, for pictures in which text is drawn and not written."""

from typing import TYPE_CHECKING

from mapgen.record import record

if TYPE_CHECKING:
    import uharfbuzz as hb


@record
class Glyph:
    """An outline in font units, y downwards: contours that each begin at a place, the rest of them relative to it."""

    contours: tuple[tuple[int, int, str], ...]

    def at(self, x: float, y: float) -> str:
        """Return the data of a path with the glyph's origin at this place."""
        return "".join(f"M{round(x + left)} {round(y + top)}{rest}" for left, top, rest in self.contours)


class Glyphs(dict[int, Glyph]):
    """The glyphs of a font by their number, each drawn once."""

    def __init__(self, font: "hb.Font") -> None:
        """Take a font with its variations set."""
        super().__init__()
        self._font = font

    def __missing__(self, number: int) -> Glyph:
        pen = Pen()
        self._font.draw_glyph_with_pen(number, pen)
        glyph = self[number] = pen.glyph()
        return glyph


class Pen:
    """Records an outline; the names of the methods are those of HarfBuzz's protocol."""

    def __init__(self) -> None:
        """Start with no contour."""
        self._contours: list[tuple[int, int, list[str]]] = []
        self._x = self._y = 0

    def glyph(self) -> Glyph:
        """Return what was drawn."""
        return Glyph(tuple((x, y, "".join(rest)) for x, y, rest in self._contours))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        """Begin a contour."""
        self._x, self._y = round(point[0]), round(-point[1])
        self._contours.append((self._x, self._y, []))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        """Draw a straight line."""
        self._add("l", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        """Draw a curve with points beside it."""
        self._add("q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        """Draw a curve with two points beside it."""
        self._add("c", *points)

    def closePath(self) -> None:  # noqa: N802 - the protocol's name
        """End the contour."""
        self._contours[-1][2].append("z")

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        ends = [(round(x), round(-y)) for x, y in points]
        said = " ".join(f"{x - self._x} {y - self._y}" for x, y in ends)
        self._contours[-1][2].append(command + said)
        self._x, self._y = ends[-1]

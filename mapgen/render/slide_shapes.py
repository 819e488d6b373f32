"""Scene -> the shapes of a slide in DrawingML: each shape, and each paragraph as a text box, native and editable.

Lengths of a scene are pixels; those of a slide are English Metric Units.
"""

from collections.abc import Iterator
from typing import assert_never

from mapgen.layout.scene import Circle, Group, ImageItem, Item, Label, Line, Path, Rect, Scene
from mapgen.render.markup import Xml, safe_url, xml
from mapgen.render.pdf_pages import Paragraph, pages
from mapgen.render.theme import Colors

FONT = "Arial"
"""Every office program has it, or one as wide; Inter, in which the scene is measured, is a little wider."""

_ASCENT = 0.905  # of Arial, in ems
_ON_LINE = 0.8  # where the baseline is in a line of exact height
_CENTIPOINTS = 100 / 12_700  # in a unit
_MAX_UNITS = 2_147_483_647
_SHAPE = Xml(
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    "{geometry}{paint}</p:spPr>{text}</p:sp>"
)
_PRESET = Xml('<a:prstGeom prst="{}"><a:avLst>{}</a:avLst></a:prstGeom>')
_ROUND = Xml('<a:gd name="adj" fmla="val {}"/>')
_CUSTOM = Xml(
    "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{}" h="{}">{}</a:path></a:pathLst></a:custGeom>'
)
_POINT = Xml('<a:pt x="{}" y="{}"/>')
_SOLID = Xml('<a:solidFill><a:srgbClr val="{}"/></a:solidFill>')
_STROKE = Xml('<a:ln w="{}">{}{}</a:ln>')
_DASH = Xml('<a:prstDash val="dash"/>')
_NO_FILL, _NO_STROKE, _NOTHING = Xml("<a:noFill/>"), Xml("<a:ln><a:noFill/></a:ln>"), Xml()
_TEXT = Xml(
    '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
    '<a:lstStyle/><a:p><a:pPr algn="{align}"{rtl}>{spacing}</a:pPr>{runs}</a:p></p:txBody>'
)
_RUN = Xml("<a:r>{0}<a:t>{1}</a:t></a:r>")
_STYLE = Xml('<a:rPr lang="{language}" sz="{size}"{bold}{italic}>{fill}<a:latin typeface="{font}"/></a:rPr>')
_COMMANDS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


class SlideShapes:
    """Writes the shapes of a scene on a slide of so many units in width."""

    def __init__(self, scene: Scene, colors: Colors, width: int, first_id: int) -> None:
        """Begin with the shape of a number, which no other shape on the slide has."""
        self._scene = scene
        self._colors = colors
        self._scale = width / scene.width
        self._id = first_id

    def shapes(self) -> Iterator[Xml]:
        """Yield all shapes, the ones behind first, then all texts."""
        for page in pages(self._scene):
            for item in page.shapes:
                yield self._item(item)
            for text in page.texts:
                if isinstance(text, Paragraph):
                    yield self._paragraph(text)

    def images(self) -> Iterator[ImageItem]:
        """Yield the raster images."""
        return (text for page in pages(self._scene) for text in page.texts if isinstance(text, ImageItem))

    def units(self, length: float) -> int:
        """Return a length in the units of the slide."""
        return min(_MAX_UNITS, max(-_MAX_UNITS, round(length * self._scale)))

    def _item(self, item: Item) -> Xml:
        match item:
            case Rect():
                shorter = min(item.width, item.height) or 1
                adjust = _ROUND.fill(xml(str(min(50_000, round(item.radius / shorter * 100_000)))))
                shape = _PRESET.fill(xml("roundRect" if item.radius else "rect"), adjust if item.radius else _NOTHING)
                box = (item.x, item.y, item.width, item.height)
                return self._shape("Rectangle", box, shape, self._paint(item))
            case Circle():
                side = item.radius * 2
                box = (item.cx - item.radius, item.cy - item.radius, side, side)
                return self._shape("Circle", box, _PRESET.fill(xml("ellipse"), _NOTHING), self._paint(item))
            case Line():
                box = (min(item.x1, item.x2), min(item.y1, item.y2), abs(item.x2 - item.x1), abs(item.y2 - item.y1))
                flip = Xml(' flipV="1"') if (item.x2 - item.x1) * (item.y2 - item.y1) < 0 else _NOTHING
                stroke = self._stroke(item.stroke, item.width, item.dash)
                return self._shape("Line", box, _PRESET.fill(xml("line"), _NOTHING), stroke, flip=flip)
            case Path():
                return self._path(item)
            case Label() | ImageItem() | Group():
                return _NOTHING
            case _:
                assert_never(item)

    def _path(self, path: Path) -> Xml:
        xs = [value for _, values in path.segments for value in values[0::2]] or [0.0]
        ys = [value for _, values in path.segments for value in values[1::2]] or [0.0]
        left, top = min(xs), min(ys)
        box = (left, top, max(xs) - left, max(ys) - top)
        parts = []
        for command, values in path.segments:
            points = Xml().joined(
                _POINT.fill(_whole(self.units(x - left)), _whole(self.units(y - top)))
                for x, y in zip(values[0::2], values[1::2], strict=True)
            )
            name = _COMMANDS.get(command)
            parts.append(Xml("<a:{0}>{1}</a:{0}>").fill(xml(name), points) if name else Xml("<a:close/>"))
        size = (_whole(max(1, self.units(box[2]))), _whole(max(1, self.units(box[3]))))
        return self._shape("Drawing", box, _CUSTOM.fill(*size, Xml().joined(parts)), self._paint(path))

    def _shape(  # noqa: PLR0913 - what a shape has
        self,
        name: str,
        box: tuple[float, float, float, float],
        geometry: Xml,
        paint: Xml,
        *,
        flip: Xml = _NOTHING,
        text: Xml = _NOTHING,
    ) -> Xml:
        x, y, width, height = map(self.units, box)
        self._id += 1
        return _SHAPE.fill(
            id=_whole(self._id),
            name=xml(f"{name} {self._id}"),
            box=Xml(' txBox="1"') if text else _NOTHING,
            flip=flip,
            x=_whole(x),
            y=_whole(y),
            width=_whole(max(0, width)),
            height=_whole(max(0, height)),
            geometry=geometry,
            paint=paint,
            text=text,
        )

    def _paint(self, item: Rect | Circle | Path) -> Xml:
        fill = _SOLID.fill(self._color(item.fill)) if item.fill else _NO_FILL
        return Xml("{}{}").fill(fill, self._stroke(item.stroke, item.stroke_width, item.dash))

    def _stroke(self, role: str | None, width: float, dash: str | None) -> Xml:
        if role is None:
            return _NO_STROKE
        dashes = _DASH if dash else _NOTHING
        return _STROKE.fill(_whole(self.units(width)), _SOLID.fill(self._color(role)), dashes)

    def _color(self, role: str) -> Xml:
        return xml(self._colors[role].removeprefix("#"))

    def _paragraph(self, paragraph: Paragraph) -> Xml:
        label, count = paragraph.label, len(paragraph.lines)
        leading = paragraph.leading or label.size * 1.2
        top = label.y - (leading * _ON_LINE if count > 1 else label.size * _ASCENT)
        side = self._side(label)
        left = label.x - {"l": 0.0, "ctr": 0.5, "r": 1.0}[side] * label.width
        spacing = Xml('<a:lnSpc><a:spcPts val="{}"/></a:lnSpc>').fill(self._points(leading)) if count > 1 else _NOTHING
        style = self._style(label)
        breaks = Xml("<a:br>{}</a:br>").fill(style)
        text = _TEXT.fill(
            align=xml(side),
            rtl=Xml(' rtl="1"') if self._scene.direction == "rtl" else _NOTHING,
            spacing=spacing,
            runs=breaks.joined(_RUN.fill(style, _text(line)) for line in paragraph.lines),
        )
        box = (left, top, label.width, leading * count)
        return self._shape("Text", box, _PRESET.fill(xml("rect"), _NOTHING), _NO_FILL, text=text)

    def _style(self, label: Label) -> Xml:
        link = safe_url(label.url) if label.url else None
        return _STYLE.fill(
            language=xml(self._scene.language),
            size=self._points(label.size),
            bold=Xml(' b="1"') if label.weight > 400 else _NOTHING,  # noqa: PLR2004 - the weight of plain text
            italic=Xml(' i="1"') if label.slant else Xml(' u="sng"') if link else _NOTHING,
            fill=_SOLID.fill(self._color(label.fill)),
            font=xml(FONT),
        )

    def _points(self, pixels: float) -> Xml:
        """Return a size in hundredths of a point, within what a program accepts."""
        return _whole(min(400_000, max(100, round(pixels * self._scale * _CENTIPOINTS))))

    def _side(self, label: Label) -> str:
        """Return the side of a text at its place: "start" is the right one where text runs from the right."""
        sides = {"start": "l", "middle": "ctr", "end": "r"}
        other = {"l": "r", "ctr": "ctr", "r": "l"}
        side = sides[label.anchor]
        return other[side] if self._scene.direction == "rtl" else side


def _whole(value: int) -> Xml:
    return xml(str(value))


def _text(line: str) -> Xml:
    return xml(line.replace("\u00ad", ""))

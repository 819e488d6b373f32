"""Scene -> PDF, by Typst: the shapes of the SVG on light ground, and over them text that can be read and searched.

Typst runs one program of ours, `templates/pdf/map.typ`; what an author wrote reaches it as data. The PDF is tagged: the
title and the names of lanes and stages are headings, which are bookmarks too; shapes are artifacts. It holds no date,
so the same map gives the same bytes, as long as no script needs a font of the system.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from mapgen import resources
from mapgen.layout.scene import ImageItem, Label, Scene
from mapgen.lazy import regex
from mapgen.render.drawing import Drawing
from mapgen.render.font_fallback import stack
from mapgen.render.format import Format
from mapgen.render.formats.svg import EMPTY, SvgWriter, labels
from mapgen.render.markup import Xml, safe_url, xml
from mapgen.render.optional_engine import Engine
from mapgen.render.pdf_pages import Paragraph, PdfPage, pages
from mapgen.render.stamp import PDF_KEYWORD

_ENGINE = Engine("pdf", "typst")
_POINTS = 0.75  # in a pixel
_POINTS_IN_MM = 72 / 25.4
_LONGEST = 14_400  # points; no reader shows a longer page
_NONCHARACTER = "\U0010ffff"
_EACH = b"""\
#set page(width: 40pt, height: 40pt, margin: 0pt)
#set text(font: "Inter")
#json(bytes(sys.inputs.characters)).map(one => text(one)).join(pagebreak())
"""
_LANGUAGE = regex(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-.*)?", re.IGNORECASE)


def render(drawing: Drawing) -> bytes:
    """Return a PDF; EngineError where Typst is missing or fails."""
    typst = _ENGINE.load()
    told = json.dumps(_told(drawing), ensure_ascii=False)
    program = resources.template("pdf/map.typ").encode()
    text = "".join(label.text for scene in drawing.scenes for label in labels(scene.items))

    def draw() -> bytes:
        content, _ = typst.compile_with_warnings(
            program,
            format="pdf",
            sys_inputs={"map": told},
            font_paths=[drawing.fonts(text)[0].rpartition("/")[0]],
            ignore_system_fonts=drawing.typeface.covers(text),
        )
        return bytes(content)

    return _ENGINE.answer(draw)


def _told(drawing: Drawing) -> dict[str, object]:
    """Return all that the program is told, as JSON."""
    scene, journey = drawing.scenes[0], drawing.journey
    height = pages(scene)[0].height
    scale = _scale(scene, height)
    language = _LANGUAGE.fullmatch(scene.language)
    owner = journey.review.owner if journey.review else None
    return {
        "title": scene.title,
        "authors": [owner.name] if owner else [],
        "story": scene.story,
        "keywords": [PDF_KEYWORD],
        "language": language[1].lower() if language else "en",
        "region": language[2].lower() if language and language[2] else None,
        "rtl": scene.direction == "rtl",
        "fonts": stack(scene.language),
        "width": scene.width * scale,
        "height": height * scale,
        "pages": [page for one in drawing.scenes for page in _pages(drawing, one)],
    }


def _pages(drawing: Drawing, scene: Scene) -> Iterator[dict[str, object]]:
    """Yield what the program is told of each sheet of a scene."""
    writer = _Shapes(scene, drawing.theme, drawing)
    for page in pages(scene):
        scale = _scale(scene, page.height)
        yield {"svg": writer.page(page), "items": [writer.item(item, page, scale) for item in page.texts]}


def _scale(scene: Scene, height: float) -> float:
    """Return points a pixel: those of the paper, else of the screen, if a page may be so long."""
    if scene.sheet:
        return scene.sheet.width * _POINTS_IN_MM / scene.width
    return min(_POINTS, _LONGEST / max(scene.width, height))


class _Shapes(SvgWriter):
    """Writes the shapes of a page as an SVG, and what is to be read as data."""

    def page(self, page: PdfPage) -> Xml:
        """Write what is drawn."""
        width, height = xml(f"{self._scene.width:g}"), xml(f"{page.height:g}")
        return Xml('<svg xmlns="http://www.w3.org/2000/svg" {} viewBox="0 {} {} {}">{}{}</svg>').fill(
            Xml('width="{}" height="{}"').fill(width, height),
            xml(f"{page.top:g}"),
            width,
            height,
            self.ground(),
            EMPTY.joined(self.items(page.shapes)),
        )

    def item(self, item: Paragraph | ImageItem, page: PdfPage, scale: float) -> dict[str, object]:
        """Report what is read."""
        if isinstance(item, ImageItem):
            size = {"width": item.width * scale, "height": item.height * scale}
            return {"kind": "image", "svg": self._image(item), "alt": item.alt, **size, **_place(item, page, scale)}
        label = item.label
        return {
            "kind": "text",
            **_place(label, page, scale),
            "anchor": self._anchor(label),
            "size": label.size * scale,
            "weight": label.weight,
            "slant": label.slant,
            "fill": self.color(label.fill),
            "lines": item.lines,
            "leading": item.leading * scale,
            "url": safe_url(label.url) if label.url else None,
            "level": item.level,
        }

    def _anchor(self, label: Label) -> str:
        """Return the side that stands at `x`: "start" is the left one here."""
        other = {"start": "end", "end": "start", "middle": "middle"}
        return other[label.anchor] if self._scene.direction == "rtl" else label.anchor

    def _image(self, picture: ImageItem) -> Xml:
        drawn = EMPTY.joined(self.items((picture._replace(x=0, y=0),)))
        return Xml('<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}">{}</svg>').fill(
            xml(f"{picture.width:g}"), xml(f"{picture.height:g}"), drawn
        )


def _place(item: Label | ImageItem, page: PdfPage, scale: float) -> dict[str, object]:
    return {"x": item.x * scale, "y": (item.y - page.top) * scale}


@lru_cache(maxsize=16)
def missing(characters: str) -> str:
    """Return the characters for which Typst finds no glyph in any font; EngineError where Typst is missing or fails.

    Each is set on a page by itself, after a noncharacter, which no font has. What looks like that has no glyph.
    """
    typst = _ENGINE.load()
    inputs = {"characters": json.dumps([_NONCHARACTER, *characters])}
    folder = resources.latin_font_files()[0].rpartition("/")[0]

    def draw() -> list[bytes]:
        return list(typst.compile(_EACH, format="svg", sys_inputs=inputs, font_paths=[folder]))

    absent, *pages_ = _ENGINE.answer(draw)
    return "".join(one for one, page in zip(characters, pages_, strict=True) if page == absent)


FORMAT = Format(
    ".pdf",
    render,
    _ENGINE,
    by_view=True,
    with_appendix=True,
    missing=missing,
    without_font="shows boxes instead",
)

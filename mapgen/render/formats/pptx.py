"""Drawing -> a presentation, by python-pptx: the finding, the poster, and a slide for each stage with speaker notes.

All shapes and tables are native, so that they can be edited; texts are texts, never links or fields.
"""

import io
from base64 import b64decode
from typing import Any

from mapgen.lanes.lane import lane_context
from mapgen.layout.scene import ImageItem, Scene
from mapgen.record import replace
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.office import KEYWORD, repacked
from mapgen.render.optional_engine import Engine
from mapgen.render.options import MAIN
from mapgen.render.slide_shapes import FONT, SlideShapes
from mapgen.render.slide_stages import StageSlide, stage_slides
from mapgen.words import Words

_ENGINE = Engine("pptx", "pptx", "python-pptx")
_WIDTH, _HEIGHT = 12_192_000, 6_858_000  # units: 16 to 9
_MARGIN = 457_200
_BLANK, _TITLE_ONLY = 6, 5  # layouts of the template of python-pptx
_TITLE_HEIGHT, _TABLE_TOP = 640_080, 1_463_040
_POINT = 12_700
_SHARES = (0.22, 0.12, 0.22, 0.22, 0.22)
_COLORS = 10  # of stages
_SIZES = ((14, 900), (12, 1_500), (11, 2_200), (10, 3_000))
"""Sizes in points, each with the most characters of a column for which it is small enough."""

_ROOM = 60  # characters that a row takes up beside its texts
_RASTER = ("data:image/png;base64,", "data:image/jpeg;base64,")


def render(drawing: Drawing) -> bytes:
    """Return a presentation; EngineError where python-pptx is missing or fails."""
    pptx = _ENGINE.load()

    def draw() -> bytes:
        show = pptx.Presentation()
        show.slide_width, show.slide_height = _WIDTH, _HEIGHT
        show.core_properties.title = drawing.journey.title[:255]
        show.core_properties.keywords = KEYWORD
        show.core_properties.author = ""
        writer = _Presentation(show, drawing)
        for view in ("slide", MAIN):
            writer.add_scene(_scene(drawing, view), drawing.map.story)
        for stage in stage_slides(lane_context(drawing.journey, drawing.analysis, Words(drawing.journey.language))):
            writer.add_stage(stage)
        content = io.BytesIO()
        show.save(content)
        return repacked(content.getvalue())

    return _ENGINE.answer(draw)


def _scene(drawing: Drawing, view: str) -> Scene:
    """Return a view on the page of presentations."""
    return drawing.with_options(replace(drawing.options, paper="slide")).of(view, ()).scene


class _Presentation:
    """Adds slides to a presentation."""

    def __init__(self, show: Any, drawing: Drawing) -> None:  # noqa: ANN401 - a presentation of python-pptx
        self._show = show
        self._drawing = drawing
        self._colors = drawing.theme.light
        self._is_from_right = drawing.map.direction == "rtl"

    def add_scene(self, scene: Scene, notes: str) -> None:
        """Add a slide with the shapes of a scene."""
        from pptx.oxml import parse_xml

        slide = self._show.slides.add_slide(self._show.slide_layouts[_BLANK])
        self._fill(slide, "paper")
        shapes = SlideShapes(scene, self._colors, _WIDTH, len(slide.shapes) + 1)
        for shape in shapes.shapes():
            slide.shapes._spTree.append(parse_xml(str(shape)))  # noqa: SLF001 - python-pptx has no other way for paths
        for item in shapes.images():
            self._add_image(slide, shapes, item)
        slide.notes_slide.notes_text_frame.text = notes

    def _add_image(self, slide: Any, shapes: SlideShapes, item: ImageItem) -> None:  # noqa: ANN401 - of python-pptx
        """Add a picture, cut to its box; of the kinds that presentations know."""
        source = self._drawing.pictures.get(item.src, "")
        if not source.startswith(_RASTER):
            return
        data = io.BytesIO(b64decode(source.partition(",")[2]))
        picture = slide.shapes.add_picture(data, shapes.units(item.x), shapes.units(item.y))
        box = shapes.units(item.width), shapes.units(item.height)
        ratio = picture.width / picture.height * box[1] / box[0]
        if item.is_round:
            from pptx.enum.shapes import MSO_SHAPE

            crop = (1 - 1 / ratio) / 2 if ratio > 1 else (1 - ratio) / 2
            picture.auto_shape_type = MSO_SHAPE.OVAL
            for side in ("crop_left", "crop_right") if ratio > 1 else ("crop_top", "crop_bottom"):
                setattr(picture, side, crop)
            picture.width, picture.height = box
        else:
            picture.width, picture.height = (
                (box[0], round(box[0] * picture.height / picture.width))
                if ratio > 1
                else (round(box[1] * picture.width / picture.height), box[1])
            )
        picture._element._nvXxPr.cNvPr.set("descr", item.alt)  # noqa: SLF001 - python-pptx has no other way

    def add_stage(self, stage: StageSlide) -> None:
        """Add the slide of a stage: its name, its goal, and a table of its touchpoints."""
        slide = self._show.slides.add_slide(self._show.slide_layouts[_TITLE_ONLY])
        self._fill(slide, "paper")
        role = f"stage-{stage.index % _COLORS + 1}"
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = _MARGIN, 365_760, _WIDTH - 2 * _MARGIN, _TITLE_HEIGHT
        self._write(title.text_frame, stage.title, 28, role, bold=True)
        if stage.goal:
            box = slide.shapes.add_textbox(_MARGIN, 960_120, _WIDTH - 2 * _MARGIN, 411_480)
            box.text_frame.word_wrap = True
            self._write(box.text_frame, stage.goal, 14, "soft")
        if stage.rows:
            self._add_table(slide, stage, role)
        slide.notes_slide.notes_text_frame.text = stage.notes

    def _add_table(self, slide: Any, stage: StageSlide, role: str) -> None:  # noqa: ANN401 - of python-pptx
        width = _WIDTH - 2 * _MARGIN
        frame = slide.shapes.add_table(
            len(stage.rows) + 1, len(stage.columns), _MARGIN, _TABLE_TOP, width, 320_040 * (len(stage.rows) + 1)
        )
        table = frame.table
        if self._is_from_right:
            table._tbl.tblPr.set("rtl", "1")  # noqa: SLF001 - python-pptx has no other way
        for column, share in zip(table.columns, _SHARES, strict=True):
            column.width = round(width * share)
        longest = max(len(cell) for row in stage.rows for cell in row)
        size = _size(len(stage.rows), longest)
        for number, row in enumerate((stage.columns, *stage.rows)):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                self._paint(cell, role if number == 0 else "panel" if number % 2 == 0 else "paper")
                cell.margin_top = cell.margin_bottom = 3 * _POINT
                self._write(cell.text_frame, text, size, "on-stage" if number == 0 else "ink", bold=number == 0)

    def _paint(self, cell: Any, role: str) -> None:  # noqa: ANN401 - of python-pptx
        cell.fill.solid()
        cell.fill.fore_color.rgb = self._rgb(role)

    def _fill(self, slide: Any, role: str) -> None:  # noqa: ANN401 - of python-pptx
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self._rgb(role)

    def _rgb(self, role: str) -> Any:  # noqa: ANN401 - of python-pptx
        from pptx.dml.color import RGBColor

        return RGBColor(*bytes.fromhex(self._colors[role].removeprefix("#")))  # type: ignore[no-untyped-call]  # its own code has no types

    def _write(self, frame: Any, text: str, size: int, role: str, *, bold: bool = False) -> None:  # noqa: ANN401 - of python-pptx
        """Write a text, a paragraph for each of its lines."""
        frame.text = text
        for paragraph in frame.paragraphs:
            side = "r" if self._is_from_right else "l"
            paragraph._p.get_or_add_pPr().set("algn", side)  # noqa: SLF001 - its own property knows no text from the right
            if self._is_from_right:
                paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - the same
            for run in paragraph.runs:
                run.font.size, run.font.bold, run.font.name = size * _POINT, bold, FONT
                run.font.color.rgb = self._rgb(role)


def _size(rows: int, longest: int) -> int:
    """Return a size in points at which a table fits its slide."""
    return next((size for size, most in _SIZES if rows * (longest + _ROOM) <= most), 9)


FORMAT = Format(".pptx", render, _ENGINE)

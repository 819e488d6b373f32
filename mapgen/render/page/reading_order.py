"""Map, Document -> the journey in reading order: stage by stage its touchpoints, the emotion curve beside them."""

from collections.abc import Iterator

from mapgen.composition import Map
from mapgen.lanes.grid import Heading
from mapgen.record import record
from mapgen.render.document import Document, LaneFact, StageChapter
from mapgen.render.formats.svg import EMPTY, SvgWriter
from mapgen.render.lines import Lines
from mapgen.render.markup import Xml
from mapgen.render.page.vertical_curve import CurvePart, VerticalCurve, vertical_curve


@record
class LaneStatement:
    """What a lane, with its id and title, says of a touchpoint."""

    lane: str
    title: str
    lines: Lines

    @property
    def part(self) -> str | None:
        """Which part of the poster's story it is, None for what the poster leaves out."""
        return {"emotion-curve": "felt", "thoughts": "voice"}.get(self.lane)


@record
class Stop:
    """A touchpoint with all that is said of it; `head` is what its own lane says, its name first."""

    id: str | None
    number: Lines
    head: Lines
    said: tuple[LaneStatement, ...]
    rail: CurvePart


@record
class StagePassage:
    """A stage: its chapter, the piece of the curve that leads into it, its touchpoints."""

    chapter: StageChapter
    lead: Xml
    stops: tuple[Stop, ...]


@record
class ReadingOrder:
    """A whole journey: what it is about, then its stages.

    `neutral`, in percent, is where the curve's ground changes, None without a curve.
    """

    facts: tuple[LaneFact, ...]
    passages: tuple[StagePassage, ...]
    neutral: str | None


def reading_order(map_: Map, document: Document, writer: SvgWriter) -> ReadingOrder:
    """Bring a journey in reading order; `writer` draws the curve."""
    curve = vertical_curve(map_.grid, writer) or VerticalCurve({}, {}, "")
    chapters = zip(document.chapters, map_.grid.headings, strict=True)
    return ReadingOrder(
        facts=document.facts,
        passages=tuple(
            StagePassage(chapter, curve.leads.get(index, EMPTY), tuple(_stops(map_, chapter, heading, curve)))
            for index, (chapter, heading) in enumerate(chapters)
        ),
        neutral=curve.neutral or None,
    )


def _stops(map_: Map, chapter: StageChapter, heading: Heading, curve: VerticalCurve) -> Iterator[Stop]:
    sheet = chapter.touchpoints
    if sheet is None:
        return
    for column, (number, *told) in enumerate(sheet.rows, start=heading.first):
        lanes = zip(sheet.lanes, sheet.columns[1:], told, strict=True)
        said = [LaneStatement(lane, title, lines) for lane, title, lines in lanes if lines]
        head = next((one.lines for one in said if one.lane == "touchpoints"), ())
        rest = tuple(one for one in said if one.lane != "touchpoints")
        yield Stop(map_.grid.columns[column].touchpoint, number, head, rest, curve.rails.get(column, CurvePart()))

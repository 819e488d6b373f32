"""Map, Document -> the journey in reading order: stage by stage its touchpoints, the emotion curve beside them."""

from collections.abc import Iterator

from mapgen.composition import Map
from mapgen.lanes.grid import Heading
from mapgen.record import record
from mapgen.render.document import Chapter, Document
from mapgen.render.formats.svg import EMPTY, Writer
from mapgen.render.lines import Lines
from mapgen.render.markup import Xml
from mapgen.render.page.descent import Descent, Rail, descent


@record
class Said:
    """What a lane, with its id and title, says of a touchpoint."""

    lane: str
    title: str
    lines: Lines


@record
class Stop:
    """A touchpoint with all that is said of it; `head` is what its own lane says, its name first."""

    id: str | None
    number: Lines
    head: Lines
    said: tuple[Said, ...]
    rail: Rail


@record
class Passage:
    """A stage: its chapter, the piece of the curve that leads into it, its touchpoints."""

    chapter: Chapter
    lead: Xml
    stops: tuple[Stop, ...]


@record
class Reading:
    """A whole journey; `neutral`, in percent, is where the curve's ground changes, None without a curve."""

    passages: tuple[Passage, ...]
    neutral: str | None


def reading(map_: Map, document: Document, writer: Writer) -> Reading:
    """Bring a journey in reading order; `writer` draws the curve."""
    curve = descent(map_.grid, writer) or Descent({}, {}, "")
    chapters = zip(document.chapters, map_.grid.headings, strict=True)
    return Reading(
        passages=tuple(
            Passage(chapter, curve.leads.get(index, EMPTY), tuple(_stops(map_, chapter, heading, curve)))
            for index, (chapter, heading) in enumerate(chapters)
        ),
        neutral=curve.neutral or None,
    )


def _stops(map_: Map, chapter: Chapter, heading: Heading, curve: Descent) -> Iterator[Stop]:
    sheet = chapter.touchpoints
    if sheet is None:
        return
    for column, (number, *told) in enumerate(sheet.rows, start=heading.first):
        lanes = zip(sheet.lanes, sheet.columns[1:], told, strict=True)
        said = [Said(lane, title, lines) for lane, title, lines in lanes if lines]
        head = next((one.lines for one in said if one.lane == "touchpoints"), ())
        rest = tuple(one for one in said if one.lane != "touchpoints")
        yield Stop(map_.grid.columns[column].touchpoint, number, head, rest, curve.rails.get(column, Rail()))

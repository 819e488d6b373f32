"""The stages of a band -> chevrons, each over its columns."""

from typing import NamedTuple

from mapgen.lanes.grid import Grid
from mapgen.layout import dimensions as m
from mapgen.layout.columns import Band, StageColumns
from mapgen.layout.emotion_frame import Columns
from mapgen.layout.scene import Box, Group, Item, Rect
from mapgen.layout.shapes import chevron
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

_ACCENTS = 10


class Ground(NamedTuple):
    """What all rows of a map stand on: the middle of each column, the measure, and the arrow to the next stage."""

    grid: Grid
    columns: Columns
    ruler: TextMeasurer
    arrow: str


def accent(index: int) -> str:
    """Return the role of a stage's color; there are ten, and then they begin again."""
    return f"stage-{index % _ACCENTS + 1}"


def stages(ground: Ground, band: Band, y: float, out: list[Item]) -> float:
    """Draw the chevrons of a band; all are as high as the highest needs."""
    ruler = ground.ruler
    drawn = []
    for place in band.places:
        inner = place.width - 2 * m.CHEVRON_TIP - 12
        name = ruler.lines(place.heading.name, m.STAGE, inner)
        begins = ground.grid.continued if place.part else place.heading.volume
        said = [begins, place.heading.conversion and f"{place.heading.conversion} {ground.arrow}"]
        notes = [ruler.lines(note, m.STAGE_NOTE, inner) for note in said if note]
        when = ruler.lines(place.heading.when, m.STAGE_NOTE, inner) if place.heading.when else ()
        drawn.append((place, name, when, notes, inner))
    heights = [
        len(name) * m.STAGE.leading + (len(when) + max(map(len, notes), default=0)) * m.STAGE_NOTE.leading
        for _, name, when, notes, _ in drawn
    ]
    height = max(m.CHEVRON_MIN, max(heights) + 18)
    title = ruler.lines(ground.grid.stage_title, m.LANE, m.GUTTER)
    shown: list[Item] = []
    placed_lines(title, m.MARGIN, y + (height - len(title) * m.LANE.leading) / 2, m.LANE, shown, fill="muted")
    for (place, name, when, notes, inner), own in zip(drawn, heights, strict=True):
        items: list[Item] = [
            chevron(place.x, y, place.width, height, tail=place.index > 0, fill=accent(place.index)),
        ]
        left, top = place.x + m.CHEVRON_TIP + 6, y + (height - own) / 2
        placed_lines(name, left, top, m.STAGE, items)
        top += len(name) * m.STAGE.leading
        placed_lines(when, left, top, m.STAGE_NOTE, items)
        top += len(when) * m.STAGE_NOTE.leading
        for index, note in enumerate(notes):
            at_end = index == len(notes) - 1 and len(notes) > 1
            placed_lines(
                note, left + (inner if at_end else 0), top, m.STAGE_NOTE, items, anchor="end" if at_end else "start"
            )
        shown.append(
            Group(tuple(items), place.heading.name, f"stage-{place.heading.id}", Box(place.x, y, place.width, height))
        )
        shown += _strip(place, y + height + m.STRIP_GAP)
    has_strip = any(place.heading.level is not None for place in band.places)
    room = height + (m.STRIP_GAP + m.STRIP if has_strip else 0.0)
    out.append(Group(tuple(shown), box=Box(m.MARGIN, y, band.right - m.MARGIN, room), zone="stages"))
    return y + height + m.ROW_PAD


def _strip(place: StageColumns, y: float) -> list[Item]:
    """Draw under a stage how many customers it has, beside the stage with the most."""
    if place.heading.level is None:
        return []
    half = m.STRIP / 2
    bar = max(m.STRIP, place.width * place.heading.level)
    return [
        Rect(place.x, y, place.width, m.STRIP, "track", radius=half),
        Rect(place.x, y, bar, m.STRIP, accent(place.index), radius=half),
    ]

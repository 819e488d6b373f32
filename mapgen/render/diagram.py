"""Journey -> a diagram of boxes and connectors, for programs in which people go on drawing.

A column a touchpoint: its card, its point of the emotion curve, its pain points and opportunities. What a stage states
about the whole of it has a column of its own, before those of its touchpoints. All lengths are in pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Literal

from mapgen.charts.flow import flow
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, written
from mapgen.model import walk
from mapgen.model.journey import Emotion, Touchpoint
from mapgen.model.walk import Part
from mapgen.record import record, replace
from mapgen.render.text.line import columns

BoxKind = Literal["title", "stage", "card", "point", "pain", "idea"]
LinkKind = Literal["next", "skip", "back", "repeat", "parallel", "feedback", "curve", "addresses"]

_LEFT, _TOP = 40, 40
_COLUMN, _GAP = 190, 60
_ABOVE, _STEP = 34, 18  # of the cards: at least, and for each level of connectors that go around some
_TITLE, _STAGE, _CURVE, _POINT = 70, 40, 180, 34
_LINE, _PADDING, _BETWEEN = 16, 14, 12
_LETTERS = 26  # of a line of a box
_STAGE_COLORS = 10
_AROUND = frozenset({"skip", "back", "repeat", "feedback"})
"""Connectors that do not lead to the next touchpoint run above the cards, those that would meet at different levels."""


@record
class DiagramBox:
    """A shape with a text; `color` is the number of the color of its stage, and `share` how good an emotion is."""

    id: str
    kind: BoxKind
    text: str
    x: float
    y: float
    width: float
    height: float
    color: int = 1
    share: float | None = None


@record
class DiagramLink:
    """A connector from one box (id) to another; `note` is the rest of its text, where there is no room for all.

    `over` is the height at which it runs above the boxes; None where it leads straight from one to the other.
    """

    id: str
    kind: LinkKind
    start: str
    end: str
    text: str = ""
    note: str = ""
    over: float | None = None


@record
class BoxDiagram:
    """A whole diagram."""

    width: float
    height: float
    boxes: tuple[DiagramBox, ...]
    links: tuple[DiagramLink, ...]


@record
class _DiagramColumn:
    """A part of the journey in a column; None for a stage that states nothing, and has no touchpoints."""

    part: Part | None
    x: float
    color: int


def diagram(view: LaneContext) -> BoxDiagram:
    """Return the diagram of a journey; from right to left where its language is."""
    found = _DiagramLayout(view)
    boxes = tuple(found.boxes())
    width = max(box.x + box.width for box in boxes) + _LEFT
    height = max(box.y + box.height for box in boxes) + _TOP
    if view.words.direction == "rtl":
        boxes = tuple(replace(box, x=width - box.x - box.width) for box in boxes)
    return BoxDiagram(width, height, boxes, tuple(found.links({box.id for box in boxes})))


class _DiagramLayout:
    """Places the boxes of a journey, row by row."""

    def __init__(self, view: LaneContext) -> None:
        self._view = view
        self._stages: list[tuple[str, str, list[_DiagramColumn]]] = []
        x = float(_LEFT)
        for index, stage in enumerate(view.journey.stages):
            parts: list[Part | None] = [stage] if walk.has_facts(stage) else []
            parts += stage.touchpoints
            own = []
            for part in parts or [None]:
                own.append(_DiagramColumn(part, x, index % _STAGE_COLORS + 1))
                x += _COLUMN + _GAP
            self._stages.append((stage.id, stage.name, own))
        self._columns = [column for _, _, own in self._stages for column in own]
        self._width = x - _GAP - _LEFT
        self._wires = flow(view, whole=True).wires
        self._levels = self._levels_of_wires()
        self._cards = _TOP + _TITLE + _STAGE + _ABOVE + _STEP * max(self._levels.values(), default=0)

    def _levels_of_wires(self) -> dict[int, int]:
        """Return the level of each wire that goes around, by its number: a short one is below a longer one."""
        at = {column.part.id: index for index, column in enumerate(self._columns) if column.part}
        ends = {
            index: sorted((at[wire.start], at[wire.end]))
            for index, wire in enumerate(self._wires)
            if wire.kind in _AROUND and wire.start in at and wire.end in at
        }
        levels: dict[int, int] = {}
        for index in sorted(ends, key=lambda index: ends[index][1] - ends[index][0]):
            low, high = ends[index]
            met = {levels[one] for one in levels if ends[one][0] <= high and low <= ends[one][1]}
            levels[index] = next(level for level in range(1, len(met) + 2) if level not in met)
        return levels

    def boxes(self) -> Iterator[DiagramBox]:
        """Yield all boxes."""
        journey, top = self._view.journey, float(_TOP)
        yield DiagramBox("title", "title", journey.title, _LEFT, top, max(self._width, 3 * _COLUMN), _TITLE - 20)
        top += _TITLE
        for ident, name, own in self._stages:
            width = len(own) * (_COLUMN + _GAP) - _GAP
            yield DiagramBox(f"stage-{ident}", "stage", name, own[0].x, top, width, _STAGE, own[0].color)
        top = self._cards
        cards = [self._card(column, top) for column in self._columns if column.part]
        height = max((card.height for card in cards), default=0)
        yield from (replace(card, height=height) for card in cards)
        top += height + _GAP
        points = list(self._points(top))
        yield from points
        top += _CURVE + _GAP if points else 0
        pains = list(self._stacked(top, "pain"))
        yield from pains
        top = max((pain.y + pain.height for pain in pains), default=top - _GAP) + _GAP
        yield from self._stacked(top, "idea")

    def _card(self, column: _DiagramColumn, top: float) -> DiagramBox:
        part = column.part
        assert part is not None, "a column without a part has no card"  # noqa: S101 - tells mypy
        lines = [self._name(part), " \u00b7 ".join(channel.name for channel in walk.channels(part))]
        lines += [part.action or ""] if isinstance(part, Touchpoint) else []
        lines += [part.owner.name if part.owner else ""]
        text = "\n".join(filter(None, lines))
        kind = "touchpoint" if isinstance(part, Touchpoint) else "about"
        return DiagramBox(f"{kind}-{part.id}", "card", text, column.x, top, _COLUMN, _height(text), column.color)

    def _name(self, part: Part) -> str:
        if isinstance(part, Touchpoint):
            star = " \N{BLACK STAR}" if part.moment_of_truth else ""
            return f"{self._view.numbers[part.id]} {part.name}{star}"
        return self._view.words("about-stage")

    def _points(self, top: float) -> Iterator[DiagramBox]:
        """Yield the points of the curve, the best at the top."""
        scale = self._view.journey.scale
        for column in self._columns:
            emotion = column.part.emotion if column.part else None
            if column.part and emotion and emotion.score is not None:
                share = along(scale, emotion.score)
                y = top + (1 - share) * (_CURVE - _POINT - 2 * _LINE)
                x, text = column.x + (_COLUMN - _POINT) / 2, self._felt(emotion)
                yield DiagramBox(f"emotion-{column.part.id}", "point", text, x, y, _POINT, _POINT, column.color, share)

    def _felt(self, emotion: Emotion) -> str:
        score = "" if emotion.score is None else written(self._view.words, self._view.journey.scale, emotion.score)
        return "\n".join(filter(None, (score, emotion.feeling)))

    def _stacked(self, top: float, kind: Literal["pain", "idea"]) -> Iterator[DiagramBox]:
        for column in self._columns:
            y = top
            for ident, text in self._texts(column.part, kind) if column.part else ():
                box = DiagramBox(ident, kind, text, column.x, y, _COLUMN, _height(text), column.color)
                yield box
                y += box.height + _BETWEEN

    def _texts(self, part: Part, kind: Literal["pain", "idea"]) -> Iterator[tuple[str, str]]:
        words = self._view.words
        if kind == "pain":
            for pain in walk.pains(part):
                grade = f"\n{words(f'severity-{pain.severity}')}" if pain.severity else ""
                yield f"pain-{pain.id}", pain.text + grade
        else:
            for idea in part.opportunities:
                status = f"\n{words(f'status-{idea.status}')}" if idea.status else ""
                yield f"opportunity-{idea.id}", idea.text + status

    def links(self, boxes: set[str]) -> Iterator[DiagramLink]:
        """Yield the connectors between boxes that there are."""
        for index, wire in enumerate(self._wires):
            ends = f"touchpoint-{wire.start}", f"touchpoint-{wire.end}"
            if boxes.issuperset(ends):
                text, *more = [said.text for said in wire.said] or [""]
                over = self._cards - _STEP * self._levels[index] if index in self._levels else None
                yield DiagramLink(f"flow-{index}", wire.kind, *ends, text, " \u00b7 ".join(more), over)
        points = [f"emotion-{column.part.id}" for column in self._columns if column.part]
        for index, (start, end) in enumerate(pairwise(point for point in points if point in boxes)):
            yield DiagramLink(f"curve-{index}", "curve", start, end)
        for idea, _ in walk.opportunities(self._view.journey):
            for index, pain in enumerate(idea.addresses):
                yield DiagramLink(f"addresses-{idea.id}-{index}", "addresses", f"opportunity-{idea.id}", f"pain-{pain}")


def _height(text: str) -> float:
    lines: Sequence[str] = text.split("\n")
    return _PADDING + _LINE * float(max(1, sum(max(1, ceil(columns(line) / _LETTERS)) for line in lines)))

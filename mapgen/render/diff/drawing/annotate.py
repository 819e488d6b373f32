"""Scene, marks -> the same scene with a frame and a badge on each thing that changed, and ghosts of what is gone.

Badges stand where no text is: at a corner of their thing, else along its edges.
"""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.layout.badges import HEIGHT, badge, color, width
from mapgen.layout.bounds import ink, outline
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Group, Item, Label, Rect, Scene
from mapgen.render.diff.drawing.annotations import GONE, Annotation
from mapgen.render.diff.drawing.ghosts import ghost
from mapgen.render.diff.drawing.old_values import OLD, OldTexts
from mapgen.render.diff.drawing.strike import Width, strike_old, struck

_OVER = 7.0  # pixels by which a badge stands over the edge of its thing
_INSET = 4.0
_STEP = 6.0
_CLEAR = 1.0
_FRAMED = 2.0


def annotated(scene: Scene, marks: Mapping[str, Annotation], old_texts: OldTexts, width_of: Width) -> Scene:
    """Put the marks on their things, and strike old texts through; `width_of` measures texts."""
    rtl = scene.direction == "rtl"
    room = LabelPlacer(Box(0, 0, scene.width, scene.height))
    for label in labels(scene.items):
        x, y, wide, high = ink(label, rtl=rtl)
        room.take(Box(x - _CLEAR, y - _CLEAR, wide + 2 * _CLEAR, high + 2 * _CLEAR))
    painter = _Painter(marks, old_texts, room, width_of, rtl=rtl)
    items = tuple(painter.items(scene.items))
    return scene._replace(items=items)


def labels(items: Iterable[Item]) -> Iterator[Label]:
    """Yield each text."""
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Group):
            yield from labels(item.items)


class _Painter:
    """Annotations things; remembers which it has marked, since a thing may stand in several bands."""

    def __init__(
        self,
        marks: Mapping[str, Annotation],
        old_texts: OldTexts,
        room: LabelPlacer,
        width_of: Width,
        *,
        rtl: bool,
    ) -> None:
        self._marks = marks
        self._old_texts = old_texts
        self._width_of = width_of
        self._room = room
        self._rtl = rtl

    def items(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items with their marks."""
        for item in items:
            if isinstance(item, Group):
                yield self._group(item)
            else:
                yield struck(item, rtl=self._rtl) if isinstance(item, Label) and item.url == OLD else item

    def _group(self, group: Group) -> Group:
        anchor = group.anchor or ""
        content = tuple(self.items(self._with_old_texts(group)))
        if GONE in anchor:
            content = tuple(ghost(item, rtl=self._rtl) for item in content)
        mark = self._marks.get(anchor)
        if mark is None:
            return group._replace(items=content)
        box = group.box or outline(group.items, rtl=self._rtl)
        if anchor.startswith("emotion-"):
            self._room.take(box)  # a face has to be seen whole
        frame = [_frame(group.box, mark)] if group.box and mark.sign != "removed" else []
        return group._replace(items=(*content, *frame, *self._badge(box, mark)), box=None)

    def _with_old_texts(self, group: Group) -> tuple[Item, ...]:
        """Strike the old texts of a thing."""
        texts = self._old_texts.get(group.anchor or "", ())
        if not texts:
            return group.items
        found = strike_old(list(labels(group.items)), texts, self._width_of, rtl=self._rtl)
        return tuple(_replaced(group.items, found))

    def _badge(self, box: Box, mark: Annotation) -> Iterator[Item]:
        """Put the badge at the first place that is free."""
        wide = width(mark.sign, mark.effect)
        for x, y in _candidates(box, wide, rtl=self._rtl):
            place = Box(x, y, wide, HEIGHT)
            if self._room.fits(place):
                self._room.take(place)
                tip = "\n".join(mark.told)
                yield badge(x, y + HEIGHT / 2, sign=mark.sign, effect=mark.effect, tip=tip)
                return


def _replaced(items: Iterable[Item], found: Mapping[Label, Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield item._replace(items=tuple(_replaced(item.items, found)))
        else:
            yield found.get(item, item) if isinstance(item, Label) else item


def _frame(box: Box, mark: Annotation) -> Rect:
    stroke = color(mark.effect)
    return Rect(box.x, box.y, box.width, box.height, None, stroke, _FRAMED, 6)


def _candidates(box: Box, wide: float, *, rtl: bool) -> Iterator[tuple[float, float]]:
    """Yield places for a badge: over the corner where reading ends, along the upper edge, down the sides, below."""
    left, right = box.x + _INSET, box.x + box.width - wide - _INSET
    top, bottom = box.y - _OVER, box.y + box.height - HEIGHT + _OVER
    start, end = (right, left) if rtl else (left, right)
    across = [end, start] + [left + step * _STEP for step in range(int((right - left) / _STEP))]
    down = [top + step * _STEP for step in range(int((bottom - top) / _STEP))]
    yield from ((x, top) for x in across)
    yield from ((x, y) for y in down for x in (box.x + box.width - _OVER, box.x - wide + _OVER))
    yield from ((x, bottom) for x in across)
    beyond = (box.x + box.width, box.x - wide)
    yield from ((x, y) for y in down for x in (beyond if not rtl else beyond[::-1]))
    yield from ((x, y) for x in across for y in (box.y - HEIGHT, box.y + box.height))

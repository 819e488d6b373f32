"""What must hold of every drawing: no text leaves its box, meets another text or is crossed by the curve."""

from collections.abc import Iterator

from mapgen.layout.curve import samples
from mapgen.layout.scene import Box, Group, Item, Label, Path, Scene

_ABOVE, _BELOW = 0.74, 0.22  # the height of capitals and the depth of descenders, in ems
_SLACK = 0.6
_POINTS = 72 / 25.4  # a millimetre
_READABLE = 7.99


def ink(label: Label, *, rtl: bool) -> Box:
    """Return the box that the ink of a text takes; where text runs from the right, it starts there."""
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    shift = 1 - shift if rtl else shift
    return Box(
        label.x - shift * label.width, label.y - _ABOVE * label.size, label.width, (_ABOVE + _BELOW) * label.size
    )


def faults(scene: Scene) -> list[str]:
    """Tell each broken promise of a scene."""
    return crowded(scene) + list(_crossed(scene.items, _inks(scene)))


def crowded(scene: Scene) -> list[str]:
    """Tell each text that leaves its box, meets another or is cut by a sheet."""
    page = Box(0, 0, scene.width, scene.height)
    rtl = scene.direction == "rtl"
    found = list(_outside(scene.items, page, rtl=rtl))
    found += _cut_by_sheets(scene, rtl=rtl)
    return found + _meetings(_inks(scene))


def _inks(scene: Scene) -> list[tuple[Box, str]]:
    """Return the ink of each text, from top to bottom."""
    rtl = scene.direction == "rtl"
    return sorted(((ink(label, rtl=rtl), label.text) for label in labels(scene.items)), key=lambda pair: pair[0].y)


def _cut_by_sheets(scene: Scene, *, rtl: bool) -> Iterator[str]:
    """Tell each text through which the edge of a sheet goes, and each that would be printed too small to read."""
    if scene.sheet is None:
        return
    height = scene.height / scene.sheet.sheets
    scale = scene.sheet.width / scene.width
    for label in labels(scene.items):
        own = ink(label, rtl=rtl)
        if int(own.y // height) != int((own.y + own.height) // height):
            yield f"{label.text!r} is cut by the edge of a sheet"
        if label.size * scale * _POINTS < _READABLE:
            yield f"{label.text!r} is printed in {label.size * scale * _POINTS:.1f} points"


def labels(items: tuple[Item, ...]) -> Iterator[Label]:
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Group):
            yield from labels(item.items)


def _outside(items: tuple[Item, ...], box: Box, *, rtl: bool) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _outside(item.items, item.box or box, rtl=rtl)
        elif isinstance(item, Label):
            own = ink(item, rtl=rtl)
            inside = (
                own.x >= box.x - _SLACK
                and own.y >= box.y - _SLACK
                and own.x + own.width <= box.x + box.width + _SLACK
                and own.y + own.height <= box.y + box.height + _SLACK
            )
            if not inside:
                yield f"{item.text!r} leaves its box: {own} is not in {box}"


def _meetings(boxes: list[tuple[Box, str]]) -> list[str]:
    found = []
    for index, (one, text) in enumerate(boxes):
        for other, other_text in boxes[index + 1 :]:
            if other.y >= one.y + one.height - _SLACK:
                break
            if one.x + _SLACK < other.x + other.width and other.x + _SLACK < one.x + one.width:
                found.append(f"{text!r} meets {other_text!r}")
    return found


def _crossed(items: tuple[Item, ...], boxes: list[tuple[Box, str]]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _crossed(item.items, boxes)
        elif isinstance(item, Path) and item.stroke_width > 2 and not item.fill:
            points = list(samples(item.segments, 2))
            for box, text in boxes:
                if any(box.x < x < box.x + box.width and box.y < y < box.y + box.height for x, y in points):
                    yield f"{text!r} is crossed by the curve"

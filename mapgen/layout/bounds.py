"""Items -> the box that they take."""

from collections.abc import Iterable, Iterator

from mapgen.layout.scene import Box, Circle, Group, Item, Label, Line, Path

_ABOVE, _BELOW = 0.74, 0.22  # the height of capitals and the depth of descenders, in ems
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def ink(label: Label, *, rtl: bool) -> Box:
    """Return the box of a text; where text runs from the right, it starts there."""
    shift = _SHIFTS[label.anchor]
    left = label.x - (1 - shift if rtl else shift) * label.width
    return Box(left, label.y - _ABOVE * label.size, label.width, (_ABOVE + _BELOW) * label.size)


def outline(items: Iterable[Item], *, rtl: bool) -> Box:
    """Return the box around items, of which there is at least one."""
    boxes = list(_boxes(items, rtl=rtl))
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _boxes(items: Iterable[Item], *, rtl: bool) -> Iterator[Box]:
    for item in items:
        match item:
            case Group():
                yield from [item.box] if item.box else _boxes(item.items, rtl=rtl)
            case Label():
                yield ink(item, rtl=rtl)
            case Circle():
                yield Box(item.cx - item.radius, item.cy - item.radius, 2 * item.radius, 2 * item.radius)
            case Line():
                x, y = min(item.x1, item.x2), min(item.y1, item.y2)
                yield Box(x, y, abs(item.x1 - item.x2), abs(item.y1 - item.y2))
            case Path():
                places = [place for _, own in item.segments for place in own]
                x, y = min(places[::2]), min(places[1::2])
                yield Box(x, y, max(places[::2]) - x, max(places[1::2]) - y)
            case _:
                yield Box(*item[:4])

"""What must hold of every drawing: no text leaves its box, meets another text or is crossed by the curve."""

from collections.abc import Iterator

from mapgen.layout.bounds import outline
from mapgen.layout.curve import samples
from mapgen.layout.scene import Box, Circle, Group, Item, Label, Path, Scene

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
    return crowded(scene) + list(_crossed(scene))


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


def _crossed(scene: Scene) -> Iterator[str]:
    """Tell each text that a curve crosses, unless a disc between them covers the curve."""
    drawn = list(flat(scene.items))
    inks = [
        (place, ink(item, rtl=scene.direction == "rtl"), item.text)
        for place, item in enumerate(drawn)
        if isinstance(item, Label)
    ]
    for place, item in enumerate(drawn):
        if isinstance(item, Path) and item.stroke_width > 2 and {command for command, _ in item.segments[1:]} == {"C"}:
            points = list(samples(item.segments, 2))
            for above, box, text in inks:
                hit = any(box.x < x < box.x + box.width and box.y < y < box.y + box.height for x, y in points)
                if hit and not any(_covers(cover, box) for cover in drawn[place:above]):
                    yield f"{text!r} is crossed by the curve"


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield what is drawn, from the ground up."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def _covers(item: Item, box: Box) -> bool:
    """Return whether a filled disc holds a text from its start to its end."""
    if not isinstance(item, Circle) or item.fill is None:
        return False
    return (
        item.cx - item.radius <= box.x
        and box.x + box.width <= item.cx + item.radius
        and (item.cy - item.radius <= box.y and box.y + box.height <= item.cy + item.radius)
    )


def distances(scene: Scene) -> dict[str, float]:
    """Return how far the card of each touchpoint is from its point of the curve, in pixels across, by its id."""
    rtl = scene.direction == "rtl"
    centers: dict[str, float] = {}
    for group in groups(scene.items):
        if group.anchor and group.anchor.startswith(("touchpoint-", "emotion-")):
            box = outline(group.items, rtl=rtl)
            centers[group.anchor] = box.x + box.width / 2
    found = {}
    for anchor, center in centers.items():
        kind, _, name = anchor.partition("-")
        if kind == "touchpoint" and f"emotion-{name}" in centers:
            found[name] = abs(center - centers[f"emotion-{name}"])
    return found


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)

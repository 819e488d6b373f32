"""Items -> the same items larger or smaller, texts and strokes included."""

from collections.abc import Iterable
from typing import assert_never

from mapgen.layout.scene import Box, Circle, Group, ImageItem, Item, Label, Line, Path, Rect


def scaled(items: Iterable[Item], factor: float) -> tuple[Item, ...]:
    """Multiply every place and size."""
    return tuple(_scaled(item, factor) for item in items)


def with_larger_text(items: Iterable[Item], factor: float) -> tuple[Item, ...]:
    """Multiply the size of each text; its place stays, and its width, which was measured for the size that it gets."""
    return tuple(
        item._replace(size=item.size * factor)
        if isinstance(item, Label)
        else item._replace(items=with_larger_text(item.items, factor))
        if isinstance(item, Group)
        else item
        for item in items
    )


def _scaled(item: Item, k: float) -> Item:
    match item:
        case Rect() | ImageItem():
            item = item._replace(x=item.x * k, y=item.y * k, width=item.width * k, height=item.height * k)
            item = item._replace(radius=item.radius * k) if isinstance(item, Rect) else item
        case Line():
            item = item._replace(x1=item.x1 * k, y1=item.y1 * k, x2=item.x2 * k, y2=item.y2 * k, width=item.width * k)
        case Circle():
            item = item._replace(cx=item.cx * k, cy=item.cy * k, radius=item.radius * k)
        case Label():
            item = item._replace(x=item.x * k, y=item.y * k, size=item.size * k, width=item.width * k)
        case Path():
            item = item._replace(
                segments=tuple((command, tuple(place * k for place in places)) for command, places in item.segments),
                fade=item.fade and (item.fade[0] * k, item.fade[1] * k),
            )
        case Group():
            item = item._replace(items=scaled(item.items, k), box=item.box and Box(*(side * k for side in item.box)))
        case _:
            assert_never(item)
    if isinstance(item, Rect | Circle | Path):
        item = item._replace(stroke_width=item.stroke_width * k)
    return item._replace(dash=_dashed(item.dash, k)) if isinstance(item, Rect | Line | Circle | Path) else item


def _dashed(dash: str | None, k: float) -> str | None:
    return dash and " ".join(f"{float(length) * k:g}" for length in dash.split())

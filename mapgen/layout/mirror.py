"""A scene that runs from left to right -> the same from right to left."""

from collections.abc import Iterable
from typing import assert_never

from mapgen.layout.scene import Box, Circle, Group, ImageItem, Item, Label, Line, Path, Rect

LEFT_TO_RIGHT = "\u200e"
"""Stands behind a hyphen, to keep it behind its word, which runs from left to right."""


def mirrored(items: Iterable[Item], width: float) -> tuple[Item, ...]:
    """Mirror places, not what stands there: texts still begin where a line of their script begins."""
    return tuple(_mirror(item, width) for item in items)


def _mirror(item: Item, width: float) -> Item:
    match item:
        case Rect() | ImageItem():
            return item._replace(x=width - item.x - item.width)
        case Line():
            return item._replace(x1=width - item.x1, x2=width - item.x2)
        case Circle():
            return item._replace(cx=width - item.cx)
        case Label():
            text = item.text + LEFT_TO_RIGHT if item.hyphen else item.text
            return item._replace(x=width - item.x, text=text)
        case Path():
            return item._replace(
                segments=tuple((command, _flipped(places, width)) for command, places in item.segments)
            )
        case Group():
            box = item.box and Box(width - item.box.x - item.box.width, *item.box[1:])
            return item._replace(items=mirrored(item.items, width), box=box)
        case _:
            assert_never(item)


def _flipped(places: tuple[float, ...], width: float) -> tuple[float, ...]:
    return tuple(width - place if index % 2 == 0 else place for index, place in enumerate(places))

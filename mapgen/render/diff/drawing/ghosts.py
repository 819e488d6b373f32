"""What a thing of the map looks like -> the same as a ghost: hollow, dashed and gray, its name struck through."""

from typing import assert_never

from mapgen.layout.scene import Circle, Group, ImageItem, Item, Label, Line, Path, Rect
from mapgen.render.diff.drawing.strike import struck

_DASH = "4 3"
_NAME = 12.0  # pixels; from this size on, a strong text is a name
_STRONG = 600
_THIN = 5.0  # pixels; what is thinner is the edge of a card


def ghost(item: Item, *, rtl: bool) -> Item:  # noqa: PLR0911 - one answer a kind of item
    """Fade an item."""
    match item:
        case Rect():
            if min(item.width, item.height) < _THIN:
                return item._replace(fill="line")
            return item._replace(fill=item.fill and "paper", stroke="muted", stroke_width=1, dash=_DASH)
        case Line():
            return item._replace(stroke="line")
        case Circle():
            return item._replace(fill=item.fill and "line", stroke=item.stroke and "line")
        case Path():
            if item.stroke:
                return item._replace(fill=item.fill and "paper", stroke="line")
            large = _width(item) > _THIN * 4
            return item._replace(fill="paper" if large else "line", stroke="muted" if large else None, dash=_DASH)
        case Label():
            return _faded(item, rtl=rtl)
        case ImageItem():
            return item
        case Group():
            return item._replace(items=tuple(ghost(one, rtl=rtl) for one in item.items))
        case _:
            assert_never(item)


def _width(path: Path) -> float:
    across = [place for _, places in path.segments for place in places[::2]]
    return max(across) - min(across)


def _faded(label: Label, *, rtl: bool) -> Item:
    """Gray a text; a name is struck through."""
    faded = label._replace(fill="muted", url=None)
    if label.weight != _STRONG or label.size < _NAME:
        return faded
    return struck(label, rtl=rtl)

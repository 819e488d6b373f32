"""Scene -> sheets: on each the shapes, and in reading order what is to be read: paragraphs, headings and pictures."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor
from typing import assert_never

from mapgen.layout.line_breaking import HYPHEN, SOFT_HYPHEN
from mapgen.layout.mirror import LEFT_TO_RIGHT
from mapgen.layout.scene import Circle, Group, ImageItem, Item, Label, Line, Path, Rect, Scene
from mapgen.record import record, replace

_NO_LETTERS = dict.fromkeys(map(ord, (HYPHEN, SOFT_HYPHEN, LEFT_TO_RIGHT)))
MOST_LINES = 500
"""The most lines of one paragraph; what Typst takes for one grows with the square of its lines."""

_LEADING = 1.7  # lines of one paragraph are at most so many ems apart


@record
class Paragraph:
    """Lines that belong together; `label` is the first, `leading` from baseline to baseline.

    `level` is that of a heading, 0 for other text.
    """

    label: Label
    lines: tuple[str, ...]
    leading: float = 0.0
    level: int = 0


@record
class PdfPage:
    """One sheet: its top in the scene, its height, what is drawn on it and what is read."""

    top: float
    height: float
    shapes: tuple[Item, ...]
    texts: tuple[Paragraph | ImageItem, ...]


def pages(scene: Scene) -> tuple[PdfPage, ...]:
    """Part a scene into its sheets; what reaches over two of them is drawn on both."""
    count = scene.sheet.sheets if scene.sheet else 1
    height = scene.height / count
    shapes: list[list[Item]] = [[] for _ in range(count)]
    for item in _shapes(scene.items):
        top, bottom = _extent(item)
        first = max(0, min(floor(top / height), count - 1))
        for number in range(first, max(first + 1, min(ceil(bottom / height), count))):
            shapes[number].append(item)
    texts: list[list[Paragraph | ImageItem]] = [[] for _ in range(count)]
    for text in _texts(scene.items, None, scene.title):
        y = text.y if isinstance(text, ImageItem) else text.label.y
        texts[max(0, min(floor(y / height), count - 1))].append(text)
    return tuple(PdfPage(n * height, height, tuple(shapes[n]), tuple(texts[n])) for n in range(count))


def _shapes(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _shapes(item.items)
        elif not isinstance(item, Label | ImageItem):
            yield item


def _extent(item: Item) -> tuple[float, float]:
    """Return where a shape begins and ends, from top to bottom."""
    match item:
        case Rect() | ImageItem():
            return item.y, item.y + item.height
        case Line():
            return min(item.y1, item.y2), max(item.y1, item.y2)
        case Circle():
            return item.cy - item.radius, item.cy + item.radius
        case Path():
            places = [place for _, numbers in item.segments for place in numbers[1::2]]
            return min(places, default=0.0), max(places, default=0.0)
        case Label():
            return item.y, item.y
        case Group():
            extents = [_extent(one) for one in item.items]
            return min(top for top, _ in extents), max(bottom for _, bottom in extents)
        case _:
            assert_never(item)


def _texts(items: tuple[Item, ...], name: str | None, title: str) -> Iterator[Paragraph | ImageItem]:
    """Yield what is to be read; the paragraph that says the name of its group is a heading and comes first in it."""
    found = list(_joined(item for item in items if isinstance(item, Label | Group | ImageItem)))
    heading = next((one for one in found if isinstance(one, Paragraph) and name and _says(one, name)), None)
    if heading:
        yield replace(heading, level=1 if name == title else 2)
    for one in found:
        if isinstance(one, Group):
            yield from _texts(one.items, one.name, title)
        elif one is not heading:
            yield one


def _says(paragraph: Paragraph, name: str) -> bool:
    """Return whether a paragraph is a name, wherever its lines break, with a hyphen or without."""
    return _letters("".join(paragraph.lines)) == _letters(name)


def _letters(text: str) -> str:
    return "".join(text.translate(_NO_LETTERS).split())


def _joined(items: Iterable[Label | Group | ImageItem]) -> Iterator[Paragraph | Group | ImageItem]:
    """Make one paragraph of lines that stand under each other and look alike."""
    held: list[Label] = []
    leading = 0.0
    for item in items:
        if 0 < len(held) < MOST_LINES and isinstance(item, Label) and (gap := _gap(held, leading, item)):
            held.append(item)
            leading = gap
            continue
        yield from _paragraph(held, leading)
        held, leading = [item] if isinstance(item, Label) else [], 0.0
        if not isinstance(item, Label):
            yield item
    yield from _paragraph(held, leading)


def _paragraph(held: Sequence[Label], leading: float) -> Iterator[Paragraph]:
    if held:
        yield Paragraph(held[0], tuple(label.text for label in held), leading)


def _gap(before: Sequence[Label], leading: float, after: Label) -> float:
    """Return how far the next line of a paragraph is from its last; 0 where a label is not its next line."""
    first = before[0]
    gap = after.y - first.y - leading * (len(before) - 1)
    look = (after.x, after.size, after.weight, after.fill, after.anchor, after.url)
    alike = look == (first.x, first.size, first.weight, first.fill, first.anchor, first.url)
    even = len(before) == 1 or abs(gap - leading) < 0.01  # noqa: PLR2004 - pixels that nobody sees
    return gap if alike and even and 0 < gap <= _LEADING * first.size else 0.0

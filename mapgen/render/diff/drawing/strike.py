"""Labels of a scene, old texts -> the same labels with each old text in gray and struck through."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from mapgen.layout.bounds import ink
from mapgen.layout.scene import Group, Item, Label, Line, Weight
from mapgen.render.diff.drawing.old_values import OldText

Width = Callable[[str, float, Weight], float]
"""The width in pixels of a text of a size and a weight."""

_ON_STAGE = "on-stage"  # on the color of a stage, gray would not be legible
_STRIKE = 0.3  # ems above the baseline

Range = tuple[int, int]
"""Characters of the text of a label, from the first up to, but not including, the last."""


def struck(label: Label, *, rtl: bool, fill: str = "muted") -> Group:
    """Strike a text through, in a quiet color."""
    box = ink(label, rtl=rtl)
    y = label.y - _STRIKE * label.size
    return Group((label._replace(fill=fill, url=None), Line(box.x, y, box.x + box.width, y, fill, 1)))


def strike_old(labels: Sequence[Label], texts: Iterable[OldText], width: Width, *, rtl: bool) -> dict[Label, Item]:
    """Return what takes the place of labels that hold old texts.

    A text that is not found, because the layout changed it, still reads as "old → new".
    """
    ranges: dict[Label, list[Range]] = {}
    for text in dict.fromkeys(texts):
        for label, part in _ranges(labels, text):
            ranges.setdefault(label, []).append(part)
    return {label: _parted(label, sorted(parts), width, rtl=rtl) for label, parts in ranges.items()}


def _ranges(labels: Sequence[Label], text: OldText) -> Iterator[tuple[Label, Range]]:
    """Yield the part of each label that holds the old text; blanks do not count, as lines break there."""
    marks = [(label, at) for label in labels for at, mark in enumerate(_unhyphenated(label)) if not mark.isspace()]
    content = "".join(label.text[at] for label, at in marks)
    whole, size = _squeezed(text.whole), len(_squeezed(text.old))
    start = content.find(whole)
    while start >= 0:
        if text.whole != text.old or _is_whole(marks, start, size):  # an arrow makes it unique
            held: dict[Label, list[int]] = {}
            for label, at in marks[start : start + size]:
                held.setdefault(label, []).append(at)
            for label, places in held.items():
                last = places[-1] + 1
                yield label, (places[0], len(label.text) if last == len(_unhyphenated(label)) else last)
        start = content.find(whole, start + 1)


def _is_whole(marks: Sequence[tuple[Label, int]], start: int, size: int) -> bool:
    end = start + size
    begins = start == 0 or marks[start - 1][0] != marks[start][0]
    return begins and (end == len(marks) or marks[end - 1][0] != marks[end][0])


def _parted(label: Label, parts: Sequence[Range], width: Width, *, rtl: bool) -> Group:
    """Strike parts of a label; the others stay where they are."""
    fill = label.fill if label.fill == _ON_STAGE else "muted"
    if parts == [(0, len(label.text))]:
        return struck(label, rtl=rtl, fill=fill)
    box = ink(label, rtl=rtl)
    old = {at for first, last in parts for at in range(first, last)}
    whole = width(label.text, label.size, label.weight)
    scale = min(1.0, label.width / whole) if whole else 1.0  # parts of a text can be wider than they are in the whole
    edges = sorted({0, len(label.text), *(edge for part in parts for edge in part)})
    items: list[Item] = []
    for first, last in pairwise(edges):
        text = label.text[first:last].strip()
        if text:
            blank = len(label.text[first:last]) - len(label.text[first:last].lstrip())
            before = width(label.text[: first + blank], label.size, label.weight) * scale
            x = box.x + box.width - before if rtl else box.x + before
            room = label.width - before
            length = min(width(text, label.size, label.weight) * scale, room)
            piece = label._replace(x=x, text=text, width=length, anchor="start")
            piece = piece._replace(hyphen=label.hyphen and last == len(label.text))
            items += struck(piece, rtl=rtl, fill=fill).items if first in old else [piece]
    return Group(tuple(items))


def _unhyphenated(label: Label) -> str:
    return label.text[:-1] if label.hyphen else label.text


def _squeezed(text: str) -> str:
    return "".join(text.split())

"""Flags -> their texts."""

from collections.abc import Sequence

from mapgen.layout.poster.flags import GAP, MARK_GAP, Flag
from mapgen.layout.scene import Anchor, Group, Item, Label
from mapgen.layout.text_block import baseline, placed_lines


def draw_flags(flags: Sequence[Flag], top: float, out: list[Item]) -> None:
    """Draw the text of the flags, each as a part of its touchpoint or stage; the poles are drawn with the curve."""
    for flag in flags:
        items: list[Item] = []
        y, x = top, flag.x + (-GAP if flag.left else GAP)
        anchor: Anchor = "end" if flag.left else "start"
        for lines, style in flag.parts:
            if flag.mark and y == top:
                _marked(flag, x, y, anchor, items)
            else:
                placed_lines(lines, x, y, style, items, anchor=anchor)
            y += len(lines) * style.leading
        if flag.voice:
            out.append(Group(tuple(items), None, f"poster-thought-{flag.voice.moment.id}"))
        else:
            out += items


def _marked(flag: Flag, x: float, y: float, anchor: Anchor, out: list[Item]) -> None:
    """Draw a heading with a mark on the baseline of its last line, at the right of it."""
    assert flag.mark, "only such flags are drawn in this way"  # noqa: S101 - `draw_flags` looks
    (head, style), mark = flag.parts[0], flag.mark
    *above, last = head
    first, second = (x - mark.width - MARK_GAP, x) if anchor == "end" else (x, x + last.width + MARK_GAP)
    placed_lines(above, x, y, style, out, anchor=anchor)
    y += len(above) * style.leading
    placed_lines([last], first, y, style, out, anchor=anchor)
    look = (flag.mark_style.size, flag.mark_style.weight, flag.mark_style.fill, mark.width, anchor)
    out.append(Label(second, baseline(y, style), mark.text, *look))

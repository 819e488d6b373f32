"""Tree, Comments -> text in the one layout: two blanks a level, one blank behind a colon, no line broken anew."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from mapgen.formatting.comments import Comment, Comments
from mapgen.formatting.nodes import Collection, Node, NodeEntry, Scalar, Tree
from mapgen.formatting.order import KeyOrder
from mapgen.source.tree import Json

WIDTH = 120
"""How many columns a line may have that ends in brackets; what is longer is written on several lines."""

_STEP = "  "
_WAIVER = "mapgen:"


class _Line(NamedTuple):
    """A line, what stands behind it, and whether it belongs to a text, so that nothing may be done to it."""

    text: str
    behind: Comment | None = None
    fixed: bool = False


def write(tree: Tree, remarks: Comments, order: KeyOrder) -> str:
    """Return the whole text, which ends in a line end."""
    writer = _LayoutWriter(tree, remarks, order)
    lines = [*writer.header(), *writer.root(tree.root, order.top)]
    return "\n".join((*_tidy(lines), ""))


class _LayoutWriter:
    def __init__(self, tree: Tree, remarks: Comments, order: KeyOrder) -> None:
        self._text = tree.text
        self._marked = tree.marked
        self._remarks = remarks
        self._order = order

    def header(self) -> Iterator[_Line]:
        """Yield what stands above all."""
        if self._marked:
            yield _Line("---")
        yield from _above(self._remarks.header, "")

    def root(self, node: Collection, schema: Json) -> Iterator[_Line]:
        """Yield the lines of the whole."""
        if self._stays(node, 0):
            yield _Line(self._flow(node, schema))
            yield from _above(self._remarks.at_end.get(node.start, ()), "")
        else:
            yield from self._lines(node, "", schema)

    def _lines(self, node: Collection, indent: str, schema: Json) -> Iterator[_Line]:
        """Yield the lines of a collection without brackets, and of the comments at its end."""
        entries = self._order.sorted(schema, node.entries) if node.kind == "map" else list(node.entries)
        self._keep_waiver(entries, node)
        for entry in entries:
            above = self._remarks.above.get(entry.number, ())
            yield from _above(above if entry is not entries[0] else _stripped(above), indent)
            yield from self._entry(entry, indent, self._order.below(schema, entry.name))
        yield from _above(self._remarks.at_end.get(node.start, ()), indent)

    def _entry(self, entry: NodeEntry, indent: str, schema: Json) -> Iterator[_Line]:
        """Yield a key or a dash, and the value behind or below it."""
        head = f"{indent}-" if entry.key is None else f"{indent}{entry.key}:"
        value, behind = entry.value, self._remarks.behind.get(entry.number)
        if isinstance(value, Scalar):
            yield from _scalar(value, head, indent + _STEP, behind)
        elif self._stays(value, len(head) + 1):
            yield _Line(f"{head} {self._flow(value, schema)}", behind)
            yield from _above(self._remarks.at_end.get(value.start, ()), indent + _STEP)
        elif entry.key is None:
            yield from self._item(value, head, indent + _STEP, schema, behind)
        else:
            yield _Line(head, behind)
            yield from self._lines(value, indent + _STEP, schema)

    def _item(self, value: Collection, head: str, indent: str, schema: Json, behind: Comment | None) -> Iterator[_Line]:
        """Yield an item that is a collection; its first line stands behind the dash, comments above that above it."""
        lines = list(self._lines(value, indent, schema))
        first = next(at for at, line in enumerate(lines) if line.text and not line.text.lstrip().startswith("#"))
        outside = head[:-1]
        if behind:
            yield _Line(outside + behind.text)
        yield from (_Line(f"{outside}{line.text.lstrip()}" if line.text else "") for line in lines[:first])
        yield lines[first]._replace(text=f"{head} {lines[first].text.lstrip()}")
        yield from lines[first + 1 :]

    def _keep_waiver(self, entries: Sequence[NodeEntry], node: Collection) -> None:
        """Keep a waiver on the first line of a thing there, whichever key comes first now."""
        behind = self._remarks.behind
        old, new = node.entries[0].number, entries[0].number
        waiver = behind.get(old)
        if old != new and waiver and waiver.text.lstrip("# ").startswith(_WAIVER):
            del behind[old]
            if new in behind:
                self._remarks.above.setdefault(new, []).append(waiver)
            else:
                behind[new] = waiver

    def _stays(self, node: Collection, before: int) -> bool:
        """Return whether a collection is written in brackets: it is so now, and fits on one line."""
        if not node.flow or not self._joins(node):
            return not node.entries
        return before + _columns(self._flow(node, None)) <= WIDTH

    def _joins(self, node: Collection) -> bool:
        """Return whether nothing in the brackets needs a line of its own: a comment, or a text of several lines."""
        starts = self._remarks.starts
        if bisect_right(starts, node.start) != bisect_right(starts, node.end - 1):
            return False
        return all(
            self._joins(entry.value) if isinstance(entry.value, Collection) else "\n" not in entry.value.raw
            for entry in node.entries
        )

    def _flow(self, node: Node, schema: Json) -> str:
        """Write a value on one line."""
        if isinstance(node, Scalar):
            return _in_brackets(node.raw)
        if node.kind == "list":
            below = self._order.below(schema, None)
            return f"[{', '.join(self._flow(entry.value, below) for entry in node.entries)}]"
        entries = self._order.sorted(schema, node.entries)
        pairs = (
            f"{_in_brackets(e.key or '')}: {self._flow(e.value, self._order.below(schema, e.name))}" for e in entries
        )
        return f"{{{', '.join(pairs)}}}"


def _scalar(scalar: Scalar, head: str, indent: str, behind: Comment | None) -> Iterator[_Line]:
    """Yield a scalar; the lines after its first one get the indentation of their place."""
    first, *rest = scalar.raw.split("\n")
    block = scalar.block
    if not block:
        shown = f"{head} {first}" if first else head
        lines = [shown, *(indent + line if line else "" for line in (line.lstrip(" \t") for line in rest))]
        yield from (_Line(line, None, fixed=bool(rest)) for line in lines[:-1])
        yield _Line(lines[-1], behind, fixed=bool(rest))
        return
    yield _Line(f"{head} {block.style}{'2' if block.counted else ''}{block.chomping}", behind)
    for line in rest:
        yield _Line(f"{indent}{line[block.base :]}" if len(line) > block.base else "", fixed=True)


def _columns(text: str) -> int:
    """Return how many columns a text takes, as Prettier counts them: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    wide, marks = [sign for sign in text if east_asian_width(sign) in "WF"], list(filter(combining, text))
    return len(text) + len(wide) - len(marks)


def _in_brackets(raw: str) -> str:
    """Return a scalar as it is written in brackets, where PyYAML's own reader takes no text with a `?` without quotes.

    >>> _in_brackets("Is it far?")
    '"Is it far?"'
    """
    if "?" not in raw or raw.startswith(('"', "'")):
        return raw
    if '"' not in raw and "\\" not in raw:
        return f'"{raw}"'
    doubled = raw.replace("'", "''")
    return f"'{doubled}'"


def _above(comments: Sequence[Comment], indent: str) -> Iterator[_Line]:
    return (_Line(f"{indent}{one.text}" if one.text else "") for one in comments)


def _stripped(comments: Sequence[Comment]) -> Sequence[Comment]:
    """Return comments without the blank lines before them."""
    first = next((at for at, one in enumerate(comments) if one.text), len(comments))
    return comments[first:]


def _tidy(lines: Sequence[_Line]) -> Iterator[str]:
    """Yield the lines with what stands behind them, one blank line for several, none at the beginning or the end."""
    blank = started = False
    for line in lines:
        if not line.text and not line.fixed:
            blank = started
            continue
        if blank:
            yield ""
        blank, started = False, True
        yield _with_comment(line)


def _with_comment(line: _Line) -> str:
    return f"{line.text} {line.behind.text}" if line.behind else line.text

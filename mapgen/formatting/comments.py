"""Tree -> what the author wrote beside the data, comments and blank lines, each at the entry that it is about."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mapgen.formatting.nodes import Collection, NodeEntry, Tree
from mapgen.record import record

_COMMENT = re.compile(r"#[^\n]*")
_BLANK = re.compile(r"^[ \t]*\n", re.MULTILINE)


@record
class Comment:
    """A comment, or with an empty text a blank line. `column`, from 0, is where it stands; `alone` in its line."""

    start: int
    text: str
    column: int
    alone: bool


@record
class Comments:
    """Comments by the number of the entry they stand above or behind, or by the start of the collection they end.

    `header` stands above all, `footer` below all. `starts` are the places of all comments, sorted.
    """

    header: tuple[Comment, ...]
    above: dict[int, list[Comment]]
    behind: dict[int, Comment]
    at_end: dict[int, list[Comment]]
    starts: tuple[int, ...]


def comments(tree: Tree) -> list[Comment]:
    """Return all comments and blank lines that stand between scalars, in the order of the text."""
    return sorted(_between(tree), key=lambda one: one.start)


def attach(tree: Tree) -> Comments:
    """Find out what each comment is about."""
    found = comments(tree)
    starts = tuple(one.start for one in found if one.text)
    return _Places(tree).attach(found, starts)


def _between(tree: Tree) -> Iterator[Comment]:
    end = 0
    for scalar in tree.scalars:
        yield from _in_gap(tree.text, end, scalar.start)
        end = scalar.end
        if scalar.block and scalar.block.comment:
            yield _comment(tree.text, scalar.start + scalar.raw.index("#"), scalar.block.comment)
    yield from _in_gap(tree.text, end, len(tree.text))


def _in_gap(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        yield _comment(text, found.start(), found[0])
    for found in _BLANK.finditer(text, start, end):
        yield Comment(found.start(), "", 0, alone=True)


def _comment(text: str, start: int, said: str) -> Comment:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return Comment(start, said.rstrip(), len(line), not line.strip(" \t"))


class _Places:
    """The entries of a tree by where they begin."""

    def __init__(self, tree: Tree) -> None:
        self._text = tree.text
        self._root = tree.root
        self._entries: list[NodeEntry] = []
        self._gather(tree.root)
        self._starts = [entry.start for entry in self._entries]
        self._above: defaultdict[int, list[Comment]] = defaultdict(list)
        self._at_end: defaultdict[int, list[Comment]] = defaultdict(list)
        self._behind: dict[int, Comment] = {}

    def attach(self, found: Sequence[Comment], starts: tuple[int, ...]) -> Comments:
        """Put each comment into its place; a blank line goes where what follows it goes."""
        places = [self._place(one) if one.text else None for one in found]
        for at in range(len(found) - 1, -1, -1):
            one = found[at]
            if one.text:
                continue
            if at + 1 < len(found) and found[at + 1].start < self._next_start(one.start) and found[at + 1].alone:
                places[at] = places[at + 1]
            elif entry := self._after(one.start):
                places[at] = self._above[entry.number]
        for one, place in zip(found, places, strict=True):
            if place is not None:
                place.append(one)
        first = self._root.entries[0].number if self._root.entries else 0
        header = tuple(self._above.pop(first, ()))
        return Comments(header, self._above, self._behind, self._at_end, starts)

    def _gather(self, node: Collection) -> None:
        for entry in node.entries:
            self._entries.append(entry)
            if isinstance(entry.value, Collection):
                self._gather(entry.value)

    def _place(self, one: Comment) -> list[Comment] | None:
        """Return the list that a comment belongs to; None where it stands behind an entry."""
        flow = self._flow_around(one.start)
        if self._root.flow and one.start >= self._root.end:
            return self._at_end[self._root.start]
        if not one.alone:
            return self._put_behind(one)
        after = self._after(one.start)
        if flow:
            inside = after is not None and after.start < flow.end
            return self._above[after.number] if after and inside else self._at_end[flow.start]
        next_column = self._column(after.start) if after else -1
        if one.column > next_column:
            for node in reversed(list(self._open_at(one.start))):
                if next_column < node.column <= one.column:
                    return self._at_end[node.start]
        return self._above[after.number] if after else self._at_end[self._root.start]

    def _put_behind(self, one: Comment) -> list[Comment] | None:
        """Put a comment behind the entry that it follows, or above it where that place is taken or is none."""
        before = one.start - 1
        while before >= 0 and self._text[before] in " \t\n,":
            before -= 1
        entry = self._deepest(before)
        if entry is None:
            return self._above[self._root.entries[0].number] if self._root.entries else None
        opens = isinstance(entry.value, Collection) and not entry.value.flow
        if entry.number in self._behind or (entry.key is None and opens):
            return self._above[entry.number]
        self._behind[entry.number] = one
        return None

    def _deepest(self, place: int) -> NodeEntry | None:
        """Return the innermost entry that a place belongs to."""
        found: NodeEntry | None = None
        node: Collection = self._root
        while True:
            at = bisect_right(node.entries, place, key=lambda entry: entry.start) - 1
            if at < 0:
                return found
            found = node.entries[at]
            value = found.value
            if not isinstance(value, Collection) or place < value.start + value.flow:
                return found
            if value.flow and place >= value.end - 1:
                return found
            node = value

    def _open_at(self, place: int) -> Iterator[Collection]:
        """Yield the collections, the outermost first, to which one more entry could be added at a place."""
        node: Collection | None = self._root
        while node is not None and not node.flow:
            yield node
            at = bisect_left(node.entries, place, key=lambda entry: entry.start) - 1
            value = node.entries[at].value if at >= 0 else None
            node = value if isinstance(value, Collection) and value.start < place else None

    def _flow_around(self, place: int) -> Collection | None:
        """Return the innermost brackets around a place that hold something."""
        node: Collection | None = self._root
        found: Collection | None = None
        while node is not None:
            if node.flow and node.entries and node.start < place < node.end:
                found = node
            at = bisect_left(node.entries, place, key=lambda entry: entry.start) - 1
            value = node.entries[at].value if at >= 0 else None
            node = value if isinstance(value, Collection) and value.start < place else None
        return found

    def _after(self, place: int) -> NodeEntry | None:
        at = bisect_right(self._starts, place)
        return self._entries[at] if at < len(self._entries) else None

    def _next_start(self, place: int) -> int:
        after = self._after(place)
        return after.start if after else len(self._text)

    def _column(self, place: int) -> int:
        return place - self._text.rfind("\n", 0, place) - 1

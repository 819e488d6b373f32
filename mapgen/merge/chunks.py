"""Source -> pieces: runs of whole lines that hold one value each, cut where the values within begin."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from mapgen.model.ids import slug
from mapgen.record import record, replace
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

_NAMES = ("id", "name", "title", "text", "src", "url", "date")
"""What a thing in a list is known by, the first that it has."""

_WAY = ("from", "to", "kind")

_QUOTED = re.compile(r"""(?<=[\s,\[{:])(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")""")
_COMMENT = re.compile(r"\s#")


@record
class Chunk:
    """The lines of an entry: `lead`, the comments above it, and `body`, which begins in line `line` of the source.

    `name` is what it is matched by among its siblings. `dash` is the column, from 0, of the dash of a list's item; in
    `body` a space stands in its place, so that an item is written as any other mapping.

    An entry in brackets has no lines of its own: `body` is its text alone, which begins at `start` of the whole text.
    One `is_by_data` that is compared with such an entry.
    """

    source: Source
    pointer: str
    name: str
    data: Json
    line: int
    lead: tuple[str, ...]
    body: tuple[str, ...]
    dash: int | None = None
    start: int | None = None
    is_by_data: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, as they stand in the text."""
        return (*self.lead, *dashed(self.body, self.dash))

    @property
    def content(self) -> object:
        """What two versions are compared by: the lines, and in brackets, where lines break anywhere, what they hold."""
        return self.lines if self.start is None and not self.is_by_data else self.meaning

    @property
    def meaning(self) -> object:
        """What it holds, however it is laid out; with comments, which may be about the layout, the lines."""
        has_comment = any(map(str.strip, self.lead)) or _COMMENT.search(_QUOTED.sub("", "".join(self.body)))
        return self.lines if has_comment else repr(self.data)


@record
class Parts:
    """A piece that was cut: the lines before its first entry, the entries, and the lines behind the last.

    `indent` is the column of each entry.
    """

    head: tuple[str, ...]
    entries: tuple[Chunk, ...]
    indent: int
    tail: tuple[str, ...] = ()


@record
class Brackets:
    """A piece whose value stands in brackets: what is before its first entry, between two, and behind the last."""

    before: str
    between: str
    behind: str
    entries: tuple[Chunk, ...]


def whole(source: Source) -> Chunk:
    """Return a whole spec as one piece."""
    return Chunk(source, "", "", source.data, 1, (), tuple(source.text.splitlines(keepends=True)))


def cut(piece: Chunk) -> Parts | None:
    """Cut a piece where its entries begin; None where they do not stand in lines of their own."""
    starts = _starts(piece) if piece.start is None else []
    if not starts:
        return None
    lines = piece.body
    column = starts[0][1]
    firsts = [line - piece.line for line, _ in starts]
    follows = (0, *(first + 1 for first in firsts))
    leads = [_lead(lines, first, column, after) for first, after in zip(firsts, follows, strict=False)]
    stops = (*leads[1:], len(lines))
    entries = []
    for (pointer, name, data), lead, first, stop in zip(_values(piece), leads, firsts, stops, strict=True):
        body = lines[first:stop]
        dash = None
        if isinstance(piece.data, list):
            dash = lines[first].index("-")
            body = (_blanked(body[0], dash), *body[1:])
        entries.append(Chunk(piece.source, pointer, name, data, piece.line + first, lines[lead:first], body, dash))
    return Parts(lines[: leads[0]], tuple(_told_apart(entries)), column)


def cut_brackets(piece: Chunk) -> Brackets | None:
    """Cut a piece whose value stands in brackets; None where it does not, or has comments there."""
    value = bracketed(piece)
    if value is None:
        return None
    edges = [value.first + 1, *(edge for range_ in value.ranges for edge in range_), value.end - 1]
    gaps = [piece.source.text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True)]
    if any(gap.strip(" \n,") for gap in gaps):
        return None
    body, entries = "".join(piece.body), value.entries
    return Brackets(
        before=body[: value.first + 1 - value.begin] + (gaps[0] if entries else ""),
        between=gaps[1] if len(entries) > 1 else ", ",
        behind=(gaps[-1] if entries else "") + body[value.end - 1 - value.begin :],
        entries=entries,
    )


@record
class Bracketed:
    """A value in brackets: where its piece begins, where it does, where it ends, and its entries with their places."""

    begin: int
    first: int
    end: int
    entries: tuple[Chunk, ...]
    ranges: tuple[tuple[int, int], ...]


def bracketed(piece: Chunk) -> Bracketed | None:
    """Find what stands in brackets; None where the value of a piece does not."""
    source, data = piece.source, piece.data
    starts = _line_starts(source)
    first, end = _range(starts, source.values.get(piece.pointer))
    if not isinstance(data, dict | list) or source.text[first : first + 1] not in {"{", "["}:
        return None
    begin = starts[piece.line - 1] if piece.start is None else piece.start
    keys = source.keys if isinstance(data, dict) else source.values
    values = list(_values(piece))
    ranges = [(_range(starts, keys[at])[0], _range(starts, source.values.get(at, keys[at]))[1]) for at, _, _ in values]
    entries = [
        Chunk(source, pointer, name, value, piece.line, (), (source.text[left:right],), start=left)
        for (pointer, name, value), (left, right) in zip(values, ranges, strict=True)
    ]
    return Bracketed(begin, first, end, tuple(_told_apart(entries)), tuple(ranges))


def _line_starts(source: Source) -> list[int]:
    """Return where each line of the text begins, in characters from its start."""
    return [0, *accumulate(map(len, source.text.splitlines(keepends=True)))]


def _range(starts: Sequence[int], place: tuple[int, int, int, int] | None) -> tuple[int, int]:
    """Return where a place begins and ends, in characters from the start of the text."""
    if place is None:
        return 0, 0
    line, column, end_line, end_column = place
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


def dashed(body: Sequence[str], dash: int | None) -> tuple[str, ...]:
    """Put the dash of a list's item back into its first line that is no comment."""
    if dash is None:
        return tuple(body)
    for at, line in enumerate(body):
        if not is_remark(line):
            return (*body[:at], line[:dash] + "-" + line[dash + 1 :], *body[at + 1 :])
    return tuple(body)


def is_remark(line: str) -> bool:
    """Return whether a line, outside of any text, is blank or holds a comment only."""
    bare = line.lstrip()
    return not bare or bare.startswith("#")


def _starts(piece: Chunk) -> list[tuple[int, int]]:
    """Return line and column, from 0, where each entry begins; nothing where the piece cannot be cut."""
    source, data = piece.source, piece.data
    if not isinstance(data, dict | list) or not data:
        return []
    line, column, *_ = source.values[piece.pointer]
    if piece.body[line - piece.line][column - 1] in "{[":
        return []
    places = source.keys if isinstance(data, dict) else source.values
    found = []
    for pointer, _, _ in _values(piece):
        line, column, *_ = places[pointer]
        text = piece.body[line - piece.line] if line >= piece.line else ""
        before = text[: column - 1]
        if isinstance(data, list):
            if before.strip() != "-":
                return []
            column = before.index("-") + 1
        elif before.strip():
            return []
        found.append((line, column - 1))
    lines = [line for line, _ in found]
    return found if sorted(set(lines)) == lines and len({column for _, column in found}) == 1 else []


def _values(piece: Chunk) -> Iterator[tuple[str, str, Json]]:
    """Yield pointer, name and value of each entry."""
    if isinstance(piece.data, dict):
        for key, value in piece.data.items():
            yield f"{piece.pointer}/{escaped(key)}", key, value
    elif isinstance(piece.data, list):
        for at, value in enumerate(piece.data):
            yield f"{piece.pointer}/{at}", _name(value), value


def _name(value: Json) -> str:
    """Return what an item is known by, as the model would name it."""
    if not isinstance(value, dict):
        return slug(str(value)) or str(value)
    if "from" in value and "to" in value:
        return " ".join(str(value.get(key)) for key in _WAY)
    for key in _NAMES:
        if isinstance(value.get(key), str):
            text = str(value[key])
            return slug(text) or text
    return ""


def _told_apart(entries: Sequence[Chunk]) -> Iterator[Chunk]:
    """Number those of the same name."""
    met: Counter[str] = Counter()
    for entry in entries:
        met[entry.name] += 1
        number = met[entry.name]
        yield entry if number == 1 else replace(entry, name=f"{entry.name} {number}")


def _lead(lines: Sequence[str], first: int, column: int, after: int) -> int:
    """Return where the comments above an entry begin; one that is set further in belongs to what stands before it."""
    at = first
    while at > after and is_remark(lines[at - 1]) and _indent(lines[at - 1]) <= column:
        at -= 1
    return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0


def _blanked(line: str, dash: int) -> str:
    return f"{line[:dash]} {line[dash + 1 :]}"

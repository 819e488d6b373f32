"""The text of a Markdown page -> its headings, items of lists and tables, each with its line."""

import re
from collections.abc import Iterator, Sequence

from mapgen.importers.markdown.inline import plain
from mapgen.record import record

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_CELLS = re.compile(r"(?<!\\)\|")
_LONGEST = 100_000  # characters of a line that is read


@record
class PageHeading:
    """A heading of a `level` from 1 to 6."""

    line: int
    level: int
    text: str


@record
class ListItem:
    """An item of a list, as it is written; `indent` is the number of blanks before it."""

    line: int
    indent: int
    text: str


@record
class PipeTable:
    """A table with its header, and the line of each row."""

    rows: Sequence[Sequence[str]]
    lines: Sequence[int]


MarkdownBlock = PageHeading | ListItem | PipeTable


def read_blocks(text: str) -> Iterator[MarkdownBlock]:
    """Yield the blocks in which a journey can be; code and paragraphs are none."""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index] if len(lines[index]) < _LONGEST else ""
        fence = _FENCE.match(line)
        if fence:
            index = _after_fence(lines, index + 1, fence[1])
            continue
        if "|" in line and index + 1 < len(lines) and is_rule(lines[index + 1]):
            table = pipe_table(lines, index)
            yield table
            index += len(table.rows) + 1
            continue
        if heading := _HEADING.fullmatch(line):
            yield PageHeading(index + 1, len(heading[1]), plain(heading[2]))
        elif item := _ITEM.fullmatch(line):
            yield ListItem(index + 1, len(item[1].expandtabs(4)), item[2].strip())
        index += 1


def _after_fence(lines: Sequence[str], index: int, mark: str) -> int:
    while index < len(lines):
        bare = lines[index][:_LONGEST].strip("> \t")
        index += 1
        if bare.startswith(mark) and not bare.strip(mark[0]):
            break
    return index


def is_rule(line: str) -> bool:
    """Return whether a line parts the header of a table from its rows."""
    return len(line) < _LONGEST and "-" in line and "|" in line and not line.strip("|:- \t")


def pipe_table(lines: Sequence[str], start: int) -> PipeTable:
    """Return the table whose header is the line of an index."""
    rows, numbers = [_cells(lines[start])], [start + 1]
    for index in range(start + 2, len(lines)):
        if "|" not in lines[index] or len(lines[index]) >= _LONGEST:
            break
        rows.append(_cells(lines[index]))
        numbers.append(index + 1)
    return PipeTable(rows, numbers)


def _cells(line: str) -> list[str]:
    """Return the texts of the cells of a row."""
    inner = line.strip().removeprefix("|")
    cells = [plain(cell) for cell in _CELLS.split(inner)]
    return cells[:-1] if inner.endswith("|") and not inner.endswith("\\|") else cells

"""Source -> its comments for mapgen, and the items of the spec that begin on a line.

The stream of YAML events has no comments, but the locations of keys and values: a `#` outside of them, after a blank or
at the start of a line, begins a comment.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mapgen.diagnostics.lines import split_lines
from mapgen.record import record
from mapgen.source.tree import Place, Source

MAX_COMMENTS = 10_000
"""The most comments for mapgen in one spec; further ones are ignored."""

_SIGN = "mapgen:"
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*mapgen:[ \t]*(?P<text>\S.*)$")
_BLANK = re.compile(r"[ \t]*(?:#.*)?")
_BLOCK = frozenset("|>")


@record
class WaiverComment:
    """The text of a comment after `# mapgen:`, its line, and its columns; `end` is exclusive.

    `about` is the line that it applies to: its own, or, if it is alone on it, the next one with content; None if there
    is none.
    """

    text: str
    line: int
    column: int
    end: int
    about: int | None


def comments(source: Source) -> tuple[WaiverComment, ...]:
    """Return the comments for mapgen, in the order of the text."""
    if _SIGN not in source.text:
        return ()
    lines = split_lines(source.text)
    speaking = ((number, match) for number, line in enumerate(lines, 1) if (match := _found(line)))
    matches = list(islice(speaking, MAX_COMMENTS))
    texts = _texts(source, {number for number, _ in matches})
    following = _following(lines, {number for number, _ in matches})
    return tuple(
        _comment(number, match, following[number] if _BLANK.fullmatch(match.string[: match.start()]) else number)
        for number, match in matches
        if not any(start <= match.start() + 1 < end for start, end in texts.get(number, ()))
    )


def _comment(number: int, match: re.Match[str], about: int | None) -> WaiverComment:
    text = match["text"].rstrip(" \t")
    return WaiverComment(text, number, match.start() + 1, match.start("text") + len(text) + 1, about)


def beginnings(source: Source, lines: Iterable[int]) -> dict[int, list[str]]:
    """Return the pointers of the outermost items that begin on each line.

    A member of a mapping begins with its key, an item of a list and the whole document with its value.
    """
    pointers_by_line: dict[int, list[str]] = {line: [] for line in lines}
    for pointer, place in source.values.items():
        line = (source.keys.get(pointer) or place)[0]
        if line in pointers_by_line:
            pointers_by_line[line].append(pointer)
    return {line: _outermost(pointers) for line, pointers in pointers_by_line.items()}


def _outermost(pointers: list[str]) -> list[str]:
    least = min((pointer.count("/") for pointer in pointers), default=0)
    return [pointer for pointer in pointers if pointer.count("/") == least]


def _found(line: str) -> re.Match[str] | None:
    return _COMMENT.search(line) if _SIGN in line else None


def _following(lines: list[str], numbers: set[int]) -> dict[int, int | None]:
    """Return the number of the next line with content after each line, in one backward pass."""
    following: dict[int, int | None] = {}
    says: int | None = None
    for number in range(len(lines), 0, -1):
        if number in numbers:
            following[number] = says
        if not _BLANK.fullmatch(lines[number - 1]):
            says = number
    return following


def _texts(source: Source, lines: set[int]) -> dict[int, list[tuple[float, float]]]:
    """Return the columns of keys and texts on each line."""
    columns: dict[int, list[tuple[float, float]]] = {}
    for place in _scalars(source):
        for line in lines.intersection(range(place[0], place[2] + 1)) if lines else ():
            start = place[1] if line == place[0] else 0
            end = place[3] if line == place[2] else float("inf")
            columns.setdefault(line, []).append((start, end))
    return columns


def _scalars(source: Source) -> Iterator[Place]:
    """Yield the locations of keys and scalars; of a text after `|` or `>`, that of its lines."""
    yield from source.keys.values()
    holders = {pointer.rpartition("/")[0] for pointer in source.values}
    lines = split_lines(source.text)
    for pointer, place in source.values.items():
        if pointer in holders:
            continue
        line, column, end_line, end_column = place
        block = end_line > line and lines[line - 1][column - 1 : column] in _BLOCK
        yield (line + 1, 1, end_line, end_column) if block else place

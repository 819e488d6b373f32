"""Source -> its comments that speak to mapgen, and the things of the spec that begin on a line.

The stream of YAML events knows no comments, but it knows where each key and value stands: a `#` that lies in none of
them, after a blank or at the start of a line, begins a comment.
"""

import re
from collections.abc import Iterable, Iterator

from mapgen.diagnostics.lines import split_lines
from mapgen.record import record
from mapgen.source.tree import Place, Source

_SIGN = "mapgen:"
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*mapgen:[ \t]*(?P<said>\S.*?)[ \t]*$")
_BLANK = re.compile(r"[ \t]*(?:#.*)?")
_BLOCK = frozenset("|>")


@record
class Comment:
    """What a comment says after `# mapgen:`, and where it stands: its line, and its columns up to, and not with, `end`.

    `about` is the line that it is about: its own, or the next one that says something where it stands alone; None where
    none does.
    """

    said: str
    line: int
    column: int
    end: int
    about: int | None


def comments(source: Source) -> tuple[Comment, ...]:
    """Return the comments that speak to mapgen, in the order of the text."""
    if _SIGN not in source.text:
        return ()
    lines = split_lines(source.text)
    found = [(number, match) for number, line in enumerate(lines, 1) if (match := _found(line))]
    texts = _texts(source, {number for number, _ in found})
    return tuple(
        Comment(match["said"], number, match.start() + 1, match.end("said") + 1, _about(lines, number, match.start()))
        for number, match in found
        if not any(start <= match.start() + 1 < end for start, end in texts.get(number, ()))
    )


def beginnings(source: Source, lines: Iterable[int]) -> dict[int, list[str]]:
    """Return by line the pointers of the outermost things that begin there.

    A member of a mapping begins with its key, an item of a list and the whole document with its value.
    """
    found: dict[int, list[str]] = {line: [] for line in lines}
    for pointer, place in source.values.items():
        line = (source.keys.get(pointer) or place)[0]
        if line in found:
            found[line].append(pointer)
    return {line: _outermost(pointers) for line, pointers in found.items()}


def _outermost(pointers: list[str]) -> list[str]:
    least = min((pointer.count("/") for pointer in pointers), default=0)
    return [pointer for pointer in pointers if pointer.count("/") == least]


def _found(line: str) -> re.Match[str] | None:
    return _COMMENT.search(line) if _SIGN in line else None


def _about(lines: list[str], number: int, column: int) -> int | None:
    if not _BLANK.fullmatch(lines[number - 1][:column]):
        return number
    after = enumerate(lines[number:], start=number + 1)
    return next((later for later, line in after if not _BLANK.fullmatch(line)), None)


def _texts(source: Source, lines: set[int]) -> dict[int, list[tuple[float, float]]]:
    """Return by line the columns that keys and texts take there."""
    found: dict[int, list[tuple[float, float]]] = {}
    for place in _scalars(source):
        for line in lines.intersection(range(place[0], place[2] + 1)) if lines else ():
            start = place[1] if line == place[0] else 0
            end = place[3] if line == place[2] else float("inf")
            found.setdefault(line, []).append((start, end))
    return found


def _scalars(source: Source) -> Iterator[Place]:
    """Yield the places of keys and of values that hold no others; of a text after `|` or `>`, that of its lines."""
    yield from source.keys.values()
    holders = {pointer.rpartition("/")[0] for pointer in source.values}
    lines = split_lines(source.text)
    for pointer, place in source.values.items():
        if pointer in holders:
            continue
        line, column, end_line, end_column = place
        block = end_line > line and lines[line - 1][column - 1 : column] in _BLOCK
        yield (line + 1, 1, end_line, end_column) if block else place

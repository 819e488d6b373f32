"""The lines of a file and the row of a badly indented one -> what is wrong with it, and what would be right."""

import re
from collections.abc import Iterator

from mapgen.diagnostics.phrases import quoted

_LOOKED_AT = 500  # lines above the guilty one; the levels that are open begin nearby


def line_above(lines: list[str], row: int) -> int | None:
    """Return the row of the nearest line above that is neither blank nor a comment, None if there is none."""
    return next((above for above in range(row - 1, -1, -1) if _says_something(lines[above])), None)


def advise(lines: list[str], row: int) -> tuple[str, str] | None:
    """Return message and hint for a line whose indentation fits nothing; None where it fits."""
    line = lines[row]
    column = indent(line)
    is_item = line.lstrip(" ").startswith("- ")
    levels = [(at, above) for at, above, item in _levels(lines, row) if item == is_item]
    same = next((above for at, above, item in _levels(lines, row) if at == column and item != is_item), None)
    what = "list item" if is_item else "line"
    message = f"this {what} is indented by {_spaces(column)}, which matches nothing above it"
    if same is not None:
        message = "expected a key, found a list item" if is_item else "expected a list item, found a key"
    if not levels:
        return (
            message,
            "list items follow a key that ends its line with a colon" if is_item else "start it in the first column",
        )
    at, above = min(levels, key=lambda level: abs(level[0] - column))
    if at == column:
        return None
    return (
        message,
        f"indent it by {_spaces(at)}, like {quoted(without_comment(lines[above]).strip())} on line {above + 1}",
    )


def without_comment(text: str) -> str:
    """Return a line, or a part of one, without the comment at its end."""
    return re.split(r"\s#", text, maxsplit=1)[0].rstrip()


def _levels(lines: list[str], row: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the columns where something that is still open begins, from the nearest: column, row, is it a list."""
    ceiling = 10_000
    for above in range(row - 1, max(-1, row - _LOOKED_AT), -1):
        line = lines[above]
        if not _says_something(line):
            continue
        columns = _columns(line)
        for at, item in reversed(columns):
            if at < ceiling:
                yield at, above, item
        ceiling = min(ceiling, columns[0][0])
        if not ceiling:
            return


def _columns(line: str) -> list[tuple[int, bool]]:
    """Return where the list items and the key of a line begin: `  - name: x` has an item in 2 and a key in 4."""
    columns, at = [], indent(line)
    while line[at : at + 2] == "- ":
        columns.append((at, True))
        at += 2 + indent(line[at + 2 :])
    return [*columns, (at, False)]


def indent(line: str) -> int:
    """Return the number of spaces with which a line begins."""
    return len(line) - len(line.lstrip(" "))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces" if count else "no spaces"

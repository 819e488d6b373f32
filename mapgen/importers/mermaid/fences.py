"""A Markdown or HTML file -> the Mermaid journeys in it: in fences, or in elements of class `mermaid`."""

import re
from collections.abc import Iterator, Sequence

from mapgen.importers.mermaid.code import is_journey_code
from mapgen.record import record

_OPENING = re.compile(r"((?:[\s>*+-]|\d+[.)])*)(`{3,}|~{3,}|:{3,})[ \t]*(.*)")
_ELEMENT = re.compile(r"<(pre|div)\b[^<>]*\bclass=[\"']?[^\"'<>]*\bmermaid\b[^<>]*>", re.IGNORECASE)
_MERMAID = re.compile(r"\{?\s*\.?mermaid\b", re.IGNORECASE)
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*")


@record
class CodeBlock:
    """A block of code, and the line where it begins; `named` where it says that it is Mermaid."""

    line: int
    text: str
    named: bool


def journeys(text: str) -> tuple[CodeBlock, ...]:
    """Return the blocks with journeys: those that are said to be Mermaid, else all that look like it."""
    found = [block for block in _blocks(text.split("\n")) if is_journey_code(block.text)]
    return tuple(block for block in found if block.named) or tuple(found)


def _blocks(lines: Sequence[str]) -> Iterator[CodeBlock]:
    """Yield the blocks; one in another is a text of that one, as in Markdown."""
    index = 0
    while index < len(lines):
        line = lines[index]
        opening = _OPENING.match(line) if len(line) < _LONGEST else None
        element = _ELEMENT.search(line) if not opening and len(line) < _LONGEST and "mermaid" in line else None
        start = index + 1
        if opening:
            index = _end_of_fence(lines, start, opening[2])
            quoted = ">" in opening[1]
            yield CodeBlock(start + 1, _inside(lines[start:index], quoted=quoted), bool(_MERMAID.match(opening[3])))
        elif element:
            index = _end_of_element(lines, index, f"</{element[1].lower()}")
            first, *others = [line[element.end() :], *lines[start:index]]
            yield CodeBlock(start, "\n".join([first.partition("</")[0], *others]), named=True)
        index += 1


_LONGEST = 1_000  # characters of a line that can open a block


def _end_of_fence(lines: Sequence[str], start: int, mark: str) -> int:
    """Return the index of the line that closes a fence, or one beyond the last."""
    for index in range(start, len(lines)):
        bare = lines[index][:_LONGEST].lstrip("> \t").rstrip()
        if bare.startswith(mark) and not bare.strip(mark[0]):
            return index
    return len(lines)


def _end_of_element(lines: Sequence[str], start: int, mark: str) -> int:
    for index in range(start, len(lines)):
        if mark in lines[index].lower():
            return index
    return len(lines)


def _inside(lines: Sequence[str], *, quoted: bool) -> str:
    """Return the text of a block, without the marks of a quotation that it is in."""
    return "\n".join(_PREFIX.sub("", line, count=1) if quoted else line for line in lines)

"""Lines of Markdown -> the blocks of code in them that are maps."""

import re
from collections.abc import Iterator, Sequence

from mapgen.record import record

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_MAP = re.compile(r"\{?\s*\.?mapgen(?=[\s}]|$)(?P<options>.*?)\}?\s*$")
_CONTAINER = re.compile(r"[ \t]*([-*+]|\d+[.)]|!!!|\?\?\?\+?|===|///|:|\[\^[^\]]+\]:)(\s|$)")
_CODE = 4
"""Spaces at the beginning of a line that make it code, unless it belongs to a list or another container."""


@record
class Fence:
    """A block: `start` is the index of its first line, `end` the one after its last. `options` follow its name."""

    start: int
    end: int
    indent: str
    options: str
    text: str


def map_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the blocks whose name is `mapgen`, in order; those within other blocks of code are none.

    >>> [fence.options for fence in map_fences(["```mapgen view=flow", "title: Coffee", "```"])]
    ['view=flow']
    """
    at = 0
    while at < len(lines):
        found = _FENCE.match(lines[at])
        if not found or _is_inline(found) or _is_code(lines, at, found["indent"]):
            at += 1
            continue
        end = _end(lines, at, found["fence"], found["indent"])
        named = _MAP.fullmatch(found["info"].strip())
        if named:
            body = lines[at + 1 : end - 1 if end <= len(lines) and _closes(lines[end - 1], found["fence"]) else end]
            text = "".join(f"{_dedented(line, found['indent'])}\n" for line in body)
            yield Fence(at, end, found["indent"], named["options"].strip(), text)
        at = end


def _is_inline(found: re.Match[str]) -> bool:
    """Return whether the line is code in a sentence, which has backticks on both sides."""
    return found["fence"].startswith("`") and "`" in found["info"]


def _is_code(lines: Sequence[str], at: int, indent: str) -> bool:
    """Return whether a line is so far to the right that it is code, and not part of a list or the like."""
    width = len(indent.expandtabs(_CODE))
    if width < _CODE:
        return False
    for line in reversed(lines[:at]):
        here = len(line.expandtabs(_CODE)) - len(line.expandtabs(_CODE).lstrip())
        if line.strip() and here < width:
            if _CONTAINER.match(line):
                return False
            if here < _CODE:
                return True
            width = here
    return True


def _end(lines: Sequence[str], at: int, fence: str, indent: str) -> int:
    """Return the index after the line that closes a block; it ends with the page, or with what it is part of."""
    for index in range(at + 1, len(lines)):
        if _closes(lines[index], fence):
            return index + 1
        if indent and lines[index].strip() and not lines[index][0].isspace():
            return index
    return len(lines)


def _closes(line: str, fence: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= len(fence) and set(stripped) == {fence[0]}


def _dedented(line: str, indent: str) -> str:
    return line[len(indent) :] if line.startswith(indent) else line.lstrip()

"""The text of a Markdown file -> the markers in it that ask for maps, and the text with what belongs between them.

What is outside of the markers is kept character by character. Markers in blocks of code are text.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import NoReturn

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, nearest, quoted
from mapgen.diagnostics.span import Span
from mapgen.record import record
from mapgen.render.drawing import VIEWS
from mapgen.render.options import MAIN
from mapgen.tables import TABLES

PAINS = "pains"
"""The name of the table of what hurts, which is not folded."""

_UNASKED = frozenset({"audit-findings"})  # a table that only an audit fills
_OPTIONS = ("view", "tables", "alt")
_EXAMPLE = "<!-- mapgen: checkout.journey.yaml view=poster -->"
_LOWEST = 6  # the level of the smallest heading of Markdown
_CODE = 4  # the blanks before a line that belongs to a list, or is code

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_OPEN = re.compile(r"(?P<indent> {0,3})<!--[ \t]*mapgen:(?P<info>.*?)-->[ \t]*")
_CLOSE = re.compile(r" {0,3}<!--[ \t]*/mapgen[ \t]*-->[ \t]*")
_CONTAINER = r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*"
_FENCE = re.compile(rf"(?P<before>{_CONTAINER})(?P<fence>`{{3,}}(?=[^`]*$)|~{{3,}})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_PARAGRAPH = re.compile(r" {0,3}[^\s#>|<-]")


@record
class MarkerPair:
    """A pair of markers: the indices of their lines, and what they ask for.

    `file` is the spec, from the folder of the Markdown file. `tables` are ids of tables, or `PAINS`. `level` is that of
    a heading at this place, from 2 to 6.
    """

    start: int
    end: int
    file: str
    view: str
    tables: tuple[str, ...]
    alt: str | None
    level: int


@record
class MarkedText:
    """A text that was read: its lines with their ends, its markers in order, and what is wrong with them."""

    lines: tuple[str, ...]
    markers: tuple[MarkerPair, ...]
    diagnostics: tuple[Diagnostic, ...]

    def span(self, marker: MarkerPair) -> Span:
        """Return the place of the first line of a marker."""
        return _span(self.lines, marker.start)

    def content(self, marker: MarkerPair) -> str:
        """Return what is between a pair of markers now."""
        return "".join(self.lines[marker.start + 1 : marker.end])

    def expected(self, marker: MarkerPair, parts: Sequence[str]) -> str:
        """Return what belongs between a pair of markers: parts with blank lines around them, in lines that end alike.

        The lines end and are indented as the first marker is.
        """
        head = self.lines[marker.start]
        end = head[len(head.rstrip("\r\n")) :]
        indent = " " * (len(_bare(head)) - len(_bare(head).lstrip(" ")))
        lines = ["", *"\n\n".join(parts).split("\n"), ""]
        return "".join(f"{indent if line else ''}{line}{end}" for line in lines)

    def filled(self, contents: Sequence[str]) -> str:
        """Return the text with the contents of all markers, in their order."""
        kept, at = [], 0
        for marker, content in zip(self.markers, contents, strict=True):
            kept += [*self.lines[at : marker.start + 1], content]
            at = marker.end
        return "".join((*kept, *self.lines[at:]))


class _OptionError(Exception):
    """The options of a marker are wrong; `hint` says what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_markers(text: str) -> MarkedText:
    r"""Find the markers of a text; what is wrong with them is in the result.

    >>> read_markers("<!-- mapgen: a.journey.yaml view=flow -->\n<!-- /mapgen -->\n").markers[0].view
    'flow'
    """
    lines = tuple(_LINE.findall(text))
    markers: list[MarkerPair] = []
    found: list[Diagnostic] = []
    opened: tuple[int, str] | None = None
    level = 1
    prose = dict(_prose(lines))
    for at, line in prose.items():
        start, is_end = _OPEN.fullmatch(line), _CLOSE.fullmatch(line)
        if start and opened:
            found.append(_fault(lines, opened[0], *_unclosed(f"line {at + 1} begins another one")))
        elif is_end and not opened:
            hint = f"remove it, or write for example {_EXAMPLE} before it"
            found.append(_fault(lines, at, "the marker `/mapgen` closes nothing", hint))
        elif is_end and opened:
            try:
                markers.append(_marker(opened[0], at, opened[1], min(level + 1, _LOWEST)))
            except _OptionError as error:
                found.append(_fault(lines, opened[0], str(error), error.hint))
        elif not opened:
            level = _heading(line, prose.get(at - 1, "")) or level
        opened = (at, start["info"]) if start else None if is_end else opened
    if opened:
        found.append(_fault(lines, opened[0], *_unclosed("the file ends")))
    return MarkedText(lines, tuple(markers), tuple(found))


def _unclosed(where: str) -> tuple[str, str]:
    return f"this marker is not closed before {where}", "add the line <!-- /mapgen --> below it"


def _prose(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines outside of front matter and blocks of code, with their indices and without their ends."""
    at = _after_front_matter(lines)
    while at < len(lines):
        line = _bare(lines[at])
        fence = _FENCE.match(line)
        if fence:
            is_inner = bool(fence["before"].strip(" ")) or len(fence["before"]) >= _CODE
            at = _after_fence(lines, at, fence["fence"], is_inner=is_inner)
            continue
        yield at, line
        at += 1


def _after_front_matter(lines: Sequence[str]) -> int:
    """Return the index of the line with which Markdown begins."""
    if lines and _bare(lines[0]).rstrip() == "---":
        ends = (at + 1 for at, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."})
        return next(ends, 0)
    return 0


def _after_fence(lines: Sequence[str], at: int, fence: str, *, is_inner: bool) -> int:
    """Return the index after a block of code; `is_inner` is one in a list or a quote, which ends with that."""
    for index in range(at + 1, len(lines)):
        line = lines[index].rstrip()
        marks = line.lstrip(" \t>")
        if len(marks) >= len(fence) and set(marks) == {fence[0]}:
            return index + 1
        if is_inner and line and line[0] not in " \t>":
            return index
    return len(lines)


def _heading(line: str, before: str) -> int:
    """Return the level of the heading that a line is, or that it makes of the line before it; 0 if there is none."""
    found = _HEADING.match(line)
    if found:
        return len(found[1])
    if _UNDERLINE.fullmatch(line) and _PARAGRAPH.match(before):
        return 1 if "=" in line else 2
    return 0


def _marker(start: int, end: int, info: str, level: int) -> MarkerPair:
    try:
        words = shlex.split(info)
    except ValueError:
        _refuse("a quotation mark is not closed", 'close it, as in alt="Paying in the shop"')
    if not words or words[0].partition("=")[0] in _OPTIONS:
        _refuse("this marker names no spec", f"write for example {_EXAMPLE}")
    given: dict[str, str] = {}
    for word in words[1:]:
        name, sign, value = word.partition("=")
        _known(name, "option", _OPTIONS)
        if not sign or not value.strip():
            _refuse(f"the option `{name}` has no value", f"write {name}=VALUE, or remove it")
        if name in given:
            _refuse(f"the option `{name}` is given twice", "remove one of them")
        given[name] = value
    view = given.get("view", MAIN)
    _known(view, "view", tuple(VIEWS))
    names = (name.strip() for name in given.get("tables", "").split(","))
    tables = tuple(dict.fromkeys(filter(None, names)))
    for table in tables:
        _known(table, "table", (PAINS, *(name for name in TABLES if name not in _UNASKED)))
    return MarkerPair(start, end, words[0], view, tables, given.get("alt"), level)


def _known(name: str, noun: str, names: Sequence[str]) -> None:
    if name not in names:
        near = nearest(name, names)
        _refuse(f"unknown {noun} {quoted(name)}", f"did you mean {quoted(near)}?" if near else f"use {listed(names)}")


def _refuse(message: str, hint: str) -> NoReturn:
    raise _OptionError(message, hint)


def _fault(lines: Sequence[str], at: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic("bad-marker", message, span=_span(lines, at), hint=hint)


def _span(lines: Sequence[str], at: int) -> Span:
    return Span(at + 1, 1, at + 1, 1 + len(_bare(lines[at])))


def _bare(line: str) -> str:
    """Return a line without its end, and without a byte order mark."""
    return line.removeprefix("\ufeff").rstrip("\r\n")

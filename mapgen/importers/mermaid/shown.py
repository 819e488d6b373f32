"""The statements of a journey -> what Mermaid shows of each line.

Mermaid takes texts apart by its own rules, and says nothing about what it loses on the way. They are told here, so that
an author learns which part of a diagram nobody has ever seen.
"""

import re
from collections.abc import Iterator
from typing import Literal

from mapgen.importers.mermaid.code import bare, shielded
from mapgen.record import record

_TOKEN = re.compile(
    r"""
    (?P<comment> %(?!\{)[^\n]* | [^}]%%[^\n]* )
  | (?P<newline> \n+ )
  | (?P<space> [\s\ufeff]+ )
  | (?P<hash> \#[^\n]* )
  | (?P<journey> journey(?![A-Za-z0-9_]) )
  | (?P<title> title[\s\ufeff][^#\n;]+ )
  | (?P<spoken> accTitle\s*:\s*[^\n]* | accDescr\s*:\s*[^\n]* | accDescr\s*\{[^}]*\} )
  | (?P<section> section[\s\ufeff][^#:\n;]+ )
  | (?P<name> [^#:\n;]+ )
  | (?P<data> :[^#\n;]+ )
  | (?P<invalid> . )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)


@record
class Shown:
    """What Mermaid makes of a line; for an `error`, it shows no diagram at all.

    `score` is None where Mermaid has none that it can draw.
    """

    kind: Literal["title", "section", "task", "error"]
    name: str = ""
    score: float | None = None
    people: tuple[str, ...] = ()


def shown(text: str, start: int) -> dict[int, Shown]:
    """Return what Mermaid shows, by the line where it begins; lines are counted from `start`."""
    found: dict[int, Shown] = {}
    for line, one in _statements(shielded(text, html=False), start):
        if line not in found or one.kind == "error":
            found[line] = one
    return found


def _statements(text: str, line: int) -> Iterator[tuple[int, Shown]]:
    """Yield each statement; behind one that Mermaid cannot read, those from the next line on."""
    name, at, begun, failed = "", 0, False, False
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if name and kind not in {"data", "space", "comment", "hash"}:
            yield at, Shown("error")
            name, failed = "", kind != "newline"
        if kind == "newline":
            failed = False
        elif not failed and kind == "name":
            name, at = token.group(), line
        elif not failed and kind == "data" and name:
            yield at, _task(name, token.group())
            name = ""
        elif not failed and kind in {"title", "section"}:
            words = bare(token.group()[len(kind) + 1 :]).strip()
            yield line, Shown("title", words) if kind == "title" else Shown("section", words)
        elif not failed and (kind in {"data", "invalid"} or (kind == "journey" and begun)):
            yield line, Shown("error")
            failed = True
        begun = begun or kind == "journey"
        line += token.group().count("\n")
    if name:
        yield at, Shown("error")


def _task(name: str, data: str) -> Shown:
    score, *others = data[1:].split(":", 2)
    people = tuple(bare(one).strip() for one in others[0].split(",")) if others else ()
    return Shown("task", bare(name).strip(), _number(score), people)


def _number(text: str) -> float | None:
    """Return what a number is to JavaScript, None if it is none."""
    text = text.strip()
    if not text:
        return 0.0
    return float(text) if _NUMBER.fullmatch(text) else None

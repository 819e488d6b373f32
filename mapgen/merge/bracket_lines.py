"""Pieces in brackets -> lines: where entries stand in lines of their own, or as if they did, as on another side."""

import re

from mapgen.merge.chunks import Chunk, Parts, bracketed, cut, cut_brackets
from mapgen.record import replace

_COMMENTS = re.compile(r"(?: *(?:#[^\n]*)?\n)*")
_REST = re.compile(r",?( *(?:#[^\n]*)?\n)")


def cut_lines(piece: Chunk) -> Parts | None:
    """Cut a piece in brackets where comments stand between its entries; None where these share a line.

    Each entry gets its comma, so that another one may follow it.
    """
    value = bracketed(piece)
    if value is None or not value.entries:
        return None
    text = piece.source.text
    at = text.find("\n", value.first) + 1
    head = text[value.begin : at]
    entries = []
    for entry, (left, right) in zip(value.entries, value.ranges, strict=True):
        first, rest = text.rfind("\n", 0, left) + 1, _REST.match(text, right)
        if first < at or rest is None or text[first:left].strip() or not _COMMENTS.fullmatch(text, at, first):
            return None
        lead, body = text[at:first], f"{text[first:right]},{rest[1]}"
        entries.append(replace(entry, lead=_lines(lead), body=_lines(body), start=first))
        at = rest.end()
    tail = text[at : value.begin + len("".join(piece.body))]
    left = value.ranges[0][0]
    return Parts(_lines(head), tuple(entries), left - text.rfind("\n", 0, left) - 1, _lines(tail))


def as_lines(piece: Chunk, like: Parts) -> Parts | None:
    """Cut a piece that another side has in lines; entries are compared by what they hold, however they are written."""
    parts = cut(piece)
    if parts is None:
        return _opened(piece, like)
    return replace(parts, entries=tuple(replace(entry, is_by_data=True) for entry in parts.entries))


def _opened(piece: Chunk, like: Parts) -> Parts | None:
    """Cut a piece in brackets as if its entries stood in lines like those of another side, without brackets."""
    value = cut_brackets(piece)
    if value is None or value.behind.strip(" \n,]}"):
        return None
    before = value.before.rstrip(" \n[{")
    is_list = isinstance(piece.data, list)
    indent = " " * (like.indent + 2 * is_list)
    entries = []
    for entry in value.entries:
        body = _lines(f"{indent}{''.join(entry.body)}\n")
        dash = like.indent if is_list else None
        entries.append(replace(entry, body=body, start=(entry.start or 0) - len(indent), dash=dash))
    return Parts((f"{before}\n",) if before else (), tuple(entries), like.indent)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines(keepends=True))

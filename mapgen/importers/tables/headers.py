"""The header of a column, or the label of a row -> the field that it means, and in which languages it is written."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from mapgen.importers.tables.header_cues import cue
from mapgen.importers.tables.header_words import HEADERS, VAGUE

FIELDS = tuple(HEADERS["en"])
"""The fields that a column can mean, which `--map` takes."""

_LONGEST = 80  # characters of a header that is looked at; longer ones are texts
_NOTES = re.compile(r"[(\[{].*?[)\]}]")
_SIGNS = re.compile(r"[^\w]+|_")
_SHORTEST_PART = 4  # letters of a word that says what a longer header means


class Meaning(NamedTuple):
    """What a header means; `exact` where it says just that."""

    field: str
    exact: bool = True


def meaning(header: str) -> Meaning | None:
    """Return what a header means, None where nobody can tell.

    >>> meaning("Pain point(s)"), meaning("Überblick der Schmerzpunkte")
    (Meaning(field='pain_points', exact=True), Meaning(field='pain_points', exact=False))
    """
    if len(header) > _LONGEST:
        return None
    words = _words()
    for plain in (plain_text(header), plain_text(_NOTES.sub(" ", header))):
        found = words.get(plain) or words.get(plain.removesuffix(" s"))
        if found:
            return Meaning(next(iter(found)))
    plain = plain_text(_NOTES.sub(" ", header))
    asked = cue(plain)
    return Meaning(asked[1], exact=False) if asked else _within(plain)


def languages(headers: Iterable[str]) -> str | None:
    """Return the language in which most headers are written; None where it is English, or cannot be told."""
    counts: Counter[str] = Counter()
    for header in headers:
        plain = plain_text(_NOTES.sub(" ", header))
        counts.update({code for found in (_words().get(plain) or {}).values() for code in found})
        asked = cue(plain)
        counts.update([asked[0]] if asked and plain not in _words() else [])
    best = max(counts, key=lambda code: counts[code], default="en")
    alike = [code for code in HEADERS if counts[code] == counts[best]]
    return best if len(alike) == 1 and best != "en" else None


def plain_text(text: str) -> str:
    """Return what counts when words are compared: lowercase letters without accents, and digits.

    >>> plain_text("  Étape / Phase_1: ")
    'etape phase 1'
    """
    bare = text.casefold()
    if not bare.isascii():
        apart = unicodedata.normalize("NFKD", bare)
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("æ", "ae").replace("œ", "oe")
    return " ".join(_SIGNS.sub(" ", bare).split())


def _within(plain: str) -> Meaning | None:
    """Return the field of the longest known words within a header; the first where several are as long."""
    parts = plain.split()
    best: tuple[int, str] | None = None
    for size in range(min(len(parts), 4), 0, -1):
        for start in range(len(parts) - size + 1):
            part = " ".join(parts[start : start + size])
            found = _words().get(part)
            if found and len(part) >= _SHORTEST_PART and part not in VAGUE and (best is None or size > best[0]):
                best = size, next(iter(found))
    return Meaning(best[1], exact=False) if best else None


@cache
def _words() -> dict[str, dict[str, set[str]]]:
    """Return the fields that each word can mean, by the languages that say so; the first language that does decides."""
    words: dict[str, dict[str, set[str]]] = {}
    for code, field, word in _entries():
        words.setdefault(word, {}).setdefault(field, set()).add(code)
    return words


def _entries() -> Iterator[tuple[str, str, str]]:
    for code, fields in HEADERS.items():
        for field, text in fields.items():
            yield code, field, plain_text(field)
            yield from ((code, field, word) for word in text.split(", "))

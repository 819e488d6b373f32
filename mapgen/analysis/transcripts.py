"""The text of a transcript -> a text in which quotes can be searched, with the line of each place.

White space, the kind of quotation marks and ways to compose a letter with an accent do not count. Of subtitles (`.vtt`,
`.srt`), only what is said is searched: no numbers, times, notes and tags.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize

from mapgen.quotes import MARKS, parted
from mapgen.record import record

_SUBTITLES = (".vtt", ".srt")
_MARK = '"'
_FOLDED = str.maketrans(
    dict.fromkeys({*MARKS, *"".join(MARKS.values()), "`", "\N{ACUTE ACCENT}", "\N{PRIME}"}, _MARK)
    | dict.fromkeys("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}", "")
)
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_ENTITIES = (("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_ARROW = "-->"
_HIDDEN = ("WEBVTT", "NOTE", "STYLE", "REGION")
_MAX_TRIES = 100  # occurrences within longer words before a search gives up


@record
class Transcript:
    """A text without line breaks, and the same in lower case, "" where that moves places.

    `starts` are the offsets of its lines, `numbers` their numbers in the file.
    """

    text: str
    lower: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def line_of(self, quote: str, *, lower: bool = False) -> int | None:
        """Return the line in which a folded quote begins, None where the text does not have it as whole words."""
        text, at = self.lower if lower else self.text, -1
        for _ in range(_MAX_TRIES):
            at = text.find(quote, at + 1)
            if at < 0:
                return None
            if not (_is_within_word(text, at) or _is_within_word(text, at + len(quote))):
                return self.numbers[bisect_right(self.starts, at) - 1]
        return None


def read_transcript(text: str, name: str) -> Transcript:
    """Return the text of a file as it is searched; the suffix of its name determines its kind."""
    numbered: Iterable[tuple[int, str]] = enumerate(text.splitlines(), start=1)
    if name.lower().endswith(_SUBTITLES):
        numbered = _said(tuple(numbered))
    elif name.lower().endswith(".md"):
        numbered = ((number, line.lstrip("> \t").replace("*", "")) for number, line in numbered)
    parts: list[str] = []
    starts: list[int] = []
    numbers: list[int] = []
    end = 0
    for number, line in numbered:
        if folded := fold(line):
            parts.append(folded)
            starts.append(end)
            numbers.append(number)
            end += len(folded) + 1
    whole = " ".join(parts)
    lower = whole.lower()
    return Transcript(whole, lower if len(lower) == len(whole) else "", tuple(starts), tuple(numbers))


def fold(text: str) -> str:
    """Return a text without differences that do not count.

    >>> fold("I “had”   to ask")
    'I "had" to ask'
    """
    return " ".join(normalize("NFC", text).translate(_FOLDED).split())


def fold_quote(text: str) -> str:
    """Return a quote as it is searched; quotation marks around all of it are not part of it."""
    return fold(parted(text)[1])


def _said(lines: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, str]]:
    """Yield the lines of subtitles that are said."""
    begins, hidden = True, False
    for (number, line), (_, following) in pairwise((*lines, (0, ""))):
        bare = line.strip().removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
        if not bare:
            begins, hidden = True, False
            continue
        hidden = hidden or (begins and bare.startswith(_HIDDEN) and _ARROW not in following)
        is_name = _ARROW in following and (begins or bare.isdecimal())
        begins = False
        if not (hidden or is_name or _ARROW in bare):
            yield number, _plain(line)


def _plain(line: str) -> str:
    line = _TAG.sub("", line)
    for entity, character in _ENTITIES:
        line = line.replace(entity, character)
    return line


def _is_within_word(text: str, at: int) -> bool:
    """Return whether letters or digits stand on both sides; scripts without capital letters have no spaces to tell."""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(character: str) -> bool:
    return character.isdecimal() or character.lower() != character.upper()

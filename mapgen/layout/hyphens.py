"""A word that is too wide for its line -> where it may be broken, best places first, and where with a hyphen.

No dictionary: a syllable begins with the consonants that can begin a word. That is right for most words of languages
in Latin, Greek and Cyrillic letters, and never leaves fewer than three letters on a side.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"
_JOINERS = "\u200d\ufe0e\ufe0f"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u052f\u1e00-\u1fff"
_MARK = "\u0300-\u036f"
_ENOUGH = re.compile(f"(?<=[{_LETTER}{_MARK}]{{3}})(?=[{_LETTER}{_MARK}]{{3}})")
_HYPHENATES = re.compile(f"(?<=[{_LETTER}{_MARK}])(?=[{_LETTER}])")
_IDENTIFIER = re.compile(r"\w[./_@&=#:\\?]+\w|[^\W\d_]\d+[^\W\d_]")
_SEAM = re.compile(
    r"(?<=[./_?&=#:@+~%,;|\\\u2010-\u2014-])(?=\w)|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
)

_VOWELS = (
    "aeiouy\u00e6\u00f8\u0153\u0131"
    "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"  # Greek
    "\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0456\u0454"  # Cyrillic
)
_SIGNS = "\u044c\u044a"  # Cyrillic letters that belong to the consonant before
_CONSONANT = f"[^\\W\\d_{_VOWELS}{_SIGNS}]"
_ONSET = (
    "(?:sch[lmnrw]?|s[pt]r?|[bcdfgkptvw]r|[bcfgkpv]l|[cpstw]h|qu|ck|[gk]n"
    "|\u03c3\u03c4\u03c1?|\u03c3[\u03c0\u03ba\u03c6\u03c7]|[\u03b2\u03b3\u03b4\u03b8\u03ba\u03c0\u03c4\u03c6\u03c7][\u03c1\u03bb]|\u03bc\u03c0|\u03bd\u03c4|\u03b3\u03ba"
    f"|\u0441\u0442\u0440?|[\u0431\u0432\u0433\u0434\u0437\u043a\u043f\u0442\u0444\u0445][\u0440\u043b]|{_CONSONANT})"
)
_SYLLABLE = re.compile(rf"(?<=[{_VOWELS}])[^\W\d_{_VOWELS}]*?(?={_ONSET}[{_VOWELS}])")

# Scripts without blanks: a vowel that is written first begins a syllable; some signs never begin a line.
_OPENING = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")
_CLOSING = re.compile(
    "[\u0e2f-\u0e33\u0e45-\u0e4e\u0eaf-\u0eb3\u0ec6-\u0ece]|[\u1000-\u102a]\u1037?\u103a|[\u3001\u3002\uff0c\uff0e\u30fc]"
)
_KILLER = "\u103a"  # a visible virama: it ends a syllable


_VIRAMA = 9  # as Unicode counts the classes of marks
_NEAR = 0.9  # characters may be set apart or together by a little less than a tenth

_FORBIDDEN, _ANYWHERE, _SYLLABLE_END, _SEAM_END = range(4)
_FULL_ENOUGH = ((_SEAM_END, 0.5), (_SYLLABLE_END, 0.5), (_ANYWHERE, 0.0))
"""How full a line must be to end at such a place, the best places first."""


class _Joint(NamedTuple):
    """A place between two characters: how good a break is there, and whether it needs a hyphen."""

    rank: int
    hyphen: bool


def cut(text: str, measure: Callable[[str], float], width: float) -> list[tuple[str, bool]]:
    """Break a word so that each line fits; with each line goes whether a hyphen is added to it.

    What belongs to one character (accents, joined emoji) stays together; at least one character stands on a line.

    >>> cut("Genehmigung", len, 8), cut("mailto:a@example.org", len, 12)
    ([('Genehmi', True), ('gung', False)], [('mailto:a@', False), ('example.org', False)])
    """
    word = _Word(text)
    lines: list[tuple[str, bool]] = []
    start = 0
    while (end := _reach(word, start, measure, width)) < len(word.clusters):
        at, hyphen = _break(word, start, end, lambda line: measure(line) <= width)
        lines.append((word.part(start, at), hyphen))
        start = at
    return [*lines, (word.part(start, end), False)]


def _reach(word: "_Word", start: int, measure: Callable[[str], float], width: float) -> int:
    """Return before which cluster a line is full."""
    end, used = start, 0.0
    while end < len(word.clusters):
        used += measure(word.clusters[end])
        if end > start and used > width * _NEAR and measure(word.part(start, end + 1)) > width:
            break
        end += 1
    return end


def _break(word: "_Word", start: int, end: int, fits: Callable[[str], bool]) -> tuple[int, bool]:
    """Return before which cluster a line ends that is full before `end`, and whether with a hyphen."""
    joints = [(at, word.joint(at)) for at in range(end, start, -1)]
    for rank, share in _FULL_ENOUGH:
        for at, joint in joints:
            good = joint.rank >= rank and at - start >= share * (end - start)
            if good and (not joint.hyphen or fits(word.part(start, at) + HYPHEN)):
                return at, joint.hyphen
    return end, False


class _Word:
    """The characters of a word and what is between them."""

    def __init__(self, text: str) -> None:
        """Find what a look at the whole word finds."""
        self._text = text
        self.clusters = _clusters(text)
        self._offsets = [0, *accumulate(map(len, self.clusters))]
        self._plain = _IDENTIFIER.search(text) is None
        self._seams = {match.start() for match in _SEAM.finditer(text)}
        folded = "".join(map(_folded, text))
        self._syllables = {match.end() for match in _SYLLABLE.finditer(folded)}

    def part(self, start: int, end: int) -> str:
        """Return the text of some clusters."""
        return self._text[self._offsets[start] : self._offsets[end]]

    def joint(self, index: int) -> _Joint:
        """Return how good it is to break before a cluster."""
        text, at = self._text, self._offsets[index]
        if at in self._seams:
            return _Joint(_SEAM_END, hyphen=False)
        if _HYPHENATES.match(text, at):
            if not self._plain:
                return _Joint(_ANYWHERE, hyphen=False)
            rank = _SYLLABLE_END if at in self._syllables else _ANYWHERE
            return _Joint(rank if _ENOUGH.match(text, at) else _FORBIDDEN, hyphen=True)
        before = text[at - 1]
        if (unicodedata.combining(before) == _VIRAMA and before != _KILLER) or _CLOSING.match(text, at):
            return _Joint(_FORBIDDEN, hyphen=False)
        if _OPENING.match(before):
            return _Joint(_FORBIDDEN, hyphen=False)
        return _Joint(_SYLLABLE_END if _OPENING.match(text, at) else _ANYWHERE, hyphen=False)


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for character in text:
        joins = found and (
            character in _JOINERS or found[-1][-1] == "\u200d" or unicodedata.category(character) in {"Mn", "Me", "Mc"}
        )
        if joins:
            found[-1] += character
        else:
            found.append(character)
    return found


@lru_cache(maxsize=2048)
def _folded(character: str) -> str:
    """Return the small letter without its accents; one character for each."""
    lower = character.lower()
    return lower[0] if lower == "\u0439" else unicodedata.normalize("NFD", lower)[0]

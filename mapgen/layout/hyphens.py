"""A word that is too wide for its line -> where it may be broken, best places first, and where with a hyphen.

No dictionary: a syllable begins with the consonants that can begin a word. That is right for most words of languages
in Latin, Greek and Cyrillic letters, and never leaves fewer than three letters on a side. A compound is first of
all broken behind an ending that joins German or Dutch nouns: "Leistungs-aufsicht".
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from mapgen.layout.line_breaking import HYPHEN
from mapgen.lazy import regex

_JOINERS = "\u200d\ufe0e\ufe0f"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u052f\u1e00-\u1fff"
_MARK = "\u0300-\u036f"
_ENOUGH = regex(f"(?<=[{_LETTER}{_MARK}]{{3}})(?=[{_LETTER}{_MARK}]{{3}})")
_HYPHENATES = regex(f"(?<=[{_LETTER}{_MARK}])(?=[{_LETTER}])")
_IDENTIFIER = regex(r"\w[./_@&=#:\\?]+\w|[^\W\d_]\d+[^\W\d_]")
_SEAM = regex(
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
_SYLLABLE = regex(  # s and t between vowels part: "Leis-tung", but not behind a prefix: "be-stellen"
    rf"(?<=[{_VOWELS}])(?=((?<!be)(?<!ge)s(?=tr?[{_VOWELS}])|[^\W\d_{_VOWELS}]*?(?={_ONSET}[{_VOWELS}])))"
)
_LINK = regex(r"(?<=[^\W\d_]{2})(?:ungs|heits|keits|schafts|tats|ions|lings|rings|heids|teits)(?=[^\W\d_]{3})")

# Scripts without blanks: a vowel that is written first begins a syllable, some signs end one, some never begin a line,
# and behind some vowels a consonant has to follow.
_OPENING = regex("[\u0e40-\u0e44\u0ec0-\u0ec4]")
_ENDING = regex("[\u0e30\u0e33\u0e4c\u0eb0\u0eb3\u0ecc]")
_UNFINISHED = regex(  # vowels that need a consonant behind them; then consonants that are one sound in Thai
    "(?<=[\u0e31\u0e37\u0e47\u0eb1\u0eb7\u0ebb])|(?<=[\u0e31\u0e37\u0e47\u0eb1\u0eb7\u0ebb][\u0e48-\u0e4b\u0ec8-\u0ecb])"
    "|(?<=[\u0e09\u0e1c\u0e1d\u0e2b\u0e2e])|(?<=[\u0e02\u0e16\u0e2a])(?=[\u0e07\u0e19\u0e21\u0e22\u0e23\u0e25\u0e27])"
    "|(?<=[\u0e01\u0e02\u0e04\u0e15\u0e1b\u0e1e])(?=[\u0e23\u0e25\u0e27])"
)
_CLOSING = regex(
    "[\u0e2f-\u0e33\u0e45-\u0e4e\u0eaf-\u0eb3\u0ebd\u0ec6-\u0ece]|[\u0e01-\u0e2e][\u0e34-\u0e3a]?\u0e4c"
    "|[\u1000-\u102a]\u1037?\u103a|[\u104a\u104b\u17d4-\u17da]"
    "|[\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30fc\u3093\u30f3]"
    "|[\u3001\u3002\uff0c\uff0e,.;:!?)\\]}\u00bb\u2019\u201d\u2026]"
)
_KATAKANA = "\u30a1-\u30fa\u30fc"
_KATAKANA_SEAM = regex(  # behind n, ng, a long vowel or "tch", unless a syllable ends with what follows: as in "point"
    f"(?<=[{_KATAKANA}][\u30f3\u30fc])(?=[{_KATAKANA}]{{2}})(?![\u30af\u30b0\u30c8\u30c9\u30d7])"
    f"|(?<=\u30f3\u30b0)(?=[{_KATAKANA}]{{2}})|(?<=\u30c3[{_KATAKANA}])(?=[{_KATAKANA}]{{3}})(?!\u30f3)"
)
_KILLER = "\u103a"  # a visible virama: it ends a syllable


_VIRAMA = 9  # as Unicode counts the classes of marks
_NEAR = 0.9  # characters may be set apart or together by a little less than a tenth

_FORBIDDEN, _ALONE, _ANYWHERE, _SYLLABLE_END, _SEAM_END = range(5)
_FULL_ENOUGH = ((_SEAM_END, 0.5), (_SYLLABLE_END, 0.4), (_ANYWHERE, 0.0), (_ALONE, 0.0))
"""How full a line must be to end at such a place, the best places first."""

_LETTERS = 3
"""The fewest letters before a hyphen."""


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
    used = 0.0
    for end in range(start, len(word.clusters)):
        advance = measure(word.clusters[end])
        used += advance
        full = advance > 0 and end > start and used > width * _NEAR  # what has no width fills no line
        if full and measure(word.part(start, end + 1)) > width:
            return end
    return len(word.clusters)


def _break(word: "_Word", start: int, end: int, fits: Callable[[str], bool]) -> tuple[int, bool]:
    """Return before which cluster a line ends that is full before `end`, and whether with a hyphen."""
    joints = [(at, word.joint(at)) for at in range(end, start, -1)]
    for rank, share in _FULL_ENOUGH:
        for at, joint in joints:
            least = max(share * (end - start), _LETTERS if joint.hyphen else 0)
            good = joint.rank >= rank and at - start >= least
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
        self._links = {match.end() for match in _LINK.finditer(folded)}
        self._syllables = {match.end(1) for match in _SYLLABLE.finditer(folded)} - {at - 1 for at in self._links}

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
            rank = _SEAM_END if at in self._links else _SYLLABLE_END if at in self._syllables else _ANYWHERE
            return _Joint(rank if _ENOUGH.match(text, at) else _FORBIDDEN, hyphen=True)
        return _Joint(self._rank_without_hyphen(index, at), hyphen=False)

    def _rank_without_hyphen(self, index: int, at: int) -> int:
        """Rank a break where one needs no hyphen: syllables stay whole, and no character of a word stands alone."""
        text, before = self._text, self._text[at - 1]
        if _CLOSING.match(text, at) or _OPENING.match(before) or _UNFINISHED.match(text, at):
            return _FORBIDDEN
        if unicodedata.combining(before) == _VIRAMA and before != _KILLER:
            return _FORBIDDEN
        if index in {1, len(self.clusters) - 1}:
            return _ALONE
        is_syllable_end = _OPENING.match(text, at) or _ENDING.match(before) or _KATAKANA_SEAM.match(text, at)
        return _SYLLABLE_END if is_syllable_end else _ANYWHERE


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

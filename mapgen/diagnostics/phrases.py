"""An author's words -> phrases that a message can be built from."""

from collections.abc import Iterable, Sequence
from itertools import islice

from mapgen.quotes import parted
from mapgen.shortening import shortened as cut
from mapgen.shortening import shortened_apart

MAX_SHOWN = 60  # characters of an author's text that a message shows
_LONGEST_WHOLE = 1_000  # characters of what an author has to copy
_ENDS = 20 * MAX_SHOWN  # characters at each end of a long text that are looked at
_NEAR = 0.7  # how alike two words must be, of 1, to be taken for each other
_STEM = 4  # letters at the beginning that make two words kin
_COMPARED = 200  # candidates that are looked at; the rest of a long list is not worth the time


def quoted(text: str) -> str:
    r"""Return the author's text in double quotes, or in its own, on one line, cut where it is long.

    >>> quoted("two\n lines"), quoted("“Done.”")
    ('"two lines"', '“Done.”')
    """
    begin, inner, end = parted(text)
    return "".join((begin or '"', shortened(inner), end or '"'))


def quoted_apart(text: str, other: str) -> str:
    """Return the author's text as `quoted` does, cut so that it shows where another text begins to differ.

    >>> quoted_apart("x" * 80 + " lime", "x" * 80 + " line")
    '"…xxxxxxxxxxxx lime"'
    """
    apart = shortened_apart(" ".join(text.split()), " ".join(other.split()), MAX_SHOWN)[0]
    return quoted(apart)


def whole(text: str) -> str:
    """Return what the author has to copy on one line, cut only where nobody would copy it."""
    return cut(" ".join(text[: 2 * _LONGEST_WHOLE].split()), _LONGEST_WHOLE)


def in_yaml(text: str) -> str:
    r"""Return a text in the quotes that YAML reads it from, cut where it is long.

    >>> in_yaml("a: b"), in_yaml('say "no"')
    ('"a: b"', '\'say "no"\'')
    """
    line = shortened(text)
    return "'" + line.replace("'", "''") + "'" if '"' in line or "\\" in line else f'"{line}"'


def quote_hint(text: str) -> str:
    """Return a hint to quote a text, which shows it unless it is long."""
    return f"quote the text: {in_yaml(text)}" if len(text) <= MAX_SHOWN else "put the whole text in quotes"


def key(name: str) -> str:
    """Return a key in backticks, cut where it is long."""
    return f"`{shortened(name)}`"


def shortened(text: str) -> str:
    """Return the text on one line and at most `SHOWN` characters long."""
    ends = text if len(text) <= 2 * _ENDS else text[:_ENDS] + text[-_ENDS:]
    return cut(" ".join(ends.split()), MAX_SHOWN)


def listed(words: Sequence[str], *, joint: str = "or") -> str:
    """Return an enumeration.

    >>> listed(["high", "low", "none"])
    'high, low or none'
    """
    *rest, last = words
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def counted(number: int, noun: str) -> str:
    """Return a number of things.

    >>> counted(1, "stage"), counted(1200, "touchpoint")
    ('1 stage', '1,200 touchpoints')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the author probably meant, None if none is near.

    >>> nearest("Paymnts", ["support", "payments"])
    'payments'
    """
    plain = _plain(word)
    likeness = {candidate: _likeness(plain, _plain(candidate)) for candidate in islice(candidates, _COMPARED)}
    best = max(likeness, key=likeness.__getitem__, default=None) if plain else None
    return best if best is not None and likeness[best] > _NEAR else None


def _likeness(word: str, candidate: str) -> float:
    """Return how alike two words are, from 0 to 1: by all their letters, or by a common beginning."""
    from difflib import SequenceMatcher

    stem = next(
        (at for at, (a, b) in enumerate(zip(word, candidate, strict=False)) if a != b), min(len(word), len(candidate))
    )
    by_stem = stem / len(word) if stem >= _STEM else 0
    return max(by_stem, SequenceMatcher(None, word, candidate, autojunk=False).ratio())


def _plain(word: str) -> str:
    """Return what counts when two words are compared: letters and digits, without case."""
    return "".join(filter(str.isalnum, word[:MAX_SHOWN].casefold()))

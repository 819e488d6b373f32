"""An author's words -> phrases that a message can be built from."""

from collections.abc import Iterable, Sequence
from itertools import islice

SHOWN = 60  # characters of an author's text that a message shows
_NEAR = 0.7  # how alike two words must be, of 1, to be taken for each other
_STEM = 4  # letters at the beginning that make two words kin
_COMPARED = 200  # candidates that are looked at; the rest of a long list is not worth the time


def quoted(text: str) -> str:
    r"""Return the author's text in double quotes, on one line, cut where it is long.

    >>> quoted("two\n lines")
    '"two lines"'
    """
    return f'"{shortened(text)}"'


def key(name: str) -> str:
    """Return a key in backticks, cut where it is long."""
    return f"`{shortened(name)}`"


def shortened(text: str) -> str:
    """Return the text on one line and at most `SHOWN` characters long."""
    line = " ".join(text[: 20 * SHOWN].split(None))
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


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
    return "".join(filter(str.isalnum, word[:SHOWN].casefold()))

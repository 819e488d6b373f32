"""A text -> the pieces between which a line may be broken (UAX #14).

Latin, Greek and Cyrillic prose is cut by a short exact path; any other text by the `uniseg` library, which is imported
only then. Japanese is cut between phrases.
"""

import re
from collections.abc import Callable, Iterable

HYPHEN = "-"
SOFT_HYPHEN = "\u00ad"

_SIMPLE = r"[\t\n\r -\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199\u2212\u2248-\u2265\u25b8-\u25bb]*\Z"
_PIECE = r"""(?x)
    [^\ \t\n]*?(?:(?<=[^\W\d_]{2})[-\u2010](?=[^\W\d_]{2})   # after a hyphen between words, not in "e-mail"
        |(?<=[^\s/])/(?=[^\W\d_])                      # after a slash before a letter
        |\u2014(?=\S)                                  # after an em dash
        |\u2013(?=[^\W\d_])                            # after an en dash before a letter
        |\u00ad(?=\S)                                  # after a soft hyphen
        |[\ \t]+|\Z|(?=\n))"""
_OTHER_BREAKS = re.compile("[\u00ad\u2010\u2013\u2014]").search

# What needs no more than a look at two neighbors: ideographs, hiragana (the small ones keep to what is before them)
# and Hangul syllables part everywhere; letters and marks of some scripts with spaces (and Thai) nowhere but at a space.
# A run of katakana mostly is a word from another language, and stays whole, though Unicode lets it be broken.
_SIGN = (
    "\u3042\u3044\u3046\u3048\u304a-\u3062\u3064-\u3082\u3084\u3086\u3088-\u308d\u308f-\u3094"
    "\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2\u30e4\u30e6\u30e8-\u30ed\u30ef-\u30f4\u30f7-\u30fa"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
_LETTER = "A-Za-z\u05d0-\u05ea\u0620-\u064a\u0904-\u0939\u093d\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46"
_MARK = "\u064b-\u065f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f"
_KANA = f"[\u3041-\u3096{_KATAKANA}]"
_NEXT = f"(?=[{_SIGN}{_LETTER}])"
_SEAM = "|".join(
    [
        f"(?<=[{_SIGN}])(?=[{_SIGN}])(?!(?<=[{_KATAKANA}])[{_KATAKANA}])",
        *(f"(?<=[{_SIGN}{_LETTER}]{marks} ){_NEXT}" for marks in ("", f"[{_MARK}]")),
    ]
)
_WHOLE = f"(?:[{_SIGN}][{_MARK}]*|[{_KATAKANA}]+|[{_LETTER}{_MARK}]*) ?"
_INSIDE_KATAKANA = re.compile(f"[{_KATAKANA}]{{2}}").match


Units = Callable[[str], Iterable[str]]
"""Cuts a text of any script by the rules of Unicode."""


def by_unicode(text: str) -> Iterable[str]:
    """Ask the library; it takes 0.1 ms a character."""
    from uniseg.linebreak import line_break_units

    return line_break_units(text)  # type: ignore[no-any-return]


def pieces(text: str, units: Units = by_unicode) -> list[str]:
    r"""Cut a text of one paragraph into pieces that stay whole; together they are the text.

    `units` cuts what is neither Latin, Greek or Cyrillic nor plain in its own script.

    >>> pieces("Reads app-store reviews")
    ['Reads ', 'app-', 'store ', 'reviews']
    """
    if (text.isascii() and text.isprintable()) or re.match(_SIMPLE, text):
        return at_spaces(text)
    found: list[str] = []
    for part in re.split(_SEAM, text):
        found += [part] if re.fullmatch(_WHOLE, part) else _katakana_whole(units(part))
    if not re.search(_KANA, text):
        return found
    from mapgen.layout.phrases import phrases  # few maps are in Japanese

    return phrases(found)


def _katakana_whole(units: Iterable[str]) -> list[str]:
    """Join what was cut inside a run of katakana."""
    found: list[str] = []
    for unit in units:
        if found and _INSIDE_KATAKANA(found[-1][-1] + unit[:1]):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def at_spaces(text: str) -> list[str]:
    """Cut a text at spaces, hyphens and dashes, which is right for Latin and quick for all."""
    if "-" not in text and "/" not in text and not _OTHER_BREAKS(text):
        words = text.split(" ")
        return [word + " " for word in words[:-1]] + words[-1:] if len(words) > 1 else words
    return [match.group() for match in re.finditer(_PIECE, text) if match.group()]

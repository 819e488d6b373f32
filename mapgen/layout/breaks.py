"""A text -> the pieces between which a line may be broken (UAX #14).

Latin, Greek and Cyrillic prose is cut by a short exact path; any other text by the `uniseg` library, which is imported
only then.
"""

import re

_SIMPLE = r"[\t\n\r -\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199\u2212\u2248-\u2265]*\Z"
_PIECE = r"""(?x)
    [^\ \t\n]*?(?:(?<=[^\W\d_]{2})[-\u2010](?=[^\W\d_]{2})   # after a hyphen between words, not in "e-mail"
        |(?<=[^\s/])/(?=[^\W\d_])                      # after a slash before a letter
        |\u2014(?=\S)                                  # after an em dash
        |\u2013(?=[^\W\d_])                            # after an en dash before a letter
        |[\ \t]+|\Z|(?=\n))"""


def pieces(text: str) -> list[str]:
    r"""Cut a text of one paragraph into pieces that stay whole; together they are the text.

    >>> pieces("Reads app-store reviews")
    ['Reads ', 'app-', 'store ', 'reviews']
    """
    if (text.isascii() and text.isprintable()) or re.match(_SIMPLE, text):
        return _simple(text)
    from uniseg.linebreak import line_break_units

    return list(line_break_units(text))


def _simple(text: str) -> list[str]:
    if "-" not in text and "/" not in text and "\u2010" not in text and "\u2013" not in text and "\u2014" not in text:
        words = text.split(" ")
        return [word + " " for word in words[:-1]] + words[-1:] if len(words) > 1 else words
    return [match.group() for match in re.finditer(_PIECE, text) if match.group()]

"""Pieces of a Japanese text -> phrases that stay whole: a word with its ending and the particles behind it.

No dictionary: the kind of character says it. A phrase begins with an ideograph, with katakana or with Latin letters,
and the hiragana behind them belong to it. That is right for most phrases; a long one is parted behind a particle.
"""

import re
from collections.abc import Iterable

from mapgen.lazy import regex

_HIRAGANA = "\u3041-\u3096\u309d\u309e"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f"
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff"
_OBJECT = "\u3092"  # the particle wo, which is always the end of a phrase
_HONORIFIC = "[\u304a\u3054]"  # o, go
_STAYS = regex(
    f"(?!{_OBJECT})[{_HIRAGANA}{_KATAKANA}{_HAN}][{_HIRAGANA}]"  # an ending or a particle
    f"|[{_HAN}][{_HAN}]|[{_KATAKANA}][{_KATAKANA}]"  # a compound
    f"|[0-9A-Za-z%][{_HIRAGANA}{_HAN}]|\u7b2c[0-9]"  # a number with its unit
)
_JOINT = regex(  # inside a compound verb ("uketoru"), and inside a counter ("3 kasho")
    f"(?:^|[^{_HAN}])[{_HAN}][\u308a\u3051\u304d\u307f\u3048\u308c\u3061\u3052\u3079\u3081][{_HAN}]|[0-9]\u304b[{_HAN}]"
)
_LONG = 6  # characters of a phrase that is not parted
_PARTICLES = "\u306f\u304c\u306b\u3067\u3082\u3068\u3078\u306e\u3070\u3066"  # wa ga ni de mo to e no ba te
_PART = regex(
    f"(?<=[^{_HIRAGANA}][{_PARTICLES}])(?=[{_HIRAGANA}]{{2}})(?!\u3059|\u304d)"
    f"|(?<=[{_HIRAGANA}]{{2}}[\u306f\u304c\u306b\u3067\u3082\u3078\u306e\u3070\u3066])(?=[{_HIRAGANA}]{{3}})(?!\u3059|\u304d)"
    f"|(?<=[{_HAN}]{{2}})(?=[{_HAN}]{{2}})"
)


def phrases(pieces: Iterable[str]) -> list[str]:
    """Join the pieces of a text that form a phrase.

    >>> phrases("仕事が終わるのを待つ")
    ['仕事が', '終わるのを', '待つ']
    """
    found: list[str] = []
    for piece in pieces:
        if found and piece and _belongs(found[-1], piece):
            found[-1] += piece
        else:
            found.append(piece)
    return [part for phrase in found for part in _parted(phrase)]


def _belongs(before: str, piece: str) -> bool:
    if _STAYS.fullmatch(before[-1] + piece[0]):
        return True
    is_honorific = re.fullmatch(_HONORIFIC, before) and re.match(f"[{_HAN}{_KATAKANA}]", piece)
    return bool(is_honorific or _JOINT.fullmatch(before[-3:] + piece[0]) or _JOINT.fullmatch(before[-2:] + piece[0]))


def _parted(phrase: str) -> list[str]:
    """Part a long phrase behind particles, and a long compound into pairs of ideographs."""
    if len(phrase) <= _LONG:
        return [phrase]
    parts = [""]
    for part in _PART.split(phrase):
        if len(parts[-1]) + len(part) <= _LONG or not parts[-1]:
            parts[-1] += part
        else:
            parts.append(part)
    return parts

"""Text that the font of a map lacks glyphs for -> the fonts of common systems that have them.

A browser finds such fonts by itself. The engines that make PNG and PDF would take the first font that has a glyph, be
it a serif or a decorative one.
"""

import unicodedata
from collections.abc import Callable, Iterator

Families = tuple[str, ...]

LATIN: Families = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
EMOJI: Families = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
_JAPANESE: Families = ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "IPAexGothic")
_KOREAN: Families = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic")
_SIMPLE: Families = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
_TRADITIONAL: Families = ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei")
_HAN = {"ja": _JAPANESE, "ko": _KOREAN, "zh-hant": _TRADITIONAL, "zh-tw": _TRADITIONAL, "zh-hk": _TRADITIONAL}
_SCRIPTS: tuple[tuple[int, int, Families], ...] = (
    (0x0590, 0x05FF, ("Noto Sans Hebrew", "Arial Hebrew", "Segoe UI", "Arial")),
    (0x0600, 0x08FF, ("Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Arial")),
    (0x0900, 0x097F, ("Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI")),
    (0x0E00, 0x0E7F, ("Noto Sans Thai", "Thonburi", "Leelawadee UI")),
    (0x1100, 0x11FF, _KOREAN),
    (0x3130, 0x318F, _KOREAN),
    (0xAC00, 0xD7FF, _KOREAN),
    (0x3040, 0x30FF, _JAPANESE),
    (0xFB1D, 0xFB4F, ("Noto Sans Hebrew", "Arial Hebrew", "Segoe UI", "Arial")),
    (0xFB50, 0xFDFF, ("Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Arial")),
    (0xFE70, 0xFEFE, ("Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Arial")),
    (0x2600, 0x27BF, EMOJI),
    (0x1F000, 0x1FAFF, EMOJI),
)
_HAN_RANGES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
_JOINING = frozenset("\u200c\u200d\ufe0e\ufe0f\u20e3")
_TAGS = range(0xE0000, 0xE0080)
_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_SPACE, _USUAL, _EMOJI_WIDE = 0.26, 0.58, 1.25


def runs(text: str, covers: Callable[[str], bool], language: str) -> list[tuple[str, Families]]:
    """Part a text where its font changes; `covers` says whether the font of the map has a character.

    >>> [text for text, _ in runs("Zoë 日本 語 🚲", lambda text: text < "⺀", "ja")]
    ['Zoë ', '日本 語', ' ', '🚲']
    """
    found = list(_parted(text, covers, language))
    index = 1
    while index < len(found) - 1:
        (before, family), (between, _), (after, other) = found[index - 1 : index + 2]
        if family is other is not EMOJI and not between.strip():
            found[index - 1 : index + 2] = [(before + between + after, family)]
        else:
            index += 1
    return found


def _parted(text: str, covers: Callable[[str], bool], language: str) -> Iterator[tuple[str, Families]]:
    run, family = "", LATIN
    for character in text:
        joined = run and joins(character)
        wanted = family if joined else LATIN if covers(character) else families(character, language)
        if wanted is not family and run:
            yield run, family
            run = ""
        family = wanted
        run += character
    if run:
        yield run, family


def joins(character: str) -> bool:
    """Return whether a character only says how the one before it looks, or that it is one with the next."""
    return character in _JOINING or ord(character) in _TAGS or ord(character) in _TONES


def ems(text: str, family: Families) -> float:
    """Guess how wide a text is in a font of these families, in ems.

    >>> ems("日本", stack("ja")), ems("👨\u200d👩\u200d👧👍🏽", EMOJI)
    (2.0, 2.5)
    """
    total, joined = 0.0, False
    for index, character in enumerate(text):
        if not (joined or joins(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}):
            wide = 1.0 if unicodedata.east_asian_width(character) in "WF" else _USUAL
            total += _SPACE if character == " " else _EMOJI_WIDE if family is EMOJI else wide
        flag = ord(character) in _FLAGS
        joined = character == "\u200d" or (flag and not joined and text[index + 1 : index + 2] != "")
    return total


def families(character: str, language: str) -> Families:
    """Return the fonts to try for a character, best first."""
    number = ord(character)
    for first, last, found in _SCRIPTS:
        if first <= number <= last:
            return found
    return _han(language) if any(first <= number <= last for first, last in _HAN_RANGES) else LATIN


def stack(language: str) -> Families:
    """Return the fonts of all scripts in the order in which to try them.

    >>> stack("ja").index("Noto Sans CJK JP") < stack("ja").index("Noto Sans CJK SC")
    True
    """
    known = [*LATIN[:1], *EMOJI, *_han(language)]
    known += [family for _, _, found in _SCRIPTS for family in found]
    return tuple(dict.fromkeys((*known, *_SIMPLE, *LATIN)))


def _han(language: str) -> Families:
    """Return the fonts of a language for the characters that Chinese, Japanese and Korean share."""
    tag = language.lower()
    return _HAN.get(tag) or _HAN.get("-".join(tag.split("-")[:2])) or _HAN.get(tag.split("-")[0]) or _SIMPLE

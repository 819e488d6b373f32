"""Text that the font of a map lacks glyphs for -> the fonts of common systems that have them.

A browser finds such fonts by itself. The engines that make PNG and PDF would take the first font that has a glyph, be
it a serif or a decorative one.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from mapgen.layout import fallback_widths
from mapgen.lazy import regex

Families = tuple[str, ...]

LATIN: Families = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
EMOJI: Families = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
_JAPANESE: Families = ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "IPAexGothic")
_KOREAN: Families = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic")
_SIMPLE: Families = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
_TRADITIONAL: Families = ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei")
_OTHERS = ("Nirmala UI", "Segoe UI", "Noto Sans", "DejaVu Sans")
GLYPH_A_CHARACTER = frozenset({_JAPANESE, _KOREAN, _SIMPLE, _TRADITIONAL})
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
_SPACE, _HANGUL, _EMOJI_WIDE = 0.22, 0.92, 1.25
_HANGULS = "\uac00", "\ud7a3"
_JOINING_LETTERS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u17d2")  # to the next one
_OF_MOST, _OF_MOST_BOLD = 0.92, 0.97  # of the width that a layout leaves for a character
_SHOWN_AS_EMOJI = ("\ufe0f", "\u20e3")


Part = tuple[str, Families]
"""A part of a line, and the fonts to try for it."""


def runs(text: str, covers: Callable[[str], bool], language: str) -> list[Part]:
    """Part a text where its font changes; `covers` says whether the font of the map has a character.

    >>> [text for text, _ in runs("Zoë 日本 語 🚲", lambda text: text < "⺀", "ja")]
    ['Zoë ', '日本 語', ' ', '🚲']
    """
    found = list(_parted(text, covers, language))
    index = 1
    while index < len(found) - 1:
        (before, family), (between, _), (after, other) = found[index - 1 : index + 2]
        if family == other != EMOJI and not between.strip():
            found[index - 1 : index + 2] = [(before + between + after, family)]
        else:
            index += 1
    return found


def groups(parts: Iterable[Part], covers: Callable[[str], bool]) -> list[list[Part]]:
    """Put parts of a line together that resvg sets right in one text.

    It shapes a text with each font and exchanges glyphs, which goes wrong where one font has a glyph for several
    characters of another. So a group has one script besides Latin and simple emoji, or several that have a glyph for
    each character; joined emoji, and what no font is named for, are by themselves.

    >>> parts = runs("क्या 日本 👍🏽 ok", lambda text: text.isascii(), "en")
    >>> [["".join(text for text, _ in group)] for group in groups(parts, str.isascii)]
    [['क्या '], ['日本 '], ['👍🏽'], [' ok']]
    """
    found: list[list[Part]] = []
    for part in parts:
        if found and _fit([*found[-1], part], covers):
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _fit(parts: Sequence[Part], covers: Callable[[str], bool]) -> bool:
    others = [(text, family) for text, family in parts if family is not LATIN or not covers(text)]
    if any(family is LATIN or (family is EMOJI and _is_joined(text)) for text, family in others):
        return False
    scripts = {family for _, family in others if family is not EMOJI}
    return len(scripts) <= 1 or scripts <= GLYPH_A_CHARACTER


def _is_joined(text: str) -> bool:
    return any(joins(character) or ord(character) in _FLAGS for character in text)


def _parted(text: str, covers: Callable[[str], bool], language: str) -> Iterator[tuple[str, Families]]:
    run, family = "", LATIN
    for index, character in enumerate(text):
        if text[index + 1 : index + 2] in _SHOWN_AS_EMOJI:
            wanted = EMOJI
        elif run and joins(character):
            wanted = family
        else:
            wanted = LATIN if covers(character) else _kept(families(character, language), family)
        if wanted != family and run:
            yield run, family
            run = ""
        family = wanted
        run += character
    if run:
        yield run, family


def _kept(wanted: Families, family: Families) -> Families:
    """Return the fonts of the text before, if they have a sign that is of the same script or of none."""
    if family in (LATIN, EMOJI) or not (wanted is LATIN or wanted[0].split(" ")[:3] == family[0].split(" ")[:3]):
        return wanted
    return family


def joins(character: str) -> bool:
    """Return whether a character only says how the one before it looks, or that it is one with the next."""
    return character in _JOINING or ord(character) in _TAGS or ord(character) in _TONES


def ems(text: str, family: Families, *, bold: bool = False) -> float:
    """Guess how wide a text is in a font of these families, in ems.

    >>> ems("日本", _JAPANESE), ems("한국 말", _KOREAN), ems("👨\u200d👩\u200d👧👍🏽", EMOJI)
    (2.0, 2.98, 2.5)
    """
    total, joined = 0.0, False
    for index, character in enumerate(text):
        if not (joined or joins(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}):
            following = text[index + 1 : index + 2]
            is_emoji = family is EMOJI and character != " "
            total += _EMOJI_WIDE if is_emoji else _wide(character, following, bold=bold)
        flag = ord(character) in _FLAGS
        joined = character == "\u200d" or (flag and not joined and text[index + 1 : index + 2] != "")
    return total


def _wide(character: str, following: str, *, bold: bool) -> float:
    """Guess the width of a character; a letter that is joined to the next one counts half."""
    if character == " ":
        return _SPACE
    if unicodedata.east_asian_width(character) in "WF":
        return _HANGUL if _HANGULS[0] <= character <= _HANGULS[1] else 1.0
    half = 0.5 if following in _JOINING_LETTERS else 1.0
    return fallback_widths.fallback_width(character, following) * half * (_OF_MOST_BOLD if bold else _OF_MOST)


def families(character: str, language: str) -> Families:
    """Return the fonts to try for a character, best first."""
    number = ord(character)
    for first, last, found in _SCRIPTS:
        if first <= number <= last:
            return found
    if any(first <= number <= last for first, last in _HAN_RANGES):
        return _han(language)
    name = script(character)
    return (
        (f"Noto Sans {name}", f"Noto Serif {name}", *_OTHERS)
        if name and unicodedata.category(character)[0] in "LMN"
        else LATIN
    )


_BEHIND_SCRIPT = regex(
    r" (?:CAPITAL|CHARACTER|COMPATIBILITY|CONSONANT|DIGIT|HIEROGLYPH|IDEOGRAPH|INDEPENDENT|LETTER|LIGATURE|MARK"
    r"|MODIFIER|NUMBER|PROLONGED|RADICAL|SIGN|SMALL|SUBJOINED|SYLLABICS|SYLLABLE|SYMBOL|UNIFIED|VOWEL)\b.*"
)


def script(character: str) -> str:
    """Return the name of a letter's script, as Unicode's name of the letter begins; "" where it has no name.

    >>> [script(one) for one in "漢한アꯃ\ue000"]
    ['Han', 'Hangul', 'Katakana', 'Meetei Mayek', '']
    """
    name = unicodedata.name(character, "").removeprefix("HALFWIDTH ").removeprefix("FULLWIDTH ")
    name = _BEHIND_SCRIPT.sub("", name).title()
    return "Han" if name.startswith(("Cjk", "Ideographic")) else name


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

"""Characters that an engine has no glyph for -> a warning with their scripts and the fonts to install."""

import unicodedata
from collections.abc import Callable, Iterable

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, listed
from mapgen.render.font_fallback import script

CODE = "text-without-font"
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and symbols without ink
_SCRIPTS = 5  # that a message names
_SHOWN = 8  # characters of each
_EMOJI = 0x1F000
_EAST_ASIAN = frozenset({"Han", "Hangul", "Hiragana", "Katakana", "Katakana-Hiragana", "Bopomofo"})


def visible(texts: Iterable[str], covers: Callable[[str], bool]) -> str:
    """Return each character once that has ink and that the font of the map lacks, in order of the texts."""
    found = dict.fromkeys("".join(texts))
    return "".join(one for one in found if not covers(one) and _has_ink(one))


def _has_ink(character: str) -> bool:
    """Return whether a glyph can be seen; a mark is looked at with its letter, so it does not count here."""
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANK


def warning(kind: str, characters: str, effect: str) -> Diagnostic:
    """Return what to report: `effect` is what happens to such text in this kind of file ("omits the text").

    >>> warning("PNG", "안녕हि", "omits the text").message
    'no installed font has Hangul ("안녕") and Devanagari ("हि"); the PNG omits the text'
    """
    groups: dict[str, str] = {}
    for character in characters:
        name = _kind(character)
        groups[name] = groups.get(name, "") + character
    shown = [f'{name} ("{found[:_SHOWN]}{"…" if found[_SHOWN:] else ""}")' for name, found in groups.items()]
    if len(shown) > _SCRIPTS:
        shown = [*shown[:_SCRIPTS], counted(len(shown) - _SCRIPTS, "more script")]
    message = f"no installed font has {listed(shown, joint='and')}; the {kind} {effect}"
    packages = listed(list(dict.fromkeys(map(_package, groups))), joint="and")
    hint = f"on Debian and Ubuntu, `apt install {packages.replace(' and', '').replace(',', '')}`"
    return Diagnostic(CODE, message, Severity.WARNING, hint=f"{hint}; `mapgen explain {CODE}` covers other systems")


def _kind(character: str) -> str:
    if ord(character) >= _EMOJI and unicodedata.category(character) == "So":
        return "emoji"
    kinds = {"P": "punctuation", "S": "symbols"}
    return kinds.get(unicodedata.category(character)[0]) or script(character) or "other characters"


def _package(name: str) -> str:
    """Return the package of Debian and Ubuntu that has the glyphs of a script."""
    if name == "emoji":
        return "fonts-noto-color-emoji"
    return "fonts-noto-cjk" if name in _EAST_ASIAN or name == "punctuation" else "fonts-noto-core"

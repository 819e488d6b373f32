"""The file of a language -> its words, and how it writes numbers and plurals."""

from collections.abc import Mapping
from functools import cache

from mapgen import resources
from mapgen.record import record
from mapgen.words.numerals import Numerals

LANGUAGES = ("en", "nl", "de", "fr", "es", "pt", "ar", "ja", "zh")


@record
class Language:
    """The words of a language by key; `plurals` has a rule for each form of a word but the last."""

    words: Mapping[str, str]
    plurals: tuple[str, ...]
    numerals: Numerals


@cache
def read(code: str) -> Language:
    """Return the language of a code among `LANGUAGES`."""
    import json

    data = json.loads(resources.language(code))
    words = {key: text for section in data["words"].values() for key, text in section.items()}
    numerals = data["numerals"]
    return Language(
        words, tuple(data["plurals"]), Numerals(numerals["thousands"], numerals["decimal"], numerals["grouped-from"])
    )

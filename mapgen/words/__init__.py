"""The language of a journey -> the map's own words, numbers and dates of time in it."""

import re
from collections.abc import Mapping
from typing import Literal

from mapgen.model.journey import Duration, Number
from mapgen.quotes import MARKS, parted
from mapgen.words.language import LANGUAGES, read
from mapgen.words.numerals import numeral
from mapgen.words.plurals import form

FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"})
TIGHT = frozenset({"ar", "fa", "he", "ja", "ko", "ur", "zh"})  # languages that write 62% without a space
_SMALL = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur", "hi", "kok", "mai", "mr", "ne", "sa", "th"})
"""Languages in Arabic, Devanagari and Thai letters, which are small in their em beside Latin ones."""

_OPEN, _CLOSE = "".join(MARKS), "".join(MARKS.values())

NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"


def _between_marks(name: str) -> re.Pattern[str]:
    return re.compile(rf"[{_OPEN}]\s?\{{{name}\}}\s?[{_CLOSE}]")


def text_scale(language: str) -> float:
    """Return the factor by which text is larger, so that a language, a BCP 47 tag, is as easy to read as English.

    >>> text_scale("ar-EG"), text_scale("en")
    (1.12, 1.0)
    """
    return 1.12 if language.lower().partition("-")[0] in _SMALL else 1.0


class Words:
    """The map's own words in one language; English where the language is not among `LANGUAGES`.

    >>> words = Words("nl-BE")
    >>> words("pain-points"), words.number(41200)
    ('Pijnpunten', '41.200')
    """

    def __init__(self, language: str) -> None:
        """Choose the language, a BCP 47 tag: only its first part matters."""
        spoken = language.lower().partition("-")[0]
        self.language = spoken if spoken in LANGUAGES else "en"
        self.direction: Literal["ltr", "rtl"] = "rtl" if spoken in FROM_THE_RIGHT else "ltr"
        self._foreign = self.direction == "rtl" and self.language not in FROM_THE_RIGHT  # English words
        self._gap = "" if spoken in TIGHT else NO_BREAK
        language_data = read(self.language)
        self._words, self._plurals, self._numerals = language_data.words, language_data.plurals, language_data.numerals

    def __call__(self, key: str, **values: str | int) -> str:
        """Return the words of a key, with values in their places; whole numbers are written as in `number`."""
        text = self._words[key]
        if not values:
            return text
        written = {name: value if isinstance(value, str) else self.number(value) for name, value in values.items()}
        for name, value in written.items():
            if parted(value)[0]:  # it keeps its own quotation marks
                text = _between_marks(name).sub(f"{{{name}}}", text)
        return text.format_map(written)

    @property
    def quotes(self) -> tuple[str, str]:
        """The marks before and behind what somebody says."""
        before, behind = self._words["quotes"].split("…")
        return before, behind

    @property
    def arrow(self) -> str:
        """The arrow onward, as the text runs; from the right it has marks, or it would run with a Latin name."""
        return "→" if self.direction == "ltr" else f"{RIGHT_TO_LEFT}←{RIGHT_TO_LEFT}"

    def count(self, key: str, n: Number, **values: str) -> str:
        """Return so many of something: "1 month", "3 months"; the key's text holds the forms between bars."""
        return self._counted(key, n, self.number(n), values)

    def _counted(self, key: str, n: Number, written: str, values: Mapping[str, str]) -> str:
        forms = self._words[key].split("|")
        return forms[min(form(self._plurals, n), len(forms) - 1)].format_map({"n": written, **values})

    def number(self, value: Number) -> str:
        """Write a number: "41,200" in English, "41.200" in Dutch."""
        return self._directed(self._digits(value))

    def score(self, value: Number, *, crossing: bool) -> str:
        """Write the score of an emotion; above zero with a plus where the scale is `crossing` zero."""
        text = self._digits(value)
        return self._directed(f"+{text}" if crossing and value > 0 else text)

    def percent(self, share: Number, *, decimals: int = 1, least: int = 0, signed: bool = False) -> str:
        """Write a share of one as a percentage: "62 %", "5.6 %"; a share too small to round keeps one digit.

        It has at least so many decimals, even zeros. `signed` writes a plus before a share above zero.
        """
        percentage = share * 100
        rounded = round(percentage, decimals)
        if not rounded and percentage:
            rounded = float(f"{percentage:.1g}")
        return self._directed(f"{'+' if signed and rounded > 0 else ''}{self._digits(rounded, least)}{self._gap}%")

    def percents(self, *shares: Number) -> tuple[str, ...]:
        """Write percentages that belong together; if one has a decimal, all have: "35.2 %", "17.0 %"."""
        has_decimals = any(round(share * 100, 1) % 1 for share in shares)
        return tuple(self.percent(share, least=int(has_decimals)) for share in shares)

    def with_unit(self, value: Number, unit: str) -> str:
        """Write a value with its unit."""
        return self._directed(f"{self._digits(value)}{self._gap if unit == '%' else NO_BREAK}{unit}")

    def date(self, day: str) -> str:
        """Write a day in ISO 8601; behind Arabic letters, its parts would change places."""
        if self.direction == "rtl" and not self._foreign:
            return f"{LEFT_TO_RIGHT}{day}{RIGHT_TO_LEFT}"
        return self._directed(day)

    def duration(self, duration: Duration) -> str:
        """Write a length of time: "3 months", "1 hour 30 minutes", "7 to 10 days"."""
        low, high = duration.parts, duration.most
        if len(low) == len(high) == 1 and low[0][1] == high[0][1]:
            amounts = self("duration-range", low=self.number(low[0][0]), high=self.number(high[0][0]))
            return self._counted(high[0][1], high[0][0], amounts, {})
        ends = [" ".join(self.count(unit, amount) for amount, unit in parts) for parts in (low, high) if parts]
        return self("duration-range", low=ends[0], high=ends[1]) if high else ends[0]

    def _digits(self, value: Number, least: int = 0) -> str:
        """Write a number with a true minus."""
        return numeral(self._numerals, value, least).replace("-", MINUS)

    def _directed(self, text: str) -> str:
        """In a text from the right, keep a sign before its digits, and what stands beside the number out of its run.

        Without the second mark, two signed numbers would be one run from the left, and change places. Where the words
        are English, that is their order: the number runs with them.
        """
        if self._foreign:
            return f"{LEFT_TO_RIGHT}{text}"
        if self.direction == "rtl" and text[0] in f"+{MINUS}":
            return f"{LEFT_TO_RIGHT}{text}{RIGHT_TO_LEFT}"
        return text

"""A duration as people write it, in six languages -> a duration as the language has it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mapgen.model.durations import is_duration

_UNIT = r"(?:year|month|week|day|hour|minute|second)"
_ISO = re.compile(
    r"P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?"
)
_UNITS = {
    "seconds": "s sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos seconden",
    "minutes": "m min mins minute minutes minuten minuto minutos minuut",
    "hours": "h hr hrs hour hours std stunde stunden heure heures hora horas uur uren",
    "days": "d day days tag tage tagen j jour jours dia dias día días dag dagen",
    "weeks": "w wk wks week weeks wo woche wochen sem semaine semaines semana semanas weken",
    "months": "mo month months monat monate monaten mois mes meses mês maand maanden",
    "years": "y yr yrs year years jahr jahre jahren an ans année années año años ano anos jaar",
}
_NUMBERS = {
    "1": "a an one ein eine einen einer un une uno una um uma een één",
    "2": "two zwei deux dos dois duas twee",
    "3": "three drei trois tres três drie",
    "4": "four vier quatre cuatro quatro",
    "5": "five fünf cinq cinco vijf",
    "6": "six sechs seis zes",
    "10": "ten zehn dix diez dez tien",
}
_HALF = r"half|halbe[nr]?|demie?|media|medio|meia|meio"
_TO = "to bis tot à a until until - – —"
_AND = "and und et y e en"
_BETWEEN = "between zwischen entre tussen"
_FROM = "from von de desde van"
_ABOUT = (
    "about around approx approximately roughly ca circa etwa ungefähr rund environ env ongeveer unos unas aprox "
    "aproximadamente ~ ≈"
)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in words.split()}


_UNIT_OF, _NUMBER_OF = _by_word(_UNITS), _by_word(_NUMBERS)
_TO_WORDS, _AND_WORDS, _ABOUT_WORDS = (frozenset(words.split()) for words in (_TO, _AND, _ABOUT))
_BETWEEN_WORDS, _FROM_WORDS = frozenset(_BETWEEN.split()), frozenset(_FROM.split())
_ANY_UNIT = "|".join(sorted(_UNIT_OF, key=len, reverse=True))
_HALF_OF = re.compile(
    rf"(?:\b(?:{_NUMBERS['1'].replace(' ', '|')})[\s-]+)?\b(?:{_HALF})[\s-]+(?:an? )?(?=(?:{_ANY_UNIT})\b)"
)
_SPELLED = re.compile(rf"(?<![0-9] )\b({'|'.join(_NUMBER_OF)}) (?=(?:{_ANY_UNIT})\b)")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?:\s*(?:h|hrs?|hours?|std|stunden|heures?|horas?|uur))?")
_PART = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+|[-–—~≈]")


class DurationReading(NamedTuple):
    """A duration in words of the language; whether it is all that the text says, and not only about so long."""

    words: str
    is_exact: bool


@lru_cache(1_000)  # a table repeats the same few
def duration_of(text: str) -> DurationReading | None:
    """Return a duration, None where the text is none.

    >>> [duration_of(text).words for text in ("3 Tage", "1h30", "7-10 days", "1,5 uur", "PT20M", "half an hour")]
    ['3 days', '1 hour 30 minutes', '7 to 10 days', '1.5 hours', 'PT20M', '30 minutes']
    >>> duration_of("ca. 2 semaines"), duration_of("1:30")
    (DurationReading(words='2 weeks', is_exact=False), DurationReading(words='1 hour 30 minutes', is_exact=False))
    """
    bare = text.strip().rstrip(".")
    if _ISO.fullmatch(bare):
        return DurationReading(bare, is_exact=True)
    bare = bare.casefold()
    if clock := _CLOCK.fullmatch(bare):
        words = _sized(f"{int(clock[1])} hours {int(clock[2])} minutes")
        return DurationReading(words, is_exact=clock.end(2) < len(bare)) if words else None
    for sign, decimals in _FRACTIONS.items():
        bare = re.sub(rf"(?<=[0-9])\s?{sign}", decimals, bare).replace(sign, f"0{decimals}")
    bare = _SPELLED.sub(lambda found: f"{_NUMBER_OF[found[1]]} ", _HALF_OF.sub("0.5 ", bare))
    if re.sub(r"[\s.,]", "", _PART.sub("", bare)):
        return None
    parts = _PART.findall(bare)
    is_exact = not _ABOUT_WORDS & set(parts)
    words = _sized(" ".join(_meant([part for part in parts if part not in _ABOUT_WORDS])))
    return DurationReading(words, is_exact) if words else None


def _sized(words: str) -> str | None:
    """Return a duration without zeros and with units in the right number; None where it is none."""
    bare = re.sub(rf"\b0 {_UNIT}s ?|(?<=[a-z]) 0 {_UNIT}s\b", "", words).strip() or words
    bare = re.sub(r"(?<![0-9.])0\.5 hours", "30 minutes", bare)
    sized = re.sub(rf"(?<![0-9.])1 ({_UNIT})s", r"1 \1", bare)
    return sized if is_duration(sized) else None


def _meant(parts: Sequence[str]) -> Iterator[str]:
    """Yield numbers, units and "to" in the words of the language; a word that is none of them stays."""
    is_between = bool(parts) and parts[0] in _BETWEEN_WORDS
    rest = list(parts[1:] if parts and parts[0] in _BETWEEN_WORDS | _FROM_WORDS else parts)
    before = ""  # the unit or the sign before
    for at, part in enumerate(rest):
        after = rest[at + 1] if at + 1 < len(rest) else ""
        if part[0].isdigit():
            yield part.replace(",", ".")
            if before == "hours" and after not in _UNIT_OF:  # 1h30
                yield "minutes"
        elif part in _UNIT_OF and at and rest[at - 1][0].isdigit():
            yield _UNIT_OF[part]
        elif part in _TO_WORDS or (is_between and part in _AND_WORDS):
            yield "to"
        elif part not in _AND_WORDS:
            yield part
        before = _UNIT_OF.get(part, "")

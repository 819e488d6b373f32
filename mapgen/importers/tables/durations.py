"""A duration as people write it, in six languages -> a duration as the language has it."""

import re
from functools import lru_cache

_UNIT = r"(?:year|month|week|day|hour|minute|second)"
_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"
_TIMES = rf"{_AMOUNT} {_UNIT}s"
_DURATION = re.compile(rf"(?:{_AMOUNT}(?: {_UNIT}s)? to )?{_TIMES}(?: {_TIMES})*")
_ISO = re.compile(
    r"P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?"
)
_WORDS = {
    "second": "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos seconden",
    "minute": "m min mins minute minutes minuten minuto minutos minuut",
    "hour": "h hr hrs hour hours std stunde stunden heure heures hora horas uur uren",
    "day": "d day days tag tage tagen jour jours dia dias día días dag dagen",
    "week": "w wk wks week weeks woche wochen semaine semaines semana semanas weken",
    "month": "mo month months monat monate monaten mois mes meses mês maand maanden",
    "year": "y yr yrs year years jahr jahre jahren an ans année années año años ano anos jaar",
    "to": "to - – — bis tot à a until",
}
_WORD_OF = {word: unit if unit == "to" else f"{unit}s" for unit, words in _WORDS.items() for word in words.split()}
_PART = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+|[-–—]")


@lru_cache(1_000)  # a table repeats the same few
def duration_of(text: str) -> str | None:
    """Return a duration in words of the language, None where the text is none.

    >>> (
    ...     duration_of("3 Tage"),
    ...     duration_of("1h 30min"),
    ...     duration_of("7-10 days"),
    ...     duration_of("1,5 uur"),
    ...     duration_of("PT20M"),
    ... )
    ('3 days', '1 hour 30 minutes', '7 to 10 days', '1.5 hours', 'PT20M')
    """
    bare = text.strip().rstrip(".")
    if _ISO.fullmatch(bare):
        return bare
    if re.sub(r"[\s.,]", "", _PART.sub("", bare)):
        return None
    parts = [part.replace(",", ".") for part in _PART.findall(bare)]
    words = " ".join(part if part[0].isdigit() else _WORD_OF.get(part.casefold(), "?") for part in parts)
    return re.sub(rf"\b1 ({_UNIT})s", r"1 \1", words) if _DURATION.fullmatch(words) else None

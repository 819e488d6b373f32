"""A text that is no duration -> how the duration that is most likely meant is written."""

import re

from mapgen.lazy import regex
from mapgen.schema.shape import Shape

_ABOUT = regex(
    r"(?:about|approx\.?|approximately|around|roughly|ca\.?|circa|up to|at least|max\.?|min\.? (?=\d)|~|≈|<|>|\+)\s*"
)
_UNITS = {
    "second": r"s|secs?|seconds?",
    "minute": r"mins?|minutes?|m",
    "hour": r"h|hrs?|hours?",
    "day": r"d|days?",
    "week": r"w|wks?|weeks?",
    "month": r"mos?|mths?|months?",
    "year": r"y|yrs?|years?",
}
_PART = regex(r"([0-9]+(?:[.,][0-9]+)?) *([a-z]+)\b\.?")
_TO = regex(r" *(?:\.\.+|-+|\bto\b|\buntil\b|\N{EN DASH}|\N{EM DASH}|~|/) *")
_ONE = {"a ": "1 ", "an ": "1 ", "one ": "1 ", "half an hour": "30 minutes", "half a day": "12 hours"}


def duration_hint(text: str, shape: Shape) -> str:
    """Return how to write a duration; a hint that names one is valid where the text stands."""
    is_range = " to " in shape.pattern
    plain = text.strip().casefold()
    for word, amount in _ONE.items():
        plain = re.sub(rf"(?<!\S){word}", amount, plain)
    plain = _ABOUT.sub("", plain)
    ends = [_named(end) for end in _TO.split(plain)]
    for meant in (" to ".join(ends), ends[-1]):
        if re.search(shape.pattern, meant):
            return f"write {meant}"
    return f"write 3 days, {'7-10 days, ' if is_range else ''}P3D for three days, or {{value: 3, unit: days}}"


def _named(text: str) -> str:
    """Write the units of amounts as words."""
    parts = _PART.findall(text)
    if not parts:
        return text.strip()
    return " ".join(f"{amount.replace(',', '.')} {_unit(amount, word)}" for amount, word in parts)


def _unit(amount: str, word: str) -> str:
    unit = next((unit for unit, pattern in _UNITS.items() if re.fullmatch(pattern, word)), word)
    return unit if amount == "1" or unit not in _UNITS else f"{unit}s"

"""A number -> its digits as a language groups them."""

from mapgen.model.journey import Number

NARROW = "\N{NARROW NO-BREAK SPACE}"

MARKS = {
    "nl": (".", ","),
    "de": (".", ","),
    "fr": (NARROW, ","),
    "es": (".", ","),
    "pt": (".", ","),
}
"""What stands between thousands, and before decimals, where it is not as in English."""

UNGROUPED = {"es": 10_000}
"""The number from which a language groups its digits, where that is not 1,000."""


SMALLEST, LARGEST = 1e-6, 1e15
"""What lies outside is written with a power of ten, or it would be all zeros."""


def numeral(language: str, value: Number) -> str:
    """Write a number with up to six decimals, and none that are zero.

    >>> numeral("en", 41200), numeral("de", 41200.5), numeral("es", 4120)
    ('41,200', '41.200,5', '4120')
    """
    grouped = "" if abs(value) < UNGROUPED.get(language, 1000) else ","
    text = plain(value, grouped)
    thousands, decimal = MARKS.get(language, (",", "."))
    return text.replace(",", "\0").replace(".", decimal).replace("\0", thousands)


def plain(value: Number, grouped: str) -> str:
    """Write a number in English, grouped where `grouped` is a comma."""
    if isinstance(value, int):
        return f"{value:{grouped}d}"
    if value and not SMALLEST <= abs(value) < LARGEST:
        return f"{value:g}"
    text = f"{value:{grouped}.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text

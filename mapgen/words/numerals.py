"""A number -> its digits as a language groups them."""

from mapgen.model.journey import Number
from mapgen.record import record

SMALLEST, LARGEST = 1e-6, 1e15
"""What lies outside is written with a power of ten, or it would be all zeros."""


@record
class Numerals:
    """What is between thousands and before decimals, and the number from which thousands are grouped."""

    thousands: str
    decimal: str
    grouped_from: int


def numeral(numerals: Numerals, value: Number, least: int = 0) -> str:
    """Write a number with up to six decimals, and none at its end that are zero beyond the `least` that it has.

    >>> spanish = Numerals(thousands=".", decimal=",", grouped_from=10_000)
    >>> numeral(spanish, 41200.5), numeral(spanish, 4120)
    ('41.200,5', '4120')
    >>> numeral(spanish, 17, 1)
    '17,0'
    """
    grouped = "" if abs(value) < numerals.grouped_from else ","
    text = plain(value, grouped)
    digits = text.partition(".")[2]
    if len(digits) < least and "e" not in text:
        text = f"{text}{'' if digits else '.'}{'0' * (least - len(digits))}"
    return text.replace(",", "\0").replace(".", numerals.decimal).replace("\0", numerals.thousands)


def plain(value: Number, grouped: str) -> str:
    """Write a number in English, grouped where `grouped` is a comma."""
    if isinstance(value, int):
        return f"{value:{grouped}d}"
    if value and not SMALLEST <= abs(value) < LARGEST:
        return f"{value:g}"
    text = f"{value:{grouped}.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text

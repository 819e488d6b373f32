"""What the model is made of -> lists, dicts, texts and numbers; what the author did not say is left out."""

from collections.abc import Iterable, Mapping

from mapgen.analysis.times import TimeSum
from mapgen.model.journey import Channel, Duration, Evidence, Extra, Image, Interval, Link, Number, Owner, Persona

Data = str | int | float | bool | list["Data"] | dict[str, "Data"] | None

_LETTERS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M", "seconds": "S"}
_CLOCK = ("hours", "minutes", "seconds")
_DIGITS = 9  # of an amount in an ISO 8601 duration that the language reads


def record(**values: Data) -> dict[str, Data]:
    """Make a dict of what was said; a `_` behind a name that Python keeps for itself is dropped.

    >>> record(from_="a", to="b", share=None, carries=[])
    {'from': 'a', 'to': 'b'}
    """
    return {key.rstrip("_"): value for key, value in values.items() if value is not None and value not in ([], {})}


def said(*, flag: bool) -> bool | None:
    """Keep a flag that is set; one that is not is what everybody takes for granted."""
    return flag or None


def texts(items: Iterable[str]) -> list[Data]:
    """Make a list of texts."""
    return list(items)


def ids(items: Iterable[Channel | Evidence | Owner | Persona]) -> list[Data]:
    """Refer to things that are declared elsewhere."""
    return [item.id for item in items]


def pairs(items: Iterable[tuple[str, Data]]) -> dict[str, Data]:
    """Make a dict of pairs, in their order."""
    return dict(items)


def owner_id(owner: Owner | None) -> str | None:
    """Refer to an owner."""
    return owner.id if owner else None


def interval(ends: Interval | None) -> Data:
    """Write an interval as a list of its ends, the lower one first."""
    return [ends.low, ends.high] if ends else None


def links(items: Iterable[Link]) -> list[Data]:
    """Report links."""
    return [record(title=link.title, url=link.url) for link in items]


def images(items: Iterable[Image]) -> list[Data]:
    """Report pictures."""
    return [{"src": image.src, "alt": image.alt} for image in items]


def extras(items: Iterable[Extra]) -> Mapping[str, Data]:
    """Report what stands under the author's own keys."""
    return {extra.key: extra.texts[0] if len(extra.texts) == 1 else texts(extra.texts) for extra in items}


def duration(length: Duration | None) -> Data:
    """Write a length of time as ISO 8601, or as value and unit where that knows no such amount; a range as its ends.

    >>> duration(Duration(((1, "days"), (12, "hours")))), duration(Duration(((1.5, "days"),)))
    ('P1DT12H', {'value': 1.5, 'unit': 'days'})
    >>> duration(Duration(((7, "days"),), ((10, "days"),)))
    {'min': 'P7D', 'max': 'P10D'}
    """
    if length is None:
        return None
    if length.most:
        return {"min": duration(Duration(length.parts)), "max": duration(Duration(length.most))}
    if len(length.parts) > 1 and not all(isinstance(amount, int) for amount, _ in length.parts):
        return " ".join(f"{amount} {unit}" for amount, unit in length.parts)
    if not all(isinstance(amount, int) and len(str(amount)) <= _DIGITS for amount, _ in length.parts):
        amount, unit = length.parts[0]
        return {"value": amount, "unit": unit}
    days = "".join(f"{amount}{_LETTERS[unit]}" for amount, unit in length.parts if unit not in _CLOCK)
    clock = "".join(f"{amount}{_LETTERS[unit]}" for amount, unit in length.parts if unit in _CLOCK)
    return f"P{days}T{clock}" if clock else f"P{days}"


def time_sum(total: TimeSum | None) -> Data:
    """Report a sum, and how many touchpoints state nothing."""
    return {"sum": duration(total.duration), "missing": total.missing} if total else None


def rounded(value: Number | None) -> Number | None:
    """Write a computed figure without the noise of binary fractions."""
    return value if value is None or isinstance(value, int) else round(value, 9)

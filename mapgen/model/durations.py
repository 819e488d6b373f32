"""A duration as written -> a Duration, or a problem if it is invalid.

A duration is in ISO 8601 (`P3D`), in words (`3 days`, `1 hour 30 minutes`), or `{value: 3, unit: days}`. Where a range
is allowed, it is in words (`7-10 days`, `7 to 10 days`, `30 minutes to 2 hours`) or `{min: P7D, max: P10D}`.
"""

from mapgen.diagnostics.phrases import quoted
from mapgen.lazy import regex
from mapgen.model.basics import Duration, Number
from mapgen.model.calendar import seconds
from mapgen.model.node import SpecNode

UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")

_ISO = regex(
    r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?"
)
_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = r"(?:year|month|week|day|hour|minute|second)s?"
_WORDS = regex(rf"{_AMOUNT} ?{_UNIT}(?: {_AMOUNT} ?{_UNIT})*")
_PART = regex(rf"({_AMOUNT}) ?({_UNIT})")
_RANGE = regex(rf"({_AMOUNT}|{_WORDS.pattern})(?: to | ?[-\N{{EN DASH}}] ?)({_WORDS.pattern})")
_DIGITS = 9  # of an amount
_HINT = "write 3 days, P3D, PT20M or {value: 3, unit: days}"

Parts = tuple[tuple[Number, str], ...]


def read_duration(node: SpecNode, key: str, *, is_range: bool = False) -> Duration | None:
    """Return a length of time; one that may be a range has `most`."""
    if key not in node.fields:
        return None
    text = node.text(key)
    if text is not None:
        low, high = _ends(text) if is_range else (_length(text), ())
        return _checked(node, key, quoted(text), low, high)
    span = node.child(key)
    if span is None:
        return None
    if is_range and ("min" in span.fields or "max" in span.fields):
        return _between(node, key, span)
    amount, unit = span.number("value"), span.text("unit")
    if amount is None or unit is None:
        hint = "write both `value` and `unit`: {value: 3, unit: days}"
        node.problems.add("bad-duration", f"`{key}` has only one of `value` and `unit`", node.at(key), hint=hint)
        return None
    return Duration(((amount, unit),))


def is_duration(text: str) -> bool:
    """Return whether a text is a length of time, or a range that begins with the shorter one.

    >>> is_duration("1 hour 30 minutes to 2 hours"), is_duration("10-5 days"), is_duration("soon")
    (True, False, False)
    """
    low, high = _ends(text)
    return bool(low) and (not high or seconds(low) < seconds(high))


def in_words(duration: Duration) -> str:
    """Return a length of time in the words of the language.

    >>> in_words(Duration(((1, "hours"), (30, "minutes")))), in_words(Duration(((7, "days"),), ((10, "days"),)))
    ('1 hour 30 minutes', '7 to 10 days')
    """
    low, high = (_phrase(parts) for parts in (duration.parts, duration.most))
    if not high:
        return low
    if len(duration.parts) == len(duration.most) == 1 and duration.parts[0][1] == duration.most[0][1]:
        return f"{duration.parts[0][0]} to {high}"
    return f"{low} to {high}"


def _phrase(parts: Parts) -> str:
    return " ".join(f"{amount} {unit.removesuffix('s') if amount == 1 else unit}" for amount, unit in parts)


def _between(node: SpecNode, key: str, span: SpecNode) -> Duration | None:
    """Read a range from two keys."""
    if {"min", "max"} - span.fields.keys() or {"value", "unit"} & span.fields.keys():
        message = f"a range has the keys `min` and `max`, and `{key}` has {', '.join(span.fields)}"
        node.problems.add("bad-duration", message, node.at(key), hint="write {min: P7D, max: P10D}")
        return None
    low, high = read_duration(span, "min"), read_duration(span, "max")
    return _checked(node, key, f"`{key}`", low.parts, high.parts) if low and high else None


def _checked(node: SpecNode, key: str, written: str, low: Parts, high: Parts) -> Duration | None:
    """Return a duration whose ends make sense."""
    if not low:
        node.problems.add("bad-duration", f"{written} is not a duration", node.at(key), hint=_HINT)
        return None
    if high and seconds(low) >= seconds(high):
        message = f"the range {written} does not begin with the shorter duration"
        hint = "write the shorter duration first; a single duration needs no range"
        node.problems.add("bad-duration", message, node.at(key), hint=hint)
        return None
    return Duration(low, high)


def _ends(text: str) -> tuple[Parts, Parts]:
    """Return both ends of a range; a single duration has no second one.

    >>> _ends("7-10 days"), _ends("30 minutes to 2 hours"), _ends("P3D")
    ((((7, 'days'),), ((10, 'days'),)), (((30, 'minutes'),), ((2, 'hours'),)), (((3, 'days'),), ()))
    """
    found = _RANGE.fullmatch(text)
    if not found:
        return _length(text), ()
    begin, end = found.groups()
    high = _length(end)
    low = _length(f"{begin} {high[0][1]}" if begin[-1].isdigit() and len(high) == 1 else begin)
    return (low, high) if high else ((), ())


def _length(text: str) -> Parts:
    """Return the amounts of a duration, largest unit first; zeros are left out unless there is nothing else.

    >>> _length("P1Y2M"), _length("PT0S"), _length("PT"), _length("1 hour 30 minutes"), _length("1 day 2 days")
    (((1, 'years'), (2, 'months')), ((0, 'seconds'),), (), ((1, 'hours'), (30, 'minutes')), ())
    """
    if match := _ISO.fullmatch(text):
        found = [(amount, unit) for amount, unit in zip(match.groups(), UNITS, strict=True) if amount]
    elif _WORDS.fullmatch(text):
        found = [(amount, f"{unit.rstrip('s')}s") for amount, unit in _PART.findall(text)]
    else:
        return ()
    places = [UNITS.index(unit) for _, unit in found]
    if places != sorted(set(places)) or any(len(amount) > _DIGITS for amount, _ in found):
        return ()
    given = tuple((_number(amount), unit) for amount, unit in found)
    return tuple(part for part in given if part[0]) or given[-1:]


def _number(written: str) -> Number:
    amount = float(written)
    return int(amount) if amount == int(amount) else amount

"""The segments of a path -> its `d` in few bytes: from point to point, to a tenth of a pixel."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Segment = tuple[str, tuple[float, ...]]


def short(segments: Sequence[Segment]) -> str:
    """Write segments relative to each other; equal shapes are equal texts behind their first point, wherever it is.

    >>> short([("M", (10.0, 5.04)), ("L", (12.5, 5.0)), ("C", (13, 5, 13, 5.5, 13, 6.0)), ("Z", ())])
    'm10 5h2.5c.5 0 .5.5.5 1z'
    """
    return "".join(_steps(segments))


def _steps(segments: Sequence[Segment]) -> Iterator[str]:
    start = x, y = 0, 0  # in tenths, so that what is rounded adds up
    origin = segments[0][1] if segments else ()
    for command, places in segments:
        tenths = [_tenths(place, origin[index % 2]) for index, place in enumerate(places)]
        steps = [place - (y if index % 2 else x) for index, place in enumerate(tenths)]
        if command == "Z":
            yield "z"
            x, y = start
            continue
        x, y = tenths[-2:]
        if command == "M":
            start = x, y
        if command == "L" and 0 in steps:
            yield f"h{_number(steps[0])}" if steps[1] == 0 else f"v{_number(steps[1])}"
        else:
            yield command.lower() + _listed(list(map(_number, steps)), is_close=command != "M")


def _listed(numbers: Sequence[str], *, is_close: bool) -> str:
    """Join numbers; those `is_close` without a space where a sign or a second point tells them apart too."""
    text = numbers[0]
    for before, number in pairwise(numbers):
        is_apart = number[0] == "-" or (is_close and number[0] == "." and "." in before)
        text += number if is_apart else f" {number}"
    return text


def _tenths(place: float, origin: float) -> int:
    return round(10 * origin) + round(10 * (place - origin))


def _number(tenths: int) -> str:
    text = str(tenths / 10).removesuffix(".0")
    return text.replace("0.", ".") if abs(tenths) < 10 else text  # noqa: PLR2004 - a whole

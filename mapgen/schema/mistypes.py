"""A value of the wrong type -> a diagnostic that shows how the right one is written."""

import re
from collections.abc import Callable
from math import ceil, floor

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, shortened
from mapgen.schema.shape import Shape
from mapgen.schema.violation import Violation
from mapgen.source.scalars import resolve
from mapgen.source.tree import Json

_WANTED = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
}
_YES = {**dict.fromkeys(("yes", "y", "on", "true"), "true"), **dict.fromkeys(("no", "n", "off", "false"), "false")}
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[, ][0-9]{3})+")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_SIMPLE = re.compile(r"[\w][\w '.?!-]*")


def word_type(violation: Violation) -> Diagnostic:
    """Return the diagnostic for a value that is not of a type that is wanted here."""
    value, shape, subject = violation.value, violation.shape, violation.subject
    wanted = listed([_WANTED.get(kind, kind) for kind in shape.types])
    if value is None:
        hint = f"write {wanted}, or take {'the key' if subject.startswith('`') else 'it'} out"
        if shape.format == "color":
            hint = f'a # begins a comment; put the colour in quotes: "{shape.example}"'
        return violation.says("no-value", f"{subject} has no value", hint, at_key=True)
    message = f"{subject} should be {wanted}, and is {_is(value, shape)}"
    return violation.says("wrong-type", message, _hint(violation, value, shape))


def _is(value: Json, shape: Shape) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and "integer" in shape.types:
        return f"{value:g}"
    kinds: tuple[tuple[type, str], ...] = (
        (str, "a text"),
        (int, "a number"),
        (float, "a number"),
        (list, "a list"),
        (dict, "a group of keys"),
    )
    return next(word for kind, word in kinds if isinstance(value, kind))


def _hint(violation: Violation, value: Json, shape: Shape) -> str | None:
    """Return how what the author wrote is written in the type that is wanted first."""
    if isinstance(value, bool | int | float) and "string" in shape.types:
        return f'put it in quotes: "{shortened(violation.written())}"'
    if isinstance(value, dict) and "string" in shape.types:
        return "a text with a colon or with { in it goes in quotes"
    hints = (_WRITERS[kind](value, shape) for kind in shape.types if kind in _WRITERS)
    return next(filter(None, hints), None)


def _as_number(value: Json, shape: Shape) -> str | None:
    if isinstance(value, float) and "integer" in shape.types:
        return f"write {floor(value)} or {ceil(value)}"
    return _from_text(value, shape) if isinstance(value, str) else None


def _from_text(value: str, shape: Shape) -> str:
    """Return the number that a text most likely means."""
    if isinstance(resolve(value.strip()), int | float):
        return f"take the quotes off: {value.strip()}"
    if percent := _PERCENT.fullmatch(value):
        part = f"write it as a part of 1: {float(percent[1]) / 100:g}"
        return part if shape.maximum == 1 else f"write the number alone: {percent[1]}"
    if _THOUSANDS.fullmatch(value):
        return f"write the number without separators: {re.sub('[, ]', '', value)}"
    if _DECIMAL_COMMA.fullmatch(value):
        return f"write a decimal point: {value.replace(',', '.')}"
    return f"write a number, for instance {shape.example or 1}"


def _as_boolean(value: Json, _: Shape) -> str:
    meant = _YES.get(value.casefold()) if isinstance(value, str) else None
    return f"write {meant}" if meant else "write true or false"


def _as_list(value: Json, _: Shape) -> str:
    if isinstance(value, dict):
        return "begin each item with a dash and a space"
    text = str(value)
    text = text if _SIMPLE.fullmatch(text) else f'"{text}"'
    return f"make a list of it: [{shortened(text)}]"


def _as_object(_: Json, shape: Shape) -> str | None:
    keys = [f"`{key}`" for key in shape.properties][:4]
    return f"its keys are {listed(keys, joint='and')}" if keys and "string" not in shape.types else None


def _as_text(value: Json, _: Shape) -> str | None:
    if not isinstance(value, list):
        return None
    return "take the brackets or the dash off" if len(value) == 1 else "write one text"


_WRITERS: dict[str, Callable[[Json, Shape], str | None]] = {
    "number": _as_number,
    "integer": _as_number,
    "boolean": _as_boolean,
    "array": _as_list,
    "object": _as_object,
    "string": _as_text,
}

"""A value of the wrong type -> a diagnostic that shows how the right one is written."""

import json
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
_PERCENT = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?%")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[, ][0-9]{3})+")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_SIMPLE = re.compile(r"[\w][\w '.!-]*")
_COMMA = re.compile(r" *[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA};] *")
_NAME_WORDS = 3  # a list of names has at most so many words between two commas; more make a sentence


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
    if isinstance(value, list) and "string" in shape.types:
        return _as_single(violation, value, shape)
    if "array" in shape.types:
        return _as_list(violation, value, shape)
    hints = (_WRITERS[kind](value, shape) for kind in shape.types if kind in _WRITERS)
    return next(filter(None, hints), None)


def _as_number(value: Json, shape: Shape) -> str | None:
    if isinstance(value, float) and "integer" in shape.types:
        return f"write {floor(value)} or {ceil(value)}"
    return number_hint(value, shape) if isinstance(value, str) else None


def number_hint(value: str, shape: Shape) -> str:
    """Return how the number that a text most likely means is written."""
    if isinstance(resolve(value.strip()), int | float):
        return f"take the quotes off: {value.strip()}"
    if percent := _PERCENT.fullmatch(value):
        number = percent[1].replace(",", ".")
        part = f"write it as a part of 1: {float(number) / 100:g}"
        return part if shape.maximum == 1 else f"write the number alone: {number}"
    if shape.maximum != 1 and _THOUSANDS.fullmatch(value):
        return f"write the number without separators: {re.sub('[, ]', '', value)}"
    if _DECIMAL_COMMA.fullmatch(value):
        return f"write a decimal point: {value.replace(',', '.')}"
    return f"write a number, for instance {shape.example or 1}"


def _as_boolean(value: Json, _: Shape) -> str:
    meant = _YES.get(value.casefold()) if isinstance(value, str) else None
    return f"write {meant}" if meant else "write true or false"


def _as_list(violation: Violation, value: Json, shape: Shape) -> str:
    """Return the list that a value most likely means."""
    if isinstance(value, dict):
        return "begin each item with a dash and a space"
    item = violation.schema.shape(shape.items)
    if "string" not in item.types:
        return f"make a list of it: [{_example(violation, value, item)}]"
    texts = [text for text in _COMMA.split(str(value)) if text]
    if any(len(text.split()) > _NAME_WORDS for text in texts):
        texts = [str(value)]
    return f"make a list of it: [{', '.join(map(_written, texts))}]"


def _example(violation: Violation, value: Json, item: Shape) -> str:
    """Return an item with the keys that it must have, and with the value at the first key that can hold it."""
    order = dict.fromkeys((*reversed(item.required), *item.properties))  # an image's `alt` before its `src`
    keys = {key: violation.schema.below(item, key) for key in order}
    wanted = "string" if isinstance(value, str) else "number"
    fits = (key for key, shape in keys.items() if key != "id" and wanted in shape.types and not shape.is_closed)
    shown = {key: _sample(violation, keys[key]) for key in item.required}
    if holder := next(fits, None):
        shown[holder] = _written(value) if isinstance(value, str) else str(value)
    return f"{{{', '.join(f'{key}: {text}' for key, text in shown.items())}}}"


def _sample(violation: Violation, shape: Shape) -> str:
    """Return a value that a shape allows, as it is written in brackets."""
    if shape.types == ("array",):
        return f"[{_sample(violation, violation.schema.shape(shape.items))}]"
    sample = shape.example or next(iter(shape.alternatives), "…")
    return sample if "number" in shape.types else _written(sample)


def _written(text: str) -> str:
    """Return a text as it is written in brackets.

    >>> _written("Bar team"), _written("no"), _written("Why, if not?")
    ('Bar team', '"no"', '"Why, if not?"')
    """
    plain = _SIMPLE.fullmatch(text) and text == text.strip() and resolve(text) == text and text.lower() not in _YES
    return text if plain else json.dumps(text, ensure_ascii=False)


def _as_single(violation: Violation, value: list[Json], shape: Shape) -> str | None:
    """Return what to write in place of a list where one text is wanted."""
    texts = [item for item in value if isinstance(item, str)]
    if len(texts) == 1 == len(value):
        return f"take the brackets or the dash off: {_written(texts[0])}"
    if not texts:
        return None
    if shape.is_closed:
        return f"write one of them, for instance {_written(texts[0])}; {violation.holder} has one {violation.subject}"
    return f"write one text: {_written(', '.join(texts))}"


def _as_object(_: Json, shape: Shape) -> str | None:
    keys = [f"`{key}`" for key in shape.properties][:4]
    return f"its keys are {listed(keys, joint='and')}" if keys and "string" not in shape.types else None


_WRITERS: dict[str, Callable[[Json, Shape], str | None]] = {
    "number": _as_number,
    "integer": _as_number,
    "boolean": _as_boolean,
    "object": _as_object,
}

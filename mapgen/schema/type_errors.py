"""A value of the wrong type -> a diagnostic that shows how the right one is written."""

import json
import re
from collections.abc import Callable
from math import ceil, floor

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import in_yaml, listed, quote_hint
from mapgen.lazy import regex
from mapgen.quotes import parted
from mapgen.schema.cut_keys import cut_text
from mapgen.schema.scores import score_hint
from mapgen.schema.shape import Shape
from mapgen.schema.violation import Violation, choice
from mapgen.source.indentation import without_comment
from mapgen.source.list_markers import other_marker
from mapgen.source.lookalikes import (
    TYPE_SQUARE,
    other_bracket,
    other_colon_in,
    other_dash,
    other_sign,
    plain_number,
)
from mapgen.source.open_signs import cut_keys
from mapgen.source.scalars import resolve
from mapgen.source.tree import Json

_WANTED = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
}
_YES = {**dict.fromkeys(("yes", "y", "on", "true"), "true"), **dict.fromkeys(("no", "n", "off", "false"), "false")}
_PERCENT = regex(r"([0-9]+(?:[.,][0-9]+)?) ?%")
_THOUSANDS = regex(r"[0-9]{1,3}(?:[, ][0-9]{3})+")
_POINTS = regex(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DECIMAL_COMMA = regex(r"-?[0-9]+,[0-9]+")
_FILE = regex(r"\S.*\.(?:png|jpe?g|webp)", re.IGNORECASE)
_LINK = regex(r"\[([^\]]+)\]\((\S+)\)")
_SIMPLE = regex(r"[\w][\w '.!-]*")
_COMMA = regex(r" *[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA};] *")
_MAX_HINT = 300
_NAMES = ("name", "title", "text")
_VALUES = ("url", "value")
_NAME_WORDS = 3  # a list of names has at most so many words between two commas; more make a sentence


def word_type(violation: Violation) -> Diagnostic:
    """Return the diagnostic for a value that is not of a type that is wanted here."""
    value, shape, subject = violation.value, violation.shape, violation.subject
    wanted = listed([_WANTED.get(kind, kind) for kind in shape.types])
    if value is None:
        return _no_value(violation, wanted)
    if "array" in shape.types and isinstance(value, str | dict) and (line := violation.own_line()):
        if dash := other_dash(line):
            return violation.says("lookalike-sign", *dash)
        if marker := other_marker(without_comment(line)):
            return violation.says("list-marker", *marker)
    if "object" in shape.types and isinstance(value, str) and (colon := other_colon_in(violation.own_line())):
        return violation.says("lookalike-sign", *colon)
    if isinstance(value, str) and (found := _other_number(violation, value) or _other_bracket(violation, value)):
        return found
    message = f"{subject} must be {wanted}, not {_is(value, shape)}"
    return violation.says("wrong-type", message, _hint(violation, value, shape))


def _no_value(violation: Violation, wanted: str) -> Diagnostic:
    """Return the diagnostic for a key or an item without a value; a comment or a comma may have taken it away."""
    shape, subject = violation.shape, violation.subject
    around = violation.around()
    cut = cut_keys(around) if isinstance(around, dict) else []
    if isinstance(around, dict) and (rest := next((keys for keys in cut if violation.parts[-1] in keys), None)):
        return cut_text(violation.source, violation.pointer.rpartition("/")[0], around, rest)
    hint = f"write {wanted}, or remove {'the key' if subject.startswith('`') else 'it'}"
    if (comment := violation.comment()) and "string" in shape.types:
        hint = f"a # starts a comment; {quote_hint(comment)}"
    elif shape.format == "color":
        hint = f'a # starts a comment; quote the color: "{shape.example}"'
    if number := violation.torn_number(violation.pointer):
        hint = number_hint(number, shape)
    return violation.says("no-value", f"{subject} has no value", hint, at_key=True)


def _other_number(violation: Violation, value: str) -> Diagnostic | None:
    """Return what is wrong with a number in signs that only look like those of a number."""
    plain, shape = re.sub("^([-+]) +", r"\1", plain_number(value).strip()), violation.shape
    meant = not value.isascii() and _meant_number(plain, shape)
    if plain == value.strip() or not meant or not {"number", "integer"} & {*shape.types}:
        return None
    hint = f"write {plain}" if isinstance(resolve(plain), int | float) else meant
    return violation.says("lookalike-sign", other_sign(value), hint)


def _other_bracket(violation: Violation, value: str) -> Diagnostic | None:
    """Return what is wrong with a list or a group of keys in brackets that only look like those of YAML."""
    deceived = None if "string" in violation.shape.types else other_bracket(value)
    if deceived is None:
        return None
    inner, message, hint = deceived
    is_list = "array" in violation.shape.types and hint == TYPE_SQUARE
    return violation.says("lookalike-sign", message, _as_list(violation, inner, violation.shape) if is_list else hint)


def _is(value: Json, shape: Shape) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and "integer" in shape.types:
        return f"{value:g}"
    kinds: tuple[tuple[type, str], ...] = (
        (str, "text"),
        (int, "a number"),
        (float, "a number"),
        (list, "a list"),
        (dict, "a group of keys"),
    )
    return next(word for kind, word in kinds if isinstance(value, kind))


def _hint(violation: Violation, value: Json, shape: Shape) -> str | None:
    """Return how to write the value in the type that is wanted first; without the value if that is long."""
    hint = score_hint(violation) or _correction(violation, value, shape)
    return re.split(": |, for example", hint)[0] if hint and len(hint) > _MAX_HINT else hint


def _correction(violation: Violation, value: Json, shape: Shape) -> str | None:
    if isinstance(value, bool | int | float) and "string" in shape.types:
        if shape.alternatives:
            return choice(shape.alternatives, None)
        return f"quote it: {in_yaml(violation.written_to_bracket() or violation.written())}"
    if isinstance(value, dict | list) and "string" in shape.types and "array" not in shape.types:
        return _keys_as_text(violation, value) if isinstance(value, dict) else _as_single(violation, value, shape)
    if "array" in shape.types:
        return _as_list(violation, value, shape)
    fills = len(shape.required) == 1 or _FILE.fullmatch(str(value))
    if isinstance(value, str | int | float) and shape.types == ("object",) and fills:
        return f"write {_example(violation, value, shape)}"
    kinds = sorted(shape.types, key=lambda kind: kind == "boolean" and _has_digit(value))
    hints = (_WRITERS[kind](value, shape) for kind in kinds if kind in _WRITERS)
    return next(filter(None, hints), None)


def _has_digit(value: Json) -> bool:
    return isinstance(value, str) and any(map(str.isdigit, value))


def _as_number(value: Json, shape: Shape) -> str | None:
    if isinstance(value, float) and "integer" in shape.types:
        return f"write {floor(value)} or {ceil(value)}"
    return number_hint(value, shape) if isinstance(value, str) else None


def number_hint(value: str, shape: Shape) -> str:
    """Return how the number that a text most likely means is written."""
    return _meant_number(value, shape) or f"write a number, for example {shape.example or 1}"


def _meant_number(value: str, shape: Shape) -> str | None:
    if shape.maximum != 1 and _POINTS.fullmatch(value.strip()):
        plain = value.strip().replace(".", "")
        return f"write the number without separators: {plain}, or with a decimal point: {value.strip()}"
    if isinstance(resolve(value.strip()), int | float):
        return f"remove the quotes: {value.strip()}"
    if percent := _PERCENT.fullmatch(value):
        part = f"write it as a fraction of 1: {_hundredth(percent):g}"
        return part if shape.maximum == 1 else f"write only the number: {percent[1].replace(',', '.')}"
    if shape.maximum != 1 and _THOUSANDS.fullmatch(value):
        return f"write the number without separators: {re.sub('[, ]', '', value)}"
    if _DECIMAL_COMMA.fullmatch(value):
        return f"write a decimal point: {value.replace(',', '.')}"
    return None


def _hundredth(percent: re.Match[str]) -> float:
    return float(percent[1].replace(",", ".")) / 100


def _as_boolean(value: Json, _: Shape) -> str:
    meant = _YES.get(value.casefold()) if isinstance(value, str) else None
    return f"write {meant}" if meant else "write true or false"


def _as_list(violation: Violation, value: Json, shape: Shape) -> str:
    """Return the list that a value most likely means."""
    item = violation.schema.shape(shape.items)
    if isinstance(value, dict):
        return _keys_as_list(violation, value, item)
    if shape.example:
        return f"write it as a list: {shape.example}"
    if "string" not in item.types:
        return f"write it as a list: [{_example(violation, value, item)}]"
    texts = [text for text in _COMMA.split(str(value)) if text]
    if any(len(text.split()) > _NAME_WORDS for text in texts):
        texts = [str(value)]
    return f"write it as a list: [{', '.join(map(_written, texts))}]"


def _keys_as_text(violation: Violation, value: dict[str, Json]) -> str:
    """Return the text that keys most likely mean: the name of a thing, or what YAML took for keys."""
    names = (name for key in ("id", *_NAMES) if isinstance(name := value.get(key), str))
    if name := next(names, None):
        return f"write one text: {_written(name)}"
    written = violation.written() if violation.begins_with("{") else ""
    return f"quote it: {_quoted(written)}" if written else "quote text that contains a colon or {"


def _keys_as_list(violation: Violation, value: dict[str, Json], item: Shape) -> str:
    """Return what to write for keys, which stand in braces or in lines."""
    if pairs := _pairs(violation, value, item):
        return f"write it as a list: [{', '.join(pairs)}]"
    if not violation.begins_with("{"):
        return "start each item with a dash and a space"
    if "string" in item.types and ("object" not in item.types or all(text is None for text in value.values())):
        texts = (key if text is None else f"{key}: {text}" for key, text in value.items())
        return f"write it as a list: [{', '.join(map(_written, texts))}]"
    return f"write it as a list: [{violation.written() or '{…}'}]"


def _pairs(violation: Violation, value: dict[str, Json], item: Shape) -> list[str]:
    """Return an item for each key of `links: {Board: https://example.com}`: its name, and its one other value."""
    name = next((key for key in _NAMES if key in item.properties), None)
    other = next((key for key in _VALUES if key in item.properties), None)
    if not name or not other or any(key in item.properties for key in value):
        return []
    wanted = str if "string" in violation.schema.below(item, other).types else (int, float)
    if not all(isinstance(text, wanted) and not isinstance(text, bool) for text in value.values()):
        return []
    return [f"{{{name}: {_written(parted(key)[1])}, {other}: {_value(text)}}}" for key, text in value.items()]


def _value(value: Json) -> str:
    """Return a number, or a text without quotes of its own, as it is written in brackets; of a link its address."""
    if not isinstance(value, str):
        return str(value)
    link = _LINK.fullmatch(value.strip())
    return _written(link[2] if link else parted(value)[1])


def _example(violation: Violation, value: Json, item: Shape) -> str:
    """Return an item with the keys that it must have, and with the value at the first key that can hold it."""
    required = item.required if _FILE.fullmatch(str(value)) else reversed(item.required)  # an image's `alt`, or `src`
    keys = {key: violation.schema.below(item, key) for key in dict.fromkeys((*required, *item.properties))}
    wanted = "string" if isinstance(value, str) else "number"
    fits = [key for key, shape in keys.items() if key != "id" and wanted in shape.types and not shape.is_closed]
    shown = {key: _sample(violation, keys[key]) for key in item.required}
    percent = _PERCENT.fullmatch(str(value))
    fractions = [key for key, shape in keys.items() if percent and shape.maximum == 1]
    words = [key for key, shape in keys.items() if value in shape.alternatives]
    link = _LINK.fullmatch(str(value).strip())
    if link and {"title", "url"} <= keys.keys():
        return f"{{title: {_written(link[1])}, url: {_written(link[2])}}}"
    if percent and fractions:
        shown[fractions[0]] = f"{_hundredth(percent):g}"
    elif holder := next(iter(words + fits), None):
        shown[holder] = _written(value) if isinstance(value, str) else str(value)
    return f"{{{', '.join(f'{key}: {text}' for key, text in shown.items())}}}"


def _sample(violation: Violation, shape: Shape) -> str:
    """Return a value that a shape allows, as it is written in brackets."""
    if shape.types == ("array",):
        return shape.example or f"[{_sample(violation, violation.schema.shape(shape.items))}]"
    sample = shape.example or next(iter(shape.alternatives), "…")
    return sample if "number" in shape.types else _written(sample)


def _written(text: str) -> str:
    """Return a text as it is written in brackets.

    >>> _written("Bar team"), _written("no"), _written("Why, if not?")
    ('Bar team', '"no"', '"Why, if not?"')
    """
    plain = _SIMPLE.fullmatch(text) and text == text.strip() and resolve(text) == text and text.lower() not in _YES
    return text if plain else _quoted(text)


def _as_single(violation: Violation, value: list[Json], shape: Shape) -> str | None:
    """Return what to write in place of a list where one text is wanted."""
    texts = [item for item in value if isinstance(item, str)]
    if len(texts) == 1 == len(value):
        return f"remove the brackets or the dash: {_written(texts[0])}"
    if not texts:
        return None
    if shape.is_closed:
        return f"write one of them, for example {_written(texts[0])}; {violation.holder} has one {violation.subject}"
    return f"write one text: {_written(', '.join(texts))}"


def _quoted(text: str) -> str:
    """Return a text in quotes, whole."""
    return json.dumps(text, ensure_ascii=False)


def _as_object(_: Json, shape: Shape) -> str | None:
    keys = [f"`{key}`" for key in shape.properties][:4]
    return f"its keys are {listed(keys, joint='and')}" if keys and "string" not in shape.types else None


_WRITERS: dict[str, Callable[[Json, Shape], str | None]] = {
    "number": _as_number,
    "integer": _as_number,
    "boolean": _as_boolean,
    "object": _as_object,
}

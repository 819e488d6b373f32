"""A violation of the schema -> diagnostics in the words of the language."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, nearest, quoted, shortened
from mapgen.schema.keys import word_keys
from mapgen.schema.mistypes import word_type
from mapgen.schema.shape import Shape
from mapgen.schema.violation import Violation, choice

_KEYS = frozenset({"required", "additionalProperties"})
_ID = "^[a-z0-9][a-z0-9_-]{0,63}$"
_PERCENT = 100
_DAY = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_LENGTH = re.compile(r"([0-9]+) *(second|minute|hour|day|week|month|year)s?", re.IGNORECASE)
_HEX = re.compile(r"#?([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})")
_DIGITS = 6  # of a colour
_LETTERS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}


def word(violation: Violation) -> Iterator[Diagnostic]:
    """Yield what there is to say about one place: about its keys, else the most telling of the rules that it breaks."""
    if violation.keywords & _KEYS:
        yield from word_keys(violation)
    for keyword, speak in _WORDS.items():
        if keyword in violation.keywords:
            yield speak(violation)
            return


def _unknown_value(violation: Violation) -> Diagnostic:
    value, alternatives = violation.value, violation.shape.alternatives
    shown = quoted(value) if isinstance(value, str) else shortened(str(value))
    meant = nearest(value, alternatives) if isinstance(value, str) else None
    return violation.says("unknown-value", f"{violation.subject} cannot be {shown}", choice(alternatives, meant))


def _mismatch(violation: Violation) -> Diagnostic:
    """Choose the words by what the pattern is for."""
    text, shape = str(violation.value), violation.shape
    if not text:
        return _empty_text(violation)
    if shape.alternatives:
        return _unknown_lane(violation, text) if shape.title == "Lane" else _unknown_value(violation)
    if shape.pattern == _ID:
        return _bad_id(violation, text)
    if shape.format in _FORMATS:
        code, what, hint = _FORMATS[shape.format]
        return violation.says(code, f"{quoted(text)} is not {what}", hint(text))
    if shape.pattern.startswith("^P"):
        return violation.says("bad-duration", f"{quoted(text)} is not a duration", _duration_hint(text))
    example = f"write it like this: {shape.example}" if shape.example else None
    return violation.says("unknown-value", f"{violation.subject} cannot be {quoted(text)}", example)


def _unknown_lane(violation: Violation, text: str) -> Diagnostic:
    lanes = violation.shape.alternatives
    meant = nearest(text, lanes)
    hint = f"did you mean {quoted(meant)}?" if meant else f"the lanes are {listed(lanes, joint='and')}"
    return violation.says("unknown-lane", f"no lane is called {quoted(text)}", hint)


def _bad_id(violation: Violation, text: str) -> Diagnostic:
    slug = re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-_")[:64]
    rule = "small letters from a to z, digits, - and _, at most 64"
    hint = f"write {slug}: {rule}" if slug else f"use {rule}"
    return violation.says("bad-id", f"{violation.subject} cannot be {quoted(text)}", hint)


def _date_hint(text: str) -> str:
    found = _DAY.fullmatch(text.strip())
    if found:
        try:
            return f"write {date(*map(int, found.groups()))}"
        except ValueError:
            pass
    return "write year, month and day: 2026-06-12"


def _color_hint(text: str) -> str:
    found = _HEX.fullmatch(text.strip())
    if not found:
        return 'write # and six digits from 0 to f: "#4f46e5"'
    digits = found[1] if len(found[1]) >= _DIGITS else "".join(2 * digit for digit in found[1][:3])
    return f'write "#{digits[:_DIGITS]}"'


def _duration_hint(text: str) -> str:
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        return "write P3D for three days, PT20M for twenty minutes, or {value: 3, unit: days}"
    number, unit = int(found[1]), found[2].lower()
    return f"write {_LETTERS[unit].format(number)}, or {{value: {number}, unit: {unit}s}}"


def _out_of_range(violation: Violation) -> Diagnostic:
    value, limits = violation.value, _limits(violation.shape)
    hint = None
    if violation.shape.maximum == 1 and isinstance(value, int | float) and 1 < value <= _PERCENT:
        hint = f"it is a part of 1: write {value / _PERCENT:g} for {value:g} %"
    return violation.says("out-of-range", f"{violation.subject} is {shortened(str(value))}, and {limits}", hint)


def _limits(shape: Shape) -> str:
    low, high = shape.minimum, shape.maximum
    if low is not None and high is not None:
        return f"goes from {low:,} to {high:,}"
    return f"is at most {high:,}" if low is None else f"is at least {low:,}"


def _empty_text(violation: Violation) -> Diagnostic:
    hint = "write something" if _is_required(violation) else "write something, or take it out"
    return violation.says("empty-text", f"{violation.subject} is empty", hint)


def _empty_list(violation: Violation) -> Diagnostic:
    item = violation.schema.shape(violation.shape.items)
    return violation.says(
        "empty-list", f"{violation.subject} has nothing in it", f"add at least one {item.title.lower() or 'item'}"
    )


def _repeated_item(violation: Violation) -> Diagnostic:
    """Point at the second of two that are equal."""
    seen: set[str] = set()
    for index, item in enumerate(violation.value if isinstance(violation.value, list) else []):
        if repr(item) in seen:
            pointer = f"{violation.pointer}/{index}"
            shown = quoted(item) if isinstance(item, str) else "the same item"
            return Diagnostic(
                "repeated-item",
                f"{shown} stands twice in {violation.subject}",
                span=violation.source.locate(pointer),
                hint="keep one of the two",
                pointer=pointer,
            )
        seen.add(repr(item))
    return violation.says("repeated-item", f"something stands twice in {violation.subject}", "keep one of the two")


def _is_required(violation: Violation) -> bool:
    return len(violation.parts) > 0 and violation.parts[-1] in violation.way[-2].shape.required


_FORMATS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "date": ("bad-date", "a date", _date_hint),
    "color": ("bad-color", "a colour", _color_hint),
}

_WORDS: dict[str, Callable[[Violation], Diagnostic]] = {
    "type": word_type,
    "enum": _unknown_value,
    "pattern": _mismatch,
    "minLength": _empty_text,
    "minItems": _empty_list,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "uniqueItems": _repeated_item,
}

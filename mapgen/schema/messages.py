"""A violation of the schema -> diagnostics in the words of the language."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, nearest, quoted, shortened
from mapgen.lazy import regex
from mapgen.record import replace
from mapgen.schema.duration_hints import duration_hint
from mapgen.schema.key_errors import word_keys
from mapgen.schema.shape import Shape
from mapgen.schema.type_errors import word_type
from mapgen.schema.violation import Violation, choice

_KEYS = frozenset({"required", "additionalProperties"})
_ID = "{0,63}$"  # the end of the pattern of ids
_ID_LENGTH = 64
_PERCENT = 100
_DAY = regex(r"([0-9]{4})(?:[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_MONTH = regex(r"([0-9]{4})[-/. ]?([0-9]{1,2})|([0-9]{1,2})[-/. ]([0-9]{4})")
_MONTHS = 12
_HEX = regex(r"#?([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})")
_DIGITS = 6  # of a color


def word(violation: Violation) -> Iterator[Diagnostic]:
    """Yield what there is to say about one place: about its keys, else the most telling of the rules that it breaks."""
    if violation.keywords & _KEYS:
        yield from word_keys(violation)
    for keyword, speak in _WORDS.items():
        if keyword in violation.keywords:
            yield speak(violation)
            return


def _wrong_type(violation: Violation) -> Diagnostic:
    """Choose the words; a number where a text of a certain form is wanted is not right in quotes either."""
    fault, value, shape = word_type(violation), violation.value, violation.shape
    written = violation.written()
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or "string" not in shape.types or not shape.pattern or re.search(shape.pattern, written):
        return fault
    return replace(fault, hint=_mismatch(replace(violation, value=written)).hint)


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
    if shape.pattern.endswith(_ID):
        return _bad_id(violation, text)
    for start, (code, what, hint) in _FORMATS.items():
        if shape.pattern.startswith(start):
            return violation.says(code, f"{quoted(text)} is not {what}", hint(text, shape))
    example = f"write it like this: {shape.example}" if shape.example else None
    return violation.says("unknown-value", f"{violation.subject} cannot be {quoted(text)}", example)


def _unknown_lane(violation: Violation, text: str) -> Diagnostic:
    lanes = violation.shape.alternatives
    meant = nearest(text, lanes)
    hint = f"did you mean {quoted(meant)}?" if meant else f"the lanes are {listed(lanes, joint='and')}"
    return violation.says("unknown-lane", f"unknown lane {quoted(text)}", hint)


def _bad_id(violation: Violation, text: str) -> Diagnostic:
    lower = re.sub(r"[\W_]+", "-", text.casefold()).strip("-")[:_ID_LENGTH].rstrip("-")
    rule = f"lowercase letters, digits, - and _, at most {_ID_LENGTH}"
    hint = f"write {lower}: {rule}" if lower else f"use {rule}"
    return violation.says("bad-id", f"{violation.subject} cannot be {quoted(text)}", hint)


def _date_hint(text: str, _: Shape) -> str:
    found = _DAY.fullmatch(text.strip())
    if found:
        try:
            return f"write {date(*map(int, filter(None, found.groups())))}"
        except ValueError:
            pass
    if found := _MONTH.fullmatch(text.strip()):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        if 1 <= int(month) <= _MONTHS:
            return f"write {year}-{int(month):02}"
    return "write year, month and day, 2026-06-12, or year and month, 2026-06"


def _color_hint(text: str, _: Shape) -> str:
    found = _HEX.fullmatch(text.strip())
    if not found:
        return 'write # and six digits from 0 to f: "#4f46e5"'
    digits = found[1] if len(found[1]) >= _DIGITS else "".join(2 * digit for digit in found[1][:3])
    return f'write "#{digits[:_DIGITS]}"'


def _out_of_range(violation: Violation) -> Diagnostic:
    value, limits = violation.value, _limits(violation.shape)
    hint = None
    if violation.shape.maximum == 1 and isinstance(value, int | float) and 1 < value <= _PERCENT:
        hint = f"it is a fraction of 1: write {value / _PERCENT:g} for {value:g} %"
    return violation.says("out-of-range", f"{violation.subject} {limits}, got {shortened(str(value))}", hint)


def _limits(shape: Shape) -> str:
    low, high = shape.minimum, shape.maximum
    if low is not None and high is not None:
        return f"must be between {low:,} and {high:,}"
    return f"must be at most {high:,}" if low is None else f"must be at least {low:,}"


def _empty_text(violation: Violation) -> Diagnostic:
    hint = "add text" if _is_required(violation) else "add text, or remove the key"
    return violation.says("empty-text", f"{violation.subject} is empty", hint)


def _empty_list(violation: Violation) -> Diagnostic:
    item = violation.schema.shape(violation.shape.items)
    return violation.says(
        "empty-list", f"{violation.subject} is empty", f"add at least one {item.title.lower() or 'item'}"
    )


def _wrong_length(violation: Violation) -> Diagnostic:
    least, most = violation.shape.min_items, violation.shape.max_items
    count = len(violation.value) if isinstance(violation.value, list) else 0
    if least == 1 and not count:
        return _empty_list(violation)
    limits = f"exactly {least:g}" if least == most else f"at least {least:g}" if most is None else f"at most {most:g}"
    hint = f"write it like this: {violation.shape.example}" if violation.shape.example else None
    return violation.says("wrong-length", f"{violation.subject} must have {limits} items, got {count}", hint)


def _repeated_item(violation: Violation) -> Diagnostic:
    """Point at the second of two that are equal."""
    seen: set[str] = set()
    for index, item in enumerate(violation.value if isinstance(violation.value, list) else []):
        if repr(item) in seen:
            pointer = f"{violation.pointer}/{index}"
            shown = quoted(item) if isinstance(item, str) else "the same item"
            return Diagnostic(
                "repeated-item",
                f"{shown} is listed twice in {violation.subject}",
                span=violation.source.locate(pointer),
                hint="keep one of the two",
                pointer=pointer,
            )
        seen.add(repr(item))
    return violation.says("repeated-item", f"something is listed twice in {violation.subject}", "keep one of the two")


def _is_required(violation: Violation) -> bool:
    return len(violation.parts) > 0 and violation.parts[-1] in violation.way[-2].shape.required


_FORMATS: dict[str, tuple[str, str, Callable[[str, Shape], str]]] = {
    "^[0-9]{4}-": ("bad-date", "a date", _date_hint),
    "^#": ("bad-color", "a color", _color_hint),
    "^(P": ("bad-duration", "a duration", duration_hint),
}
"""How the patterns of values of a certain form begin, and the words for others."""

_WORDS: dict[str, Callable[[Violation], Diagnostic]] = {
    "type": _wrong_type,
    "enum": _unknown_value,
    "pattern": _mismatch,
    "minLength": _empty_text,
    "minItems": _wrong_length,
    "maxItems": _wrong_length,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "uniqueItems": _repeated_item,
}

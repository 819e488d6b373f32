"""A thing with keys that are missing or unknown -> diagnostics that name the right ones."""

import re
from collections.abc import Collection, Iterator
from itertools import islice, pairwise

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import key as keyed
from mapgen.diagnostics.phrases import listed, nearest, shortened
from mapgen.schema.mistypes import number_hint
from mapgen.schema.shape import Shape, noun
from mapgen.schema.violation import Violation
from mapgen.schema.vocabulary import synonyms
from mapgen.source.assembly import escaped
from mapgen.source.lookalikes import COLONS, other_colon
from mapgen.source.tree import Json

_TOLD = 20  # unknown keys of one thing
_LISTED = 8  # keys that a hint can list and still be read
_WITH_COLON = re.compile(rf"([a-z_]+) *([{COLONS}])")
_PART = re.compile(r"[0-9]+ ?%?", re.ASCII)
_OWN = "x-"  # how a key begins that belongs to the author


def word_keys(violation: Violation) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each key that is unknown or missing.

    A missing key is not told where an unknown one is taken for it.
    """
    value, shape = violation.value, violation.shape
    if not isinstance(value, dict):
        return
    unknown = _unknown(value, shape) if "additionalProperties" in violation.keywords else []
    text = _text_with_colon(violation, unknown)
    if text:
        yield text
        return
    colons = {found[1] for key in unknown if (found := _WITH_COLON.match(key))}
    for key in tuple(unknown):
        if sign := _decimal_comma(violation, key) or _other_colon(violation, key):
            unknown.remove(key)
            yield sign
    meant = {key: _guess(violation, key, _absent(value, shape)) for key in islice(unknown, _TOLD)}
    for key, guess in meant.items():
        yield _unknown_key(violation, key, guess or _guess(violation, key, shape.properties))
    for key in shape.required:
        if key not in value and key not in meant.values() and key not in colons:
            yield _missing_key(violation, key)


def _unknown(value: dict[str, Json], shape: Shape) -> list[str]:
    return [key for key in value if key not in shape.properties and not key.startswith(_OWN)]


def _absent(value: dict[str, Json], shape: Shape) -> list[str]:
    return [key for key in shape.properties if key not in value]


def _unknown_key(violation: Violation, key: str, guess: str | None) -> Diagnostic:
    hint = f"did you mean `{guess}`?" if guess else _place_for(violation, key) or _own_or_listed(violation, key)
    if key != key.strip():  # YAML takes other blanks than the space for letters
        hint = "indent the line with ordinary spaces, and with no others"
    elif key.startswith("-") and guess:
        hint = f"put a space after the dash: - {guess}"
    return violation.says_of_key(key, "unknown-key", f"{violation.subject} has no key {keyed(key)}", hint)


def _missing_key(violation: Violation, key: str) -> Diagnostic:
    shape = violation.schema.below(violation.shape, key)
    example = f", for instance {key}: {shape.example}" if shape.example else ""
    return violation.says("missing-key", f"{violation.subject} has no `{key}`", f"add `{key}`{example}", at_key=True)


def _guess(violation: Violation, key: str, candidates: Collection[str]) -> str | None:
    """Return the key that was probably meant, by its meaning, or by its letters unless it is right in another place."""
    synonym = next(synonyms(key, candidates), None)
    if synonym:
        return synonym
    near = nearest(key, candidates)
    akin = near is None or near.startswith(key) or key.startswith(near)
    return near if akin or not _place_for(violation, key) else None


def _place_for(violation: Violation, key: str) -> str | None:
    """Return where the key belongs: to what holds this, or to what this holds."""
    schema, shape = violation.schema, violation.shape
    above = [step.shape for step in violation.way[:-1] if key in step.shape.properties]
    children = list(schema.parts(shape))
    below = [
        part
        for part in (*children, *(deep for child in children for deep in schema.parts(child)))
        if key in part.properties
    ]
    names = list(dict.fromkeys(_home(home) for home in (*reversed(above), *below)))
    return f"{keyed(key)} belongs to {listed(names[:3])}" if names else None


def _home(shape: Shape) -> str:
    return "the journey" if "stages" in shape.properties else noun(shape.title)


def _own_or_listed(violation: Violation, key: str) -> str:
    own = f"a key of your own begins with x-: `x-{shortened(key)}`"
    known = list(violation.shape.properties)
    return f"it has {listed([f'`{name}`' for name in known], joint='and')}; {own}" if len(known) <= _LISTED else own


def _text_with_colon(violation: Violation, unknown: list[str]) -> Diagnostic | None:
    """`- Is it free: really?` where a text is welcome: one unknown key, and its value is text."""
    value, shape = violation.value, violation.shape
    if "string" not in shape.types or not isinstance(value, dict) or len(value) != 1 or not unknown:
        return None
    ((key, rest),) = value.items()
    if not isinstance(rest, str) or _guess(violation, key, _absent(value, shape)):
        return None
    hint = f'put the text in quotes: "{shortened(f"{key}: {rest}")}"'
    return violation.says("colon-in-text", "a text with a colon in it looks like a key and its value", hint)


def _other_colon(violation: Violation, key: str) -> Diagnostic | None:
    """`{emotion: 1}` with a full-width colon, which YAML reads as a key without a value."""
    found = _WITH_COLON.match(key)
    if found is None or found[1] not in violation.shape.properties:
        return None
    message, hint = other_colon(found[1], found[2])
    return violation.says_of_key(key, "lookalike-sign", message, hint)


def _decimal_comma(violation: Violation, key: str) -> Diagnostic | None:
    """`{share: 0,2}`, which YAML reads as `share: 0` and a key `2` without a value."""
    value, pointer = violation.value, violation.pointer
    if not isinstance(value, dict) or value[key] is not None or not _PART.fullmatch(key):
        return None
    holder = next((before for before, after in pairwise(value) if after == key), None)
    whole = value[holder] if holder is not None else None
    at, after = (violation.source.locate(f"{pointer}/{escaped(name)}", key=name == key) for name in (holder or "", key))
    is_number = isinstance(whole, int | float) and not isinstance(whole, bool)
    if not (is_number and at and after and (at.end_line, at.end_column + 1) == (after.line, after.column)):
        return None
    hint = number_hint(f"{whole},{key}", violation.schema.below(violation.shape, str(holder)))
    return violation.says_of_key(key, "unknown-key", f"{violation.subject} has no key {keyed(key)}", hint)

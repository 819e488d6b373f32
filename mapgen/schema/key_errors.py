"""A thing with keys that are missing or unknown -> diagnostics that name the right ones."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import in_yaml, listed, nearest, shortened
from mapgen.diagnostics.phrases import key as keyed
from mapgen.lazy import regex
from mapgen.schema.cut_keys import cut_text
from mapgen.schema.shape import Shape, noun
from mapgen.schema.synonyms import synonyms
from mapgen.schema.type_errors import number_hint
from mapgen.schema.violation import Violation
from mapgen.source.lookalikes import COLONS, cut_quote, cut_quotes, named, other_colon, other_key
from mapgen.source.open_signs import cut_keys
from mapgen.source.tree import Json
from mapgen.source.tree_builder import escaped

_TOLD = 20  # unknown keys of one thing
_LISTED = 8  # keys that a hint can list and still be read
_WITH_COLON = regex(rf"([a-z_]+) *([{COLONS}])")
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
    colons |= {deceived[0] for key in unknown if (deceived := other_key(key))}
    cut = cut_quotes(value)
    yield from (_cut_quote(violation, holder) for holder in dict.fromkeys(map(cut.get, unknown[:_TOLD])) if holder)
    unknown = [key for key in unknown if key not in cut]
    rest = [*cut_keys(value), *_words(violation, unknown)]
    yield from (cut_text(violation.source, violation.pointer, value, keys) for keys in rest if {*keys} & {*unknown})
    unknown = [key for key in unknown if not any(key in keys for keys in rest)][:_TOLD]
    holders = {after: before for before, after in pairwise(value)}
    signs = {key: _decimal_comma(violation, key, holders.get(key)) or _other_sign(violation, key) for key in unknown}
    yield from filter(None, signs.values())
    absent = _absent(value, shape)
    meant = {key: _guess(violation, key, absent) for key in unknown if not signs[key]}
    for key, guess in meant.items():
        yield _unknown_key(violation, key, guess or _guess(violation, key, shape.properties))
    for key in shape.required:
        if key not in value and key not in meant.values() and key not in colons:
            yield _missing_key(violation, key)


def _words(violation: Violation, unknown: list[str]) -> Iterator[list[str]]:
    """Yield the keys that are the rest of a text, each by the text: `{name: Waits, then pays}`."""
    value = violation.value
    if not isinstance(value, dict) or not violation.begins_with("{"):
        return
    told = {key for keys in cut_keys(value) for key in keys}
    rest: list[str] = []
    holder: Json = None
    for key, text in [*value.items(), ("", "")]:
        if text is None and key in unknown and isinstance(holder, str) and key not in told and _is_word(violation, key):
            rest.append(key)
            continue
        if rest:
            yield rest
        rest, holder = [], text


def _is_word(violation: Violation, key: str) -> bool:
    """Return whether a key without a value looks like a part of a text, not like a key that is written wrong."""
    plain = key[:1].isalpha() and not _WITH_COLON.match(key) and not other_key(key) and key == key.strip()
    return plain and not _place_for(violation, key) and not _guess(violation, key, violation.shape.properties)


def _unknown(value: dict[str, Json], shape: Shape) -> list[str]:
    return [key for key in value if key not in shape.properties and not key.startswith(_OWN)]


def _absent(value: dict[str, Json], shape: Shape) -> list[str]:
    return [key for key in shape.properties if key not in value]


def _unknown_key(violation: Violation, key: str, guess: str | None) -> Diagnostic:
    hint = f"did you mean `{guess}`?" if guess else _place_for(violation, key) or _own_or_listed(violation, key)
    if key != key.lstrip():  # YAML takes other blanks than the space for letters
        hint = "indent the line with ordinary spaces only"
    elif key != key.rstrip():
        hint = f"remove the space before the colon, {named(key[-1])}"
    elif key.startswith("-") and guess:
        hint = f"put a space after the dash: - {guess}"
    return violation.says_of_key(key, "unknown-key", f"{violation.subject} has no key {keyed(key)}", hint)


def _missing_key(violation: Violation, key: str) -> Diagnostic:
    shape = violation.schema.below(violation.shape, key)
    example = f", for example {key}: {shape.example}" if shape.example else ""
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
    own = f"custom keys start with x-: `x-{shortened(key)}`"
    known = list(violation.shape.properties)
    return f"it has {listed([f'`{name}`' for name in known], joint='and')}; {own}" if len(known) <= _LISTED else own


def _text_with_colon(violation: Violation, unknown: list[str]) -> Diagnostic | None:
    """`- Is it free: really?` where a text is welcome: one unknown key, and its value is text."""
    value, shape = violation.value, violation.shape
    if "string" not in shape.types or shape.is_closed or not isinstance(value, dict) or len(value) != 1 or not unknown:
        return None
    ((key, rest),) = value.items()
    if not isinstance(rest, str) or _guess(violation, key, _absent(value, shape)):
        return None
    hint = f"quote the text: {in_yaml(f'{key}: {rest}')}"
    return violation.says("colon-in-text", "text with a colon looks like a key and its value", hint)


def _other_sign(violation: Violation, key: str) -> Diagnostic | None:
    """`{emotion: 1}` with a full-width colon, which YAML reads as a key without a value, and the like."""
    deceived = other_key(key)
    if deceived and (key == key.strip() or not violation.begins_line(key)):
        return violation.says_of_key(key, "lookalike-sign", *deceived[1:])
    found = _WITH_COLON.match(key)
    if found is None or found[1] not in violation.shape.properties:
        return None
    message, hint = other_colon(found[1], found[2])
    return violation.says_of_key(key, "lookalike-sign", message, hint)


def _cut_quote(violation: Violation, holder: str) -> Diagnostic:
    text = violation.value[holder] if isinstance(violation.value, dict) else ""
    pointer = f"{violation.pointer}/{escaped(holder)}"
    message, hint = cut_quote(str(text)[0])
    span = violation.source.locate(pointer)
    return Diagnostic("lookalike-sign", message, span=span, hint=hint, pointer=pointer)


def _decimal_comma(violation: Violation, key: str, holder: str | None) -> Diagnostic | None:
    """`{share: 0,2}`, which YAML reads as `share: 0` and a key `2` without a value."""
    value = violation.value
    if not isinstance(value, dict) or value[key] is not None or holder is None:
        return None
    number = violation.torn_number(f"{violation.pointer}/{escaped(key)}")
    if not number:
        return None
    hint = number_hint(number, violation.schema.below(violation.shape, holder))
    return violation.says_of_key(key, "unknown-key", f"{violation.subject} has no key {keyed(key)}", hint)

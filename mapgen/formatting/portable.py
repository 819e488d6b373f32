"""A scalar as the author wrote it -> the same, as readers of YAML 1.1 understand it too.

YAML 1.1, which PyYAML and many tools still read, takes `no`, `1:30`, `012` and `2026-10-01` for other things than
texts. What they would refuse or misread is quoted where it is a text, and written in plain decimals where it is a
number. Quotes are those that Prettier writes.
"""

import re
from functools import lru_cache

import yaml

from mapgen.source.scalars import resolve

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ESCAPE = re.compile(r"\\[^\"]")
_TEXT = "tag:yaml.org,2002:str"
_LETTERS = frozenset("yYnN")  # which the standard takes for yes and no, though PyYAML does not
_NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def portable(raw: str, text: str, *, is_key: bool) -> str:
    r"""Return a scalar on lines of the spec as all readers of YAML understand it; `text` is what it says.

    >>> [
    ...     portable(raw, raw, is_key=False)
    ...     for raw in ("no", "1:30", "012", "\N{MINUS SIGN}0.50", "1e3", "True", "maybe")
    ... ]
    ['"no"', '"1:30"', '12', '-0.50', '1000.0', 'true', 'maybe']
    """
    if raw.startswith(('"', "'")):
        return _quoted(raw)
    if not raw or _PLAIN_NUMBER.fullmatch(raw):
        return raw
    return _portable(raw, text, is_key)


@lru_cache(maxsize=4096)
def _portable(raw: str, text: str, is_key: bool) -> str:  # noqa: FBT001 - a cache takes positions best
    tag = _tag(text)
    value = text if is_key else resolve(text)
    if isinstance(value, str):
        safe = tag == _TEXT and text not in _LETTERS
        return raw if safe or (is_key and _is_same(text, tag)) else f'"{text}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(raw.replace("\N{MINUS SIGN}", "-"), value)
    return raw


def _number(raw: str, value: float) -> str:
    if _PLAIN_NUMBER.fullmatch(raw) or (_tag(raw) in _NUMBERS and yaml.safe_load(raw) == value):
        return raw
    written = repr(value)
    mantissa, sign, exponent = written.partition("e")  # without a point it is a text to YAML 1.1
    return written if not sign or "." in mantissa else f"{mantissa}.0e{exponent}"


def _is_same(key: str, tag: str) -> bool:
    """Return whether a key that is no text is the same in YAML 1.1 and 1.2; in a spec all keys are texts."""
    value = resolve(key)
    return tag in _NUMBERS and isinstance(value, int | float) and yaml.safe_load(key) == value


def _quoted(raw: str) -> str:
    """Write a text between double quotes, or single ones where it holds double ones; one with escapes stays."""
    is_double, inside = raw[0] == '"', raw[1:-1]
    if _ESCAPE.search(inside) if is_double else "\\" in inside:
        return raw
    if '"' in inside:
        doubled = inside.replace('\\"', '"').replace("'", "''")
        return f"'{doubled}'" if is_double else raw
    return raw if is_double else '"' + inside.replace("''", "'") + '"'


def _tag(text: str) -> str:
    for tag, pattern in (*_RESOLVERS.get(text[:1], ()), *_RESOLVERS.get(None, ())):
        if pattern.match(text):
            return str(tag)
    return _TEXT

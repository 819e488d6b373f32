"""Names of items, and ids where given -> an id for each item, unique among its kind.

A derived id never depends on a position in a list: items of one name are told apart by what they are in
(`order.waits`, `pay.waits`). Where that does not help either, they are numbered (`order.waits..2`), so that a picture
can have an anchor for each; no reference accepts a number.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.lazy import regex
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems

MAX_ID_LENGTH = 64
"""Code points of an id, as in the schema. The slug of a long name is cut to it only where nothing else begins alike."""

NUMBER = ".."
"""The sign between an id and a number. Ids in a spec have no periods, so that no derived id is ever taken."""

_LONGEST_SLUG = 1_000
"""Code points; nobody types more, and a hostile name must not take long."""

_BETWEEN_WORDS = regex(r"[\W_]+")
_JOINERS = regex("[\u200c\u200d]")


class Named(NamedTuple):
    """An item that needs an id: its kind ("stage"), its id if given, its name, and the id of what it is in."""

    kind: str
    id: str | None
    name: str
    pointer: str
    home: str = ""


class _PlainLetters(dict[int, str]):
    """Characters -> Latin letters and digits without accents; letters of other scripts stay."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one)).lower()
        is_latin = any(one.isascii() and one.isalnum() for one in bare) or "\u0300" <= sign <= "\u036f"
        self[code] = bare if is_latin else sign
        return self[code]


_PLAIN = _PlainLetters(
    str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i"})
)


def given_id(node: SpecNode) -> str | None:
    """Return the id that an item of the spec has, in the composed form of Unicode."""
    ident = node.text("id")
    return ident if ident is None or ident.isascii() else unicodedata.normalize("NFC", ident)


def name_all(nodes: Iterable[SpecNode], kind: str, *, by: str = "name", home: str = "") -> tuple[Named, ...]:
    """Return items of one kind as `Named`; `by` is the field with their name."""
    return tuple(Named(kind, given_id(node), node.required_text(by), node.pointer, home) for node in nodes)


def assign(things: Sequence[Named], problems: Problems) -> dict[str, str]:
    """Return the id of each item by its pointer. Given ids are kept."""
    return derive(things, given(things, problems))


def derive(things: Iterable[Named], taken: Collection[str]) -> dict[str, str]:
    """Return the id of each item by its pointer: the slug of its name, or a longer one if another has the same."""
    ids = {thing.pointer: thing.id for thing in things if thing.id is not None}
    waiting = [thing for thing in things if thing.id is None]
    slugs = {name: slug(name) for name in {thing.name for thing in waiting}}
    used = set(taken)
    for way in _WAYS:
        wanted = [way(thing, slugs[thing.name]) for thing in waiting]
        often = Counter(wanted)
        free = {name for name in wanted if often[name] == 1 and name not in used}
        ids |= {thing.pointer: name for thing, name in zip(waiting, wanted, strict=True) if name in free}
        waiting = [thing for thing, name in zip(waiting, wanted, strict=True) if name not in free]
        if not waiting:
            return ids
        used |= free
    return ids | _numbered(waiting, used)


def reference(ident: str) -> str:
    """Return how a hint writes a reference to an item: its id, but … where the author has to give it one first."""
    return "…" if NUMBER in ident else ident


def short_slug(text: str) -> str:
    """Return the slug of a text, cut to the length of an id."""
    return _cut(slug(text))


def slug(text: str) -> str:
    """Return a text as an id: in lowercase, with hyphens, without the accents of Latin letters.

    >>> slug("Entre ses coordonnées (œil ouvert)"), slug("支付 2")
    ('entre-ses-coordonnees-oeil-ouvert', '支付-2')
    >>> slug("?!"), slug("")
    ('u3f-u21', '')
    """
    text = text[:_LONGEST_SLUG]
    joined = _BETWEEN_WORDS.sub("-", text.lower()) if text.isascii() else _BETWEEN_WORDS.sub(_separator, _plain(text))
    return joined.strip("-") or "-".join(f"u{ord(sign):x}" for sign in text.strip())


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", _JOINERS.sub("", text).casefold())
    return unicodedata.normalize("NFC", composed.translate(_PLAIN))


def _separator(found: re.Match[str]) -> str:
    """Return what stands between words: a hyphen, and vowel signs of other scripts, which belong to a word."""
    between = found[0]
    if between.isascii():
        return "-"
    return re.sub("-+", "-", "".join(sign if unicodedata.category(sign)[0] == "M" else "-" for sign in between))


def _cut(name: str) -> str:
    return name if len(name) <= MAX_ID_LENGTH else name[:MAX_ID_LENGTH].rstrip("-")


def _qualified(thing: Named, named: str) -> str:
    return f"{thing.home}.{named}" if thing.home else named


_WAYS: tuple[Callable[[Named, str], str], ...] = (lambda _, named: _cut(named), lambda _, named: named, _qualified)
"""How to derive an id from the slug of a name, the shortest first; taken where no other item would get the same."""


def _numbered(things: Iterable[Named], used: set[str]) -> dict[str, str]:
    """Return an id for each item of the same name in the same place; the first one gets no number."""
    ids = {}
    numbers: Counter[str] = Counter()
    for thing in things:
        base = _qualified(thing, slug(thing.name))
        numbers[base] += 1
        ids[thing.pointer] = base if numbers[base] == 1 and base not in used else f"{base}{NUMBER}{numbers[base]}"
    return ids


def given(things: Iterable[Named], problems: Problems) -> frozenset[str]:
    """Return the ids that the spec gives to items; one that is given twice is a problem."""
    first: dict[str, Named] = {}
    for thing in things:
        if thing.id is None:
            continue
        earlier = first.setdefault(thing.id, thing)
        if earlier is not thing:
            line = problems.line(f"{earlier.pointer}/id")
            message = (
                f"{quoted(thing.id)} is already the id of the {earlier.kind} {quoted(earlier.name)} on line {line}"
            )
            hint = f"give this {thing.kind} a different id"
            problems.add("duplicate-id", message, f"{thing.pointer}/id", hint=hint)
    return frozenset(first)

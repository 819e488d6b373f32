"""What the author called things, and their ids where given -> an id for each thing, unique among its kind."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.model.node import Node
from mapgen.model.problems import Problems

LONGEST = 64
"""Code points of an id, as the schema has it."""

NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i"}
)


class Named(NamedTuple):
    """A thing that wants an id: what it is ("stage"), its id if given, its name, its number among its kind from 1."""

    kind: str
    id: str | None
    name: str
    number: int
    pointer: str


def name_all(nodes: Sequence[Node], kind: str, *, by: str = "name") -> tuple[Named, ...]:
    """Return things of one kind as they want an id; `by` is the field that holds their name."""
    return tuple(
        Named(kind, node.text("id"), node.said(by), number, node.pointer) for number, node in enumerate(nodes, start=1)
    )


def assign(things: Sequence[Named], problems: Problems) -> dict[str, str]:
    """Return the id of each thing by its pointer. Given ids come first; derived ones step aside with `-2`, `-3`."""
    taken = _given(things, problems)
    ids = {}
    last: dict[str, int] = {}
    for thing in things:
        if thing.id is not None:
            ids[thing.pointer] = thing.id
            continue
        base = slug(thing.name) or f"{thing.kind.replace(' ', '-')}-{thing.number}"
        ids[thing.pointer] = free = _free(base, taken, last)
        taken.add(free)
    return ids


def slug(text: str) -> str:
    """Return a text as an id, or "" when none of its letters can stand in an id.

    >>> slug("Entre ses coordonnées (œil ouvert)")
    'entre-ses-coordonnees-oeil-ouvert'
    >>> slug("支付")
    ''
    """
    text = text[: 4 * LONGEST]
    bare = text.lower() if text.isascii() else _without_accents(text)
    return NOT_IN_IDS.sub("-", bare).strip("-")[:LONGEST].rstrip("-")


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _given(things: Sequence[Named], problems: Problems) -> set[str]:
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
            hint = f"give this {thing.kind} an id of its own"
            problems.add("duplicate-id", message, f"{thing.pointer}/id", hint=hint)
    return set(first)


def _free(base: str, taken: set[str], last: dict[str, int]) -> str:
    """Return `base`, or `base-2`, `base-3` …; `last` remembers where the counting stopped."""
    if base not in taken:
        return base
    while True:
        number = last[base] = last.get(base, 1) + 1
        tail = f"-{number}"
        free = base[: LONGEST - len(tail)].rstrip("-") + tail
        if free not in taken:
            return free

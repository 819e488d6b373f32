"""The options of a block in a page -> what to draw, and what is wrong with them."""

import shlex
from collections.abc import Mapping, Sequence
from typing import NoReturn

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.lanes import LANES
from mapgen.model.lanes import OTHERS
from mapgen.record import record, replace
from mapgen.render.drawing import VIEWS
from mapgen.render.options import OF_SCENARIOS, PARTS
from mapgen.terminal.options import unknown_name

_EXAMPLE = "write for example: file=checkout.journey.yaml view=flow"


@record
class MapBlock:
    """What a page asks for.

    `file` is None where the spec stands in the page itself. `view` is None for the usual one, `theme` for that of the
    spec, `alt` for the sentence that mapgen computes.
    """

    file: str | None = None
    view: str | None = None
    scenario: str | None = None
    lanes: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    theme: str | None = None
    alt: str | None = None


class BlockError(Exception):
    """A block cannot be followed; the diagnostics say why."""

    def __init__(self, *found: Diagnostic) -> None:
        """Keep the diagnostics."""
        super().__init__(found[0].message)
        self.diagnostics = found


OPTIONS = tuple(MapBlock.__annotations__)
"""The names of all options."""


def read_info(info: str) -> MapBlock:
    """Return the block that the options after the word `mapgen` ask for; BlockError if they are wrong.

    >>> read_info('file="a b.journey.yaml" view=flow').file
    'a b.journey.yaml'
    """
    try:
        words = shlex.split(info)
    except ValueError:
        refuse("a quotation mark is not closed", "close the quotation mark")
    given: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            refuse(f"{quoted(word)} has no value", _EXAMPLE)
        given[name] = value
    return read_options(given)


def read_options(given: Mapping[str, str]) -> MapBlock:
    """Return the block that options ask for; BlockError if they are wrong."""
    for name, value in given.items():
        said = unknown_name(name, "option", OPTIONS)
        if said:
            refuse(said, f"use {listed(OPTIONS, joint='and')}")
        if not value.strip():
            refuse(f"the option `{name}` is empty", "give it a value, or remove it")
    block = MapBlock(
        given.get("file"),
        given.get("view"),
        given.get("scenario"),
        _names(given.get("lanes", ""), "lane", (*LANES, OTHERS), free="x-"),
        _names(given.get("hide", ""), "part", PARTS),
        given.get("theme"),
        given.get("alt"),
    )
    said = unknown_name(block.view, "view", VIEWS) if block.view else None
    if said:
        refuse(said, f"use {listed(tuple(VIEWS))}")
    if block.scenario and block.view not in {None, *OF_SCENARIOS}:
        refuse(f"the view {block.view} does not show a single scenario", f"use view={listed(sorted(OF_SCENARIOS))}")
    return replace(block, view="flow") if block.scenario and not block.view else block


def refuse(message: str, hint: str) -> NoReturn:
    """Raise BlockError."""
    raise BlockError(Diagnostic("bad-block", message, hint=hint))


def _names(value: str, noun: str, known: Sequence[str], *, free: str | None = None) -> tuple[str, ...]:
    """Return the names in a list, each of which is in `known` or begins with `free`."""
    names = tuple(dict.fromkeys(filter(None, map(str.strip, value.split(",")))))
    said = next(filter(None, (unknown_name(name, noun, known, free=free) for name in names)), None)
    if said:
        refuse(said, f"use {listed(sorted(known))}")
    return names

"""Customers are not asked for feedback after the purchase.

The purchase is the last moment of truth for `conversion`, or else the first touchpoint with a `convert` exit. A
touchpoint from there on with `asks_feedback: true`, or a `feedback` edge from one, resolves the finding. Reported only
if touchpoints follow the purchase; internal journeys (`market: internal`) are not checked.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Pays, moment_of_truth: conversion}
          - Gets the cup

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Pays, moment_of_truth: conversion}
          - {name: Gets the cup, asks_feedback: true}
"""

from collections.abc import Iterator, Sequence

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Stage, Touchpoint
from mapgen.model.walk import Part


def check(case: Case) -> Iterator[Finding]:
    """Find a purchase that touchpoints follow, none of which asks for feedback."""
    places = tuple(walk.touchpoints(case.journey))
    bought = _purchase(places)
    after = [touchpoint for touchpoint, _ in places[bought:]] if bought is not None else []
    asking = {edge.start for edge in case.journey.flow if edge.kind == "feedback"}
    if case.journey.market == "internal" or len(after) < 2:  # noqa: PLR2004 - the purchase, and what comes after it
        return
    if not any(touchpoint.asks_feedback or touchpoint.id in asking for touchpoint in after):
        message = f"customers are not asked for feedback after {quoted(after[0].name)}"
        yield Finding(after[0].pointer, message, "set `asks_feedback: true` on the touchpoint where they are asked")


def _purchase(places: Sequence[tuple[Touchpoint, Stage]]) -> int | None:
    """Return the index of the touchpoint at which customers buy, None where none is one; a stage decides at its end."""
    deciding = [
        index
        for index, (touchpoint, stage) in enumerate(places)
        if _turn(touchpoint) == "conversion" or (touchpoint is stage.touchpoints[-1] and _turn(stage) == "conversion")
    ]
    if deciding:
        return deciding[-1]
    kinds = ({leaving.kind for leaving in touchpoint.exits} for touchpoint, _ in places)
    return next((index for index, exits in enumerate(kinds) if "convert" in exits), None)


def _turn(part: Part) -> str | None:
    return part.moment_of_truth.turn if part.moment_of_truth else None


RULE = Rule(__doc__, Severity.INFO, check)

"""Customers buy, the journey goes on, and nobody asks them how it went.

The purchase is the last moment of truth for `conversion`; without one, the first touchpoint with an exit `convert`. A
touchpoint from there on that says `asks_feedback: true` answers the finding, and so does a way of the kind `feedback`.
Journeys inside an organisation are left alone.

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
from mapgen.model.journey import Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find a purchase after which touchpoints come, none of which asks."""
    touchpoints = tuple(case.journey.touchpoints())
    bought = _purchase(touchpoints)
    after = () if bought is None else touchpoints[bought:]
    asking = {edge.start for edge in case.journey.flow if edge.kind == "feedback"}
    if case.journey.market == "internal" or len(after) < 2:  # noqa: PLR2004 - the purchase, and what comes after it
        return
    if not any(one.asks_feedback or one.id in asking for one in after):
        message = f"nobody asks customers how it went after {quoted(after[0].name)}"
        yield Finding(after[0].pointer, message, "say `asks_feedback: true` at the touchpoint where they are asked")


def _purchase(touchpoints: Sequence[Touchpoint]) -> int | None:
    """Return the index of the touchpoint at which customers buy, None where none is one."""
    deciding = [index for index, one in enumerate(touchpoints) if _turn(one) == "conversion"]
    if deciding:
        return deciding[-1]
    return next((index for index, one in enumerate(touchpoints) if any(e.kind == "convert" for e in one.exits)), None)


def _turn(touchpoint: Touchpoint) -> str | None:
    return touchpoint.moment_of_truth.turn if touchpoint.moment_of_truth else None


RULE = Rule(__doc__, Severity.INFO, check)

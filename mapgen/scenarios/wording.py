"""ReportedPath -> words for people, in the language of the command line."""

from collections.abc import Iterator, Sequence
from math import fsum

from mapgen.analysis.outcomes import OutcomeAnalysis
from mapgen.lanes.scale import written
from mapgen.model.journey import Touchpoint
from mapgen.scenarios.listing import ReportedPath, ScenarioReport
from mapgen.words import NO_BREAK, Words

ENDS = {
    "convert": "converts",
    "end": "reaches the end",
    "pause": "pauses",
    "abandon": "abandons",
    "churn": "churns",
}
"""What those do who come to an end."""

NO_SHARES = "the spec has no shares; paths are sorted by length"
BOUNDS = "≤: a share on the path is missing; this is the upper bound"

OBSERVED_SHARES = "the spec has no shares; chances are those that were observed"

_RUN = 3  # touchpoints in order that are told as "first … last"


def observed_title(listing: ScenarioReport) -> str:
    """Return the heading of the observed paths: those of no scenario, where there are scenarios."""
    others = " that no scenario names" if listing.scenarios else ""
    return f"Observed paths{others}, most frequent first"


def percent(share: float | None, *, bound: bool = False) -> str:
    """Write a share of one."""
    if share is None:
        return ""
    return ("≤ " if bound else "") + Words("en").percent(share).replace(NO_BREAK, " ")


def walked(listing: ScenarioReport, listed: ReportedPath) -> str:
    """Tell how many journeys took a path, and which part of those that are over: "1,240 (1.1 %)"."""
    if listed.walked is None:
        return ""
    part = f" ({percent(listed.walked / listing.over)})" if listing.over else ""
    return f"{Words('en').number(listed.walked)}{part}"


def number(value: float) -> str:
    """Write a number to one digit."""
    return Words("en").number(round(value, 1))


def lowest(listing: ScenarioReport, listed: ReportedPath) -> str:
    """Name the lowest point of a way: "-2 at 8 Enters card details"."""
    trough = listed.passage.trough
    if trough is None:
        return ""
    touchpoint = next(one for one in listed.passage.touchpoints if one.id == trough[0])
    return f"{written(Words('en'), listing.journey.scale, trough[1])} at {numbered(listing, touchpoint)}"


def channels(listed: ReportedPath) -> str:
    """Name the channels."""
    return ", ".join(channel.name for channel in listed.passage.channels)


def end(listing: ScenarioReport, listed: ReportedPath) -> str:
    """Report how a path ends: "abandons at 8 Enters card details (Too dear)"."""
    if listed.end is None:
        return ""
    reason = f" ({listed.reason})" if listed.reason else ""
    return f"{ENDS[listed.end]} at {numbered(listing, listed.passage.touchpoints[-1])}{reason}"


def numbered(listing: ScenarioReport, touchpoint: Touchpoint) -> str:
    """Name a touchpoint with its number on the map."""
    return f"{listing.numbers[touchpoint.id]}{NO_BREAK}{touchpoint.name}"


def route(listing: ScenarioReport, listed: ReportedPath) -> str:
    """Return a path, with runs of touchpoints shortened: "1 Sees the queue … 4 Pays → 2 Orders"."""
    return " → ".join(_parts(listing, listed.passage.touchpoints))


def _parts(listing: ScenarioReport, touchpoints: Sequence[Touchpoint]) -> Iterator[str]:
    run: list[Touchpoint] = []
    for touchpoint in (*touchpoints, None):
        if run and (touchpoint is None or listing.numbers[touchpoint.id] != listing.numbers[run[-1].id] + 1):
            names = [numbered(listing, one) for one in run]
            yield from [f"{names[0]} … {names[-1]}"] if len(run) >= _RUN else names
            run = []
        if touchpoint:
            run.append(touchpoint)


def summary(listing: ScenarioReport) -> Iterator[str]:
    """Report the outcomes of all who begin."""
    if not listing.told:
        yield NO_SHARES
    if listing.is_observed:
        yield OBSERVED_SHARES
    yield from _observed(listing)
    if listing.chances is None:
        return
    yield from _outcomes(listing.chances)
    passed = listing.chances.length_to_conversion
    if passed is not None:
        yield f"those who {_convert(listing.chances)} pass {number(passed)} touchpoints on average"
    if listing.chances.open:
        places = ", ".join(str(listing.numbers[place]) for place in listing.chances.open)
        yield f"shares are missing at touchpoint {places}: the outcome of {percent(listing.chances.unknown)} is unknown"
    if listing.chances.trapped:
        yield f"{percent(listing.chances.trapped)} enter a loop without an exit"


def _observed(listing: ScenarioReport) -> Iterator[str]:
    """Report which part of the journeys that were observed a scenario names."""
    counts = [listed.walked for listed in listing.scenarios if listed.walked is not None]
    if listing.over and listing.scenarios:
        share = percent(min(1.0, fsum(counts) / listing.over))
        yield f"of {Words('en').number(listing.over)} observed journeys, {share} took the path of a scenario"


def coverage(listing: ScenarioReport) -> str:
    """Return the fraction of all who begin that the listed paths cover; empty if unknown."""
    if listing.covered is None:
        return ""
    paths = "this path covers" if len(listing.paths) == 1 else f"these {len(listing.paths)} paths cover"
    return f"{paths} {percent(listing.covered)} of all who start"


def _outcomes(chances: OutcomeAnalysis) -> Iterator[str]:
    """Report the fraction of customers with each outcome."""
    parts = {kind: fsum(one.share for one in chances.endings if one.outcome == kind) for kind in ENDS}
    told = [f"{percent(part)} {_plural(kind)}" for kind, part in parts.items() if part]
    if told:
        least = "at least " if chances.unknown else ""
        yield f"of all who start, {least}{', '.join(told)}"


def _convert(chances: OutcomeAnalysis) -> str:
    return _plural("convert" if chances.success == "convert" else "end")


def _plural(kind: str) -> str:
    return {"end": "reach the end"}.get(kind, kind)

"""Listed -> words for people, in the language of the command line."""

from collections.abc import Iterator, Sequence
from math import fsum

from mapgen.analysis.chances import Chances
from mapgen.cli.listings.listing import Listed, Listing
from mapgen.lanes.scale import written
from mapgen.model.journey import Touchpoint
from mapgen.words import NO_BREAK, Words

ENDS = {
    "convert": "converts",
    "end": "reaches the end",
    "pause": "pauses",
    "abandon": "abandons",
    "churn": "churns",
}
"""What those do who come to an end."""

NO_SHARES = "the spec gives no shares: paths are sorted by their length"
BOUNDS = "≤: some share on the way is not stated, more than this it cannot be"

_RUN = 3  # touchpoints in order that are told as "first … last"


def percent(share: float | None, *, bound: bool = False) -> str:
    """Write a share of one."""
    if share is None:
        return ""
    return ("≤ " if bound else "") + Words("en").percent(share).replace(NO_BREAK, " ")


def number(value: float) -> str:
    """Write a number to one digit."""
    return Words("en").number(round(value, 1))


def lowest(listing: Listing, listed: Listed) -> str:
    """Name the lowest point of a way: "-2 at 8 Enters card details"."""
    trough = listed.passage.trough
    if trough is None:
        return ""
    touchpoint = next(one for one in listed.passage.touchpoints if one.id == trough[0])
    return f"{written(Words('en'), listing.journey.scale, trough[1])} at {numbered(listing, touchpoint)}"


def channels(listed: Listed) -> str:
    """Name the channels."""
    return ", ".join(channel.name for channel in listed.passage.channels)


def end(listing: Listing, listed: Listed) -> str:
    """Tell how a path ends: "abandons at 8 Enters card details (Too dear)"."""
    if listed.end is None:
        return ""
    reason = f" ({listed.reason})" if listed.reason else ""
    return f"{ENDS[listed.end]} at {numbered(listing, listed.passage.touchpoints[-1])}{reason}"


def numbered(listing: Listing, touchpoint: Touchpoint) -> str:
    """Name a touchpoint with its number on the map."""
    return f"{listing.numbers[touchpoint.id]}{NO_BREAK}{touchpoint.name}"


def route(listing: Listing, listed: Listed) -> str:
    """Tell a way, what follows in order by its ends: "1 Sees the queue … 4 Pays → 2 Orders"."""
    return " → ".join(_parts(listing, listed.passage.touchpoints))


def _parts(listing: Listing, touchpoints: Sequence[Touchpoint]) -> Iterator[str]:
    run: list[Touchpoint] = []
    for touchpoint in (*touchpoints, None):
        if run and (touchpoint is None or listing.numbers[touchpoint.id] != listing.numbers[run[-1].id] + 1):
            names = [numbered(listing, one) for one in run]
            yield from [f"{names[0]} … {names[-1]}"] if len(run) >= _RUN else names
            run = []
        if touchpoint:
            run.append(touchpoint)


def summary(listing: Listing) -> Iterator[str]:
    """Tell what becomes of all who begin."""
    if not listing.told:
        yield NO_SHARES
    if listing.chances is None:
        return
    yield from _outcomes(listing.chances)
    passed = listing.chances.length_to_conversion
    if passed is not None:
        yield f"who {_convert(listing.chances)} passes {number(passed)} touchpoints on average"
    if listing.chances.open:
        places = ", ".join(str(listing.numbers[place]) for place in listing.chances.open)
        yield f"shares are missing at touchpoint {places}: what becomes of {percent(listing.chances.unknown)} is open"
    if listing.chances.trapped:
        yield f"{percent(listing.chances.trapped)} come to a loop that nobody leaves"


def coverage(listing: Listing) -> str:
    """Return which part of all who begin the listed paths cover together; nothing where that is not known."""
    if listing.covered is None:
        return ""
    paths = "this path covers" if len(listing.paths) == 1 else f"these {len(listing.paths)} paths cover"
    return f"{paths} {percent(listing.covered)} of all who begin"


def _outcomes(chances: Chances) -> Iterator[str]:
    """Tell which part of all ends how."""
    parts = {kind: fsum(one.share for one in chances.endings if one.outcome == kind) for kind in ENDS}
    told = [f"{percent(part)} {_plural(kind)}" for kind, part in parts.items() if part]
    if told:
        least = "at least " if chances.unknown else ""
        yield f"of all who begin, {least}{', '.join(told)}"


def _convert(chances: Chances) -> str:
    return ENDS["convert" if chances.success == "convert" else "end"]


def _plural(kind: str) -> str:
    return {"end": "reach the end"}.get(kind, kind)

"""Listing -> CSV (RFC 4180), a row a way; a cell that a spreadsheet would take for a formula begins with a `'`."""

import csv
import io
from collections.abc import Iterator

from mapgen.cli.listings.listing import Listed, Listing, ListingFormat
from mapgen.cli.listings.wording import channels

COLUMNS = (
    "kind",
    "id",
    "name",
    "share",
    "chance",
    "chance_is",
    "touchpoints",
    "lowest",
    "lowest_at",
    "channels",
    "end",
    "reason",
    "path",
    "playbook",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _write(listing: Listing) -> str:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows(_row(listed) for listed in (*listing.scenarios, *listing.paths))
    return text.getvalue()


def _row(listed: Listed) -> Iterator[str | float | int | None]:
    scenario, trough = listed.scenario, listed.passage.trough
    yield "scenario" if scenario else "path"
    yield guarded(scenario.id if scenario else "")
    yield guarded(scenario.name if scenario else "")
    yield scenario.share if scenario else None
    yield None if listed.chance is None else float(f"{listed.chance:.9g}")
    yield "" if listed.chance is None else "at most" if listed.bound else "exactly"
    yield len(listed.passage.touchpoints)
    yield trough[1] if trough else None
    yield guarded(trough[0] if trough else "")
    yield guarded(channels(listed))
    yield listed.end
    yield guarded(listed.reason or "")
    yield guarded(" > ".join(one.id for one in listed.passage.touchpoints))
    yield guarded((scenario.playbook if scenario else None) or "")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


LISTING = ListingFormat(write=_write)

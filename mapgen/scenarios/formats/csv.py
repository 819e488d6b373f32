"""Listing -> CSV (RFC 4180) for a spreadsheet, a row a way.

It begins with a byte order mark, without which Excel reads UTF-8 as another encoding. Before a line of a text
that a spreadsheet would take for a formula stands a `'`; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterator

from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ReportedPath, ScenarioReport
from mapgen.scenarios.wording import channels
from mapgen.spreadsheet import BYTE_ORDER_MARK, guarded

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


_WALKED = "walked"


def render(listing: ScenarioReport) -> str:
    """Write a listing."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    rows = csv.writer(text)
    seen = listing.journey.observed is not None
    rows.writerow((*COLUMNS, *((_WALKED,) if seen else ())))
    for listed in (*listing.scenarios, *listing.paths, *listing.observed):
        rows.writerow((*_row(listed), *((listed.walked,) if seen else ())))
    return text.getvalue()


def _row(listed: ReportedPath) -> Iterator[str | float | int | None]:
    scenario, trough = listed.scenario, listed.passage.trough
    yield "scenario" if scenario else "path" if listed.end else "observed"
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


FORMAT = ReportFormat(suffix=".csv", render=render)

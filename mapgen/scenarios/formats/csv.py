"""Listing -> CSV (RFC 4180) for a spreadsheet, a row a way.

It begins with a byte order mark, without which Excel reads UTF-8 as another encoding. Before a line of a text
that a spreadsheet would take for a formula stands a `'`; numbers stay numbers.
"""

import csv
import io
import re
from collections.abc import Iterator

from mapgen.ci_commands import inert_text
from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ReportedPath, ScenarioReport
from mapgen.scenarios.wording import channels

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
BYTE_ORDER_MARK = "\ufeff"
_WIDE = "\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
"""The signs in other widths, which some spreadsheets take, too."""

_FORMULA = re.compile(
    rf"(?:\A|(?<=[\n\r\v\f\x85\u2028\u2029]))(?=[\t\r]|(?:[^\S\r\n]|[\u200b\ufeff])*(?:::|[=+\-@{_WIDE}]))"
)


def render(listing: ScenarioReport) -> str:
    """Write a listing."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows(_row(listed) for listed in (*listing.scenarios, *listing.paths))
    return text.getvalue()


def _row(listed: ReportedPath) -> Iterator[str | float | int | None]:
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
    """Return a text in which no spreadsheet takes a line for a formula, and no CI service for a command.

    >>> guarded("=1+1"), guarded(" \uff1d1"), guarded("1+1")
    ("'=1+1", "' \uff1d1", '1+1')
    """
    return inert_text(_FORMULA.sub("'", text))


FORMAT = ReportFormat(suffix=".csv", render=render)

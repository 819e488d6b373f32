"""Listing -> tables for a terminal; no line begins with text of the author."""

import re
from collections.abc import Iterator, Sequence

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.terminal import in_cells, visible
from mapgen.quotes import quote
from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ReportedPath, ScenarioReport
from mapgen.scenarios.wording import (
    BOUNDS,
    channels,
    coverage,
    end,
    lowest,
    observed_title,
    percent,
    route,
    summary,
    walked,
)

WIDTH = 100  # columns of a terminal that the lines below a row fill
INDENT = " " * 6


def render(listing: ScenarioReport) -> str:
    """Write a listing."""
    return inert_text("\n".join(_lines(listing)) + "\n")


def _lines(listing: ScenarioReport) -> Iterator[str]:
    yield quote(visible(listing.journey.title), ("“", "”"))
    yield from (f"  {line}" for line in summary(listing))
    if listing.scenarios:
        yield from ("", "Scenarios", "")
        rows = [
            (percent(_share(listed)), walked(listing, listed), _length(listed), _name(listed))
            for listed in listing.scenarios
        ]
        yield from _table(("share", "observed", "touchpoints", "scenario"), rows, listing, listing.scenarios)
    yield from ("", _title(listing), "")
    found = [
        (percent(one.chance, bound=one.bound), walked(listing, one), _length(one), end(listing, one))
        for one in listing.paths
    ]
    yield from _table(("chance", "observed", "touchpoints", "end"), found, listing, listing.paths)
    if any(listed.bound and listed.chance is not None for listed in listing.paths):
        yield from ("", BOUNDS)
    if listing.paths and not any(listed.end in {"convert", "end"} for listed in listing.paths):
        yield from ("", "to list successful paths, use --end convert, or --end end if no exit converts")
    if listing.observed:
        yield from ("", observed_title(listing), "")
        seen = [(walked(listing, one), _length(one)) for one in listing.observed]
        yield from _table(("observed", "touchpoints"), seen, listing, listing.observed)


def _title(listing: ScenarioReport) -> str:
    if not listing.paths:
        return "No path through the flow reaches " + ("an end" if listing.end is None else "such an end")
    order = "most likely first" if listing.told else "shortest first"
    more = "" if listing.complete else f"there are more than {len(listing.paths)}"
    return "; ".join(filter(None, (f"Paths through the flow, {order}", more, coverage(listing))))


def _share(listed: ReportedPath) -> float | None:
    return listed.scenario.share if listed.scenario else None


def _name(listed: ReportedPath) -> str:
    return listed.scenario.name if listed.scenario else ""


def _length(listed: ReportedPath) -> str:
    return str(len(listed.passage.touchpoints))


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], listing: ScenarioReport, ways: Sequence[ReportedPath]
) -> Iterator[str]:
    """Yield a table with figures to the right, and below each row the way; columns that say nothing are left out."""
    if not rows:
        return
    cells = [("", *heads), *((f"{at}.", *map(_shown, row)) for at, row in enumerate(rows, start=1))]
    used = [at for at in range(len(cells[0])) if any(row[at] for row in cells[1:])]
    widths = [max(len(row[at]) for row in cells) for at in used[:-1]]
    for row, listed in zip(cells, (None, *ways), strict=True):
        figures = (row[at].rjust(width) for at, width in zip(used, widths, strict=False))
        yield f"  {'  '.join((*figures, row[used[-1]]))}"
        if listed:
            yield from _below(listing, listed)


def _shown(text: str) -> str:
    """Return a text as a terminal can show it on one line."""
    return visible(" ".join(text.split()))


def _below(listing: ScenarioReport, listed: ReportedPath) -> Iterator[str]:
    facts = (
        ("lowest", lowest(listing, listed)),
        ("channels", channels(listed)),
        ("path", route(listing, listed)),
        ("playbook", (listed.scenario.playbook if listed.scenario else None) or ""),
    )
    for name, text in facts:
        if text:
            yield from _wrapped(f"{name}: {text}")


def _wrapped(text: str) -> Iterator[str]:
    """Yield a text in lines that a terminal can show whole; a word that is too long has its own."""
    line = INDENT
    for word in re.split("[ \t\r\n]+", text):
        longer = f"{line} {word}" if line.strip() else f"{line}{word}"
        if line.strip() and _begins(word) and in_cells(longer)[1] > WIDTH:
            yield visible(line)
            line = f"{INDENT}  {word}"
        else:
            line = longer
    yield visible(line)


def _begins(word: str) -> bool:
    """Return whether a line may begin with a word: not with what a CI service could take for a command."""
    return word[:1].isalnum() or word[:1] in {"→", "…", "("}


FORMAT = ReportFormat(suffix=".txt", render=render)

"""Listing -> Markdown: a table of the scenarios, and one of the paths."""

from collections.abc import Iterator, Sequence

from mapgen.render.markdown import Markdown, Md, table
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

ESCAPE = Markdown()
SCENARIOS = ("Scenario", "Share", "Touchpoints", "Lowest", "Channels", "Path", "Playbook")
PATHS = ("Chance", "Touchpoints", "End", "Lowest", "Channels", "Path")
SEEN = ("Observed", "Touchpoints", "Lowest", "Channels", "Path")


def render(listing: ScenarioReport) -> Md:
    """Write a listing."""
    return Md("{}\n").fill(Md("\n\n").joined(_parts(listing)))


def _parts(listing: ScenarioReport) -> Iterator[Md]:
    yield Md("# {}").fill(ESCAPE.heading(listing.journey.title))
    facts = [Md("- {}").fill(ESCAPE.line(line)) for line in summary(listing)]
    yield from [Md("\n").joined(facts)] if facts else []
    if listing.scenarios:
        yield Md("## Scenarios")
        yield _counted(SCENARIOS, [_scenario(listing, listed) for listed in listing.scenarios], listing, at=2)
    yield Md("## Paths through the flow")
    if covered := coverage(listing):
        yield ESCAPE.line(covered)
    yield _counted(PATHS, [_path(listing, listed) for listed in listing.paths], listing, at=1)
    if any(listed.bound and listed.chance is not None for listed in listing.paths):
        yield ESCAPE.line(BOUNDS)
    if listing.observed:
        yield Md("## {}").fill(ESCAPE.heading(observed_title(listing)))
        rows = [(walked(listing, one), _length(one), *_about(listing, one)) for one in listing.observed]
        yield _table(SEEN, rows)


def _scenario(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, ...]:
    scenario = listed.scenario
    name, share, playbook = (scenario.name, scenario.share, scenario.playbook or "") if scenario else ("", None, "")
    return name, percent(share), walked(listing, listed), _length(listed), *_about(listing, listed), playbook


def _path(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, ...]:
    chance = percent(listed.chance, bound=listed.bound)
    return chance, walked(listing, listed), _length(listed), end(listing, listed), *_about(listing, listed)


def _length(listed: ReportedPath) -> str:
    return str(len(listed.passage.touchpoints))


def _about(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, str, str]:
    return lowest(listing, listed), channels(listed), route(listing, listed)


def _counted(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], listing: ScenarioReport, *, at: int) -> Md:
    """Write a table in whose column `at` stands how often a path was walked, where there is a snapshot."""
    if listing.over is None:
        return _table(columns, [(*row[:at], *row[at + 1 :]) for row in rows])
    return _table((*columns[:at], "Observed", *columns[at:]), rows)


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Md:
    return table(map(ESCAPE.inline, columns), (map(ESCAPE.inline, row) for row in rows))


FORMAT = ReportFormat(suffix=".md", render=render)

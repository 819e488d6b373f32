"""Listing -> Markdown: a table of the scenarios, and one of the paths."""

from collections.abc import Iterator

from mapgen.render.markdown import Markdown, Md, table
from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ReportedPath, ScenarioReport
from mapgen.scenarios.wording import BOUNDS, channels, coverage, end, lowest, percent, route, summary

ESCAPE = Markdown()
SCENARIOS = ("Scenario", "Share", "Touchpoints", "Lowest", "Channels", "Path", "Playbook")
PATHS = ("Chance", "Touchpoints", "End", "Lowest", "Channels", "Path")


def render(listing: ScenarioReport) -> Md:
    """Write a listing."""
    return Md("{}\n").fill(Md("\n\n").joined(_parts(listing)))


def _parts(listing: ScenarioReport) -> Iterator[Md]:
    yield Md("# {}").fill(ESCAPE.heading(listing.journey.title))
    facts = [Md("- {}").fill(ESCAPE.line(line)) for line in summary(listing)]
    yield from [Md("\n").joined(facts)] if facts else []
    if listing.scenarios:
        yield Md("## Scenarios")
        yield _table(SCENARIOS, [_scenario(listing, listed) for listed in listing.scenarios])
    yield Md("## Paths through the flow")
    if covered := coverage(listing):
        yield ESCAPE.line(covered)
    yield _table(PATHS, [_path(listing, listed) for listed in listing.paths])
    if any(listed.bound and listed.chance is not None for listed in listing.paths):
        yield ESCAPE.line(BOUNDS)


def _scenario(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, ...]:
    scenario = listed.scenario
    name, share, playbook = (scenario.name, scenario.share, scenario.playbook or "") if scenario else ("", None, "")
    return name, percent(share), _length(listed), *_about(listing, listed), playbook


def _path(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, ...]:
    chance = percent(listed.chance, bound=listed.bound)
    return chance, _length(listed), end(listing, listed), *_about(listing, listed)


def _length(listed: ReportedPath) -> str:
    return str(len(listed.passage.touchpoints))


def _about(listing: ScenarioReport, listed: ReportedPath) -> tuple[str, str, str]:
    return lowest(listing, listed), channels(listed), route(listing, listed)


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Md:
    return table(map(ESCAPE.inline, columns), (map(ESCAPE.inline, row) for row in rows))


FORMAT = ReportFormat(suffix=".md", render=render)

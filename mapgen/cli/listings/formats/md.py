"""Listing -> Markdown: a table of the scenarios, and one of the paths."""

from collections.abc import Iterator

from mapgen.cli.listings.listing import Listed, Listing, ListingFormat
from mapgen.cli.listings.wording import BOUNDS, channels, end, lowest, percent, route, summary
from mapgen.render.markdown import Markdown

ESCAPE = Markdown()
SCENARIOS = ("Scenario", "Share", "Touchpoints", "Lowest", "Channels", "Path", "Playbook")
PATHS = ("Chance", "Touchpoints", "End", "Lowest", "Channels", "Path")


def _write(listing: Listing) -> str:
    return "\n\n".join(_parts(listing)) + "\n"


def _parts(listing: Listing) -> Iterator[str]:
    yield f"# {ESCAPE.heading(listing.journey.title)}"
    facts = [f"- {ESCAPE.inline(line)}" for line in summary(listing)]
    yield from ["\n".join(facts)] if facts else []
    if listing.scenarios:
        yield "## Scenarios"
        yield _table(SCENARIOS, [_scenario(listing, listed) for listed in listing.scenarios])
    yield "## Paths through the flow"
    yield _table(PATHS, [_path(listing, listed) for listed in listing.paths])
    if any(listed.bound and listed.chance is not None for listed in listing.paths):
        yield ESCAPE.line(BOUNDS)


def _scenario(listing: Listing, listed: Listed) -> tuple[str, ...]:
    scenario = listed.scenario
    name, share, playbook = (scenario.name, scenario.share, scenario.playbook or "") if scenario else ("", None, "")
    return name, percent(share), _length(listed), *_about(listing, listed), playbook


def _path(listing: Listing, listed: Listed) -> tuple[str, ...]:
    chance = percent(listed.chance, bound=listed.bound)
    return chance, _length(listed), end(listing, listed), *_about(listing, listed)


def _length(listed: Listed) -> str:
    return str(len(listed.passage.touchpoints))


def _about(listing: Listing, listed: Listed) -> tuple[str, str, str]:
    return lowest(listing, listed), channels(listed), route(listing, listed)


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    cells = [[ESCAPE.cell(text) for text in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, ["---"] * len(columns), *cells))


LISTING = ListingFormat(write=_write)

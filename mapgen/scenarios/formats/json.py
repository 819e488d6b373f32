"""Listing -> JSON: touchpoints and channels by id, shares from 0 to 1, null where something is not known."""

from mapgen.ci_commands import json_text
from mapgen.render.data.computed import chances
from mapgen.render.data.values import Data, rounded
from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ReportedPath, ScenarioReport


def render(listing: ScenarioReport) -> str:
    """Write a listing."""
    told: dict[str, Data] = {
        "format": "mapgen-scenarios",
        "version": 1,
        "journey": listing.journey.id,
        "sorted_by": "chance" if listing.told else "length",
        "chances": chances(listing.chances),
        "scenarios": [_way(listed) for listed in listing.scenarios],
        "paths": [_way(listed) for listed in listing.paths],
        "complete": listing.complete,
        "covered": rounded(listing.covered),
    }
    if listing.journey.observed:
        told |= {
            "basis": "observed" if listing.is_observed else "shares",
            "over": listing.over,
            "observed": [_way(listed) for listed in listing.observed],
        }
    return json_text(told) + "\n"


def _way(listed: ReportedPath) -> dict[str, Data]:
    scenario, trough = listed.scenario, listed.passage.trough
    about: dict[str, Data] = {}
    if scenario:
        about = {"id": scenario.id, "name": scenario.name, "share": scenario.share, "playbook": scenario.playbook}
    else:
        about = {"end": listed.end, "reason": listed.reason}
    if listed.walked is not None:
        about["walked"] = listed.walked
    return {
        **about,
        "chance": rounded(listed.chance),
        "bound": listed.bound if listed.chance is not None else None,
        "touchpoints": [one.id for one in listed.passage.touchpoints],
        "trough": {"touchpoint": trough[0], "score": trough[1]} if trough else None,
        "channels": [channel.id for channel in listed.passage.channels],
    }


FORMAT = ReportFormat(suffix=".json", render=render)

"""Drawing -> the scenario that it is about, and its poster."""

from typing import TYPE_CHECKING

from mapgen.diagnostics.phrases import counted, listed, nearest, quoted
from mapgen.lanes.lane import lane_context
from mapgen.model.ids import slug
from mapgen.model.journey import Journey, Scenario
from mapgen.model.references import folded
from mapgen.render.drawing import Drawing
from mapgen.render.optional_engine import EngineError
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.charts.poster import PosterChart

_MAX_NAMED = 8
"""Scenarios that a hint lists."""


def find_scenario(journey: Journey, name: str) -> Scenario:
    """Return the scenario of an id or name; EngineError, with a hint, if the journey has none, or several."""
    found = [one for one in journey.scenarios if one.id == name]
    found = found or [one for one in journey.scenarios if folded(name) in {folded(one.name), slug(one.name)}]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{quoted(name)} is the name of {counted(len(found), 'scenario')}"
        raise EngineError(message, "give each of them an `id`, and name one by that")
    message = f"unknown scenario {quoted(name)}"
    raise EngineError(message, _hint(name, [scenario.id for scenario in journey.scenarios]))


def _hint(name: str, ids: list[str]) -> str:
    if not ids:
        return "add `scenarios` to the spec"
    near = nearest(name, ids)
    if near:
        return f"did you mean {quoted(near)}?"
    more = [f"{len(ids) - _MAX_NAMED} more"] if len(ids) > _MAX_NAMED else []
    return f"use {listed([*map(quoted, ids[:_MAX_NAMED]), *more])}"


def drawn_poster(drawing: Drawing) -> "PosterChart":
    """Compose the poster of the journey or, if the options name one, of a scenario."""
    words, name = Words(drawing.journey.language), drawing.options.scenario
    if name is None:
        from mapgen.charts.poster import poster

        return poster(lane_context(drawing.journey, drawing.analysis, words))
    from mapgen.charts.scenario_poster import scenario_poster

    return scenario_poster(drawing.journey, find_scenario(drawing.journey, name), words)

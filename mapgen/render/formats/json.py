"""Drawing -> JSON for other programs: the journey in the words of the language, and what was computed of it."""

from mapgen.analysis import Analysis
from mapgen.ci_commands import json_text
from mapgen.model.journey import Journey
from mapgen.render.data.computed import computed
from mapgen.render.data.journey import journey as told
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format

VERSION = 1


def to_json(journey: Journey, analysis: Analysis) -> str:
    """Write a journey and its analysis; docs/json.md tells the shape and what is promised of it."""
    data = {
        "format": "mapgen-journey",
        "version": VERSION,
        "journey": told(journey),
        "computed": computed(analysis),
    }
    return json_text(data) + "\n"


def _render(drawing: Drawing) -> str:
    return to_json(drawing.journey, drawing.analysis)


FORMAT = Format(suffix=".json", render=_render)

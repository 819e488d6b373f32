"""The picture of a history, drawn as before; look at it before you accept another."""

from collections.abc import Callable
from pathlib import Path

from mapgen import pipeline
from mapgen.diff import version
from mapgen.diff.history import Moment, trace
from mapgen.render.format import Options
from mapgen.render.formats import svg
from mapgen.render.histories.chronicle import Chronicle
from mapgen.render.histories.picture import newest, pictured
from tests.cli.test_story import FIRST, STORY
from tests.layout.geometry import faults

GOLDEN = Path(__file__).parent / "history.svg"


def story() -> Chronicle:
    """The chronicle of the story that the tests of `mapgen diff` tell."""
    text, specs = FIRST, [FIRST]
    for _, edits, _ in STORY:
        for old, new in edits:
            text = text.replace(old, new)
        specs.append(text)
    journeys = [pipeline.check(spec, name="bike.journey.yaml").journey for spec in specs]
    subjects = ["First map", *(subject for subject, _, _ in STORY)]
    moments = tuple(Moment(f"2026-03-{n + 1:02}", f"{n:07x}", "Maya", subject) for n, subject in enumerate(subjects))
    return Chronicle("bike.journey.yaml", moments, trace([version(one) if one else None for one in journeys]))


def test_a_story_is_drawn_as_before(expect: Callable[[Path, str], None]) -> None:
    look = newest(story())._replace(options=Options(fonts="stack"))
    drawing = pictured(look, story())

    assert faults(drawing.scene) == []
    expect(GOLDEN, svg.render(drawing))

"""The maps that are shown to a browser: all cases, and all examples."""

from functools import cache, partial
from pathlib import Path

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.files.snapshots import find_snapshot
from mapgen.graphviz import lay_out
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.drawing import Drawing

TESTS = Path(__file__).parents[1]
EXAMPLES = sorted(TESTS.parent.glob("examples/*/*.journey.yaml"))
SPECS = [*sorted(TESTS.glob("cases/*/journey.yaml")), *EXAMPLES]


def called(spec: Path) -> str:
    """Return the name of a case or an example."""
    return spec.parent.name


@cache
def drawing_of(spec: Path) -> Drawing:
    """Return the drawing of a spec, with the fonts embedded."""
    checked = check(spec.read_bytes(), name=spec.name)
    assert checked.journey
    analysis = analyze(checked.journey)
    return Drawing(spec.stem, checked.journey, analysis, partial(compose, checked.journey, analysis))


@cache
def page_of(spec: Path) -> str:
    """Return the page of a spec as `mapgen build` makes it, with its flow and its funnel, and what was observed."""
    checked = check(spec.read_bytes(), name=spec.name, snapshot=find_snapshot(spec))
    assert checked.journey
    return draw(DrawRequest(checked.journey, spec.stem, ("html",), lay_out=lay_out))[".html"].decode()

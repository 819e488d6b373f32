"""The maps that are shown to a browser: all cases, and all examples."""

from functools import cache
from pathlib import Path

from mapgen import pipeline
from mapgen.analysis import analyse
from mapgen.composition import compose
from mapgen.graphviz import lay_out
from mapgen.render.format import Drawing

TESTS = Path(__file__).parents[1]
EXAMPLES = sorted(TESTS.parent.glob("examples/*/*.journey.yaml"))
SPECS = [*sorted(TESTS.glob("cases/*/journey.yaml")), *EXAMPLES]


def called(spec: Path) -> str:
    """Return the name of a case or an example."""
    return spec.parent.name


@cache
def drawing_of(spec: Path) -> Drawing:
    """Return the drawing of a spec, with the fonts embedded."""
    checked = pipeline.check(spec.read_bytes(), name=spec.name)
    assert checked.journey
    analysis = analyse(checked.journey)
    return Drawing(spec.stem, checked.journey, analysis, compose(checked.journey, analysis))


@cache
def page_of(spec: Path) -> str:
    """Return the page of a spec as `mapgen build` makes it, with its flow and its funnel."""
    checked = pipeline.check(spec.read_bytes(), name=spec.name)
    assert checked.journey
    return pipeline.draw(checked.journey, name=spec.stem, formats=("html",), lay_out=lay_out)[".html"].decode()

"""What the funnel says and where it stands."""

from pathlib import Path

import pytest

from mapgen import pipeline, resources
from mapgen.analysis import analyse
from mapgen.charts.funnel import FunnelChart, funnel
from mapgen.lanes.lane import look
from mapgen.layout.funnel import arrange_funnel
from mapgen.layout.typeface import Typeface
from mapgen.words import Words
from tests.layout.geometry import faults

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.journey.yaml"))
TYPEFACE = Typeface(resources.font())
NB = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def chart_of(text: str | bytes) -> FunnelChart:
    journey = pipeline.check(text, name="journey.yaml").journey
    assert journey
    return funnel(look(journey, analyse(journey), Words(journey.language)))


def spec(*stages: str) -> str:
    return "title: Coffee\nstages:\n" + "".join(f"  - {{{stage}}}\n" for stage in stages)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_in_the_examples_no_text_leaves_its_box_or_meets_another(path: Path) -> None:
    assert faults(arrange_funnel(chart_of(path.read_bytes()), TYPEFACE)) == []


@pytest.mark.parametrize("count", [1, 2, 9, 40])
@pytest.mark.parametrize("width", [400, None])
def test_nor_with_any_number_of_stages(count: int, width: float | None) -> None:
    name = "A stage with a rather long name that has to wrap"
    text = spec(*(f"name: {name} {number}, id: s{number}, volume: {10**12 // (number + 1)}" for number in range(count)))

    assert faults(arrange_funnel(chart_of(text), TYPEFACE, width=width)) == []


def test_each_stage_tells_how_many_it_has_and_how_many_go_on() -> None:
    steps = chart_of(spec("name: A, volume: 1000", "name: B, volume: 400", "name: C, volume: 300")).steps

    assert [step.size for step in steps] == ["1,000", "400", "300"]
    assert [step.level for step in steps] == [1, 0.4, 0.3]
    assert [step.conversion for step in steps] == [f"40{NB}% →", f"75{NB}% →", None]
    assert [step.drop_off for step in steps] == [f"{MINUS}60{NB}%", f"{MINUS}25{NB}%", None]
    assert [step.reach for step in steps] == [None, f"40{NB}% of those who began", f"30{NB}% of those who began"]
    assert [step.lost for step in steps] == [f"60{NB}% of those who began", f"10{NB}% of those who began", None]
    assert [step.largest for step in steps] == ["the largest loss", None, None]


def test_what_was_not_measured_says_so() -> None:
    steps = chart_of(spec("name: A, volume: 1000", "name: B", "name: C, volume: 300")).steps

    assert [step.size for step in steps] == ["1,000", "not measured", "300"]
    assert [step.level for step in steps] == [1, None, 0.3]
    assert [step.conversion for step in steps] == [None, None, None]


def test_what_can_be_computed_is_and_wears_a_sign() -> None:
    leave = "exits: [{kind: abandon, share: 0.25, reason: Too dear}]"
    steps = chart_of(spec(f"name: A, volume: 1000, {leave}", f"name: B, {leave}", "name: C")).steps

    assert [step.size for step in steps] == ["1,000", f"≈{NB}750", f"≈{NB}562"]
    assert [len(step.outs) for step in steps] == [1, 1, 0]


def test_without_any_volume_the_first_stage_is_the_whole() -> None:
    leave = "exits: [{kind: abandon, share: 0.5}]"
    steps = chart_of(spec(f"name: A, {leave}", f"name: B, {leave}", "name: C")).steps

    assert [step.size for step in steps] == [f"100{NB}%", f"50{NB}%", f"25{NB}%"]
    assert [step.reach for step in steps] == [None, None, None]

"""What the funnel says and where it stands."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from mapgen import pipeline, resources
from mapgen.analysis import analyze
from mapgen.charts.funnel import FunnelChart, funnel
from mapgen.lanes.lane import lane_context
from mapgen.layout.funnel import arrange_funnel
from mapgen.layout.scene import Group
from mapgen.layout.scene import Path as Outline
from mapgen.layout.typeface import Typeface
from mapgen.words import Words
from tests.layout.geometry import faults
from tests.properties.journeys import journeys
from tests.properties.journeys import spec as spec_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.journey.yaml"))
TYPEFACE = Typeface(resources.font())
NB = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def chart_of(text: str | bytes) -> FunnelChart:
    journey = pipeline.check(text, name="journey.yaml").journey
    assert journey
    return funnel(lane_context(journey, analyze(journey), Words(journey.language)))


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


LONG, DEAR = "very long " * 40, "配送料が高い" * 9
SHAPES = {
    "growing": spec("name: A, volume: 10", "name: B, volume: 15", "name: C, volume: 3"),
    "nobody left": spec("name: A, volume: 10", "name: B, volume: 0", "name: C, volume: 0"),
    "nobody at all": spec("name: A, volume: 0", "name: B, volume: 0"),
    "very few": spec("name: A, volume: 1000000000", "name: B, volume: 3"),
    "unknown": spec("name: A, volume: 10", "name: B", "name: C, volume: 3"),
    "long": spec(
        f"name: A, volume: 90, touchpoints: [{{name: a, exits: [{{kind: churn, share: 0.5, reason: {LONG}}}]}}]",
        f"name: B, volume: 45, touchpoints: [{{name: b, exits: [{{kind: convert, reason: {'x' * 300}}}]}}]",
    ),
    "Arabic": "language: ar\n"
    + spec(
        "name: الشراء, volume: 90, touchpoints: [{name: يدفع, exits: [{kind: churn, share: 0.5, reason: السعر}]}]",
        "name: الولاء, volume: 45, touchpoints: [{name: يعود}]",
    ),
    "Japanese": "language: ja\n"
    + spec(
        f"name: 購入, touchpoints: [{{name: 支払う, exits: [{{kind: churn, share: 0.5, reason: {DEAR}}}]}}]",
        "name: 継続, touchpoints: [{name: 戻る}]",
    ),
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("width", [400, 900, None])
def test_nor_with_volumes_and_reasons_of_any_kind(text: str, width: float | None) -> None:
    assert faults(arrange_funnel(chart_of(text), TYPEFACE, width=width)) == []


@settings(max_examples=40)
@given(journeys)
def test_nor_in_any_journey(data: dict[str, object]) -> None:
    assert faults(arrange_funnel(chart_of(spec_of(data)), TYPEFACE)) == []


def test_each_stage_tells_how_many_it_has_and_how_many_are_lost() -> None:
    stages = chart_of(spec("name: A, volume: 1000", "name: B, volume: 400", "name: C, volume: 300")).stages

    assert [stage.size for stage in stages] == ["1,000", "400", "300"]
    assert [stage.level for stage in stages] == [1, 0.4, 0.3]
    assert [stage.change for stage in stages] == [f"{MINUS}60{NB}%", f"{MINUS}25{NB}%", None]
    assert [stage.reach for stage in stages] == [None, f"40{NB}% of those who started", f"30{NB}% of those who started"]
    assert [stage.lost for stage in stages] == [f"60{NB}% of those who started", f"10{NB}% of those who started", None]
    assert [stage.largest for stage in stages] == ["the largest loss", None, None]


def test_a_loss_of_nearly_all_is_not_one_of_all() -> None:
    few, none, _ = chart_of(spec("name: A, volume: 100000", "name: B, volume: 3", "name: C, volume: 0")).stages

    assert (few.change, none.change) == (f"{MINUS}99.997{NB}%", f"{MINUS}100{NB}%")


def test_where_others_join_the_change_has_a_plus() -> None:
    first, _ = chart_of(spec("name: A, volume: 10", "name: B, volume: 15")).stages

    assert (first.change, first.joins, first.lost) == (f"+50{NB}%", True, None)


def test_what_was_not_measured_says_so() -> None:
    stages = chart_of(spec("name: A, volume: 1000", "name: B", "name: C, volume: 300")).stages

    assert [stage.size for stage in stages] == ["1,000", "not measured", "300"]
    assert [stage.level for stage in stages] == [1, None, 0.3]
    assert [stage.size for stage in chart_of(spec("name: A", "name: B")).stages] == ["not measured"] * 2


def test_what_can_be_computed_is_and_wears_a_sign() -> None:
    leave = "exits: [{kind: abandon, share: 0.25, reason: Too dear}]"
    stages = chart_of(spec(f"name: A, volume: 1000, {leave}", f"name: B, {leave}", "name: C")).stages

    assert [stage.size for stage in stages] == ["1,000", f"≈{NB}750", f"≈{NB}562"]
    assert [[part.label for part in stage.parts] for stage in stages] == [["Too dear"], ["Too dear"], []]


def test_without_any_volume_and_touchpoint_the_first_stage_is_the_whole() -> None:
    leave = "exits: [{kind: abandon, share: 0.5}]"
    chart = chart_of(spec(f"name: A, {leave}", f"name: B, {leave}", "name: C"))

    assert [stage.size for stage in chart.stages] == [f"100{NB}%", f"50{NB}%", f"25{NB}%"]
    assert [stage.reach for stage in chart.stages] == [None, None, None]
    assert chart.endings == ()


LEAVES = "touchpoints: [{name: x, exits: [{kind: abandon, share: 0.4, reason: Too dear}, {kind: pause, share: 0.2}]}]"
STAYS = "touchpoints: [{name: y, exits: [{kind: convert, share: 0.004}]}]"


def test_shares_make_the_hundred_volumes_the_river_and_both_make_both() -> None:
    shares, volumes = (
        chart_of(spec(f"name: A, {LEAVES}", f"name: B, {STAYS}")),
        chart_of(spec("name: A, volume: 9", "name: B, volume: 3")),
    )
    both = chart_of(spec(f"name: A, volume: 10, {LEAVES}", f"name: B, volume: 4, {STAYS}"))

    assert [bool(chart.stages) for chart in (shares, volumes, both)] == [False, True, True]
    assert [bool(chart.endings) for chart in (shares, volumes, both)] == [True, False, True]


def test_reasons_are_parts_of_all_who_begin() -> None:
    first, _ = chart_of(spec(f"name: A, volume: 100, {LEAVES}", f"name: B, volume: 40, {STAYS}")).stages

    assert first.lost == f"60{NB}% of those who started"
    assert [(part.size, part.label) for part in first.parts] == [
        (f"40{NB}%", "Too dear"),
        (f"20{NB}%", "no reason given"),
    ]


def test_a_hundred_are_a_hundred_and_the_success_is_told_however_small() -> None:
    endings = chart_of(spec(f"name: A, {LEAVES}", f"name: B, {STAYS}")).endings

    assert sum(ending.count for ending in endings) == 100
    assert [(ending.count, ending.label, ending.kind) for ending in endings] == [
        (40, "Too dear", "loss"),
        (40, "Reaches the end", "loss"),
        (20, "Pauses", "loss"),
        (0, "Converts", "success"),
    ]


def people(text: str) -> list[str | None]:
    """Return the colors of the people, in order."""
    scene = arrange_funnel(chart_of(text), TYPEFACE)
    crowd = next(one for one in scene.items if isinstance(one, Group) and one.anchor == "funnel-endings")
    groups = [group for group in crowd.items if isinstance(group, Group)]
    return [one.fill for group in groups for one in group.items if isinstance(one, Outline)]


def test_each_of_the_hundred_is_drawn() -> None:
    colors = people(
        spec("name: A, touchpoints: [{name: x, exits: [{kind: churn, share: 0.75}]}]", "name: B, touchpoints: [y]")
    )

    assert colors == ["loss-1"] * 75 + ["good"] * 25


def test_what_the_spec_does_not_tell_is_unknown() -> None:
    text = (
        spec("name: A, touchpoints: [{name: x, exits: [{kind: churn, share: 0.25}]}, y]")
        + "flow: [{from: y, to: x, kind: back}]\n"
    )
    flow = "flow: [{from: x, to: y, kind: skip}, {from: x, to: x, kind: repeat}]\n"
    endings = chart_of(text.partition("flow")[0] + flow).endings

    assert [(ending.count, ending.kind) for ending in endings] == [(25, "loss"), (75, "unknown")]

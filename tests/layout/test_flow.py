"""Where the flow puts things: nothing lies on anything, whatever the journey is like."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path as File

import pytest

from mapgen import pipeline, resources
from mapgen.analysis import analyze
from mapgen.blocks import Text
from mapgen.charts.flow import flow
from mapgen.charts.flowchart import FlowChart
from mapgen.graphviz import lay_out
from mapgen.lanes.lane import lane_context
from mapgen.layout.flow import arrange_flow
from mapgen.layout.flow.labels import tag
from mapgen.layout.flow.ranks import MOST, AnswerError, ordered_columns
from mapgen.layout.flow.row_wrapping import fold
from mapgen.layout.scene import Box, Circle, Group, Item, Label, Path, Rect, Scene, Weight
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface
from mapgen.words import Words
from tests.layout.geometry import crowded
from tests.random_flows import tangle

ROOT = File(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/*.journey.yaml"))
TYPEFACE = Typeface(resources.font())
_SLACK = 0.6


def chart_of(text: str | bytes, scenario: str | None = None) -> FlowChart:
    journey = pipeline.check(text, name="journey.yaml").journey
    assert journey
    chosen = next((one for one in journey.scenarios if one.id == scenario), None)
    return flow(lane_context(journey, analyze(journey), Words(journey.language)), chosen)


def scene_of(text: str | bytes, *, width: float | None = None, scenario: str | None = None) -> Scene:
    return arrange_flow(chart_of(text, scenario), TYPEFACE, lay_out, width=width)


def groups(items: tuple[Item, ...], prefix: str) -> Iterator[Group]:
    """Yield the groups whose anchor begins so."""
    for item in items:
        if isinstance(item, Group):
            if item.anchor and item.anchor.startswith(prefix):
                yield item
            yield from groups(item.items, prefix)


def meets(one: Box, other: Box) -> bool:
    return (
        one.x + _SLACK < other.x + other.width
        and other.x + _SLACK < one.x + one.width
        and one.y + _SLACK < other.y + other.height
        and other.y + _SLACK < one.y + one.height
    )


def boxes(scene: Scene) -> list[tuple[str, Box]]:
    """Return the box of each card and each label."""
    cards = [(group.anchor or "", group.box) for group in groups(scene.items, "flow-touchpoint-") if group.box]
    wires = groups(scene.items, "flow-edge-")
    labels = [(group.anchor or "", Box(*item[:4])) for group in wires for item in group.items if isinstance(item, Rect)]
    return sorted([*cards, *labels], key=lambda pair: pair[1].y)


def collisions(scene: Scene) -> list[str]:
    """Tell each card or label that lies on another, and each that a way of somebody else crosses."""
    taken = boxes(scene)
    found = []
    for index, (name, box) in enumerate(taken):
        for other_name, other in taken[index + 1 :]:
            if other.y >= box.y + box.height:
                break
            if meets(box, other):
                found.append(f"{name} lies on {other_name}")
    bins: dict[int, list[tuple[str, Box]]] = {}
    for name, box in taken:
        for number in bins_of(box):
            bins.setdefault(number, []).append((name, box))
    for group in groups(scene.items, "flow-edge-"):
        for reach in strokes(group):
            near = {pair for number in bins_of(reach) for pair in bins.get(number, ())}
            found += [
                f"{name} is crossed by {group.anchor}"
                for name, box in near
                if name != group.anchor and meets(reach, box)
            ]
    return found


def bins_of(box: Box) -> range:
    return range(int(box.y // 100), int((box.y + box.height) // 100) + 1)


def strokes(group: Group) -> Iterator[Box]:
    """Yield what each straight piece of a way covers."""
    for item in group.items:
        if isinstance(item, Path) and not item.fill:
            ends = [places[-2:] for _, places in item.segments]
            for (x1, y1), (x2, y2) in pairwise(ends):
                yield Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))


@pytest.mark.parametrize("spec", EXAMPLES, ids=lambda spec: spec.parent.name)
def test_in_the_examples_nothing_lies_on_anything(spec: File) -> None:
    scene = scene_of(spec.read_bytes())

    assert crowded(scene) == []
    assert collisions(scene) == []
    assert scene.width <= 1680


@pytest.mark.parametrize(
    ("touchpoints", "edges", "seed"), [(1, 1, 0), (2, 6, 1), (9, 30, 2), (30, 90, 3), (60, 150, 4), (400, 900, 5)]
)
def test_in_a_tangle_nothing_lies_on_anything(touchpoints: int, edges: int, seed: int) -> None:
    scene = scene_of(tangle(touchpoints, edges, seed))

    assert crowded(scene) == []
    assert collisions(scene) == []


@pytest.mark.parametrize("width", [400, 900, 3000])
def test_at_any_width_nothing_lies_on_anything(width: float) -> None:
    scene = scene_of(tangle(24, 60, 6), width=width)

    assert crowded(scene) == []
    assert collisions(scene) == []


def test_each_way_and_each_touchpoint_is_drawn_and_can_be_pointed_at() -> None:
    chart = chart_of(tangle(12, 20, 7))
    scene = arrange_flow(chart, TYPEFACE, lay_out)

    assert len(list(groups(scene.items, "flow-touchpoint-"))) == 12
    assert {group.anchor for group in groups(scene.items, "flow-edge-")} == {wire.anchor for wire in chart.wires}


def test_from_the_right_the_flow_is_the_same_seen_in_a_mirror() -> None:
    text = tangle(8, 12, 8)
    there = scene_of(text)
    back = scene_of(text.replace('"language": "en"', '"language": "ar"'))

    cards = {group.anchor: group.box for group in groups(there.items, "flow-touchpoint-")}
    mirrored = {group.anchor: group.box for group in groups(back.items, "flow-touchpoint-")}
    assert back.direction == "rtl"
    assert crowded(back) == []
    assert collisions(back) == []
    for anchor, box in cards.items():
        other = mirrored[anchor]
        assert box
        assert other
        assert back.width - other.x - other.width == pytest.approx(box.x, abs=8)  # other digits, other widths


def test_more_than_six_hundred_touchpoints_are_folded_to_stages_and_the_picture_says_so() -> None:
    chart = chart_of(tangle(601, 700, 9))
    scene = arrange_flow(chart, TYPEFACE, lay_out)

    assert chart.notice
    assert chart.notice.startswith("Too large for one drawing: shown stage by stage")
    assert not list(groups(scene.items, "flow-touchpoint-"))
    assert list(groups(scene.items, "flow-stage-"))
    assert crowded(scene) == []


def test_so_are_more_than_fifteen_hundred_ways() -> None:
    chart = chart_of(tangle(80, 2500, 13))

    assert chart.notice
    assert crowded(arrange_flow(chart, TYPEFACE, lay_out)) == []


def dense(touchpoints: int, *, share: bool = True, stages: int = 4) -> str:
    """Return a spec in which a way leads from each touchpoint to each; the one to the next but two is the strongest."""
    names = [f"t{number}" for number in range(touchpoints)]
    flow = [
        {"from": one, "to": other, "kind": kind_of(at, there)}
        | ({"share": 0.4 if there == (at + 3) % touchpoints else 0.5 / touchpoints} if share else {})
        for at, one in enumerate(names)
        for there, other in enumerate(names)
    ]
    spec = {
        "title": "Dense",
        "language": "en",
        "stages": [
            {"name": f"S{at}", "touchpoints": [{"id": name, "name": name} for name in names[at::stages]]}
            for at in range(stages)
        ],
        "flow": flow,
    }
    return json.dumps(spec)


def kind_of(start: int, end: int) -> str:
    return "repeat" if start == end else "back" if end < start else "skip"


def others(chart: FlowChart) -> list[str]:
    """Return what stands for the ways that are not drawn."""
    outs = (out.text for cluster in chart.clusters for node in cluster.nodes for out in node.outs)
    return [text for text in outs if text.startswith("Other paths")]


def analysis_of_ways(text: str) -> tuple[object, ...]:
    journey = pipeline.check(text, name="journey.yaml").journey
    assert journey
    return analyze(journey).flow.ways


def test_without_shares_the_others_are_counted_all_the_same() -> None:
    chart = chart_of(dense(19, share=False))

    assert len(chart.wires) <= 50
    assert all(text.split("\u00d7")[1].isdigit() for text in others(chart))


def test_a_way_keeps_its_number_where_others_are_not_drawn() -> None:
    ways = analysis_of_ways(dense(19))
    pairs = {f"flow-edge-{at}": (way.start, way.end) for at, way in enumerate(ways, start=1)}  # type: ignore[attr-defined]

    assert all(pairs[wire.anchor] == (wire.start, wire.end) for wire in chart_of(dense(19)).wires)


@pytest.mark.parametrize("stages", [5, 45])
def test_a_flow_of_many_thousand_ways_is_drawn(stages: int) -> None:
    chart = chart_of(dense(45, stages=stages))
    scene = arrange_flow(chart, TYPEFACE, lay_out)

    assert len(chart.wires) <= 3 * max(stages, 16)
    assert crowded(scene) == []


def test_a_scenario_keeps_its_colors_and_the_rest_steps_back() -> None:
    text = """\
title: Coffee
stages:
  - name: Order
    touchpoints: [{name: A, id: a}, {name: B, id: b}, {name: C, id: c}]
flow: [{from: a, to: c, kind: skip, share: 0.5}]
scenarios: [{id: quick, name: In a hurry, path: [a, c], share: 0.5, playbook: Let them pay in the app.}]
"""
    chart = chart_of(text, "quick")
    scene = arrange_flow(chart, TYPEFACE, lay_out)

    drawn = {
        wire.kind: next(item.stroke for item in group.items if isinstance(item, Path))
        for wire in chart.wires
        for group in groups(scene.items, wire.anchor)
    }
    assert drawn["skip"] == "series-1"
    assert drawn["next"] == "line"
    assert chart.lit
    assert [fact.text for fact in chart.lit.facts] == ["50\u00a0%", "Let them pay in the app."]


def drawn_as(chart: FlowChart, kind: str) -> str:
    return next(wire.anchor for wire in chart.wires if wire.kind == kind)


def test_what_a_label_has_no_room_for_is_told_where_one_points_at_it() -> None:
    trigger = "Looks for a cheaper plan, " * 12
    text = "title: Coffee\nstages: [{name: Order, touchpoints: [{name: A, id: a}, {name: B, id: b}]}]\n"
    text += f"flow: [{{from: b, to: a, kind: back, share: 0.1, trigger: '{trigger}'}}]\n"
    chart = chart_of(text)
    scene = arrange_flow(chart, TYPEFACE, lay_out)
    (back,) = groups(scene.items, drawn_as(chart, "back"))

    shown = "".join(item.text for item in back.items if isinstance(item, Label))
    assert shown.endswith("…")
    assert back.tip
    assert trigger.strip() in back.tip


def test_alternatives_stand_above_each_other() -> None:
    text = """\
title: Coffee
stages:
  - name: Order
    touchpoints: [{name: Come, id: come}, {name: App, id: app}, {name: Till, id: till}, {name: Drink, id: drink}]
flow:
  - {from: come, to: app, share: 0.4}
  - {from: come, to: till, share: 0.6}
  - {from: app, to: drink}
"""
    cards = {group.anchor: group.box for group in groups(scene_of(text).items, "flow-touchpoint-")}
    app, till = cards["flow-touchpoint-app"], cards["flow-touchpoint-till"]

    assert app
    assert till
    assert app.x == till.x
    assert app.y != till.y


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_without_an_engine_nothing_lies_on_anything_either(path: File) -> None:
    scene = arrange_flow(chart_of(path.read_bytes()), TYPEFACE, None)

    assert crowded(scene) == []
    assert collisions(scene) == []


@pytest.mark.parametrize("seed", range(6))
def test_nor_in_a_tangle_and_each_touchpoint_is_there_once(seed: int) -> None:
    chart = chart_of(tangle(12, 5 + 8 * seed, seed))
    found = ordered_columns(chart.clusters, chart.wires)

    for cluster, columns in zip(chart.clusters, found, strict=True):
        assert [node for column in columns for node in column] == [node.id for node in cluster.nodes]
        assert max(map(len, columns)) <= MOST
    assert crowded(arrange_flow(chart, TYPEFACE, None)) == []


def test_a_way_leads_to_a_later_column_without_an_engine_too() -> None:
    text = """\
title: Coffee
stages:
  - name: Order
    touchpoints: [{name: Come, id: come}, {name: App, id: app}, {name: Till, id: till}, {name: Drink, id: drink}]
flow:
  - {from: come, to: app, share: 0.4}
  - {from: come, to: till, share: 0.6}
  - {from: app, to: drink}
"""
    chart = chart_of(text)

    assert ordered_columns(chart.clusters, chart.wires) == ((("come",), ("app", "till"), ("drink",)),)


NASTY = (
    'a "quote"',
    "[bracket]",
    "<b>bold</b>",
    "\\N \\G \\l",
    "two\nlines",
    "n0 -> n1; }",
    "word " * 60,
    "مرحبا بالعالم",
)


def test_nothing_of_the_author_reaches_the_engine() -> None:
    asked: list[str] = []

    def listening(text: str) -> str:
        asked.append(text)
        return lay_out(text)

    scene = arrange_flow(chart_of(tangle(8, 16, 10, words=NASTY)), TYPEFACE, listening)

    assert crowded(scene) == []
    assert collisions(scene) == []
    assert set(asked[0]) <= set('digraph{} \n;,=->[]"n0123456789._abcdefghijklmnopqrstuvwxyzLR')
    assert not any(word.strip() in asked[0] for word in NASTY)


@pytest.mark.parametrize(
    "answer", ["", "nonsense", "{}", '{"objects": 3}', '{"objects": [{"name": "n0", "pos": "x"}]}', "[" * 9999]
)
def test_an_answer_that_is_none_is_refused(answer: str) -> None:
    with pytest.raises(AnswerError):
        arrange_flow(chart_of(tangle(3, 2, 11)), TYPEFACE, lambda _: answer)


def test_an_engine_that_differs_in_pixels_gives_the_same_picture() -> None:
    chart = chart_of((ROOT / "examples/ski-shop/ski-shop.journey.yaml").read_bytes())

    def shifted(text: str) -> str:
        return lay_out(text.replace("nodesep=0.3", "nodesep=0.5").replace("ranksep=0.6", "ranksep=1.1"))

    assert arrange_flow(chart, TYPEFACE, shifted) == arrange_flow(chart, TYPEFACE, lay_out)


def test_rows_end_where_stages_end_if_that_is_possible() -> None:
    stages = [tuple((f"{stage}{number}",) for number in range(count)) for stage, count in enumerate((3, 3, 2, 3, 2))]

    rows = fold(stages, 8)
    assert [[part.cluster for part in row] for row in rows] == [[0, 1, 2], [3, 4]]


def test_a_stage_that_is_too_long_for_a_row_is_cut_and_its_parts_are_counted() -> None:
    rows = fold([tuple((str(number),) for number in range(10))], 4)

    assert [len(part.columns) for row in rows for part in row] == [4, 4, 2]
    assert [(part.number, part.total) for row in rows for part in row] == [(1, 3), (2, 3), (3, 3)]


GROUP = """\
title: Software
personas:
  - {id: ines, name: Ines, buying_role: champion}
  - {id: robert, name: Robert, buying_role: decider}
  - {id: priya, name: Priya, buying_role: gatekeeper}
stages:
  - name: Choose
    touchpoints:
      - {name: Demo, id: demo, personas: [ines, robert, priya], exits: [{kind: abandon, share: 0.2, reason: Too dear}]}
      - {name: Test, id: test, personas: [ines], exits: [{kind: abandon, share: 0.9, reason: Too slow}]}
      - {name: Sign, id: sign, exits: [{kind: convert}]}
"""


def drawn(scene: Scene, anchor: str) -> list[Item]:
    (group,) = groups(scene.items, anchor)
    return list(group.items)


def test_a_card_tells_who_decides_there_and_who_can_block() -> None:
    chart = chart_of(GROUP)
    scene = arrange_flow(chart, TYPEFACE, lay_out)
    cards = [node.card for cluster in chart.clusters for node in cluster.nodes]

    assert [[(one.label, one.text) for one in card.body] for card in cards] == [
        [("Decider", "Robert"), ("Gatekeeper", "Priya")],
        [],
        [],
    ]
    assert [item.fill for item in drawn(scene, "flow-touchpoint-demo") if isinstance(item, Circle)] == ["good"]
    assert not any(isinstance(item, Circle) for item in drawn(scene, "flow-touchpoint-test"))
    assert crowded(scene) == []
    assert collisions(scene) == []


def losses(text: str) -> list[str | None]:
    return [out.loss for cluster in chart_of(text).clusters for node in cluster.nodes for out in node.outs]


def test_the_exit_that_loses_most_of_all_who_began_says_so() -> None:
    told = "72\u00a0% of those who started \u00b7 the most frequent exit"  # 0.8 come to the test, 0.9 of them leave

    assert losses(GROUP) == [None, told, None]
    drawn_text = " ".join(label for group in groups_named(GROUP, "Too slow") for label in labels_of(group))
    assert drawn_text.endswith("the most frequent exit")


def groups_named(text: str, word: str) -> Iterator[Group]:
    return (item for item in scene_of(text).items if isinstance(item, Group) and item.name and word in item.name)


def labels_of(group: Group) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Label)]


def test_of_exits_that_look_the_same_one_is_the_most_frequent() -> None:
    alike = "exits: [{kind: abandon, share: 0.2}, {kind: abandon, share: 0.3}, {kind: abandon, share: 0.1}]"
    found = losses(f"title: Coffee\nstages: [{{name: Order, touchpoints: [{{name: A, id: a, {alike}}}, B]}}]")

    assert [loss is not None for loss in found] == [False, True, False]


def test_no_exit_is_the_most_frequent_while_a_share_is_missing() -> None:
    assert losses(GROUP.replace("kind: abandon, share: 0.2, reason", "kind: abandon, reason")) == [None, None, None]


@pytest.mark.parametrize("name", ["App", "Checkout", "Search and comparison of fares"])
def test_a_channel_without_room_beside_the_signs_stands_under_them_and_is_not_torn(name: str) -> None:
    text = f"""\
title: Coffee
channels: [{{id: c, name: {name}}}]
stages:
  - name: Order
    touchpoints: [{{name: Pays, id: t, channel: c, emotion: -2, moment_of_truth: conversion}}, Drinks, Leaves]
"""
    scene = scene_of(text, width=400)
    (card,) = groups(scene.items, "flow-touchpoint-t")
    number, *rest = (item for item in card.items if isinstance(item, Label))
    lines = [item for item in rest if item.text in name]

    assert number.text == "1"
    assert " ".join(item.text for item in lines) == name
    assert (lines[0].y - number.y > 10) == (name != "App")
    assert crowded(scene) == []


@pytest.mark.parametrize(("language", "told"), [("en", "Bar \u2192 Till"), ("ar", "Bar \u200f\u2190\u200f Till")])
def test_a_hand_over_points_to_who_takes_over(language: str, told: str) -> None:
    text = f"""\
title: Coffee
language: {language}
owners: [{{id: bar, name: Bar}}, {{id: till, name: Till}}]
stages: [{{name: Order, touchpoints: [{{name: A, id: a}}, {{name: B, id: b}}]}}]
flow: [{{from: a, to: b, handoff: {{from: bar, to: till}}}}]
"""
    (wire,) = chart_of(text).wires

    assert [one.text for one in wire.said] == [told]


def test_a_label_of_many_names_takes_no_more_work_than_its_lines() -> None:
    class Counting(Typeface):
        """A typeface that counts the characters that it measures."""

        measured = 0

        def width(self, text: str, size: float, weight: Weight = 400) -> float:
            self.measured += len(text)
            return super().width(text, size, weight)

    typeface = Counting(resources.font())
    names = " \u00b7 ".join(f"name {number}" for number in range(20_000))
    found = tag([Text(names, tone="muted")], 104.0, TextMeasurer(typeface))

    assert found == tag([Text(names[:400], tone="muted")], 104.0, TextMeasurer(TYPEFACE))
    assert typeface.measured < len(names) / 10

"""The flow of a journey with a snapshot: observed shares beside the planned ones, and what the map does not have."""

from collections.abc import Callable

from mapgen.analysis import analyze
from mapgen.charts.flow import flow
from mapgen.charts.flowchart import FlowChart
from mapgen.charts.volumes import volumes
from mapgen.lanes.lane import lane_context
from mapgen.layout.flow.edge_styles import UNPLANNED, line
from mapgen.layout.scene import Path
from mapgen.model.journey import Journey
from mapgen.record import replace
from mapgen.words import Words
from tests.snapshots import Flows, counts, snapshot

Read = Callable[[str], Journey]

SHOP = """
title: Shop
stages:
  - name: Look
    touchpoints:
      - {id: search, name: Searches}
      - {id: compare, name: Compares, exits: [{kind: abandon, share: 0.38}]}
      - {id: call, name: Calls a friend, owner: us}
  - name: Buy
    touchpoints: [{id: pay, name: Pays, exits: [{kind: convert, share: 0.9}, {kind: abandon, share: 0.1}]}]
owners: [{id: us, name: Us}]
flow: [{from: compare, to: search, kind: back, share: 0.2, trigger: Doubts}]
"""
FLOWS: Flows = {
    "search": {"compare": 800, None: 200},
    "compare": {"search": 150, "pay": 520, None: 330},
    "pay": {None: 500, "search": 20, "compare": 1},
}


def chart(journey: Journey, flows: Flows | None = None) -> FlowChart:
    seen = replace(journey, observed=snapshot(counts(flows))) if flows else journey
    return flow(lane_context(seen, analyze(seen), Words("en")))


def labels(found: FlowChart) -> dict[tuple[str, str], list[str]]:
    return {
        (wire.start, wire.end): [text.text.replace("\N{NO-BREAK SPACE}", " ") for text in wire.said]
        for wire in found.wires
    }


def test_the_observed_share_stands_behind_the_planned_one_and_makes_the_width(journey_of: Read) -> None:
    found = chart(journey_of(SHOP), FLOWS)

    assert labels(found)["compare", "search"] == ["20 % \u2192 15 %", "Doubts"]
    assert labels(found)["search", "compare"] == ["\u2192 80 %"]
    assert next(wire.share for wire in found.wires if (wire.start, wire.end) == ("compare", "search")) == 0.15


def test_what_the_map_does_not_have_is_drawn_if_enough_take_it_and_else_counted(journey_of: Read) -> None:
    found = chart(journey_of(SHOP), FLOWS)

    assert [(wire.start, wire.end) for wire in found.wires if wire.unplanned] == [("pay", "search")]
    assert found.notice == "Observed, but not on the map: +1"
    assert "Observed, but not on the map" in [sign.text for sign in found.legend]


def test_at_most_ten_transitions_are_added(journey_of: Read) -> None:
    spec = (
        "title: T\nstages: [{name: S, touchpoints: ["
        + ", ".join(f"{{id: t{n}, name: T{n}}}" for n in range(16))
        + "]}]"
    )
    flows: Flows = {f"t{n}": {f"t{(n + 5) % 16}": 100, None: 0} for n in range(16)}

    found = chart(journey_of(spec), flows)

    assert len([wire for wire in found.wires if wire.unplanned]) == 10
    assert found.notice == "Observed, but not on the map: +6"


def test_exits_show_both_shares_and_those_that_the_map_does_not_have(journey_of: Read) -> None:
    outs = {node.id: node.outs for cluster in chart(journey_of(SHOP), FLOWS).clusters for node in cluster.nodes}

    assert [out.text.replace("\N{NO-BREAK SPACE}", " ") for out in outs["compare"]] == ["Abandons 38 % \u2192 33 %"]
    assert [(out.text.replace("\N{NO-BREAK SPACE}", " "), out.reason) for out in outs["search"]] == [
        ("Leaves 20 %", "Observed, but not on the map")
    ]


def test_a_touchpoint_without_events_says_so(journey_of: Read) -> None:
    feet = {node.id: node.card.foot for cluster in chart(journey_of(SHOP), FLOWS).clusters for node in cluster.nodes}

    assert feet["call"] == "Us \u00b7 not measured"
    assert feet["search"] is None


def test_without_a_snapshot_nothing_is_added(journey_of: Read) -> None:
    found = chart(journey_of(SHOP))

    assert labels(found)["compare", "search"] == ["20 %", "Doubts"]
    assert not any(wire.unplanned for wire in found.wires)


def test_what_the_map_does_not_have_is_dashed_in_a_color_of_its_own() -> None:
    (stroke, _) = line([(0.0, 0.0), (50.0, 0.0)], "skip", 2.0, unplanned=True)

    assert isinstance(stroke, Path)
    assert (stroke.stroke, stroke.dash) == (UNPLANNED.color, UNPLANNED.dash)


def test_the_funnel_says_what_part_was_observed_and_draws_how_many_that_are(journey_of: Read) -> None:
    spec = SHOP.replace("name: Look\n", "name: Look\n    volume: 1000\n").replace(
        "name: Buy\n", "name: Buy\n    volume: 600\n"
    )
    seen = counts(FLOWS, funnel={"look": 800, "buy": 400})
    journey = replace(journey_of(spec), observed=snapshot(seen))

    look, buy = volumes(lane_context(journey, analyze(journey), Words("en")))

    assert (look.observed, look.observed_level) == (None, None)
    assert (buy.observed or "").replace("\N{NO-BREAK SPACE}", " ") == "Observed 50 %"
    assert (buy.level, buy.observed_level) == (0.6, 0.5)

from collections.abc import Callable

import pytest

from mapgen.analysis import Analysis

Analyze = Callable[[str], Analysis]

SPEC = "title: t\nstages: [{name: s, touchpoints: [a, b]}, {name: u, touchpoints: [c, d]}]\n"


def ways(analysis: Analysis) -> list[tuple[str, str, str, float | None, bool]]:
    return [(way.start, way.end, way.kind, way.share, way.implied) for way in analysis.flow.ways]


def test_every_touchpoint_goes_on_to_the_next_one(analysis_of: Analyze) -> None:
    analysis = analysis_of(SPEC)

    assert ways(analysis) == [("a", "b", "next", 1, True), ("b", "c", "next", 1, True), ("c", "d", "next", 1, True)]
    assert analysis.flow.entries == ("a",)
    assert analysis.flow.ends == ("d",)
    assert analysis.flow.unreachable == ()
    assert analysis.flow.stuck == ()


def test_the_default_step_has_what_edges_and_exits_leave(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages:
  - name: s
    exits: [{kind: abandon, share: 0.5}]
    touchpoints: [a, b]
  - {name: u, touchpoints: [c]}
flow: [{from: b, to: a, kind: back, share: 0.2}]
""")

    assert ways(analysis) == [
        ("a", "b", "next", 1, True),
        ("b", "c", "next", 0.3, True),
        ("b", "a", "back", 0.2, False),
    ]
    assert analysis.flow.ends == ("b", "c")


def test_a_rest_that_two_could_have_is_given_to_neither(analysis_of: Analyze) -> None:
    analysis = analysis_of(SPEC + "flow: [{from: b, to: a, kind: back}]")

    assert ways(analysis)[1:3] == [("b", "c", "next", None, True), ("b", "a", "back", None, False)]


def test_a_next_edge_takes_the_place_of_the_default_step_and_its_share(analysis_of: Analyze) -> None:
    analysis = analysis_of(SPEC + "flow: [{from: b, to: d, kind: skip}, {from: b, to: a, kind: back, share: 0.25}]")

    assert ways(analysis)[1:3] == [("b", "d", "skip", 0.75, False), ("b", "a", "back", 0.25, False)]
    assert analysis.flow.unreachable == ("c",)


def test_a_skip_for_some_leaves_the_rest_to_the_default_step(analysis_of: Analyze) -> None:
    analysis = analysis_of(SPEC + "flow: [{from: b, to: d, kind: skip, share: 0.25}]")

    assert ways(analysis)[1:3] == [("b", "c", "next", 0.75, True), ("b", "d", "skip", 0.25, False)]


def test_where_shares_use_all_up_there_is_no_default_step(analysis_of: Analyze) -> None:
    analysis = analysis_of(SPEC + "flow: [{from: b, to: a, kind: back, share: 0.7}, {from: b, to: d, share: 0.3}]")

    assert ways(analysis)[1:3] == [("b", "a", "back", 0.7, False), ("b", "d", "next", 0.3, False)]


def test_an_entry_is_where_the_author_says_so(analysis_of: Analyze) -> None:
    flow = analysis_of("""
title: t
stages: [{name: s, touchpoints: [a, {name: b, entry: true}, c]}]
flow: [{from: a, to: c}]
""").flow

    assert flow.entries == ("a", "b")
    assert flow.unreachable == ()


def test_a_circle_without_a_way_out_is_stuck(analysis_of: Analyze) -> None:
    flow = analysis_of(SPEC + "flow: [{from: c, to: b}]").flow

    assert flow.stuck == ("a", "b", "c")
    assert flow.unreachable == ("d",)
    assert flow.ends == ("d",)


@pytest.mark.parametrize(("share", "ends"), [("", ("d",)), (", share: 0.4", ("d",)), (", share: 1", ())])
def test_a_way_back_is_no_way_on_unless_all_take_it(analysis_of: Analyze, share: str, ends: tuple[str, ...]) -> None:
    flow = analysis_of(SPEC + f"flow: [{{from: d, to: a, kind: back{share}}}]").flow

    assert flow.ends == ends


def test_a_long_journey_needs_no_deep_stack(analysis_of: Analyze) -> None:
    touchpoints = ", ".join(f"t{number}" for number in range(5000))

    assert analysis_of(f"{{title: t, stages: [{{name: s, touchpoints: [{touchpoints}]}}]}}").flow.stuck == ()


def test_a_journey_may_have_no_touchpoint(analysis_of: Analyze) -> None:
    flow = analysis_of("{title: t, stages: [s]}").flow

    assert (flow.ways, flow.entries, flow.ends) == ((), (), ())

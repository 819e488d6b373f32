from collections.abc import Callable

from mapgen.analysis import Analysis
from mapgen.analysis.loops import Gap

Analyze = Callable[[str], Analysis]

SPEC = "title: t\nstages: [{id: s, name: s, touchpoints: [a, b]}, {id: u, name: u, touchpoints: [c, d]}]\n"


def test_ways_back_are_told_and_the_stages_they_lead_into(analysis_of: Analyze) -> None:
    loops = analysis_of(
        SPEC
        + """flow:
  - {from: b, to: a, kind: back, share: 0.1}
  - {from: c, to: c, kind: repeat, share: 0.2}
  - {from: d, to: b, share: 0.3}
  - {from: d, to: a, kind: feedback}
"""
    ).loops

    assert [(way.start, way.end) for way in loops.back] == [("b", "a"), ("c", "c"), ("d", "b")]
    assert loops.revisited == ("s",)


def test_a_loop_that_nobody_leaves_is_a_trap(analysis_of: Analyze) -> None:
    loops = analysis_of(SPEC + "flow: [{from: c, to: b}]").loops

    assert loops.traps == (("b", "c"),)


def test_traps_are_told_apart(analysis_of: Analyze) -> None:
    loops = analysis_of(
        "title: t\nstages: [{name: s, touchpoints: [a, b, c, d, e]}]\n"
        "flow: [{from: a, to: b}, {from: a, to: d}, {from: c, to: b}, {from: d, to: d, kind: repeat, share: 1}]"
    ).loops

    assert loops.traps == (("b", "c"), ("d",))


def test_a_loop_with_an_exit_is_no_trap(analysis_of: Analyze) -> None:
    text = SPEC.replace("[c, d]", "[{name: c, exits: [{kind: churn, share: 0.1}]}, d]")

    assert analysis_of(text + "flow: [{from: c, to: b}]").loops.traps == ()


def test_stages_that_repeat_or_overlap_are_told_once(analysis_of: Analyze) -> None:
    loops = analysis_of("""
title: t
stages:
  - {id: a, name: a, concurrent_with: [c, a]}
  - {id: b, name: b, repeats: true}
  - {id: c, name: c, concurrent_with: [b, a]}
""").loops

    assert loops.overlaps == (("a", "c"), ("b", "c"))
    assert loops.repeating == ("b",)


def test_shares_that_leave_somebody_open_are_gaps(analysis_of: Analyze) -> None:
    text = SPEC + "flow: [{from: b, to: a, kind: back}, {from: b, to: d, kind: skip, share: 0.3}]"

    # of 0.7 nobody knows how many go back and how many on
    assert analysis_of(text).loops.gaps == (Gap("b", 0.3, 2),)


def test_a_spec_without_shares_has_no_gaps(analysis_of: Analyze) -> None:
    assert analysis_of(SPEC + "flow: [{from: b, to: a, kind: back}]").loops.gaps == ()

"""What becomes of those who begin: each figure is worked out by hand beside the spec."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.analysis import Analysis
from mapgen.analysis.outcomes import OutcomeAnalysis

Analyze = Callable[[str], Analysis]

ROUND = """
title: Round and out
stages:
  - name: s
    touchpoints:
      - a
      - {name: b, exits: [{kind: abandon, share: 0.25, reason: Too dear}]}
      - {name: c, exits: [{kind: convert, share: 0.8}, {kind: churn}]}
flow: [{from: b, to: a, kind: back, share: 0.25}]
"""

SPLIT = """
title: Past b
stages:
  - name: s
    touchpoints: [a, {name: b, exits: [{kind: abandon, share: 0.5}]}, {name: c, exits: [{kind: convert}]}]
flow: [{from: a, to: c, kind: skip, share: 0.4}]
"""


def chances(analysis: Analysis) -> OutcomeAnalysis:
    assert analysis.chances
    return analysis.chances


def ends(found: OutcomeAnalysis) -> dict[tuple[str, str], float]:
    return {(end.outcome, end.touchpoint): round(end.share, 9) for end in found.endings}


def test_who_goes_round_comes_to_an_end_in_the_end(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND))

    # b is come to 1 + 1/4 + 1/16 + … = 4/3 times, so is a; half of those at b go on to c: 2/3.
    assert found.visits == pytest.approx({"a": 4 / 3, "b": 4 / 3, "c": 2 / 3})
    # 1/4 of 4/3 abandon; of the 2/3 at c 4 in 5 convert, and the exit without a share has the rest.
    assert ends(found) == pytest.approx({("convert", "c"): 8 / 15, ("abandon", "b"): 1 / 3, ("churn", "c"): 2 / 15})
    assert [end.outcome for end in found.endings] == ["convert", "abandon", "churn"]
    assert found.conversion == pytest.approx(8 / 15)


def test_the_touchpoints_until_the_end_are_counted(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND))

    assert found.length == pytest.approx(4 / 3 + 4 / 3 + 2 / 3)
    # a, b and c, and a third of a round of two touchpoints before (1/4 + 1/16 + … = 1/3).
    assert found.length_to_conversion == pytest.approx(3 + 2 / 3)


def test_what_a_touchpoint_is_worth_is_the_conversion_that_is_lost_without_it(analysis_of: Analyze) -> None:
    found = chances(analysis_of(SPLIT))

    # 0.4 convert past b and 0.6 · 0.5 through it.
    assert found.conversion == pytest.approx(0.7)
    assert [(one.touchpoint, round(one.reach, 9), round(one.effect, 9)) for one in found.worth] == [
        ("a", 1, 1),
        ("c", 0.7, 1),
        ("b", 0.6, round(0.3 / 0.7, 9)),
    ]


def test_what_a_touchpoint_is_worth_is_what_the_spec_without_it_says(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND.replace("flow: [", "flow: [{from: a, to: c, kind: skip, share: 0.3}, ")))
    without = chances(
        analysis_of(
            ROUND.replace("flow: [", "flow: [{from: a, to: c, kind: skip, share: 0.3}, ")
            .replace("share: 0.25, reason: Too dear", "share: 1")
            .replace(", {from: b, to: a, kind: back, share: 0.25}", "")
        )
    )

    assert found.conversion
    assert without.conversion
    worth = {one.touchpoint: one.effect for one in found.worth}
    assert worth["b"] == pytest.approx(1 - without.conversion / found.conversion)


def test_without_an_exit_that_converts_the_end_of_the_journey_does(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND.replace("{name: c, exits: [{kind: convert, share: 0.8}, {kind: churn}]}", "c")))

    assert found.success == "end"
    assert found.conversion == pytest.approx(2 / 3)
    assert ends(found)["end", "c"] == pytest.approx(2 / 3)


def test_what_an_exit_at_the_last_touchpoint_leaves_over_is_the_end(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND.replace(", {kind: churn}", "")))

    assert ends(found)["end", "c"] == pytest.approx(2 / 15)


def test_without_any_share_nothing_is_guessed(analysis_of: Analyze) -> None:
    text = "title: t\nstages: [{name: s, touchpoints: [a, {name: b, exits: [{kind: convert}]}]}]"

    assert analysis_of(text).chances is None


def test_where_shares_are_missing_the_rest_is_not_known(analysis_of: Analyze) -> None:
    found = chances(analysis_of(ROUND.replace("back, share: 0.25", "back")))

    # at b a quarter abandons; whether the others go back or on is open
    assert ends(found) == {("abandon", "b"): 0.25}
    assert found.unknown == pytest.approx(0.75)
    assert found.open == ("b",)
    assert (found.conversion, found.length, found.length_to_conversion, found.worth) == (None, None, None, ())


def test_a_share_that_is_missing_where_nobody_comes_does_not_matter(analysis_of: Analyze) -> None:
    text = SPLIT.replace("share: 0.4", "share: 1").replace("share: 0.5}", "reason: x}")

    assert chances(analysis_of(text)).conversion == 1


@pytest.mark.parametrize("kind", ["parallel", "feedback"])
def test_what_runs_beside_takes_nobody_away(analysis_of: Analyze, kind: str) -> None:
    found = chances(analysis_of(ROUND))
    beside = chances(analysis_of(ROUND.replace("flow: [", f"flow: [{{from: a, to: c, kind: {kind}}}, ")))

    assert beside.endings == found.endings


def test_those_who_begin_elsewhere_have_their_part(analysis_of: Analyze) -> None:
    found = chances(analysis_of(SPLIT.replace("[a, {name: b,", "[a, {name: b, entry: 0.5,")))

    # half begins at b and half of them converts; the other half as before
    assert found.conversion == pytest.approx(0.5 * 0.7 + 0.5 * 0.5)


def test_several_beginnings_without_shares_leave_all_open(analysis_of: Analyze) -> None:
    assert analysis_of(SPLIT.replace("[a, {name: b,", "[a, {name: b, entry: true,")).chances is None


def test_a_trap_keeps_those_who_come_there(analysis_of: Analyze) -> None:
    found = chances(
        analysis_of("""
title: t
stages: [{name: s, touchpoints: [a, b, {name: c, exits: [{kind: convert}]}]}]
flow: [{from: a, to: c, kind: skip, share: 0.4}, {from: b, to: b, kind: repeat, share: 1}]
""")
    )

    assert found.trapped == pytest.approx(0.6)
    assert found.conversion == pytest.approx(0.4)
    assert found.length is None
    assert found.length_to_conversion == pytest.approx(2)


def test_the_example_of_the_docs_says_what_is_computed(analysis_of: Analyze) -> None:
    page = (Path(__file__).parents[2] / "docs" / "flow.md").read_text(encoding="utf-8")
    fence = re.search(r"```yaml\n(.+?)```", page, re.DOTALL)
    assert fence
    analysis = analysis_of(fence[1])
    found = chances(analysis)

    assert found.visits == pytest.approx({"browses": 1.176, "tries-on": 0.706, "pays": 0.824}, abs=5e-4)
    assert ends(found) == pytest.approx({("convert", "pays"): 0.824, ("abandon", "tries-on"): 0.176}, abs=5e-4)
    assert (found.length, found.length_to_conversion) == pytest.approx((2.7, 2.8), abs=0.05)
    assert {one.touchpoint: one.effect for one in found.worth}["tries-on"] == pytest.approx(0.51, abs=0.005)
    assert analysis.funnel.overall == pytest.approx(0.824, abs=5e-4)
    open_ = chances(analysis_of(fence[1].replace("back, share: 0.25", "back")))
    assert ends(open_) == pytest.approx({("convert", "pays"): 0.4, ("abandon", "tries-on"): 0.15})
    assert open_.unknown == pytest.approx(0.45)

"""What a stage states about itself counts as what a touchpoint states."""

from collections.abc import Callable

from mapgen.analysis import Analysis

SPEC = """
title: A flight
owners: [Desk, Crew]
channels: [App, Airport]
evidence: [{id: calls, kind: interview, title: Calls}]
stages:
  - name: Plan
    owner: desk
    channels: [app]
    emotion: {score: 2, evidence: [calls]}
    pain_points: [{id: fees, text: Hidden fees, evidence: [calls]}]
    opportunities: [{text: One price, addresses: [fees], impact: 4, effort: 2}]
  - name: Fly
    channels: [airport]
    emotion: -1
    touchpoints: [Boards, {name: Sleeps, owner: crew, pain_points: [Noise]}]
  - name: Arrive
    emotion: 2
    touchpoints: [{name: Waits, emotion: -2}, Leaves]
"""


def test_a_stage_is_a_point_of_the_curve_unless_its_touchpoints_have_emotions(
    analysis_of: Callable[[str], Analysis],
) -> None:
    emotion = analysis_of(SPEC).emotion

    assert emotion.scores == (("plan", 2), ("fly", -1), ("waits", -2), ("leaves", None))
    assert (emotion.peak, emotion.trough, emotion.end) == (("plan", 2), ("waits", -2), ("waits", -2))


def test_pain_points_and_opportunities_of_a_stage_count(analysis_of: Callable[[str], Analysis]) -> None:
    opportunities = analysis_of(SPEC).opportunities

    assert [(one.opportunity, one.place, one.score) for one in opportunities.ranked] == [("one-price", "plan", 2.0)]
    assert opportunities.addressed == {"fees": ("one-price",), "noise": ()}


def test_claims_of_a_stage_count_with_their_evidence(analysis_of: Callable[[str], Analysis]) -> None:
    evidence = analysis_of(SPEC).evidence

    assert (evidence.by_kind["emotion"].claims, evidence.by_kind["emotion"].backed) == (4, 1)
    assert (evidence.by_kind["pain-point"].claims, evidence.by_kind["pain-point"].backed) == (2, 1)


def test_channels_of_a_stage_count_where_no_touchpoint_names_them(analysis_of: Callable[[str], Analysis]) -> None:
    channels = analysis_of(SPEC).channels

    assert [(use.channel, use.counts) for use in channels.uses] == [("app", (1, 0, 0)), ("airport", (0, 1, 0))]
    assert channels.single == (("plan", "app"), ("fly", "airport"))


def test_a_pain_point_belongs_to_the_owner_of_its_place(analysis_of: Callable[[str], Analysis]) -> None:
    holdings = analysis_of(SPEC).ownership.holdings

    assert (holdings["desk"].pain_points, holdings["crew"].pain_points) == (("fees",), ("noise",))

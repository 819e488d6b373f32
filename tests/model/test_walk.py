"""The parts of a journey come in the order of the spec, each with its place."""

import pytest

from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.pipeline import check

SPEC = """
title: Morning coffee
evidence: [{id: talks, title: Talks}, {id: counts, title: Counts}]
stages:
  - name: Arrive
    x-weather: Rain
    metrics: [{name: Guests, value: 80, evidence: [counts]}]
    exits: [{kind: abandon, evidence: [talks]}]
    touchpoints:
      - name: Waits
        emotion: {score: -1, evidence: [talks]}
        pain_points: [One till, {text: Rain, evidence: [talks]}]
        delights: [{text: Smell, evidence: [counts]}]
      - name: Orders
        x-mood: Calm
        opportunities: [A second till]
        metrics: [{name: Time, value: 4, evidence: [counts]}]
        exits: [{kind: convert}]
  - name: Drink
    metrics: [{name: Cups, value: 90}]
    touchpoints: [{name: Sips, pain_points: [Heat]}]
"""


@pytest.fixture(scope="module")
def journey() -> Journey:
    checked = check(SPEC, name="a.journey.yaml")
    assert checked.diagnostics == ()
    assert checked.journey
    return checked.journey


def test_a_stage_comes_before_its_touchpoints(journey: Journey) -> None:
    places = [(place.part.name, place.stage.name) for place in walk.locations(journey)]

    assert places[:3] == [("Arrive", "Arrive"), ("Waits", "Arrive"), ("Orders", "Arrive")]
    assert places[3:] == [("Drink", "Drink"), ("Sips", "Drink")]


def test_touchpoints_have_their_stage(journey: Journey) -> None:
    pairs = [(touchpoint.name, stage.name) for touchpoint, stage in walk.touchpoints(journey)]

    assert pairs == [("Waits", "Arrive"), ("Orders", "Arrive"), ("Sips", "Drink")]


def test_pain_points_and_opportunities_have_their_place(journey: Journey) -> None:
    pains = [(pain.text, place.part.name) for pain, place in walk.pain_points(journey)]
    ideas = [(idea.text, place.part.name) for idea, place in walk.opportunities(journey)]

    assert pains == [("One till", "Waits"), ("Rain", "Waits"), ("Heat", "Sips")]
    assert ideas == [("A second till", "Orders")]


def test_metrics_and_exits_have_their_place(journey: Journey) -> None:
    metrics = [(metric.name, place.part.name) for metric, place in walk.metrics(journey)]
    exits = [(leaving.kind, place.part.name) for leaving, place in walk.exits(journey)]

    assert metrics == [("Guests", "Arrive"), ("Time", "Orders"), ("Cups", "Drink")]
    assert exits == [("abandon", "Arrive"), ("convert", "Orders")]


def test_evidence_comes_once_for_each_claim(journey: Journey) -> None:
    evidence = [piece.id for piece in walk.evidence(journey.stages[0])]

    assert evidence == ["counts", "talks", "talks", "talks", "counts", "counts"]


def test_custom_keys_are_those_of_stages_and_touchpoints(journey: Journey) -> None:
    assert walk.custom_keys((journey,)) == {"x-weather", "x-mood"}


def test_what_a_key_and_its_plural_both_say_comes_once_and_first() -> None:
    spec = """
title: A
channels: [App, Shop]
stages:
  - name: B
    touchpoints:
      - {name: C, channel: Shop, channels: [App, Shop], thought: Why, thoughts: [How, Why], need: Calm, needs: [Calm]}
"""
    journey = check(spec, name="a.journey.yaml").journey
    assert journey
    (part,) = journey.touchpoints()

    assert [channel.name for channel in walk.channels(part)] == ["Shop", "App"]
    assert walk.thoughts(part) == ("Why", "How")
    assert walk.needs(part) == ("Calm",)

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.model.builder import build
from mapgen.model.journey import Duration, EmotionScale, Extra, Journey, Link
from mapgen.source.parser import parse

Read = Callable[[str], Journey]

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.journey.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_is_built_without_a_word(path: Path) -> None:
    source, faults = parse(path.read_bytes(), name=path.name)
    assert source is not None
    journey, told = build(source)

    assert faults == ()
    assert told == ()
    assert journey is not None


def test_the_smallest_spec_is_a_journey(journey_of: Read) -> None:
    journey = journey_of("""
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: -1
""")
    (stage,) = journey.stages
    (touchpoint,) = stage.touchpoints

    assert (journey.id, journey.language, journey.theme) == ("morning-coffee", "en", "default")
    assert journey.scale == EmotionScale(-2, 2, ())
    assert (stage.id, touchpoint.id) == ("arrive", "sees-the-queue")
    assert touchpoint.emotion is not None
    assert touchpoint.emotion.score == -1
    assert touchpoint.channel is None
    assert touchpoint.pointer == "/stages/0/touchpoints/0"


def test_names_become_the_things_that_they_name(journey_of: Read) -> None:
    journey = journey_of("""
title: t
owners: [Growth, {id: payments, name: Payment team}]
channels: [{id: app, name: Mobile app, mode: online}]
evidence: [Notes from the shop floor]
segments: [{id: commuters, name: Urban commuters, traits: {age: 25-34, trips: 4}}]
personas: [{id: maya, name: Maya Okafor, segment: commuters, evidence: [notes-from-the-shop-floor]}, Tom]
stages:
  - name: Buy
    owner: growth
    contributors: [payments]
    touchpoints:
      - {name: Pays, channel: app, emotion: {by: {maya: -2, tom: 0}}}
review: {owner: payments, reviewed: 2026-10-01, every: P90D}
""")
    (stage,) = journey.stages
    (pays,) = stage.touchpoints
    maya, tom = journey.personas

    assert stage.owner is journey.owners[0]
    assert stage.contributors == (journey.owners[1],)
    assert pays.channel is journey.channels[0]
    assert pays.emotion is not None
    assert pays.emotion.by == (("maya", -2), ("tom", 0))
    assert maya.segment is journey.segments[0]
    assert maya.evidence == journey.evidence
    assert tom.id == "tom"
    assert journey.segments[0].traits == (("age", "25-34"), ("trips", "4"))
    assert journey.review is not None
    assert journey.review.owner is journey.owners[1]


def test_a_short_form_is_the_text_of_an_object(journey_of: Read) -> None:
    journey = journey_of("""
title: t
stages:
  - name: Buy
    questions: [Can I cancel?]
    requirements: [No account needed]
    touchpoints:
      - Sees the price
      - name: Pays
        moment_of_truth: conversion
        pain_points: [Card required]
        delights: [One tap]
        opportunities: [Trial without a card]
""")
    (stage,) = journey.stages
    sees, pays = stage.touchpoints

    assert sees.name == "Sees the price"
    assert stage.questions[0].text == "Can I cancel?"
    assert stage.requirements[0].text == "No account needed"
    assert stage.requirements[0].met is None
    assert pays.moment_of_truth is not None
    assert pays.moment_of_truth.turn == "conversion"
    assert (pays.pain_points[0].id, pays.pain_points[0].text) == ("card-required", "Card required")
    assert pays.delights[0].text == "One tap"
    assert pays.opportunities[0].id == "trial-without-a-card"


def test_durations_are_read_in_both_forms(journey_of: Read) -> None:
    journey = journey_of("""
title: t
duration: P1Y2M
period: {value: 1.5, unit: weeks}
stages: [{name: s, duration: PT1H30M, period: P0D}]
""")
    (stage,) = journey.stages

    assert journey.duration == Duration(((1, "years"), (2, "months")))
    assert journey.period == Duration(((1.5, "weeks"),))
    assert stage.duration == Duration(((1, "hours"), (30, "minutes")))
    assert stage.period == Duration(((0, "days"),))


def test_keys_of_the_author_are_kept_as_texts_as_they_were_written(journey_of: Read) -> None:
    journey = journey_of("""
title: t
lanes: [touchpoints, x-cost]
stages:
  - name: s
    touchpoints:
      - {name: a, x-cost: 1.50, x-rooms: [hall, 0031], x-kit: {pens: 3, spare: true, sizes: [A4, A5]}, x-none: null}
""")
    (touchpoint,) = journey.touchpoints()

    assert touchpoint.extras == (
        Extra("x-cost", ("1.50",)),
        Extra("x-rooms", ("hall", "0031")),
        Extra("x-kit", ("pens: 3", "spare: true", "sizes: A4, A5")),
        Extra("x-none", ()),
    )


def test_a_link_without_a_title_shows_its_address(journey_of: Read) -> None:
    journey = journey_of("{title: t, stages: [s], links: [{url: notes/a.html}]}")

    assert journey.links == (Link("notes/a.html", "notes/a.html"),)


def test_an_experiment_names_a_metric_by_its_name_or_by_its_place(journey_of: Read) -> None:
    journey = journey_of("""
title: t
stages:
  - {name: Buy, touchpoints: [{name: Pays, opportunities: [Try it], metrics: [{name: Completion}]}]}
  - {name: Use, metrics: [{name: Completion}]}
experiments:
  - {name: a, opportunity: try-it, metric: completion}
  - {name: b, metric: buy.completion}
  - {name: c, metric: pays.completion}
  - {name: d, metric: use.completion}
""")

    assert [one.metric for one in journey.experiments] == [
        "completion",
        "buy.completion",
        "pays.completion",
        "use.completion",
    ]
    assert journey.experiments[0].opportunity == "try-it"

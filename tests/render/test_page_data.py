"""The data island tells the script each thing of the journey, what it is found by, and what it has to do with."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.lanes.lane import lane_context
from mapgen.model.journey import Edge, Journey
from mapgen.pipeline import check
from mapgen.record import replace
from mapgen.render.drawing import Drawing
from mapgen.render.page.details import things
from mapgen.render.page.page_data import page_data, safe_json
from mapgen.words import Words
from tests.test_composition import Route, altered, routes, whole

NOT_OPENED = {
    "stages/touchpoints/pain_points/id",  # a name for references
    "stages/touchpoints/opportunities/id",
    "stages/pain_points/id",
    "stages/opportunities/id",
    "stages/touchpoints/images/src",  # images are in the map
    "stages/touchpoints/images/alt",
}
"""Keys that the panel of a page does not show, and why."""

JourneyOf = Callable[[str], Journey]

SHOP = """
title: Buying skis
personas: [{id: ann, name: Ann, segment: new}, {id: bob, name: Bob, evidence: [talks]}]
segments: [{id: new, name: Beginners}]
owners: [{id: shop, name: Shop team}, {id: web, name: Web team}, {id: idle, name: Nobody's}]
channels: [{id: store, name: Store, mode: offline}]
evidence:
  - {id: talks, kind: interview, title: Talks, date: 2026-06-01, sample: 12, url: "https://example.com"}
  - {id: guess, kind: assumption, title: A guess}
stages:
  - id: try
    name: Try
    owner: web
    metrics: [{name: Visits, value: 4, target: 5, better: higher}]
    touchpoints:
      - id: fit
        name: Fits boots
        channel: store
        owner: shop
        emotion: {by: {ann: -1}, evidence: [guess]}
        moment_of_truth: trust
        pain_points:
          - {id: tight, text: Boots hurt, severity: critical, evidence: [talks], owner: web}
          - {id: queue, text: Long queue, severity: low}
        opportunities: [{id: heat, text: Heated boots, addresses: [tight], impact: 5, effort: 2, status: idea}]
      - {id: pay, name: Pays, emotion: 1}
flow: [{from: pay, to: fit, kind: back, trigger: Wrong size}]
"""


@pytest.fixture
def told(journey_of: JourneyOf) -> dict[str, Any]:
    return read(journey_of(SHOP))


def read(journey: Journey) -> dict[str, Any]:
    analysis = analyze(journey)
    told: dict[str, Any] = json.loads(page_data(Drawing("a", journey, analysis, partial(compose, journey, analysis))))
    return unpacked(told)


def unpacked(told: dict[str, Any]) -> dict[str, Any]:
    """Name the fields of each thing, and leave out those that it lacks."""
    things = [dict(zip(told["fields"], row, strict=False)) for row in told["things"]]
    return told | {"things": [{key: value for key, value in one.items() if value is not None} for one in things]}


def thing(told: dict[str, Any], anchor: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in told["things"] if one["id"] == anchor)
    return found


def found_by(told: dict[str, Any], anchor: str) -> dict[str, list[str] | None]:
    """Return a thing's values, facet by facet."""
    return {
        facet: None if own is None else [values[place][0] for place in (own if isinstance(own, list) else [own])]
        for (facet, _, values), own in zip(told["facets"], thing(told, anchor)["is"], strict=True)
    }


def facts(told: dict[str, Any], anchor: str) -> dict[str, list[str]]:
    """Return a thing's facts as texts."""
    own = thing(told, anchor)["facts"]
    return {told["labels"][label]: [line(told, one) for one in lines] for label, *lines in own}


def line(told: dict[str, Any], one: str | int | list[Any]) -> str:
    what, note, url = (*(one if isinstance(one, list) else [one]), None, None)[:3]
    about = told["things"][what] if isinstance(what, int) else {"name": what}
    parts = about["name"], about.get("u") if url is None else url, about.get("n") if note is None else note
    return " | ".join(part for part in parts if part).replace("\N{NO-BREAK SPACE}", " ")


def test_everything_that_can_be_opened_is_told_once(told: dict[str, Any]) -> None:
    assert [one["id"] for one in told["things"]] == [
        "stage-try", "metric-try.visits", "touchpoint-fit", "pain-tight", "pain-queue", "opportunity-heat",
        "touchpoint-pay", "persona-ann", "persona-bob", "segment-new", "owner-shop", "owner-web", "owner-idle",
        "channel-store", "evidence-talks", "evidence-guess",
    ]  # fmt: skip


def test_a_touchpoint_tells_all_that_was_said_of_it(told: dict[str, Any]) -> None:
    assert facts(told, "touchpoint-fit") == {
        "Stage": ["Try"],
        "Channel": ["Store | offline"],
        "Emotion": ["Ann | \N{MINUS SIGN}1"],
        "Evidence": ["hypothesis", "A guess | Assumption"],
        "Moment of truth": ["Decides trust"],
        "Pain points": ["Boots hurt | Critical", "Long queue | Low"],
        "Opportunities": ["Heated boots | Idea · impact 5 · effort 2"],
        "Owner": ["Shop team"],
        "From": ["Pays | Back · Wrong size"],
    }


def test_each_key_of_a_stage_and_of_a_touchpoint_changes_what_opens() -> None:
    data = whole()
    before = opened(data)
    names: dict[str, list[Route]] = {}
    for route in routes(data):
        if route[0] == "stages" and "events" not in route:  # names in data are for `mapgen observe`
            names.setdefault("/".join(part for part in route if isinstance(part, str)), []).append(route)
    assert names.keys() >= NOT_OPENED

    def changes(route: Route) -> bool:
        return any(after is not None and after != before for after in map(opened, altered(data, route)))

    silent = [name for name in names.keys() - NOT_OPENED if not any(map(changes, names[name]))]
    assert silent == [], "show each key in mapgen/render/page/details"


def opened(data: dict[str, Any]) -> object:
    """Return what the panel of a page shows of a spec; None where the spec has an error."""
    journey = check(json.dumps(data), name="a.journey.yaml").journey
    return read(journey)["things"] if journey else None


def test_evidence_is_told_with_all_that_is_known_of_it(told: dict[str, Any]) -> None:
    assert facts(told, "pain-tight")["Evidence"] == ["Talks | https://example.com | Interview · 2026-06-01 · n = 12"]
    assert facts(told, "pain-queue")["Evidence"] == ["hypothesis"]


def test_links_lead_back_to_what_refers_to_a_thing(told: dict[str, Any]) -> None:
    assert facts(told, "pain-tight")["Addressed by"] == ["Heated boots | Idea · impact 5 · effort 2"]
    assert facts(told, "pain-queue")["Addressed by"] == ["no opportunity yet"]
    assert facts(told, "evidence-talks")["Supports"] == ["Bob", "Boots hurt | Critical"]
    assert facts(told, "owner-web") == {"Stages": ["Try"], "Pain points": ["Boots hurt | Critical"]}


def test_a_part_is_found_by_its_touchpoint_and_by_what_is_its_own(told: dict[str, Any]) -> None:
    assert found_by(told, "touchpoint-fit") == {
        "persona": ["ann"], "owner": ["shop"], "channel": ["store"], "severity": [],
        "moment": ["trust"], "grounds": ["hypothesis"],
    }  # fmt: skip
    assert found_by(told, "pain-tight") == found_by(told, "touchpoint-fit") | {
        "owner": ["web"], "severity": ["critical"], "grounds": ["evidence"],
    }  # fmt: skip
    assert found_by(told, "pain-queue")["owner"] == ["shop"]
    assert found_by(told, "opportunity-heat")["severity"] == ["critical"]


def test_a_touchpoint_of_which_nobody_says_whose_it_is_belongs_to_every_persona(told: dict[str, Any]) -> None:
    assert found_by(told, "touchpoint-pay")["persona"] == ["ann", "bob"]


def test_a_facet_says_nothing_about_what_it_cannot_be_asked_of(told: dict[str, Any]) -> None:
    assert found_by(told, "persona-ann")["severity"] is None


def test_values_that_nothing_has_are_not_offered(told: dict[str, Any]) -> None:
    offered = {facet: [value for value, _ in values] for facet, _, values in told["facets"]}

    assert offered["owner"] == ["shop", "web"]
    assert offered["severity"] == ["critical", "low"]
    assert offered["moment"] == ["trust"]


def test_a_facet_that_all_touchpoints_share_is_not_offered(journey_of: JourneyOf) -> None:
    one = "{title: A, personas: [{id: a, name: Ann}], stages: [{name: B, touchpoints: [{name: C}]}]}"

    assert read(journey_of(one))["facets"] == []


def test_json_cannot_end_its_element() -> None:
    assert "<" not in safe_json({"a": "</script><!--"})


def test_ids_that_scripts_know_otherwise_are_ids(journey_of: JourneyOf) -> None:
    spec = "{title: A, owners: [{id: constructor, name: O}], stages: [{name: B, owner: constructor}]}"

    assert [one["id"] for one in read(journey_of(spec))["things"]] == ["stage-b", "owner-constructor"]


def test_the_flow_is_gone_through_as_often_however_many_touchpoints_there_are(journey_of: JourneyOf) -> None:
    class Counted(tuple[Edge, ...]):
        __slots__ = ()
        rounds = 0

        def __iter__(self) -> Iterator[Edge]:
            Counted.rounds += 1
            return super().__iter__()

    def rounds(touchpoints: int) -> int:
        names = ", ".join(f"T{index}" for index in range(touchpoints))
        journey = journey_of(
            f"title: A\nstages: [{{name: S, touchpoints: [{names}]}}]\nflow: [{{from: t0, to: t1, kind: repeat}}]\n"
        )
        counted = replace(journey, flow=Counted(journey.flow))
        view = lane_context(counted, analyze(journey), Words("en"))
        Counted.rounds = 0
        things(view)
        return Counted.rounds

    assert rounds(20) == rounds(2)

"""A plan is what of a journey can be seen in events."""

from collections.abc import Callable

from mapgen.model.event_mapping import MappedEvent
from mapgen.model.journey import Journey
from mapgen.observe.plan import PlannedFlow, make_plan, mapping_digest
from tests.observe.logs import mapping

SPEC = """
title: Buy
stages:
  - name: First
    touchpoints: [{id: ad, name: Ad}, {id: friend, name: Friend}, {id: shop, name: Shop}]
  - {id: later, name: Later}
  - name: Last
    touchpoints: [{id: phone, name: Phone}, {id: pay, name: Pay}]
"""
FLOW = PlannedFlow(
    (
        ("ad", "friend"),
        ("friend", "shop"),
        ("friend", "friend"),
        ("shop", "phone"),
        ("phone", "pay"),
        ("phone", "shop"),
    ),
    ("friend",),
    ("phone", "pay"),
)


def seen(*places: str) -> dict[str, tuple[MappedEvent, ...]]:
    return {place: (MappedEvent(place, (), ""),) for place in places}


def test_what_leads_through_a_touchpoint_without_events_leads_on(journey_of: Callable[[str], Journey]) -> None:
    plan = make_plan(journey_of(SPEC), FLOW, seen("ad", "shop", "pay"))

    assert [(place.id, place.stage) for place in plan.touchpoints] == [("ad", 0), ("shop", 0), ("pay", 1)]
    assert plan.stages == ("first", "last")
    assert plan.transitions == ((0, 1), (1, 1), (1, 2))
    assert plan.repeating == (1,)
    assert plan.entries == (1,)
    assert plan.exits == (1, 2)


def test_a_stage_without_touchpoints_is_between_those_around_it(journey_of: Callable[[str], Journey]) -> None:
    plan = make_plan(journey_of(SPEC), FLOW, seen("shop", "later", "pay"))

    assert [place.id for place in plan.touchpoints] == ["shop", "later", "pay"]
    assert plan.transitions == ((0, 0), (0, 1), (0, 2), (1, 0), (1, 2))


def test_the_digest_is_of_what_counts_depend_on(journey_of: Callable[[str], Journey]) -> None:
    plan = make_plan(journey_of(SPEC), FLOW, seen("ad", "shop", "pay"))
    other = make_plan(journey_of(SPEC), FLOW, seen("ad", "shop"))
    digest = mapping_digest(plan, mapping())

    assert digest.startswith("sha256:")
    assert mapping_digest(plan, mapping(hide_below=50, pointer="/x")) == digest
    assert mapping_digest(plan, mapping(ends_after=1)) != digest
    assert mapping_digest(other, mapping()) != digest

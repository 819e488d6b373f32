"""What was observed beside the plan: shares, intervals, what differs, and a plan reduced to what can be seen."""

from collections.abc import Callable

import pytest

from mapgen.analysis import analyze
from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare
from mapgen.analysis.planned_flow import observable_plan
from mapgen.analysis.reduced_plan import ReducedPlan, reduce_plan
from mapgen.analysis.transitions import find_transitions
from mapgen.model.facts import Interval
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Snapshot
from mapgen.observe.plan import mapping_digest
from mapgen.record import replace
from tests.snapshots import JOURNEYS, Flows, counts, snapshot

Read = Callable[[str], Journey]

SHOP = """
title: Shop
stages:
  - name: Look
    touchpoints: [{id: search, name: Searches}, {id: compare, name: Compares, exits: [{kind: abandon, share: 0.38}]}]
  - name: Buy
    touchpoints: [{id: pay, name: Pays, exits: [{kind: convert, share: 0.9}, {kind: abandon, share: 0.1}]}]
flow: [{from: compare, to: search, kind: back, share: 0.2}]
"""

FLOWS = {
    "search": {"compare": 800, None: 200},
    "compare": {"search": 150, "pay": 520, None: 330},
    "pay": {None: 500, "search": 20},
}


def look(journey: Journey, seen: Snapshot) -> ObservedAnalysis:
    found = analyze(replace(journey, observed=seen)).observed
    assert found
    return found


def share(found: Observation, start: str, end: str | None) -> ObservedShare:
    return {(here, there): taken for here, there, taken in found.shares()}[start, end]


def reduced(journey: Journey, observed: set[str]) -> ReducedPlan:
    flow = analyze(journey).flow
    return reduce_plan(journey, flow, find_transitions(journey, flow), observed)


def test_without_a_snapshot_nothing_is_observed(journey_of: Read) -> None:
    assert analyze(journey_of(SHOP)).observed is None


def test_a_share_is_of_the_settled_visits_and_stands_beside_that_of_the_plan(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS))).whole

    on = share(found, "compare", "pay")
    assert (on.count, on.of, on.share, on.planned, on.known) == (520, 1000, 0.52, 0.42, True)
    assert on.difference == pytest.approx(0.1)
    assert (round(on.interval.low, 3), round(on.interval.high, 3)) == (0.489, 0.551)
    assert on.differs()


def test_an_exit_is_what_no_other_visit_follows(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS))).whole

    leaving = share(found, "compare", None)
    assert (leaving.share, leaving.planned, leaving.known, leaving.differs()) == (0.33, 0.38, True, False)
    here = found.touchpoints["compare"]
    assert here.onward
    assert (here.onward.share, here.onward.planned) == (0.67, 0.62)
    assert (here.measured, here.visits, here.customers) == (True, 1000, 1000)


def test_what_the_map_does_not_have_is_unknown(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS))).whole

    assert [(one.start, one.end) for one in found.transitions if not one.taken.known] == [("pay", "search")]
    assert share(found, "search", None).known is False
    assert share(found, "search", None).planned is None


@pytest.mark.parametrize(
    ("seen", "differs"),
    [
        ((520, 1000), True),  # 48.9 to 55.1 %, more than 5 points above 42 %
        ((490, 1000), False),  # 45.9 % is not 5 points above
        ((52, 100), False),  # 42.3 to 61.5 %: it may be chance
        ((30, 100), False),
        ((30, 1000), True),
    ],
)
def test_a_share_differs_where_its_interval_is_outside_the_tolerance(
    seen: tuple[int, int], differs: object, journey_of: Read
) -> None:
    count, of = seen
    flows = FLOWS | {"compare": {"pay": count, "search": of - count}}

    found = look(journey_of(SHOP), snapshot(counts(flows))).whole

    assert share(found, "compare", "pay").differs() is differs


def test_the_tolerance_is_a_choice(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS))).whole

    assert [share(found, "compare", "pay").differs(tolerance) for tolerance in (0.02, 0.05, 0.08)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(("visits", "told"), [(59, False), (60, True)])
def test_a_planned_transition_that_nobody_takes_is_told_from_60_visits_on(
    visits: int, told: object, journey_of: Read
) -> None:
    flows = FLOWS | {"compare": {"pay": visits}}

    found = look(journey_of(SHOP), snapshot(counts(flows))).whole

    back = share(found, "compare", "search")
    assert (back.count, back.share, back.is_not_taken()) == (0, 0.0, told)


def test_a_transition_that_is_not_listed_may_be_among_those_that_were_merged(journey_of: Read) -> None:
    flows = FLOWS | {"compare": {"pay": 400, None: 590}}

    found = look(journey_of(SHOP), snapshot(counts(flows, merged={"compare": 10}))).whole

    back = share(found, "compare", "search")
    assert (back.count, back.share, back.is_not_taken()) == (None, None, False)
    assert back.interval.low == 0
    assert 0.01 < back.interval.high < 0.02
    assert back.differs()  # at most 1.8 % where 20 % are planned


def test_where_the_author_gave_no_share_nothing_is_planned(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS))).whole

    onward = share(found, "search", "compare")
    assert (onward.share, onward.planned, onward.known, onward.differs()) == (0.8, None, True, False)


def test_entries_are_parts_of_all_journeys_that_begin(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS, entries={"search": 900, "pay": 100}))).whole

    first, late = found.touchpoints["search"].entry, found.touchpoints["pay"].entry
    assert first
    assert late
    assert (first.share, first.known) == (0.9, True)
    assert (late.share, late.known) == (0.1, False)


def test_how_many_went_as_planned_is_of_the_journeys_that_are_over(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS, journeys=JOURNEYS))).whole

    assert (round(found.as_planned or 0, 3), round(found.with_unknown_transition or 0, 3)) == (0.598, 0.164)


def test_nothing_went_as_planned_where_no_journey_is_over(journey_of: Read) -> None:
    assert look(journey_of(SHOP), snapshot(counts(FLOWS))).whole.as_planned is None


def test_the_funnel_is_of_those_in_the_first_stage_that_has_events(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS, funnel={"look": 1000, "buy": 520}))).whole

    assert [(one.stage, one.in_order, one.share) for one in found.stages] == [("look", 1000, 1.0), ("buy", 520, 0.52)]
    assert [round(one.planned or 0, 3) for one in found.stages] == [1.0, 0.525]  # 0.42 / (1 - 0.2)


def test_a_period_and_a_segment_are_compared_as_the_whole_is(journey_of: Read) -> None:
    august, phones = counts({"search": {"compare": 80, None: 20}}), counts({"pay": {None: 30}})
    seen = snapshot(
        counts(FLOWS), periods=[("2026-08", august)], segments=[("phones", phones)], provisional=["2026-08"]
    )

    found = look(journey_of(SHOP), seen)

    assert [(one.name, one.provisional) for one in found.periods] == [("2026-08", True)]
    assert share(found.periods[0], "search", "compare").count == 80
    assert share(found.segments[0], "pay", None).share == 1
    assert share(found.segments[0], "search", "compare").of == 0  # nobody of them was there
    assert share(found.segments[0], "search", "compare").interval == Interval(0, 1)


def test_a_snapshot_belongs_to_a_plan_by_its_digest(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS)))

    assert found.of_this_plan is None


def test_a_touchpoint_that_the_journey_no_longer_has_is_gone(journey_of: Read) -> None:
    found = look(journey_of(SHOP), snapshot(counts(FLOWS | {"call": {"pay": 30}, "search": {"call": 40}})))

    assert found.gone == ("call",)
    assert {one.end for one in found.whole.transitions} == {"search", "compare", "pay"}


OFFLINE = """
title: Offline
stages:
  - name: s
    touchpoints:
      - {id: a, name: A, exits: [{kind: abandon, share: 0.2}]}
      - {id: h, name: Hidden, exits: [{kind: abandon, share: 0.1}]}
      - {id: b, name: B}
      - {id: c, name: C}
flow:
  - {from: a, to: b, kind: skip, share: 0.3}
  - {from: h, to: h, kind: repeat, share: 0.2}
  - {from: h, to: c, kind: skip, share: 0.3}
"""


def test_a_plan_is_reduced_to_what_can_be_observed(journey_of: Read) -> None:
    found = reduced(journey_of(OFFLINE), {"a", "b", "c"})

    # half of A goes to the hidden one, which is left by 0.8: 0.4 to B, 0.3 to C, 0.1 for good
    assert found.moves["a"] == {
        "b": pytest.approx(0.3 + 0.5 * 0.4 / 0.8),
        None: pytest.approx(0.2 + 0.5 * 0.1 / 0.8),
        "c": pytest.approx(0.5 * 0.3 / 0.8),
    }


def test_a_touchpoint_that_is_not_measured_is_told_as_such(journey_of: Read) -> None:
    found = look(journey_of(OFFLINE), snapshot(counts({"a": {"c": 50}, "b": {}, "c": {None: 50}}))).whole

    assert found.touchpoints["h"].measured is False
    assert share(found, "a", "c").known
    assert share(found, "a", "c").planned == pytest.approx(0.1875)


def test_a_loop_of_what_is_not_observed_ends_in_it_where_it_never_ends(journey_of: Read) -> None:
    spec = """
title: Endless
stages: [{name: s, touchpoints: [{id: a, name: A}, {id: h, name: H}, {id: i, name: I}, {id: b, name: B}]}]
flow: [{from: a, to: b, kind: skip, share: 0.4}, {from: i, to: h, kind: back, share: 1}]
"""

    assert reduced(journey_of(spec), {"a", "b"}).moves["a"] == {"b": None}


def test_a_share_is_open_where_one_on_the_way_is(journey_of: Read) -> None:
    spec = """
title: Open
stages: [{name: s, touchpoints: [{id: a, name: A}, {id: h, name: H}, {id: b, name: B}, {id: c, name: C}]}]
flow:
  - {from: a, to: c, kind: skip, share: 0.4}
  - {from: h, to: b, kind: next}
  - {from: h, to: c, kind: skip}
"""

    found = reduced(journey_of(spec), {"a", "b", "c"})

    assert found.moves["a"] == {"c": None, "b": None}


def test_who_begins_unseen_is_first_observed_later(journey_of: Read) -> None:
    spec = """
title: Friends
stages:
  - name: s
    touchpoints:
      - {id: friend, name: Friend, exits: [{kind: abandon, share: 0.5}]}
      - {id: a, name: A, entry: 0.6}
      - {id: b, name: B}
flow: [{from: friend, to: b, kind: skip, share: 0.25}]
"""

    found = reduced(journey_of(spec), {"a", "b"})

    assert found.entries == {"a": pytest.approx(0.7 / 0.8), "b": pytest.approx(0.1 / 0.8)}


def test_the_only_entry_is_on_the_map_and_no_share_of_the_author(journey_of: Read) -> None:
    assert reduced(journey_of(SHOP), {"search", "compare", "pay"}).entries == {"search": None}


BARE = """
title: Bare
stages:
  - {name: Look, touchpoints: [{id: search, name: Searches}, {id: compare, name: Compares}]}
  - {name: Buy, touchpoints: [{id: pay, name: Pays, exits: [{kind: convert}]}]}
"""
SEEN: Flows = {"search": {"compare": 80, None: 20}, "compare": {"pay": 40, "search": 20, None: 20}, "pay": {None: 40}}
ALL_SEEN = counts(SEEN, entries={"search": 80}, funnel={"look": 80, "buy": 40})


def test_a_spec_without_any_figure_gets_its_outcomes_and_funnel_from_what_was_observed(journey_of: Read) -> None:
    found = analyze(replace(journey_of(BARE), observed=snapshot(ALL_SEEN)))

    assert found.chances
    ends = {(one.outcome, one.touchpoint): round(one.share, 9) for one in found.chances.endings}
    # of 80, each begins at the search, and comes back there by a quarter of 0.8: 1 / (1 - 0.2) visits
    assert ends == {("convert", "pay"): 0.5, ("abandon", "search"): 0.25, ("abandon", "compare"): 0.25}
    assert (found.chances.unknown, found.chances.success) == (0, "convert")
    assert [(one.volume, one.conversion, one.basis) for one in found.funnel.stages.values()] == [
        (80, 0.5, "observed"),
        (40, None, None),
    ]
    assert found.funnel.overall == 0.5


def test_what_is_merged_or_left_by_one_of_several_exits_is_unknown(journey_of: Read) -> None:
    several = BARE.replace("[{kind: convert}]", "[{kind: convert}, {kind: pause}]")
    flows: Flows = {"search": {"compare": 90}, "compare": {"pay": 90}, "pay": {None: 90}}
    merged = counts(flows, entries={"search": 100}, merged={"search": 10})

    found = analyze(replace(journey_of(several), observed=snapshot(merged))).chances

    assert found
    assert found.open == ("search", "pay")
    assert found.unknown == pytest.approx(1)


def test_what_the_spec_says_counts_before_what_was_observed(journey_of: Read) -> None:
    journey = journey_of(BARE.replace("exits: [{kind: convert}]", "exits: [{kind: convert, share: 0.9}]"))

    plan, seen = analyze(journey), analyze(replace(journey, observed=snapshot(ALL_SEEN)))

    assert seen.chances == plan.chances
    assert seen.funnel == plan.funnel


def test_volumes_of_the_spec_are_not_replaced(journey_of: Read) -> None:
    journey = journey_of(BARE.replace("{name: Look,", "{name: Look, volume: 10,"))

    found = analyze(replace(journey, observed=snapshot(ALL_SEEN)))

    assert found.chances
    assert [one.volume for one in found.funnel.stages.values()] == [10, None]


MAPPED = """
title: Mapped
events: {customer: user, name: event, time: at, ends_after: P30D}
stages:
  - {name: Look, touchpoints: [{id: search, name: Searches, events: [search]}]}
  - {name: Buy, touchpoints: [{id: pay, name: Pays, events: [paid]}]}
"""


@pytest.mark.parametrize(
    ("change", "same"),
    [("title: Mapped", True), ("events: [paid]", False), ("id: pay, ", False), ("user", False)],
)
def test_a_snapshot_belongs_to_the_plan_that_it_was_counted_for(change: str, same: object, journey_of: Read) -> None:
    journey = journey_of(MAPPED)
    assert journey.events
    counted_for = mapping_digest(observable_plan(journey), journey.events)
    seen = replace(snapshot(counts({"search": {"pay": 20}})), mapping=counted_for)
    now = {
        "title: Mapped": "title: Other",
        "events: [paid]": "events: [bought]",
        "id: pay, ": "id: pays, ",
        "user": "id",
    }

    assert look(journey, seen).of_this_plan is True
    assert look(journey_of(MAPPED.replace(change, now[change])), seen).of_this_plan is same


def test_a_stage_without_touchpoints_is_not_gone_and_hides_what_goes_on_from_it(journey_of: Read) -> None:
    spec = """
title: Bare stage
stages: [{name: A, touchpoints: [{id: a, name: A1}]}, Middle, {name: B, touchpoints: [{id: b, name: B1}]}]
"""
    found = look(journey_of(spec), snapshot(counts({"a": {"middle": 100}, "middle": {"b": 90}, "b": {None: 90}})))

    assert found.gone == ()
    assert share(found.whole, "a", "b").count is None
    assert not share(found.whole, "a", "b").is_not_taken()

"""What two snapshots show otherwise: only what is beyond chance, and of the newest periods."""

from collections.abc import Callable, Mapping

import pytest

from mapgen.diff import compare, version
from mapgen.diff.wording import DescribedComparison, describe
from mapgen.model.journey import Journey
from mapgen.model.snapshot import JourneyCounts, Snapshot
from mapgen.record import replace
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.report import DiffReport, SpecReport
from tests.snapshots import Flows, counts, snapshot

Read = Callable[[str], Journey]

SHOP = """
title: Shop
stages:
  - name: Look
    touchpoints:
      - {id: search, name: Searches}
      - {id: card, name: Enters card details, exits: [{kind: abandon, share: 0.4}]}
  - name: Buy
    touchpoints: [{id: pay, name: Pays, exits: [{kind: convert}]}]
"""


def flows(leave: int, skip: int = 0) -> Flows:
    """Return what 10,000 visits at the card do, and 10,000 at the search of which some skip the card."""
    return {
        "search": {"card": 10_000 - skip, "pay": skip},
        "card": {None: leave, "pay": 10_000 - leave},
        "pay": {None: 5_000},
    }


def months(**given: Flows) -> Snapshot:
    """Return a snapshot with periods, named m07 for 2026-07.

    Visits of the last one are open, journeys of the last two.
    """
    names = [f"2026-{key[1:]}" for key in given]
    whole = counts(next(iter(given.values())))
    cuts = [
        counts(one, still_open=10 if name == names[-1] else 0) for name, one in zip(names, given.values(), strict=True)
    ]
    return snapshot(whole, periods=list(zip(names, cuts, strict=True)), provisional=names[-2:])


def differing(journey: Journey, old: Snapshot | None, new: Snapshot | None) -> DescribedComparison:
    return describe(compare(*(version(replace(journey, observed=one)) for one in (old, new))))


def lines(told: DescribedComparison) -> list[str]:
    """Return all changes but that of the journey as a whole."""
    found = (one.text for section in told.sections if section.stage for one in section.changes)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in found]


def whole(told: DescribedComparison) -> list[str]:
    found = (one.text for section in told.sections if not section.stage for one in section.changes)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in found]


def test_fewer_who_leave_are_better(journey_of: Read) -> None:
    told = differing(journey_of(SHOP), snapshot(counts(flows(5_200))), snapshot(counts(flows(4_800))))

    assert lines(told) == [
        "Enters card details: 48 % leave, 52 % before: better",
        "Enters card details: 52 % go on to “Pays”, 48 % before",
    ]
    assert told.verdict.startswith("better: 1 exit loses fewer")


def test_more_who_leave_are_worse_and_more_who_convert_better(journey_of: Read) -> None:
    back: Flows = {"pay": {None: 3_000, "search": 2_000}}

    told = differing(journey_of(SHOP), snapshot(counts({**flows(4_800), **back})), snapshot(counts(flows(5_200))))

    assert [line for line in lines(told) if "leave" in line] == [
        "Enters card details: 52 % leave, 48 % before: worse",
        "Pays: 100 % leave, 60 % before: better",
    ]


@pytest.mark.parametrize(("leave", "of"), [(5_190, 10_000), (480, 1_000), (0, 0)])
def test_what_is_small_or_may_be_chance_is_not_told(leave: int, of: int, journey_of: Read) -> None:
    now: Flows = {**flows(0), "card": {None: leave, "pay": of - leave}}

    told = differing(journey_of(SHOP), snapshot(counts(flows(5_200))), snapshot(counts(now)))

    assert lines(told) == []


def test_the_newest_periods_of_which_all_visits_are_settled_are_compared(journey_of: Read) -> None:
    old = months(m07=flows(5_000), m08=flows(5_200), m09=flows(9_000))
    new = months(m07=flows(5_000), m08=flows(5_200), m09=flows(4_800), m10=flows(9_000))

    told = differing(journey_of(SHOP), old, new)

    assert lines(told)[0] == "Enters card details: 48 % leave, 52 % in 2026-08: better"


def test_a_transition_may_come_and_go(journey_of: Read) -> None:
    journey, rare, often = journey_of(SHOP), snapshot(counts(flows(5_000))), snapshot(counts(flows(5_000, 1_800)))

    assert lines(differing(journey, rare, often)) == [
        "Searches: 82 % go on to “Enters card details”, 100 % before",
        "Searches: new transition to “Pays”: 18 %",
    ]
    assert lines(differing(journey, often, rare))[1] == "Searches: nobody goes on to “Pays” any more, 18 % before"


def test_a_transition_that_is_hidden_is_not_new(journey_of: Read) -> None:
    hidden = counts(flows(5_000), merged={"search": 4})

    told = differing(journey_of(SHOP), snapshot(hidden), snapshot(counts(flows(5_000, 1_800))))

    assert not any("new transition" in line for line in lines(told))


def test_a_snapshot_that_only_got_longer_is_one_line(journey_of: Read) -> None:
    old = replace(snapshot(counts(flows(5_000))), settled_until="2026-08-01T00:00:00Z")
    over = JourneyCounts(1000, 598, 0, 0, 0, 0, 0)

    told = differing(journey_of(SHOP), old, snapshot(counts(flows(5_000), journeys=over)))

    assert lines(told) == []
    assert whole(told) == [
        "observed from 2026-01-01 until 2026-09-01, until 2026-08-01 before: 59.8 % of 1,000 journeys as planned"
    ]


def test_a_snapshot_may_come_and_go(journey_of: Read) -> None:
    seen = snapshot(counts(flows(5_000)))

    assert whole(differing(journey_of(SHOP), None, seen)) == ["observed from 2026-01-01 until 2026-09-01"]
    assert whole(differing(journey_of(SHOP), seen, None)) == ["no longer observed"]
    assert differing(journey_of(SHOP), seen, seen).count == 0


def test_a_touchpoint_with_another_id_is_the_same(journey_of: Read) -> None:
    renamed = SHOP.replace("id: card", "id: card-details")
    places: Mapping[str, str] = {"card": "card-details"}
    now = {places.get(at, at): {places.get(to or "", to): n for to, n in go.items()} for at, go in flows(4_800).items()}
    old = replace(journey_of(SHOP), observed=snapshot(counts(flows(5_200))))
    new = replace(journey_of(renamed), observed=snapshot(counts(now)))

    told = describe(compare(version(old), version(new)))

    assert "Enters card details: 48 % leave, 52 % before: better" in lines(told)
    assert not any("new transition" in line for line in lines(told))


def planned(as_planned: int) -> JourneyCounts:
    return JourneyCounts(10_000, as_planned, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(("now", "direction"), [(6_500, "better"), (5_500, "worse"), (6_050, "same")])
def test_how_many_go_as_planned_is_a_signal(now: int, direction: str, journey_of: Read) -> None:
    old, new = (snapshot(counts(flows(5_000), journeys=planned(count))) for count in (6_000, now))

    verdict = differing(journey_of(SHOP), old, new).comparison.verdict
    (signal,) = (one for one in verdict.signals if one.name == "as planned")

    assert (signal.direction, signal.before, signal.after) == (direction, 0.6, now / 10_000)
    assert verdict.direction == direction


def test_journeys_that_were_counted_for_another_plan_are_no_signal(journey_of: Read) -> None:
    old = replace(snapshot(counts(flows(5_000), journeys=planned(6_000))), mapping="sha256:" + "1" * 64)

    told = differing(journey_of(SHOP), old, snapshot(counts(flows(5_000), journeys=planned(8_000))))

    assert "as planned" not in {one.name for one in told.comparison.verdict.signals}


@pytest.mark.parametrize("name", list(DIFF_FORMATS))
def test_each_format_tells_it(name: str, journey_of: Read) -> None:
    old = snapshot(counts(flows(5_200), journeys=planned(6_000)))
    new = snapshot(counts(flows(4_800), journeys=planned(7_000)))
    told = differing(journey_of(SHOP), old, new)
    report = DiffReport("HEAD", "the working tree", (SpecReport("changed", "a.journey.yaml", told=told),))

    text = DIFF_FORMATS[name].render(report).replace("\N{NO-BREAK SPACE}", " ")

    assert "48 % leave, 52 % before: better" in text

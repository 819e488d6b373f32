"""What is published of counts: the figures, which of them are left out, and what stays readable."""

from collections.abc import Iterable

from mapgen.model.snapshot import JourneyCounts, ObservedPath, TouchpointCounts, TransitionCount
from mapgen.observe.publication import Published, PublishedNames, publish
from mapgen.observe.tally import tally
from tests.observe.small_worlds import Visit, Walk, decoded, rows

NAMES = PublishedNames(("a", "b", "c", "d"), ("a", "b", "c", "d"), (), periods=0)


def walks(way: str, customers: Iterable[int], **more: int) -> list[Walk]:
    """Return a journey on a way, such as "abc", for each customer."""
    return [Walk(one, 0, tuple(Visit("abcd".index(name), 1) for name in way), **more) for one in customers]


UNDER_WAY = walks("b", range(900, 930), unsettled=1)
"""Journeys that are not over: without any, whoever came to a place must have left another, which tells too much."""


def published(*groups: list[Walk], below: int = 10, names: PublishedNames = NAMES) -> Published:
    found = rows((one for group in groups for one in group), segments=bool(names.segments), periods=bool(names.periods))
    return publish(tally(found), names, below=below, decode=decoded)


def test_figures_of_many_are_as_they_were_counted() -> None:
    found = published(walks("abc", range(40)), walks("ab", range(40, 60)), walks("a", range(60, 90)))
    counts = found.cuts[0]

    assert counts.touchpoints["a"] == TouchpointCounts(90, 30, 90, 0, 90)
    assert counts.touchpoints["b"] == TouchpointCounts(60, 20, 0, 0, 60)
    assert counts.touchpoints["d"] == TouchpointCounts(0, 0, 0, 0, 0)
    assert [(one.start, one.end, one.visits) for one in counts.transitions] == [("a", "b", 60), ("b", "c", 40)]
    assert counts.funnel == {"a": 90, "b": 60, "c": 40, "d": 0}
    assert counts.journeys == JourneyCounts(90, 90, 0, 0, 0, 0, 0)
    assert found.paths == (
        ObservedPath(("a", "b", "c"), 40),
        ObservedPath(("a",), 30),
        ObservedPath(("a", "b"), 20),
    )


def test_small_transitions_are_merged_where_they_are_enough_together() -> None:
    counts = published(walks("ab", range(50)), walks("ac", range(50, 56)), walks("ad", range(56, 63))).cuts[0]

    assert counts.touchpoints["a"] == TouchpointCounts(63, 0, 63, 0, 63, merged_visits=13)
    assert counts.transitions == (TransitionCount("a", "b", 50, 0, None),)


def test_a_small_transition_is_merged_with_the_next_smallest() -> None:
    counts = published(walks("ab", range(50)), walks("ac", range(50, 80)), walks("ad", range(80, 84)), UNDER_WAY).cuts[
        0
    ]

    assert counts.touchpoints["a"].merged_visits == 34
    assert [one.end for one in counts.transitions] == ["b"]
    assert counts.touchpoints["d"] == TouchpointCounts(None, None, 0, 0, None)


def test_one_customer_who_goes_round_many_times_is_one_customer() -> None:
    counts = published(walks("ababababab", [1] * 9), walks("ac", range(30))).cuts[0]

    assert [(one.start, one.end) for one in counts.transitions] == []
    assert counts.touchpoints["b"].visits is None


def test_quantiles_need_customers_on_both_sides() -> None:
    def times(customers: int) -> tuple[int | None, int | None]:
        (one,) = published(walks("ab", range(customers))).cuts[0].transitions
        return one.median, one.nine_in_ten

    assert times(19) == (None, None)
    assert times(20) == (0, None)
    assert times(99) == (0, None)
    assert times(100) == (0, 0)


def test_a_small_rest_of_the_funnel_is_not_told() -> None:
    counts = published(walks("abc", range(80)), walks("ab", range(80, 84)), walks("a", range(84, 120)), UNDER_WAY).cuts[
        0
    ]

    assert counts.funnel == {"a": 120, "b": 84, "c": None, "d": 0}


def test_a_small_rest_of_the_journeys_is_not_told() -> None:
    journeys = published(walks("ab", range(50)), walks("ab", range(54, 57), mask=4), UNDER_WAY).cuts[0].journeys

    assert (journeys.over, journeys.as_planned, journeys.unknown_exit, journeys.unknown_entry) == (53, None, None, 0)


def test_paths_leave_nobody_or_enough_over() -> None:
    found = published(walks("ab", range(50)), walks("bc", range(50, 90)), walks("abc", range(90, 94)), UNDER_WAY)

    assert found.paths == (ObservedPath(("a", "b"), 50),)


def test_a_period_that_is_small_hides_another_so_that_it_does_not_follow_from_the_whole() -> None:
    names = PublishedNames(NAMES.touchpoints, NAMES.stages, (), periods=3)

    def one(period: int, customers: range) -> list[Walk]:
        return [Walk(number, 0, (Visit(0, period),)) for number in customers]

    found = published(one(1, range(40)), one(2, range(40, 60)), one(3, range(60, 64)), names=names)

    assert [found.cuts[cut].touchpoints["a"].visits for cut in (0, 1, 2, 3)] == [64, 40, None, None]

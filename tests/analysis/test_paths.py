"""The paths through the flow, each chance worked out by hand."""

from collections.abc import Callable
from itertools import product

import pytest

from mapgen.analysis import paths
from mapgen.analysis.flow import analyze_flow
from mapgen.analysis.paths import likelihood, most_likely_paths
from mapgen.analysis.transitions import TransitionModel, find_transitions
from mapgen.model.journey import Journey

Read = Callable[[str], Journey]

ROUND = """
title: Round and out
stages:
  - name: s
    touchpoints:
      - a
      - {name: b, exits: [{kind: abandon, share: 0.3}]}
      - {name: c, exits: [{kind: convert, share: 0.8}, {kind: churn}]}
flow: [{from: b, to: a, kind: back, share: 0.2}]
"""


def movement_of(journey: Journey) -> TransitionModel:
    return find_transitions(journey, analyze_flow(journey))


def listed(journey: Journey, most: int = 10, outcome: str | None = None) -> list[tuple[str, str, float, bool]]:
    found, _ = most_likely_paths(movement_of(journey), most, outcome=outcome)
    ends = (path.leave.kind if path.leave else "end" for path in found)
    return [(" ".join(p.touchpoints), end, round(p.chance, 9), p.bound) for p, end in zip(found, ends, strict=True)]


def test_the_likeliest_path_comes_first(journey_of: Read) -> None:
    assert listed(journey_of(ROUND)) == [
        ("a b c", "convert", 0.4, False),  # 0.5 · 0.8
        ("a b", "abandon", 0.3, False),
        ("a b c", "churn", 0.1, False),  # 0.5 · 0.2
        ("a b a b c", "convert", 0.08, False),  # 0.2 · 0.5 · 0.8
        ("a b a b", "abandon", 0.06, False),  # 0.2 · 0.3
        ("a b a b c", "churn", 0.02, False),
    ]


def test_no_more_are_looked_for_than_are_wanted(journey_of: Read) -> None:
    assert len(listed(journey_of(ROUND), 2)) == 2


def test_paths_to_one_kind_of_end_can_be_asked_for(journey_of: Read) -> None:
    assert [path[:2] for path in listed(journey_of(ROUND), outcome="churn")] == [
        ("a b c", "churn"),
        ("a b a b c", "churn"),
    ]
    assert listed(journey_of(ROUND), outcome="pause") == []


def test_without_shares_the_shortest_path_comes_first(journey_of: Read) -> None:
    journey = journey_of("""
title: t
stages: [{name: s, touchpoints: [a, b, {name: c, exits: [{kind: abandon}]}, d]}]
flow: [{from: a, to: c}, {from: a, to: b}]
""")

    assert [path[:2] for path in listed(journey)] == [
        ("a c", "abandon"),
        ("a c d", "end"),
        ("a b c", "abandon"),
        ("a b c d", "end"),
    ]
    assert not movement_of(journey).told


def test_a_share_that_is_not_stated_gives_a_bound(journey_of: Read) -> None:
    found = listed(journey_of(ROUND.replace("back, share: 0.2", "back")))

    # of the 0.7 that b's exit leaves nobody knows how many go back
    assert found[:2] == [("a b c", "convert", 0.56, True), ("a b a b c", "convert", 0.392, True)]
    assert ("a b", "abandon", 0.3, False) in found


def test_several_ways_to_one_touchpoint_are_one_step(journey_of: Read) -> None:
    text = ROUND.replace("flow: [", "flow: [{from: a, to: b, share: 0.25}, {from: a, to: b, kind: skip, share: 0.25}, ")

    assert listed(journey_of(text))[0] == ("a b c", "convert", 0.4, False)


def test_a_loop_is_gone_through_twice_at_most_and_a_trap_leads_nowhere(journey_of: Read) -> None:
    journey = journey_of("""
title: t
stages: [{name: s, touchpoints: [a, b, c, {name: d, exits: [{kind: convert, share: 1}]}]}]
flow:
  - {from: a, to: d, kind: skip, share: 0.5}
  - {from: a, to: a, kind: repeat, share: 0.25}
  - {from: c, to: b, kind: back, share: 1}
""")

    assert listed(journey) == [("a d", "convert", 0.5, False), ("a a d", "convert", 0.125, False)]


def test_parts_that_begin_elsewhere_count(journey_of: Read) -> None:
    journey = journey_of(ROUND.replace("{name: b,", "{name: b, entry: 0.75,"))

    assert listed(journey, 2) == [("b c", "convert", 0.3, False), ("b", "abandon", 0.225, False)]


def test_the_search_finds_what_trying_everything_finds(journey_of: Read) -> None:
    journey = journey_of("""
title: t
stages: [{name: s, touchpoints: [a, b, c, d, {name: e, exits: [{kind: convert, share: 0.9}]}]}]
flow:
  - {from: a, to: c, kind: skip, share: 0.3}
  - {from: b, to: d, kind: skip, share: 0.6}
  - {from: c, to: a, kind: back, share: 0.25}
  - {from: d, to: b, kind: back, share: 0.15}
  - {from: e, to: c, kind: back, share: 0.1}
""")
    movement = movement_of(journey)
    tried = []
    for length in range(2, 7):
        for rest in product("abcde", repeat=length - 1):
            path = ("a", *rest)
            if path[-1] == "e" and max(map(path.count, path)) <= 2 and likelihood(movement, path)[0]:
                tried.append((round(likelihood(movement, path)[0] * 0.9, 9), " ".join(path)))

    found = [(chance, path) for path, _, chance, _ in listed(journey, 200) if len(path.split()) <= 6]
    assert sorted(found) == sorted(tried)
    assert [chance for chance, _ in found] == sorted((chance for chance, _ in found), reverse=True)


def test_a_search_that_would_take_too_long_ends(journey_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MAX_SEARCH_STEPS", 4)

    found, complete = most_likely_paths(movement_of(journey_of(ROUND)), 10)
    assert ([path.touchpoints for path in found], complete) == ([("a", "b", "c")], False)


def test_all_paths_are_known_to_be_all(journey_of: Read) -> None:
    movement = movement_of(journey_of(ROUND))

    assert [most_likely_paths(movement, most)[1] for most in (5, 6, 7)] == [False, True, True]


def test_a_scenario_is_as_likely_as_its_steps_together(journey_of: Read) -> None:
    movement = movement_of(journey_of(ROUND))

    chance, bound = likelihood(movement, ("a", "b", "a", "b", "c"))
    assert (round(chance, 9), bound) == (0.1, False)
    assert likelihood(movement, ("a", "c")) == (0, False)


def test_a_journey_without_touchpoints_has_no_path(journey_of: Read) -> None:
    assert listed(journey_of("{title: t, stages: [s]}")) == []

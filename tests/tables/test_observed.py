"""The tables and the fact of what was observed, beside the plan."""

from collections.abc import Callable

import pytest

from mapgen.analysis import analyze
from mapgen.composition import Map, compose
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Snapshot
from mapgen.record import replace
from mapgen.words.language import LANGUAGES
from tests.snapshots import JOURNEYS, Flows, counts, snapshot

Read = Callable[[str], Journey]

SHOP = """
title: Shop
stages:
  - name: Look
    touchpoints: [{id: search, name: Searches}, {id: compare, name: Compares, exits: [{kind: abandon, share: 0.2}]}]
  - name: Buy
    touchpoints: [{id: pay, name: Pays, exits: [{kind: convert, share: 0.9}, {kind: abandon, share: 0.1}]}]
flow: [{from: compare, to: search, kind: back, share: 0.2}]
"""
FLOWS = {
    "search": {"compare": 800, None: 200},
    "compare": {"search": 205, "pay": 450, None: 345},
    "pay": {None: 500, "search": 20},
}


def composed(journey: Journey, seen: Snapshot) -> Map:
    watched = replace(journey, observed=seen)
    return compose(watched, analyze(watched))


def table(map_: Map, name: str) -> list[str]:
    """Return the columns and rows of a table as lines; nothing where it is not there."""
    found = next((one for one in map_.tables if one.id == name), None)
    if found is None:
        return []
    rows = [" | ".join(", ".join(text.text for text in cell) for cell in row) for row in found.rows]
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in (" | ".join(found.columns), *rows)]


def facts(map_: Map) -> list[str]:
    return [fact.text.replace("\N{NO-BREAK SPACE}", " ") for fact in map_.lens.facts if fact.label == "Observed"]


def test_what_differs_comes_with_the_largest_difference_first(journey_of: Read) -> None:
    assert table(composed(journey_of(SHOP), snapshot(counts(FLOWS))), "observed-differences") == [
        "From | To | Planned | Observed | Difference in points | Visits",
        "2 Compares | 3 Pays | 60 % | 45 % | −15 | 1,000",  # noqa: RUF001 - a minus
        "2 Compares | leaves | 20 % | 34.5 % | +14.5 | 1,000",
    ]


def test_of_a_future_map_what_is_observed_is_how_it_is_today(journey_of: Read) -> None:
    future = journey_of(f"state: future\n{SHOP.lstrip()}")

    head, *_ = table(composed(future, snapshot(counts(FLOWS))), "observed-differences")

    assert head == "From | To | Planned | Today | Difference in points | Visits"


def test_what_is_not_on_the_map_comes_with_the_most_frequent_first(journey_of: Read) -> None:
    assert table(composed(journey_of(SHOP), snapshot(counts(FLOWS))), "unknown-transitions") == [
        "From | To | Share | Visits",
        "1 Searches | leaves | 20 % | 200",
        "3 Pays | 1 Searches | 3.8 % | 20",
    ]


def test_a_table_tells_the_first_ten(journey_of: Read) -> None:
    names = ", ".join(f"{{id: t{number}, name: T{number}}}" for number in range(15))
    spec = f"title: Long\nstages: [{{name: s, touchpoints: [{names}]}}]"
    many: Flows = {f"t{number}": {f"t{(number + 5) % 15}": 100 + number} for number in range(15)}

    rows = table(composed(journey_of(spec), snapshot(counts(many))), "unknown-transitions")

    assert len(rows) == 1 + 10
    assert rows[1] == "15 T14 | 5 T4 | 100 % | 114"


def test_without_a_snapshot_there_is_no_table_and_no_fact(journey_of: Read) -> None:
    map_ = compose(journey_of(SHOP), analyze(journey_of(SHOP)))

    assert table(map_, "observed-differences") == table(map_, "unknown-transitions") == facts(map_) == []


def test_the_map_says_how_many_journeys_went_as_planned(journey_of: Read) -> None:
    (told,) = facts(composed(journey_of(SHOP), snapshot(counts(FLOWS, journeys=JOURNEYS))))

    assert told == (
        "59.8 % of 116,864 journeys went as planned; 16.4 % took a transition that the map does not have"
        " (2026-01-01 to 2026-09-01)"
    )


def test_a_figure_that_is_hidden_is_not_told(journey_of: Read) -> None:
    hidden = replace(JOURNEYS, unknown_transition=None)
    unknown = replace(JOURNEYS, as_planned=None)

    assert facts(composed(journey_of(SHOP), snapshot(counts(FLOWS, journeys=hidden)))) == [
        "59.8 % of 116,864 journeys went as planned (2026-01-01 to 2026-09-01)"
    ]
    assert facts(composed(journey_of(SHOP), snapshot(counts(FLOWS, journeys=unknown)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_it_of_one_journey_and_of_many(language: str, journey_of: Read) -> None:
    journey = journey_of(f"language: {language}\n{SHOP.lstrip()}")
    one = replace(JOURNEYS, over=1, as_planned=1, unknown_transition=0)

    for journeys in (JOURNEYS, one):
        (fact,) = composed(journey, snapshot(counts(FLOWS, journeys=journeys))).lens.facts
        assert "2026-09-01" in fact.text
        assert "{" not in fact.text

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.ids import Named, assign, slug
from mapgen.model.journey import Journey
from mapgen.model.problems import Problems
from mapgen.source.tree import Source

Read = Callable[[str], Journey]
Told = Callable[[str], tuple[Diagnostic, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enters card details", "enters-card-details"),
        ("  70 % leave — here!  ", "70-leave-here"),
        ("Größe wählen", "grosse-wahlen"),
        ("Żółta łódź", "zolta-lodz"),
        ("\ufb01nds a ﬂat", "finds-a-flat"),
        ("支付", ""),
        ("x" * 100, "x" * 64),
        ("x" * 63 + " y", "x" * 63),
    ],
)
def test_a_slug_is_what_one_would_type(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9][a-z0-9-]{0,63})?", slug(text))


@given(st.lists(st.tuples(st.sampled_from([None, "a", "a-2"]), st.sampled_from(["A", "a 2", "支", "b"])), max_size=12))
def test_derived_ids_are_never_taken(given_and_names: list[tuple[str | None, str]]) -> None:
    source = Source("t", "", {}, {}, {})
    things = [
        Named("stage", ident, name, number, f"/{number}") for number, (ident, name) in enumerate(given_and_names, 1)
    ]
    ids = assign(things, Problems(source))
    derived = [ids[thing.pointer] for thing in things if thing.id is None]

    assert len(set(derived)) == len(derived)
    assert not set(derived) & {thing.id for thing in things}


def test_equal_names_get_numbers(journey_of: Read) -> None:
    journey = journey_of("{title: t, stages: [{name: s, touchpoints: [Waits, Waits, Waits]}]}")

    assert [one.id for one in journey.touchpoints()] == ["waits", "waits-2", "waits-3"]


def test_a_given_id_wins_over_a_derived_one(journey_of: Read) -> None:
    journey = journey_of("{title: t, stages: [{name: s, touchpoints: [Waits, {id: waits, name: Queues}]}]}")

    assert [one.id for one in journey.touchpoints()] == ["waits-2", "waits"]


def test_a_touchpoint_steps_aside_for_a_stage(journey_of: Read) -> None:
    journey = journey_of("{title: t, stages: [{name: Search, touchpoints: [Pay]}, {name: Pay}]}")

    assert [one.id for one in journey.stages] == ["search", "pay"]
    assert [one.id for one in journey.touchpoints()] == ["pay-2"]


def test_an_owner_and_a_stage_may_share_an_id(journey_of: Read) -> None:
    journey = journey_of("{title: t, owners: [Support], stages: [{name: Support, owner: support}]}")

    assert journey.owners[0].id == journey.stages[0].id


def test_names_without_a_letter_for_ids_are_numbered(journey_of: Read) -> None:
    journey = journey_of(
        "{title: 订阅, stages: [{name: 发现, touchpoints: [听歌]}, {name: 购买, touchpoints: [看价格, 支付]}]}"
    )

    assert journey.id == "journey"
    assert [one.id for one in journey.stages] == ["stage-1", "stage-2"]
    assert [one.id for one in journey.touchpoints()] == ["touchpoint-1", "touchpoint-2", "touchpoint-3"]


def test_numbered_ids_stay_short_enough(journey_of: Read) -> None:
    name = "x" * 80
    journey = journey_of(f"{{title: t, stages: [{{name: s, touchpoints: [{name}, {name}]}}]}}")

    assert [one.id for one in journey.touchpoints()] == ["x" * 64, "x" * 62 + "-2"]


def test_an_id_given_twice_is_told_with_the_line_of_the_first(told_of: Told) -> None:
    (told,) = told_of("""title: t
stages:
  - id: pay
    name: Purchase
    touchpoints:
      - {id: pay, name: Pays}
""")

    assert told.code == "duplicate-id"
    assert told.message == '"pay" is already the id of the stage "Purchase" on line 3'
    assert told.hint == "give this touchpoint an id of its own"
    assert told.pointer == "/stages/0/touchpoints/0/id"
    assert told.span is not None
    assert (told.span.line, told.span.column) == (6, 14)

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.ids import Named, assign, short_slug, slug
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
        ("支付", "支付"),
        ("第2段階 — Wi-Fi", "第2段階-wi-fi"),
        ("Оплата Й", "оплата-й"),
        ("हिन्दी में", "हिन्दी-में"),
        ("ดื่มน้ำ", "ดื่มน้ำ"),
        ("가입 완료", "가입-완료"),
        ("می\N{ZERO WIDTH NON-JOINER}رود", "میرود"),
        ("?!", "u3f-u21"),
        ("\N{SMILING FACE WITH SUNGLASSES}", "u1f60e"),
    ],
)
def test_a_slug_is_what_one_would_type(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_slug_is_cut_only_where_a_short_one_is_asked_for() -> None:
    assert slug("x" * 100) == "x" * 100
    assert short_slug("x" * 100) == "x" * 64
    assert short_slug("x" * 63 + " y") == "x" * 63


@given(st.text(max_size=200))
def test_a_slug_has_no_sign_that_means_something_in_ids_or_addresses(text: str) -> None:
    assert not re.search(r"[\s./#_~:,]", slug(text))
    assert bool(slug(text)) == bool(text.strip())


NAMES = st.sampled_from(["A", "a 2", "支", "b"])


@given(st.lists(st.tuples(st.sampled_from([None, "a", "a-2"]), NAMES, st.sampled_from(["", "x", "y"])), max_size=12))
def test_derived_ids_are_never_taken(things: list[tuple[str | None, str, str]]) -> None:
    ids, named = assigned(things)
    derived = [ids[thing.pointer] for thing in named if thing.id is None]

    assert len(set(derived)) == len(derived)
    assert not set(derived) & {thing.id for thing in named}


@given(
    st.lists(st.tuples(st.just(None), st.sampled_from("abcß支"), st.sampled_from("xyz")), max_size=8, unique=True),
    st.randoms(),
)
def test_derived_ids_do_not_depend_on_the_order(things: list[tuple[str | None, str, str]], random: object) -> None:
    shuffled = list(things)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert by_thing(things) == by_thing(shuffled)


def assigned(things: list[tuple[str | None, str, str]]) -> tuple[dict[str, str], list[Named]]:
    named = [Named("stage", ident, name, f"/{at}", home) for at, (ident, name, home) in enumerate(things)]
    return assign(named, Problems(Source("t", "", {}, {}, {}))), named


def by_thing(things: list[tuple[str | None, str, str]]) -> dict[tuple[str | None, str, str], str]:
    ids, named = assigned(things)
    return dict(zip(things, (ids[thing.pointer] for thing in named), strict=True))


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("{name: s, touchpoints: [Waits, Pays]}", ["s", "waits", "pays"]),
        ("{name: s, touchpoints: [Waits]}, {name: t, touchpoints: [Waits]}", ["s", "s.waits", "t", "t.waits"]),
        ("{name: s, touchpoints: [Waits, Waits, Waits]}", ["s", "s.waits", "s.waits..2", "s.waits..3"]),
        ("{name: s, touchpoints: [Waits, {id: waits, name: Queues}]}", ["s", "s.waits", "waits"]),
        ("{name: Search, touchpoints: [Pay]}, {name: Pay}", ["search", "search.pay", "pay"]),
        (
            "{name: 発見, touchpoints: [聴く]}, {name: 購入, touchpoints: [聴く]}",
            ["発見", "発見.聴く", "購入", "購入.聴く"],
        ),
        ("{name: s, touchpoints: [Wait!, Wait?]}", ["s", "s.wait", "s.wait..2"]),
        (f"{{name: {'s' * 70}a}}, {{name: {'s' * 70}b}}", ["s" * 70 + "a", "s" * 70 + "b"]),
        (f"{{name: {'s' * 70}a}}, {{name: b}}", ["s" * 64, "b"]),
    ],
)
def test_items_of_one_name_are_told_apart_by_what_they_are_in(
    journey_of: Read, stages: str, expected: list[str]
) -> None:
    journey = journey_of(f"{{title: t, stages: [{stages}]}}")

    assert [name for stage in journey.stages for name in (stage.id, *(one.id for one in stage.touchpoints))] == expected


def test_pain_points_of_one_text_are_told_apart_by_their_touchpoints(journey_of: Read) -> None:
    journey = journey_of(
        "{title: t, stages: [{name: s, touchpoints: [{name: a, pain_points: [Slow]}, {name: b, pain_points: [Slow]}]}]}"
    )

    assert [pain.id for one in journey.touchpoints() for pain in one.pain_points] == ["a.slow", "b.slow"]


def test_an_owner_and_a_stage_may_share_an_id(journey_of: Read) -> None:
    journey = journey_of("{title: t, owners: [Support], stages: [{name: Support, owner: support}]}")

    assert journey.owners[0].id == journey.stages[0].id


def test_an_id_is_composed_however_it_is_typed(journey_of: Read) -> None:
    journey = journey_of('{title: t, owners: [{id: "cafe\\u0301", name: A}], stages: [{name: s, owner: "caf\\u00e9"}]}')

    assert journey.stages[0].owner == journey.owners[0]
    assert journey.owners[0].id == "caf\u00e9"


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
    assert told.hint == "give this touchpoint a different id"
    assert told.pointer == "/stages/0/touchpoints/0/id"
    assert told.span is not None
    assert (told.span.line, told.span.column) == (6, 14)

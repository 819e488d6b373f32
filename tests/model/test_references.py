from collections.abc import Callable

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.ids import short_slug, slug
from mapgen.model.journey import Journey

Told = Callable[[str], tuple[Diagnostic, ...]]

SPEC = """
title: t
owners: [{{id: payments, name: Payments}}, {{id: cx, name: Customer experience}}]
channels: [{{id: app, name: Mobile app}}]
evidence: [{{id: ga4, title: Web analytics}}]
segments: [{{id: commuters, name: Commuters}}]
personas: [{{id: maya, name: Maya Okafor}}]
stages:
  - id: buy
    name: Purchase
    touchpoints:
      - {{id: pay, name: Enters card, pain_points: [Card first], opportunities: [No card], metrics: [{{name: Rate}}]}}
      - {{name: a, {0}}}
"""


@pytest.mark.parametrize(
    ("mistake", "code", "message", "hint"),
    [
        ("owner: paymnts", "unknown-owner", 'unknown owner "paymnts"', 'did you mean "payments"?'),
        (
            "owner: Customer Experiences",
            "unknown-owner",
            'unknown owner "Customer Experiences"',
            'did you mean "cx", the id of "Customer experience"?',
        ),
        ("owner: legal", "unknown-owner", 'unknown owner "legal"', "declare it under `owners`"),
        ("contributors: [legal]", "unknown-owner", 'unknown owner "legal"', "declare it under `owners`"),
        ("channel: shop", "unknown-channel", 'unknown channel "shop"', "declare it under `channels`"),
        (
            "emotion: {by: {maja: 1}}",
            "unknown-persona",
            'unknown persona "maja"',
            'did you mean "maya"?',
        ),
        (
            "emotion: {score: 1, evidence: [ga-4]}",
            "unknown-evidence",
            'unknown evidence "ga-4"',
            'did you mean "ga4"?',
        ),
        (
            "opportunities: [{text: b, addresses: [card-frist]}]",
            "unknown-pain-point",
            'unknown pain point "card-frist"',
            'did you mean "card-first"?',
        ),
    ],
)
def test_an_unknown_name_is_told_with_what_may_have_been_meant(
    told_of: Told, mistake: str, code: str, message: str, hint: str
) -> None:
    (told,) = told_of(SPEC.format(mistake))

    assert (told.code, told.message, told.hint) == (code, message, hint)
    assert told.span is not None
    assert told.span.line == 13


@pytest.mark.parametrize(
    ("mistake", "code", "message", "hint"),
    [
        (
            "flow: [{from: pay, to: enters-card}]",
            "unknown-touchpoint",
            'unknown touchpoint or stage "enters-card"',
            'did you mean "pay", the id of "Enters card"?',
        ),
        (
            "scenarios: [{name: x, path: [shop]}]",
            "unknown-touchpoint",
            'unknown touchpoint or stage "shop"',
            "use the id or the name of a touchpoint or stage, such as buy",
        ),
        (
            "flow: [{from: pay, to: a, handoff: {from: cx, to: payment}}]",
            "unknown-owner",
            'unknown owner "payment"',
            'did you mean "payments"?',
        ),
        (
            "experiments: [{name: x, opportunity: no-cards}]",
            "unknown-opportunity",
            'unknown opportunity "no-cards"',
            'did you mean "no-card"?',
        ),
        (
            "experiments: [{name: x, metric: bui.rate}]",
            "unknown-metric",
            'unknown metric "bui.rate"',
            'did you mean "buy.rate"?',
        ),
        (
            "review: {owner: growth}",
            "unknown-owner",
            'unknown owner "growth"',
            "declare it under `owners`",
        ),
    ],
)
def test_names_outside_the_stages_are_checked_too(
    told_of: Told, mistake: str, code: str, message: str, hint: str
) -> None:
    (told,) = told_of(SPEC.format("need: x") + mistake)

    assert (told.code, told.message, told.hint) == (code, message, hint)


def test_stages_segments_and_answers_are_checked(told_of: Told) -> None:
    told = told_of("""
title: t
segments: [Commuters]
personas: [{name: Maya, segment: comuters}]
stages:
  - {name: Buy, concurrent_with: [byu], questions: [{text: Why?, answered_by: [buy]}], touchpoints: [Pays]}
""")

    assert [(one.code, one.hint) for one in told] == [
        ("unknown-segment", 'did you mean "commuters"?'),
        ("unknown-stage", 'did you mean "buy"?'),
        ("unknown-touchpoint", "use the id or the name of a touchpoint, such as pays"),
    ]


def test_all_problems_are_told_in_the_order_of_the_text(told_of: Told) -> None:
    told = told_of("""
title: t
flow: [{from: x, to: y}]
stages: [{name: s, owner: nobody, touchpoints: [{name: a, channel: none, emotion: 7}]}]
""")

    assert [(one.code, one.pointer) for one in told] == [
        ("unknown-touchpoint", "/flow/0/from"),
        ("unknown-touchpoint", "/flow/0/to"),
        ("unknown-owner", "/stages/0/owner"),
        ("unknown-channel", "/stages/0/touchpoints/0/channel"),
        ("emotion-out-of-range", "/stages/0/touchpoints/0/emotion"),
    ]


def test_a_long_word_is_cut_and_a_strange_one_is_no_hazard(told_of: Told) -> None:
    (told,) = told_of(f"{{title: t, stages: [{{name: s, owner: {'y' * 5000}}}]}}")

    assert told.message == f'unknown owner "{"y" * 40}…{"y" * 19}"'


def test_thousands_of_unknown_names_are_told_in_time(told_of: Told) -> None:
    touchpoints = ", ".join(f"{{id: place-{number}, name: x, owner: nobody-{number}}}" for number in range(2000))
    edges = ", ".join(f"{{from: place-{number}x, to: s}}" for number in range(2000))

    assert (
        len(told_of(f"{{title: t, stages: [{{id: s, name: s, touchpoints: [{touchpoints}]}}], flow: [{edges}]}}"))
        == 4000
    )


NAMED = """
title: t
owners: [Bar team, 日本, "Crème & Co", {{id: it, name: IT}}]
channels: [App]
evidence: [Interviews 2026]
segments: [Urban commuters]
personas: [{{id: m, name: Maya Okafor, segment: URBAN  commuters}}, Tom]
review: {{owner: bar TEAM}}
stages:
  - name: Arrive
    concurrent_with: [Order]
    questions: [{{text: Why?, asked_by: [Maya Okafor], answered_by: [Pays!]}}]
    touchpoints:
      - name: Sees it
        channel: APP
        owner: 日本
        contributors: [" it ", "Creme\\u0301 & Co", {0}]
        emotion: {{by: {{Maya Okafor: 1, tom: 0}}, evidence: [interviews 2026]}}
        pain_points: [Too slow?]
        opportunities: [{{text: A bell, addresses: [Too slow?]}}]
        metrics: [{{name: Wait, value: 3}}]
  - name: Order
    touchpoints: [Waits, Pays!]
flow: [{{from: Sees it, to: Pays!, handoff: {{from: Bar team, to: IT}}}}]
scenarios: [{{name: x, path: [SEES IT, pays]}}]
experiments: [{{name: x, opportunity: a BELL, metric: Arrive.Wait}}]
poster: {{voices: [Sees it], pains: [too slow?]}}
"""


def test_a_name_is_a_reference_everywhere(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of(NAMED.format('"bar team"').replace("Creme\\u0301", "Cr\\u00e8me"))
    first = next(journey.touchpoints())

    assert [owner.id for owner in first.contributors] == ["it", "creme-co", "bar-team"]
    assert first.emotion
    assert first.emotion.by == (("m", 1), ("tom", 0))
    assert journey.personas[0].segment == journey.segments[0]
    assert journey.stages[0].concurrent_with == ("order",)
    assert journey.stages[0].questions[0].answered_by == ("pays",)
    assert [(edge.start, edge.end) for edge in journey.flow] == [("sees-it", "pays")]
    assert journey.scenarios[0].path == ("sees-it", "pays")
    assert (journey.experiments[0].opportunity, journey.experiments[0].metric) == ("a-bell", "arrive.wait")
    assert journey.poster
    assert (journey.poster.voices, journey.poster.pains) == (("sees-it",), ("too-slow",))


TWICE = """title: t
owners: [Team, Team]
stages:
  - name: Order
    {0}
    touchpoints: [Waits, {{name: Pays, pain_points: [Slow], opportunities: [{1}]}}]
  - name: Pay
    touchpoints: [Waits, {{name: Pays, pain_points: [Slow]}}, Order, Twin, Twin]
"""


@pytest.mark.parametrize(
    ("filled", "message", "hint"),
    [
        (
            ("x-a: b", "a", "flow: [{from: waits, to: Pay}]"),
            '"waits" can be the touchpoint "Waits" in "Order" on line 6 or the touchpoint "Waits" in "Pay" on line 8',
            "write order.waits or pay.waits",
        ),
        (
            ("x-a: b", "a", "flow: [{from: Order, to: Pay}]"),
            '"Order" can be the stage "Order" on line 4 or the touchpoint "Order" in "Pay" on line 8',
            "write pay.order, or give the stage on line 4 an `id`, and refer to it by that",
        ),
        (
            ("x-a: b", "a", "flow: [{from: pay.twin, to: Pay}]"),
            '"pay.twin" can be the touchpoint "Twin" in "Pay" on line 8 or the touchpoint "Twin" in "Pay" on line 8',
            "give the touchpoint on line 8 or 8 an `id`, and refer to it by that",
        ),
        (
            ("owner: team", "a", ""),
            '"team" can be the owner "Team" on line 2 or the owner "Team" on line 2',
            "give the owner on line 2 or 2 an `id`, and refer to it by that",
        ),
        (
            ("x-a: b", "{text: a, addresses: [slow]}", ""),
            '"slow" can be the pain point "Slow" in "Pays" on line 6 or the pain point "Slow" in "Pays" on line 8',
            "write order.pays.slow or pay.pays.slow",
        ),
    ],
)
def test_a_name_of_several_is_told_with_all_places_and_how_to_tell_them_apart(
    told_of: Told, filled: tuple[str, str, str], message: str, hint: str
) -> None:
    line, idea, rest = filled
    (told,) = told_of(TWICE.format(line, idea) + rest)

    assert (told.code, told.message, told.hint) == ("ambiguous-name", message, hint)


@pytest.mark.parametrize("word", ["order.waits", "Order.Waits", "pay.waits", "order.pays", "twin.x", "pay"])
def test_what_tells_apart_is_a_reference(told_of: Told, journey_of: Callable[[str], Journey], word: str) -> None:
    spec = TWICE.format("x-a: b", "a").replace("Twin, Twin", "Twin") + f"flow: [{{from: {word}, to: Twin, kind: skip}}]"

    if word == "twin.x":
        assert [one.code for one in told_of(spec)] == ["unknown-touchpoint"]
    else:
        assert journey_of(spec).flow[0].start in {word.lower(), "pay.waits", "twin"}


def test_a_stage_with_one_touchpoint_of_its_name_means_the_same(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of(
        "{title: t, stages: [{name: Pay, touchpoints: [Pay]}, End, {name: Use, touchpoints: [Uses]}],"
        " flow: [{from: Pay, to: uses}]}"
    )

    assert journey.flow[0].start == "pay.pay"


def test_one_item_by_two_names_is_told(told_of: Told) -> None:
    (told,) = told_of("{title: t, owners: [Team], stages: [{name: s, contributors: [team, Team]}]}")

    assert (told.code, told.message) == ("repeated-item", '"team" and "Team" are the same owner')


def test_one_persona_by_two_names_is_told(told_of: Told) -> None:
    (told,) = told_of(
        "{title: t, personas: [{id: m, name: Maya}],"
        " stages: [{name: s, touchpoints: [{name: a, emotion: {by: {m: 1, Maya: 2}}}]}]}"
    )

    assert (told.code, told.message) == ("duplicate-key", '"m" and "Maya" are the same persona')


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("waits-2", 'did you mean "pay.waits"?'),
        ("touchpoint-2", 'did you mean "order.pays", the id of "Pays"?'),
        ("stage-1", "use the id or the name of a touchpoint or stage, such as pay"),
        ("waits..2", 'did you mean "order.waits", the id of "Waits"?'),
    ],
)
def test_a_number_is_no_reference(told_of: Told, word: str, hint: str) -> None:
    (told,) = told_of(TWICE.format("x-a: b", "a") + f"flow: [{{from: {word}, to: pay}}]")

    assert (told.code, told.hint) == ("unknown-touchpoint", hint)


LONG = "Phone line of the municipal waste collection office with a waiting queue of twenty"


@pytest.mark.parametrize("word", [LONG, slug(LONG), short_slug(LONG)])
def test_a_long_name_is_referenced_whole_or_as_its_id(journey_of: Callable[[str], Journey], word: str) -> None:
    journey = journey_of(
        f"{{title: t, channels: [{LONG}], stages: [{{name: s, touchpoints: [{{name: a, channel: {word}}}]}}]}}"
    )

    assert next(journey.touchpoints()).channel == journey.channels[0]
    assert journey.channels[0].id == short_slug(LONG)


def test_messages_and_hints_show_where_long_names_differ(told_of: Told) -> None:
    word = slug(LONG) + "-one"
    (told,) = told_of(
        f"{{title: t, channels: [{LONG} two, x], stages: [{{name: s, touchpoints: [{{name: a, channel: {word}}}]}}]}}"
    )

    assert told.message == 'unknown channel "…ce-with-a-waiting-queue-of-twenty-one"'
    assert told.hint == f'did you mean "{short_slug(LONG + " two")}"?'

from collections.abc import Callable

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic

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
        ("owner: paymnts", "unknown-owner", 'no owner is called "paymnts"', 'did you mean "payments"?'),
        (
            "owner: Payments",
            "unknown-owner",
            'no owner is called "Payments"',
            'did you mean "payments", the id of "Payments"?',
        ),
        (
            "owner: Customer Experiences",
            "unknown-owner",
            'no owner is called "Customer Experiences"',
            'did you mean "cx", the id of "Customer experience"?',
        ),
        ("owner: legal", "unknown-owner", 'no owner is called "legal"', "declare it under `owners`"),
        ("contributors: [legal]", "unknown-owner", 'no owner is called "legal"', "declare it under `owners`"),
        ("channel: shop", "unknown-channel", 'no channel is called "shop"', "declare it under `channels`"),
        (
            "emotion: {by: {maja: 1}}",
            "unknown-persona",
            'no persona is called "maja"',
            'did you mean "maya"?',
        ),
        (
            "emotion: {score: 1, evidence: [ga-4]}",
            "unknown-evidence",
            'no evidence is called "ga-4"',
            'did you mean "ga4"?',
        ),
        (
            "opportunities: [{text: b, addresses: [card-frist]}]",
            "unknown-pain-point",
            'no pain point is called "card-frist"',
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
            'no touchpoint or stage is called "enters-card"',
            'did you mean "pay", the id of "Enters card"?',
        ),
        (
            "scenarios: [{name: x, path: [shop]}]",
            "unknown-touchpoint",
            'no touchpoint or stage is called "shop"',
            "name it by its id, by default the slug of its name",
        ),
        (
            "flow: [{from: pay, to: a, handoff: {from: cx, to: payment}}]",
            "unknown-owner",
            'no owner is called "payment"',
            'did you mean "payments"?',
        ),
        (
            "experiments: [{name: x, opportunity: no-cards}]",
            "unknown-opportunity",
            'no opportunity is called "no-cards"',
            'did you mean "no-card"?',
        ),
        (
            "experiments: [{name: x, metric: bui.rate}]",
            "unknown-metric",
            'no metric is called "bui.rate"',
            'did you mean "buy.rate"?',
        ),
        (
            "review: {owner: growth}",
            "unknown-owner",
            'no owner is called "growth"',
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
        ("unknown-touchpoint", "name it by its id, by default the slug of its name"),
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

    assert told.message == f'no owner is called "{"y" * 59}…"'


def test_thousands_of_unknown_names_are_told_in_time(told_of: Told) -> None:
    touchpoints = ", ".join(f"{{id: place-{number}, name: x, owner: nobody-{number}}}" for number in range(2000))
    edges = ", ".join(f"{{from: place-{number}x, to: s}}" for number in range(2000))

    assert (
        len(told_of(f"{{title: t, stages: [{{id: s, name: s, touchpoints: [{touchpoints}]}}], flow: [{edges}]}}"))
        == 4000
    )

"""Each lane says what it is for, in the columns where it belongs."""

# ruff: noqa: RUF001  the signs that a map writes, as it writes them

from collections.abc import Callable
from typing import assert_never

import pytest

from mapgen.blocks import (
    Block,
    BlueprintStep,
    Bullets,
    Card,
    Chips,
    ImageBlock,
    ItemList,
    Marker,
    Meter,
    PainPair,
    Quote,
    Score,
    Text,
)
from mapgen.lanes import LANES
from mapgen.lanes.grid import Row

RowOf = Callable[[str, str], Row | None]

PAYMENT = """
title: Paying
owners: [{id: pay, name: Payments}, {id: law, name: Legal}, {id: help, name: Support}]
channels: [{id: app, name: Mobile app, mode: online}, {id: shop, name: Shop}]
evidence: [{id: web, title: Web analytics, sample: 1200}, {id: talks, title: Interviews}]
stages:
  - name: Arrive
  - id: pay
    name: Pay
    definition: From the price page to the first paid month.
    goal: Listen tonight
    business_goal: A subscription
    owner: pay
    contributors: [law, help]
    duration: P7D
    period: P1M
    repeats: true
    concurrent_with: [arrive]
    questions: [What does it cost?, {text: Can I cancel?, answered_by: [plans, card]}]
    requirements: [{text: No account needed, met: false}, {text: Prices with taxes, met: true}, Two languages]
    metrics: [{name: Abandonment, value: 70.2, unit: "%", target: 60, better: lower, evidence: [web]}]
    exits: [{kind: abandon, share: 0.05, reason: Card asked before the trial, evidence: [web]}]
    x-legal-note: Check with Legal
    touchpoints:
      - id: plans
        name: Compares plans
        channel: shop
        entry: true
        links: [{title: Prototype, url: "https://example.com/p"}]
        x-legal-note: [Prices, Terms]
      - id: card
        name: Enters the card
        channel: app
        action: Types the number
        duration: 5 minutes
        wait: P1D
        thought: Do I have to?
        need: To try first
        emotion: {score: -1, feeling: wary, target: 1, evidence: [talks]}
        moment_of_truth: {for: conversion, why: Seven in ten leave here}
        pain_points:
          - {id: first, text: Card comes first, kind: order, severity: critical, evidence: [web, talks], owner: pay}
          - The keyboard hides the button
        delights: [One tap, {text: The card is scanned, evidence: [talks]}]
        opportunities:
          - text: No card yet
            addresses: [first]
            impact: 5
            effort: 3
            status: in-progress
            owner: help
            links: [{title: GROW, url: "plan.html"}]
        metrics: [{name: Time, value: 4.1, unit: min, target: 3, as_of: 2026-10-01, period: P1W}]
        owner: pay
        contributors: [law]
        tools: [Gateway, Scanner]
        frontstage: [Price with taxes]
        backstage: [Fraud check]
        support: [Card processor]
        importance: {customer: 5, business: 4}
        asks_feedback: true
        exits: [{kind: convert}]
        images: [{src: card.png, alt: The card form}]
experiments:
  - {name: No card, opportunity: no-card-yet, metric: time, hypothesis: Faster, from: 2026-09-01, result: Yes}
"""

SHOWN_TEXT = {
    "stages": [
        "From the price page to the first paid month.",
        "Duration: 7 days",
        "Time at touchpoints: at least 5 minutes",
        "Wait: at least 1 day",
        "Counting period: 1 month",
        "Customers go through this stage several times",
        "At the same time as: Arrive",
    ],
    "goals": ["Customer: Listen tonight", "Business: A subscription"],
    "questions": ["What does it cost?", "Can I cancel?, Answered by: 1, 2"],
    "channels": ["[Shop] [Mobile app · online]"],
    "emotion-curve": ["−1 wary, aims at +1"],
    "times": ["5 minutes", "Wait: 1 day"],
    "thoughts": ["2 “Do I have to?”"],
    "needs": ["2 To try first"],
    "pain-points": [
        "2 Critical | Web analytics (n = 1,200) · Interviews | Card comes first | order | Payments",
        "2 hypothesis | The keyboard hides the button",
    ],
    "delights": ["2 One tap", "2 Interviews | The card is scanned"],
    "opportunities": [
        "2 In progress | impact 5 · effort 3 | No card yet | Addresses: Card comes first | GROW <plan.html> | Support",
    ],
    "moments-of-truth": ["2 Decides conversion: Seven in ten leave here"],
    "metrics": [
        "Abandonment 70.2 % bad, target ≤ 60 %, Web analytics (n = 1,200)",
        "2 Time 4.1 min plain, target 3 min, 2026-10-01 · 1 week · hypothesis",
    ],
    "owners": ["Payments, with Legal, Support", "2: Payments, with Legal"],
    "tools": ["2 Gateway · Scanner"],
    "frontstage": ["2 Price with taxes"],
    "backstage": ["2 Fraud check"],
    "support": ["2 Card processor"],
    "requirements": ["✗ not met: No account needed", "✓ met: Prices with taxes", "not checked: Two languages"],
    "exits": [
        "Abandons | 5 % of those who started | Card asked before the trial | Web analytics (n = 1,200)",
        "2 95 % of those who started | Converts",
    ],
    "experiments": [
        "2 2026-09-01 – | No card | Opportunity: No card yet | Metric: Time | Expected: Faster | Result: Yes",
    ],
    "evidence": ["[Web analytics (n = 1,200)] [Interviews]"],
    "importance": ["2: customer 5 · business 4"],
    "links": ["1: Prototype <https://example.com/p>"],
    "images": ["card.png The card form"],
    "x-legal-note": ["Check with Legal", "1: Prices", "1: Terms"],
}


def told(block: Block) -> str:  # noqa: C901 - one a kind of block
    """Write a block as a line."""
    match block:
        case Text():
            line = f"{block.label}: {block.text}" if block.label else block.text
            line += f" <{block.url}>" if block.url else ""
        case Bullets():
            line = ", ".join(map(told, block.items))
        case Chips():
            line = " ".join(f"[{chip.text}]" for chip in block.items)
        case Card():
            texts = (block.overline, block.note, block.title, *map(told, block.body), block.foot)
            line = " | ".join(text for text in texts if text)
        case ItemList():
            line = " · ".join(block.items)
        case PainPair() | BlueprintStep():
            raise NotImplementedError  # pairs are made for pictures, after the lanes
        case Score():
            line = f"{block.points[0].label} {block.feeling}, aims at {block.target.label if block.target else None}"
        case Meter():
            texts = (f"{block.name} {block.value} {block.tone}", block.target_text, block.note)
            line = ", ".join(text for text in texts if text)
        case Quote():
            line = f"“{block.text}”"
        case Marker():
            line = f"{block.title}: {block.text}"
        case ImageBlock():
            line = f"{block.src} {block.alt}"
        case _:
            assert_never(block)
    return f"{getattr(block, 'number', None) or ''} {line}".strip()


BY_TOUCHPOINT = {"emotion-curve": 2, "times": 2, "images": 2}
"""The lanes whose cells belong to touchpoints, not stages, and the column of the first."""


@pytest.mark.parametrize("lane", SHOWN_TEXT)
def test_a_lane_tells_what_the_author_wrote(row_of: RowOf, lane: str) -> None:
    row = row_of(lane, PAYMENT)
    assert row

    lines = [told(block).replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells for block in cell.blocks]
    assert lines == SHOWN_TEXT[lane]


def test_every_lane_is_tried() -> None:
    elsewhere = {"touchpoints", "participants"}

    assert {lane for lane in SHOWN_TEXT if not lane.startswith("x-")} | elsewhere == set(LANES), (
        "add its text to SHOWN_TEXT"
    )


@pytest.mark.parametrize("lane", sorted({*SHOWN_TEXT} - {*BY_TOUCHPOINT}))
def test_what_a_stage_says_covers_the_stage(row_of: RowOf, lane: str) -> None:
    row = row_of(lane, PAYMENT)
    assert row

    assert [(cell.first, cell.last) for cell in row.cells] == [(1, 3)]


@pytest.mark.parametrize(("lane", "column"), BY_TOUCHPOINT.items())
def test_what_belongs_to_a_touchpoint_stands_in_its_column(row_of: RowOf, lane: str, column: int) -> None:
    row = row_of(lane, PAYMENT)
    assert row

    assert [(cell.first, cell.last) for cell in row.cells] == [(column, column + 1)]


def test_a_touchpoint_is_a_card(row_of: RowOf) -> None:
    row = row_of("touchpoints", PAYMENT)
    assert row

    assert [cell.blocks[0] for cell in row.cells] == [
        Card(
            title="Compares plans",
            number=1,
            overline="Shop",
            body=(Text(text="The journey can begin here", tone="muted"),),
            icon="shop",
            anchor="touchpoint-plans",
        ),
        Card(
            title="Enters the card",
            number=2,
            overline="Mobile app",
            body=(Text(text="Types the number"), Text(text="Customers are asked for feedback", tone="muted")),
            foot="Payments",
            icon="app",
            starred=True,
            anchor="touchpoint-card",
        ),
    ]


def test_a_claim_without_evidence_is_a_hypothesis(row_of: RowOf) -> None:
    row = row_of("pain-points", PAYMENT)
    assert row

    cards = [block for block in row.cells[0].blocks if isinstance(block, Card)]
    assert [(card.hypothesis, card.anchor) for card in cards] == [
        (False, "pain-first"),
        (True, "pain-the-keyboard-hides-the-button"),
    ]


def test_the_number_is_left_out_where_a_stage_has_one_touchpoint(row_of: RowOf) -> None:
    row = row_of("thoughts", "{title: A, stages: [{name: B, touchpoints: [{name: C, thought: D}]}]}")
    assert row

    assert row.cells[0].blocks == (Quote(text="D", marks=("“", "”"), anchor="thought-c"),)


@pytest.mark.parametrize(
    ("lane", "line"),
    [
        ("frontstage", ("interaction", "line of interaction")),
        ("backstage", ("visibility", "line of visibility")),
        ("support", ("internal-interaction", "line of internal interaction")),
        ("tools", None),
    ],
)
def test_the_lines_of_a_blueprint_stand_above_their_lanes(
    row_of: RowOf, lane: str, line: tuple[str, str] | None
) -> None:
    row = row_of(lane, PAYMENT)
    assert row

    assert row.line == line


def test_a_lane_of_an_authors_key_carries_its_name(row_of: RowOf) -> None:
    row = row_of("x-legal-note", PAYMENT)
    assert row

    assert row.title == "Legal note"


def test_a_stage_lists_those_who_take_part_in_it_and_nobody_else(row_of: RowOf) -> None:
    names = [f"A{number}" for number in range(42)]
    steps = "\n".join(
        f"  - name: Part {name}\n    touchpoints: [{{name: Step {name}, personas: [{name.lower()}]}}]" for name in names
    )
    row = row_of("participants", f"title: Many hands\npersonas: [{', '.join(names)}]\nstages:\n{steps}\n")

    assert row
    assert [[block.label for block in cell.blocks if isinstance(block, Text)] for cell in row.cells] == [
        [n] for n in names
    ]


VISITS = """\
title: T
stages:
  - {name: A, volume: 100, touchpoints: [{name: a, exits: [{kind: abandon, share: 0.6}]}]}
  - {name: B, volume: 60, touchpoints: [{name: b, exits: [{kind: churn, share: 0.5}]}]}
"""


@pytest.mark.parametrize(
    ("spec", "exits"),
    [
        (VISITS, [("40 % of those who started", 0.4), ("30 % of those who started", 0.3)]),
        (
            VISITS.replace("[{kind: a", "[{kind: pause}, {kind: convert}, {kind: a").replace("volume: 60, ", ""),
            [("", None), ("", None), ("60 % of those here", 0.6), ("50 % of those here", 0.5)],
        ),
    ],
)
def test_exits_have_one_base_in_text_and_arrow(row_of: RowOf, spec: str, exits: list[tuple[str, float | None]]) -> None:
    row = row_of("exits", spec)
    assert row
    cards = [block for cell in row.cells for block in cell.blocks if isinstance(block, Card)]

    assert [((card.note or "").replace("\N{NO-BREAK SPACE}", " "), card.share) for card in cards] == [
        (note, share if share is None else pytest.approx(share)) for note, share in exits
    ]

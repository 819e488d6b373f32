"""What changed is told in the words of the field, one sentence a change."""

# ruff: noqa: RUF001  the signs that a sentence holds, as it holds them

from collections.abc import Callable

import pytest

from mapgen.diff.wording import DescribedComparison
from mapgen.diff.wording.sentence import plain

NB = "\N{NO-BREAK SPACE}"
Compare = Callable[[str, str], DescribedComparison]

BASE = """\
title: Buying a ticket
scenario: On the way to work.
period: P1M
owners: [Growth, Payments]
channels: [App, Desk]
personas: [{id: maya, name: Maya, goals: [Be on time]}, {id: tom, name: Tom}]
evidence: [{id: calls, title: Calls in May}]
stages:
  - name: Consider
    volume: 1000
    metrics: [{name: Bounce, value: 46, unit: "%", target: 40, better: lower}]
    exits: [{kind: abandon, share: 0.2, reason: Too many plans}]
    touchpoints:
      - name: Compares plans
        channel: app
        owner: growth
        emotion: {score: -2, by: {maya: -1}}
        pain_points: [{id: small-print, text: Small print, severity: high}, Too slow]
        opportunities: [{text: One plan, addresses: [small-print], status: planned, impact: 4, effort: 2}]
      - name: Reads reviews
        emotion: 1
      - name: Asks at the desk
        channel: desk
        thought: Is this really the cheapest?
  - name: Pay
    volume: 500
    touchpoints:
      - {id: card, name: Enters card, emotion: -1, owner: payments}
      - {name: Gets the ticket, emotion: 2}
flow:
  - {from: card, to: compares-plans, kind: back, share: 0.2}
scenarios: [{name: Straight, path: [reads-reviews, asks-at-the-desk]}]
"""

EDITS = [
    ("score: -2", "score: 0", "Compares plans: emotion −2 → 0"),
    ("maya: -1", "maya: 1", "Compares plans: emotion of Maya −1 → +1"),
    ("emotion: 1\n", "emotion: {score: 1, feeling: calm}\n", "Reads reviews: emotion feeling added: “calm”"),
    ("        emotion: 1\n", "", "Reads reviews: emotion +1 → none"),
    ("name: Reads reviews", "{id: reads-reviews, name: Reads what others say}", "Reads what others say: renamed, it was “Reads reviews”"),
    ("owner: growth", "owner: payments", "Compares plans: owner Growth → Payments"),
    (", owner: payments}", "}", "Enters card: owner Payments → none"),
    ("channel: desk", "channel: app", "Asks at the desk: channel Desk → App"),
    (", Too slow]", "]", "Compares plans: pain point resolved: “Too slow”"),
    ("Too slow]", "Too slow, {text: No price, severity: critical}]", "Compares plans: new pain point: “No price” (critical)"),
    ("Too slow]", "It is too slow]", "Compares plans: pain point reworded: “Too slow” → “It is too slow”"),
    ("severity: high", "severity: low", "Compares plans: pain point “Small print”: severity high → low"),
    ("status: planned", "status: done", "Compares plans: opportunity “One plan”: planned → done; pain point resolved: “Small print”"),
    ("impact: 4", "impact: 5", "Compares plans: opportunity “One plan”: impact 4 → 5"),
    ("value: 46", "value: 38", f"Bounce 46{NB}% → 38{NB}%, target met"),
    ("value: 46", "value: 44", f"Bounce 46{NB}% → 44{NB}%, better"),
    ("value: 46", "value: 50", f"Bounce 46{NB}% → 50{NB}%, worse"),
    ("target: 40", "target: 35", f"Bounce target 40{NB}% → 35{NB}%"),
    ("share: 0.2, reason", "share: 0.04, reason", f"exit abandon 20{NB}% → 4{NB}%"),
    ("volume: 1000", "volume: 1200", "stage volume 1,000 → 1,200"),
    ("name: Consider", "{id: consider, name: Choose}", "stage renamed: “Consider” → “Choose”"),
    ("share: 0.2}", "share: 0.25}", f"way back “Enters card” → “Compares plans”: share 20{NB}% → 25{NB}%"),
    ("to: compares-plans", "to: reads-reviews", "way back from “Enters card” leads to “Reads reviews” instead of “Compares plans”"),
    ("goals: [Be on time]", "goals: [Be on time, Pay little]", "persona “Maya”: goals: added “Pay little”"),
    ("title: Calls in May", "title: Calls in June", "evidence reworded: “Calls in May” → “Calls in June”"),
    ("period: P1M", "period: P3M", "period 1 month → 3 months"),
    ("Is this really the cheapest?", "Is it?", "Asks at the desk: thought “Is this really the cheapest?” → “Is it?”"),
    ("owners: [Growth, Payments]", "owners: [Payments, Growth]", "owners in another order"),
    ("      - {name: Gets the ticket, emotion: 2}\n", "", "touchpoint removed: “Gets the ticket” (emotion +2)"),
    ("emotion: 2}", "emotion: 2, moment_of_truth: delight}", "Gets the ticket: now a moment of truth for delight"),
    ("emotion: 2}", "emotion: 2, asks_feedback: true}", "Gets the ticket: customers are asked for feedback"),
    ("emotion: 2}", "emotion: 2, exits: [{kind: churn, share: 0.04}]}", f"Gets the ticket: new exit: churn 4{NB}%"),
    ("emotion: 2}", "emotion: 2, entry: 0.3}", f"Gets the ticket: part of the customers that begins here now 30{NB}%"),
    ("emotion: 2}", "emotion: 2, tools: [Printer]}", "Gets the ticket: tools: added “Printer”"),
    ("emotion: 2}", "emotion: 2, delights: [No queue]}", "Gets the ticket: new delight: “No queue”"),
    ("emotion: 2}", "emotion: 2, x-room: blue}", "Gets the ticket: new note: x-room “blue”"),
]  # fmt: skip


def edited(old: str, new: str) -> str:
    """Make one edit; a name that becomes braces takes the id beside it."""
    assert BASE.count(old) == 1
    if new.startswith("{id: "):
        ident, name = new[1:-1].split(", ", 1)
        new = (
            f"{ident}\n    {name}"
            if "- name: Consider" in BASE and old == "name: Consider"
            else f"{ident}\n        {name}"
        )
    return BASE.replace(old, new)


def sentences(told: DescribedComparison) -> list[str]:
    """Return all that is told."""
    return [plain(one.sentence) for section in told.sections for one in section.changes]


@pytest.mark.parametrize(("old", "new", "sentence"), EDITS)
def test_one_edit_is_one_sentence(told_of: Compare, old: str, new: str, sentence: str) -> None:
    assert sentences(told_of(BASE, edited(old, new))) == [sentence]


def test_nothing_changed_is_nothing_to_tell(told_of: Compare) -> None:
    told = told_of(BASE, BASE.replace("\n", "\r\n"))

    assert (told.verdict, told.count) == ("no changes", 0)


def test_a_touchpoint_that_went_to_another_stage_has_moved(told_of: Compare) -> None:
    block = "      - name: Reads reviews\n        emotion: 1\n"
    scenario = "scenarios: [{name: Straight, path: [reads-reviews, asks-at-the-desk]}]\n"
    old = BASE.replace(scenario, "")
    moved = old.replace(block, "").replace("      - {id: card", block + "      - {id: card")

    assert sentences(told_of(old, moved)) == ["Reads reviews: moved from Consider to Pay"]


def test_a_touchpoint_that_changed_its_place_has_moved_alone(told_of: Compare) -> None:
    names = ["One", "Two", "Three", "Four"]

    def spec(order: list[str]) -> str:
        return "title: t\nstages:\n  - name: s\n    touchpoints:\n" + "".join(f"      - {name}\n" for name in order)

    assert sentences(told_of(spec(names), spec(["Two", "Three", "Four", "One"]))) == ["One: moved behind “Four”"]
    assert sentences(told_of(spec(names), spec(["Four", "One", "Two", "Three"]))) == ["Four: moved to the start"]


def test_another_id_is_one_change_however_many_name_it(told_of: Compare) -> None:
    new = BASE.replace("id: small-print", "id: fine-print").replace(
        "addresses: [small-print]", "addresses: [fine-print]"
    )

    assert sentences(told_of(BASE, new)) == ["Compares plans: pain point “Small print”: id small-print → fine-print"]


def test_a_name_that_makes_another_id_is_one_change(told_of: Compare) -> None:
    new = BASE.replace("name: Compares plans", "name: Compares the plans").replace(
        "to: compares-plans", "to: compares-the-plans"
    )

    assert sentences(told_of(BASE, new)) == ["Compares the plans: renamed, it was “Compares plans”"]


def test_names_without_an_id_of_their_own_are_known_again(told_of: Compare) -> None:
    old = "title: t\nstages:\n  - name: 支付\n    touchpoints: [{name: 看见价格, thought: 为什么这么贵？}, 输入卡号]\n"
    new = "title: t\nstages:\n  - name: 了解\n  - name: 支付\n    touchpoints: [打开应用, {name: 看到价格, thought: 为什么这么贵？}, 输入卡号]\n"

    assert sentences(told_of(old, new)) == [
        "new stage: “了解”, at the start",
        "new touchpoint: “打开应用”, at the start",
        "看到价格: renamed, it was “看见价格”",
    ]


def test_the_stages_stand_in_their_order_and_the_customer_comes_first(told_of: Compare) -> None:
    new = BASE.replace("status: planned", "status: in-progress").replace("emotion: 1\n", "emotion: 2\n")
    new = new.replace("emotion: -1,", "emotion: 0,").replace("period: P1M", "period: P2M")

    told = told_of(BASE, new)

    assert [section.stage for section in told.sections] == ["Consider", "Pay", None]
    assert sentences(told)[:2] == [
        "Reads reviews: emotion +1 → +2",
        "Compares plans: opportunity “One plan”: planned → in progress",
    ]


def test_what_got_better_names_the_opportunity_that_was_done(told_of: Compare) -> None:
    new = BASE.replace("status: planned", "status: done").replace("score: -2", "score: 1")

    assert "Compares plans: emotion −2 → +1 (done: “One plan”)" in sentences(told_of(BASE, new))


def test_a_plan_is_explained_by_opportunities_and_names_those_without_effect(told_of: Compare) -> None:
    idle = BASE.replace("emotion: 2}", "emotion: 2, opportunities: [Print at home]}")
    plan = "state: future\n" + idle.replace("score: -2", "score: 1").replace(
        "{id: small-print, text: Small print, severity: high}, ", ""
    ).replace("addresses: [small-print], ", "")

    told = told_of(idle, plan)

    assert told.verdict.startswith("the plan is better: lowest moment −2 → −1")
    assert "Compares plans: pain point resolved: “Small print” (high) (through “One plan”)" in sentences(told)
    assert "Compares plans: emotion −2 → +1 (through “One plan”)" in sentences(told)
    assert told.idle == ("Print at home",)


VERDICTS = [
    ([("score: -2", "score: -1")], "better: lowest moment −2 → −1; 1 touchpoint feels better"),
    ([("score: -2", "score: -1"), ("emotion: 2}", "emotion: -2}")], "worse: 1 touchpoint feels better, 1 worse"),
    ([("status: planned", "status: done")], "better: 1 pain point resolved"),
    ([("Too slow]", "Too slow, No price, No map]")], "worse: 2 new pain points"),
    ([("severity: high", "severity: low")], "better: pain points less severe"),
    ([("Too slow]", "{text: Queues, severity: medium}]")], "unchanged for the customer: 1 pain point resolved, 1 new"),
    ([("volume: 500", "volume: 700")], f"better: share who reach the last stage 50{NB}% → 70{NB}%"),
    ([("value: 46", "value: 38"), ("emotion: 2}", "emotion: 1}")], "better and worse: 1 metric better; 1 touchpoint feels worse"),
    ([("owner: growth", "owner: payments")], "unchanged for the customer"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "verdict"), VERDICTS)
def test_the_verdict_tells_the_figures_that_decide(
    told_of: Compare, edits: list[tuple[str, str]], verdict: str
) -> None:
    new = BASE
    for old, other in edits:
        new = new.replace(old, other)

    assert told_of(BASE, new).verdict == verdict


def test_on_the_way_back_better_is_worse(told_of: Compare) -> None:
    new = BASE.replace("score: -2", "score: -1").replace("status: planned", "status: done")

    assert told_of(new, BASE).verdict.startswith("worse: ")

"""Ten commits of a team that mends its checkout: who reads only the Markdown of each diff can retell the story."""

# ruff: noqa: RUF001  the signs that a report holds, as it holds them

import pytest

from mapgen.cli.group import run
from tests.cli.repo import Repo

NB = "\N{NO-BREAK SPACE}"
HEADINGS = [f"**{stage}**" for stage in ("Find", "Unlock", "Ride", "Return")]
FIRST = """\
title: Renting a bike
owners: [Shop, Payments]
channels: [App, Station]
period: P1M
evidence: [{id: rides, title: Ride along, kind: observation}]
stages:
  - name: Find
    volume: 1000
    touchpoints:
      - {name: Looks for a bike, channel: app, owner: shop, emotion: 1}
  - name: Unlock
    volume: 600
    metrics: [{name: Failed unlocks, value: 12, unit: "%", target: 5, better: lower}]
    touchpoints:
      - {name: Scans the code, channel: station, owner: shop, emotion: 0}
      - name: Enters card details
        channel: app
        owner: shop
        emotion: -1
        pain_points: [{id: card-first, text: Card asked before the first ride, severity: high}]
  - name: Ride
    volume: 450
    touchpoints:
      - {name: Rides to work, channel: station, emotion: 2}
"""

BLOCK = """\
      - name: Adds a card
        channel: app
        owner: payments
        emotion: {score: 0, evidence: [rides]}
        pain_points: [{id: card-first, text: Card asked before the first ride, severity: high}]
        opportunities: [{text: First ride free, addresses: [card-first], status: done}]
"""
STORY = [
    (
        "Interviews show how bad the card form is",
        [("emotion: -1\n", "emotion: {score: -2, evidence: [rides]}\n")],
        ["**worse: lowest moment −1 → −2; 1 touchpoint feels worse**", "- Enters card details: emotion −1 → −2", "- Enters card details: emotion evidence: added Ride along"],
    ),
    (
        "Payments takes the form over and has an idea",
        [
            ("owner: shop\n        emotion: {", "owner: payments\n        emotion: {"),
            ("severity: high}]\n", "severity: high}]\n        opportunities: [{text: First ride free, addresses: [card-first], status: planned}]\n"),
        ],
        [
            "**unchanged for the customer**",
            "- Enters card details: owner Shop → Payments",
            "- Enters card details: new opportunity: “First ride free” (planned)",
        ],
    ),
    (
        "The card is asked after the ride",
        [
            ("status: planned", "status: done"),
            ("score: -2", "score: 0"),
        ],
        [
            "**better: lowest moment −2 → 0; 1 touchpoint feels better; 1 pain point resolved**",
            "- Enters card details: emotion −2 → 0 (done: “First ride free”)",
            "- Enters card details: opportunity “First ride free”: planned → done; pain point resolved: “Card asked before the first ride”",
        ],
    ),
    (
        "More people ride",
        [("volume: 450", "volume: 540")],
        [f"**better: share who reach the last stage 45{NB}% → 54{NB}%**", "- stage volume 450 → 540"],
    ),
    (
        "The form gets its proper name",
        [("name: Enters card details", "name: Adds a card")],
        ["**unchanged for the customer**", "- Adds a card: renamed, it was “Enters card details”"],
    ),
    (
        "New locks",
        [("value: 12", "value: 4")],
        ["**better: 1 metric better**", f"- Failed unlocks 12{NB}% → 4{NB}%, target met"],
    ),
    (
        "The new locks beep at night",
        [("emotion: 0}", "emotion: 0, pain_points: [{text: The lock beeps, severity: medium}]}")],
        ["**worse: 1 new pain point**", "- Scans the code: new pain point: “The lock beeps” (medium)"],
    ),
    (
        "Bikes break",
        [("emotion: 2}", "emotion: 2, exits: [{kind: churn, share: 0.04, reason: Flat tyre}]}")],
        ["**worse: 1 exit loses more**", f"- Rides to work: new exit: churn 4{NB}% (“Flat tyre”)"],
    ),
    (
        "The card is added while one looks for a bike",
        [(BLOCK, ""), ("  - name: Unlock\n", f"{BLOCK}  - name: Unlock\n")],
        ["**unchanged for the customer**", "- Adds a card: moved from Unlock to Find"],
    ),
    (
        "Help is at hand",
        [("Flat tyre}]}\n", "Flat tyre}]}\n      - {name: Calls for help, channel: app, owner: shop, emotion: 1}\n  - {name: Return, touchpoints: [Parks the bike]}\n")],
        [
            "**unchanged for the customer**",
            "- new touchpoint: “Calls for help” (emotion +1), after “Rides to work”",
            "- new stage: “Return” (1 touchpoint), after “Ride”",
        ],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The Markdown of the diff of each commit."""
    folder = tmp_path_factory.mktemp("story")
    repo = Repo(folder)
    text = FIRST
    repo.commit("A first map", bike=text)
    told = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for message, edits, _ in STORY:
            for old, new in edits:
                assert text.count(old) == 1
                text = text.replace(old, new)
            repo.commit(message, bike=text)
            assert run(["diff", "HEAD~1..HEAD", "--output", "report.md"]) == 0
            told.append((folder / "report.md").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("number", range(len(STORY)), ids=[message for message, _, _ in STORY])
def test_the_diff_of_a_commit_tells_its_part_of_the_story(number: int, reports: list[str]) -> None:
    told = [line for line in reports[number].splitlines() if line.startswith(("- ", "**")) and line not in HEADINGS]

    assert told == STORY[number][2]

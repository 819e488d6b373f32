"""Each table lists what the journey holds of one kind."""

from collections.abc import Callable

import pytest

from mapgen.model.journey import Stage
from mapgen.tables import TABLES
from mapgen.tables.table import Table, TableCell
from mapgen.words import Words

TableOf = Callable[[str, str], Table | None]

SHOP = """
title: Buying skis
review: {owner: shop, reviewed: 2026-10-01}
personas: [{name: Mia, buying_role: user}, {name: Ben, buying_role: decider}]
segments: [{name: Beginners, description: First winter, traits: {age: 20-30}}]
owners: [{id: shop, name: Shop team, contact: shop@example.com}, {id: web, name: Web team}]
channels: [{id: store, name: Store, mode: offline}, {id: site, name: Site}, Leaflet]
evidence:
  - {id: talks, kind: interview, title: Talks, date: 2026-06-01, sample: 12, confidence: low,
     url: "https://example.com"}
  - Guess
stages:
  - name: Look
    volume: 1000
    owner: web
    questions: [{text: Which length?, asked_by: [ben], answered_by: [try]}]
    requirements: [{text: Stock is right, met: true}]
    touchpoints:
      - {name: Browse, channel: site, emotion: {score: 1, by: {mia: 2}, evidence: [talks]},
         delights: [{text: Film, evidence: [talks]}]}
      - id: try
        name: Try on
        channel: store
        owner: shop
        contributors: [web]
        pain_points:
          - {id: queue, text: Long queue, kind: waiting, severity: low}
          - {text: Boots hurt, severity: critical, evidence: [talks], owner: shop}
        opportunities:
          - {text: Book a slot, addresses: [queue], impact: 2, effort: 4}
          - {text: Heated boots, impact: 5, effort: 2, status: idea, owner: web,
             links: [{url: "https://example.com/b"}]}
  - name: Buy
    volume: 250
    exits: [{kind: abandon, share: 0.5, reason: Too dear, evidence: [talks]}]
    metrics:
      - {name: Gain, value: 12, unit: "%", target: 10, better: higher, as_of: 2026-09-01, period: P1M,
         history: [{date: 2026-08-01, value: 11}]}
    repeats: true
    concurrent_with: [look]
    touchpoints: [{name: Pay, personas: [mia, ben]}]
flow:
  - {from: try, to: browse, kind: back, share: 0.2, trigger: Wrong size,
     handoff: {from: shop, to: web, carries: [size]}}
  - {from: browse, to: pay, kind: skip, share: 0.3}
scenarios: [{name: Quick, path: [browse, try, pay], share: 0.4, description: No doubt, playbook: Wave them through}]
experiments: [{name: Two tills, metric: gain, hypothesis: Faster, to: 2026-11-01, result: Yes}, {name: Free tea}]
x-author: [Ada, Grace]
"""

TOLD = {
    "segments": ["Beginners | First winter | age: 20-30"],
    "pain-points": [
        "Boots hurt | Critical |  | 2 Try on | Talks (n = 12) | Shop team | ",
        "Long queue | Low | waiting | 2 Try on | hypothesis | Shop team | Book a slot",
    ],
    "opportunities": [
        "Heated boots | 2.5 | 5 | 2 | Idea | 2 Try on |  | Web team | https://example.com/b",
        "Book a slot | 0.5 | 2 | 4 |  | 2 Try on | Long queue |  | ",
    ],
    "metrics": [
        ("Gain | Buy | 12 % | 10 % | on target | +1 since 2026-08-01, better | higher is better | 2026-09-01 | 1 month"
        " | 2026-08-01: 11 | hypothesis"),
    ],
    "owners": [
        "Shop team | shop@example.com | This map, Touchpoints: 2, Pain points: Long queue · Boots hurt | ",
        "Web team |  | Stages: Look, Opportunities: Heated boots | Touchpoints: 2",
    ],
    "channels": ["Store | offline | Look (1)", "Site |  | Look (1)", "Leaflet |  | not used"],
    "evidence": [
        "Talks | Interview | 2026-06-01 | 4 months | 12 | Low | Film, Boots hurt, Too dear, Emotion: 1",
        "Guess |  |  |  |  |  | ",
    ],
    "flow": [
        "2 Try on | 1 Browse | Back | 20 % | Wrong size | Shop team → Web team, Carries: size",
        "1 Browse | 3 Pay | Skip | 30 % |  | ",
    ],
    "scenarios": ["Quick | 1 Browse → 2 Try on → 3 Pay | 40 % | +1 (1) | No doubt | Wave them through"],
    "experiments": ["Two tills | Buy | Gain | Faster | 2026-11-01 | Yes", "Free tea |  |  |  |  | "],
    "requirements": ["Stock is right | Look | ✓ met"],
    "questions": ["Which length? | Look | Ben | 2 Try on"],
    "funnel": [
        "Look | 1,000 | 100 % | 25 % | 75 % | 75 %, the largest loss | ",
        "Buy | 250 | 25 % |  |  |  | 12.5 % Too dear",
    ],
    "endings": ["50 % | Abandons | 3 Pay | Too dear", "50 % | Reaches the end | 3 Pay | "],
    "worth": ["On nearly every path to conversion: 1, 3 |  | ≥95 %", "2 Try on | 70 % | 70 %"],
    "flow-findings": [
        "Eventually convert | 50 %",
        "Average touchpoints to conversion | 3",
        "Average touchpoints to the end | 3",
        "Stages that repeat | Buy",
        "Overlapping stages | Look + Buy",
    ],
    "participants": ["1 Browse | +2 | ", "3 Pay | ● | ●"],
    "buying-group": [
        "Mia | User | Touchpoints: 1, 3 |  | +2: 1 Browse",
        "Ben | Decider | Touchpoints: 3 | Which length? | ",
    ],
    "exits": ["Buy | Abandons | 50 % | 12.5 % | Too dear | Talks (n = 12)"],
    "notes": ["Author | Ada, Grace"],
}  # fmt: skip


def told(cell: TableCell) -> str:
    """Write a cell as a line."""
    texts = (f"{text.label}: {text.text}" if text.label else text.text for text in cell)
    return ", ".join(texts).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", TOLD)
def test_a_table_lists_what_the_author_wrote(table_of: TableOf, name: str) -> None:
    table = table_of(name, SHOP)
    assert table

    assert [" | ".join(map(told, row)) for row in table.rows] == TOLD[name]
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_every_kind_of_table_is_tried() -> None:
    handed_in = ["audit-findings", "observed-differences", "unknown-transitions"]

    assert sorted([*TOLD, *handed_in]) == list(TABLES), (
        "findings and a snapshot are handed in; tests/test_findings.py and tests/tables/test_observed.py try them"
    )


def test_columns_and_tables_that_say_nothing_are_left_out(table_of: TableOf) -> None:
    spec = "{title: A, channels: [Phone], stages: [{name: B, touchpoints: [{name: C, channel: phone}]}]}"
    table = table_of("channels", spec)
    assert table

    assert table.columns == ("Channel", "Used in")
    assert table_of("segments", spec) is None


def test_a_source_links_to_where_it_is(table_of: TableOf) -> None:
    table = table_of("evidence", SHOP)
    assert table

    assert table.rows[0][0][0].url == "https://example.com"


def test_titles_and_columns_are_words() -> None:
    words = Words("en")

    assert all(words(key) for kind in TABLES.values() for key in (kind.title, *kind.columns))


MANY = """
title: Many hands
channels: [App, Shop, {name: Desk, mode: offline}]
evidence: [Talks, {title: Survey, url: "https://example.com"}, Notes]
personas: [A1, A2, A3, A4, A5, A6, A7, {name: A8, buying_role: decider}]
stages:
  - name: S
    touchpoints:
      - {name: One, personas: [a1, a8]}
      - {name: Two, personas: [a2], emotion: {score: 1, by: {a3: -1}}}
"""


def test_of_many_participants_those_are_named_who_are_there(table_of: TableOf) -> None:
    table = table_of("participants", MANY)

    assert table
    assert table.columns == ("Touchpoint", "Participants")
    assert [row[1][0].text.replace("\u00a0", " ") for row in table.rows] == ["A1, A8 · Decider", "A2, A3 \u22121"]


def test_several_rows_with_a_name_alone_are_names_on_one_line(table_of: TableOf) -> None:
    evidence = table_of("evidence", MANY)

    assert evidence
    assert evidence.with_names().names == ("Talks", "Notes")
    assert [row[0][0].text for row in evidence.with_names().rows] == ["Survey"]


def test_one_row_with_a_name_alone_stays_a_row(table_of: TableOf) -> None:
    evidence = table_of("evidence", MANY.replace(", Notes]", "]"))

    assert evidence
    assert evidence.with_names().names == ()
    assert len(evidence.with_names().rows) == 2


def test_where_a_stage_stands_is_looked_up_and_not_searched(table_of: TableOf, monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(one: Stage, other: object) -> bool:
        raise AssertionError(one, other)

    monkeypatch.setattr(Stage, "__eq__", compared)
    asked = table_of(
        "questions",
        """
        title: Buying skis
        stages:
          - {name: Dream, questions: [Why?]}
          - {name: Look, questions: [Which?], touchpoints: [Browse, Ask]}
          - {name: Wait, questions: [When?]}
          - {name: Buy, questions: [Where?], touchpoints: [Pay]}
        """,
    )

    assert asked
    assert [cell[0].order for _, cell, *_ in asked.rows] == [0.5, 0.5, 2.5, 2.5]


LOSS = """\
title: Song
stages:
  - name: Consider
    volume: 100
    touchpoints:
      - {name: Compares, exits: [{kind: abandon, share: 0.38, reason: No idea}]}
      - name: Asks
        exits: [{kind: abandon, share: 0.46, reason: No answer}, {kind: pause, share: 0.2, reason: Payday}]
  - {name: Buy, volume: 41, touchpoints: [{name: Pays, exits: [{kind: churn, share: 0.5, reason: Dear}]}]}
"""


def test_the_reasons_of_a_stage_add_up_to_its_loss(table_of: TableOf) -> None:
    table = table_of("funnel", LOSS)
    assert table
    *_, lost, reasons = table.rows[0]

    assert told(lost) == "59 %, the largest loss"
    assert told(reasons) == "28.4 % No idea, 21.3 % No answer, 9.3 % Payday"


def test_a_share_whose_part_of_all_is_unknown_says_of_whom(table_of: TableOf) -> None:
    table = table_of(
        "funnel", LOSS.replace("share: 0.46, ", "").replace("share: 0.2, ", "").replace("volume: 41, ", "")
    )
    assert table

    assert told(table.rows[0][-1]) == "No idea (38 % of those at “Compares”), No answer, Payday"

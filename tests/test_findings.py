"""Documents show what the audit finds where asked to: at its touchpoint and in a table, in the map's language."""

import re
from collections.abc import Callable

import pytest

from mapgen.analysis import analyze
from mapgen.audit import RULES
from mapgen.composition import Map, compose
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.journey import Journey
from mapgen.record import replace
from mapgen.render.document import document
from mapgen.render.lines import Lines
from mapgen.words import Words
from mapgen.words.language import LANGUAGES

SPEC = """\
title: Morning coffee
stages:
  - name: Order
    touchpoints:
      - Waits
      - {name: Pays, exits: [{kind: abandon, reason: No cash}], pain_points: [The till "/stages/0" is `slow`]}
  - {name: Drink, touchpoints: [Drinks, Leaves]}
flow:
  - {from: leaves, to: waits, kind: back, share: 0.1}
"""
FOUND = (
    ("/stages/0", "stage-without-goal"),
    ("/stages/0/touchpoints/1/exits/0", "high-abandonment"),
    ("/flow/0", "unannounced-handoff"),
    ("/review/reviewed", "stale-review"),
)
GOAL = "The customer goal of this stage is unknown"
LEAVE = "Many customers leave here, and no opportunity addresses it"
HANDOFF = "Owner and channel change here without a handoff"

MapOf = Callable[..., Map]


@pytest.fixture
def map_of(journey_of: Callable[[str], Journey]) -> MapOf:
    """The map of a journey, with findings by pointer and rule."""

    def make(*found: tuple[str, str], language: str = "en") -> Map:
        journey = replace(journey_of(SPEC), language=language)
        findings = (finding(pointer, code) for pointer, code in found)
        return compose(journey, analyze(journey), findings=tuple(findings))

    return make


def finding(pointer: str, code: str) -> Diagnostic:
    return Diagnostic(code, "`goal` is missing", Severity.WARNING, hint="write `goal`", pointer=pointer)


def said(lines: Lines) -> str:
    return " ".join(run.text for line in lines for run in line)


def test_the_table_tells_each_with_its_place(map_of: MapOf) -> None:
    (table,) = [table for table in map_of(*FOUND).tables if table.id == "audit-findings"]

    assert table.title == "Audit findings"
    assert [[cell[0].text if cell else "" for cell in row] for row in table.rows] == [
        ["Warning", "Order", GOAL],
        ["Warning", "2\N{NO-BREAK SPACE}Pays", LEAVE],
        ["Warning", "1\N{NO-BREAK SPACE}Waits", HANDOFF],
        ["Warning", "", "The review of this map is overdue"],
    ]


def test_a_document_tells_each_at_its_touchpoint(map_of: MapOf) -> None:
    first, second = document(map_of(*FOUND)).chapters

    assert [(fact.title, said(fact.lines)) for fact in first.facts] == [("Audit findings", GOAL)]
    assert first.touchpoints
    assert first.touchpoints.columns[-1] == "Audit findings"
    assert [said(row[-1]) for row in first.touchpoints.rows] == [HANDOFF, LEAVE]
    assert second.touchpoints
    assert "Audit findings" not in second.touchpoints.columns


def test_what_is_no_touchpoint_is_named(map_of: MapOf) -> None:
    map_ = map_of(("/stages/0/touchpoints/1/pain_points/0", "pain-point-without-opportunity"), language="de")

    (row,) = next(table for table in map_.tables if table.id == "audit-findings").rows
    assert row[2][0].text == 'Für diesen Pain Point gibt es noch keine Chance: „The till "/stages/0" is `slow`“'


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_has_a_sentence_for_readers(language: str) -> None:
    sentences = [Words(language)(f"rule-{rule}") for rule in RULES]

    assert len(set(sentences)) == len(RULES)
    assert not [one for one in sentences if re.search(r"[`/_{}\[\]<>#]|: ", one) or one.endswith((".", "。"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_finding_is_said_without_its_message(map_of: MapOf, language: str) -> None:
    map_ = map_of(*(("/stages/0", rule) for rule in RULES), language=language)

    (table,) = [table for table in map_.tables if table.id == "audit-findings"]
    assert [row[2][0].text for row in table.rows] == [Words(language)(f"rule-{rule}") for rule in RULES]
    assert "`" not in str(table)


def test_the_picture_tells_none(map_of: MapOf) -> None:
    assert map_of(*FOUND).grid == map_of().grid


def test_where_nothing_was_found_nothing_is_said(map_of: MapOf) -> None:
    map_ = map_of()

    assert not map_.unchosen
    assert "audit-findings" not in [table.id for table in map_.tables]

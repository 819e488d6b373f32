"""Quotes stand beside thoughts, each with who said it and how one knows."""

from collections.abc import Callable

from mapgen import pipeline
from mapgen.analysis import Analysis
from mapgen.blocks import Quote
from mapgen.lanes.grid import Row

SPEC = """
title: A flight
personas: [{id: ines, name: Inês Duarte, quotes: [{text: I count the minutes., by: Tom}, It is late.]}, Tom]
evidence: [{id: diaries, kind: interview, title: Travel diaries, sample: 9}]
stages:
  - name: Board
    quotes: [{text: The gate changed., by: ines, evidence: [diaries]}]
    touchpoints:
      - name: Waits
        thought: Where is it?
        quotes: [{text: “We hear it last.”, by: Gate agent, evidence: [diaries]}, Again?]
        pain_points: [{id: late, text: A late word, quotes: [{text: I had sat down., by: INÊS DUARTE}]}]
      - Sits
"""


def test_the_lane_of_thoughts_shows_quotes_with_their_sources(row_of: Callable[[str, str], Row | None]) -> None:
    row = row_of("thoughts", SPEC)
    assert row
    quotes = [block for block in row.cells[0].blocks if isinstance(block, Quote)]

    assert [(one.anchor, one.number, one.marked, one.source) for one in quotes] == [
        ("quote-board.0", None, "“The gate changed.”", "Inês Duarte · Travel diaries (n\u00a0=\u00a09)"),
        ("thought-waits", 1, "“Where is it?”", None),
        ("quote-waits.0", 1, "“We hear it last.”", "Gate agent · Travel diaries (n\u00a0=\u00a09)"),
        ("quote-waits.1", 1, "“Again?”", "hypothesis"),
        ("said-late.0", 1, "“I had sat down.”", "Inês Duarte · hypothesis"),
    ]


def test_a_quote_is_a_claim(analysis_of: Callable[[str], Analysis]) -> None:
    coverage = analysis_of(SPEC).evidence.by_kind["quote"]

    assert (coverage.claims, coverage.backed) == (6, 2)


def test_a_persona_can_be_quoted_by_another() -> None:
    journey = pipeline.check(SPEC.encode(), name="a.journey.yaml").journey
    assert journey

    assert [quote.speaker for quote in journey.personas[0].quotes] == ["Tom", None]


def test_who_said_it_is_a_problem_only_where_the_name_is_ambiguous() -> None:
    text = "{title: A, personas: [Ann, {id: other, name: Ann}], stages: [{name: B, quotes: [{text: Oh, by: Ann}]}]}"
    (problem,) = pipeline.check(text.encode(), name="a.journey.yaml").diagnostics

    assert problem.code == "ambiguous-name"

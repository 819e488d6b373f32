"""What the audit finds stands in the page and the Markdown: at its touchpoint, and in a section of its own."""

from collections.abc import Callable

import pytest

from mapgen.analysis import analyse
from mapgen.composition import Map, compose
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.journey import Journey
from mapgen.render.document import document
from mapgen.render.lines import Lines

SPEC = """\
title: Morning coffee
stages:
  - {name: Order, touchpoints: [Waits, Pays]}
  - {name: Drink, touchpoints: [Drinks, Leaves]}
flow:
  - {from: leaves, to: waits, kind: back, share: 0.1}
"""
FOUND = (
    ("/stages/0", "about a stage"),
    ("/stages/0/touchpoints/1/exits/0", "about a touchpoint"),
    ("/flow/0", "about a way"),
    ("/review/reviewed", "about the map"),
)

MapOf = Callable[..., Map]


@pytest.fixture
def map_of(journey_of: Callable[[str], Journey]) -> MapOf:
    """The map of a journey, with findings by pointer and message."""

    def make(*found: tuple[str, str]) -> Map:
        journey = journey_of(SPEC)
        told = (Diagnostic("a-rule", said, Severity.WARNING, hint="do it", pointer=pointer) for pointer, said in found)
        return compose(journey, analyse(journey), findings=tuple(told))

    return make


def said(lines: Lines) -> str:
    return " ".join(run.text for line in lines for run in line)


def test_the_table_tells_each_with_its_place(map_of: MapOf) -> None:
    (table,) = [table for table in map_of(*FOUND).tables if table.id == "audit-findings"]

    assert table.title == "Findings of the audit"
    assert [[cell[0].text if cell else "" for cell in row] for row in table.rows] == [
        ["Warning", "Order", "about a stage", "do it", "a-rule"],
        ["Warning", "2\N{NO-BREAK SPACE}Pays", "about a touchpoint", "do it", "a-rule"],
        ["Warning", "1\N{NO-BREAK SPACE}Waits", "about a way", "do it", "a-rule"],
        ["Warning", "", "about the map", "do it", "a-rule"],
    ]
    assert not table.drawn


def test_a_document_tells_each_at_its_touchpoint(map_of: MapOf) -> None:
    first, second = document(map_of(*FOUND)).chapters

    assert [(fact.title, said(fact.lines)) for fact in first.facts] == [("Findings of the audit", "about a stage")]
    assert first.touchpoints
    assert first.touchpoints.columns[-1] == "Findings of the audit"
    assert [said(row[-1]) for row in first.touchpoints.rows] == ["about a way", "about a touchpoint"]
    assert second.touchpoints
    assert "Findings of the audit" not in second.touchpoints.columns


def test_the_picture_tells_none(map_of: MapOf) -> None:
    assert map_of(*FOUND).grid == map_of().grid


def test_where_nothing_was_found_nothing_is_said(map_of: MapOf) -> None:
    map_ = map_of()

    assert not map_.unchosen
    assert "audit-findings" not in [table.id for table in map_.tables]

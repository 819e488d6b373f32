"""The tables of the page know what their rows are about and sort by, and draw what words say less well."""

import re
from collections.abc import Callable
from functools import partial
from itertools import combinations
from math import dist

import pytest
from lxml import etree

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.lanes.lane import lane_context
from mapgen.model.journey import Journey
from mapgen.render.drawing import Drawing
from mapgen.render.formats.svg import SvgWriter
from mapgen.render.page.impact_effort_plot import RADIUS, PlottedOpportunity, plot, spread
from mapgen.render.page.listing import PageTable, listings
from mapgen.render.page.picture import Painter
from mapgen.render.theme_file import theme
from mapgen.words import Words

JourneyOf = Callable[[str], Journey]

SHOP = """
title: Buying skis
evidence: [Interviews]
channels: [Store, Site]
stages:
  - name: Look
    touchpoints: [{name: Browse, channel: site}]
  - name: Buy
    metrics: [{name: Gain, value: 12, unit: "%", target: 50, better: higher}, {name: Loss}]
    touchpoints:
      - name: Try on
        channel: store
        pain_points: [{id: queue, text: Long queue, severity: low}, {text: Boots hurt, severity: critical}]
        opportunities:
          - {text: Book a slot, addresses: [queue], impact: 2, effort: 4, status: done}
          - {text: Heated boots, impact: 5, effort: 2}
          - {text: Not estimated}
      - {name: Pay, channel: site}
"""


def writer_of(journey: Journey) -> SvgWriter:
    """Return who writes the drawings of a page."""
    analysis = analyze(journey)
    drawing = Drawing("shop", journey, analysis, partial(compose, journey, analysis))
    return Painter(drawing.scene, drawing.theme, drawing)


@pytest.fixture
def writer(journey_of: JourneyOf) -> SvgWriter:
    return writer_of(journey_of(SHOP))


@pytest.fixture
def shown(journey_of: JourneyOf) -> dict[str, PageTable]:
    return tables_of(journey_of(SHOP))


def tables_of(journey: Journey) -> dict[str, PageTable]:
    """Return the tables of a page by their ids."""
    analysis = analyze(journey)
    found = listings(compose(journey, analysis), lane_context(journey, analysis, Words("en")), writer_of(journey))
    return {listing.id: listing for listing in found}


def orders(listing: PageTable, column: str) -> list[float | None]:
    at = listing.columns.index(column)
    return [line.entries[at].order for line in listing.lines]


def test_a_row_of_a_thing_has_its_anchor(shown: dict[str, PageTable]) -> None:
    assert [line.anchor for line in shown["pain-points"].lines] == ["pain-boots-hurt", "pain-queue"]
    assert [line.anchor for line in shown["metrics"].lines] == ["metric-buy.gain", "metric-buy.loss"]


def test_cells_sort_by_what_they_mean(shown: dict[str, PageTable]) -> None:
    assert orders(shown["pain-points"], "Severity") == [3, 0]
    assert orders(shown["metrics"], "Value") == [12, None]
    assert orders(shown["opportunities"], "Impact") == [5, 2, None]


def test_channels_are_told_stage_by_stage(shown: dict[str, PageTable]) -> None:
    coverage = shown["channels"]

    assert coverage.columns == ("Channel", "Look", "Buy")
    assert [[" ".join(text.text for text in entry.texts) for entry in line.entries] for line in coverage.lines] == [
        ["Store", "", "1"],
        ["Site", "1 the only channel of the stage", "1"],
    ]


def test_a_value_has_a_bar_with_a_tick_at_its_target(shown: dict[str, PageTable]) -> None:
    gain, loss = (line.entries[shown["metrics"].columns.index("Value")].drawing for line in shown["metrics"].lines)

    colors = theme("default").light

    assert re.search(rf'width="11\.5" [^>]* fill="#fff" stroke="{colors["bad"]}"', gain)
    assert 'd="m48 0v12"' in gain
    assert loss == ""


def test_a_plot_numbers_the_opportunities_as_their_table_does(shown: dict[str, PageTable]) -> None:
    drawing = str(shown["opportunities"].drawing)

    assert re.findall(r'href="#([^"]*)"', drawing) == ["opportunity-heated-boots", "opportunity-book-a-slot"]
    assert [line.entries[0].texts[0].text for line in shown["opportunities"].lines] == ["1", "2", "3"]
    assert f'fill="{theme("default").light["good-soft"]}"' in drawing
    assert '<span class="done">Done</span>' in drawing


def test_one_opportunity_makes_no_plot(writer: SvgWriter) -> None:
    assert plot(Words("en"), [PlottedOpportunity(1, "a", "A", 1, 1, None)], writer) == ""


@pytest.mark.parametrize("count", [2, 40, 300])
def test_no_two_marks_of_a_plot_meet_and_none_leaves_it(count: int, writer: SvgWriter) -> None:
    marks = [PlottedOpportunity(number, f"o-{number}", "O", number % 3 + 1, 2, None) for number in range(count)]
    drawn = plot(Words("en"), marks, writer)
    circles = [tuple(map(float, found)) for found in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn)]
    width, height = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)[0])

    assert len(circles) == count
    assert all(dist(one, other) >= 2 * RADIUS for one, other in combinations(circles, 2))
    assert all(RADIUS <= x <= width - RADIUS and RADIUS <= y <= height - RADIUS for x, y in circles)


def test_what_is_alone_stands_exactly_where_it_belongs() -> None:
    assert spread([(33.3, 44.4), (100.0, 44.4)], 320.0) == [(33.3, 44.4), (100.0, 44.4)]


def test_a_text_of_the_author_is_a_text_in_the_plot(writer: SvgWriter) -> None:
    marks = [PlottedOpportunity(number, "a", '"><script>', 1, 1, None) for number in (1, 2)]

    assert "<script>" not in plot(Words("en"), marks, writer)


def test_each_of_two_metrics_of_one_name_has_its_own_bar(journey_of: JourneyOf) -> None:
    spec = "title: T\nstages: [{name: S, metrics: [{name: Gain}, {name: Gain, value: 12, unit: '%'}]}]\n"

    table = tables_of(journey_of(spec))["metrics"]

    bars = [str(line.entries[table.columns.index("Value")].drawing) for line in table.lines]
    assert ["<svg" in drawing for drawing in bars] == [False, True]


def test_an_interval_is_a_whisker_on_the_bar(journey_of: JourneyOf) -> None:
    spec = "title: T\nstages: [{name: S, metrics: [{name: Wait, value: 6, unit: '%', interval: [5, 8]}]}]\n"

    table = tables_of(journey_of(spec))["metrics"]

    drawing = etree.fromstring(str(table.lines[0].entries[table.columns.index("Value")].drawing))
    edge, line = drawing.findall("path")
    assert edge.get("d") == line.get("d") == "M4.8 6H7.68M4.8 3V9M7.68 3V9"

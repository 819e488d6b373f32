"""The page holds the other views of a journey, and knows which ways each scenario takes."""

import json
import re
from typing import Any

import pytest

from mapgen.charts import scenario_paths
from mapgen.charts.scenario_paths import ends, scenario_path, taken
from mapgen.graphviz import lay_out
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.pipeline import DrawObserver, DrawRequest, check, draw
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import Options
from mapgen.words import Words
from tests.draw_recorder import DrawRecorder
from tests.render.test_page_data import unpacked

SHOP = """
title: Coffee
stages:
  - id: order
    name: Order
    volume: 100
    touchpoints: [{id: ask, name: Asks, emotion: -1}, {id: pay, name: Pays, exits: [{kind: abandon, share: 0.1}]}]
  - id: drink
    name: Drink
    volume: 90
    touchpoints: [{id: wait, name: Waits, emotion: 1}, {id: sip, name: Sips}]
flow:
  - {from: wait, to: ask, kind: back, share: 0.2}
  - {from: ask, to: wait, kind: skip, share: 0.1}
scenarios:
  - {id: plain, name: "Plain <b>&", path: [ask, pay, wait, sip], share: 0.6, playbook: "Smile & wave"}
  - {id: round, name: Another round, path: [ask, wait, ask, wait]}
"""


def made(*formats: str, observer: DrawObserver | None = None, **how: Any) -> dict[str, bytes]:  # noqa: ANN401 - as `DrawRequest` takes them
    journey = check(SHOP, name="coffee").journey
    assert journey
    request = DrawRequest(journey, "coffee", formats, **{"lay_out": lay_out, **how})
    return draw(request, observer)


def page(**how: Any) -> str:  # noqa: ANN401 - as `made` takes them
    return made("html", **how)[".html"].decode()


def view() -> LaneContext:
    journey = check(SHOP, name="coffee").journey
    assert journey
    from mapgen.analysis import analyze

    return lane_context(journey, analyze(journey), Words("en"))


def told(text: str) -> dict[str, Any]:
    found = re.search(r'id="mapgen-data">(.*?)</script>', text)
    assert found
    return unpacked(json.loads(found[1]))


def test_the_page_has_the_views_that_the_journey_has_something_for() -> None:
    text = page()
    tabs = re.findall(r"<a href=#view-(\w+)>\w+</a></li>", text)

    assert tabs == ["poster", "map", "journey", "flow", "funnel", "slide", "tables"]
    assert re.findall(r'<section class="?view[^>]* id=view-(\w+)', text) == tabs


def test_the_page_has_the_views_that_are_named_and_always_the_map() -> None:
    named = page(views=("funnel",))

    assert "id=view-map" in named
    assert "id=view-funnel" in named
    assert "id=view-flow" not in named


def test_where_the_engine_fails_the_flow_is_drawn_in_the_order_of_the_map_and_noticed() -> None:
    def missing(_: str) -> str:
        message = "none is installed"
        raise EngineError(message)

    recorder = DrawRecorder()
    text = page(lay_out=missing, observer=recorder)

    assert [one.message for one in recorder.diagnostics] == ["the flow is drawn in map order: none is installed"]
    assert "id=view-flow" in text
    assert "trails" in told(text)


def test_a_view_that_nobody_named_and_that_cannot_be_drawn_is_left_out_for_those_who_are_told() -> None:
    unknown = Options(scenario="unknown")
    recorder = DrawRecorder()

    assert "id=view-flow" not in page(options=unknown, observer=recorder)
    assert [str(one) for one in recorder.omitted] == ['unknown scenario "unknown"'] * 3  # poster, flow and slide
    for how in ({}, {"observer": recorder, "views": ("flow",)}):
        with pytest.raises(EngineError, match="unknown scenario"):
            page(options=unknown, **how)


def test_a_picture_is_laid_out_once_for_all_files() -> None:
    asked: list[str] = []

    def counting(text: str) -> str:
        asked.append(text)
        return lay_out(text)

    made("html", lay_out=counting)
    alone = len(asked)
    made("svg", "html", lay_out=counting)

    assert len(asked) == 2 * alone


def test_the_page_shows_all_ways_whichever_scenario_the_picture_shows() -> None:
    def flow(text: str) -> str:
        return text[text.index("id=view-flow") : text.index("id=view-tables")]

    shown = page(views=("flow",), options=Options(scenario="round"))

    assert flow(shown) == flow(page(views=("flow",)))


def test_the_island_knows_the_ends_of_each_way_and_the_ways_of_each_scenario() -> None:
    island = told(page())
    names = [thing["name"] for thing in island["things"]]
    ways = [tuple(names[place] for place in way) for way in island["ways"]]

    assert sorted(ways) == [
        ("Asks", "Pays"), ("Asks", "Waits"), ("Pays", "Waits"), ("Waits", "Asks"), ("Waits", "Sips"),
    ]  # fmt: skip
    assert {ways[number - 1] for number in island["trails"]["plain"]} == {
        ("Asks", "Pays"), ("Pays", "Waits"), ("Waits", "Sips"),
    }  # fmt: skip
    assert {ways[number - 1] for number in island["trails"]["round"]} == {("Asks", "Waits"), ("Waits", "Asks")}


def test_the_numbers_of_the_ways_are_those_of_the_picture() -> None:
    text = page()

    for number, way in enumerate(told(text)["ways"], start=1):
        names = [told(text)["things"][place]["name"] for place in way]
        tip = re.search(rf"id=m-flow-edge-{number} [^>]*><title>([^<]*)</title>", text)
        assert tip
        assert all(name in tip[1] for name in names)


def test_a_scenario_is_a_facet_of_touchpoints_and_of_what_they_hold() -> None:
    island = told(page())
    place = [facet[0] for facet in island["facets"]].index("scenario")
    values = [value for value, _ in island["facets"][place][2]]
    found = {thing["id"]: thing["is"][place] for thing in island["things"] if thing["id"].startswith("touchpoint-")}

    assert values == ["plain", "round"]
    assert found == {"touchpoint-ask": [0, 1], "touchpoint-pay": 0, "touchpoint-wait": [0, 1], "touchpoint-sip": 0}


def test_a_scenario_is_told_with_share_length_lowest_moment_and_playbook() -> None:
    text = page()
    start = text.index("data-trail=plain")
    shown = text[start : text.index("</section>", start)]

    assert "Plain &lt;b&gt;&amp;" in shown
    assert re.findall(r"<dd[^>]*>([^<]*)</dd>", shown) == ["60\u00a0%", "4", "\u22121 (1)", "Smile &amp; wave"]
    assert "1 Asks: \u22121, 3 Waits: +1" in shown


def test_the_title_and_the_footer_of_a_picture_are_told_once() -> None:
    text = page()

    assert text.count(">coffee<") + text.count(">coffee.journey<") <= 1
    assert ">Coffee</text>" not in text


def test_a_folded_flow_lights_up_the_stages_of_a_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenario_paths, "MAX_NODES", 3)
    seen = view()
    plain, round_ = seen.journey.scenarios

    assert scenario_path(seen, plain) == ("order", "drink")
    assert scenario_path(seen, round_) == ("order", "drink", "order", "drink")
    assert sorted(set(ends(seen))) == [("drink", "order"), ("order", "drink")]
    assert {ends(seen)[number - 1] for _, numbers in taken(seen) for number in numbers} == set(ends(seen))


def test_the_slide_has_parts_of_its_own_that_can_be_opened_and_is_as_wide_as_the_poster() -> None:
    text = page()
    slide = text[text.index("id=view-slide") : text.index("id=view-tables")]

    assert "id=m-slide-emotion-ask" in slide
    assert "id=m-poster-" not in slide
    assert re.search(r"<svg [^>]*width=1600 ", slide)
    assert "#view-slide .canvas{--width:1600px}" in text

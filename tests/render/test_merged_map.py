"""The picture of what changed: one map of both versions, in which each change has its sign and no sign hides a word."""

# ruff: noqa: RUF001  the signs that a picture holds, as it holds them

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.blocks import Score
from mapgen.composition import compose
from mapgen.diff import compare, version
from mapgen.diff.wording import DescribedComparison, describe
from mapgen.layout.badges import HEIGHT
from mapgen.layout.scene import Box, Circle, Group, Item, Label, Line, Rect, Scene
from mapgen.model.journey import Journey
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.drawing import ComparedDrawing, compared_drawing
from mapgen.render.diff.drawing.emotion_row import emotion_row
from mapgen.render.diff.drawing.places import MergedColumns
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.formats import svg
from mapgen.render.options import Options
from tests.layout.geometry import faults, ink
from tests.layout.geometry import labels as texts
from tests.properties.journeys import journeys, spec
from tests.render.reading import shown_in

CASE = Path(__file__).parent / "changes"
Data = dict[str, Any]
CAREFUL = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
HOSTILE = "</title><script>alert(1)</script> \"' & ]]>"


def built(data: Data | str) -> Journey:
    found = pipeline.check(data if isinstance(data, str) else json.dumps(data), name="any").journey
    assert found
    return found


def told(old: Data | str, new: Data | str) -> DescribedComparison:
    return describe(compare(version(built(old)), version(built(new))))


def drawn(old: Data | str, new: Data | str) -> ComparedDrawing:
    return compared_drawing(told(old, new), ("old", "new"), ("any", "any"))


def rendered(kind: str, old: Data | str, new: Data | str) -> str:
    return DIFF_FORMATS[kind].render(DiffReport("old", "new", (SpecReport("changed", "any", None, told(old, new)),)))


def coffee(*touchpoints: Data, **more: Any) -> Data:  # noqa: ANN401 - keys of a spec
    return {"title": "Coffee", "stages": [{"name": "Arrive", "touchpoints": list(touchpoints)}], **more}


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)


def hints(scene: Scene) -> dict[str, str]:
    """Return what the badge of each thing says, by its anchor."""
    found = {}
    for group in groups(scene.items):
        own = [item.tip for item in group.items if isinstance(item, Group) and item.tip]
        if group.anchor and own:
            found[group.anchor] = own[0]
    return found


def badges(scene: Scene) -> list[Box]:
    return [group.box for group in groups(scene.items) if group.tip and group.box]


def hidden(scene: Scene) -> list[str]:
    """Tell each text that a badge covers."""
    rtl = scene.direction == "rtl"
    inks = [(ink(label, rtl=rtl), label.text) for label in texts(scene.items)]
    return [
        text
        for badge in badges(scene)
        for box, text in inks
        if badge.x < box.x + box.width and box.x < badge.x + badge.width
        if badge.y < box.y + box.height and box.y < badge.y + badge.height
    ]


def test_both_versions_of_a_journey_are_drawn_as_before(expect: Callable[[Path, str], None]) -> None:
    old, new = ((CASE / f"{name}.journey.yaml").read_text(encoding="utf-8") for name in ("old", "new"))
    found = compared_drawing(
        told(old, new), ("old", "new"), ("any", "any"), options=Options(fonts="stack", is_font_in_page=True)
    )

    assert faults(found.both.scene) == []
    assert hidden(found.both.scene) == []
    expect(CASE / "map.svg", svg.render(found.both))


def test_each_change_is_told_where_it_is() -> None:
    old, new = ((CASE / f"{name}.journey.yaml").read_text(encoding="utf-8") for name in ("old", "new"))
    found = hints(drawn(old, new).both.scene)

    assert found["emotion-order"].splitlines()[0] == "Orders at the counter: emotion −2 → 0 (done: “Order ahead”)"
    assert found["touchpoint-wait"] == "Waits for the name: renamed, it was “Waits”"
    assert found["gone.touchpoint-queue"].startswith("touchpoint removed: “Sees the queue”")
    assert found["gone.pain-cold-cup"].startswith("Takes the first sip: pain point resolved")
    assert found["touchpoint-app"].startswith("new touchpoint: “Opens the app”")
    assert found["pain-no-password"].startswith("new touchpoint: “Opens the app”")
    assert "moved from Arrive to Leave" in found["touchpoint-pay"]
    assert "target met" in found["metric-leave.wait-time"]


def test_what_is_gone_has_no_number_and_the_rest_has_its_own() -> None:
    found = drawn(
        coffee({"name": "A"}, {"name": "B"}, {"name": "C"}), coffee({"name": "A"}, {"name": "C"})
    ).both.map.grid.columns

    assert [column.number for column in found] == [1, None, 2]


def test_a_curve_passes_by_what_is_not_in_its_version() -> None:
    old = coffee({"name": "A", "emotion": 1}, {"name": "Bees", "emotion": 0}, {"name": "C", "emotion": 2})
    new = coffee({"name": "A", "emotion": 1}, {"name": "C", "emotion": 2}, {"name": "Dogs", "emotion": -1})
    (row,) = (row for row in drawn(old, new).both.map.grid.rows if row.axis)
    scores = [block for cell in row.cells for block in cell.blocks]

    assert [getattr(score, "only", None) for score in scores] == [None, "before", None, "now"]
    assert row.axis
    assert row.axis.before_name == "previous emotion"


def test_where_nothing_feels_different_there_is_one_curve() -> None:
    found = drawn(coffee({"name": "A", "emotion": 1}), coffee({"name": "Aa", "id": "a", "emotion": 1}))
    assert found.unchanged
    (row,) = (row for row in found.unchanged.map.grid.rows if row.axis)

    assert row.axis
    assert row.axis.before_name is None


def test_a_stage_and_a_lane_that_are_gone_stand_where_they_stood() -> None:
    old = coffee({"name": "A", "pain_points": ["It is cold"]})
    old["stages"].insert(0, {"name": "Before", "touchpoints": [{"name": "Looks", "pain_points": ["It is far"]}]})
    grid = drawn(old, coffee({"name": "A"})).both.map.grid

    assert [(heading.id, heading.first) for heading in grid.headings] == [("gone.before", 0), ("arrive", 1)]
    assert [(cell.first, len(cell.blocks)) for row in grid.rows if row.id == "pain-points" for cell in row.cells] == [
        (0, 1),
        (1, 1),
    ]


def test_what_has_no_place_on_the_map_is_told_on_top() -> None:
    facts = drawn(coffee({"name": "A"}), coffee({"name": "A"}, summary="Now with words")).both.map.lens.facts

    assert any("summary added: “Now with words”" in fact.text for fact in facts)


def struck(scene: Scene) -> list[str]:
    """Return the texts with a line through them."""
    return [
        group.items[0].text
        for group in groups(scene.items)
        if len(group.items) > 1 and isinstance(group.items[0], Label) and isinstance(group.items[1], Line)
    ]


def shown(scene: Scene) -> list[str]:
    return [label.text for label in texts(scene.items)]


def test_a_changed_text_stands_struck_before_the_new_one() -> None:
    pain = {"id": "cold", "text": "It is cold", "severity": "high"}
    old = coffee({"id": "a", "name": "Waits", "thought": "Why?", "emotion": {"score": 0, "feeling": "sad"}})
    new = coffee({"id": "a", "name": "Queues", "thought": "How?", "emotion": {"score": 0, "feeling": "glad"}})
    old["stages"][0]["touchpoints"][0]["pain_points"] = [pain]
    new["stages"][0]["touchpoints"][0]["pain_points"] = [{**pain, "text": "It is hot", "severity": "low"}]
    scene = drawn(old, new).both.scene

    assert struck(scene) == ["Waits", "sad", "“Why?”", "High", "It is cold"]
    assert {"→ Queues", "→ glad", "→ “How?”", "→ Low", "→ It is hot"} <= set(shown(scene))


def test_the_former_name_of_a_stage_is_struck_in_the_color_of_the_new_one() -> None:
    old, new = coffee({"id": "a", "name": "A"}), coffee({"id": "a", "name": "A"})
    new["stages"][0].update(id="arrive", name="Come in")
    scene = drawn(old, new).both.scene

    assert struck(scene) == ["Arrive"]
    assert {label.fill for label in texts(scene.items) if label.text in {"Arrive", "→ Come in"}} == {"on-stage"}


def test_a_changed_number_stands_struck_before_the_new_one() -> None:
    metric = {"name": "Wait", "value": 7, "unit": "min", "target": 5, "better": "lower"}
    old, new = coffee({"name": "A"}), coffee({"name": "A"})
    old["stages"][0]["metrics"], new["stages"][0]["metrics"] = [metric], [{**metric, "value": 4, "target": 3}]
    scene = drawn(old, new).both.scene

    assert struck(scene) == ["7\N{NO-BREAK SPACE}min", "target ≤\N{NO-BREAK SPACE}5\N{NO-BREAK SPACE}min"]
    assert "→ 4\N{NO-BREAK SPACE}min" in shown(scene)


def test_a_long_text_is_struck_on_each_of_its_lines() -> None:
    long = "The queue is so long that nobody can see where it ends or begins " * 2
    scene = drawn(coffee({"id": "a", "name": long}), coffee({"id": "a", "name": "Short"})).both.scene

    assert " ".join(struck(scene)) == long.strip()
    assert faults(scene) == []


def test_a_text_without_a_place_of_its_own_is_struck_where_it_stood() -> None:
    old, new = coffee({"name": "A"}), coffee({"name": "A"})
    old["stages"][0]["goal"], new["stages"][0]["goal"] = "A quick coffee", "A good coffee"
    scene = drawn(old, new).both.scene

    assert struck(scene) == ["A quick coffee"]
    assert "A good coffee" in shown(scene)


def test_another_number_of_a_touchpoint_strikes_nothing() -> None:
    old = coffee({"id": "b", "name": "B", "owner": "bar"}, owners=[{"id": "bar", "name": "Bar"}])
    new = coffee({"id": "a", "name": "A"}, {"id": "b", "name": "B", "owner": "bar"}, owners=old["owners"])

    assert struck(drawn(old, new).both.scene) == []


def test_lanes_without_a_change_are_folded_into_one_row() -> None:
    touchpoint = {"id": "a", "name": "A", "emotion": 1, "thought": "Hm", "pain_points": [{"id": "p", "text": "Slow"}]}
    old, new = coffee(touchpoint), coffee({"id": "z", "name": "Z"}, touchpoint, {"id": "b", "name": "B", "emotion": 2})
    found = drawn(old, {**new, "stages": [{**new["stages"][0], "goal": "Coffee"}]})

    assert [row.id for row in found.both.map.grid.rows] == ["touchpoints", "emotion-curve", "goals", "unchanged"]
    assert found.fold == "2 lanes unchanged"
    assert {"2 lanes unchanged", "Thoughts · Pain points"} <= set(shown(found.both.scene))
    assert found.unchanged
    assert [row.id for row in found.unchanged.map.grid.rows] == ["thoughts", "pain-points"]
    assert "Hm" in " ".join(shown(found.unchanged.scene))


def test_pain_points_and_opportunities_are_folded_together_or_not_at_all() -> None:
    hurts = {
        "pain_points": [{"id": "p", "text": "Slow"}],
        "opportunities": [{"text": "Order ahead", "addresses": ["p"]}],
    }
    old, new = coffee({"id": "a", "name": "A", **hurts}), coffee({"id": "a", "name": "A", **hurts})
    new["stages"][0]["touchpoints"][0]["pain_points"] = [{"id": "p", "text": "Slower"}]
    found = drawn(old, new)

    assert "Order ahead" in shown(found.both.scene)
    assert "nobody works on it" not in shown(found.both.scene)
    assert found.unchanged is None


def test_a_page_unfolds_the_lanes_without_a_change() -> None:
    old, new = (coffee({"id": "a", "name": name, "thought": "Hm"}) for name in ("A", "B"))

    assert "<summary>1 lane unchanged</summary>" in rendered("html", old, new)
    assert rendered("html", old, new).count("“Hm”") >= 3


@pytest.mark.parametrize("language", ["en", "ar"])
@given(first=journeys, second=journeys)
@CAREFUL
def test_no_sign_hides_a_word_and_no_word_meets_another(language: str, first: Data, second: Data) -> None:
    old, new = built(spec(first)), built(spec({**second, "language": language}))
    scene = compared_drawing(describe(compare(version(old), version(new))), ("old", "new"), ("any", "any")).both.scene

    assert faults(scene) == []
    assert hidden(scene) == []


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_what_an_author_wrote_is_never_markup(kind: str) -> None:
    old = coffee({"name": HOSTILE, "id": "a", "emotion": 1})
    new = coffee({"name": HOSTILE * 2, "id": "a", "emotion": 2, "pain_points": [HOSTILE]}, title=HOSTILE)
    content = rendered(kind, old, new)
    tree = etree.fromstring(content.encode()) if kind == "svg" else html5lib.parse(content, namespaceHTMLElements=False)
    scripts = [one for one in tree.iter() if str(one.tag).endswith("script")]

    assert len(scripts) == (0 if kind == "svg" else 2)
    assert "alert(1)</script>" not in content


def test_a_page_lets_only_its_own_styles_and_script_in() -> None:
    page = rendered("html", coffee({"name": "A", "emotion": 1}), coffee({"name": "A", "emotion": 2}))
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0]

    assert policy.startswith("default-src 'none'; script-src &#39;sha256-".replace("'none'", "&#39;none&#39;"))
    assert policy.count("sha256-") == 1 + len(set(re.findall(r"<style>([^<]*)</style>", page)))
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page.partition("<script")[0])


def test_each_change_of_a_page_leads_to_its_card() -> None:
    old, new = ((CASE / f"{name}.journey.yaml").read_text(encoding="utf-8") for name in ("old", "new"))
    page = rendered("html", old, new)
    ids = re.findall(r'\sid="([^"]*)"', page)
    links = re.findall(r'<a href="#([^"]*)"', page)

    assert links
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_page_shows_several_specs_and_no_id_twice() -> None:
    one = told(coffee({"name": "A", "emotion": 1}), coffee({"name": "A", "emotion": 2}))
    entries = (
        SpecReport("changed", "a", None, one),
        SpecReport("changed", "b", "c", one),
        SpecReport("unreadable", "d"),
    )
    page = DIFF_FORMATS["html"].render(DiffReport("old", "new", entries))
    ids = re.findall(r'\sid="([^"]*)"', page)

    assert page.count('class="comparison"') == 3
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("count", [1, 2])
def test_a_page_shows_each_title_once_in_a_heading(count: int) -> None:
    titles = ["First brew", "Second brew"][:count]
    specs = [[coffee({"name": "A", "emotion": score}, title=title) for score in (1, 2)] for title in titles]
    entries = tuple(SpecReport("changed", "spec", None, told(*pair)) for title, pair in zip(titles, specs, strict=True))
    page = DIFF_FORMATS["html"].render(DiffReport("old", "new", entries))

    for title in titles:
        assert shown_in(page, title) == [("h1" if count == 1 else "h2", title)]


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_where_nothing_changed_that_is_told(kind: str) -> None:
    assert "o changes" in (content := DIFF_FORMATS[kind].render(DiffReport("a", "b", ()))) or "No journey" in content


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_the_same_versions_give_the_same_bytes(kind: str) -> None:
    old, new = ((CASE / f"{name}.journey.yaml").read_text(encoding="utf-8") for name in ("old", "new"))

    assert rendered(kind, old, new) == rendered(kind, old, new)


def test_a_sign_says_better_or_worse_without_its_color() -> None:
    scene = drawn(coffee({"name": "A", "emotion": 1}), coffee({"name": "A", "emotion": -1})).both.scene
    (badge,) = (group for group in groups(scene.items) if group.tip)

    assert not any(isinstance(item, Circle) for item in badge.items)
    assert [item.height for item in badge.items if isinstance(item, Rect)] == [HEIGHT]
    assert len(badge.items) == 3  # the ground, the sign, the triangle


def test_from_then_to_now_reads_from_the_right_where_the_language_does() -> None:
    old, new = (
        coffee({"name": "A", "emotion": -2}, {"name": "B", "emotion": 1}),
        coffee({"name": "A", "emotion": -1}, {"name": "B", "emotion": 1}, language="ar"),
    )
    figures = [figure.value for figure in drawn(old, new).both.map.lens.figures]

    assert "\u200e−2\u200f \u200f←\u200f \u200e−1\u200f" in figures


FELT = """\
title: A flight
stages:
  - {name: Plan, emotion: 1, touchpoints: [Searches, Compares]}
  - {name: Fly, emotion: -2}
  - {name: Land, touchpoints: [{name: Gets out, emotion: 1}]}
"""


@pytest.mark.parametrize(
    ("new", "places"),
    [
        (FELT.replace("-2", "-1"), [(0, 2), (2, 3), (3, 4)]),
        (FELT.replace("[Searches", "[Asks, Searches").replace("-2", "-1"), [(0, 3), (3, 4), (4, 5)]),
        (FELT.replace("[Searches", "[{name: Searches, emotion: 0}"), [(0, 1), (2, 3), (3, 4)]),
    ],
    ids=["another score", "a new first touchpoint", "a touchpoint"],
)
def test_the_emotion_of_a_stage_keeps_its_place(new: str, places: list[tuple[int, int]]) -> None:
    old_map, new_map = (compose(built(spec), analyze(built(spec))) for spec in (FELT, new))
    (old_row,), (new_row,) = ([row for row in one.grid.rows if row.axis] for one in (old_map, new_map))
    row = emotion_row(old_row, new_row, MergedColumns(compare(version(built(FELT)), version(built(new)))), "old")
    scores = [block for cell in row.cells for block in cell.blocks if isinstance(block, Score)]

    assert [(cell.first, cell.last) for cell in row.cells] == places
    assert [len(score.before) for score in scores] == [1, 1, 1]
    assert [len(score.points) for score in scores] == [1, 1, 1]

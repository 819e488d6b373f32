"""The picture of a history: no text meets another, all curves share their places, and many versions are bounded."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from mapgen import pipeline, resources
from mapgen.charts.timeline import MAX_PANELS, TimelineChart, timeline
from mapgen.diff import Version, version
from mapgen.diff.history import CommitInfo, trace
from mapgen.layout.scene import Circle, Group, Item, Path
from mapgen.layout.timeline import arrange_course
from mapgen.layout.typeface import Typeface
from tests.layout.geometry import faults

TYPEFACE = Typeface(resources.font())
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen " * 4
SPEC = """\
title: Coffee
stages:
  - {name: Arrive, touchpoints: [{name: Queue, emotion: -1}, {name: Asks, emotion: 1, pain_points: [Noise]}]}
  - {name: Order, metrics: [{name: Wait, value: 8, unit: min, better: lower}], touchpoints: [{name: Pays, emotion: 2}]}
"""
STORY = (
    SPEC,
    SPEC.replace("emotion: -1", "emotion: 0"),
    SPEC.replace("value: 8", "value: 5"),
    SPEC.replace("  - {name: Arrive", "  - {name: Plan, touchpoints: [{name: Looks, emotion: 0}]}\n  - {name: Arrive"),
)


def read(spec: str) -> Version | None:
    journey = pipeline.check(spec, name="journey.yaml").journey
    return version(journey) if journey else None


def chart(specs: Sequence[str], subject: str = "A better queue") -> TimelineChart:
    moments = [
        CommitInfo(f"2026-{1 + n // 28:02}-{1 + n % 28:02}", f"{n:07x}", "Maya", subject) for n in range(len(specs))
    ]
    return timeline(moments, trace([read(spec) for spec in specs]))


@pytest.mark.parametrize(
    "specs",
    [
        STORY,
        STORY[:1],
        [spec.replace("title: Coffee", "title: قهوة\nlanguage: ar").replace("Arrive", "الوصول") for spec in STORY],
        [spec.replace("Arrive", LONG).replace("Wait", LONG).replace("unit: min", f"unit: {LONG}") for spec in STORY],
        [
            spec.replace("title: Coffee", f"title: {LONG}\nemotion_scale: {{min: -100, max: 1000}}").replace(
                "emotion: -1", "emotion: -99.5"
            )
            for spec in STORY
        ],
        [STORY[0], "title: [", STORY[1]],
        ["title: Nobody was asked\nstages: [{name: Arrive, touchpoints: [Queue]}]\n"] * 2,
        [SPEC.replace("emotion: -1", f"emotion: {n % 5 - 2}") for n in range(40)],
    ],
    ids=["story", "one", "from the right", "long names", "long scale", "errors", "no emotions", "many"],
)
@pytest.mark.parametrize("width", [None, 320])
def test_no_text_meets_another_or_leaves_its_box(specs: Sequence[str], width: float | None) -> None:
    scene = arrange_course(chart(specs, LONG), TYPEFACE, width=width)

    assert faults(scene) == []


def test_a_stage_stands_in_each_curve_where_it_stands_in_the_others() -> None:
    first, *_, last = chart(STORY).panels

    assert [place and place[0] for place in last.curve[1:]] == [place and place[0] for place in first.curve]


def test_each_version_that_changed_something_is_drawn_over_the_one_before_it() -> None:
    drawn = chart([*STORY, STORY[-1]]).panels

    assert [panel.date[-2:] for panel in drawn] == ["01", "02", "03", "04"]
    assert [panel.before for panel in drawn[1:]] == [panel.curve for panel in drawn[:-1]]
    better, worse = ("▲ better", "good"), ("▼ worse", "bad")
    assert [panel.turns for panel in drawn[:3]] == [(), (better,), (better, worse)]


def test_a_version_with_errors_is_not_drawn_and_the_next_is_drawn_over_the_last_that_could_be_read() -> None:
    first, second = chart([STORY[0], "title: [", STORY[1]]).panels

    assert (second.date, second.before) == ("2026-01-03", first.curve)


def test_of_many_versions_those_are_drawn_that_changed_most() -> None:
    few = [SPEC.replace("emotion: -1", f"emotion: {n % 2}") for n in range(60)]
    few[30] = few[30].replace("emotion: 2", "emotion: -2").replace("[Noise]", "[Noise, Smoke, Heat]")
    drawn = chart(few)

    days = [panel.commit for panel in drawn.panels]
    assert len(days) == MAX_PANELS
    assert {"0000000", "000001e", f"{59:07x}"} <= set(days)
    assert max(int(later, 16) - int(day, 16) for day, later in pairwise(days)) < 12
    assert drawn.note == "24 of 60 versions with changes: the first, the last, and those with the most changes"


def test_each_figure_says_from_what_to_what_and_whether_that_is_better() -> None:
    told = {one.name: (one.told, one.tone) for one in chart((STORY[0], STORY[2])).courses}

    assert told == {
        "lowest moment": ("−1", "plain"),  # noqa: RUF001 - a minus
        "open pain points": ("1", "plain"),
        "Arrive": ("0", "plain"),
        "Order": ("+2", "plain"),
        "Wait": ("8\N{NO-BREAK SPACE}min → 5\N{NO-BREAK SPACE}min", "good"),
    }


def test_where_only_personas_have_a_score_their_mean_is_drawn() -> None:
    spec = (
        "title: Two\npersonas: [{name: Ann}, {name: Bo}]\n"
        "stages: [{name: Go, touchpoints: [{name: Waits, emotion: {by: {ann: 2, bo: -1}}}]}]\n"
    )
    (panel,) = chart([spec]).panels

    assert panel.curve == ((0.5, 0.625),)


def test_a_value_holds_until_the_next_version_changes_it() -> None:
    last = [SPEC.replace("value: 8", "value: 2")]
    scene = arrange_course(chart([SPEC, SPEC, *last, *last]), TYPEFACE)

    (trend,) = (group for group in scene.items if isinstance(group, Group) and (group.name or "").startswith("Wait:"))
    (line,) = (item for item in trend.items if isinstance(item, Path))
    assert {command for command, _ in line.segments} == {"M", "L"}
    corners = [corner for _, corner in line.segments]
    assert [y for _, y in corners] == [corners[0][1]] * 4 + [corners[-1][1]] * 4
    step = corners[1][0] - corners[0][0]
    assert [(x - corners[0][0]) / step for x, _ in corners] == pytest.approx([0, 1, 1, 2, 2, 3, 3, 4])


def test_a_version_that_has_no_value_leaves_a_gap() -> None:
    scene = arrange_course(chart([STORY[0], "title: [", STORY[0]]), TYPEFACE)

    (trend,) = (group for group in scene.items if isinstance(group, Group) and (group.name or "").startswith("Order:"))
    before, after = (item.segments for item in trend.items if isinstance(item, Path))
    (left, end), (start, right) = ([corner[0] for _, corner in line] for line in (before, after))
    assert [end - left, start - end, right - start] == pytest.approx([end - left] * 3)


def test_the_lowest_moment_of_each_version_is_marked() -> None:
    scene = arrange_course(chart(STORY), TYPEFACE)

    assert sum(isinstance(item, Circle) and item.fill in {"bad", "ink"} for item in every(scene.items)) >= len(STORY)


def every(items: Sequence[Item]) -> list[Item]:
    return [one for item in items for one in ([item, *every(item.items)] if isinstance(item, Group) else [item])]


@pytest.mark.parametrize(("gaps", "count"), [("join", 1), ("break", 0)])
def test_a_curve_continues_over_a_gap(gaps: str, count: int) -> None:
    drawing = chart([f"emotion_curve: {{gaps: {gaps}}}\n{SPEC.replace('emotion: 1, ', '')}"])

    shapes = (item for group in arrange_course(drawing, TYPEFACE).items for item in getattr(group, "items", ()))
    lines = [item for item in shapes if isinstance(item, Path)]
    assert sum(line.stroke == "ink" and line.dash is not None for line in lines) == count
    assert len(drawing.keys) == 2 + count

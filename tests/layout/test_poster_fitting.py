"""What a poster gives up where the content does not fit, and what it keeps."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from pathlib import Path as FilePath
from typing import NamedTuple

import pytest

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster.columns import PosterColumns, place_columns, stage_style, stages_room
from mapgen.layout.poster.detail import STEPS, Detail, most_detailed
from mapgen.layout.poster.foot import foot
from mapgen.layout.poster.least_widths import list_rows, text_rows
from mapgen.layout.poster.pains import cards
from mapgen.layout.poster.sizes import CARD_WIDTH, GAP_DENSE, HEIGHT_MAX, LEFT, NAME, STAGE, STAGE_MEDIUM, TITLES
from mapgen.layout.poster.stage_widths import column_choices
from mapgen.layout.poster.volumes import reasons
from mapgen.layout.river import Stretch, river_height, river_height_at
from mapgen.layout.scene import Circle, Group, Item, Label, Line, Path, Rect, Scene
from mapgen.layout.text import TextMeasurer
from mapgen.record import replace
from tests.layout.geometry import flat, groups, labels
from tests.layout.test_poster import EXAMPLES, JOURNEY, ROOT, TYPEFACE, chart_of, long_journey, scene_of, texts

OF_EXAMPLES = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
NAMED = [path for path in EXAMPLES if path.parent.name != "airline"]  # it has too many touchpoints to name all


def example(name: str) -> FilePath:
    return next(path for path in EXAMPLES if path.parent.name == name)


@OF_EXAMPLES
def test_no_name_in_a_list_takes_more_than_three_lines(path: FilePath) -> None:
    names = [one for one in groups(scene_of(path.read_bytes()).items) if (one.anchor or "").startswith("poster-touch")]

    assert names
    assert max(len([label for label in labels(name.items) if not label.text.isdecimal()]) for name in names) <= 3


def test_a_thought_in_whose_room_two_others_fit_gives_way_to_them() -> None:
    scene = scene_of(example("ski-shop").read_bytes())
    flags = {(one.anchor or "").removeprefix("poster-thought-") for one in groups(scene.items)}

    assert {"choose-delivery", "unpack", "first-day"} <= flags
    assert "wait-refund" not in flags


def group(scene: Scene, anchor: str) -> Group:
    return next(one for one in groups(scene.items) if one.anchor == anchor)


def ruler() -> TextMeasurer:
    return TextMeasurer(TYPEFACE)


@OF_EXAMPLES
def test_personas_are_introduced_above_the_stages(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    scene = scene_of(path.read_bytes())
    rule = next(item for item in group(scene, f"poster-stage-{chart.stages[0].id}").items if isinstance(item, Rect))
    place = {label.text: label.y for label in labels(scene.items)}

    assert all(place[person.name] < rule.y for person in chart.people)
    assert all(place[person.note] < rule.y for person in chart.people if person.note)


def test_what_personas_say_is_in_italics_but_not_who_they_are() -> None:
    said = "personas: [{id: ana, name: Ana Ruiz, quote: I wait.}, {id: ben, name: Ben Okoro, position: Barista}]"
    journey = re.sub("personas: .*", said, JOURNEY)
    slants = {label.text: label.slant for label in labels(scene_of(journey).items)}

    assert (slants["“I wait.”"], slants["Barista"], slants["Ana Ruiz"]) == (True, False, False)


@OF_EXAMPLES
def test_the_river_is_well_visible_and_states_a_reason(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    if not chart.volumes:
        return
    scene = scene_of(path.read_bytes())
    shapes = [item for item in group(scene, f"poster-volume-{chart.stages[0].id}").items if isinstance(item, Path)]
    heights = [y for shape in shapes for _, places in shape.segments for y in places[1::2]]

    assert max(heights) - min(heights) >= 39.99
    assert {volume.reason.label for volume in chart.volumes if volume.reason} & {*texts(scene)}


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.parent.name)
def test_touchpoints_are_named_in_the_columns_of_their_stages(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    scene = scene_of(path.read_bytes())
    for index, stage in enumerate(chart.stages):
        rule = next(item for item in group(scene, f"poster-stage-{stage.id}").items if isinstance(item, Rect))
        for moment in chart.moments[stage.first : stage.last]:
            for label in labels(group(scene, f"poster-touchpoint-{moment.id}").items[1:]):
                assert rule.x <= label.x
                assert label.x + label.width <= rule.x + rule.width, (index, label.text)


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.parent.name)
def test_names_of_stages_take_one_line(path: FilePath) -> None:
    assert {stage.name for stage in chart_of(path.read_bytes()).stages} <= {*texts(scene_of(path.read_bytes()))}


def test_names_of_stages_are_smaller_before_they_take_a_second_line() -> None:
    short = chart_of(long_journey(12, 6))
    longer = chart_of(long_journey(12, 6).replace("name: Stage", "name: Requirements for"))

    assert stage_style(short, ruler()) == STAGE
    assert stage_style(longer, ruler()) == STAGE_MEDIUM


@OF_EXAMPLES
def test_remedies_are_on_common_baselines(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    words = [chart.words["arrow"], "✓", "Nobody"]
    cards = [one for one in groups(scene_of(path.read_bytes()).items) if (one.anchor or "").startswith("poster-pain-")]
    statuses = [label.y for card in cards for label in labels(card.items) if label.text.split(" ")[0] in words]

    assert len(statuses) > 2
    assert max(map(statuses.count, statuses)) >= len(statuses) - 1


@OF_EXAMPLES
def test_what_is_visible_of_two_bands_is_equally_far_apart(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    bands = [(item.box, list(edges_of(item))) for item in scene.items if isinstance(item, Group) and item.box]
    gaps = [
        min(top for top, _ in below) - max(bottom for _, bottom in above)
        for (_, above), (_, below) in pairwise(bands)
        if above and below
    ]

    assert all(gap >= GAP_DENSE - 3.5 for gap in gaps if gap > 3.5), gaps  # poles go on to the curve


def edges_of(group: Group) -> Iterator[tuple[float, float]]:
    """Yield the top and the bottom of the letters and shapes of a band right of the titles at the left."""
    for item in flat(group.items):
        if isinstance(item, Label) and (item.x >= LEFT or item.size > 40):
            yield item.y - 0.73 * item.size, item.y
        elif isinstance(item, Rect):
            yield item.y, item.y + item.height
        elif isinstance(item, Circle):
            yield item.cy - item.radius, item.cy + item.radius
        elif isinstance(item, Line) and item.y1 == item.y2:
            yield item.y1, item.y1


def test_a_stage_without_an_open_pain_point_says_so_where_others_have_cards() -> None:
    assert "No open pain point" in texts(scene_of(JOURNEY))
    assert "No open pain point" not in texts(scene_of(long_journey(4, 2)))


def test_where_most_pain_points_are_critical_no_card_is_stronger() -> None:
    def fills(*levels: str) -> set[str]:
        stages = ", ".join(
            f"{{name: S{n}, touchpoints: [{{name: T{n}, pain_points: [{{text: Bad {n}, severity: {level}}}]}}]}}"
            for n, level in enumerate(levels)
        )
        scene = scene_of(f"title: T\nstages: [{stages}]\n")
        cards = [item for item in groups(scene.items) if (item.anchor or "").startswith("poster-pain-")]
        return {str(card.items[0].fill) for card in cards if isinstance(card.items[0], Rect)}

    assert fills("critical", "low", "low") == {"bad-tint", "bad-soft"}
    assert fills("critical", "critical", "low") == {"bad-soft"}


def test_a_remedy_may_run_on_behind_its_status() -> None:
    chart = chart_of(JOURNEY)
    columns = place_columns(chart, ruler(), [CARD_WIDTH] * len(chart.stages))
    below, beside = (cards(chart, columns, ruler(), remedies=where) for where in ("below", "beside"))
    out: list[Item] = []
    beside.place(0, 0, beside.height, out)
    label = {label.text: label for label in labels(tuple(out))}

    assert beside.height < below.height
    assert label["→ Planned"].y == label["Order ahead"].y


def test_a_persona_without_a_letter_on_the_curve_is_not_in_the_legend() -> None:
    assert legend(chart_of(JOURNEY), people=True)[-2:] == ["B", "Ben Okoro"]  # Ana feels as all do


def test_the_legend_shows_the_letters_of_those_who_feel_differently() -> None:
    chart = chart_of(example("ski-shop").read_bytes())

    assert legend(chart, people=False)[-3:] == ["L", "T", "where they feel differently"]
    assert legend(chart, people=False, pitch=10.0)[-1] == "hypothesis: no evidence yet"  # no room for letters


def legend(chart: PosterChart, *, people: bool, pitch: float = 50.0) -> list[str]:
    """Return the texts of the footer."""
    out: list[Item] = []
    unowned = replace(chart, footer="")
    block = foot(unowned, ruler(), None, people=people, channels=False, pitch=pitch)
    block.place(0, 0, block.height, out)
    return [label.text for label in labels(tuple(out))]


class Sheet(NamedTuple):
    """A poster that is as high as its bands, each of which some reductions make lower."""

    height: float


def heights(high: float, saved: dict[int, float]) -> list[int]:
    """Return the reductions that a poster of height 100 takes to be at most so high, where some save height."""
    tried: list[Detail] = []

    def arrange(_: PosterColumns, detail: Detail) -> Sheet:
        tried.append(detail)
        steps = [index for index, step in enumerate(STEPS) if all(getattr(detail, k) == v for k, v in step.items())]
        return Sheet(100 - sum(saved.get(index, 0.0) for index in steps))

    columns = PosterColumns(((0.0, 1.0),), (), 1.0, named=True)
    best = most_detailed(arrange, high, [columns])
    assert best.height <= high
    return [index for index, step in enumerate(STEPS) if all(getattr(tried[-1], k) == v for k, v in step.items())]


@pytest.mark.parametrize(
    ("high", "saved", "taken"),
    [
        (100, {}, []),
        (95, {2: 5.0, 5: 10.0}, [2]),
        (90, {2: 5.0, 3: 5.0, 5: 10.0}, [2, 3]),
        (88, {2: 5.0, 5: 12.0}, [5]),  # the small step is no longer needed
    ],
)
def test_the_least_important_reductions_are_taken(high: float, saved: dict[int, float], taken: list[int]) -> None:
    assert heights(high, saved) == taken


def test_the_docs_list_all_reductions() -> None:
    section = (ROOT / "docs" / "poster.md").read_text().split("## Fitting the sheet")[1].split("\n## ")[0]
    listed = re.findall(r"^(\d+)\. ", section, re.MULTILINE)
    sizes = len(TITLES) - 1  # one line for all of them

    assert len(listed) == len(STEPS) - sizes + 1


@pytest.mark.parametrize("path", [*NAMED[:3], *NAMED[4:]], ids=lambda path: path.parent.name)
def test_height_that_is_left_goes_to_the_gaps(path: FilePath) -> None:
    assert HEIGHT_MAX - 30 <= scene_of(path.read_bytes()).height <= HEIGHT_MAX


@pytest.mark.parametrize(
    "text", ["Waits", "Reads reviews by skiers with wide feet", "Gets an e-mail in well-known words"]
)
def test_the_least_width_for_some_lines_is_exact_to_a_pixel(text: str) -> None:
    measure = ruler()
    widths = measure.narrowest(text, NAME, 4)

    assert [len(measure.lines(text, NAME, width)) for width in widths] == list(range(1, len(widths) + 1))
    assert all(len(measure.lines(text, NAME, width - 2)) > count for count, width in enumerate(widths[:-1], 1))


def test_a_list_side_by_side_needs_fewer_rows_of_more_width() -> None:
    chart = chart_of(long_journey(8, 1))
    rows = list_rows(chart.stages[0], chart, ruler())

    assert rows[0] == inf  # three lists of eight names at most
    assert rows[7] < rows[3] < rows[2] < inf
    assert list(rows) == sorted(rows, reverse=True)
    assert text_rows(None, NAME, ruler()) == ()


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.parent.name)
def test_all_ways_to_place_the_stages_fill_the_width(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    for columns in column_choices(chart, ruler(), listed=True):
        assert sum(width for _, width in columns.stages) == pytest.approx(stages_room(chart))
        assert columns.named


def test_a_reason_keeps_its_distance_from_the_river_and_from_other_reasons() -> None:
    chart = chart_of(example("ski-shop").read_bytes())
    columns = place_columns(chart, ruler(), [CARD_WIDTH] * len(chart.stages))
    inside, *below = reasons(chart, columns, ruler(), 48.0)
    heights = [river_height(volume.level, 48.0) for volume in chart.volumes]

    assert (inside.line.text, inside.fill) == ("Buys on a marketplace", "on-stage")
    assert [reason.top for reason in below] == [pytest.approx(height + 6) for height in heights[1:3]]
    assert [reason.x for reason in below] == [x + 6 for x, _ in columns.stages[1:3]]


def test_the_river_gets_lower_on_the_way_to_the_next_stage() -> None:
    stretch = Stretch(0, 0.0, 100.0, 1.0)
    at = [river_height_at(stretch, 0.5, 40.0, x) for x in (0, 30, 67.5, 100, 101)]

    assert at == pytest.approx([40, 40, 30, 20, 0])
    assert river_height_at(stretch._replace(level=None), 0.5, 40.0, 10) == 0

"""What the signs of a poster refer to: the legend to what is drawn, numbers to names, light to faces."""

from collections.abc import Container, Iterable, Iterator
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path as FilePath

import pytest

from mapgen.layout.curve import samples
from mapgen.layout.poster.columns import place_columns
from mapgen.layout.poster.sizes import FACE, LEFT, RIGHT, STAR, WORD
from mapgen.layout.poster.stars import star_places
from mapgen.layout.scene import Circle, Group, Label, Line, Path, Rect, Scene
from mapgen.layout.text import TextMeasurer
from tests.layout.geometry import flat, groups, ink, labels
from tests.layout.test_poster import EXAMPLES, TYPEFACE, chart_of, drawn, scene_of, texts

(AIRLINE,) = (path for path in EXAMPLES if path.parent.name == "airline")


def aimed(count: int) -> str:
    """Write a journey of guesses with a target at each touchpoint."""
    steps = (f"{{name: Does thing {number}, emotion: {{score: 1, target: 2}}}}" for number in range(count))
    stage = f"{{name: All, touchpoints: [{', '.join(steps)}]}}"
    return f"title: Aims\nevidence: [{{id: counted, title: Counted}}]\nstages: [{stage}]\n"


def test_the_legend_explains_what_there_is_room_to_draw() -> None:
    few, many = scene_of(aimed(5)), scene_of(aimed(120))

    assert "target emotion" in texts(few)
    assert "target emotion" not in texts(many)
    assert "hypothesis: no evidence yet" in texts(many)
    assert [item.dash for item in drawn(many) if isinstance(item, Circle)] == [None]  # as on the curve


def test_more_touchpoints_than_a_curve_can_show_need_no_signs() -> None:
    assert not {"target emotion", "hypothesis: no evidence yet"} & {*texts(scene_of(aimed(300)))}


@pytest.mark.parametrize("score", [-2, -1, 0, 1, 2])
def test_light_widens_from_a_star_fades_and_ends_around_its_face(score: int) -> None:
    touchpoint = f"{{name: Waits, emotion: {score}, moment_of_truth: trust}}"
    scene = scene_of(f"title: Light\nstages: [{{name: All, touchpoints: [{touchpoint}]}}]\n")
    (beam,) = (item for item in drawn(scene) if isinstance(item, Path) and item.fill == "spot")
    (face,) = (item for item in flat(scene.items) if isinstance(item, Circle) and item.radius >= FACE)
    places = [(x, y) for _, own in beam.segments for x, y in zip(own[::2], own[1::2], strict=True)]
    top = min(y for _, y in places)

    def width(ys: Container[float]) -> float:
        xs = [x for x, y in places if y in ys]
        return max(xs) - min(xs)

    assert beam.fade
    assert beam.fade[0] <= top
    assert width([top]) < 2 * face.radius < width([face.cy])
    assert 0 < max(y for _, y in places) - (face.cy + face.radius) < 12


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_stars_and_faces_are_whole_and_within_the_margins(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    stars = sorted(
        sum(places[0] for _, places in item.segments[:-1]) / 10
        for item in flat(scene.items)
        if isinstance(item, Path) and item.fill == "star"
    )[1:]  # the first one is in the legend
    faces = [
        (before.cx, before.cy, before.radius)
        for before, after in pairwise(flat(scene.items))
        if isinstance(before, Circle)
        and isinstance(after, Path)
        and {command for command, _ in after.segments} >= {"C"}
    ]

    assert all(after - before >= 2 * STAR for before, after in pairwise(stars))
    assert all(LEFT - radius <= x - radius and x + radius <= RIGHT for x, _, radius in faces)
    for (x, y, radius), (other_x, other_y, other) in combinations(faces, 2):
        assert hypot(x - other_x, y - other_y) >= radius + other - 0.01


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_number_is_below_the_curve(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    axis = {label.text for label in labels(scene.items) if label.anchor == "middle" and label.text.isdecimal()}
    parts = [
        item
        for item in flat_groups(scene)
        if is_of(item, "touchpoint") or is_of(item, "thought") or is_of(item, "pain")
    ]
    told = {text for item in parts if (text := first_word(item)).isdecimal()}

    assert told
    assert told <= axis


def flat_groups(scene: Scene) -> Iterator[Group]:
    return (item for item in groups(scene.items) if item.anchor)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_group_that_the_page_makes_a_link_is_empty(path: FilePath) -> None:
    assert [item.anchor for item in flat_groups(scene_of(path.read_bytes())) if item.anchor and not item.items] == []


def first_word(item: Group) -> str:
    return next((label.text for label in labels(item.items)), " ").split()[0]


def is_of(item: Group, what: str) -> bool:
    """Return whether a group is of a kind of thing."""
    return (item.anchor or "").startswith(f"poster-{what}-")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_number_below_the_curve_and_on_a_flag_has_its_name_in_the_list(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    listed = [item for item in drawn(scene) if isinstance(item, Group) and is_of(item, "touchpoint")]
    numbers = {first_word(item): item for item in listed}
    axis = {label.text for label in labels(scene.items) if label.anchor == "middle" and label.text.isdecimal()}
    flagged = {
        text.split(" ")[0]
        for item in flat_groups(scene)
        if is_of(item, "thought")
        for text in (label.text for label in labels(item.items) if not label.slant)
        if text[0].isdecimal()
    }

    assert axis | flagged == {*numbers}
    assert {next(iter(labels((item,)))).fill for item in listed} == {"muted"}  # red means a pain point


def test_a_list_of_some_names_is_in_the_columns_of_the_stages_and_reaches_over_those_without_a_name() -> None:
    chart = chart_of(AIRLINE.read_bytes())
    scene = scene_of(AIRLINE.read_bytes())
    stage_of = {f"poster-touchpoint-{moment.id}": moment.stage for moment in chart.moments}
    rules = {item.anchor: item.items[0] for item in flat_groups(scene) if is_of(item, "stage") and item.anchor}
    starts: dict[int, float] = {}
    for item in flat_groups(scene):
        if item.anchor in stage_of:
            starts.setdefault(stage_of[item.anchor], min(label.x for label in labels(item.items)))
    for stage, x in starts.items():
        rule = rules[f"poster-stage-{chart.stages[stage].id}"]
        assert isinstance(rule, Rect)
        assert -100 < x - rule.x < rule.width


def test_names_stand_below_their_stages_where_there_is_room() -> None:
    stages = ", ".join(
        f"{{name: Stage {stage}, touchpoints: [{', '.join(f'{{name: Does a thing {stage} {n}}}' for n in range(5))}]}}"
        for stage in range(4)
    )
    scene = scene_of(f"title: Names\nstages: [{stages}]\n")
    edges = [label.x for label in labels(scene.items) if label.text.startswith("Stage ")]
    columns = {
        min(label.x for label in labels(item.items))
        for item in drawn(scene)
        if isinstance(item, Group) and is_of(item, "touchpoint")
    }

    assert len(columns) == 4
    assert all(0 <= column - edge < 30 for column, edge in zip(sorted(columns), edges, strict=True))


def test_what_is_stated_of_a_stage_has_flags_and_stars_too() -> None:
    journey = """\
title: Mortgage
stages:
  - {name: Compare, emotion: {score: -2, feeling: lost}, thoughts: [Whom can I ask?]}
  - name: Apply
    moment_of_truth: trust
    quotes: [They asked three times.]
    touchpoints: [{name: Signs, emotion: 1}, {name: Sends, emotion: 0}]
"""
    scene = scene_of(journey)

    assert [voice.text for voice in chart_of(journey).voices] == ["“Whom can I ask?”", "“They asked three times.”"]
    assert {"Lost", "lowest", "“They asked three times.”"} <= {*texts(scene)}
    assert [item.fill for item in stars(scene)] == ["star"]


def stars(scene: Scene) -> list[Path]:
    """Return the stars over the curve."""
    groups = (
        item for item in drawn(scene) if isinstance(item, Group) and (item.anchor or "").startswith("poster-emotion-")
    )
    return [item for group in groups for item in group.items if isinstance(item, Path) and item.fill == "star"]


def feeling_words(scene: Scene) -> list[Label]:
    return [
        item for item in drawn(scene) if isinstance(item, Label) and item.anchor == "middle" and item.size == WORD.size
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_feeling_stands_in_the_area_between_the_curve_and_neutral(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    (zero,) = (item.y1 for item in drawn(scene) if isinstance(item, Line) and item.stroke == "bar")
    lines = [item for item in drawn(scene) if isinstance(item, Path) and item.stroke == "ink" and not item.dash]
    curve = [point for line in lines for point in samples(line.segments, 2)]

    for word in feeling_words(scene):
        box = ink(word, rtl=False)
        near = [(min(y, zero), max(y, zero)) for x, y in curve if box.x < x < box.x + box.width]
        assert all(box.y + box.height <= top or bottom <= box.y for top, bottom in near), word.text


def felt(scores: Iterable[int], more: str) -> str:
    """Write a journey with a score at each touchpoint, which all have more keys."""
    steps = ", ".join(f"{{name: T{index}, emotion: {score}, {more}}}" for index, score in enumerate(scores))
    return f"title: T\nstages: [{{name: S, touchpoints: [{steps}]}}]\n"


def test_many_moments_of_truth_have_small_stars_above_their_faces() -> None:
    chart = chart_of(felt([2, -1] * 60, "moment_of_truth: trust"))
    columns = place_columns(chart, TextMeasurer(TYPEFACE), [0.0])
    radius, places = star_places(chart, columns)

    assert radius < STAR
    assert all(abs(places[moment.id] - columns.x(moment)) <= 24 for moment in chart.moments)
    assert all(after - before >= 2 * radius for before, after in pairwise(sorted(places.values())))


def test_a_number_that_would_be_far_from_its_point_is_left_out_with_its_name() -> None:
    scene = scene_of(felt([2, -1] * 60, "moment_of_truth: trust"))
    axis = {label.text for label in labels(scene.items) if label.anchor == "middle" and label.text.isdecimal()}
    named = {first_word(item) for item in flat_groups(scene) if is_of(item, "touchpoint") or is_of(item, "thought")}

    assert 20 < len(axis) < 60
    assert named <= axis


PAIR = """\
title: Pair
personas: [{id: ann, name: Ann Lee}, {id: ben, name: Ben Ross}, {id: kim, name: Kim Ito}]
stages:
  - name: S
    touchpoints:
      - {name: A, emotion: 2}
      - {name: B, emotion: {score: -2, by: {ann: 0, ben: 0, kim: 1}}}
      - {name: C, emotion: 2}
"""


def test_personas_with_the_same_score_are_whole_discs_with_a_line_to_the_point_clear_of_the_curve() -> None:
    scene = scene_of(PAIR)
    (group,) = (item for item in flat_groups(scene) if item.anchor == "poster-emotion-b")
    people = [one for one in group.items if isinstance(one, Circle) and (one.fill or "").startswith("person-")]
    leads = [item for item in group.items if isinstance(item, Line)]
    (line,) = (item for item in drawn(scene) if isinstance(item, Path) and item.stroke == "ink")
    faces = [item for item in group.items if isinstance(item, Circle) and item not in people]

    assert {label.text for label in labels(group.items)} == {"A", "B", "K"}
    for one, other in combinations(people, 2):
        assert hypot(one.cx - other.cx, one.cy - other.cy) >= one.radius + other.radius
    assert all(lead.x1 == lead.x2 == faces[0].cx and max(lead.y1, lead.y2) == faces[0].cy for lead in leads)
    for one in people:
        assert not [(x, y) for x, y in samples(line.segments, 2) if hypot(x - one.cx, y - one.cy) < one.radius]


def test_a_disc_stands_aside_of_a_pole_and_a_target_beside_a_disc() -> None:
    journey = """\
title: Aside
personas: [{id: ann, name: Ann Lee}]
stages:
  - name: S
    touchpoints:
      - {name: A, emotion: 2}
      - {name: B, thought: No., emotion: {score: -2, target: 0, by: {ann: 1}}}
      - {name: C, emotion: {score: 1, target: 2, by: {ann: 2}}}
"""
    scene = scene_of(journey)
    aside = {}
    for anchor in ("poster-emotion-b", "poster-emotion-c"):
        (group,) = (item for item in flat_groups(scene) if item.anchor == anchor)
        (disc,) = (item for item in group.items if isinstance(item, Circle) and item.fill == "person-1")
        (target,) = (item for item in group.items if isinstance(item, Path) and item.fill == "paper" and item.stroke)
        (lead,) = (item for item in group.items if isinstance(item, Line) and item.stroke == "person-1")
        point = next(item for item in group.items if isinstance(item, Circle) and item is not disc)
        x = target.segments[0][1][0]
        aside[anchor[-1]] = disc.cx != point.cx, x != point.cx

        assert abs(disc.cx - x) > disc.radius + 5
        assert {(lead.x1, lead.y1), (lead.x2, lead.y2)} == {(disc.cx, disc.cy), (point.cx, point.cy)}
    assert aside == {"b": (True, False), "c": (False, True)}


def faces_of(scene: Scene) -> dict[str, float]:
    """Return the radius of the face of each touchpoint that has one."""
    return {
        anchor: sign.radius
        for group in flat_groups(scene)
        for sign, after in pairwise(group.items)
        if (anchor := group.anchor) and isinstance(sign, Circle) and isinstance(after, Path) and after.stroke
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_lowest_moment_has_the_largest_face(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    faces = faces_of(scene_of(path.read_bytes()))
    lowest = [f"poster-emotion-{moment}" for moment in chart.lowest]

    assert lowest
    others = [radius for anchor, radius in faces.items() if anchor not in lowest]
    assert all(radius < faces[anchor] for anchor in lowest for radius in others)


def test_where_all_feel_well_no_face_is_larger() -> None:
    assert chart_of(felt([1, 0, 2], "action: Waits")).lowest == set()
    assert chart_of(felt([-1, -1, 2, -1, -1], "action: Waits")).lowest == {"t0"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_each_mark_is_told_once(path: FilePath) -> None:
    told = [part for text in texts(scene_of(path.read_bytes())) for part in text.split(" · ")]

    assert all(told.count(mark) <= 1 for mark in ("lowest", "peak", "end"))
    assert "lowest" in told or path == AIRLINE


LOWEST = """\
title: Lowest
scenario: It is winter and the heating has failed again.
stages:
  - name: S
    touchpoints:
      - {name: Waits, emotion: {score: -2, feeling: FEELING}}
      - {name: Hopes, emotion: {score: 1, feeling: calm}, thought: Perhaps.}
      - {name: Thanks, emotion: 2, thought: At last.}
"""


@pytest.mark.parametrize("feeling", ["cold", "cold and ashamed of the children in their coats"])
def test_the_lowest_moment_has_a_flag_even_if_it_has_only_a_feeling(feeling: str) -> None:
    scene = scene_of(LOWEST.replace("FEELING", feeling))
    (flag,) = (item for item in flat_groups(scene) if item.anchor == "poster-thought-waits")

    (mark, *_) = [text for text in texts(scene) if text.endswith("lowest")]

    assert " ".join(label.text for label in labels(flag.items)) == f"C{feeling[1:]} {'1' if mark == 'lowest' else mark}"


def test_of_equal_lowest_moments_one_that_says_something_has_the_flag() -> None:
    journey = (
        LOWEST.replace(", feeling: FEELING", "").replace("score: -2", "score: -1").replace("score: 1", "score: -1")
    )

    assert [voice.moment.id for voice in chart_of(journey).voices] == ["hopes", "thanks"]


def test_thoughts_are_in_italics_where_their_script_has_some() -> None:
    slanted = {label.text: label.slant for label in labels(scene_of(LOWEST.replace("At last.", "ありがとう")).items)}

    assert slanted["“Perhaps.”"]
    assert not any(slant for text, slant in slanted.items() if text != "“Perhaps.”")


def test_the_last_score_has_a_face_unless_that_would_cover_other_scores() -> None:
    def faces(count: int) -> int:
        scene = scene_of(felt([1] * count, "action: Waits"))
        return len([item for item in flat(scene.items) if isinstance(item, Circle) and item.radius > 12])

    assert (faces(5), faces(120)) == (1, 0)


@pytest.mark.parametrize(
    ("pain", "fill"),
    [
        ("pain_points: [Dark]", "bad"),
        ("pain_points: [{text: Dark, severity: low}]", "bad"),
        (
            "pain_points: [{id: dark, text: Dark}], opportunities: [{text: Lamp, addresses: [dark], status: done}]",
            "muted",
        ),
        (
            "pain_points: [{id: dark, text: Dark}], opportunities: [{text: Lamp, addresses: [dark], status: dropped}]",
            "muted",
        ),
        ("thought: Hm.", "muted"),
    ],
)
def test_a_number_below_the_curve_is_red_if_it_has_an_open_pain_point_as_on_its_card(pain: str, fill: str) -> None:
    scene = scene_of(f"title: T\nstages: [{{name: S, touchpoints: [{{name: Waits, emotion: -1, {pain}}}]}}]\n")
    numbers = {label.fill for label in labels(scene.items) if label.text == "1" and label.anchor == "middle"}

    assert numbers == {fill}
    legend = [label for label in labels(scene.items) if label.text == "open pain point" and label.anchor == "start"]
    assert bool(legend) == (fill == "bad")
    assert bool(legend) == ("#" in texts(scene))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_numbers_on_flags_are_not_set_like_feelings(path: FilePath) -> None:
    flags = [item for item in groups(scene_of(path.read_bytes()).items) if (item.anchor or "").startswith("poster-th")]

    assert flags
    told = (label for flag in flags for label in labels(flag.items) if not label.slant)
    for label in (label for label in told if label.text[:1].isdigit()):
        assert (label.fill, label.weight) == ("muted", 400)


def test_the_mark_of_a_long_feeling_is_on_the_curve() -> None:
    scene = scene_of(LOWEST.replace("FEELING}", "cold and quite ashamed}, thought: Hm"))
    (flag,) = (item for item in groups(scene.items) if item.anchor == "poster-thought-waits")
    rows = sorted(labels(flag.items), key=lambda label: label.y)
    (mark,) = (item for item in feeling_words(scene) if item.text == "lowest")

    assert [label.text for label in rows] == ["Cold and quite ashamed", "1", "“Hm”"]
    assert mark.y > rows[-1].y


def test_long_words_on_a_flag_take_the_room_that_is_there() -> None:
    words = "Nobody told me on the phone that the heating would need a part that takes two weeks to arrive."
    scene = scene_of(LOWEST.replace("FEELING}", f"cold}}, thought: {words}"))
    (flag,) = (item for item in groups(scene.items) if item.anchor == "poster-thought-waits")
    rows = {label.y for label in labels(flag.items)}

    assert len(rows) <= 3  # the feeling and two lines


def test_a_feeling_is_broken_so_that_its_number_and_mark_stand_behind_it() -> None:
    steps = ", ".join(
        f"{{name: T{n}, emotion: {{score: {score}, feeling: dizzy and ashamed}}, thought: Hm {n}, pain_points: [Bad]}}"
        for n, score in enumerate([0, -2, 1, 0, 2, 1, 0, 1])
    )
    scene = scene_of(f"title: T\nstages: [{{name: S, touchpoints: [{steps}]}}]\n")
    flags = [item for item in groups(scene.items) if (item.anchor or "").startswith("poster-thought-")]

    assert flags
    for flag in flags:
        rows = sorted({round(label.y, 2) for label in labels(flag.items)})
        (number,) = (label for label in labels(flag.items) if label.text[0].isdecimal())
        assert number.y < rows[-1]


def test_a_list_of_some_touchpoints_says_of_how_many() -> None:
    assert "14 of 115" in texts(scene_of(AIRLINE.read_bytes()))


WHERE = """
title: Coffee
channels: [App, {name: Counter, mode: offline}, Website, Phone]
stages:
  - {name: Order, channels: [App, Counter, Website], touchpoints: [Looks at the menu, Chooses, Pays]}
  - name: Wait
    channels: [Website]
    touchpoints: [{name: Stands in line, channels: [Counter, Phone]}, {name: Hears the name, channels: [Counter]}]
  - {name: Leave, touchpoints: [Walks away]}
"""


def pills(text: str) -> list[tuple[str, Rect, int]]:
    """Return the pills of the band "where": the channels that they tell, their shape and the number of their icons."""
    return [
        (group.tip, pill, len(icons))
        for group in groups(scene_of(text).items)
        for pill, *icons in (group.items,)
        if group.tip and isinstance(pill, Rect)
    ]


def test_channels_of_a_stage_share_a_pill_below_its_touchpoints_and_those_of_a_touchpoint_stand_below_it() -> None:
    shown = pills(WHERE)

    assert [(tip, icons) for tip, _, icons in shown] == [
        ("App, Counter, Website", 3),
        ("Counter, Phone", 2),
        ("Counter", 1),
    ]
    assert [pill.fill for _, pill, _ in shown] == ["track", "track", "ink"]
    assert shown[0][1].width > 2 * shown[1][1].width

"""What the poster holds for any journey: one sheet that can be read, with the curve as its hero."""

from collections.abc import Iterator
from itertools import combinations
from math import hypot
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings

from mapgen import pipeline, resources
from mapgen.analysis import analyze
from mapgen.charts.poster import PosterChart, poster
from mapgen.lanes.lane import lane_context
from mapgen.layout.curve import monotone
from mapgen.layout.poster import arrange_poster
from mapgen.layout.poster.areas import side_area
from mapgen.layout.poster.columns import place_columns
from mapgen.layout.poster.sizes import STAGE
from mapgen.layout.scene import Box, Circle, Group, Item, Label, Path, Rect, Scene
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface
from mapgen.words import Words
from tests.layout.geometry import faults, ink, labels
from tests.layout.geometry import groups as all_groups
from tests.properties.journeys import journeys, spec

ROOT = FilePath(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/*.journey.yaml"))
CASES = sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))
TYPEFACE = Typeface(resources.font())
LARGEST_RATIO = 0.71
SMALLEST_TEXT = 0.0103  # of the width
CURVE_SHARE = 0.25


def chart_of(text: str | bytes) -> PosterChart:
    journey = pipeline.check(text, name="journey.yaml").journey
    assert journey
    return poster(lane_context(journey, analyze(journey), Words(journey.language)))


def scene_of(text: str | bytes) -> Scene:
    return arrange_poster(chart_of(text), TYPEFACE)


def texts(scene: Scene) -> list[str]:
    return [label.text for label in labels(scene.items)]


def drawn(scene: Scene) -> list[Item]:
    """Return what lies directly in the bands, from the ground up."""
    return [item for band in scene.items if isinstance(band, Group) for item in band.items]


def bands(scene: Scene) -> Iterator[tuple[Box, tuple[str, ...]]]:
    """Yield the box of each band, with the anchors in it."""
    for item in scene.items:
        assert isinstance(item, Group)
        assert item.box
        yield item.box, tuple(one.anchor for one in item.items if isinstance(one, Group) and one.anchor)


def is_sound(scene: Scene) -> None:
    assert faults(scene) == []
    assert [label.text for label in labels(scene.items) if label.size < SMALLEST_TEXT * scene.width] == []
    assert scene.height <= LARGEST_RATIO * scene.width


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=lambda path: path.parent.name)
def test_it_is_one_sheet_on_which_all_can_be_read(path: FilePath) -> None:
    is_sound(scene_of(path.read_bytes()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_it_fits_the_page_of_slides(path: FilePath) -> None:
    scene = arrange_poster(chart_of(path.read_bytes()), TYPEFACE, paper="slide")

    is_sound(scene)
    assert scene.height / scene.width == 9 / 16


@settings(max_examples=40)
@given(journeys)
def test_so_it_is_for_any_journey(data: dict[str, object]) -> None:
    is_sound(scene_of(spec(data)))


def long_journey(count: int, stages: int) -> str:
    lines = ["title: A journey with many touchpoints", "stages:"]
    for stage in range(stages):
        lines += [f"  - name: Stage {stage + 1}", "    touchpoints:"]
        for number in range(stage, count, stages):
            lines.append(
                f"      - {{name: Does thing {number + 1}, emotion: {number % 5 - 2}, thought: Number {number}?}}"
            )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("count", "stages"),
    [(1, 1), (2, 2), (14, 4), (40, 5), (41, 5), (100, 8), (251, 9), (1000, 12), (1000, 100), (60, 60)],
)
def test_so_it_is_for_any_number_of_touchpoints_and_stages(count: int, stages: int) -> None:
    is_sound(scene_of(long_journey(count, stages)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_curve_has_a_quarter_of_the_height(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    curve = next(box for box, anchors in bands(scene) if any("-emotion-" in anchor for anchor in anchors))

    assert curve.height >= CURVE_SHARE * scene.height


def test_bands_without_content_are_left_out() -> None:
    scene = scene_of("title: Coffee\nstages: [{name: Arrive}, {name: Order}]\n")

    assert texts(scene) == ["Coffee", "Arrive", "Order"]
    assert scene.height < 300


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_up_to_forty_touchpoints_are_all_named(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    scene = arrange_poster(chart, TYPEFACE)
    named = {anchor for _, anchors in bands(scene) for anchor in anchors}
    few = len(chart.moments) <= 40

    for moment in chart.moments:
        if few:
            assert f"poster-touchpoint-{moment.id}" in named
        elif moment.starred:
            assert {f"poster-touchpoint-{moment.id}", f"poster-thought-{moment.id}"} & named


JOURNEY = """\
title: Coffee
scenario: It rains.
evidence: [{id: counted, title: Counted}]
personas: [{id: ana, name: Ana Ruiz}, {id: ben, name: Ben Okoro}]
stages:
  - name: Arrive
    volume: 100
    touchpoints:
      - name: Sees the queue
        thought: So long.
        emotion: {score: -2, feeling: annoyed, by: {ana: -2, ben: 1}}
        pain_points:
          - {id: long, text: The queue is long, severity: high, evidence: [counted]}
          - {id: wet, text: It is wet, severity: low}
      - {name: Waits, thought: And on.}
  - name: Order
    volume: 40
    touchpoints:
      - name: Orders
        thought: At last.
        emotion: {score: 2, feeling: glad}
        moment_of_truth: delight
        opportunities:
          - {text: Order ahead, addresses: [long], status: planned}
          - {text: A roof, addresses: [wet], status: done}
        exits: [{kind: abandon, reason: Too dear}]
"""


def test_voices_are_those_of_the_lowest_moment_and_the_peak_first() -> None:
    assert [(voice.feeling, voice.text) for voice in chart_of(JOURNEY).voices] == [
        ("annoyed", "“So long.”"),
        ("glad", "“At last.”"),
    ]


def test_a_stage_shows_its_worst_open_pain_point_with_what_is_done() -> None:
    (card,) = chart_of(JOURNEY).pains

    assert (card.text, card.level, card.status, card.remedy) == ("The queue is long", 3, "Planned", "Order ahead")
    assert card.more is None  # the other one is solved


def test_a_pain_point_with_a_remedy_in_progress_shows_it_though_another_is_done() -> None:
    journey = JOURNEY.replace("A roof, addresses: [wet]", "A roof, addresses: [wet, long]")
    (planned,) = chart_of(journey).pains
    (card,) = chart_of(journey.replace("planned", "in-progress")).pains

    assert (planned.done, planned.status) == (True, "Done")
    assert (card.done, card.status, card.remedy) == (False, "In progress", "Order ahead")


def test_a_pain_point_that_nobody_works_on_says_so() -> None:
    scene = scene_of(JOURNEY.replace("addresses: [long]", "addresses: []"))

    assert "Nobody works on it" in texts(scene)


def test_a_voice_without_a_feeling_begins_with_a_capital() -> None:
    assert "Lowest" in texts(scene_of(JOURNEY.replace(", feeling: annoyed", "")))


def test_a_remedy_stands_below_its_status_where_there_is_room() -> None:
    label = {label.text: label for label in labels(scene_of(JOURNEY).items)}

    assert label["Order ahead"].x == label["→ Planned"].x
    assert label["Order ahead"].y > label["→ Planned"].y


def test_the_arrow_to_a_remedy_runs_with_the_text() -> None:
    statuses = [text for text in texts(scene_of(f"language: ar\n{JOURNEY}")) if "←" in text or "→" in text]

    assert [text.strip("\N{RIGHT-TO-LEFT MARK}")[0] for text in statuses] == ["←"]


def test_only_personas_who_feel_otherwise_are_on_the_curve() -> None:
    assert [moment.others for moment in chart_of(JOURNEY).moments] == [((1, 0.75),), (), ()]


def test_the_lines_of_personas_differ_without_their_color() -> None:
    by = [", ".join(f"p{person}: {(person + place) % 5 - 2}" for person in range(4)) for place in range(3)]
    touchpoints = ", ".join(f"{{name: T{place}, emotion: {{by: {{{scores}}}}}}}" for place, scores in enumerate(by))
    people = ", ".join(f"{{id: p{person}, name: Person {person}}}" for person in range(4))
    scene = scene_of(f"title: A\npersonas: [{people}]\nstages: [{{name: B, touchpoints: [{touchpoints}]}}]\n")

    lines = [item for item in drawn(scene) if isinstance(item, Path) and (item.stroke or "").startswith("person-")]
    assert len(lines) == 4
    assert len({line.dash for line in lines}) == 4


def discs(scene: Scene) -> Iterator[tuple[list[Circle], list[Label]]]:
    """Yield the discs of the people at each touchpoint, with what stands in them."""
    for item in drawn(scene):
        if isinstance(item, Group) and item.anchor and "-emotion-" in item.anchor:
            roles = ((one, one.stroke or one.fill or "") for one in item.items if isinstance(one, Circle))
            people = [one for one, role in roles if role.startswith("person-")]
            yield people, [one for one in item.items if isinstance(one, Label)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_people_who_feel_the_same_stand_side_by_side(path: FilePath) -> None:
    for people, _ in discs(scene_of(path.read_bytes())):
        for one, other in combinations(people, 2):
            assert hypot(one.cx - other.cx, one.cy - other.cy) >= one.radius + other.radius


def test_a_disc_is_wide_enough_for_two_letters() -> None:
    ((people, letters),) = (found for found in discs(scene_of(JOURNEY.replace("Ben Okoro", "Ann Wood"))) if found[0])

    assert [letter.text for letter in letters] == ["AW"]
    assert people[0].radius > letters[0].width / 2 + 3


def test_no_two_people_have_the_same_letters() -> None:
    chart = chart_of(JOURNEY.replace("Ben Okoro", "Ada Reed"))

    assert [person.letter for person in chart.people] == ["AR", "Ad"]


def test_the_figures_are_evidence_open_pain_points_and_who_reaches_the_last_stage() -> None:
    assert [
        (figure.value.replace("\N{NO-BREAK SPACE}", " "), figure.label) for figure in chart_of(JOURNEY).figures
    ] == [
        ("17 %", "backed by evidence"),
        ("1", "open pain point"),
        ("40 %", "reach the last stage"),
    ]


def test_without_evidence_no_share_of_it_is_told() -> None:
    without = JOURNEY.replace("evidence: [{id: counted, title: Counted}]\n", "").replace(", evidence: [counted]", "")

    assert [figure.label for figure in chart_of(without).figures] == ["open pain point", "reach the last stage"]


def test_the_river_tells_who_is_lost_and_why() -> None:
    arrive, order = chart_of(JOURNEY).volumes

    assert (arrive.size, arrive.level, arrive.heavy, arrive.reason) == ("100", 1, True, None)
    assert (order.size, order.level, order.change) == ("40", 0.4, None)


def test_the_light_of_a_star_reaches_its_face_over_the_area_of_the_curve() -> None:
    journey = JOURNEY.replace("thought: And on.", "thought: And on., emotion: -1")
    fills = [item.fill for item in drawn(scene_of(journey)) if isinstance(item, Path)]

    assert fills.index("spot") > fills.index("good-tint")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_title_and_the_figures_stand_on_one_line(path: FilePath) -> None:
    chart = chart_of(path.read_bytes())
    head, *_ = arrange_poster(chart, TYPEFACE).items
    label = {label.text: label for label in labels((head,))}

    assert {label[figure.value].y for figure in chart.figures} == {label[chart.title].y}


EXITS = """\
title: Leaving a gym
stages:
  - name: Decide
    touchpoints:
      - {name: Skips a month, exits: [{kind: abandon, reason: Pays on, share: 0.2}]}
      - {name: Searches, exits: [{kind: abandon, reason: Gives up, share: 0.6}]}
      - {name: Leaves, exits: [{kind: convert, share: 1}]}
"""


def test_of_a_hundred_the_largest_loss_and_the_success_are_strong() -> None:
    scene = scene_of(EXITS)
    bars = [item.fill for item in drawn(scene) if isinstance(item, Rect) and item.fill in {"loss-1", "loss-2", "good"}]
    label = {label.text: label for label in labels(scene.items)}

    assert bars == ["loss-1", "loss-2", "good"]
    assert (label["20"].x - 8, label["20"].fill) == (label["Pays on"].x, "ink")
    assert (label["48"].x - 8, label["48"].fill) == (label["Gives up"].x, "paper")


def test_long_names_of_stages_get_room_for_few_lines() -> None:
    names = [
        "Manage the own booking and the seats",
        "Go",
        "Find the gate at the large airport",
        "Rest",
        "Get home again",
    ]
    names += ["Wait for the next one at the hub"]
    stages = "".join(
        f"  - {{name: {name}, touchpoints: [{'{name: A}, ' * (1 if ' ' in name else 9)}]}}\n" for name in names
    )
    ruler = TextMeasurer(TYPEFACE)
    columns = place_columns(chart_of(f"title: A flight\nstages:\n{stages}"), ruler, [170.0] * len(names))
    lines = [len(ruler.lines(n, STAGE, width)) for n, (_, width) in zip(names, columns.stages, strict=True)]

    assert max(lines) <= 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_feeling_is_written_into_the_light_of_a_star(path: FilePath) -> None:
    scene = scene_of(path.read_bytes())
    words = [ink(item, rtl=False) for item in drawn(scene) if isinstance(item, Label) and item.anchor == "middle"]
    lights = [item.segments for item in drawn(scene) if isinstance(item, Path) and item.fill == "spot"]

    for (_, (left, top)), (_, (right, _)), (_, (_, low)), *_ in lights:
        middle = (left + right) / 2
        assert [word for word in words if word.x < middle < word.x + word.width and top < word.y < low] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_line_ends_with_a_separator(path: FilePath) -> None:
    assert [text for text in texts(scene_of(path.read_bytes())) if text.endswith("·")] == []


def test_an_area_lies_on_one_side_of_neutral_and_ends_where_the_curve_crosses_it() -> None:
    curve = monotone([(0, 10), (30, 40)])
    above, below = side_area(curve, 25, above=True), side_area(curve, 25, above=False)

    assert [round(place) for command, places in above if command == "C" for place in places][-2:] == [15, 25]
    assert [round(place) for command, places in below if command == "L" for place in places] == [30, 25]


def test_pieces_of_an_area_that_follow_each_other_are_one_part_without_a_seam() -> None:
    curve = monotone([(0, 10), (30, 20), (60, 40), (90, 10)])

    above = "".join(command for command, _ in side_area(curve, 25, above=True))

    assert above == "MLCCZMCLZ"


CHOSEN = "poster: {headline: Nobody waits for coffee., voices: [orders, waits], pains: [wet]}\n"


def test_the_author_can_choose_voices_and_pain_points() -> None:
    chart = chart_of(JOURNEY + CHOSEN)

    assert [voice.text for voice in chart.voices] == ["“At last.”", "“And on.”"]
    assert [(card.text, card.more) for card in chart.pains] == [("It is wet", "+1 more")]
    assert [card.text for card in chart.worst] == ["It is wet"]


def test_what_the_author_chooses_must_be_there() -> None:
    unknown = pipeline.check(JOURNEY + "poster: {voices: [ordrs], pains: [wett]}\n", name="journey.yaml")

    assert [(found.code, found.hint) for found in unknown.diagnostics] == [
        ("unknown-touchpoint", 'did you mean "orders"?'),
        ("unknown-pain-point", 'did you mean "wet"?'),
    ]


WHOLE_STAGES = """\
title: A flight
stages:
  - {name: Plan, emotion: 1, touchpoints: [Searches, Compares, Asks]}
  - {name: Book, touchpoints: [{name: Pays, emotion: 0}, Waits, {name: Gets it, emotion: 2}]}
  - {name: Fly, emotion: -2}
"""


@pytest.mark.parametrize(("gaps", "count"), [("join", 1), ("break", 0)])
def test_the_emotion_of_a_stage_is_a_point_of_the_curve(gaps: str, count: int) -> None:
    scene = scene_of(f"emotion_curve: {{gaps: {gaps}}}\n{WHOLE_STAGES}".encode())
    lines = [item for item in drawn(scene) if isinstance(item, Path) and item.stroke == "ink" and not item.fill]
    numbers = {item.text: item.x for item in drawn(scene) if isinstance(item, Label) and item.text in "123"}

    assert lines[0].segments[0][1][0] == pytest.approx(numbers["2"])
    assert sum(line.dash is not None for line in lines) == count
    assert ("emotion not stated" in texts(scene)) is bool(count)
    assert not faults(scene)


SOLVED = """\
title: Pest
stages:
  - {name: Call, volume: 1000, touchpoints: [{name: Calls, exits: [{kind: abandon, share: 0.1, reason: Dear}]}]}
  - name: Visit
    volume: 900
    touchpoints: [{name: Is visited, exits: [{kind: convert, share: 0.6, reason: Solved}, {kind: churn, share: 0.1}]}]
  - {name: Contract, volume: 270, touchpoints: [Signs]}
"""


def test_who_has_converted_is_not_lost_but_a_good_branch_of_the_river() -> None:
    chart = chart_of(SOLVED)
    visit = chart.volumes[1]

    assert (visit.change, visit.converted) == ("−10\u00a0%", "✓\u00a060\u00a0%")  # noqa: RUF001 - a minus
    assert visit.reason
    assert (visit.reason.label, visit.heavy) == ("Solved", False)
    fills = [item.fill for item in river_of(SOLVED, "visit") if isinstance(item, Path)]
    assert fills == ["bad-tint", "good-tint", "stage-2"]
    assert [item.fill for item in river_of(SOLVED, "call") if isinstance(item, Path)] == ["bad-tint", "stage-1"]


def river_of(text: str, stage: str) -> tuple[Item, ...]:
    scene = arrange_poster(chart_of(text), TYPEFACE)
    return next(group.items for group in all_groups(scene.items) if group.anchor == f"poster-volume-{stage}")


def test_the_legend_explains_the_sign_of_those_who_convert_where_it_is_drawn() -> None:
    assert "convert" in texts(scene_of(SOLVED))
    assert "convert" not in texts(scene_of(SOLVED.replace("kind: convert", "kind: abandon")))


def test_the_figure_counts_those_who_convert_on_the_way() -> None:
    figures = {figure.label: figure.value for figure in chart_of(SOLVED).figures}

    assert figures == {"convert (54\u00a0%) or reach the last stage (27\u00a0%)": "81\u00a0%"}


def test_its_parts_have_as_many_decimals_as_each_other() -> None:
    (figure,) = chart_of(SOLVED.replace("270", "264")).figures

    assert figure.label == "convert (54.5\u00a0%) or reach the last stage (26.4\u00a0%)"

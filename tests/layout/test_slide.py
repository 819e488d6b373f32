"""The slide: one finding in a headline, on 1920 x 1080, readable from the last row."""

from math import fsum
from pathlib import Path

import pytest
from hypothesis import given, settings

from mapgen.layout.paper import sheet
from mapgen.layout.scene import Circle, Label, Rect, Scene
from mapgen.layout.scene import Path as Shape
from mapgen.layout.slide import arrange_slide
from mapgen.layout.typeface import Typeface
from mapgen.words import MINUS, NO_BREAK, text_scale
from mapgen.words.language import LANGUAGES
from tests.layout.geometry import faults, flat, labels
from tests.layout.test_poster import CASES, EXAMPLES, JOURNEY, TYPEFACE, chart_of, long_journey, scene_of, texts
from tests.properties.journeys import journeys, spec

SMALLEST_TEXT = 20


def is_sound(text: str | bytes) -> None:
    scene = arrange_slide(chart_of(text), TYPEFACE)

    assert faults(scene) == []
    assert (scene.width, scene.height) == (1920, 1080)
    assert [label.text for label in labels(scene.items) if label.size < SMALLEST_TEXT] == []


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=lambda path: path.parent.name)
def test_all_on_it_can_be_read(path: Path) -> None:
    is_sound(path.read_bytes())


@settings(max_examples=30)
@given(journeys)
def test_so_it_is_for_any_journey(data: dict[str, object]) -> None:
    is_sound(spec(data))


@pytest.mark.parametrize(("count", "stages"), [(1, 1), (60, 60), (250, 9), (1000, 12)])
def test_so_it_is_for_any_number_of_touchpoints_and_stages(count: int, stages: int) -> None:
    is_sound(long_journey(count, stages))


def test_on_the_page_of_slides_it_is_the_same_and_fills_it() -> None:
    plain, page, a4 = (arrange_slide(chart_of(JOURNEY), TYPEFACE, paper=paper) for paper in (None, "slide", "a4"))

    assert page._replace(sheet=None) == plain == a4
    assert page.sheet == sheet("slide")


def headline(text: str) -> str:
    return chart_of(text).headline.text.replace(NO_BREAK, " ")


def note(text: str) -> str:
    return chart_of(text).headline.note.replace(NO_BREAK, " ")


def test_the_headline_states_where_most_leave_and_where_it_feels_worst() -> None:
    assert headline(JOURNEY) == "60 % leave at Arrive. It feels worst at “Sees the queue”."
    assert note(JOURNEY) == "Share of all who start."


@pytest.mark.parametrize(
    ("example", "stated", "base"),
    [
        ("airline", "34 % leave at Search. It feels worst at “Is refused a seat”.", "all who start"),
        (
            "business-software",
            "50 % leave at Supplier selection. It feels worst at “Sends the security questionnaire”.",
            "those who reach Supplier selection",
        ),
        (
            "eyewear",
            "39 % leave at Staying a customer. It feels worst at “Wears them for the first week”.",
            "those who reach Staying a customer",
        ),
        (
            "music-subscription",
            "70 % leave at Purchase. It feels worst at “Enters card details”.",
            "those who reach Purchase",
        ),
        ("pest-control", "28 % leave at Sighting. It feels worst at “Finds droppings”.", "all who start"),
        (
            "ski-shop",
            "70 % leave at Checkout. It feels worst at “Chooses a delivery day”.",
            "those who reach Checkout",
        ),
    ],
)
def test_the_headline_of_each_example_is_one_line(example: str, stated: str, base: str) -> None:
    (path,) = (path for path in EXAMPLES if path.parent.name == example)
    text = path.read_text(encoding="utf-8")

    assert headline(text) == stated
    assert note(text).startswith(f"Share of {base}.")
    longer = chart_of(text).headline.longer
    assert len(placed(text, longer.text.replace(NO_BREAK, " ") if longer else stated)) == 1


def losing(*volumes: int) -> str:
    stages = "".join(f"  - {{name: {name}, volume: {size}}}\n" for name, size in zip("ABCDE", volumes, strict=False))
    return f"title: T\nstages:\n{stages}"


@pytest.mark.parametrize(
    ("volumes", "stated", "base"),
    [
        ((1000, 400, 180, 150), "55 % leave at B.", "Share of those who reach B. A loses more (60 %), but earlier."),
        ((1000, 500, 250, 200), "50 % leave at B.", "Share of those who reach B. A loses as large a share."),
        ((1000, 700, 350, 140, 130), "60 % leave at C.", "Share of those who reach C."),
        ((1000, 700, 490, 390), "30 % leave at A.", "Share of all who start."),
        ((1000, 900, 600, 550), "33 % leave at B.", "Share of those who reach B."),
        ((1000, 1400, 560), "60 % leave at B.", "Share of those who reach B."),
    ],
)
def test_the_loss_is_the_last_of_at_least_half_else_the_highest_of_those_who_reach_a_stage(
    volumes: tuple[int, ...], stated: str, base: str
) -> None:
    assert headline(losing(*volumes)) == stated
    assert note(losing(*volumes)) == base


def test_while_the_loss_of_a_stage_is_unknown_the_headline_says_of_whom_another_is() -> None:
    text = "title: T\nstages: [{name: A, volume: 100}, {name: B, volume: 40}, C, {name: D, volume: 10}]\n"

    assert (headline(text), note(text)) == ("60 % leave at A.", "Share of all who start.")


def test_where_customers_come_back_to_a_stage_the_loss_is_one_of_all_who_start() -> None:
    text = """\
title: T
stages:
  - {name: A, touchpoints: [{name: a, exits: [{kind: abandon, share: 0.1}]}]}
  - {name: B, touchpoints: [{name: b, exits: [{kind: abandon, share: 0.4}]}]}
  - {name: C, touchpoints: [{name: c, exits: [{kind: convert, share: 0.9}]}]}
flow:
  - {from: a, to: b, share: 0.9}
  - {from: b, to: c, share: 0.4}
  - {from: b, to: a, kind: back, share: 0.2}
  - {from: c, to: a, kind: back, share: 0.1}
"""

    assert headline(text).endswith("leave at B.")
    assert note(text) == "Share of all who start."


def feeling(*scores: int) -> str:
    touchpoints = ", ".join(f"{{name: {name}, emotion: {score}}}" for name, score in zip("ABCDE", scores, strict=False))
    return f"title: T\nstages: [{{name: S, touchpoints: [{touchpoints}]}}]\n"


@pytest.mark.parametrize(
    ("scores", "stated", "others"),
    [
        ((-2, 1, -1), "It feels worst at “A”.", ""),
        ((-2, 1, -2), "It feels worst at “A”.", "“C” feels just as bad."),
        ((-2, -2, 1, -2), "It feels worst at “A”.", "2 other moments feel just as bad."),
        ((1, 2, 2), "It feels best at “B”.", "“C” feels just as good."),
        ((2, 2, 2), "It feels best at “A”.", "2 other moments feel just as good."),
    ],
)
def test_of_equal_scores_the_headline_names_one_and_the_note_the_others(
    scores: tuple[int, ...], stated: str, others: str
) -> None:
    assert headline(feeling(*scores)) == stated
    assert note(feeling(*scores)) == others


def test_many_equal_moments_are_counted_in_the_headline_of_the_slide() -> None:
    assert len(placed(feeling(-2, -2, -2, -2, 1), "4 moments feel worst, among them “A”.")) == 1
    assert placed(feeling(-2, -2, -2, 1, 1), "3 moments feel worst, among them “A”.") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_counted_in_each_language(language: str) -> None:
    longer = chart_of(f"language: {language}\n{feeling(-2, -2, -2, -2, 1)}").headline.longer

    assert longer
    assert "4" in longer.text
    assert "A" in longer.text


def test_letters_that_are_set_larger_have_room_above_and_below() -> None:
    def pitch(language: str) -> float:
        text = f"language: {language}\n{feeling(-2, 1)}"
        scene = arrange_slide(chart_of(text), Typeface(scale=text_scale(language)))
        title, found, *_ = labels(scene.items)
        return found.y - title.y

    assert pitch("ar") > pitch("en") + 10


TIES = """\
title: T
stages:
  - name: S
    touchpoints:
      - {name: A, emotion: -2, thought: Oh, pain_points: [{text: Low, severity: low}]}
      - {name: B, emotion: -2, thought: No, pain_points: [{text: High, severity: high}]}
      - {name: C, emotion: -2, thought: Ah, moment_of_truth: trust, pain_points: [{text: Truth, severity: high}]}
      - {name: D, emotion: 1}
"""


def test_of_equal_scores_all_pictures_and_the_alt_text_name_the_one_with_the_worst_pain_at_a_moment_of_truth() -> None:
    chart = chart_of(TIES)

    assert chart.headline.text == "It feels worst at “C”."
    assert "The worst moment is “C” (\N{MINUS SIGN}2). 2 other moments feel just as bad." in chart.story
    assert "The worst pain point is “Truth”." in chart.story
    assert chart.voices[0].text == "“Ah”"
    assert [pain.text for pain in chart.worst] == ["Truth", "High", "Low"]


def test_a_name_is_stated_once() -> None:
    text = "title: T\nstages: [{name: S, touchpoints: [{name: A, emotion: -2}, {name: A, id: a2, emotion: -2}]}]\n"

    assert (headline(text), note(text)) == ("It feels worst at “A”.", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_it_is_in_each_language(language: str) -> None:
    found = chart_of(f"language: {language}\n{feeling(-2, -2, -2, -2, 1)}").headline

    assert "A" in found.text
    assert "3" in found.note
    assert "}" not in found.text + found.note


def test_where_nothing_is_known_of_losses_and_feelings_the_headline_is_the_title() -> None:
    assert headline("title: Coffee\nstages: [{name: Arrive}]\n") == "Coffee"


def test_where_all_feels_good_it_states_the_best_moment() -> None:
    stages = "stages: [{name: S, touchpoints: [{name: A, emotion: 1}, {name: B, emotion: 2}]}]"

    assert headline(f"title: T\n{stages}\n") == "It feels best at “B”."


def test_the_author_can_write_the_headline_which_needs_no_note() -> None:
    text = f"{JOURNEY}poster: {{headline: Nobody waits.}}\n"

    assert (headline(text), note(text)) == ("Nobody waits.", "")


def test_a_headline_too_long_for_one_line_has_a_line_for_each_sentence() -> None:
    stage, name = "First look at everything", "Waits in the queue before the counter"
    touchpoints = f"touchpoints: [{{name: {name}, emotion: -2}}]"
    text = losing(1000, 400).replace("A, volume: 1000", f"{stage}, volume: 1000, {touchpoints}")

    assert len(placed(text, f"60 % leave at {stage}.", f"It feels worst at “{name}”.")) == 2


VOLUMES = """\
title: Song
stages:
  - name: A
    volume: 100000
    touchpoints:
      - {name: a, emotion: 1, exits: [{kind: abandon, share: 0.2, reason: Dear}]}
      - {name: a2, emotion: -1, pain_points: [{text: Slow, severity: high}]}
  - {name: B, volume: 80000, touchpoints: [{name: b, emotion: 1, exits: [{kind: churn, share: 0.5, reason: Far}]}]}
  - {name: C, volume: 40000, touchpoints: [{name: c, emotion: 2}]}
"""


def slide_of(text: str | bytes) -> Scene:
    return arrange_slide(chart_of(text), TYPEFACE)


def placed(text: str, *wanted: str) -> list[Label]:
    return [label for label in labels(slide_of(text).items) if label.text.replace(NO_BREAK, " ") in wanted]


def test_losses_stand_below_the_numbers_and_not_beside_the_next_one() -> None:
    losses, numbers = placed(VOLUMES, f"{MINUS}20 %", f"{MINUS}50 %"), placed(VOLUMES, "100,000", "80,000", "40,000")

    assert [round(loss.x - number.x, 1) for loss, number in zip(losses, numbers, strict=False)] == [0, 7.2]  # on red
    assert all(loss.y > number.y + loss.size for loss in losses for number in numbers)


ON_THE_WAY = "      - {name: b, exits: [{kind: convert, share: 0.6}, {kind: churn, share: 0.1}]}\n"
CONVERTING = f"""\
title: Pest
stages:
  - {{name: A, volume: 1000}}
  - name: B
    volume: 900
    touchpoints:
{ON_THE_WAY}  - {{name: C, volume: 270}}
"""


def test_those_who_convert_stand_below_those_who_are_lost_from_the_same_stage() -> None:
    (converted,) = placed(CONVERTING, "\u2713 60 %")
    first, lost = placed(CONVERTING, f"{MINUS}10 %")

    assert 0 <= lost.x - converted.x < 8
    assert first.y == lost.y < converted.y - converted.size


def test_all_losses_are_there_or_only_the_one_in_the_headline() -> None:
    more = "".join(f"  - {{name: S{index}, volume: {index}00}}\n" for index in range(12, 1, -1))
    losses = [label for label in labels(slide_of(VOLUMES + more).items) if label.text.startswith(MINUS)]

    assert [label.fill for label in losses if "%" in label.text] == ["paper"]


def test_the_river_is_deep_and_has_its_reasons() -> None:
    few = VOLUMES.replace("40000", "4000") + "  - {name: D, volume: 3000}\n"
    (first,) = (item for item in flat(slide_of(few).items) if isinstance(item, Shape) and item.fill == "stage-1")
    ys = [y for _, points in first.segments for y in points[1::2]]

    assert max(ys) - min(ys) > 100
    assert len(placed(few, "Dear", "Far")) == 2


def test_voices_are_spread_over_the_width_after_lowest_moment_and_peak() -> None:
    scores = [0, 0, 2, 1, -2, 1, 0, 0, 0, 0, 0, -1]
    touchpoints = "".join(
        f"      - {{name: T{index}, emotion: {score}, moment_of_truth: trust, thought: I am number {index}}}\n"
        for index, score in enumerate(scores)
    )
    scene = slide_of(f"title: T\nstages:\n  - name: S\n    touchpoints:\n{touchpoints}")

    assert [label.text for label in labels(scene.items) if "number" in label.text] == [
        "“I am number 2”",
        "“I am number 4”",
        "“I am number 11”",
    ]


PEOPLE = """\
title: Coffee
personas: [{id: ann, name: Ann Lee}, {id: ben, name: Ben Ross}, {id: kim, name: Kim Ito}]
evidence: [{id: talks, title: Talks}]
stages:
  - name: Arrive
    touchpoints:
      - {name: Queues, emotion: {by: {ann: -2, ben: 1}, evidence: [talks]}}
      - {name: Orders, emotion: {by: {ann: -1, ben: 2}}}
"""


def test_without_a_curve_for_all_the_legend_names_whose_lines_there_are() -> None:
    assert [label.text for label in placed(PEOPLE, "Ann Lee", "Ben Ross", "Kim Ito")] == ["Ann Lee", "Ben Ross"]
    assert placed(PEOPLE.replace("by: {ann: -2", "score: 1, by: {ann: -2"), "Ann Lee") == []


def test_a_hypothesis_is_hollow_on_the_line_of_a_persona() -> None:
    dots = [item for item in flat(slide_of(PEOPLE).items) if isinstance(item, Circle) and item.radius < 8]
    fills = [dot.fill for dot in dots if dot.fill and dot.fill.startswith("person-")]

    assert fills == ["person-1", "person-2"]
    assert len([dot for dot in dots if dot.fill == "paper" and (dot.stroke or "").startswith("person-")]) == 2


def test_a_slide_without_feelings_shows_the_names_of_the_touchpoints() -> None:
    stages = "[{name: Arrive, touchpoints: [Queues, Orders]}, {name: Drink, touchpoints: [Sips]}]"
    names = placed(f"title: Coffee\nstages: {stages}\n", "Queues", "Orders", "Sips")

    assert len(names) == 3
    assert all(name.size > 36 for name in names)


def test_a_slide_of_stages_shows_the_summary() -> None:
    text = "title: Coffee\nsummary: Between two trains.\nstages: [Arrive, Drink]\n"

    assert len(placed(text, "Between two trains.")) == 1


def test_the_curve_grows_into_the_free_height() -> None:
    text = feeling(-2, 1, 2)
    (best,), (worst,) = placed(text, "+2"), placed(text, f"{MINUS}2")

    assert worst.y - best.y > 300


def test_a_card_names_its_place_and_its_severity_at_the_right_edge() -> None:
    (severity,) = placed(VOLUMES, "High")
    place = placed(VOLUMES, "a2")[-1]

    assert severity.y < place.y
    assert severity.anchor == "end"


SHARES = """\
title: T
stages:
  - {name: A, touchpoints: [{name: a, emotion: 1, exits: [{kind: abandon, share: 0.25, reason: Dear}]}]}
  - {name: B, touchpoints: [{name: b, emotion: -1, exits: [{kind: convert, share: 1}]}]}
"""


def test_without_volumes_it_shows_what_becomes_of_a_hundred() -> None:
    assert len(placed(SHARES, "Of a hundred who begin", "25", "Dear", "75", "Converts")) == 5


def test_the_main_reason_of_a_loss_stands_behind_its_stage() -> None:
    (reason,) = placed(SHARES, "Dear")
    stage = next(label for label in placed(SHARES, "A") if label.y == reason.y)

    assert (reason.fill, stage.weight) == ("muted", 600)
    assert reason.x > stage.x + stage.width


TWO_REASONS = """\
title: T
stages:
  - name: A
    touchpoints:
      - name: a
        exits: [{kind: abandon, share: 0.2, reason: Dear}, {kind: pause, share: 0.145, reason: Later}]
  - {name: B, touchpoints: [{name: b, exits: [{kind: churn, share: 0.1, reason: Far}, {kind: convert, share: 0.9}]}]}
"""


def test_the_reason_has_a_number_if_others_leave_for_other_reasons() -> None:
    assert len(placed(TWO_REASONS, "Dear (20)", "Far")) == 2


def told(scene: Scene) -> list[int]:
    """Return the numbers on a red ground."""
    found = (filter(str.isdigit, label.text) for label in labels(scene.items) if label.fill == "paper")
    return [int(digits) for digits in map("".join, found) if digits]


def told_in(text: str | bytes) -> tuple[list[int], list[int]]:
    """Return the percentage of the loss in the headline, and the one that stands out in the picture."""
    loss, scene = chart_of(text).headline.loss, slide_of(text)
    return [round(loss.share * 100)] if loss else [], told(scene)


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=lambda path: path.parent.name)
def test_the_percentage_of_the_headline_stands_out_in_the_picture(path: Path) -> None:
    stated, shown = told_in(path.read_bytes())

    assert shown == stated


@settings(max_examples=30)
@given(journeys)
def test_so_it_does_in_any_journey(data: dict[str, object]) -> None:
    stated, shown = told_in(spec(data))

    assert shown == stated


def many_stages(count: int, last: int) -> str:
    sizes = [100 if index < last else 40 for index in range(count)]
    stages = "".join(f"  - {{name: Stage {index}, volume: {size}000}}\n" for index, size in enumerate(sizes))
    return f"title: T\nstages:\n{stages}"


REST = "  - {name: C, touchpoints: [{name: c, exits: [{kind: convert, share: 0.5}, {kind: churn, share: 0.5}]}]}\n"


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (VOLUMES, 50),
        (SHARES, 25),
        (SHARES.replace("{kind: convert, share: 1}", "{kind: churn, share: 0.6}, {kind: convert, share: 0.4}"), 60),
        (SHARES.replace("share: 1}", "share: 0.1}") + REST, 50),
        (losing(1000, 900, 800, 700, 300, 250), 57),
        ("title: T\nstages: [{name: A, volume: 100}, {name: B, volume: 40}, C, {name: D, volume: 10}]\n", 60),
        (many_stages(12, 7), 60),
    ],
    ids=["counted", "of all", "at the last stage", "of a stage", "late", "not all known", "many stages"],
)
def test_so_it_does_whatever_is_known(text: str, percent: int) -> None:
    assert told_in(text) == ([percent], [percent])


def test_the_parts_of_a_hundred_are_the_losses_by_stage_which_add_up() -> None:
    (path,) = (path for path in EXAMPLES if path.parent.name == "airline")
    chart = chart_of(path.read_bytes())
    parts = chart.losses.endings

    assert [(part.label, part.count) for part in parts if part.is_told] == [("Search", 34)]
    assert fsum(part.count for part in parts) == 100
    for stage in {ending.place for ending in chart.endings if ending.place}:
        of_reasons = fsum(ending.count for ending in chart.endings if ending.place == stage)
        assert of_reasons <= next(part.count for part in parts if part.label == stage)


def test_the_length_of_a_part_is_its_share() -> None:
    bars = [item for item in flat(slide_of(SHARES).items) if isinstance(item, Rect) and item.height > 30]
    lost, won = (bar.width for bar in bars if bar.fill in {"loss-1", "good"})

    assert lost / (lost + won) == pytest.approx(0.25, abs=0.01)


SHARES_LOST = (0.35, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02)


def test_without_room_the_smallest_losses_are_combined_but_not_the_one_in_the_headline() -> None:
    stages = "".join(
        f"  - {{name: S{n}, touchpoints: [{{name: t{n}, exits: [{{kind: {kind}, share: {share}}}]}}]}}\n"
        for n, (kind, share) in enumerate([*(("abandon", share) for share in SHARES_LOST), ("convert", 1)])
    )

    assert len(placed(f"title: T\nstages:\n{stages}", "leave at other stages", "S0", "35")) == 4  # S0 is a heading too


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_numbers_of_the_river_are_those_of_the_poster(path: Path) -> None:
    text = path.read_bytes()
    poster = set(texts(scene_of(text)))

    assert [volume.size for volume in chart_of(text).losses.volumes if volume.size not in poster] == []


SOLVED = """\
title: T
stages:
  - name: S
    touchpoints:
      - name: A
        emotion: -1
        pain_points: [{id: p, text: Long, severity: low}, {id: q, text: Longer, severity: high}]
        opportunities: [{text: Shorter, addresses: [p, q], status: done}]
"""


def test_if_all_pain_points_are_resolved_the_worst_is_shown_with_what_was_done() -> None:
    assert len(placed(SOLVED, "Longer", "\u2713 Done", "Shorter")) == 3


def test_fewer_pain_points_leave_more_width_to_the_river() -> None:
    def river(pains: int) -> float:
        listed = ", ".join(f"{{text: P{index}, severity: high}}" for index in range(pains))
        stages = (
            f"[{{name: A, volume: 200, touchpoints: [{{name: a, pain_points: [{listed}]}}]}}, {{name: B, volume: 100}}]"
        )
        (heading,) = placed(f"title: T\nstages: {stages}\n", "Who is still there")
        return heading.x

    assert river(0) < river(1) < river(2) < river(3) == river(4)


def test_touchpoints_that_all_have_a_flag_are_not_listed() -> None:
    assert len(placed(feeling(-2), "A")) == 1


def test_behind_the_name_of_a_moment_of_truth_is_a_star_if_there_is_no_curve() -> None:
    text = "title: T\nstages: [{name: S, touchpoints: [{name: A, moment_of_truth: trust}, B]}]\n"
    stars = [item for item in flat(slide_of(text).items) if isinstance(item, Shape) and item.fill == "star"]

    assert len(stars) == 2  # one is in the legend


def test_without_a_flag_a_face_has_its_word() -> None:
    touchpoints = "{name: A, emotion: -1}, {name: B, emotion: {score: 0, feeling: tense}, moment_of_truth: trust}"
    text = f"title: T\nstages: [{{name: S, touchpoints: [{touchpoints}, {{name: C, emotion: 2}}]}}]\n"

    assert len(placed(text, "tense")) == 1


def test_the_moment_in_the_headline_has_a_flag_with_its_name_also_if_nothing_is_said_there() -> None:
    assert len(placed(feeling(-2, 1), "Lowest", "A")) == 3  # also in the list of touchpoints
    assert len(placed(feeling(1, 2, 0), "Peak")) == 1


EQUALS = """\
title: T
stages:
  - name: S
    touchpoints:
      - {name: A, emotion: {score: -2, feeling: lost}, thought: One}
      - {name: B, emotion: {score: 2, feeling: glad}, thought: Two}
      - {name: C, emotion: {score: -2, feeling: tense}, thought: Three}
      - {name: D, emotion: {score: 2, feeling: calm}, thought: Four}
"""


def test_lowest_and_peak_are_written_once() -> None:
    assert [label.text for label in placed(EQUALS, "lowest", "peak", "Lowest", "Peak")] == ["lowest", "peak"]


def test_of_many_lowest_moments_the_one_in_the_headline_is_marked() -> None:
    many = "".join(f"      - {{name: N{index}, emotion: -2}}\n" for index in range(5))

    assert len(placed(EQUALS + many, "lowest")) == 1


WORDS = """\
title: Doctor
stages:
  - name: Before
    touchpoints:
      - {name: Calls, emotion: {feeling: impatient}, thought: Number eleven}
  - {name: There, touchpoints: [{name: Waits, emotion: {feeling: forgotten}}, {name: Leaves, thought: At last}]}
"""


def test_without_scores_feelings_and_thoughts_stand_below_the_names_of_their_stages() -> None:
    impatient, eleven, at_last = placed(WORDS, "Impatient", "“Number eleven”", "“At last”")
    before, there = placed(WORDS, "Before", "There")

    assert impatient.x == eleven.x == before.x
    assert before.y < impatient.y < eleven.y
    assert at_last.x > there.x
    assert set(texts(scene_of(WORDS))) & {"Impatient", "Forgotten", "“Number eleven”", "“At last”"} <= {
        label.text for label in labels(slide_of(WORDS).items)
    }


def test_the_face_of_an_equally_low_moment_without_a_flag_has_its_feeling_and_no_mark() -> None:
    lowest = (
        f"{{name: {word}, emotion: {{score: -2, feeling: {word}}}, moment_of_truth: trust}}"
        for word in ["lost", "tense"]
    )
    touchpoints = ", {name: B, emotion: 1}, ".join(lowest)
    text = f"title: T\nstages: [{{name: S, touchpoints: [{touchpoints}, {{name: D, emotion: 2}}]}}]"

    assert [len(placed(text, word)) for word in ("Lost", "lowest", "tense · lowest")] == [1, 1, 0]

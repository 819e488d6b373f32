"""The slide: one finding in a headline, on 1920 x 1080, readable from the last row."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from mapgen.layout.paper import sheet
from mapgen.layout.slide import arrange_slide
from mapgen.words import NO_BREAK
from mapgen.words.language import LANGUAGES
from tests.layout.geometry import faults, labels
from tests.layout.test_poster import CASES, EXAMPLES, JOURNEY, TYPEFACE, chart_of, long_journey
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
    return chart_of(text).headline.replace(NO_BREAK, " ")


def test_the_headline_states_where_most_leave_and_where_it_feels_worst() -> None:
    assert headline(JOURNEY) == "60 % of those who start leave at Arrive. It feels worst at “Sees the queue”."


def test_the_loss_is_the_one_that_the_funnel_calls_the_largest() -> None:
    stages = "".join(
        f"  - {{name: {name}, volume: {volume}, touchpoints: [{{name: In {name}, emotion: {score}}}]}}\n"
        for name, volume, score in (("A", 1000, 1), ("B", 500, -2), ("C", 80, 1))
    )
    chart = chart_of(f"title: T\nstages:\n{stages}")

    assert chart.headline.replace(NO_BREAK, " ") == "50 % of those who start leave at A. It feels worst at “In B”."
    assert [volume.name for volume in chart.volumes if volume.largest] == ["A"]


def test_while_a_loss_is_unknown_none_is_the_largest_and_the_headline_says_of_whom() -> None:
    stages = "stages: [{name: A, volume: 100}, {name: B, volume: 40}, C, {name: D, volume: 10}]"

    assert headline(f"title: T\n{stages}\n") == "60 % of those who reach A leave there."


def feeling(*scores: int) -> str:
    touchpoints = ", ".join(f"{{name: {name}, emotion: {score}}}" for name, score in zip("ABCDE", scores, strict=False))
    return f"title: T\nstages: [{{name: S, touchpoints: [{touchpoints}]}}]\n"


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ((-2, 1, -2), "It feels worst at “A” and “C”."),
        ((-2, -2, 1, -2), "It feels worst at 3 moments."),
        ((1, 2, 2), "It feels best at “B” and “C”."),
        ((2, 2, 2), "It feels best at 3 moments."),
    ],
)
def test_of_equal_scores_none_is_called_the_worst_or_the_best(scores: tuple[int, ...], told: str) -> None:
    assert headline(feeling(*scores)) == told


def test_a_name_is_stated_once() -> None:
    stages = "stages: [{name: S, touchpoints: [{name: A, emotion: -2}, {name: A, id: a2, emotion: -2}]}]"

    assert headline(f"title: T\n{stages}\n") == "It feels worst at “A”."


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_it_is_in_each_language(language: str) -> None:
    chart = chart_of(f"language: {language}\n{feeling(-2, -2, -2, 1)}")

    assert "3" in chart.headline
    assert "}" not in chart.headline


def test_where_nothing_is_known_of_losses_and_feelings_the_headline_is_the_title() -> None:
    assert headline("title: Coffee\nstages: [{name: Arrive}]\n") == "Coffee"


def test_where_all_feels_good_it_states_the_best_moment() -> None:
    stages = "stages: [{name: S, touchpoints: [{name: A, emotion: 1}, {name: B, emotion: 2}]}]"

    assert headline(f"title: T\n{stages}\n") == "It feels best at “B”."


def test_the_author_can_write_the_headline() -> None:
    assert headline(f"{JOURNEY}poster: {{headline: Nobody waits.}}\n") == "Nobody waits."

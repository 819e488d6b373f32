"""A drawing is a value: another one of the same view has the same scene, one with other contents has its own."""

from functools import partial

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.pipeline import check
from mapgen.render.drawing import Drawing
from mapgen.render.formats.svg import labels
from mapgen.render.options import MAP, Options
from tests.render.drawings import TOUCHPOINTS, spec


def drawn(text: str) -> Drawing:
    journey = check(text, name="coffee").journey
    assert journey
    analysis = analyze(journey)
    return Drawing("coffee", journey, analysis, partial(compose, journey, analysis))


@pytest.fixture
def drawing() -> Drawing:
    return drawn(spec(*TOUCHPOINTS))


def test_drawings_of_one_view_share_the_scene_whichever_is_asked_first(drawing: Drawing) -> None:
    first, second = drawing.of(MAP, (MAP, "flow")), drawing.of(MAP, ())

    assert second.scene is first.scene
    assert drawing.of(MAP, ()).of(MAP, ("funnel",)).scene is drawing.scene is first.scene


def test_another_view_has_another_scene(drawing: Drawing) -> None:
    assert drawing.of("flow", ()).scene != drawing.scene


def test_other_options_arrange_a_drawing_again(drawing: Drawing) -> None:
    wide = drawing.of(MAP, ()).with_options(Options(width=3000))

    assert wide.scene.width > drawing.scene.width


def test_a_scene_that_is_given_is_shown_and_changes_no_other_drawing(drawing: Drawing) -> None:
    scene = drawing.scene._replace(id="another")

    assert drawing.showing(scene).of(MAP, ()).scene is scene
    assert drawing.scene.id != "another"


def test_text_in_small_letters_is_larger_and_measured_so() -> None:
    """Arabic, Devanagari and Thai letters are small in their em."""
    english, thai = (
        drawn(spec({"name": "กาแฟ"}).replace("{", f'{{"language": "{code}", ', 1)) for code in ("en", "th")
    )
    small, large = (next(label for label in labels(one.scene.items) if label.text == "กาแฟ") for one in (english, thai))

    assert large.size == pytest.approx(1.12 * small.size)
    assert large.width == pytest.approx(1.12 * small.width)

"""The labels of the emotion curve's axis: no word of them is broken, and the name of the lane has its room."""

import pytest

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout.arrangement import arrange
from mapgen.layout.dimensions import LANE, TICK
from mapgen.layout.scene import Group, Label, Scene
from mapgen.layout.typeface import Typeface
from mapgen.render.formats.svg import labels
from mapgen.resources import font
from tests.layout.geometry import faults

TYPEFACE = Typeface(font())
LABELS = {
    "en": ("frustrated", "overwhelmingly satisfied", "indifferent"),
    "de": ("überdurchschnittlich zufrieden", "Enttäuschung", "gleichgültig"),
    "fr": ("extraordinairement déçu", "indifférence", "enthousiasmé"),
    "nl": ("teleurgesteld", "buitengewoon tevreden", "onverschillig"),
    "es": ("extremadamente decepcionado", "indiferente", "entusiasmado"),
    "ar": ("محبط جدا", "overwhelmingly sad", "سعيد"),
    "ru": ("разочарованный", "воодушевлённость", "равнодушие"),
    "ja": ("がっかり", "どちらでもない", "とても満足している"),
}


def arranged(language: str) -> Scene:
    low, middle, high = LABELS[language]
    spec = (
        f"title: T\nlanguage: {language}\n"
        f"emotion_scale: {{min: 1, max: 5, labels: {{1: {low}, 3: {middle}, 5: {high}}}}}\n"
        "stages: [{name: A, touchpoints: [{name: B, emotion: 1}, {name: C, emotion: 5}]}]\n"
    )
    journey = pipeline.check(spec.encode(), name="x.yaml").journey
    assert journey
    return arrange(compose(journey, analyze(journey)), TYPEFACE)


def curve(scene: Scene) -> Group:
    return next(item for item in scene.items if isinstance(item, Group) and item.anchor == "lane-emotion-curve")


@pytest.mark.parametrize("language", LABELS)
def test_no_word_of_a_label_is_broken(language: str) -> None:
    scene = arranged(language)
    words = {word for label in labels(curve(scene).items) for word in label.text.split()}

    assert faults(scene) == []
    if language != "ja":
        assert {word for text in LABELS[language] for word in text.split()} <= words


@pytest.mark.parametrize("language", LABELS)
def test_the_name_of_the_lane_does_not_meet_the_labels(language: str) -> None:
    scene = arranged(language)
    texts = [item for item in curve(scene).items if isinstance(item, Label)]
    names = [label for label in texts if label.weight == LANE.weight and label.size == LANE.size]
    ticks = [label for label in texts if label.size == TICK.size and label.anchor == "end"]

    assert names
    assert ticks
    for name in names:
        for tick in ticks:
            apart = abs(name.y - tick.y) >= tick.size
            beside = name.width + tick.width + 10 <= abs(name.x - tick.x)
            assert apart or beside, (name.text, tick.text)

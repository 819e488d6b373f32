"""What a poster shows of a journey whose emotions are only words: they are in the columns of their stages."""

import pytest

from mapgen.layout.scene import Label, Path
from tests.layout.geometry import groups, labels
from tests.layout.test_poster import is_sound, scene_of, texts

WORDS = """
title: Coffee
scenario: A Monday at eight
stages:
  - name: Order
    emotion: {feeling: curious}
    thoughts: [Which one is fresh?]
    touchpoints: [Looks at the menu]
    pain_points: [Too many kinds, Small print]
  - name: Wait
    touchpoints:
      - {name: Stands in line, emotion: {feeling: bored}}
      - {name: Hears the name, moment_of_truth: trust, thought: Is this mine?, emotion: {feeling: glad}}
  - name: Leave
    emotion: {feeling: awake}
    touchpoints: [{name: Walks away, thought: Off to work}]
"""


def label(text: str) -> Label:
    return next(label for label in labels(scene_of(WORDS).items) if label.text == text)


def test_feelings_head_the_thoughts_in_the_columns_of_their_stages() -> None:
    is_sound(scene_of(WORDS))

    assert {"In their", "Curious", "“Which one is fresh?”", "Bored", "Glad", "Awake"} <= set(texts(scene_of(WORDS)))
    assert label("Curious").x == label("“Which one is fresh?”").x == label("Order").x
    assert label("Curious").y < label("“Which one is fresh?”").y
    assert label("“Which one is fresh?”").slant
    assert label("Bored").x == label("Wait").x < label("Glad").x < label("Leave").x


def test_the_feeling_of_a_stage_heads_the_first_thought_of_its_touchpoints() -> None:
    assert label("Awake").x == label("“Off to work”").x == label("Leave").x


def test_the_scenario_is_above_the_stages() -> None:
    assert label("A Monday at eight").y < label("Order").y


def test_without_scores_a_moment_of_truth_keeps_its_star_and_nothing_is_drawn_of_a_curve() -> None:
    found = [group for group in groups(scene_of(WORDS).items) if "-emotion-" in (group.anchor or "")]

    assert [group.anchor for group in found] == ["poster-emotion-hears-the-name"]
    assert [type(item) for item in found[0].items] == [Path]
    assert "Feeling" not in texts(scene_of(WORDS))


def test_cards_without_number_and_severity_begin_with_their_text() -> None:
    card = next(group for group in groups(scene_of(WORDS).items) if group.anchor == "poster-pain-too-many-kinds")
    tops = {item.text: item.y for item in card.items if isinstance(item, Label)}

    assert card.box
    assert tops["Too many kinds"] < card.box.y + 30
    assert tops["+1 more"] == pytest.approx(tops["Too many kinds"], abs=1)
    is_sound(scene_of(WORDS.replace("Too many kinds", "Too many kinds of coffee and of tea, and of both")))


@pytest.mark.parametrize(("count", "stages"), [(1, 1), (9, 2), (30, 5), (60, 7), (60, 12), (300, 60)])
def test_words_stay_in_the_columns_of_any_number_of_stages(count: int, stages: int) -> None:
    lines = ["title: Many words", "stages:"]
    for stage in range(stages):
        lines += [
            f"  - name: Stage {stage + 1}",
            "    moment_of_truth: churn",
            "    emotion: {feeling: uncomprehending}",
        ]
        lines += ["    thoughts: [Where would one find the one that is right for me?]", "    touchpoints:"]
        lines += [f"      - {{name: Does thing {n}, thought: Number {n}?}}" for n in range(stage, count, stages)]

    is_sound(scene_of("\n".join(lines) + "\n"))


def test_an_author_chooses_the_words() -> None:
    chosen = scene_of(WORDS + "poster: {voices: [walks-away]}\n")

    assert "“Off to work”" in texts(chosen)
    assert "“Is this mine?”" not in texts(chosen)


def test_a_note_belongs_to_its_touchpoint_or_stage() -> None:
    notes = [item.anchor for item in groups(scene_of(WORDS).items) if item.anchor]

    assert {"poster-thought-order", "poster-thought-hears-the-name"} <= set(notes)

"""A picture shows the lanes that were chosen, leaves out what is hidden, and names what it refers to by number."""

import re
from collections.abc import Iterator, Sequence

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.lanes import LANES
from mapgen.model.journey import Journey
from mapgen.pipeline import check
from mapgen.render.drawing import Drawing
from mapgen.render.formats.svg import labels
from mapgen.render.options import PARTS, Options
from tests.test_composition import WHOLE, texts

USUAL = Options()
TOUCHPOINTS = 30
STEP = """
      - id: step-{n}
        name: Number {word}
        channel: phone
        thought: Oh
        need: Help
        action: Act
        emotion: {{score: {score}, feeling: fine}}
        moment_of_truth: {{for: trust, why: Because}}
        importance: {{customer: 5}}
        pain_points: [{{id: pain-{n}, text: Pain, severity: high}}]
        opportunities: [{{id: idea-{n}, text: Idea}}]
        delights: [Joy]
        exits: [{{kind: abandon, reason: Away}}]
        metrics: [{{name: Speed, value: 8}}]
        personas: [ann]
        owner: team
        tools: [Tool]
        frontstage: [Front]
        backstage: [Back]
        support: [Base]
        links: [{{title: Link, url: "https://example.com"}}]
        x-mood: Mild
"""
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_words(number: int) -> str:
    """Write a number by its figures."""
    return " ".join(WORDS[int(figure)] for figure in str(number))


MANY = """
title: Many steps
personas: [{id: ann, name: Ann}]
channels: [{id: phone, name: Phone}]
owners: [{id: team, name: Team}]
experiments: [{name: Trial, opportunity: idea-29}]
stages:
  - name: Begin
    questions: [{text: Why, answered_by: [step-29]}]
    touchpoints:
""" + "".join(STEP.format(n=n, word=in_words(n), score=n % 5 - 2) for n in range(1, TOUCHPOINTS))


def journey_of(text: str | bytes) -> Journey:
    """Return the journey of a spec."""
    checked = check(text, name="a.journey.yaml")
    assert checked.journey, [found.message for found in checked.diagnostics]
    return checked.journey


def drawing_of(journey: Journey, view: str, lanes: tuple[str, ...] = (), options: Options = USUAL) -> Drawing:
    """Return the drawing of a view."""
    analysis = analyze(journey)
    composed = compose(journey, analysis, lanes=lanes)
    return Drawing("a", journey, analysis, lambda: composed, options=options).of(view, ())


def told(drawing: Drawing) -> list[str]:
    """Return what a picture says, line by line."""
    return [label.text for label in labels(drawing.scene.items)]


def words(lines: Sequence[str]) -> Iterator[str]:
    """Yield each word, and each part of a word that is broken."""
    for line in lines:
        yield from re.findall(r"\w+", line)


@pytest.mark.parametrize("lane", LANES)
def test_a_map_of_one_lane_says_what_is_above_it_and_the_lane_and_nothing_else(lane: str) -> None:
    drawing = drawing_of(journey_of(WHOLE.read_bytes()), "map", (lane,), Options(is_lanes_only=True))
    grid = drawing.map.grid
    allowed = "\n".join(texts((drawing.map.lens, grid.stage_title, grid.headings, grid.rows, grid.columns)))

    assert {row.id for row in grid.rows} <= {lane}
    assert [word for word in words(told(drawing)) if word not in allowed] == []


def test_lanes_that_the_spec_chooses_have_a_legend() -> None:
    spec = "title: A\nlanes: [emotion-curve]\nstages: [{name: S, touchpoints: [{name: T, emotion: 1}]}]"
    journey = journey_of(f"{spec}\nevidence: [Talks]")

    assert "hypothesis: no evidence yet" in told(drawing_of(journey, "map"))
    assert "hypothesis: no evidence yet" not in told(drawing_of(journey, "map", (), Options(is_lanes_only=True)))


@pytest.mark.parametrize("lane", [*LANES, "x-mood"])
def test_a_number_that_stands_for_a_touchpoint_has_its_name_in_the_same_picture(lane: str) -> None:
    said = told(drawing_of(journey_of(MANY), "map", (lane,), Options(hide=PARTS)))
    numbers = {int(word) for word in words(said) if word.isdecimal() and int(word) > len(WORDS)}
    names = " ".join(said)

    assert [number for number in numbers if in_words(number) not in names] == []


def test_points_of_a_curve_have_names_where_no_card_has_them() -> None:
    spec = "title: A\nstages: [{name: S, touchpoints: [{name: Looks, emotion: 1}, {name: Pays, emotion: -1}]}]"
    said = told(drawing_of(journey_of(spec), "map", ("emotion-curve",)))

    assert {"Looks", "Pays"} <= set(said)


SHOWN = {
    "head": "Quince jelly",
    "figures": "evidence-backed",
    "personas": "Zoe Quill",
    "legend": "hypothesis: no evidence yet",
    "footer": "Kitchen",
}
"""What a part says that no other part does."""

JELLY = """
title: Quince jelly
review: {owner: kitchen, reviewed: 2026-10-01}
owners: [{id: kitchen, name: Kitchen}]
evidence: [{id: talks, title: Talks}]
personas: [{name: Zoe Quill, quote: So yellow}]
stages:
  - name: Cook
    touchpoints:
      - {name: Stirs, emotion: {score: 1, evidence: [talks]}, pain_points: [Burns]}
      - {name: Tastes, emotion: -1}
"""
LABELS = {"poster": SHOWN | {"figures": "backed by evidence", "legend": "no evidence yet"}, "map": SHOWN}


@pytest.mark.parametrize("view", ["poster", "map"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_hidden_is_left_out_and_the_others_are_not(view: str, part: str) -> None:
    def parts(*hide: str) -> set[str]:
        said = "\n".join(told(drawing_of(journey_of(JELLY), view, (), Options(hide=hide))))
        return {name for name, text in LABELS[view].items() if text in said}

    assert parts() == set(PARTS)
    assert parts(part) == set(PARTS) - {part}


@pytest.mark.parametrize("view", ["poster", "map"])
def test_a_picture_without_all_its_parts_is_lower_and_begins_with_the_stages(view: str) -> None:
    whole, bare = (drawing_of(journey_of(JELLY), view, (), Options(hide=hide)) for hide in ((), PARTS))

    assert bare.scene.height < whole.scene.height
    assert told(bare)[:2] == (["Stage", "Cook"] if view == "map" else ["Cook", *told(bare)[1:2]])

"""The JSON holds the journey as a spec of itself, and what was computed of it."""

import json
from pathlib import Path

import pytest

from mapgen.analysis import analyze
from mapgen.model.journey import Journey
from mapgen.pipeline import check
from mapgen.render.formats.json import to_json

ROOT = Path(__file__).parents[2]
SPECS = [*sorted(ROOT.glob("examples/*/*.journey.yaml")), ROOT / "tests/schema/whole.journey.yaml"]
COFFEE = """\
title: Morning coffee
stages:
  - name: Arrive
    volume: 100
    touchpoints:
      - {name: Sees the queue, emotion: -1, pain_points: [The queue], x-till: [one, two]}
  - name: Order
    volume: 62
    duration: {value: 1.5, unit: hours}
    requirements: [{text: Cash, met: false}]
    touchpoints:
      - {name: Pays, moment_of_truth: trust, opportunities: [{text: App, addresses: [the-queue], impact: 4, effort: 2}]}
flow: [{from: pays, to: sees-the-queue, kind: back, share: 0.1}]
"""


def journey(text: str | bytes) -> Journey:
    checked = check(text, name="test")
    assert checked.journey is not None, checked.diagnostics
    return checked.journey


def without_places(thing: object) -> object:
    """Leave out where things stand in their spec."""
    names = getattr(type(thing), "__match_args__", ())
    if names:
        return tuple(without_places(getattr(thing, name)) for name in names if name != "pointer")
    return tuple(map(without_places, thing)) if isinstance(thing, tuple) else thing


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: str(spec.parent.name))
def test_the_journey_of_the_output_is_a_spec_of_the_same_journey(spec: Path) -> None:
    first = journey(spec.read_bytes())
    again = journey(json.dumps(json.loads(to_json(first, analyze(first)))["journey"]))

    assert without_places(again) == without_places(first)


def test_the_words_are_those_of_the_language() -> None:
    first = journey(COFFEE)
    told = json.loads(to_json(first, analyze(first)))
    arrive, order = told["journey"]["stages"]

    assert (told["format"], told["version"]) == ("mapgen-journey", 1)
    assert told["journey"]["flow"] == [{"from": "pays", "to": "sees-the-queue", "kind": "back", "share": 0.1}]
    assert arrive["touchpoints"][0]["x-till"] == ["one", "two"]
    assert "thought" not in arrive["touchpoints"][0]
    assert order["duration"] == {"value": 1.5, "unit": "hours"}
    assert order["requirements"] == [{"text": "Cash", "met": False}]
    assert order["touchpoints"][0]["moment_of_truth"] == {"for": "trust"}


def test_what_was_computed() -> None:
    first = journey(COFFEE)
    computed = json.loads(to_json(first, analyze(first)))["computed"]

    assert computed["emotion"]["peak"] == {"touchpoint": "sees-the-queue", "score": -1}
    assert computed["funnel"]["overall"] == 0.62
    assert computed["funnel"]["stages"][1]["conversion"] is None
    assert computed["opportunities"] == [{"opportunity": "app", "touchpoint": "pays", "score": 2.0}]
    assert computed["pain_points"] == [{"pain_point": "the-queue", "addressed_by": ["app"], "open": True}]


def test_text_stands_as_it_is_and_the_file_ends_with_a_line() -> None:
    first = journey('title: "Café </script> 中"\nstages: []\n'.replace("[]", "[{name: A, touchpoints: [{name: B}]}]"))
    text = to_json(first, analyze(first))

    assert "Café </script> 中" in text
    assert text.endswith("}\n")
    assert "\r" not in text

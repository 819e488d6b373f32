"""A spec that declares no evidence is not told about hypotheses, in any format."""

import pytest

from mapgen.pipeline import DrawRequest, check, draw

SPEC = """
title: Morning coffee
personas: [Ada, {name: Bo, position: Baker}]
stages:
  - name: Order
    emotion: 1
    metrics: [{name: Guests, value: 60, target: 80, better: higher}]
    touchpoints:
      - name: Waits
        emotion: {score: -2, by: {ada: -1}}
        quotes: [{text: I am wet., by: ada}]
        pain_points: [Rain]
        delights: [Music]
        opportunities: [{text: An awning, addresses: [rain]}]
        exits: [{kind: abandon, share: 0.2, reason: Rain}]
      - {name: Pays, emotion: 2}
scenarios: [{name: All, path: [waits, pays]}]
"""
FORMATS = ("svg", "html", "md")
VIEWS = ("poster", "map", "flow", "slide")


def drawn(text: str) -> dict[str, str]:
    checked = check(text, name="coffee.journey.yaml")
    assert checked.journey, checked.diagnostics
    files = draw(DrawRequest(checked.journey, "coffee", FORMATS, views=VIEWS))
    return {name: content.decode() for name, content in files.items()}


@pytest.mark.parametrize("word", ["hypothes", "evidence-backed", "backed by evidence"])
def test_no_output_speaks_of_evidence(word: str) -> None:
    assert [name for name, content in drawn(SPEC).items() if word in content] == []


def test_all_outputs_do_once_a_spec_declares_some() -> None:
    files = drawn(f"{SPEC}evidence: [Counts]\n")

    assert [name for name, content in files.items() if "hypothesis" not in content] == []

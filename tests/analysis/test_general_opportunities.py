"""An opportunity that addresses no pain point by name is for all those of its touchpoint or stage."""

import pytest

import mapgen
from mapgen.analysis import analyze

SPEC = """\
title: T
stages:
  - name: A
    pain_points: [Slow]
    opportunities: [{idea}]
    touchpoints:
      - name: B
        pain_points: [{{id: dear, text: Dear}}]
        opportunities: [{{text: Cheaper, addresses: [dear]}}]
"""


@pytest.mark.parametrize(
    ("idea", "beside", "said"), [("Faster", ("faster",), False), ("{text: Faster, addresses: [dear]}", (), True)]
)
def test_a_pain_point_knows_the_opportunities_beside_it(idea: str, beside: tuple[str, ...], *, said: bool) -> None:
    journey_map = mapgen.parse(SPEC.format(idea=idea))

    assert mapgen.check(journey_map.text, name="x").diagnostics == ()
    assert dict(analyze(journey_map.journey).opportunities.beside) == {"slow": beside, "dear": ()}
    for text in (journey_map.svg(), journey_map.svg("map"), journey_map.markdown()):
        assert ("obody works on it" in text) is said

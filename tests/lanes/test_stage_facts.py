"""What a stage states about itself is shown over its whole width, before what its touchpoints state."""

from collections.abc import Callable

import pytest

from mapgen.blocks import Block, Card, Chips, ItemList, Marker, Quote, Score, Text
from mapgen.lanes.grid import Row

RowOf = Callable[[str, str], Row | None]

SPEC = """
title: A flight
channels: [App, Airport]
stages:
  - name: Plan
    channels: [app]
    thoughts: [Where to?, Is it safe?]
    needs: [Good prices]
    emotion: {score: 1, feeling: curious}
    moment_of_truth: trust
    pain_points: [{id: fees, text: Hidden fees, severity: high}]
    delights: [A map of the world]
    opportunities: [{text: One price, addresses: [fees]}]
    tools: [Laptop]
  - name: Fly
    emotion: 2
    pain_points: [Noise]
    touchpoints: [{name: Boards, pain_points: [A queue]}, Sleeps]
  - name: Arrive
    emotion: 2
    touchpoints: [{name: Waits, emotion: -1, thought: Where is it?, thoughts: [Again?]}, Leaves]
"""

SHOWN = {
    "channels": ["App"],
    "thoughts": ["Where to?", "Is it safe?"],
    "needs": ["Good prices"],
    "moments-of-truth": ["Decides trust"],
    "pain-points": ["Hidden fees"],
    "delights": ["A map of the world"],
    "opportunities": ["One price"],
    "tools": ["Laptop"],
    "emotion-curve": ["curious"],
}


def said(block: Block) -> list[str]:
    """Return the author's words of a block."""
    match block:
        case Chips():
            return [chip.text for chip in block.items]
        case Card() | Marker():
            return [block.title]
        case Quote() | Text():
            return [block.text]
        case ItemList():
            return [block.line.text]
        case Score():
            return [block.feeling or ""]
        case _:
            return []


@pytest.mark.parametrize("lane", SHOWN)
def test_a_stage_without_touchpoints_shows_what_it_states(row_of: RowOf, lane: str) -> None:
    row = row_of(lane, SPEC)
    assert row
    (cell,) = (cell for cell in row.cells if cell.first == 0)

    assert [text for block in cell.blocks for text in said(block)] == SHOWN[lane]


def test_the_stage_comes_before_its_touchpoints(row_of: RowOf) -> None:
    row = row_of("pain-points", SPEC)
    assert row
    cards = [block for cell in row.cells if cell.first == 1 for block in cell.blocks if isinstance(block, Card)]

    assert [(card.title, card.number) for card in cards] == [("Noise", None), ("A queue", 1)]


def test_the_emotion_of_a_stage_is_a_point_unless_its_touchpoints_have_one(row_of: RowOf) -> None:
    row = row_of("emotion-curve", SPEC)
    assert row

    assert [(cell.first, cell.last) for cell in row.cells] == [(0, 1), (1, 3), (3, 4)]


def test_a_touchpoint_may_have_several_thoughts(row_of: RowOf) -> None:
    row = row_of("thoughts", SPEC)
    assert row

    assert [text for block in row.cells[-1].blocks for text in said(block)] == ["Where is it?", "Again?"]


def test_a_feeling_that_the_curve_has_no_place_for_stands_with_what_the_stage_is(row_of: RowOf) -> None:
    row = row_of(
        "stages", SPEC.replace("name: Arrive\n    emotion: 2", "name: Arrive\n    emotion: {score: 2, feeling: glad}")
    )
    assert row

    assert [(cell.first, text) for cell in row.cells for block in cell.blocks for text in said(block)] == [(3, "glad")]

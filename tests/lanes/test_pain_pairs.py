"""In a picture, each pain point stands beside what is done about it."""

from collections.abc import Callable

from mapgen.blocks import Card, PainPair
from mapgen.composition import Map
from mapgen.lanes.picture import pictured

MapOf = Callable[..., Map]

SHOP = """
title: Shop
evidence: [{id: talks, title: Talks}]
stages:
  - name: Enter
    touchpoints:
      - name: Queues
        pain_points: [{id: queue, text: The queue, evidence: [talks]}, {id: rain, text: It rains}]
      - name: Looks around
        opportunities: [{id: tour, text: A tour}, {id: mats, text: Mats, addresses: [floor], status: done}]
  - name: Pay
    touchpoints:
      - name: Pays
        pain_points: [{id: coins, text: Coins only}, {id: floor, text: A wet floor}]
        opportunities: [{id: till, text: A second till, addresses: [queue, coins]}]
"""


def pairs(map_: Map) -> list[list[str]]:
    """Return, lane by lane of pain points or opportunities, what stands beside what."""
    rows = [row for row in pictured(map_.grid).rows if row.id in {"pain-points", "opportunities"}]
    return [[told(block) for cell in row.cells for block in cell.blocks] for row in rows]


def told(block: object) -> str:
    if isinstance(block, PainPair):
        beside = [*map(told, block.remedies), *(f"{note.text!r}" for note in block.notes)]
        return f"{block.pain.title} -> {', '.join(beside)}"
    assert isinstance(block, Card)
    return block.title if block.number is None else f"{block.number} {block.title}"


def test_a_remedy_stands_beside_its_first_pain_point_and_the_others_name_it(map_of: MapOf) -> None:
    assert pairs(map_of(SHOP)) == [
        [
            "The queue -> 3 A second till",
            "It rains -> 'nobody works on it'",
            "2 A tour",
            "Coins only -> 'A second till'",
            "A wet floor -> 2 Mats",
        ]
    ]


def test_a_lane_alone_is_not_paired(map_of: MapOf) -> None:
    assert pairs(map_of(SHOP, "pain-points")) == [["1 The queue", "1 It rains", "Coins only", "A wet floor"]]
    assert pairs(map_of(SHOP, "opportunities")) == [["2 A tour", "2 Mats", "A second till"]]


def test_pairs_stand_where_the_first_of_both_lanes_was_chosen(map_of: MapOf) -> None:
    rows = pictured(map_of(SHOP, "opportunities", "touchpoints", "pain-points").grid).rows

    assert [(row.id, row.title) for row in rows] == [
        ("pain-points", "Pain points and opportunities"),
        ("touchpoints", "Touchpoints"),
    ]


def test_opportunities_without_any_pain_point_keep_their_lane(map_of: MapOf) -> None:
    map_ = map_of("{title: A, stages: [{name: B, touchpoints: [{name: C, opportunities: [D]}]}]}")

    assert pairs(map_) == [["D"]]


def test_a_remedy_beside_its_pain_point_does_not_repeat_it(map_of: MapOf) -> None:
    (row,) = (row for row in pictured(map_of(SHOP).grid).rows if row.id == "pain-points")
    first = row.cells[0].blocks[0]

    assert isinstance(first, PainPair)
    assert first.remedies[0].body == ()


def test_a_resolved_pain_point_is_muted_and_has_a_check_mark(map_of: MapOf) -> None:
    (row,) = map_of(SHOP, "pain-points").grid.rows
    cards = [block for cell in row.cells for block in cell.blocks if isinstance(block, Card)]

    assert {card.title: (card.tone, card.icon) for card in cards if card.icon} == {
        "A wet floor": ("muted", "mapgen:check")
    }


def test_no_pain_point_is_a_guess_where_nothing_names_evidence(map_of: MapOf) -> None:
    def guesses(text: str) -> list[bool]:
        (row,) = map_of(text, "pain-points").grid.rows
        return [block.hypothesis for cell in row.cells for block in cell.blocks if isinstance(block, Card)]

    assert guesses(SHOP) == [False, True, True, True]
    assert guesses("{title: A, stages: [{name: B, touchpoints: [{name: C, pain_points: [D]}]}]}") == [False]

"""A pain point stands beside its remedies where there is room, else above them."""

import pytest

from mapgen import resources
from mapgen.blocks import Card, PainPair, Text
from mapgen.layout import dimensions as m
from mapgen.layout.cards import card
from mapgen.layout.pairs import pain_pair
from mapgen.layout.scene import Box, Group, Item, Label
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface

RULER = TextMeasurer(Typeface(resources.font()))
PAIN = Card("The queue", overline="High", tone="bad", anchor="pain-queue")
TILL = Card("A second till", tone="good", anchor="opportunity-till")
TOUR = Card("A tour of the hall for all who wait at the door in the rain", tone="good", anchor="opportunity-tour")
NOBODY = Text("nobody works on it", tone="bad")


def boxes(block: PainPair, width: float) -> dict[str | None, Box]:
    """Return where each card stands."""
    out: list[Item] = []
    part = pain_pair(block, width, RULER, "stage-1")
    part.place(0.0, 0.0, part.height, out)
    found = {item.anchor: item.box for item in out if isinstance(item, Group) and item.box}
    assert max(box.y + box.height for box in found.values()) <= part.height + 0.01
    return found


def test_remedies_stand_beside_where_there_is_room_and_below_where_not() -> None:
    wide = boxes(PainPair(PAIN, (TILL,)), m.PAIR_MIN)
    narrow = boxes(PainPair(PAIN, (TILL,)), m.PAIR_MIN - 1)

    assert wide["opportunity-till"].y == wide["pain-queue"].y
    assert wide["opportunity-till"].x > wide["pain-queue"].x + wide["pain-queue"].width
    assert narrow["opportunity-till"].y > narrow["pain-queue"].y + narrow["pain-queue"].height


@pytest.mark.parametrize("width", [200.0, 500.0])
def test_several_remedies_stand_under_each_other(width: float) -> None:
    found = boxes(PainPair(PAIN, (TILL, TOUR)), width)
    first, second = found["opportunity-till"], found["opportunity-tour"]

    assert first.x == second.x
    assert first.y + first.height < second.y


@pytest.mark.parametrize("width", [200.0, 500.0])
def test_a_note_stands_in_the_place_of_a_card(width: float) -> None:
    out: list[Item] = []
    part = pain_pair(PainPair(PAIN, (), (NOBODY,)), width, RULER, "stage-1")
    part.place(0.0, 0.0, part.height, out)

    assert [(item.text, item.fill) for item in out if isinstance(item, Label)] == [("nobody works on it", "bad")]


def test_a_pain_point_of_which_nothing_is_said_stands_alone() -> None:
    assert list(boxes(PainPair(PAIN), 500.0)) == ["pain-queue"]


def test_a_check_mark_is_text_which_no_mirror_turns() -> None:
    out: list[Item] = []
    card(Card("The queue", overline="High", icon="mapgen:check", tone="muted"), 200.0, RULER, "stage-1").place(
        0.0, 0.0, 60.0, out
    )
    (group,) = out

    assert isinstance(group, Group)
    assert [item.text for item in group.items if isinstance(item, Label)] == ["✓ High", "The queue"]

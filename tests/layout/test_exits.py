"""An exit is an arrow out of its lane, as wide as the share of those who take it."""

import pytest

from mapgen import resources
from mapgen.blocks import Card
from mapgen.layout.exits import exit_arrow
from mapgen.layout.pieces import piece
from mapgen.layout.scene import Group, Item, Label, Line, Rect
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface

RULER = TextMeasurer(Typeface(resources.font()))
EXIT = Card("Too dear", overline="Abandons", note="40 %", icon="mapgen:exit", tone="bad", anchor="exit-a.0", share=0.4)


def drawn(block: Card) -> tuple[Item, ...]:
    out: list[Item] = []
    exit_arrow(block, 200.0, RULER).place(0.0, 0.0, 40.0, out)
    (group,) = out
    assert isinstance(group, Group)
    assert group.anchor == block.anchor
    return group.items


def pen(share: float | None) -> float:
    (line,) = (item for item in drawn(Card("Too dear", tone="bad", share=share)) if isinstance(item, Line))
    return line.width


def test_an_arrow_is_wider_the_more_customers_leave() -> None:
    assert pen(None) == pen(0.0) < pen(0.1) < pen(0.9) < pen(1.0)


def test_reason_kind_and_share_stand_beside_the_arrow() -> None:
    assert [item.text for item in drawn(EXIT) if isinstance(item, Label)] == ["Too dear", "Abandons · 40 %"]


def test_an_exit_has_no_ground_of_a_pain_point() -> None:
    assert not [item for item in drawn(EXIT) if isinstance(item, Rect)]
    assert piece(EXIT, 200.0, RULER, "stage-1").height == pytest.approx(exit_arrow(EXIT, 200.0, RULER).height)

"""The bars of metrics begin at their targets, which stand on one line."""

import pytest

from mapgen import resources
from mapgen.blocks import Meter, Tone
from mapgen.layout.meters import meter
from mapgen.layout.scene import Item, Line, Rect
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface

RULER = TextMeasurer(Typeface(resources.font()))


def drawn(distance: float | None, width: float = 300.0, tone: Tone = "bad") -> list[Item]:
    block = Meter("Wait", "9 min", 0.5, 0.4, "target", None, tone, hypothesis=False, distance=distance)
    out: list[Item] = []
    meter(block, width, RULER).place(0.0, 0.0, 100.0, out)
    return out


def bar(items: list[Item]) -> tuple[float, ...]:
    """Return where the bar begins and how long it is; nothing where there is none."""
    bars = [item for item in items if isinstance(item, Rect) and item.fill == "bad"]
    return (bars[0].x, bars[0].width) if bars else ()


def target(items: list[Item]) -> list[float]:
    return [item.x1 for item in items if isinstance(item, Line) and item.stroke == "ink"]


def test_a_miss_stands_before_the_line_and_what_is_better_behind_it() -> None:
    (line,) = target(drawn(-0.5))

    assert bar(drawn(-0.5)) == pytest.approx((line - 52, 52))
    assert bar(drawn(0.25)) == pytest.approx((line, 26))


@pytest.mark.parametrize("width", [160.0, 300.0, 700.0])
def test_bars_compare_between_columns_of_all_widths(width: float) -> None:
    assert bar(drawn(-0.5, width)) == bar(drawn(-0.5))
    assert target(drawn(-0.5, width)) == target(drawn(-0.5))


def test_a_bar_that_is_too_long_is_cut_with_two_strokes() -> None:
    items = drawn(-2.5)

    assert bar(items) == pytest.approx((0.0, 104))
    assert len([item for item in items if isinstance(item, Line) and item.stroke == "paper"]) == 2


def test_a_value_on_its_target_has_a_line_and_no_bar() -> None:
    assert bar(drawn(0.0)) == pytest.approx(())
    assert target(drawn(0.0))


def test_a_value_without_a_target_has_neither() -> None:
    assert bar(drawn(None)) == pytest.approx(())
    assert target(drawn(None)) == []

"""The emotion curve: where scores lie, whose they are, and what stands on the axis."""

# ruff: noqa: RUF001  the signs that a map writes, as it writes them

from collections.abc import Callable

import pytest

from mapgen.blocks import Point, Score
from mapgen.lanes.grid import Axis, Row
from mapgen.lanes.scale import round_scores
from mapgen.model.journey import EmotionScale, Number

RowOf = Callable[[str, str], Row | None]

HEAD = "title: A\n"
LADDER = "stages: [{name: S, touchpoints: [{name: a, emotion: 1}, {name: b}, {name: c, emotion: 5}]}]"


def scores(row: Row | None) -> list[Score]:
    """Return the scores of a curve."""
    assert row
    return [block for cell in row.cells for block in cell.blocks if isinstance(block, Score)]


def axis(row: Row | None) -> Axis:
    """Return the axis of a curve."""
    assert row
    assert row.axis
    return row.axis


def test_a_score_lies_in_proportion_to_the_scale(row_of: RowOf) -> None:
    row = row_of("emotion-curve", f"{HEAD}emotion_scale: {{min: 1, max: 5}}\n{LADDER}")

    assert [score.points[0] for score in scores(row)] == [Point(0, 0.0, "1"), Point(0, 1.0, "5")]
    assert axis(row).neutral == 0.5


def test_no_emotion_is_a_gap(row_of: RowOf) -> None:
    row = row_of("emotion-curve", f"{HEAD}emotion_scale: {{min: 1, max: 5}}\n{LADDER}")
    assert row

    assert [cell.first for cell in row.cells] == [0, 2]


def test_a_scale_over_zero_shows_signs(row_of: RowOf) -> None:
    spec = f"{HEAD}stages: [{{name: S, touchpoints: [{{name: a, emotion: 2}}]}}]"

    assert axis(row_of("emotion-curve", spec)).ticks == (
        (0.0, "−2"),
        (0.25, "−1"),
        (0.5, "0"),
        (0.75, "+1"),
        (1.0, "+2"),
    )


def test_scores_that_the_author_named_stand_on_the_axis(row_of: RowOf) -> None:
    scale = "emotion_scale: {min: 1, max: 5, labels: {1: angry, 4.5: glad}}"
    ticks = axis(row_of("emotion-curve", f"{HEAD}{scale}\n{LADDER}")).ticks

    assert [label for _, label in ticks] == ["1 angry", "2", "3", "4", "4.5 glad", "5"]


def test_peak_trough_and_end_are_marked_once(row_of: RowOf) -> None:
    spec = f"{HEAD}stages: [{{name: S, touchpoints: [{{name: a, emotion: 2}}, {{name: b, emotion: -1}}]}}]"

    assert [score.marks for score in scores(row_of("emotion-curve", spec))] == [("peak",), ("lowest", "end")]


def test_personas_who_feel_differently_have_curves_of_their_own(row_of: RowOf) -> None:
    touchpoints = "[{name: a, emotion: {score: 0, by: {tom: 2, maya: -2}}}, {name: b, emotion: {by: {maya: 1}}}]"
    row = row_of("emotion-curve", f"{HEAD}personas: [Maya, Tom]\nstages: [{{name: S, touchpoints: {touchpoints}}}]")

    assert axis(row).series == ("Everyone", "Maya", "Tom")
    first, second = scores(row)
    assert sorted((point.series, point.label) for point in first.points) == [(0, "0"), (1, "−2"), (2, "+2")]
    assert second.points == (Point(1, 0.75, "+1"),)


def test_a_feeling_needs_no_score(row_of: RowOf) -> None:
    spec = f"{HEAD}evidence: [Talks]\nstages: [{{name: S, touchpoints: [{{name: a, emotion: {{feeling: lost}}}}]}}]"

    (score,) = scores(row_of("emotion-curve", spec))
    assert (score.points, score.feeling, score.hypothesis) == ((), "lost", True)


def test_nothing_is_a_hypothesis_where_a_spec_names_no_evidence(row_of: RowOf) -> None:
    spec = f"{HEAD}stages: [{{name: S, touchpoints: [{{name: a, emotion: 1}}]}}]"

    (score,) = scores(row_of("emotion-curve", spec))
    assert not score.hypothesis


@pytest.mark.parametrize(
    ("low", "high", "first", "count"),
    [(1, 10, 1, 10), (0, 100, 0, 11), (-50, 50, -50, 11), (0, 0.5, 0, 2), (-1e308, 1e308, -1e300, 11)],
)
def test_an_axis_has_at_most_eleven_ticks(low: Number, high: Number, first: Number, count: int) -> None:
    found = round_scores(EmotionScale(low, high, ()))

    assert len(found) == count
    assert found[0] == pytest.approx(first)


def marks_of(row: Row | None) -> list[tuple[str, ...]]:
    return [score.marks for score in scores(row)]


def feeling(*given: int) -> str:
    touchpoints = ", ".join(f"{{name: t{index}, emotion: {score}}}" for index, score in enumerate(given))
    return f"{HEAD}stages: [{{name: S, touchpoints: [{touchpoints}]}}]"


def test_all_of_few_equal_scores_are_marked_and_none_of_many(row_of: RowOf) -> None:
    few, many = (row_of("emotion-curve", feeling(*given)) for given in ((-1, 1, -1), (-1, -1, 1, -1, -1)))

    assert marks_of(few) == [("lowest",), ("peak",), ("lowest", "end")]
    assert marks_of(many) == [(), (), ("peak",), (), ("end",)]

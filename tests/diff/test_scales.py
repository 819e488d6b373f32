"""Another emotion scale with the same feelings is no change of any emotion, and nothing feels better or worse by it."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapgen import pipeline
from mapgen.charts.series import series
from mapgen.diff import Version, compare, version
from mapgen.diff.changes import Level
from mapgen.diff.history import CommitInfo, trace
from mapgen.diff.wording import describe
from mapgen.render.diff.drawing import compared_drawing
from mapgen.render.history.report import HistoryReport, rows
from mapgen.words import Words

Ends = tuple[str, str]
ENDS: tuple[Ends, ...] = (("-2", "2"), ("1", "5"), ("0", "10"), ("-0.3", "0.9"), ("0", "0.7"), ("-1000", "1000"))
HALVES = st.integers(0, 40).map(lambda step: Fraction(step, 40))


def journey(ends: Ends, places: list[Fraction]) -> Version:
    """Write a journey whose emotions lie at places from 0 to 1 between the ends of its scale, as decimals."""
    low, high = map(Fraction, ends)
    lines = [
        f"title: Pay\nemotion_scale: {{min: {ends[0]}, max: {ends[1]}}}\npersonas: [{{id: ada, name: Ada}}]\nstages:\n"
    ]
    for number, place in enumerate(places):
        score = float(low + place * (high - low))
        emotion = f"{{score: {score}, target: {score}, by: {{ada: {score}}}}}"
        lines.append(f"  - name: S{number}\n    touchpoints: [{{name: T{number}, emotion: {emotion}}}]\n")
    made = pipeline.check("".join(lines), name="pay.journey.yaml").journey
    assert made
    return version(made)


@given(st.sampled_from(ENDS), st.sampled_from(ENDS), st.lists(HALVES, min_size=1, max_size=4))
@example(("0", "0.7"), ("-2", "2"), [Fraction(7, 40)])
def test_the_same_feelings_on_another_scale_are_no_change(old: Ends, new: Ends, places: list[Fraction]) -> None:
    comparison = compare(journey(old, places), journey(new, places))
    changes = list(comparison.changes())

    assert {change.field for change in changes} <= {"scale.low", "scale.high"}
    assert {change.level for change in changes} <= {Level.RECORD}
    assert comparison.verdict.direction == "same"
    assert (old == new) is (changes == [])


@given(st.sampled_from(ENDS), st.sampled_from(ENDS), HALVES, HALVES)
def test_verdict_effect_and_badge_agree_on_any_two_scales(old: Ends, new: Ends, then: Fraction, now: Fraction) -> None:
    comparison = compare(journey(old, [then]), journey(new, [now]))
    expected = "better" if now > then else "worse" if now < then else None
    effects = {change.effect for change in comparison.changes() if change.field in {"emotion.score", "emotion.by"}}
    emotions = next((signal for signal in comparison.verdict.signals if signal.name == "emotions"), None)

    assert effects == ({expected} if expected else set())
    assert comparison.verdict.direction == (expected or "same")
    assert (emotions.direction if emotions else None) == expected


def test_scores_of_two_scales_are_told_on_that_of_the_newer_version() -> None:
    told = describe(compare(journey(("-2", "2"), [Fraction(1, 4)]), journey(("0", "10"), [Fraction(1, 2)])))

    assert "lowest moment 2.5 → 5" in told.verdict


def test_a_map_of_both_versions_draws_no_old_curve_where_nobody_feels_different() -> None:
    places = [Fraction(step, 40) for step in range(1, 40)]
    told = describe(compare(journey(("0", "0.7"), places), journey(("-0.3", "0.9"), places)))
    unchanged = compared_drawing(told, ("old", "new"), ("pay", "pay")).unchanged
    assert unchanged
    axes = [row.axis for row in unchanged.map.grid.rows if row.axis]

    assert [axis.before_name for axis in axes] == [None]


@pytest.mark.parametrize("ends", ENDS, ids="..".join)
def test_a_history_shows_all_versions_on_the_scale_of_the_newest(ends: Ends) -> None:
    places = [Fraction(3, 40), Fraction(1, 2)]
    history = trace([journey(ends, places), None, journey(("0", "40"), places)])
    moments = tuple(CommitInfo(f"2026-01-0{day}", f"{day}", "Ada", "") for day in (1, 2, 3))
    first, _, last = (row[2:5] for row in rows(HistoryReport("pay", moments, history)))

    assert first == last == ("3", "3", "20")
    feelings = [course for course in series(history, Words("en")) if course.neutral is not None]
    assert [course.tone for course in feelings] == ["plain"] * 3
    assert {course.shares[0] == course.shares[2] for course in feelings} == {True}

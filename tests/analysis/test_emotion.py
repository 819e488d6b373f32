from collections.abc import Callable

from mapgen.analysis import Analysis
from mapgen.analysis.emotion import Drop

Analyze = Callable[[str], Analysis]


def test_peak_trough_end_and_steepest_drop(analysis_of: Analyze) -> None:
    emotion = analysis_of("""
title: t
stages:
  - name: s
    touchpoints: [{name: a, emotion: 1}, {name: b, emotion: 2}, {name: c, emotion: -1}]
  - name: u
    touchpoints: [{name: d, emotion: -2}, {name: e, emotion: 1}, {name: f, emotion: 2}, {name: g, emotion: 1}]
""").emotion

    assert emotion.peak == ("b", 2)
    assert emotion.trough == ("d", -2)
    assert emotion.end == ("g", 1)
    assert emotion.peak_end == 1.5
    assert emotion.steepest_drop == Drop("b", "c", 3)


def test_a_touchpoint_without_emotion_is_a_gap(analysis_of: Analyze) -> None:
    emotion = analysis_of("""
title: t
stages: [{name: s, touchpoints: [{name: a, emotion: 2}, b, {name: c, emotion: -2}, {name: d, emotion: -2}, e]}]
""").emotion

    assert emotion.scores == (("a", 2), ("b", None), ("c", -2), ("d", -2), ("e", None))
    assert emotion.end == ("d", -2)
    assert emotion.steepest_drop is None  # a and c are not neighbours


def test_without_emotions_there_is_nothing_to_tell(analysis_of: Analyze) -> None:
    emotion = analysis_of(
        "{title: t, stages: [{name: s, touchpoints: [a, {name: b, emotion: {feeling: calm}}]}]}"
    ).emotion

    assert (emotion.peak, emotion.trough, emotion.end, emotion.peak_end) == (None, None, None, None)
    assert emotion.series == ()


def test_each_persona_with_scores_has_a_curve(analysis_of: Analyze) -> None:
    emotion = analysis_of("""
title: t
personas: [Maya, Tom, Ines]
stages:
  - name: s
    touchpoints: [{name: a, emotion: {score: 1, by: {tom: 0, maya: 2}}}, {name: b, emotion: {by: {tom: -2}}}]
""").emotion

    assert emotion.series == (
        (None, (("a", 1), ("b", None))),
        ("maya", (("a", 2), ("b", None))),
        ("tom", (("a", 0), ("b", -2))),
    )


def test_of_equal_scores_that_which_decides_most_is_peak_or_trough(analysis_of: Callable[[str], Analysis]) -> None:
    emotion = analysis_of("""
        title: A
        stages:
          - name: B
            touchpoints:
              - {name: First good, emotion: 2}
              - {name: Decides, emotion: 2, moment_of_truth: trust}
              - {name: First bad, emotion: -2}
              - {name: Hurts, emotion: -2, pain_points: [{text: Ouch, severity: critical}]}
    """).emotion

    assert (emotion.peak, emotion.trough) == (("decides", 2), ("hurts", -2))

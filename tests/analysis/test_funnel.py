from collections.abc import Callable

import pytest

from mapgen.analysis import Analysis

Analyse = Callable[[str], Analysis]


def figures(analysis: Analysis) -> list[tuple[float | None, float | None, str | None]]:
    return [(one.conversion, one.drop_off, one.basis) for one in analysis.funnel.stages.values()]


def test_conversion_comes_from_the_volumes_of_neighbouring_stages(analysis_of: Analyse) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, volume: 1000}, {name: b, volume: 500}, {name: c, volume: 125}]
""")

    assert figures(analysis) == [(0.5, 0.5, "volume"), (0.25, 0.75, "volume"), (None, None, None)]
    assert analysis.funnel.overall == 0.125


def test_else_it_comes_from_exits_and_shares(analysis_of: Analyse) -> None:
    analysis = analysis_of("""
title: t
stages:
  - {name: a, exits: [{kind: abandon, share: 0.5}], touchpoints: [{name: x, exits: [{kind: pause, share: 0.2}]}, y]}
  - {name: b, touchpoints: [z]}
""")
    (conversion, drop_off, basis), last = figures(analysis)

    assert conversion == pytest.approx(0.8 * 0.5)
    assert drop_off == pytest.approx(0.6)
    assert basis == "shares"
    assert last == (None, None, None)
    assert analysis.funnel.overall == pytest.approx(0.4)


def test_who_goes_back_within_the_stage_comes_again(analysis_of: Analyse) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, exits: [{kind: churn, share: 0.25}], touchpoints: [x, y]}, {name: b, touchpoints: [z]}]
flow: [{from: y, to: x, kind: back, share: 0.5}]
""")

    assert figures(analysis)[0][0] == pytest.approx(0.25 / (0.25 + 0.25))


def test_a_stage_without_touchpoints_is_left_by_its_exits(analysis_of: Analyse) -> None:
    analysis = analysis_of("{title: t, stages: [{name: a, exits: [{kind: churn, share: 0.25}]}, b]}")

    assert figures(analysis)[0] == (0.75, 0.25, "shares")


@pytest.mark.parametrize(
    "stages",
    [
        "[{name: a, touchpoints: [x]}, {name: b, touchpoints: [y]}]",  # nothing was said
        "[{name: a, exits: [{kind: churn}], touchpoints: [x]}, {name: b, touchpoints: [y]}]",  # how many leave is open
        "[{name: a, volume: 0}, {name: b, volume: 0}]",  # nobody to convert
        "[{name: a, volume: 9, period: P1M}, {name: b, volume: 3, period: P1W}]",  # counted over different times
        "[{name: a, volume: 9}, {name: b}]",
    ],
)
def test_what_cannot_be_computed_is_left_out(analysis_of: Analyse, stages: str) -> None:
    analysis = analysis_of(f"{{title: t, stages: {stages}}}")

    assert figures(analysis)[0] == (None, None, None)
    assert analysis.funnel.overall is None


def test_a_way_past_the_next_stage_leaves_the_figure_open(analysis_of: Analyse) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, touchpoints: [x]}, {name: b, touchpoints: [y]}, {name: c, touchpoints: [z]}]
flow: [{from: x, to: z, kind: skip, share: 0.5}]
""")

    assert figures(analysis)[0] == (None, None, None)


def test_where_others_join_nobody_knows_the_drop_off(analysis_of: Analyse) -> None:
    analysis = analysis_of("{title: t, stages: [{name: a, volume: 10}, {name: b, volume: 15}]}")

    assert figures(analysis)[0] == (1.5, None, "volume")


def test_one_missing_figure_leaves_the_overall_conversion_out(analysis_of: Analyse) -> None:
    analysis = analysis_of("{title: t, stages: [{name: a, volume: 10}, {name: b, volume: 5}, c]}")

    assert analysis.funnel.overall is None


def test_numbers_beyond_all_measure_are_left_out(analysis_of: Analyse) -> None:
    huge = "9" * 290
    analysis = analysis_of(f"{{title: t, stages: [{{name: a, volume: 1e-300}}, {{name: b, volume: {huge}}}]}}")

    assert figures(analysis)[0] == (None, None, None)

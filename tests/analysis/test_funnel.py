from collections.abc import Callable

import pytest

from mapgen.analysis import Analysis

Analyze = Callable[[str], Analysis]


def figures(analysis: Analysis) -> list[tuple[float | None, float | None, str | None]]:
    return [(one.conversion, one.drop_off, one.basis) for one in analysis.funnel.stages.values()]


def test_conversion_comes_from_the_volumes_of_neighboring_stages(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, volume: 1000}, {name: b, volume: 500}, {name: c, volume: 125}]
""")

    assert figures(analysis) == [(0.5, 0.5, "volume"), (0.25, 0.75, "volume"), (None, None, None)]
    assert analysis.funnel.overall == 0.125


def test_else_it_comes_from_exits_and_shares(analysis_of: Analyze) -> None:
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


def test_who_goes_back_within_the_stage_comes_again(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, exits: [{kind: churn, share: 0.25}], touchpoints: [x, y]}, {name: b, touchpoints: [z]}]
flow: [{from: y, to: x, kind: back, share: 0.5}]
""")

    assert figures(analysis)[0][0] == pytest.approx(0.25 / (0.25 + 0.25))


def test_a_stage_without_touchpoints_is_left_by_its_exits(analysis_of: Analyze) -> None:
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
def test_what_cannot_be_computed_is_left_out(analysis_of: Analyze, stages: str) -> None:
    analysis = analysis_of(f"{{title: t, stages: {stages}}}")

    assert figures(analysis)[0] == (None, None, None)
    assert analysis.funnel.overall is None


def test_a_way_past_the_next_stage_leaves_the_figure_open(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, touchpoints: [x]}, {name: b, touchpoints: [y]}, {name: c, touchpoints: [z]}]
flow: [{from: x, to: z, kind: skip, share: 0.5}]
""")

    assert figures(analysis)[0] == (None, None, None)


def test_where_others_join_nobody_knows_the_drop_off(analysis_of: Analyze) -> None:
    analysis = analysis_of("{title: t, stages: [{name: a, volume: 10}, {name: b, volume: 15}]}")

    assert figures(analysis)[0] == (1.5, None, "volume")


def test_one_missing_figure_leaves_the_overall_conversion_out(analysis_of: Analyze) -> None:
    analysis = analysis_of("{title: t, stages: [{name: a, volume: 10}, {name: b, volume: 5}, c]}")

    assert analysis.funnel.overall is None


def test_customers_are_counted_on_from_stage_to_stage(analysis_of: Analyze) -> None:
    funnel = analysis_of("""
title: t
stages:
  - {name: a, volume: 1000, exits: [{kind: abandon, share: 0.4}], touchpoints: [x]}
  - {name: b, exits: [{kind: pause, share: 0.75}], touchpoints: [y]}
  - {name: c, touchpoints: [z]}
""").funnel

    assert [(one.volume, one.customers) for one in funnel.stages.values()] == [
        (1000, 1000),
        (None, pytest.approx(600)),
        (None, pytest.approx(150)),
    ]
    assert [one.reach for one in funnel.stages.values()] == pytest.approx([1, 0.6, 0.15])
    assert [one.lost for one in funnel.stages.values()] == [pytest.approx(0.4), pytest.approx(0.45), None]


def test_the_largest_loss_is_that_of_most_customers_and_not_the_largest_drop_off(analysis_of: Analyze) -> None:
    funnel = analysis_of(
        "{title: t, stages: [{name: a, volume: 100}, {name: b, volume: 40}, {name: c, volume: 8}]}"
    ).funnel

    # 60 of 100 are lost in a, 32 of 40 in b
    assert funnel.largest_loss == "a"


def test_where_a_loss_is_not_known_none_is_the_largest(analysis_of: Analyze) -> None:
    stages = "{name: a, volume: 100}, {name: b, volume: 40}, c, {name: d, volume: 8}"

    assert analysis_of(f"{{title: t, stages: [{stages}]}}").funnel.largest_loss is None


def test_a_stage_that_others_join_loses_nobody_that_is_known(analysis_of: Analyze) -> None:
    funnel = analysis_of(
        "{title: t, stages: [{name: a, volume: 10}, {name: b, volume: 15}, {name: c, volume: 12}]}"
    ).funnel

    assert [one.reach for one in funnel.stages.values()] == pytest.approx([1, 1.5, 1.2])
    assert funnel.largest_loss == "b"


def test_a_loop_that_nobody_leaves_has_no_conversion(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages: [{name: a, touchpoints: [x, y]}, {name: b, touchpoints: [z]}]
flow: [{from: y, to: x, kind: back, share: 1}]
""")

    assert figures(analysis)[0] == (None, None, None)


def test_those_who_begin_or_come_in_the_midst_of_a_stage_count_there(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages:
  - name: a
    touchpoints: [{name: x, exits: [{kind: abandon, share: 0.5}]}, {name: y, entry: 0.6}]
  - {name: b, touchpoints: [z]}
""")

    # 0.4 begin at x, of whom half go on; 0.6 begin at y, and all go on
    assert figures(analysis)[0][0] == pytest.approx(0.4 * 0.5 + 0.6)


def test_where_nobody_knows_how_many_come_in_the_midst_the_figure_is_left_out(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages:
  - name: a
    touchpoints: [{name: x, exits: [{kind: abandon, share: 0.5}]}, {name: y, entry: true}]
  - {name: b, touchpoints: [z]}
""")

    assert figures(analysis)[0] == (None, None, None)


def test_without_volumes_a_stage_loses_those_who_leave_in_it(analysis_of: Analyze) -> None:
    funnel = analysis_of("""
title: t
stages:
  - {name: a, touchpoints: [{name: x, exits: [{kind: abandon, share: 0.2}]}]}
  - {name: b, touchpoints: [{name: y, exits: [{kind: churn, share: 0.5}]}]}
  - {name: c, touchpoints: [{name: z, exits: [{kind: convert, share: 0.9}]}]}
flow: [{from: x, to: z, kind: skip, share: 0.3}]
""").funnel

    # 0.2 leave at x; 0.5 come to y and half of them leave; of the 0.55 at z a tenth comes to an end without converting
    assert [one.lost for one in funnel.stages.values()] == pytest.approx([0.2, 0.25, 0.055])
    assert funnel.largest_loss == "b"


def test_where_customers_return_to_a_stage_nobody_knows_how_many_ever_come_to_the_next(analysis_of: Analyze) -> None:
    funnel = analysis_of("""
title: t
stages:
  - {name: a, touchpoints: [{name: x, exits: [{kind: abandon, share: 0.5}]}]}
  - {name: b, touchpoints: [y]}
flow: [{from: y, to: x, kind: back, share: 0.2}]
""").funnel

    assert [(one.conversion, one.reach) for one in funnel.stages.values()] == [(0.5, 1), (None, None)]

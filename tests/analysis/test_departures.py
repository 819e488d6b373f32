"""Why customers go no further than a stage: parts that add up to its loss."""

import json
from collections.abc import Callable
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen import pipeline
from mapgen.analysis import Analysis, analyze
from mapgen.analysis.departures import Departure

Analyze = Callable[[str], Analysis]


def parts(analysis: Analysis, stage: str) -> list[tuple[tuple[str, ...], float, bool]]:
    found = analysis.funnel.stages[stage].departures
    return [(part.reasons, round(part.share, 9), part.converted) for part in found]


def test_without_volumes_they_are_those_who_leave_by_the_flow(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages:
  - name: a
    touchpoints:
      - {name: x, exits: [{kind: abandon, share: 0.1, reason: Dear}, {kind: pause, share: 0.3}]}
      - {name: y, exits: [{kind: churn, share: 0.5, reason: Slow}, {kind: convert, share: 0.2}]}
  - {name: b, touchpoints: [z]}
""")

    assert parts(analysis, "a") == [
        (("Slow",), 0.3, False),
        ((), 0.12, True),
        (("Dear",), 0.1, False),
        ((), 0.3, False),
    ]
    assert analysis.funnel.stages["a"].lost == pytest.approx(0.7)


def test_what_the_volumes_lose_beyond_the_reasons_has_none(analysis_of: Analyze) -> None:
    analysis = analysis_of("""
title: t
stages:
  - {name: a, volume: 100, touchpoints: [{name: x, exits: [{kind: abandon, share: 0.25, reason: Dear}]}]}
  - {name: b, volume: 40, touchpoints: [y]}
""")

    assert parts(analysis, "a") == [(("Dear",), 0.25, False), ((), 0.35, False)]


def test_where_more_leave_by_the_flow_the_volumes_count(analysis_of: Analyze) -> None:
    exits = "[{kind: abandon, share: 0.6, reason: Dear}, {kind: abandon, share: 0.2, reason: Slow}]"
    analysis = analysis_of(f"""
title: t
stages:
  - {{name: a, volume: 100, touchpoints: [{{name: x, exits: {exits}}}]}}
  - {{name: b, volume: 60, touchpoints: [y]}}
""")

    assert parts(analysis, "a") == [(("Dear",), 0.3, False), (("Slow",), 0.1, False)]


def test_reasons_without_shares_have_one_part_together(analysis_of: Analyze) -> None:
    exits = "[{kind: abandon, reason: Dear}, {kind: churn, reason: Slow}]"
    analysis = analysis_of(f"""
title: t
stages:
  - {{name: a, volume: 100, touchpoints: [{{name: x, exits: {exits}}}]}}
  - {{name: b, volume: 60, touchpoints: [y]}}
""")

    assert parts(analysis, "a") == [(("Dear", "Slow"), 0.4, False)]


def test_who_has_converted_is_not_lost(analysis_of: Analyze) -> None:
    funnel = analysis_of("""
title: t
stages:
  - {name: a, volume: 100, touchpoints: [{name: x, exits: [{kind: churn, share: 0.1, reason: Dear}]}]}
  - {name: b, volume: 90, touchpoints: [{name: y, exits: [{kind: convert, share: 0.5, reason: Solved}]}]}
  - {name: c, volume: 44, touchpoints: [z]}
""").funnel

    assert funnel.stages["b"].drop_off == pytest.approx(46 / 90)
    assert funnel.stages["b"].lost == pytest.approx(0.01)
    assert funnel.stages["b"].loss_rate == pytest.approx(0.01 / 0.9)
    assert funnel.largest_loss == "a"


share = st.sampled_from([None, 0.0, 0.01, 0.1, 0.3])
exit_ = st.fixed_dictionaries(
    {"kind": st.sampled_from(["abandon", "churn", "pause", "convert"])},
    optional={"share": share.filter(lambda one: one is not None), "reason": st.sampled_from(["Dear", "Slow", "Far"])},
)
volume = st.one_of(st.none(), st.integers(0, 10), st.integers(0, 10**9))
stages = st.lists(
    st.tuples(volume, st.lists(st.lists(exit_, max_size=2), min_size=1, max_size=2)), min_size=1, max_size=5
)


@given(stages)
def test_parts_add_up_to_the_loss_and_losses_and_the_rest_to_all(
    given_stages: list[tuple[int | None, list[list[dict[str, object]]]]],
) -> None:
    spec = {"title": "t", "stages": [
        {"name": f"s{index}", **({} if count is None else {"volume": count}), "touchpoints": [
            {"name": f"t{index}-{at}", "exits": exits} for at, exits in enumerate(touchpoints)
        ]}
        for index, (count, touchpoints) in enumerate(given_stages)
    ]}  # fmt: skip
    journey = pipeline.check(json.dumps(spec), name="journey.yaml").journey
    assert journey
    analysis = analyze(journey)
    figures = list(analysis.funnel.stages.values())

    for figure in figures:
        assert figure.lost is None or figure.lost == pytest.approx(_sum(figure.departures, converted=False))
    if any(figure.volume is not None for figure in figures):
        for figure in figures[:-1]:
            if figure.drop_off is not None and figure.reach is not None:
                whole = _sum(figure.departures, converted=False) + _sum(figure.departures, converted=True)
                assert whole == pytest.approx(figure.reach * figure.drop_off, abs=1e-8)
    elif analysis.chances and not analysis.chances.unknown:
        gone = fsum(part.share for figure in figures for part in figure.departures)
        assert gone + analysis.chances.trapped == pytest.approx(1)


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=6).filter(lambda volumes: volumes[0] > 0))
def test_losses_and_those_who_remain_are_all_who_begin_and_join(volumes: list[int]) -> None:
    stages = [{"name": f"s{index}", "volume": count} for index, count in enumerate(volumes)]
    journey = pipeline.check(json.dumps({"title": "t", "stages": stages}), name="journey.yaml").journey
    assert journey
    figures = list(analyze(journey).funnel.stages.values())
    if 0 in volumes[:-1]:
        return
    lost = fsum(part.share for figure in figures for part in figure.departures)
    joined = fsum(max(0.0, (figure.conversion or 0) - 1) * (figure.reach or 0) for figure in figures)

    assert lost + (figures[-1].reach or 0) - joined == pytest.approx(1)


def _sum(found: tuple[Departure, ...], *, converted: bool) -> float:
    return fsum(part.share for part in found if part.converted is converted)


def test_exits_are_parts_of_all_who_begin_that_add_up_to_the_loss(analysis_of: Analyze) -> None:
    funnel = analysis_of("""
title: t
stages:
  - name: a
    volume: 100
    touchpoints:
      - {name: x, exits: [{kind: abandon, share: 0.38}]}
      - {name: y, exits: [{kind: abandon, share: 0.46}, {kind: pause, share: 0.2}]}
  - {name: b, volume: 40, touchpoints: [{name: z, exits: [{kind: churn, share: 0.5}]}]}
""").funnel
    in_a = [share for (place, _), share in funnel.exits.items() if place in {"x", "y"}]

    assert fsum(in_a) == pytest.approx(0.6)
    assert in_a[1] / in_a[2] == pytest.approx(0.46 / 0.2)
    assert funnel.exits["z", 0] == pytest.approx(0.2)


def test_without_a_share_nobody_knows_how_many_take_an_exit(analysis_of: Analyze) -> None:
    first = "{name: a, volume: 9, touchpoints: [{name: x, exits: [{kind: abandon}, {kind: pause}]}]}"

    assert analysis_of(f"{{title: t, stages: [{first}, {{name: b, volume: 3}}]}}").funnel.exits == {}

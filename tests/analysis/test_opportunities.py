from collections.abc import Callable

from mapgen.analysis import Analysis


def test_opportunities_are_ranked_by_impact_over_effort(analysis_of: Callable[[str], Analysis]) -> None:
    opportunities = analysis_of("""
title: t
stages:
  - name: s
    touchpoints:
      - name: a
        opportunities: [{text: Idea}, {text: Cheap, impact: 2, effort: 1}, {text: Dear, impact: 5, effort: 5}]
      - {name: b, opportunities: [{text: Best, impact: 5, effort: 2}, {text: Half, impact: 5}]}
""").opportunities

    assert [(one.opportunity, one.place, one.score) for one in opportunities.ranked] == [
        ("best", "b", 2.5),
        ("cheap", "a", 2.0),
        ("dear", "a", 1.0),
        ("idea", "a", None),
        ("half", "b", None),
    ]


def test_a_pain_point_is_open_until_an_opportunity_is_done(analysis_of: Callable[[str], Analysis]) -> None:
    opportunities = analysis_of("""
title: t
stages:
  - name: s
    touchpoints:
      - {name: a, pain_points: [Queue, Price, Noise]}
      - name: b
        opportunities:
          - {text: Second till, addresses: [queue, price, queue], status: planned}
          - {text: Coupons, addresses: [price], status: done}
""").opportunities

    assert opportunities.addressed == {"queue": ("second-till",), "price": ("second-till", "coupons"), "noise": ()}
    assert opportunities.open == ("queue", "noise")


def test_a_pain_point_that_people_still_work_on_is_open(analysis_of: Callable[[str], Analysis]) -> None:
    opportunities = analysis_of("""
title: t
stages:
  - name: s
    touchpoints:
      - {name: a, pain_points: [Queue, Price, Noise]}
      - name: b
        opportunities:
          - {text: Second till, addresses: [queue, price], status: done}
          - {text: Order ahead, addresses: [queue, noise], status: in-progress}
          - {text: Coupons, addresses: [price], status: dropped}
""").opportunities

    assert opportunities.open == ("queue", "noise")

from collections.abc import Callable

from mapgen.analysis import Analysis
from mapgen.analysis.ownership import Holding


def test_an_owner_holds_what_the_spec_says_and_no_more(analysis_of: Callable[[str], Analysis]) -> None:
    holdings = analysis_of("""
title: t
owners: [Growth, Payments, Legal]
stages:
  - name: Buy
    owner: growth
    contributors: [payments]
    touchpoints:
      - name: Pays
        owner: payments
        contributors: [growth]
        pain_points: [{text: Slow, owner: payments}]
        opportunities: [{text: Faster, owner: growth}]
      - name: Signs
""").ownership.holdings

    assert holdings == {
        "growth": Holding("growth", ("buy",), (), (), ("faster",), ("pays",)),
        "payments": Holding("payments", (), ("pays",), ("slow",), (), ("buy",)),
        "legal": Holding("legal", (), (), (), (), ()),
    }

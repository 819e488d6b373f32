from collections.abc import Callable

from mapgen.analysis import Analysis
from mapgen.analysis.evidence import Coverage


def test_claims_are_counted_by_kind(analysis_of: Callable[[str], Analysis]) -> None:
    evidence = analysis_of("""
title: t
evidence: [Survey]
personas: [Tom, {name: Maya, evidence: [survey]}]
stages:
  - name: s
    metrics: [{name: m, value: 3, evidence: [survey]}, {name: planned, target: 4}]
    touchpoints:
      - {name: a, emotion: 1, pain_points: [x, {text: y, evidence: [survey]}]}
      - {name: b, emotion: {score: 1, evidence: [survey]}}
      - {name: c, emotion: {feeling: calm}}
""").evidence

    assert evidence.by_kind == {
        "emotion": Coverage(2, 1),
        "pain-point": Coverage(2, 1),
        "metric": Coverage(1, 1),
        "persona": Coverage(2, 1),
        "quote": Coverage(0, 0),
    }
    assert evidence.total == Coverage(7, 4)


def test_without_claims_there_is_no_share(analysis_of: Callable[[str], Analysis]) -> None:
    assert analysis_of("{title: t, stages: [s]}").evidence.total.share is None


def test_what_is_only_assumed_backs_nothing(analysis_of: Callable[[str], Analysis]) -> None:
    analysis = analysis_of("""
        title: A
        evidence: [{id: guess, title: What sales believes, kind: assumption}, {id: talks, title: Ten talks}]
        stages:
          - name: B
            touchpoints:
              - {name: C, emotion: {score: 1, evidence: [guess]}}
              - {name: D, emotion: {score: 1, evidence: [guess, talks]}}
    """)

    assert (analysis.evidence.total.claims, analysis.evidence.total.backed) == (2, 1)

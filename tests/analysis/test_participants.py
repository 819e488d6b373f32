from collections.abc import Callable

from mapgen.analysis import Analysis

Analyse = Callable[[str], Analysis]

GROUP = """
title: t
personas: [{id: ann, name: Ann}, {id: bo, name: Bo, buying_role: decider}, {id: cy, name: Cy}]
stages:
  - name: s
    questions: [{text: Why?, asked_by: [bo]}, How?]
    touchpoints:
      - {name: a, personas: [bo], emotion: {by: {ann: 1}}}
      - {name: b, emotion: {score: 1}}
      - {name: c, personas: [ann, cy]}
"""


def test_who_is_named_and_who_feels_something_takes_part(analysis_of: Analyse) -> None:
    people = analysis_of(GROUP).participants

    assert {place: [one.id for one in there] for place, there in people.present.items()} == {
        "a": ["ann", "bo"],
        "c": ["ann", "cy"],
    }
    assert [(part.persona, part.touchpoints) for part in people.parts] == [
        ("ann", ("a", "c")),
        ("bo", ("a",)),
        ("cy", ("c",)),
    ]


def test_each_has_their_own_emotions_and_questions(analysis_of: Analyse) -> None:
    ann, bo, _ = analysis_of(GROUP).participants.parts

    assert (ann.scores, [question.text for question in ann.questions]) == ({"a": 1}, [])
    assert (bo.scores, [question.text for question in bo.questions]) == ({}, ["Why?"])


def test_who_decides_is_known_by_the_buying_role(analysis_of: Analyse) -> None:
    assert analysis_of(GROUP).participants.deciders == ("bo",)


def test_personas_with_emotions_alone_make_no_buying_group(analysis_of: Analyse) -> None:
    stage = "{name: s, touchpoints: [{name: a, emotion: {by: {ann: 1}}}]}"
    text = f"{{title: t, personas: [{{id: ann, name: Ann}}], stages: [{stage}]}}"

    assert not analysis_of(text).participants.told

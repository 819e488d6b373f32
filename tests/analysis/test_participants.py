from collections.abc import Callable, Iterator

from mapgen.analysis import Analysis
from mapgen.analysis.participants import analyze_participants
from mapgen.model.journey import Journey, Persona
from mapgen.record import replace

Analyze = Callable[[str], Analysis]

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


def test_who_is_named_and_who_feels_something_takes_part(analysis_of: Analyze) -> None:
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


def test_each_has_their_own_emotions_and_questions(analysis_of: Analyze) -> None:
    ann, bo, _ = analysis_of(GROUP).participants.parts

    assert (ann.scores, [question.text for question in ann.questions]) == ({"a": 1}, [])
    assert (bo.scores, [question.text for question in bo.questions]) == ({}, ["Why?"])


def test_who_decides_is_known_by_the_buying_role(analysis_of: Analyze) -> None:
    assert analysis_of(GROUP).participants.deciders == ("bo",)


def test_personas_with_emotions_alone_make_no_buying_group(analysis_of: Analyze) -> None:
    stage = "{name: s, touchpoints: [{name: a, emotion: {by: {ann: 1}}}]}"
    text = f"{{title: t, personas: [{{id: ann, name: Ann}}], stages: [{stage}]}}"

    assert not analysis_of(text).participants.told


def test_all_personas_are_gone_through_as_often_however_many_touchpoints_there_are(
    journey_of: Callable[[str], Journey],
) -> None:
    class Counted(tuple[Persona, ...]):
        __slots__ = ()
        rounds = 0

        def __iter__(self) -> Iterator[Persona]:
            Counted.rounds += 1
            return super().__iter__()

    def rounds(touchpoints: int) -> int:
        places = ", ".join(f"{{name: T{index}, personas: [ann]}}" for index in range(touchpoints))
        journey = journey_of(
            f"title: A\npersonas: [{{id: ann, name: A}}]\nstages: [{{name: S, touchpoints: [{places}]}}]"
        )
        Counted.rounds = 0
        analyze_participants(replace(journey, personas=Counted(journey.personas)))
        return Counted.rounds

    assert rounds(20) == rounds(2)

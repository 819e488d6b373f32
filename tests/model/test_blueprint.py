"""Items of the blueprint: a text, or an object whose pain points count as those of its touchpoint."""

import json

from mapgen import pipeline
from mapgen.analysis import Analysis, analyze
from mapgen.audit.usages import named_owners
from mapgen.diff import compare, version
from mapgen.diff.wording import describe
from mapgen.diff.wording.sentence import plain
from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, draw

SPEC = """\
title: Visit
owners: [Nurse, {id: desk, name: Front desk}, Clinic]
stages:
  - name: Arrive
    owner: Clinic
    touchpoints:
      - name: Registers
        pain_points: [The door is heavy]
        frontstage:
          - Greets
          - {text: Takes the card, by: desk, duration: 2-3 minutes, pain_points: [The screen is slow]}
          - {text: Asks, by: Nurse, pain_points: [{id: twice, text: Asked twice, severity: high, owner: Clinic}]}
        backstage: [{text: Opens the file, pain_points: [The file is lost]}]
        opportunities: [{text: One form, addresses: [twice], status: done}]
"""


def read(spec: str = SPEC) -> tuple[Journey, Analysis]:
    journey = pipeline.check(spec, name="any").journey
    assert journey
    return journey, analyze(journey)


def test_a_text_is_an_item_without_details() -> None:
    greets = next(read()[0].touchpoints()).frontstage[0]

    assert (greets.text, greets.by, greets.duration, greets.pain_points) == ("Greets", None, None, ())


def test_pain_points_of_items_count_as_others() -> None:
    journey, analysis = read()

    assert [pain.text for pain, _ in walk.pain_points(journey)] == [
        "The door is heavy",
        "The screen is slow",
        "Asked twice",
        "The file is lost",
    ]
    assert analysis.opportunities.open == ("the-door-is-heavy", "the-screen-is-slow", "the-file-is-lost")
    assert analysis.evidence.by_kind["pain-point"].claims == 4


def test_a_pain_point_belongs_to_the_one_who_does_the_item_and_else_to_the_owner_of_the_place() -> None:
    holdings = read()[1].ownership.holdings

    assert holdings["desk"].pain_points == ("the-screen-is-slow",)
    assert holdings["clinic"].pain_points == ("the-door-is-heavy", "twice", "the-file-is-lost")
    assert (holdings["nurse"].pain_points, holdings["nurse"].contributes_to) == ((), ("registers",))


def test_who_does_an_item_is_a_used_owner() -> None:
    assert named_owners(read()[0]) == {"nurse", "desk", "clinic"}


def test_the_data_is_a_spec_of_the_same_journey() -> None:
    journey, _ = read()
    data = json.loads(draw(DrawRequest(journey, "a", ("json",)))[".json"])["journey"]
    again, _ = read(json.dumps(data))

    assert data["stages"][0]["touchpoints"][0]["frontstage"][0] == "Greets"
    assert list(compare(version(journey), version(again)).changes()) == []


def test_changes_of_items_are_told() -> None:
    new = SPEC.replace("by: desk", "by: Nurse").replace("Greets", "Greets us").replace(": high", ": low")
    told = describe(compare(version(read()[0]), version(read(new)[0])))

    assert {plain(one.sentence) for section in told.sections for one in section.changes} == {
        "Registers: blueprint item “Takes the card”: by Front desk → Nurse",
        "Registers: blueprint item reworded: “Greets” → “Greets us”",
        "Registers: pain point “Asked twice”: severity high → low",
    }

"""A random journey and a random list of edits: the diff names exactly these edits, whichever way one looks."""

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.changes import Change, Comparison
from mapgen.diff.wording import describe
from tests.properties.journeys import journeys, spec

Data = dict[str, Any]
Told = tuple[str, str, str, str]
"""What became of what: what, of, the name of the thing now or last, the field."""

CAREFUL = settings(max_examples=25)
NOUNS = ("queue", "card", "ticket", "desk", "letter", "parcel", "invoice", "menu", "mirror", "ladder", "bridge", "lamp")
VERBS = (
    "opens",
    "loses",
    "finds",
    "signs",
    "returns",
    "compares",
    "folds",
    "carries",
    "paints",
    "weighs",
    "rings",
    "turns",
)


def touchpoint(number: int) -> Data:
    """Make a touchpoint that is like no other."""
    noun, verb = NOUNS[number % len(NOUNS)], VERBS[number // len(NOUNS) % len(VERBS)]
    return {
        "name": f"{verb.title()} the {noun}",
        "thought": f"Why is the {noun} number {number} so hard to find, when everybody {verb} it?",
        "emotion": -1,
        "owner": "payments",
        "pain_points": [{"text": f"The {noun} {verb} slowly, case {number}", "severity": "high"}],
        "opportunities": [{"text": f"A better {noun} for those who {verb}, plan {number}", "status": "idea"}],
        "metrics": [{"name": f"{noun} rate", "value": number, "unit": "%", "better": "higher"}],
    }


def journey(sizes: list[int], *, ids: bool) -> Data:
    """Make a journey with stages of some sizes."""
    numbers = iter(range(sum(sizes)))
    stages: list[Data] = [
        {"name": f"Stage {at}", "touchpoints": [touchpoint(next(numbers)) for _ in range(size)]}
        for at, size in enumerate(sizes)
    ]
    if ids:
        for at, stage in enumerate(stages):
            stage["id"] = f"s{at}"
            for place, one in enumerate(stage["touchpoints"]):
                one["id"] = f"t{at}-{place}"
                one["pain_points"][0]["id"] = f"p{at}-{place}"
    return {"title": "A journey", "owners": ["Payments", "Growth"], "stages": stages}


def rename(one: Data, _: Data) -> Told:
    one["name"] = f"Now {one['name'].lower()}"
    return "changed", "touchpoint", one["name"], "name"


def feel(one: Data, _: Data) -> Told:
    one["emotion"] = 2
    return "changed", "touchpoint", one["name"], "emotion.score"


def own(one: Data, _: Data) -> Told:
    one["owner"] = "growth"
    return "changed", "touchpoint", one["name"], "owner"


def reword(one: Data, _: Data) -> Told:
    pain = one["pain_points"][0]
    pain["text"] = f"It is said that {pain['text'].lower()}"
    return "changed", "pain point", pain["text"], "text"


def heal(one: Data, _: Data) -> Told:
    (pain,) = one.pop("pain_points")
    return "removed", "pain point", pain["text"], ""


def hurt(one: Data, _: Data) -> Told:
    one["pain_points"].append(
        {"text": f"Noise at {one['name']}", "id": f"noise-{len(one['name'])}-{one['metrics'][0]['value']}"}
    )
    return "added", "pain point", one["pain_points"][-1]["text"], ""


def start(one: Data, _: Data) -> Told:
    one["opportunities"][0]["status"] = "done"
    return "changed", "opportunity", one["opportunities"][0]["text"], "status"


def measure(one: Data, _: Data) -> Told:
    one["metrics"][0]["value"] += 1000
    return "changed", "metric", one["metrics"][0]["name"], "value"


def leave(one: Data, _: Data) -> Told:
    one["exits"] = [{"kind": "churn", "reason": "Enough", "share": 0.04}]
    return "added", "exit", "Enough", ""


def remove(one: Data, home: Data) -> Told:
    home["touchpoints"].remove(one)
    return "removed", "touchpoint", one["name"], ""


def move(one: Data, home: Data) -> Told:
    home["touchpoints"].remove(one)
    home["next"]["touchpoints"].append(one)
    return "moved", "touchpoint", one["name"], ""


EDITS: tuple[Callable[[Data, Data], Told], ...] = (
    rename,
    feel,
    own,
    reword,
    heal,
    hurt,
    start,
    measure,
    leave,
    remove,
    move,
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Data, Data, list[Told]]:
    """Draw a journey, what became of it, and what was done to it, at most one thing a touchpoint."""
    old = journey(draw(st.lists(st.integers(1, 6), min_size=2, max_size=6)), ids=draw(st.booleans()))
    new = copy.deepcopy(old)
    stages = new["stages"]
    for stage, following in zip(stages, [*stages[1:], stages[0]], strict=True):
        stage["next"] = following
    told = []
    for home, one in [(stage, one) for stage in stages for one in stage["touchpoints"]]:
        edit = draw(st.sampled_from((None, None, *EDITS)))
        if edit:
            told.append(edit(one, home))
    for stage in stages:
        del stage["next"]
    return old, new, told


def compared(old: Data, new: Data) -> Comparison:
    """Compare two journeys."""
    checked = [pipeline.check(json.dumps(data), name="any") for data in (old, new)]
    assert not any(one.diagnostics for one in checked)
    return compare(*(version(one.journey) for one in checked if one.journey))


def as_told(change: Change) -> Told:
    """Name a change."""
    return change.what, change.of, change.item.name, change.field


@CAREFUL
@given(edited())
def test_the_diff_names_exactly_the_edits(case: tuple[Data, Data, list[Told]]) -> None:
    old, new, edits = case

    assert sorted(map(as_told, compared(old, new).changes())) == sorted(edits)


@CAREFUL
@given(edited())
def test_the_diff_back_is_the_reverse(case: tuple[Data, Data, list[Told]]) -> None:
    old, new, _ = case

    assert sorted(map(turned, compared(new, old).changes())) == sorted(map(fully, compared(old, new).changes()))


@settings(CAREFUL, max_examples=12)
@given(journeys, journeys)
def test_of_any_two_journeys_the_diff_back_is_the_reverse_and_can_be_told(old: Data, new: Data) -> None:
    there, back = (
        compare(*(version(one) for text in pair if (one := pipeline.check(spec(text), name="any").journey)))
        for pair in ((old, new), (new, old))
    )

    assert sorted(map(turned, back.changes())) == sorted(map(fully, there.changes()))
    assert describe(there).count == describe(back).count
    assert (there.verdict.direction, back.verdict.direction) in {
        ("better", "worse"), ("worse", "better"), ("mixed", "mixed"), ("same", "same"),
    }  # fmt: skip


def fully(change: Change) -> tuple[str, ...]:
    """Return all of a change as texts that can be sorted."""
    ends = (change.old and change.old.value, change.new and change.new.value)
    values = [getattr(value, "value", value) for value in (change.before, change.after)]
    return change.what, change.of, *map(repr, ends), change.field, *map(repr, values)


def turned(change: Change) -> tuple[str, ...]:
    """Return a change as it is seen from the other side."""
    what, of, old, new, field, before, after = fully(change)
    return {"added": "removed", "removed": "added"}.get(what, what), of, new, old, field, after, before


@settings(CAREFUL, max_examples=8)
@given(journeys)
def test_a_journey_does_not_differ_from_itself(data: Data) -> None:
    checked = pipeline.check(spec(data), name="any").journey
    assert checked

    comparison = compare(version(checked), version(checked))

    assert list(comparison.changes()) == []
    assert comparison.verdict.direction == "same"

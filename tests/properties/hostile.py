"""The spec that has every key of the language, with any text in each field that takes one."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mapgen import pipeline
from mapgen.model.journey import Journey
from mapgen.source.parser import parse

SPEC = Path(__file__).parents[1] / "schema/whole.journey.yaml"
KEYED = (("segments", 0, "traits"), ("personas", 0, "demographics"), ("stages", 1, "x-notes", 1))
"""Where the author chooses the keys, too."""

Place = tuple[str | int, ...]
"""The way to a text: the keys and indexes above it."""


@cache
def journey(text: str) -> Journey:
    """Return the journey in which each field that takes a text holds this one and a number."""
    data = _whole()
    for number, place in enumerate(places(), start=1):
        held = " ".join(text.split()) if "events" in place else text  # names in data have one line
        _put(data, place, f"{held} no {number}")
    for place in KEYED:
        _put(data, (*place, text), "Word")
    built = _check(data)
    assert built
    return built


@cache
def places() -> tuple[Place, ...]:
    """Return the way to each text of the author: what can be another one without an error."""
    found: list[Place] = []
    data = _whole()
    for place in _leaves(data):
        before = _get(data, place)
        _put(data, place, f"Word {len(found)}")
        if _check(data):
            found.append(place)
        else:
            _put(data, place, before)
    return tuple(found)


def _whole() -> dict[str, object]:
    source, _ = parse(SPEC.read_bytes(), name="whole")
    assert source
    assert isinstance(source.data, dict)
    data: dict[str, object] = {**source.data}
    _put(data, ("stages", 1, "x-notes"), ["One", {"two": "Two", "three": ["Three"]}])
    _put(data, ("stages", 1, "touchpoints", 0, "action"), "Reads")
    return data


def _check(data: object) -> Journey | None:
    checked = pipeline.check(json.dumps(data, ensure_ascii=False), name="any.journey.yaml")
    return None if checked.failed else checked.journey


def _leaves(value: object, place: Place = ()) -> Iterator[Place]:
    if isinstance(value, str) and place[-1] != "url":
        yield place
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*place, index))


def _get(data: object, place: Place) -> object:
    for step in place:
        data = data[step]  # type: ignore[index]  # a list or a map, as the step says
    return data


def _put(data: object, place: Place, value: object) -> None:
    holder = _get(data, place[:-1])
    holder[place[-1]] = value  # type: ignore[index]  # a list or a map, as the step says

"""Every field of the language is compared, those too that are added after this was written."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from mapgen import pipeline
from mapgen.analysis import analyze
from mapgen.diff import Version, compare, version
from mapgen.diff.kinds import DECLARED, KINDS, VALUES
from mapgen.diff.scales import rescaled, same_ends
from mapgen.diff.tree import NOT_COMPARED, build_tree
from mapgen.model.journey import Channel, Duration, Extra, Interval, Journey, Owner, Persona, Severity
from mapgen.record import names, record, replace

SPEC = Path(__file__).parents[1] / "schema/whole.journey.yaml"
WHOLE = pipeline.check(SPEC.read_bytes(), name="whole").journey
assert WHOLE
NOTE = Extra("x-note", ("One", "Two"))
FIRST, *REST = WHOLE.stages
ENTRY = replace(FIRST.touchpoints[0], entry_share=0.3)
FIRST = replace(FIRST, extras=(NOTE,), touchpoints=(ENTRY, *FIRST.touchpoints[1:]))
WHOLE = replace(WHOLE, extras=(NOTE,), stages=(FIRST, *REST))
PLACES = [touchpoint.id for touchpoint in WHOLE.touchpoints()]
ANALYSIS = analyze(WHOLE)
OTHER = Owner("somebody-else", "Somebody else", None, "")
Edited = tuple[str, str, object]
"""The kind of the thing, the field, and the journey in which only that field is another."""


def edits(value: object, rebuilt: object, kind: str, path: str = "") -> Iterator[Edited]:
    """Yield a journey for each field below a record; `rebuilt` makes the journey from another record."""
    for field in names(value):
        held = getattr(value, field)
        if field in NOT_COMPARED or held in {None, ()}:
            continue

        def put(other: object, field: str = field) -> object:
            return rebuilt(replace(value, **{field: other}))  # type: ignore[operator]  # a function

        name = f"{path}{field}"
        if (
            isinstance(held, tuple)
            and names(held[0])
            and not isinstance(held[0], (*VALUES, *(DECLARED if kind != "Journey" else ())))
        ):
            yield kind, name, value
            for at, one in enumerate(held):
                yield from edits(
                    one,
                    lambda new, put=put, held=held, at=at: put((*held[:at], new, *held[at + 1 :])),
                    type(one).__name__,
                )
        elif names(held) and not isinstance(held, (*VALUES, *DECLARED)):
            yield kind, name, value
            yield from edits(held, put, kind, f"{name}.")
        else:
            yield kind, name, put(other(held))


def other(value: object) -> object:  # noqa: C901, PLR0911 - one answer a type
    """Return another value of the same type."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str() if value in get_args(Severity):
            return "low" if value != "low" else "high"
        case str() if value in PLACES:
            return PLACES[PLACES.index(value) - 1]
        case str():
            return value[:-1] or "x"
        case Duration(parts=((amount, unit), *rest)):
            return Duration(((amount + 1, unit), *rest))
        case Interval():
            return Interval(value.low - 1, value.high)
        case tuple():
            return value[1:]
        case Owner():
            return OTHER
        case Channel() | Persona():
            return replace(value, id="another", name="Another")
        case _:
            return None


EDITS = {
    f"{kind}.{field}": (field, journey) for kind, field, journey in edits(WHOLE, lambda journey: journey, "Journey")
}


@pytest.mark.parametrize(
    ("field", "journey"),
    [pytest.param(*edit, id=name) for name, edit in EDITS.items() if isinstance(edit[1], Journey) and edit[1] != WHOLE],
)
def test_a_change_of_one_field_is_one_change_of_that_field(field: str, journey: Journey) -> None:
    assert WHOLE
    if not same_ends(WHOLE.scale, journey.scale):
        journey = rescaled(WHOLE, journey.scale)
    (change,) = compare(*(Version(one, ANALYSIS, build_tree(one), one.scale) for one in (WHOLE, journey))).changes()

    assert (change.what, change.field) == ("changed", field)


def test_every_field_of_the_model_is_tried() -> None:
    kinds = {kind.__name__: kind for kind in KINDS}
    fields = {f"{name}.{field}" for name, kind in kinds.items() for field in vars(kind)["__match_args__"]}
    tried = {".".join(name.split(".")[:2]) for name in EDITS}

    assert fields - tried - {name for name in fields if name.rpartition(".")[2] in NOT_COMPARED} == set()


@record
class Weather:
    """A kind of thing that the language does not have yet."""

    name: str
    wind: int


def test_a_kind_of_thing_that_nobody_foresaw_is_compared() -> None:
    assert WHOLE
    stage, *stages = WHOLE.stages
    calm, windy = (
        replace(WHOLE, stages=(replace(stage, requirements=(Weather("Storm", wind),)), *stages)) for wind in (1, 9)
    )

    (change,) = compare(version(calm), version(windy)).changes()

    assert (change.of, change.field, change.before, change.after) == ("weather", "wind", 1, 9)

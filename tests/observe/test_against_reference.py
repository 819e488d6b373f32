"""The statement gives what the definitions say, on each engine, for random logs."""

import os
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen.model.event_mapping import EventMapping
from mapgen.observe.definitions import DAY, PeriodKind, Window, find_periods
from mapgen.observe.plan import ObservablePlan
from tests.observe.logs import ENGINES, SEGMENT, event, mapping, plan
from tests.observe.reference import Event, Reference

EXAMPLES = int(os.environ.get("MAPGEN_OBSERVE_EXAMPLES", "50"))

USERS = ["x", "x", "x", "y", "y", "z", "7", "007", "", None]
NAMES = ["a", "a", "b", "b", "b", "c", "c", "d", "e", "other", "", None]
TIMES = (
    lambda dice: 50 * DAY + dice.randrange(6),
    lambda dice: 50 * DAY + dice.randrange(12) * 1_000_000,
    lambda dice: dice.randrange(70) * 3 * DAY,
    lambda dice: dice.randrange(210 * DAY),
)
"""Ways to throw a time: ties, moments, pauses that are as long as can be, and any time."""


def at_the_ends(dice: Random) -> int | None:
    """Throw a time where the data begin, end, and begin and end to be sure; or none."""
    day = dice.choice([0, 10, 13, 40, 180, 180, 200, 207, 210, None])
    return None if day is None else day * DAY + dice.randrange(-1, 2)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Throw a log: of many rows, since it takes several to be of interest."""
    dice = Random(draw(st.integers(0, 2**32)))
    kinds = (at_the_ends, *draw(st.lists(st.sampled_from(TIMES), min_size=1, max_size=3)))
    return [
        event(
            dice.choice(NAMES),
            dice.choice(kinds)(dice),
            dice.choice(USERS),
            trip=dice.choice(["t1", "t2", None]),
            seq=dice.choice([None, 0, 1, 2]),
            platform=dice.choice(["ios", "android", "ipad", "web", None]),
        )
        for _ in range(draw(st.sampled_from([0, 1, 5, 40, 150])))
    ]


@st.composite
def plans(draw: st.DrawFn) -> ObservablePlan:
    places = st.integers(0, 4)
    stages = draw(st.sampled_from([(0, 0, 1, 2, 2), (0, 1, 2, 3, 4), (0, 0, 0, 0, 0)]))
    transitions = draw(st.sets(st.tuples(places, places), max_size=12))
    entries, exits = draw(st.sets(places)), draw(st.sets(places))
    return plan("abcde", stages, sorted(transitions), sorted(entries), sorted(exits))


@st.composite
def mappings(draw: st.DrawFn) -> EventMapping:
    by_column = draw(st.booleans())
    pauses = st.sampled_from([None, 10 * DAY]) if by_column else st.sampled_from([0, 1, 3 * DAY, 30 * DAY])
    return mapping(
        journey="trip" if by_column else None,
        ends_after=draw(pauses),
        order=draw(st.sampled_from([(), ("seq",)])),
        simultaneous=draw(st.sampled_from([0, 0, 1, 2_000_000])),
        segment=draw(st.sampled_from([None, SEGMENT])),
    )


def check(engine: str, one: ObservablePlan, read: EventMapping, source: list[Event], kind: PeriodKind) -> None:
    window = Window(10 * DAY, 210 * DAY)
    periods = find_periods(window, kind, "Europe/Amsterdam")

    counted = ENGINES[engine](one, read, source, window, periods)

    assert counted == Reference(one, read, window, periods, source).rows


EXAMPLE = {"one": plans(), "read": mappings(), "source": logs(), "kind": st.sampled_from(["month", "week", "none"])}


@given(**EXAMPLE)
@settings(max_examples=EXAMPLES)
def test_sqlite_counts_what_the_definitions_say(
    one: ObservablePlan, read: EventMapping, source: list[Event], kind: PeriodKind
) -> None:
    check("sqlite", one, read, source, kind)


@given(**EXAMPLE)
@settings(max_examples=EXAMPLES // 8)  # it takes ten times as long to plan the statement
def test_duckdb_counts_what_the_definitions_say(
    one: ObservablePlan, read: EventMapping, source: list[Event], kind: PeriodKind
) -> None:
    check("duckdb", one, read, source, kind)

"""Small logs of events, plans and mappings for tests, and engines that count them."""

import sqlite3
from collections.abc import Callable, Sequence

from mapgen.model.event_mapping import EventMapping, MappedEvent, SegmentColumn, TimeColumn
from mapgen.observe.definitions import DAY, PeriodSpan, Window
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.plan import ObservablePlace, ObservablePlan
from mapgen.observe.rows import Row
from mapgen.observe.statement import statement
from mapgen.record import replace
from tests.observe.reference import Event

COLUMNS = {
    "user": "VARCHAR",
    "trip": "VARCHAR",
    "name": "VARCHAR",
    "at": "BIGINT",
    "seq": "BIGINT",
    "platform": "VARCHAR",
}

PLAIN = EventMapping(
    layout="plain",
    customer=("user",),
    journey=None,
    name="name",
    time=TimeColumn("at", "microseconds", None),
    order=(),
    simultaneous=0,
    ends_after=30 * DAY,
    segment=None,
    only=(),
    without=(),
    hide_below=5,
    pointer="/events",
)
SEGMENT = SegmentColumn("platform", (("ios", "ios"), ("android", "android"), ("ipad", "ios")))
WINDOW = Window(0, 200 * DAY)

Engine = Callable[[ObservablePlan, EventMapping, Sequence[Event], Window, Sequence[PeriodSpan]], list[Row]]


def mapping(**changes: object) -> EventMapping:
    """Return the mapping of the small logs, with these changes."""
    return replace(PLAIN, **changes)


def plan(
    names: str = "abcd",
    stages: Sequence[int] = (0, 0, 1, 2),
    transitions: Sequence[tuple[int, int]] = ((0, 1), (1, 2), (2, 3)),
    entries: Sequence[int] = (0,),
    exits: Sequence[int] = (3,),
) -> ObservablePlan:
    """Return a plan whose touchpoints have one event each, of the same name."""
    return ObservablePlan(
        touchpoints=tuple(
            ObservablePlace(name, stage, (MappedEvent(name, (), ""),))
            for name, stage in zip(names, stages, strict=True)
        ),
        stages=tuple(f"stage-{number}" for number in range(max(stages, default=-1) + 1)),
        transitions=tuple(sorted(transitions)),
        entries=tuple(entries),
        exits=tuple(exits),
        segments=("ios", "android"),
    )


def event(name: str | None, at: int | None, user: str | None = "x", **more: object) -> Event:
    """Return a row of the source."""
    return {"user": user, "trip": None, "name": name, "at": at, "seq": None, "platform": None, **more}


def walk(path: str, user: str = "x", start: int = 40 * DAY, pause: int = DAY) -> list[Event]:
    """Return the events of a customer who goes from place to place at this pace."""
    return [event(name, start + number * pause, user) for number, name in enumerate(path)]


def count_in_sqlite(
    one: ObservablePlan, read: EventMapping, source: Sequence[Event], window: Window, periods: Sequence[PeriodSpan] = ()
) -> list[Row]:
    """Return what SQLite gives."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE TABLE log ({_columns()})")
        connection.executemany(f"INSERT INTO log VALUES ({', '.join('?' * len(COLUMNS))})", _values(source))
        dialect = DIALECTS["sqlite"]
        return connection.execute(statement(one, read, dialect.table("log"), dialect, window, periods)).fetchall()
    finally:
        connection.close()


def count_in_duckdb(
    one: ObservablePlan, read: EventMapping, source: Sequence[Event], window: Window, periods: Sequence[PeriodSpan] = ()
) -> list[Row]:
    """Return what DuckDB gives."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"CREATE TABLE log ({_columns()})")
        if source:
            connection.executemany(f"INSERT INTO log VALUES ({', '.join('?' * len(COLUMNS))})", _values(source))
        dialect = DIALECTS["duckdb"]
        return connection.execute(statement(one, read, dialect.table("log"), dialect, window, periods)).fetchall()


ENGINES: dict[str, Engine] = {"sqlite": count_in_sqlite, "duckdb": count_in_duckdb}


def _columns() -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())


def _values(source: Sequence[Event]) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in COLUMNS) for row in source]

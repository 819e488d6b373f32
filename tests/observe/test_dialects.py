"""The statement is one in the dialect of each engine, whatever is in the names."""

from functools import cache

import pytest
import sqlglot
from sqlglot import expressions

from mapgen.model.event_mapping import Condition, EventMapping, MappedEvent, TimeColumn
from mapgen.observe.definitions import DAY, Window, find_periods
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.layouts import LAYOUTS
from mapgen.observe.plan import ObservablePlace, ObservablePlan
from mapgen.observe.statement import extent_statement, statement
from tests.observe.logs import SEGMENT, mapping, plan

WINDOW = Window(0, 400 * DAY)
HOSTILE = "it's \\ 100% :x \N{GRINNING FACE}\nDROP TABLE log; --"
FULL = mapping(
    customer=("user", "visitor"),
    journey="trip",
    order=("seq",),
    simultaneous=2_000_000,
    segment=SEGMENT,
    only=(Condition("country", ("NL", "BE")),),
    without=(Condition("is_bot", (True,)),),
)
TIMES = [
    TimeColumn("ts", None, None),
    TimeColumn("ts", None, "UTC"),
    TimeColumn("ts", None, "Europe/Amsterdam"),
    TimeColumn("ts", "seconds", None),
    TimeColumn("ts", "milliseconds", None),
    TimeColumn("ts", "nanoseconds", None),
]


def parsed(dialect: str, text: str) -> expressions.Expr:
    (found,) = sqlglot.parse(text, dialect=dialect)
    assert found is not None
    return found


def source(dialect: str, read: EventMapping, one: ObservablePlan | None = None) -> expressions.Expr:
    """Parse what reads the source."""
    engine = DIALECTS[dialect]
    return parsed(dialect, extent_statement(one or plan(), read, engine.table("shop.log"), engine))


@cache
def whole(dialect: str) -> expressions.Expr:
    """Parse a statement that has all there is."""
    engine = DIALECTS[dialect]
    periods = find_periods(WINDOW, "quarter", "UTC")
    return parsed(dialect, statement(plan(), FULL, engine.table("shop.log"), engine, WINDOW, periods))


def test_every_engine_of_the_design_is_there() -> None:
    assert list(DIALECTS) == sorted(
        ["bigquery", "clickhouse", "databricks", "duckdb", "postgres", "snowflake", "spark", "sqlite", "trino"]
    )


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_statement_can_be_parsed_and_has_no_join(dialect: str) -> None:
    assert list(whole(dialect).find_all(expressions.Join)) == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_name_is_given_to_what_is_computed_from_a_column_of_that_name(dialect: str) -> None:
    """ClickHouse takes `SUM(n) AS n` for a sum of sums."""
    for alias in whole(dialect).find_all(expressions.Alias):
        inside = {one.name for one in alias.this.find_all(expressions.Column)}
        assert alias.alias not in inside - {alias.this.name}, alias.sql()


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("time", TIMES)
def test_times_of_each_kind_can_be_read(dialect: str, time: TimeColumn) -> None:
    found = source(dialect, mapping(time=time))

    assert [one.alias for one in found.expressions] == ["events", "first_time", "last_time"]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_text_of_a_spec_stays_a_text(dialect: str) -> None:
    touchpoints = (ObservablePlace("a", 0, (MappedEvent(HOSTILE, (), ""),)),)

    found = source(dialect, mapping(), ObservablePlan(touchpoints, ("stage",), (), (0,), (0,)))

    assert HOSTILE in {one.this for one in found.find_all(expressions.Literal) if one.is_string}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_name_of_a_column_stays_a_name(dialect: str) -> None:
    name = "we\"ird` ' column; --"

    found = parsed(dialect, f"SELECT {DIALECTS[dialect].name(name)} FROM log")

    assert [one.name for one in found.find_all(expressions.Column)] == [name]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_conditions_reach_into_what_a_layout_nests(dialect: str, layout: str) -> None:
    columns = [*(f"{outer}.$key" for outer in LAYOUTS[layout].nested), "device.category"]
    read = mapping(layout=layout, only=tuple(Condition(column, ("x", 3, True)) for column in columns))

    assert source(dialect, read).find(expressions.Where)

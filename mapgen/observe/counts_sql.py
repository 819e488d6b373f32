"""Visits and journeys -> the rows that are counted, as `rows` describes them, by period and by segment."""

from collections.abc import Iterator, Sequence

from mapgen.observe.definitions import BUCKET_BOUNDS
from mapgen.observe.journeys_sql import period_of
from mapgen.observe.paths import Packing
from mapgen.observe.phrases import count_bounds, flag
from mapgen.observe.request import CommonTables, Request
from mapgen.observe.rows import FIRST_SEGMENT, JourneyBit, RowKind
from mapgen.record import record

COLUMNS = ("kind", "k1", "k2", "k3", "k4", "n1", "n2", "n3")
"""What the columns of the statement's rows are called."""

_WAIT = ("m_place", "m_goal", "m_wait")


@record
class Tally:
    """Rows of a table to count by keys, for each cut, with the customers behind them.

    `kind` is SQL that tells the kind of a row by its keys and by `marks`, which are no keys of the rows: engines read
    the table once for both kinds.
    """

    kind: str
    table: str
    keys: Sequence[str]
    where: str
    period: str = "m_when"
    marks: Sequence[str] = ()


def fact_table(request: Request) -> CommonTables:
    """Return `m_facts`: each visit with whether it is settled, its period, and the bucket of the time to the next."""
    wait = flag("m_goal >= 0", count_bounds("m_next_time - m_end", BUCKET_BOUNDS), "0")
    return {
        "m_facts": (
            f"SELECT {request.owner}, m_key, m_place, m_new, m_at, m_number, m_goal, m_tied, m_begin, m_group,"
            f" m_stage, m_start, m_first, {flag(f'm_end < {request.settled_until}')} AS m_settled,"
            f" {period_of(request, 'm_end')} AS m_when, {wait} AS m_wait FROM m_steps"
        )
    }


def wait_table(request: Request) -> CommonTables:
    """Return `m_waits`, transitions by time between, period and segment: few rows, which all cuts are counted from."""
    groups = ", ".join(("m_when", "m_group", *_WAIT))
    return {
        "m_waits": (
            f"SELECT {groups}, {count_rows(request)} AS m_n FROM m_facts"
            f" WHERE m_settled = 1 AND m_goal >= 0 GROUP BY {groups}"
        )
    }


def stage_tables(request: Request) -> CommonTables:
    """Return `m_deep`, journeys by cut that reach each stage in order, and `m_met`, those that do in any order."""
    stages = range(len(request.plan.stages))
    if not stages:
        return {}
    deep = [flag(f"m_depth > {number}") for number in stages]
    met = [f"m_stage_met{number}" for number in stages]
    return {
        "m_deep": " UNION ALL ".join(_by_cut(request, "m_funnel", deep)),
        "m_met": " UNION ALL ".join(_by_cut(request, "m_journeys", met)),
    }


def count_queries(request: Request) -> Iterator[str]:
    """Yield the queries that count; together they give the rows of all kinds but `DATA`."""
    settled, begins = "m_settled = 1", f"m_new = 1 AND m_begin >= {request.known_from}"
    begun = period_of(request, "m_begin")
    whether_settled = flag(settled, int(RowKind.VISITS), int(RowKind.OPEN))
    what_followed = flag("m_goal >= 0", int(RowKind.TRANSITIONS), int(RowKind.EXITS))
    for tally in (
        Tally(whether_settled, "m_facts", ("m_place",), "", marks=("m_settled",)),
        Tally(what_followed, "m_facts", ("m_place", "m_goal"), settled),
        Tally(str(int(RowKind.ENTRIES)), "m_facts", ("m_place",), begins, begun),
        Tally(str(int(RowKind.JOURNEYS)), "m_journeys", ("m_mask",), "", begun),
    ):
        for cut in _cuts(request, tally.period):
            yield _tallied(request, tally, cut)
    for cut in _cuts(request, "m_when"):
        yield _waits(request, cut)
    for kind, table in ((RowKind.FUNNEL, "m_deep"), (RowKind.REACHED, "m_met")):
        for number in range(len(request.plan.stages)):
            row = row_query(str(int(kind)), ("m_cut", str(number)), (f"m_n{number}", f"m_c{number}"))
            yield f"{row} FROM {table} WHERE m_n{number} > 0"
    yield _paths(request)


def _cuts(request: Request, period: str) -> Iterator[str]:
    """Yield what tells the parts of each cut apart: everything, by period, by segment."""
    yield "0"
    if request.periods:
        yield period
    if request.segments:
        yield f"{FIRST_SEGMENT} + m_group"


def _tallied(request: Request, tally: Tally, cut: str) -> str:
    """Count by customer first: that counts customers, and engines do it faster than COUNT(DISTINCT)."""
    groups = ", ".join((*tally.keys, *tally.marks))
    where = f" WHERE {tally.where}" if tally.where else ""
    met = f"SELECT {cut} AS m_cut, {groups}, m_person FROM {tally.table}{where}"
    each = (
        f"SELECT m_cut, {groups}, m_person, {count_rows(request)} AS m_n"
        f" FROM ({met}) m_cases GROUP BY m_cut, {groups}, m_person"
    )
    counts = add_up(request, "m_n"), count_rows(request)
    return f"{row_query(tally.kind, ('m_cut', *tally.keys), counts)} FROM ({each}) m_each GROUP BY m_cut, {groups}"


def _waits(request: Request, cut: str) -> str:
    keys = ", ".join(_WAIT)
    row = row_query(str(int(RowKind.WAITS)), ("m_cut", *_WAIT), (add_up(request, "m_n"),))
    return f"{row} FROM (SELECT {cut} AS m_cut, {keys}, m_n FROM m_waits) m_cases GROUP BY m_cut, {keys}"


def _paths(request: Request) -> str:
    """Count the paths of journeys of which begin and end were seen, and which fit."""
    packing = Packing.of(len(request.plan.touchpoints))
    keys = [f"m_path{number}" for number in range(packing.numbers)]
    listed = ", ".join(keys)
    where = f"m_mask < {int(JourneyBit.OPEN)} AND m_length < {packing.longest}"
    each = (
        f"SELECT {listed}, m_person, {count_rows(request)} AS m_n"
        f" FROM m_journeys WHERE {where} GROUP BY {listed}, m_person"
    )
    row = row_query(str(int(RowKind.PATHS)), keys, (add_up(request, "m_n"), count_rows(request)))
    return f"{row} FROM ({each}) m_each GROUP BY {listed}"


def _by_cut(request: Request, table: str, marks: Sequence[str]) -> Iterator[str]:
    """Count, for each mark, the rows that have it, and the customers behind them."""
    each = ", ".join(f"{add_up(request, mark)} AS m_p{number}" for number, mark in enumerate(marks))
    both = ", ".join(
        f"{add_up(request, f'm_p{number}')} AS m_n{number}, {add_up(request, flag(f'm_p{number} > 0'))} AS m_c{number}"
        for number in range(len(marks))
    )
    columns = ", ".join(("m_person", *_columns_of(table, len(marks))))
    for cut in _cuts(request, period_of(request, "m_begin")):
        met = f"SELECT {cut} AS m_cut, {columns} FROM {table}"
        people = f"SELECT m_cut, {each} FROM ({met}) m_cases GROUP BY m_cut, m_person"
        yield f"SELECT m_cut, {both} FROM ({people}) m_each GROUP BY m_cut"


def _columns_of(table: str, stages: int) -> Sequence[str]:
    return ("m_depth",) if table == "m_funnel" else [f"m_stage_met{number}" for number in range(stages)]


def row_query(kind: str, keys: Sequence[str], counts: Sequence[str]) -> str:
    """Return the start of a query for rows of a kind (SQL): eight columns."""
    values = (kind, *keys, *["-1"] * (4 - len(keys)), *counts, *["0"] * (3 - len(counts)))
    return f"SELECT {', '.join(f'{value} AS {name}' for value, name in zip(values, COLUMNS, strict=True))}"


def count_rows(request: Request) -> str:
    """Return the SQL that counts rows."""
    return request.dialect.to_integer("COUNT(*)")


def add_up(request: Request, value: str) -> str:
    """Return the SQL that adds up integers."""
    return request.dialect.to_integer(f"SUM({value})")

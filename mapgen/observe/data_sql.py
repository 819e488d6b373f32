"""Rows of the source and events -> what the data are like: how many there are, from when, how good."""

from collections.abc import Iterator

from mapgen.observe.counts_sql import add_up, count_rows, row_query
from mapgen.observe.definitions import DAY
from mapgen.observe.phrases import flag
from mapgen.observe.request import CommonTables, Request
from mapgen.observe.rows import DataFigure, RowKind


def data_tables(request: Request) -> CommonTables:
    """Return tables of one row each, `m_rows` and `m_data`, and `m_people` with one for each customer."""
    window = request.window
    nameless = ["m_who IS NULL", "m_time IS NULL", "m_named = 0"]
    if request.mapping.journey is not None:
        nameless.append("m_case IS NULL")
    when = f"m_time IS NULL OR (m_time >= {window.since} AND m_time < {window.until})"
    return {
        "m_rows": (
            f"SELECT {count_rows(request)} AS m_all, {add_up(request, flag(' OR '.join(nameless)))} AS m_nameless"
            f" FROM m_source WHERE {when}"
        ),
        "m_people": (
            f"SELECT m_person, {count_rows(request)} AS m_mapped,"
            f" {add_up(request, flag('m_place = m_before AND m_time = m_earlier'))} AS m_same,"
            f" MIN(m_time) AS m_oldest, MAX(m_time) AS m_newest FROM m_runs GROUP BY m_person"
        ),
        "m_data": (
            f"SELECT {add_up(request, 'm_mapped')} AS m_mapped_all, {add_up(request, 'm_same')} AS m_same_all,"
            f" {count_rows(request)} AS m_customers, MAX(m_mapped) AS m_busiest,"
            f" MIN(m_oldest) AS m_from, MAX(m_newest) AS m_to FROM m_people"
        ),
        "m_ties": f"SELECT {add_up(request, 'm_tied')} AS m_tied_all FROM m_facts",
    }


def data_queries(request: Request) -> Iterator[str]:
    """Yield the queries that give the rows of the kind `DATA`."""
    up, rest = f"m_to + {DAY - 1}", request.dialect.modulo
    for figure, table, value in (
        (DataFigure.ROWS, "m_rows", "m_all"),
        (DataFigure.MAPPED, "m_data", "m_mapped_all"),
        (DataFigure.NAMELESS, "m_rows", "m_nameless"),
        (DataFigure.TIED, "m_ties", "m_tied_all"),
        (DataFigure.DUPLICATES, "m_data", "m_same_all"),
        (DataFigure.CUSTOMERS, "m_data", "m_customers"),
        (DataFigure.BUSIEST, "m_data", "m_busiest"),
        (DataFigure.FIRST_TIME, "m_data", f"m_from - {rest('m_from', str(DAY))}"),
        (DataFigure.LAST_TIME, "m_data", f"{up} - {rest(f'({up})', str(DAY))}"),
    ):
        known = f"COALESCE({value}, {request.dialect.number(0)})"
        yield f"{row_query(str(int(RowKind.DATA)), (str(int(figure)),), (known,))} FROM {table}"

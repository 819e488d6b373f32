"""A plan and a mapping -> one SQL statement whose rows are counts, as `rows` describes them.

It has windows and GROUP BY only, no joins, of which engines choose slow ones here, and computes with integers only, so
that each engine gives the same rows. It is a list of common table expressions, each of which reads those before:

    m_source    rows of the source, with customer, time and touchpoint
    m_events    those of touchpoints in the window; m_moments, if what is simultaneous counts as one moment
    m_runs      with what was before
    m_turns     the first event of each visit
    m_visits    with what comes next, and in which journey it is
    m_steps     with the begin and the segment of the journey
    m_facts     with the period, whether it is settled, and the bucket of the time to the next
    m_journeys  a row a journey; m_funnel, those that come to the first stage, with how far they come
"""

from collections.abc import Iterator, Sequence

from mapgen.model.event_mapping import EventMapping
from mapgen.observe.counts_sql import COLUMNS, count_queries, count_rows, fact_table, stage_tables, wait_table
from mapgen.observe.data_sql import data_queries, data_tables
from mapgen.observe.definitions import PeriodSpan, Window
from mapgen.observe.dialect import Dialect
from mapgen.observe.journeys_sql import journey_tables
from mapgen.observe.layouts import LAYOUTS
from mapgen.observe.plan import ObservablePlan
from mapgen.observe.request import CommonTables, Request
from mapgen.observe.source_sql import event_tables
from mapgen.observe.visits_sql import visit_tables

_READ_ONCE = frozenset({"m_source", "m_events", "m_gaps", "m_moments", "m_turns", "m_visits", "m_steps"})
"""Tables that are better computed where they are read: `m_source` is wide, and the others have one reader."""


def statement(  # noqa: PLR0913, PLR0917 - what a statement depends on
    plan: ObservablePlan,
    mapping: EventMapping,
    source: str,
    dialect: Dialect,
    window: Window,
    periods: Sequence[PeriodSpan],
    *,
    texts: bool = False,
) -> str:
    """Return the statement that counts the events of a source.

    `source` is SQL that is written by an engine or by `dialect.table`: never a text of a spec. `texts` says that each
    of its columns is text, as in CSV. Periods cover the window, or there are none.
    """
    request = Request(plan, mapping, source, dialect, LAYOUTS[mapping.layout], window, periods, texts)
    tables: CommonTables = {
        **event_tables(request),
        **visit_tables(request),
        **fact_table(request),
        **journey_tables(request),
        **stage_tables(request),
        **wait_table(request),
        **data_tables(request),
    }
    queries = "\nUNION ALL ".join((*data_queries(request), *count_queries(request)))
    keys = ", ".join(COLUMNS[:5])
    listed = ",\n".join(_common(tables, dialect))
    return f"WITH {listed}\nSELECT {', '.join(COLUMNS)} FROM (\n{queries}\n) m_counts\nORDER BY {keys}{dialect.ending}"


def extent_statement(
    plan: ObservablePlan, mapping: EventMapping, source: str, dialect: Dialect, *, texts: bool = False
) -> str:
    """Return a statement that gives one row: how many events of touchpoints there are, the first and the last time.

    Times are microseconds since 1970, NULL where there is no event with one.
    """
    request = Request(plan, mapping, source, dialect, LAYOUTS[mapping.layout], Window(0, 0), (), texts)
    query = event_tables(request)["m_source"]
    counts = f"{count_rows(request)} AS events, MIN(m_time) AS first_time, MAX(m_time) AS last_time"
    return f"SELECT {counts} FROM ({query}) m_source WHERE m_place >= 0 AND m_who IS NOT NULL"


def _common(tables: CommonTables, dialect: Dialect) -> Iterator[str]:
    for name, query in tables.items():
        hint = dialect.inlined if name in _READ_ONCE else dialect.kept
        yield f"{name} AS {hint}({query})"

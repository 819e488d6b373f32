"""Events -> visits, and what is known of each: what came next, when, and in which journey it is."""

from mapgen.observe.phrases import count_bounds, flag, is_in
from mapgen.observe.request import CommonTables, Request
from mapgen.observe.source_sql import order_of_events

FAR = 2_000_000_000
"""A position that no visit has."""


def visit_tables(request: Request) -> CommonTables:
    """Return the tables up to `m_steps`, which has one row a visit."""
    return {
        "m_runs": _runs(request),
        "m_turns": _turns(request),
        "m_visits": _visits(request),
        "m_steps": _steps(request),
    }


def _runs(request: Request) -> str:
    """Number the events of each customer; tell place and time of the one before, and when the last of all is."""
    order = f"PARTITION BY {request.owner} ORDER BY {', '.join(order_of_events(request))}"
    none = request.dialect.number(-1)
    time = "m_time"
    source = "m_events"
    if request.mapping.simultaneous:
        source = f"(SELECT {request.owner}, m_moment AS m_time, m_place, m_segment FROM m_moments) m_now"
    rest = "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING"
    return (
        f"SELECT {request.owner}, {time}, m_place, m_segment,"
        f" ROW_NUMBER() OVER ({order}) AS m_at,"
        f" LAG(m_place, 1, {none}) OVER ({order}) AS m_before,"
        f" LAG(m_time, 1, {none}) OVER ({order}) AS m_earlier,"
        f" LAST_VALUE(m_time) OVER ({order} {rest}) AS m_final"
        f" FROM {source}"
    )


def _turns(request: Request) -> str:
    """Keep the first event of each visit; `m_new` says whether it begins a journey."""
    paused = f"m_time - m_earlier > {request.mapping.ends_after}"
    begins = ["m_before = -1"]
    if request.mapping.journey is None:
        begins.append(paused)
    new = " OR ".join(begins)
    repeats = f"{is_in('m_place', request.plan.repeating)} AND m_time > m_earlier"
    return (
        f"SELECT {request.owner}, m_time, m_place, m_segment, m_at, m_earlier, m_final, {flag(new)} AS m_new"
        f" FROM m_runs WHERE m_place <> m_before OR {new} OR ({repeats})"
    )


def _visits(request: Request) -> str:
    """Tell what comes next, and the number of the journey (`m_key`)."""
    order = f"PARTITION BY {request.owner} ORDER BY m_at"
    so_far = f"{order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
    none = request.dialect.number(-1)
    return (
        f"SELECT {request.owner}, m_time, m_place, m_segment, m_at, m_earlier, m_final, m_new,"
        f" ROW_NUMBER() OVER ({order}) AS m_number,"
        f" LEAD(m_place, 1, {none}) OVER ({order}) AS m_next,"
        f" LEAD(m_time, 1, {none}) OVER ({order}) AS m_next_time,"
        f" LEAD(m_earlier, 1, {none}) OVER ({order}) AS m_next_earlier,"
        f" LEAD(m_new, 1, 1) OVER ({order}) AS m_next_new,"
        f" {request.dialect.to_integer(f'SUM(m_new) OVER ({so_far})')} AS m_key"
        f" FROM m_turns"
    )


def _steps(request: Request) -> str:
    """Tell of each visit when it ended (`m_end`), what is next in the journey (`m_goal`, -1 if nothing), and so on.

    `m_begin` and `m_group` are begin and segment of the journey, those of its first event; `m_start` is the number of
    its first visit, and `m_first` that of its first event at the first stage, if any.
    """
    dialect = request.dialect
    journey = f"PARTITION BY {request.owner}, m_key"
    stage = count_bounds("m_place", request.stage_bounds)
    return (
        f"SELECT {request.owner}, m_key, m_place, m_new, m_at, m_number, m_next_time,"
        f" {flag('m_next = -1', 'm_final', 'm_next_earlier')} AS m_end,"
        f" {flag('m_next_new = 1', dialect.number(-1), 'm_next')} AS m_goal,"
        f" {flag('m_earlier = m_time AND m_number > 1')} AS m_tied,"
        f" {dialect.to_integer(stage)} AS m_stage,"
        f" MIN(m_time) OVER ({journey}) AS m_begin,"
        f" MAX({flag('m_new = 1', 'm_segment', dialect.number(-1))}) OVER ({journey}) AS m_group,"
        f" MIN(m_number) OVER ({journey}) AS m_start,"
        f" MIN({flag(f'{stage} = 0', 'm_at', FAR)}) OVER ({journey}) AS m_first"
        f" FROM m_visits"
    )

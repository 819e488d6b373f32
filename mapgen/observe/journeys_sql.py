"""Visits -> journeys: whether each went as planned, its path, and how far it came through the stages."""

from mapgen.observe.paths import Packing
from mapgen.observe.phrases import choose, count_bounds, flag, is_in
from mapgen.observe.request import CommonTables, Request
from mapgen.observe.rows import JourneyBit
from mapgen.observe.visits_sql import FAR


def journey_tables(request: Request) -> CommonTables:
    """Return the tables with a row a journey: `m_journeys`, and `m_funnel` for those that come to the first stage."""
    tables = {"m_journeys": _journeys(request)}
    if not request.plan.stages:
        return tables
    last = len(request.plan.stages) - 1
    tables |= {f"m_stage{number}": _stage(request, number) for number in range(1, last + 1)}
    return tables | {"m_funnel": _funnel(request)}


def period_of(request: Request, time: str) -> str:
    """Return the number of the period of a time, from 1."""
    starts = [period.since for period in request.periods[1:]]
    return f"1 + {count_bounds(time, starts)}"


def _journeys(request: Request) -> str:
    """Write the mask of each journey, and the stages it touches, and its path in numbers (see `paths`)."""
    packing = Packing.of(len(request.plan.touchpoints))
    integer = request.dialect.to_integer
    paths = [
        f"{integer(f'SUM({_digit(request, packing, number)})')} AS m_path{number}" for number in range(packing.numbers)
    ]
    stages = [
        f"MAX({flag(f'm_stage = {number}')}) AS m_stage_met{number}" for number in range(len(request.plan.stages))
    ]
    return (
        f"SELECT m_person, m_begin, m_group, {_mask(request)} AS m_mask, {', '.join((*stages, *paths))},"
        f" MAX(m_number - m_start) AS m_length FROM m_facts GROUP BY {request.owner}, m_key, m_begin, m_group"
    )


def _mask(request: Request) -> str:
    """Return the bits of a journey; that it may have begun before excludes that it began where it should not."""
    plan = request.plan
    count = len(plan.touchpoints)
    planned = is_in(f"m_place * {count} + m_goal", [start * count + end for start, end in plan.transitions])
    early = f"m_begin < {request.known_from}"
    bits = {
        JourneyBit.UNKNOWN_TRANSITION: f"m_goal >= 0 AND NOT ({planned})",
        JourneyBit.UNKNOWN_ENTRY: f"m_new = 1 AND NOT ({early}) AND NOT ({is_in('m_place', plan.entries)})",
        JourneyBit.UNKNOWN_EXIT: f"m_goal = -1 AND m_settled = 1 AND NOT ({is_in('m_place', plan.exits)})",
        JourneyBit.OPEN: "m_settled = 0",
        JourneyBit.MAY_HAVE_BEGUN_BEFORE: early,
    }
    masks = " + ".join(f"MAX({flag(condition, int(bit))})" for bit, condition in bits.items())
    return request.dialect.to_integer(masks)


def _digit(request: Request, packing: Packing, number: int) -> str:
    """Return what a visit adds to one of the numbers of its path."""
    position = f"m_number - m_start - {number * packing.digits}"
    weights = [request.dialect.number(weight) for weight in packing.weights]
    weight = choose(position, range(1, packing.digits), weights)
    inside = f"{position} >= 0 AND {position} < {packing.digits}"
    return flag(inside, f"(m_place + 1) * {weight}", request.dialect.number(0))


def _stage(request: Request, number: int) -> str:
    """Find the first event at a stage after that at the stage before, in each journey that came so far.

    The row of the journey's first event at the first stage stays; of the others, those that can still matter.
    """
    before = "m_facts" if number == 1 else f"m_stage{number - 1}"
    reached = ["m_first", *(f"m_reached{stage}" for stage in range(1, number))]
    after = f"m_stage = {number} AND m_at > {reached[-1]}"
    journey = f"PARTITION BY {request.owner}, m_key"
    return (
        f"SELECT {request.owner}, m_key, m_begin, m_group, m_stage, m_at, {', '.join(reached)},"
        f" MIN({flag(after, 'm_at', FAR)}) OVER ({journey}) AS m_reached{number}"
        f" FROM {before} WHERE m_at = m_first OR (m_stage >= {number} AND m_at > {reached[-1]})"
    )


def _funnel(request: Request) -> str:
    """Count the stages that each journey reached in order."""
    last = len(request.plan.stages) - 1
    table = f"m_stage{last}" if last else "m_facts"
    further = "".join(f" + {flag(f'm_reached{number} < {FAR}')}" for number in range(1, last + 1))
    return f"SELECT m_person, m_begin, m_group, 1{further} AS m_depth FROM {table} WHERE m_at = m_first"

"""Rows of the statement, and what they were asked for -> the snapshot."""

from mapgen.model.event_mapping import EventMapping
from mapgen.model.snapshot import Period, Snapshot
from mapgen.observe.definitions import MICROSECONDS, QUERY_VERSION, PeriodSpan, Window, from_microseconds
from mapgen.observe.paths import Packing
from mapgen.observe.plan import ObservablePlan, mapping_digest
from mapgen.observe.publication import PublishedNames, publish
from mapgen.observe.rows import FIRST_SEGMENT, DataFigure, JourneyBit, Row
from mapgen.observe.snapshot_file import sealed
from mapgen.observe.tally import CutTally, tally
from mapgen.record import record

OTHER_SEGMENT = "other"
"""What stands for the id of a segment for all other values; after `..` if a segment has that id."""

_PROVISIONAL = 100  # a period is provisional while more than one of so many journeys is open


@record
class Inquiry:
    """What was asked: of which journey (id), how it is planned and mapped, when, and how few customers to hide."""

    journey: str
    plan: ObservablePlan
    mapping: EventMapping
    window: Window
    periods: tuple[PeriodSpan, ...]
    hide_below: int


def assemble(inquiry: Inquiry, rows: tuple[Row, ...]) -> Snapshot:
    """Return the snapshot of rows that are known to be those of the inquiry's statement."""
    plan, mapping, window = inquiry.plan, inquiry.mapping, inquiry.window
    counted = tally(rows)
    other = f"..{OTHER_SEGMENT}" if OTHER_SEGMENT in plan.segments else OTHER_SEGMENT
    segments = (other, *plan.segments) if mapping.segment else ()
    names = PublishedNames(
        tuple(place.id for place in plan.touchpoints), plan.stages, segments, periods=len(inquiry.periods)
    )
    packing = Packing.of(len(plan.touchpoints))
    found = publish(counted, names, below=inquiry.hide_below, decode=packing.unpack)
    return sealed(
        Snapshot(
            journey=inquiry.journey,
            query=QUERY_VERSION,
            mapping=mapping_digest(plan, mapping),
            ends_after=None if mapping.ends_after is None else iso_duration(mapping.ends_after),
            simultaneous=iso_duration(mapping.simultaneous) if mapping.simultaneous else None,
            hidden_below=inquiry.hide_below,
            zone=mapping.time.zone or "UTC",
            since=iso_time(window.since),
            until=iso_time(window.until),
            settled_until=iso_time(max(window.since, window.until - (mapping.ends_after or 0))),
            rows=counted.data.get(DataFigure.ROWS, 0),
            mapped=counted.data.get(DataFigure.MAPPED, 0),
            nameless=counted.data.get(DataFigure.NAMELESS, 0),
            tied=counted.data.get(DataFigure.TIED, 0),
            whole=found.cuts[0],
            paths=found.paths,
            periods=tuple(
                Period(span.name, provisional=is_provisional(counted.cut(number)), counts=found.cuts[number])
                for number, span in enumerate(inquiry.periods, 1)
            ),
            segments=tuple((name, found.cuts[FIRST_SEGMENT + number]) for number, name in enumerate(segments)),
            surveys=(),
            digest="",
        )
    )


def is_provisional(cut: CutTally) -> bool:
    """Return whether too many journeys are open for the others to speak for all; short ones are over sooner."""
    journeys = unfinished = 0
    for mask, (count, _) in cut.journeys.items():
        journeys += count
        unfinished += count if mask & JourneyBit.OPEN else 0
    return unfinished * _PROVISIONAL > journeys


def iso_time(microseconds: int) -> str:
    """Return a time in UTC.

    >>> iso_time(0), iso_time(1_500_000)
    ('1970-01-01T00:00:00Z', '1970-01-01T00:00:01.500000Z')
    """
    return from_microseconds(microseconds).replace(tzinfo=None).isoformat() + "Z"


def iso_duration(microseconds: int) -> str:
    """Return a duration in ISO 8601, in whole seconds.

    >>> iso_duration(30 * 86_400_000_000), iso_duration(5_400_000_000), iso_duration(0)
    ('P30D', 'PT1H30M', 'PT0S')
    """
    seconds = microseconds // MICROSECONDS
    days, rest = divmod(seconds, 86_400)
    parts = [(rest // 3_600, "H"), (rest // 60 % 60, "M"), (rest % 60, "S")]
    time = "".join(f"{amount}{unit}" for amount, unit in parts if amount)
    return "P" + (f"{days}D" if days else "") + (f"T{time}" if time else "") if seconds else "PT0S"

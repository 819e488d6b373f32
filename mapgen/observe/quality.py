"""Questions about the data that a statement counts -> what is wrong with them, said where the spec maps them.

No value of a row is told, but names of events, and of those only what the spec names or enough customers have.
"""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, listed, nearest, quoted
from mapgen.model.event_mapping import MappedEvent
from mapgen.observe.definitions import MICROSECONDS
from mapgen.observe.layouts import LAYOUTS
from mapgen.observe.phrases import is_in
from mapgen.observe.request import Request
from mapgen.observe.rows import DataFigure
from mapgen.observe.source_sql import source_conditions, time_of_rows
from mapgen.record import record

EARLIEST = 631_152_000 * MICROSECONDS
"""1990: an earlier time is one that was read in the wrong unit."""

_LISTED = 20  # columns or names that a hint lists
_MUCH = 0.01  # the part of rows without customer, name or time, or of one customer, that is worth a word
_TWICE = 0.05  # the part of events that are there twice
_BUSY = 100  # how many times the events of a customer on average
_UNREADABLE = 0.01
_OUTSIDE = 0.001

_OFFSETS = ("%Z", "%:%+__", "%:%+____", "%:%+__:__", "%:%-____", "%:%-__:__")

Columns = Mapping[str, str]
"""The columns that a mapping names, each with the pointer to where it does."""


@record
class TimeLook:
    """How many rows have a time, how many of these cannot be read, have an offset, or lie out of range; and the rest.

    `first` and `last` are the times in range, in microseconds since 1970, None if there is none.
    """

    times: int
    unreadable: int
    offsets: int
    outside: int
    first: int | None
    last: int | None


def time_statement(request: Request, latest: int) -> str:
    """Return a statement whose row is a TimeLook; `latest` is the last time that can be, in microseconds since 1970."""
    layout, dialect = LAYOUTS[request.mapping.layout], request.dialect
    column = layout.read(request.mapping.time.column, dialect)
    text = f"NULLIF({dialect.to_text(column)}, '')" if request.texts else column
    inside = f"m_time >= {EARLIEST} AND m_time <= {latest}"
    forms = _OFFSETS if request.texts else ()
    offset = " OR ".join(f"m_text LIKE {dialect.literal(form)}" for form in forms) or "1 = 0"
    return (
        f"SELECT COUNT(m_text), COUNT(CASE WHEN m_time IS NULL THEN m_text END),"
        f" COUNT(CASE WHEN {offset} THEN 1 END), COUNT(CASE WHEN m_time IS NOT NULL AND NOT ({inside}) THEN 1 END),"
        f" MIN(CASE WHEN {inside} THEN m_time END), MAX(CASE WHEN {inside} THEN m_time END)"
        f" FROM (SELECT {text} AS m_text, {time_of_rows(request)} AS m_time"
        f" FROM {request.source}{source_conditions(request)}) m_look"
    )


def names_statement(request: Request, names: Sequence[str] = ()) -> str:
    """Return a statement that gives names of events and their counts: those of the spec, or all of enough customers."""
    layout, dialect, mapping = LAYOUTS[request.mapping.layout], request.dialect, request.mapping
    name = dialect.to_text(layout.read(mapping.name, dialect))
    who = dialect.to_text(layout.read(mapping.customer[0], dialect))
    wanted = f"WHERE {is_in('m_name', tuple(map(dialect.literal, names)))} " if names else ""
    having = "" if names else f" HAVING COUNT(DISTINCT m_who) >= {mapping.hide_below}"
    return (
        f"SELECT m_name, COUNT(*) FROM (SELECT {name} AS m_name, {who} AS m_who FROM {request.source}"
        f"{source_conditions(request)}) m_names {wanted}GROUP BY m_name{having}"
    )


def mapped_columns(request: Request) -> Columns:
    """Return the columns of the source that the mapping needs; of several that count in turn, the first."""
    mapping, pointer = request.mapping, request.mapping.pointer
    found = {mapping.customer[0]: f"{pointer}/customer", mapping.name: f"{pointer}/name"}
    found.setdefault(mapping.time.column, f"{pointer}/time")
    if mapping.journey:
        found.setdefault(mapping.journey, f"{pointer}/journey")
    for name in mapping.order:
        found.setdefault(name, f"{pointer}/order")
    if mapping.segment:
        found.setdefault(mapping.segment.column, f"{pointer}/segment")
    for part in ("only", "without"):
        for condition in getattr(mapping, part):
            found.setdefault(condition.column, f"{pointer}/{part}")
    for event in _events(request):
        for condition in event.where:
            found.setdefault(condition.column, event.pointer)
    return found


def find_unknown_columns(request: Request, columns: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield the columns of the mapping that the source does not have."""
    layout = LAYOUTS[request.mapping.layout]
    known = {name.lower() for name in columns}
    for name, pointer in mapped_columns(request).items():
        outer = name.partition(".")[0]
        reaches = layout.all_nested or outer in layout.nested
        if name.lower() not in known and not (reaches and outer.lower() in known):
            near = nearest(name, columns)
            listing = f"columns: {', '.join(columns[:_LISTED])}{' …' if len(columns) > _LISTED else ''}"
            hint = f"did you mean {quoted(near)}? {listing}" if near else listing
            message = f"there is no column {quoted(name)} in the data"
            yield Diagnostic("unknown-column", message, hint=hint, pointer=pointer)


def missing_names(request: Request, found: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Return the names of events of the spec that no row has."""
    there = {str(row[0]) for row in found}
    return tuple(dict.fromkeys(event.name for event in _events(request) if event.name not in there))


def mapped_names(request: Request) -> tuple[str, ...]:
    """Return all names of events of the spec."""
    return tuple(dict.fromkeys(event.name for event in _events(request)))


def find_unknown_events(
    request: Request, missing: Sequence[str], known: Sequence[Sequence[object]]
) -> Iterator[Diagnostic]:
    """Yield the events of the spec that are not in the data; `known` are names and counts that are."""
    counts = {str(name): int(str(count)) for name, count in known if name is not None}
    common = sorted(counts, key=lambda name: (-counts[name], name))
    for place in request.plan.touchpoints:
        for event in place.events:
            if event.name in missing:
                near = nearest(event.name, common)
                hint = f"did you mean {quoted(near)} ({counts[near]:,})?" if near else None
                listing = f"frequent events: {', '.join(map(quoted, common[:_LISTED]))}" if common else None
                message = f"no event is called {quoted(event.name)} (touchpoint {place.id})"
                yield Diagnostic(
                    "unknown-event", message, severity=Severity.WARNING, hint=hint or listing, pointer=event.pointer
                )


def find_time_faults(request: Request, look: TimeLook) -> Iterator[Diagnostic]:
    """Yield what is wrong with the times of the rows."""
    mapping = request.mapping
    pointer = f"{mapping.pointer}/time"
    if look.unreadable:
        severity = Severity.ERROR if look.unreadable > look.times * _UNREADABLE else Severity.WARNING
        message = f"{look.unreadable:,} of {look.times:,} times cannot be read"
        hint = "write them in ISO 8601, or say what the numbers count: time: {column: …, unit: milliseconds}"
        yield Diagnostic("unreadable-time", message, severity=severity, hint=hint, pointer=pointer)
    if 0 < look.offsets < look.times and not mapping.time.unit:
        message = f"{look.offsets:,} of {look.times:,} times have an offset, and the others have none"
        hint = "write all times in one way, for example with Z for UTC"
        yield Diagnostic("mixed-time-zones", message, hint=hint, pointer=pointer)
    if look.outside:
        severity = Severity.ERROR if look.outside > look.times * _OUTSIDE else Severity.WARNING
        message = f"{look.outside:,} of {look.times:,} times are before 1990 or in the future"
        hint = "check the `unit` of the time: seconds that are read as milliseconds are in 1970"
        yield Diagnostic("time-out-of-range", message, severity=severity, hint=hint, pointer=pointer)


def find_doubtful_data(request: Request, data: Mapping[DataFigure, int]) -> Iterator[Diagnostic]:
    """Yield what makes the counts doubtful, though they can be used."""
    rows, mapped, pointer = data.get(DataFigure.ROWS, 0), data.get(DataFigure.MAPPED, 0), request.mapping.pointer
    nameless, twice = data.get(DataFigure.NAMELESS, 0), data.get(DataFigure.DUPLICATES, 0)
    customers, busiest = data.get(DataFigure.CUSTOMERS, 0), data.get(DataFigure.BUSIEST, 0)
    if nameless > rows * _MUCH:
        message = f"{nameless:,} of {rows:,} rows have no customer, name or time, and are left out"
        hint = f"check {listed([key(name) for name in ('customer', 'name', 'time')], joint='and')} of `events`"
        yield Diagnostic("nameless-rows", message, severity=Severity.WARNING, hint=hint, pointer=pointer)
    if twice > mapped * _TWICE:
        message = f"{twice:,} of {mapped:,} events are there twice, and count once"
        hint = "check whether a file is read twice"
        yield Diagnostic("duplicate-rows", message, severity=Severity.INFO, hint=hint, pointer=pointer)
    if busiest > mapped * _MUCH and busiest * customers > _BUSY * mapped:
        message = f"one customer makes {busiest / mapped:.0%} of the events"
        hint = "leave out robots and test accounts with `without`, such as without: {is_bot: true}"
        yield Diagnostic("one-customer-too-many", message, severity=Severity.WARNING, hint=hint, pointer=pointer)


def _events(request: Request) -> Iterator[MappedEvent]:
    for place in request.plan.touchpoints:
        yield from place.events

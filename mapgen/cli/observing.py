"""A spec and an engine -> the snapshot, and all that there is to say about mapping and data."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from mapgen.analysis.planned_flow import observable_plan
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted
from mapgen.engines.engine import Answer, EventEngine
from mapgen.model.event_mapping import EventMapping
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Snapshot
from mapgen.observe.assembly import Inquiry, assemble
from mapgen.observe.definitions import (
    DAY,
    PeriodKind,
    Window,
    find_periods,
    find_zone,
    from_microseconds,
    microseconds,
)
from mapgen.observe.dialect import Dialect
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.layouts import LAYOUTS
from mapgen.observe.quality import (
    TimeLook,
    find_doubtful_data,
    find_time_faults,
    find_unknown_columns,
    find_unknown_events,
    mapped_names,
    missing_names,
    names_statement,
    time_statement,
)
from mapgen.observe.reading import CountsError, read_rows
from mapgen.observe.request import Request
from mapgen.observe.rows import DataFigure
from mapgen.observe.statement import statement
from mapgen.observe.tally import tally
from mapgen.record import record, replace

LATE = {"ga4": 3}
"""Days for which a layout's tables may still change, which are left out unless `--until` says otherwise."""

_COUNTS_HINT = "run the statement of `mapgen observe --sql` again, with the same `--since`, `--until` and `--periods`"
_SHOWN = 3  # names of periods in a message

Ask = Callable[[str, str], Answer]
"""What is done, for a person who waits, and a statement -> its rows."""


@record
class ObserveWishes:
    """What the command line asks for; None leaves it to the data or to the spec."""

    since: date | None
    until: date | None
    periods: PeriodKind
    hide_below: int | None


class Observing:
    """One run on a journey with a mapping; `found` fills with what there is to say."""

    def __init__(self, journey: Journey, mapping: EventMapping, wishes: ObserveWishes) -> None:
        """Take a journey whose spec names events."""
        self._journey = journey
        self._wishes = wishes
        self._plan = observable_plan(journey)
        below = max(mapping.hide_below, wishes.hide_below or 0)
        self._mapping = replace(mapping, hide_below=below)
        self.found: list[Diagnostic] = []

    @property
    def failed(self) -> bool:
        """Whether something was found with which there is no snapshot."""
        return any(one.severity is Severity.ERROR for one in self.found)

    def count(self, engine: EventEngine, ask: Ask) -> Snapshot | None:
        """Return the snapshot of the events of an engine, None if there is none; EngineFailedError where it fails."""
        request = Request(
            self._plan,
            self._mapping,
            engine.source,
            engine.dialect,
            LAYOUTS[self._mapping.layout],
            Window(0, 0),
            (),
            engine.texts,
        )
        self.found += find_unknown_columns(request, engine.columns())
        if self.failed:
            return None
        window = self._window(self._look(request, ask))
        self._check_names(request, ask)
        if window is None or self.failed:
            return None
        inquiry = self._inquiry(window)
        sql = statement(
            self._plan, self._mapping, engine.source, engine.dialect, window, inquiry.periods, texts=engine.texts
        )
        return self._assembled(inquiry, ask("counting", sql))

    def written(self, source: str, dialect: Dialect, window: Window) -> str:
        """Return the statement for an engine that is somewhere else."""
        spans = self._inquiry(window).periods
        return statement(self._plan, self._mapping, source, dialect, window, spans)

    def read(self, rows: Sequence[Sequence[object]], window: Window) -> Snapshot | None:
        """Return the snapshot of rows that another engine gave for a window."""
        return self._assembled(self._inquiry(window), rows)

    def asked_window(self) -> Window | None:
        """Return the window that the command line asks for; None unless it gives both ends."""
        wanted = self._wishes
        if wanted.since is None or wanted.until is None:
            return None
        return Window(self._midnight(wanted.since), self._midnight(wanted.until))

    def _inquiry(self, window: Window) -> Inquiry:
        zone = self._mapping.time.zone or "UTC"
        spans = find_periods(window, self._wishes.periods, zone)
        return Inquiry(self._journey.id, self._plan, self._mapping, window, spans, self._mapping.hide_below)

    def _midnight(self, day: date) -> int:
        return microseconds(datetime.combine(day, time(), find_zone(self._mapping.time.zone or "UTC")))

    def _look(self, request: Request, ask: Ask) -> TimeLook:
        """Look at the times of all rows; what is wrong with them is found."""
        now = microseconds(datetime.now(UTC) + timedelta(days=1))
        (row,) = ask("looking at times", time_statement(request, now))
        times, unreadable, offsets, outside, first, last = (None if value is None else int(str(value)) for value in row)
        look = TimeLook(times or 0, unreadable or 0, offsets or 0, outside or 0, first, last)
        self.found += find_time_faults(request, look)
        return look

    def _window(self, look: TimeLook) -> Window | None:
        """Return the window of the data that counts: whole days, from the first event until after the last."""
        wanted, pointer = self._wishes, self._mapping.pointer
        if look.first is None or look.last is None:
            if not self.failed:
                message = "the data have no event with a time"
                hint = "check `only`, `without` and `time` of `events`"
                self.found.append(Diagnostic("no-events", message, hint=hint, pointer=pointer))
            return None
        zone = find_zone(self._mapping.time.zone or "UTC")
        days = [from_microseconds(one).astimezone(zone).date() for one in (look.first, look.last)]
        late = LATE.get(self._mapping.layout, 0)
        since = wanted.since or days[0]
        until = wanted.until or days[1] + timedelta(days=1 - late)
        window = Window(self._midnight(since), self._midnight(until))
        if window.until <= look.first or window.since > look.last or window.since >= window.until:
            message = f"there is no event from {since} until {until}: the data are from {days[0]} to {days[1]}"
            hint = "choose another time with `--since` and `--until`"
            self.found.append(Diagnostic("no-events", message, hint=hint, pointer=pointer))
            return None
        pause = self._mapping.ends_after or 0
        if window.until - window.since < 2 * pause:
            length, least = (window.until - window.since) // DAY, -(-2 * pause // DAY)
            message = f"{counted(length, 'day')} of data are too short to tell who left: `ends_after` needs {least}"
            hint = "read more data, or shorten `ends_after`"
            self.found.append(Diagnostic("data-too-short", message, hint=hint, pointer=f"{pointer}/ends_after"))
        return window

    def _check_names(self, request: Request, ask: Ask) -> None:
        named = ask("looking at names", names_statement(request, mapped_names(request)))
        missing = missing_names(request, named)
        if not missing:
            return
        known = ask("looking for other names", names_statement(request))
        self.found += find_unknown_events(request, missing, known)
        if len(missing) == len(mapped_names(request)):
            message = "no row of the data is an event of a touchpoint"
            hint = "check the column `name` of `events`, and the names of the touchpoints' events"
            self.found.append(Diagnostic("no-events", message, hint=hint, pointer=self._mapping.pointer))

    def _assembled(self, inquiry: Inquiry, rows: Sequence[Sequence[object]]) -> Snapshot | None:
        try:
            read = read_rows(rows, self._plan, len(inquiry.periods))
        except CountsError as error:
            self.found.append(Diagnostic("unusable-counts", str(error), hint=_COUNTS_HINT))
            return None
        data = tally(read).data
        request = Request(
            self._plan,
            self._mapping,
            "",
            DIALECTS["duckdb"],
            LAYOUTS[self._mapping.layout],
            Window(0, 0),
            (),
            texts=False,
        )
        self.found += find_doubtful_data(request, data)
        if not data.get(DataFigure.CUSTOMERS):
            message = "no event of a touchpoint is in this time"
            hint = "choose another time with `--since` and `--until`"
            self.found.append(Diagnostic("no-events", message, hint=hint, pointer=self._mapping.pointer))
            return None
        snapshot = assemble(inquiry, read)
        self._tell_open(snapshot)
        return snapshot

    def _tell_open(self, snapshot: Snapshot) -> None:
        still = [period.name for period in snapshot.periods if period.provisional]
        if still:
            shown = ", ".join(still[-_SHOWN:])
            message = f"{counted(len(still), 'period')} may still change, because journeys in them are open: {shown}"
            hint = "shares of journeys are too good there: short journeys are over sooner"
            self.found.append(
                Diagnostic("open-period", message, severity=Severity.INFO, hint=hint, pointer=self._mapping.pointer)
            )

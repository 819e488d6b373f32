"""A source of events and a journey -> a mapping to begin with: columns by their names, events, and pauses.

Of the names of events, only those of enough customers are told, because a rare one may hold an address. How long a
pause ends a journey is not guessed: the distribution of the pauses is told beside the key.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mapgen.diagnostics.phrases import in_yaml, nearest
from mapgen.model.event_mapping import EventMapping, TimeColumn
from mapgen.model.journey import Journey
from mapgen.observe.definitions import BUCKET_BOUNDS, DAY, MICROSECONDS, Window, bucket_range
from mapgen.observe.dialect import Dialect
from mapgen.observe.layouts import LAYOUTS
from mapgen.observe.phrases import count_bounds
from mapgen.observe.plan import ObservablePlan
from mapgen.observe.publication import quantile
from mapgen.observe.quality import names_statement
from mapgen.observe.request import Request
from mapgen.observe.source_sql import time_of_rows
from mapgen.record import record

MOST = 20
"""How many names of events are told."""

_KNOWN: Mapping[str, tuple[str, ...]] = {
    "customer": ("customer_id", "user_id", "person_id", "user_pseudo_id", "distinct_id", "anonymous_id", "client_id",
                 "visitor_id", "account_id", "customer", "user"),
    "name": ("event_name", "event", "event_type", "action", "activity", "name", "type"),
    "time": ("event_time", "event_timestamp", "timestamp", "ts", "occurred_at", "created_at", "time", "datetime",
             "date"),
    "order": ("event_index", "sequence", "seq", "event_order"),
    "bot": ("is_bot", "bot", "is_robot"),
}  # fmt: skip
_HIDE_BELOW = 10
_UNITS = ((DAY, "days"), (3_600 * MICROSECONDS, "hours"), (60 * MICROSECONDS, "minutes"))


@record
class GuessedColumns:
    """The columns that look like those of a mapping; None where none does."""

    customer: str | None
    name: str | None
    time: str | None
    order: str | None
    bot: str | None

    @property
    def are_enough(self) -> bool:
        """Whether events can be told apart by them."""
        return None not in {self.customer, self.name, self.time}


def guess_columns(columns: Sequence[str]) -> GuessedColumns:
    """Return the columns by their names.

    >>> guess_columns(["TS", "user_id", "event", "os"])
    GuessedColumns(customer='user_id', name='event', time='TS', order=None, bot=None)
    """
    by_name = {name.lower(): name for name in columns}
    found = {key: next((by_name[name] for name in names if name in by_name), None) for key, names in _KNOWN.items()}
    return GuessedColumns(**found)


def suggestion_request(guessed: GuessedColumns, source: str, dialect: Dialect, *, texts: bool) -> Request:
    """Return what can be asked with columns that are enough."""
    mapping = EventMapping(
        layout="plain",
        customer=(guessed.customer or "",),
        journey=None,
        name=guessed.name or "",
        time=TimeColumn(guessed.time or "", None, None),
        order=(),
        simultaneous=0,
        ends_after=None,
        segment=None,
        only=(),
        without=(),
        hide_below=_HIDE_BELOW,
        pointer="",
    )
    plan = ObservablePlan((), (), (), (), ())
    return Request(plan, mapping, source, dialect, LAYOUTS["plain"], Window(0, 0), (), texts)


def frequent_names(request: Request) -> str:
    """Return a statement that gives the names of events of enough customers, with their counts."""
    return names_statement(request)


def pauses_statement(request: Request) -> str:
    """Return a statement that counts the pauses between events of a customer, by their bucket."""
    dialect = request.dialect
    who = dialect.to_text(dialect.name(request.mapping.customer[0]))
    before = f"LAG(m_time, 1, {dialect.number(-1)}) OVER (PARTITION BY m_who ORDER BY m_time)"
    return (
        f"SELECT m_bucket, COUNT(*) FROM (SELECT {count_bounds('m_pause', BUCKET_BOUNDS)} AS m_bucket"
        f" FROM (SELECT m_time - {before} AS m_pause, {before} AS m_before"
        f" FROM (SELECT {who} AS m_who, {time_of_rows(request)} AS m_time FROM {request.source}) m_rows"
        f" WHERE m_who IS NOT NULL AND m_time IS NOT NULL) m_pauses WHERE m_before >= 0) m_counts GROUP BY m_bucket"
    )


def suggest(
    journey: Journey,
    guessed: GuessedColumns,
    columns: Sequence[str],
    names: Sequence[Sequence[object]],
    pauses: Counter[int],
) -> str:
    """Return a mapping to paste into the spec, in YAML."""
    lines = ["# Columns of the data: " + ", ".join(map(_plain, columns)), "events:"]
    for key in ("customer", "name", "time"):
        column = getattr(guessed, key)
        lines.append(f"  {key}: {in_yaml(column)}" if column else f"  {key}: …  # no column looks like it")
    if guessed.order:
        lines.append(f"  order: {in_yaml(guessed.order)}")
    lines.append(f"  ends_after: 30 days  # choose: {_told(pauses)}")
    if guessed.bot:
        lines.append(f"  without: {{{in_yaml(guessed.bot)}: true}}")
    return "\n".join((*lines, *_events(journey, names))) + "\n"


def _told(pauses: Counter[int]) -> str:
    if not pauses:
        return "the pauses between events could not be read"
    limits = [(share, quantile(pauses, tenths)) for share, tenths in (("half", 5), ("nine in ten", 9))]
    return "of the pauses, " + ", ".join(
        f"{share} are shorter than {_length(bucket_range(found)[1])}" for share, found in limits if found is not None
    )


def _length(microseconds: int | None) -> str:
    """Return a length of time in a unit that suits it.

    >>> _length(90_000_000), _length(36 * 3_600_000_000), _length(None)
    ('2 minutes', '36 hours', '92 days, or longer')
    """
    if microseconds is None:
        return "92 days, or longer"
    size, unit = next((one for one in _UNITS if microseconds >= 2 * one[0]), _UNITS[-1])
    return f"{-(-microseconds // size)} {unit}"


def _events(journey: Journey, names: Sequence[Sequence[object]]) -> Iterator[str]:
    """Yield the frequent events, with the touchpoint to which each may belong."""
    counts = {str(name): int(str(count)) for name, count in names if name is not None}
    places = {_words(text): one.id for one in journey.touchpoints() for text in (one.name, one.id)}
    if counts:
        yield "# Frequent events, with the touchpoint that has a name like it:"
    for name in sorted(counts, key=lambda one: (-counts[one], one))[:MOST]:
        near = nearest(_words(name), places)
        yield f"#   events: [{in_yaml(name)}]  # {counts[name]:,} times{f'; {places[near]}' if near else ''}"


def _words(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


def _plain(text: str) -> str:
    return " ".join(text.split())

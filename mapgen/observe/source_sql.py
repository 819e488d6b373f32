"""The rows of the source -> events: who was at which touchpoint when."""

from collections.abc import Iterable, Iterator

from mapgen.model.event_mapping import Condition, ConditionValue, MappedEvent
from mapgen.observe.phrases import flag, is_in
from mapgen.observe.request import CommonTables, Request


def event_tables(request: Request) -> CommonTables:
    """Return the tables up to `m_events`, and to `m_moments` where what is simultaneous takes the order of the map."""
    tables = {"m_source": _source(request), "m_events": _events(request)}
    if request.mapping.simultaneous:
        tables |= {"m_gaps": _gaps(request), "m_moments": _moments(request)}
    return tables


def order_of_events(request: Request) -> tuple[str, ...]:
    """Return by what the events of a customer are ordered: ties take the order of the map."""
    columns = () if request.mapping.simultaneous else _order_columns(request)
    return ("m_time", *columns, "m_place", "m_segment")


def source_conditions(request: Request) -> str:
    """Return which rows of the source count: those of `only`, less those of `without`."""
    read = _SourceColumns(request)
    wanted = [read.holds(condition) for condition in request.mapping.only]
    wanted += [read.misses(condition) for condition in request.mapping.without]
    return f" WHERE {' AND '.join(wanted)}" if wanted else ""


def time_of_rows(request: Request) -> str:
    """Return the time of a row of the source."""
    return request.dialect.time(request.mapping.time, texts=request.texts)


def _source(request: Request) -> str:
    """Write what the statement reads of each row; a row that is no event of a touchpoint has the place -1."""
    mapping, dialect, read = request.mapping, request.dialect, _SourceColumns(request)
    columns = {"m_who": read.first(mapping.customer)}
    if mapping.journey is not None:
        columns["m_case"] = read.first((mapping.journey,))
    columns |= {
        "m_named": flag(f"{read.text(mapping.name)} <> ''"),
        "m_time": time_of_rows(request),
        "m_place": dialect.to_integer(read.place()),
        "m_segment": dialect.to_integer(read.segment()),
    }
    orders = (part for column in mapping.order for part in read.order(column))
    columns |= dict(zip(_order_columns(request), orders, strict=True))
    listed = ", ".join(f"{value} AS {name}" for name, value in columns.items())
    return f"SELECT {listed} FROM {request.source}{source_conditions(request)}"


def _order_columns(request: Request) -> tuple[str, ...]:
    each = len(request.dialect.order("", texts=request.texts)) * len(request.mapping.order)
    return tuple(f"m_order{number}" for number in range(each))


def _events(request: Request) -> str:
    """Keep the events of touchpoints in the window, with the customer as short as can be."""
    dialect, window = request.dialect, request.window
    people = [f"{dialect.key('m_who')} AS m_person"]
    named = ["m_who IS NOT NULL"]
    if request.mapping.journey is not None:
        people.append("m_case")
        named.append("m_case IS NOT NULL")
    columns = ", ".join((*people, "m_time", "m_place", "m_segment", *_order_columns(request)))
    when = f"m_time >= {window.since} AND m_time < {window.until}"
    return f"SELECT {columns} FROM m_source WHERE m_place >= 0 AND {when} AND {' AND '.join(named)}"


def _gaps(request: Request) -> str:
    """Mark the events that begin a moment by their time: the first, and those later than the time for one moment."""
    window = f"OVER (PARTITION BY {request.owner} ORDER BY m_time)"
    none = request.dialect.number(-1)
    begins = (
        f"LAG(m_place, 1, {none}) {window} = -1"
        f" OR m_time - LAG(m_time, 1, {none}) {window} > {request.mapping.simultaneous}"
    )
    return f"SELECT {request.owner}, m_time, m_place, m_segment, {flag(begins, 'm_time', none)} AS m_mark FROM m_events"


def _moments(request: Request) -> str:
    """Give all events of a moment the time of its first; RANGE, because any of several at once may have the mark."""
    frame = f"PARTITION BY {request.owner} ORDER BY m_time RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
    return f"SELECT {request.owner}, m_place, m_segment, MAX(m_mark) OVER ({frame}) AS m_moment FROM m_gaps"


class _SourceColumns:
    """Reads columns as texts, as the layout has them."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def column(self, name: str) -> str:
        return self._request.layout.read(name, self._request.dialect)

    def text(self, name: str) -> str:
        return self._request.dialect.to_text(self.column(name))

    def first(self, names: Iterable[str]) -> str:
        """Return the first of the columns that is not empty."""
        texts = [f"NULLIF({self.text(name)}, '')" for name in names]
        return texts[0] if len(texts) == 1 else f"COALESCE({', '.join(texts)})"

    def order(self, name: str) -> tuple[str, ...]:
        return self._request.dialect.order(self.column(name), texts=self._request.texts)

    def holds(self, condition: Condition) -> str:
        return is_in(self.text(condition.column), self._literals(condition.values))

    def misses(self, condition: Condition) -> str:
        """Return that a condition does not hold; a row without a value misses it."""
        return f"({self.column(condition.column)} IS NULL OR NOT {self.holds(condition)})"

    def place(self) -> str:
        """Return the number of the touchpoint of a row."""
        cases = "".join(
            f" WHEN {' OR '.join(self._matches(touchpoint.events))} THEN {number}"
            for number, touchpoint in enumerate(self._request.plan.touchpoints)
        )
        return f"CASE{cases} ELSE -1 END" if cases else "-1"

    def segment(self) -> str:
        """Return the number of the segment of a row, 0 for all other values."""
        mapping, ids = self._request.mapping.segment, self._request.plan.segments
        if mapping is None:
            return "0"
        cases = "".join(
            f" WHEN {self.holds(Condition(mapping.column, values))} THEN {number}"
            for number, ident in enumerate(ids, 1)
            if (values := tuple(value for value, segment in mapping.values if segment == ident))
        )
        return f"CASE{cases} ELSE 0 END" if cases else "0"

    def _matches(self, events: Iterable[MappedEvent]) -> Iterator[str]:
        """Yield what holds for the events of a touchpoint, those without conditions at once."""
        name = self.text(self._request.mapping.name)
        plain = tuple(event.name for event in events if not event.where)
        if plain:
            yield is_in(name, self._literals(plain))
        for event in events:
            if event.where:
                named = is_in(name, self._literals((event.name,)))
                yield f"({' AND '.join((named, *map(self.holds, event.where)))})"

    def _literals(self, values: Iterable[ConditionValue]) -> list[str]:
        texts = dict.fromkeys(text for value in values for text in written(value))
        return [self._request.dialect.literal(text) for text in texts]


def written(value: ConditionValue) -> tuple[str, ...]:
    """Return the texts that a value of a condition can be in the data, since a column may have any type.

    >>> written(True), written(3), written("NL")
    (('true', 'True', 'TRUE', 't', '1'), ('3', '3.0'), ('NL',))
    """
    if value is True:
        return ("true", "True", "TRUE", "t", "1")
    if value is False:
        return ("false", "False", "FALSE", "f", "0")
    return (value,) if isinstance(value, str) else (str(value), f"{value}.0")

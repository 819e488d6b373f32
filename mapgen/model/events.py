"""The `events` of a spec -> which columns to read, and which events belong to which place."""

from math import fsum

from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.lazy import regex
from mapgen.model.calendar import seconds
from mapgen.model.context import BuildContext
from mapgen.model.durations import in_words, read_duration
from mapgen.model.event_layouts import LAYOUT_NAMES, LAYOUTS, LayoutColumns
from mapgen.model.event_mapping import (
    TIME_UNITS,
    Condition,
    ConditionValue,
    EventMapping,
    MappedEvent,
    SegmentColumn,
    TimeColumn,
)
from mapgen.model.journey import Duration
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems

MICROSECONDS = 1_000_000
"""In a second."""

HIDE_BELOW = 10
LONGEST_PAUSE = Duration(((3650, "days"),))
LONGEST_MOMENT = Duration(((1, "hours"),))

_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f]")
_DAYS = {"years": 365, "months": 30, "weeks": 7, "days": 1}
"""Of a unit, for a hint; a month and a year have about so many."""

_NOT_FIXED = frozenset({"years", "months"})

_EXAMPLES = {"customer": "user_id", "name": "event_name", "time": "created_at"}


def read_event_mapping(root: SpecNode, context: BuildContext) -> EventMapping | None:
    """Return how the journey shows in event data, with the columns of its layout; None without `events`."""
    node = root.child("events")
    if node is None:
        return None
    layout = node.choice("layout", LAYOUT_NAMES) or "plain"
    known = LAYOUTS[layout]
    journey = read_name(node, "journey")
    time = _time(node, known)
    ends_after = _length(node, "ends_after", LONGEST_PAUSE, least=1)
    customer, name = _columns(node, "customer") or known.customer, read_name(node, "name") or known.name
    _check_columns(node, {"customer": customer, "name": name, "time": time})
    if "ends_after" not in node.fields and "journey" not in node.fields:
        hint = "add the pause that ends a journey, for example ends_after: 30 days, or the column `journey`"
        node.problems.add_at_key("missing-key", "`events` has no `ends_after`", node.pointer, hint=hint)
    return EventMapping(
        layout=layout,
        customer=customer,
        journey=journey,
        name=name or "",
        time=time or TimeColumn("", None, None),
        order=_columns(node, "order") or known.order,
        simultaneous=_length(node, "simultaneous", LONGEST_MOMENT) or 0,
        ends_after=ends_after,
        segment=_segment(node, context),
        only=_conditions(node, "only"),
        without=_conditions(node, "without"),
        hide_below=int(node.number("hide_below") or HIDE_BELOW),
        pointer=node.pointer,
    )


def read_events(node: SpecNode) -> tuple[MappedEvent, ...]:
    """Return the events of a stage or touchpoint; a single text is short for a list of one."""
    held = node.fields.get("events")
    if held is None:
        return ()
    items = node.children("events", short="name") or [
        SpecNode({"name": held}, node.at("events"), node.problems, short=True)
    ]
    return tuple(MappedEvent(read_name(item, "name") or "", _conditions(item, "where"), item.pointer) for item in items)


def read_name(node: SpecNode, key: str) -> str | None:
    """Return the name of a column or an event exactly as it is written; one with a control character is a problem."""
    word = node.word(key)
    if word is not None:
        _check_text(word, node.at(key), node.problems)
    return word


def _columns(node: SpecNode, key: str) -> tuple[str, ...]:
    """Return one column or several."""
    words = node.words(key)
    if not words:
        word = read_name(node, key)
        return () if word is None else (word,)
    for index, word in enumerate(words):
        _check_text(word, f"{node.at(key)}/{index}", node.problems)
    return words


def _check_columns(node: SpecNode, columns: dict[str, object]) -> None:
    """Report each column that neither the spec nor its layout names."""
    for key, column in columns.items():
        if not column and not (key == "time" and isinstance(node.fields.get(key), str)):
            hint = f"add `{key}`, for example {key}: {_EXAMPLES[key]}, or the `layout` of your data"
            node.problems.add_at_key("missing-key", f"`events` has no `{key}`", node.pointer, hint=hint)


def _time(node: SpecNode, known: LayoutColumns) -> TimeColumn | None:
    """Return the column with the time; unit and zone of the layout are those of its own column."""
    own = node.child("time", short="column")
    if own is None:
        return known.time
    column, unit, zone = read_name(own, "column"), own.choice("unit", TIME_UNITS), _zone(own)
    if column is not None:
        return TimeColumn(column, unit, zone)
    given = known.time
    if given is None:
        return None
    return TimeColumn(given.column, None if zone else unit or given.unit, None if unit else zone or given.zone)


def _zone(node: SpecNode) -> str | None:
    zone = node.word("zone")
    if zone is None:
        return None
    from mapgen.model.zones import ZONES

    if zone in ZONES:
        return zone
    near = nearest(
        zone, sorted(ZONES, key=lambda name: (name.rpartition("/")[2].casefold() not in zone.casefold(), name))
    )
    hint = f'did you mean "{near}"?' if near else "write it as in the IANA database: Europe/Amsterdam, or UTC"
    node.problems.add("unknown-zone", f"unknown time zone {quoted(zone)}", node.at("zone"), hint=hint)
    return None


def _length(node: SpecNode, key: str, most: Duration, *, least: int = 0) -> int | None:
    """Return a length of time in microseconds, from `least` seconds to `most`."""
    length = read_duration(node, key)
    if length is None:
        return None
    written = in_words(length)
    if any(unit in _NOT_FIXED for _, unit in length.parts):
        message = f"{written} has no fixed length: months and years differ"
        hint = f"write {in_words(_with_fixed_lengths(length))}"
        node.problems.add("bad-duration", message, node.at(key), hint=hint)
        return None
    if not least <= seconds(length.parts) <= seconds(most.parts):
        low = in_words(Duration(((least, "seconds"),)))
        message = f"`{key}` must be between {low} and {in_words(most)}, got {written}"
        node.problems.add("out-of-range", message, node.at(key))
        return None
    return round(seconds(length.parts) * MICROSECONDS)


def _with_fixed_lengths(length: Duration) -> Duration:
    """Return about the same length in units that are always as long: months and years in days."""
    days = fsum(amount * _DAYS[unit] for amount, unit in length.parts if unit in _DAYS)
    return Duration(((int(days) or 1, "days"),))


def _segment(node: SpecNode, context: BuildContext) -> SegmentColumn | None:
    own = node.child("segment")
    if own is None:
        return None
    values = own.child("values")
    pairs = [
        (value, context.declared.segments.find(name, values.at(value), values.problems))
        for value, name in (values.fields.items() if values else ())
        if values and isinstance(name, str)
    ]
    return SegmentColumn(
        read_name(own, "column") or "", tuple((value, segment.id) for value, segment in pairs if segment)
    )


def _conditions(node: SpecNode, key: str) -> tuple[Condition, ...]:
    """Return the conditions under a key; a single value is short for a list of one."""
    own = node.child(key)
    if own is None:
        return ()
    for column in own.fields:
        _check_text(column, own.at(column), own.problems, at_key=True)
    return tuple(Condition(column, _values(own, column)) for column in own.fields)


def _values(node: SpecNode, column: str) -> tuple[ConditionValue, ...]:
    held, at = node.fields[column], node.at(column)
    values = [(held, at)] if not isinstance(held, list) else [(one, f"{at}/{place}") for place, one in enumerate(held)]
    for value, pointer in values:
        if isinstance(value, str):
            _check_text(value, pointer, node.problems)
    return tuple(value for value, _ in values if isinstance(value, str | int))


def _check_text(text: str, pointer: str, problems: Problems, *, at_key: bool = False) -> None:
    """Report a name or value with a control character, which is a mistake in a spec and a danger in a terminal."""
    if _CONTROL.search(text):
        add = problems.add_at_key if at_key else problems.add
        message = f"{quoted(text)} has a line break, a tab or another control character"
        add("control-character", message, pointer, hint="write the name or the value on one line")


def as_duration(microseconds: int) -> Duration:
    """Return a length of time as a spec writes it, in units that are always as long.

    >>> as_duration(30 * 86_400 * MICROSECONDS).parts, as_duration(90 * 60 * MICROSECONDS).parts
    (((30, 'days'),), ((1, 'hours'), (30, 'minutes')))
    >>> as_duration(1_500_000).parts, as_duration(0).parts
    (((1.5, 'seconds'),), ((0, 'seconds'),))
    """
    whole, rest = divmod(microseconds, MICROSECONDS)
    if rest:
        return Duration(((microseconds / MICROSECONDS, "seconds"),))
    days, within = divmod(whole, 86_400)
    amounts = ((days, "days"), (within // 3_600, "hours"), (within // 60 % 60, "minutes"), (within % 60, "seconds"))
    return Duration(tuple(part for part in amounts if part[0]) or ((0, "seconds"),))

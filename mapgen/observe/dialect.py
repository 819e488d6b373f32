"""What differs between engines: names, types, times and hints. Each engine is a module in `mapgen/observe/dialects`.

What is written here holds for engines that follow the standard; a dialect changes what its engine does otherwise.
"""

from mapgen.model.event_mapping import TimeColumn, TimeUnit

PER_SECOND = {"seconds": 1, "milliseconds": 1_000, "microseconds": 1_000_000, "nanoseconds": 1_000_000_000}
"""How many of a unit are in a second."""

_MICROSECONDS = 1_000_000


class Dialect:
    """How an engine writes what the statement needs. All methods take and return SQL, but for names and texts."""

    title = ""
    """The name of the engine, for people."""
    sqlglot = ""
    """What sqlglot calls the dialect; the same as its id where it is empty."""
    integer = "BIGINT"
    text = "VARCHAR"
    quotes = '"'
    """What stands around a name."""
    backslash = False
    """Whether a backslash in a text begins an escape."""
    kept = ""
    """What asks the engine to compute a common table expression once, of which several others read."""
    inlined = ""
    """What asks it not to."""
    ending = ""
    """What follows the statement."""

    def name(self, name: str) -> str:
        """Quote the name of a column."""
        mark = self.quotes
        return f"{mark}{name.replace(mark, mark * 2)}{mark}"

    def table(self, name: str) -> str:
        """Quote the name of a table; a dot is between the parts of it."""
        return ".".join(self.name(part) for part in name.split("."))

    def literal(self, text: str) -> str:
        """Quote a text."""
        if self.backslash:
            escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        else:
            escaped = text.replace("'", "''")
        return f"'{escaped}'"

    def number(self, number: int) -> str:
        """Return an integer that has room for 63 bits, whatever it is computed with."""
        return f"CAST({number} AS {self.integer})"

    def to_integer(self, value: str) -> str:
        """Return a value as an integer."""
        return f"CAST({value} AS {self.integer})"

    def to_text(self, value: str) -> str:
        """Return a value as a text."""
        return f"CAST({value} AS {self.text})"

    def modulo(self, value: str, divisor: str) -> str:
        """Return the remainder of a division of integers, exact up to 63 bits."""
        return f"MOD({value}, {divisor})"

    def quotient(self, value: str, divisor: str) -> str:
        """Return the whole part of a division of integers."""
        return f"{value} / {divisor}"

    def key(self, text: str) -> str:
        """Return what customers (texts) are told apart by, in as few bytes as the engine can."""
        return text

    def order(self, column: str, *, texts: bool) -> tuple[str, ...]:
        """Return what rows are ordered by: those without a value are last. `texts`: numbers are written as texts."""
        del texts
        return f"CASE WHEN {column} IS NULL THEN 1 ELSE 0 END", column

    def time(self, column: TimeColumn, *, texts: bool) -> str:
        """Return a time as microseconds since 1970; `texts`: whatever the source has is text, as in CSV."""
        name = self.name(column.column)
        if column.unit:
            return self.units(name, column.unit, texts=texts)
        return self.moment(name, None if column.zone in {None, "UTC"} else column.zone, texts=texts)

    def units(self, value: str, unit: TimeUnit, *, texts: bool) -> str:
        """Return a count of a unit since 1970 as microseconds; seconds and milliseconds may be fractions."""
        del texts
        per = PER_SECOND[unit]
        if per > _MICROSECONDS:
            return self.quotient(self.to_integer(value), str(per // _MICROSECONDS))
        if per == _MICROSECONDS:
            return self.to_integer(value)
        return self.to_integer(f"FLOOR({value} * {_MICROSECONDS // per})")

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Return a date and time as microseconds since 1970; `zone` is that of times without one, UTC where None."""
        raise NotImplementedError

    def nested(self, column: str, key: str) -> str:
        """Return the text under a key of a column that holds JSON or an object."""
        return f"JSON_VALUE({column}, {self.literal(json_path(key))})"

    def parameter(self, column: str, key: str) -> str:
        """Return the text under a key of a column that holds a list of keys and values, as GA4 has it."""
        return self.nested(column, key)


def json_path(key: str) -> str:
    r"""Return the path to a key of a JSON object.

    >>> json_path("$current_url"), json_path('a"b')
    ('$."$current_url"', '$."a\\"b"')
    """
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'$."{escaped}"'

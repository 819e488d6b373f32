"""SQLite, from 3.25: times are texts in ISO 8601, or numbers with a unit."""

from mapgen.model.event_mapping import TimeUnit
from mapgen.observe.dialect import PER_SECOND, Dialect, json_path

_MICROSECONDS = 1_000_000


class _Sqlite(Dialect):
    title = "SQLite"
    integer = "INTEGER"
    text = "TEXT"

    def number(self, number: int) -> str:
        return str(number)

    def modulo(self, value: str, divisor: str) -> str:
        """Avoid MOD, which is inexact above 53 bits."""
        return f"{value} % {divisor}"

    def units(self, value: str, unit: TimeUnit, *, texts: bool) -> str:
        """Cut fractions by a cast, since older builds have no FLOOR."""
        per = PER_SECOND[unit]
        if per < _MICROSECONDS:
            return self.to_integer(f"{value} * {_MICROSECONDS // per}")
        return super().units(value, unit, texts=texts)

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Take the seconds and their fraction apart, because functions for dates know milliseconds only.

        Times without an offset are in UTC: SQLite knows no zones.
        """
        del zone, texts
        fraction = f"CAST('0' || SUBSTR({value}, INSTR({value}, '.'), 7) AS REAL)"
        part = f"CASE WHEN INSTR({value}, '.') > 0 THEN CAST(ROUND({fraction} * 1000000) AS INTEGER) ELSE 0 END"
        return f"CAST(STRFTIME('%s', {value}) AS INTEGER) * 1000000 + {part}"

    def nested(self, column: str, key: str) -> str:
        return f"JSON_EXTRACT({column}, {self.literal(json_path(key))})"


DIALECT = _Sqlite()

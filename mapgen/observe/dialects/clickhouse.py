"""ClickHouse, from 25.1, where LAG and LEAD are as in the standard."""

from mapgen.observe.dialect import Dialect


class _ClickHouse(Dialect):
    title = "ClickHouse"
    integer = "Int64"
    text = "Nullable(String)"
    quotes = "`"
    backslash = True
    kept = "MATERIALIZED "
    ending = "\nSETTINGS enable_materialized_cte = 1"

    def name(self, name: str) -> str:
        escaped = name.replace("\\", "\\\\").replace("`", "\\`")
        return f"`{escaped}`"

    def to_integer(self, value: str) -> str:
        """Keep what is not known: a plain integer cannot."""
        return f"CAST({value} AS Nullable(Int64))"

    def number(self, number: int) -> str:
        return f"CAST({number} AS Nullable(Int64))"

    def quotient(self, value: str, divisor: str) -> str:
        return f"intDiv({value}, {divisor})"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Read a text by its parts, and convert a time as it is: whether it has a zone is the column's type."""
        where = self.literal(zone or "UTC")
        read = f"parseDateTime64BestEffortOrNull({self.to_text(value)}, 6, {where})" if texts or zone else ""
        return f"toUnixTimestamp64Micro({read or f'CAST({value} AS Nullable(DateTime64(6)))'})"

    def nested(self, column: str, key: str) -> str:
        raw = f"JSONExtractRaw(ifNull({self.to_text(column)}, ''), {self.literal(key)})"
        return f"TRIM(BOTH '\"' FROM {raw})"

    def parameter(self, column: str, key: str) -> str:
        found = f"arrayFirst(m_one -> m_one.key = {self.literal(key)}, {column})"
        return f"coalesce({found}.value.string_value, toString({found}.value.int_value))"


DIALECT = _ClickHouse()

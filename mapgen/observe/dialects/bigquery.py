"""BigQuery, with GoogleSQL. A table is named with its project and data set, and may end in `*`."""

from mapgen.observe.dialect import Dialect


class _BigQuery(Dialect):
    title = "BigQuery"
    integer = "INT64"
    text = "STRING"
    quotes = "`"
    backslash = True

    def name(self, name: str) -> str:
        escaped = name.replace("\\", "\\\\").replace("`", "\\`")
        return f"`{escaped}`"

    def table(self, name: str) -> str:
        """Quote all parts at once, as names of tables with a `*` must be."""
        return self.name(name)

    def quotient(self, value: str, divisor: str) -> str:
        """Divide integers: `/` gives a fraction here."""
        return f"DIV({value}, {divisor})"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        del texts
        if zone is None:
            return f"UNIX_MICROS(CAST({value} AS TIMESTAMP))"
        return f"UNIX_MICROS(TIMESTAMP(CAST({value} AS DATETIME), {self.literal(zone)}))"

    def parameter(self, column: str, key: str) -> str:
        value = "COALESCE(m_one.value.string_value, CAST(m_one.value.int_value AS STRING))"
        return f"(SELECT {value} FROM UNNEST({column}) AS m_one WHERE m_one.key = {self.literal(key)} LIMIT 1)"


DIALECT = _BigQuery()

"""Apache Spark, from 3.4. The session must be in UTC (`SET TIME ZONE 'UTC'`) where times have no zone of their own."""

from mapgen.observe.dialect import Dialect

_QUOTED = "$['{}']"
"""The path to a key of JSON; a key with a quotation mark is not found."""


class Spark(Dialect):
    """Spark SQL, which Databricks speaks too."""

    title = "Apache Spark"
    text = "STRING"
    quotes = "`"
    backslash = True

    def quotient(self, value: str, divisor: str) -> str:
        """Divide integers: `/` gives a fraction here."""
        return f"{value} DIV {divisor}"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Convert to a time as the session sees it; then move what is in another zone."""
        del texts
        moment = f"CAST({value} AS TIMESTAMP)"
        return f"UNIX_MICROS({moment})" if zone is None else f"UNIX_MICROS(TO_UTC_TIMESTAMP({moment}, '{zone}'))"

    def nested(self, column: str, key: str) -> str:
        """Read JSON that is written in a text."""
        return f"GET_JSON_OBJECT({column}, {self.literal(_QUOTED.format(key))})"

    def parameter(self, column: str, key: str) -> str:
        """Read a list of structures."""
        found = f"FILTER({column}, m_one -> m_one.key = {self.literal(key)})[0].value"
        return f"COALESCE({found}.string_value, CAST({found}.int_value AS STRING))"


DIALECT = Spark()

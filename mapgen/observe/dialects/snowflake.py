"""Snowflake. A name in quotes is exact there: columns that were created without any are in capitals."""

from mapgen.observe.dialect import Dialect


class _Snowflake(Dialect):
    title = "Snowflake"
    backslash = True

    def quotient(self, value: str, divisor: str) -> str:
        """Divide decimals, of which integers are a kind here, and drop the fraction."""
        return f"FLOOR({value} / {divisor})"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Read texts and times without a zone in UTC; a named zone is that of all times of the column."""
        del texts
        if zone is None:
            return f"DATE_PART(EPOCH_MICROSECOND, TO_TIMESTAMP_TZ({value}))"
        utc = f"CONVERT_TIMEZONE({self.literal(zone)}, 'UTC', TO_TIMESTAMP_NTZ({value}))"
        return f"DATE_PART(EPOCH_MICROSECOND, {utc})"

    def nested(self, column: str, key: str) -> str:
        return f"GET({column}, {self.literal(key)})"

    def parameter(self, column: str, key: str) -> str:
        found = f"FILTER({column}, m_one -> GET(m_one, 'key') = {self.literal(key)})[0]:value"
        return f"COALESCE({found}:string_value, {found}:int_value)"


DIALECT = _Snowflake()

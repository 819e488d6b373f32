"""Trino, and what is made of it, such as Amazon Athena. The session must be in UTC where times have no zone."""

from mapgen.observe.dialect import Dialect, json_path


class _Trino(Dialect):
    title = "Trino"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Round seconds, which are floats here: their error is a tenth of a microsecond."""
        del texts
        moment = f"CAST({value} AS TIMESTAMP(6) WITH TIME ZONE)"
        if zone is not None:
            moment = f"WITH_TIMEZONE(CAST({value} AS TIMESTAMP(6)), {self.literal(zone)})"
        return f"CAST(ROUND(TO_UNIXTIME({moment}) * 1000000) AS BIGINT)"

    def nested(self, column: str, key: str) -> str:
        path = json_path(key).replace("$.", "$[", 1) + "]"
        return f"JSON_EXTRACT_SCALAR({column}, {self.literal(path)})"

    def parameter(self, column: str, key: str) -> str:
        found = f"ELEMENT_AT(FILTER({column}, m_one -> m_one.key = {self.literal(key)}), 1).value"
        return f"COALESCE({found}.string_value, CAST({found}.int_value AS VARCHAR))"


DIALECT = _Trino()

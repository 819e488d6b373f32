"""PostgreSQL, from 12. Times without a zone are read in the zone that the spec names, else in UTC."""

from mapgen.observe.dialect import Dialect


class _Postgres(Dialect):
    title = "PostgreSQL"
    text = "TEXT"
    kept = "MATERIALIZED "
    inlined = "NOT MATERIALIZED "

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Let the type of the column say whether a time has a zone: a cast in the zone of a time is exact."""
        del texts
        aware = f"CAST({value} AS TEXT) ~ ':[0-9]{{2}}.*(Z|[+-][0-9]{{2}}(:?[0-9]{{2}})?)$'"
        local = f"CAST(CAST({value} AS TEXT) AS TIMESTAMP) AT TIME ZONE {self.literal(zone or 'UTC')}"
        moment = f"CASE WHEN {aware} THEN CAST(CAST({value} AS TEXT) AS TIMESTAMPTZ) ELSE {local} END"
        return f"CAST(EXTRACT(EPOCH FROM {moment}) * 1000000 AS BIGINT)"

    def nested(self, column: str, key: str) -> str:
        return f"(CAST({column} AS JSONB) ->> {self.literal(key)})"


DIALECT = _Postgres()

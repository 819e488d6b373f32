"""DuckDB, which reads files: Parquet, CSV and JSON. The session must be in UTC (`SET TimeZone = 'UTC'`)."""

from mapgen.model.event_mapping import TimeUnit
from mapgen.observe.dialect import PER_SECOND, Dialect, json_path

_MICROSECONDS = 1_000_000
_OFFSET = ":[0-9]{2}.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"


class _DuckDb(Dialect):
    title = "DuckDB"
    kept = "MATERIALIZED "
    inlined = "NOT MATERIALIZED "

    def modulo(self, value: str, divisor: str) -> str:
        return f"{value} % {divisor}"

    def quotient(self, value: str, divisor: str) -> str:
        return f"{value} // {divisor}"

    def key(self, text: str) -> str:
        """Hash the customer: at 10 million of them, two are taken for one with a chance of 3 in a million."""
        return f"hash({text})"

    def order(self, column: str, *, texts: bool) -> tuple[str, ...]:
        first = (f"TRY_CAST({column} || '' AS DOUBLE)",) if texts else ()
        return (f"CASE WHEN {column} IS NULL THEN 1 ELSE 0 END", *first, column)

    def units(self, value: str, unit: TimeUnit, *, texts: bool) -> str:
        """Return NULL for a text that is no number, in place of an error that quotes it."""
        if not texts:
            return super().units(value, unit, texts=False)
        per = PER_SECOND[unit]
        if per >= _MICROSECONDS:
            number = f"TRY_CAST({value} || '' AS BIGINT)"
            return f"{number} // {per // _MICROSECONDS}" if per > _MICROSECONDS else number
        return f"CAST(FLOOR(TRY_CAST({value} || '' AS DOUBLE) * {_MICROSECONDS // per}) AS BIGINT)"

    def moment(self, value: str, zone: str | None, *, texts: bool) -> str:
        """Read a text with the reader for zones, which takes six times as long as that for columns of times.

        The type of a column is known before the first row. The reader of files would fail where TRY_CAST gives NULL,
        if it were left to make the cast itself.
        """
        written = f"{value} || ''" if texts else value
        aware = f"TRY_CAST(TRY_CAST({written} AS TIMESTAMPTZ) AS TIMESTAMP)"
        naive = f"TRY_CAST({written} AS TIMESTAMP)"
        is_text = f"typeof({value}) IN ('VARCHAR', 'JSON')"
        if zone is None:
            return f"epoch_us(CASE WHEN {is_text} THEN {aware} ELSE {naive} END)"
        offset = f"{is_text} AND regexp_matches(CAST({value} AS VARCHAR), {self.literal(_OFFSET)})"
        known = f"typeof({value}) = 'TIMESTAMP WITH TIME ZONE' OR ({offset})"
        local = f"CAST(timezone({self.literal(zone)}, {naive}) AS TIMESTAMP)"
        return f"epoch_us(CASE WHEN {known} THEN {aware} ELSE {local} END)"

    def nested(self, column: str, key: str) -> str:
        return f"json_extract_string(CAST({column} AS JSON), {self.literal(json_path(key))})"

    def parameter(self, column: str, key: str) -> str:
        found = f"list_filter({column}, lambda m_one: m_one.key = {self.literal(key)})[1].value"
        return f"COALESCE({found}.string_value, CAST({found}.int_value AS VARCHAR))"


DIALECT = _DuckDb()

"""Files of events (Parquet, CSV, JSON lines) -> an engine that reads these files, and nothing else.

DuckDB is locked before the first statement: it reads the files that were named, loads no extension, and cannot be
unlocked. What does not fit in memory goes to a folder of its own, which is removed.
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mapgen.engines.engine import Answer, EngineFailedError, load_driver
from mapgen.observe.dialects import DIALECTS
from mapgen.record import record

EXTRA = "observe"

READERS = {
    ".parquet": ("read_parquet", "union_by_name = true"),
    ".csv": ("read_csv", "all_varchar = true, header = true, union_by_name = true"),
    ".tsv": ("read_csv", "all_varchar = true, header = true, union_by_name = true"),
    ".jsonl": ("read_json", "format = 'newline_delimited', union_by_name = true"),
    ".ndjson": ("read_json", "format = 'newline_delimited', union_by_name = true"),
}
"""How files are read, by the ending of their names; `.gz` may follow it, except for Parquet."""

_PACKED = ".gz"


@record
class DuckDbLimits:
    """How many threads and how much memory (such as 1GB) may be used; None leaves it to DuckDB."""

    threads: int | None = None
    memory: str | None = None


def kind_of(path: Path) -> str | None:
    """Return the ending by which a file is read; None if it is not known.

    >>> kind_of(Path("a.CSV.gz")), kind_of(Path("a.parquet")), kind_of(Path("a.xlsx"))
    ('.csv', '.parquet', None)
    """
    name = path.name.lower()
    ending = Path(name.removesuffix(_PACKED)).suffix
    return ending if ending in READERS and not (ending == ".parquet" and name.endswith(_PACKED)) else None


class DuckDbFiles:
    """Files, as one table."""

    def __init__(self, paths: Sequence[Path], limits: DuckDbLimits) -> None:
        """Open files of one kind. MissingDriverError without the extra; EngineFailedError where it does not start."""
        self.dialect = DIALECTS["duckdb"]
        kind = kind_of(paths[0]) or ""
        reader, options = READERS[kind]
        self.texts = reader == "read_csv"
        names = [str(path.resolve()) for path in paths]
        listed = ", ".join(map(self.dialect.literal, names))
        self.source = f"{reader}([{listed}], {options})"
        driver = load_driver("duckdb", EXTRA)
        self._spill = tempfile.mkdtemp(prefix="mapgen-observe-")
        try:
            self._connection: Any = driver.connect(":memory:", config=self._settings(limits))
            self._lock(names)
        except Exception as error:
            shutil.rmtree(self._spill, ignore_errors=True)
            message = "DuckDB cannot be started with these limits"
            hint = "`--memory` takes an amount such as 1GB, `--threads` a number from 1"
            raise EngineFailedError(message, hint) from error

    def _settings(self, limits: DuckDbLimits) -> dict[str, object]:
        found: dict[str, object] = {
            "temp_directory": self._spill,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        }
        if limits.threads is not None:
            found["threads"] = limits.threads
        if limits.memory is not None:
            found["memory_limit"] = limits.memory
        return found

    def _lock(self, names: Sequence[str]) -> None:
        listed = ", ".join(map(self.dialect.literal, names))
        for setting in (
            "TimeZone = 'UTC'",
            "enable_progress_bar = true",
            "enable_progress_bar_print = false",
            f"allowed_paths = [{listed}]",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            self._connection.execute(f"SET {setting}")

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        rows = self._ask(
            f"DESCRIBE SELECT * FROM {self.source}",  # noqa: S608 - its names are quoted
            "the files cannot be read as one table",
        )
        return tuple(str(row[0]) for row in rows)

    def ask(self, statement: str) -> Answer:
        """Return the rows of a statement."""
        return self._ask(statement, "DuckDB could not count the events")

    def progress(self) -> float:
        """Return how much of the statement that runs is done, from 0 to 100; less than 0 where that is not known."""
        try:
            return float(self._connection.query_progress())
        except Exception:  # noqa: BLE001 - how far it is must not end it
            return -1.0

    def _ask(self, statement: str, trouble: str) -> Answer:
        try:
            rows: Answer = self._connection.execute(statement).fetchall()
        except Exception as error:  # noqa: BLE001 - engines fail in their own ways, and quote rows
            message, hint = f"{trouble}: {_reason(error)}", _HINTS.get(type(error).__name__, _CHECK)
            raise EngineFailedError(message, hint) from None
        return rows

    def close(self) -> None:
        """Let go of the files, and remove what did not fit in memory."""
        self._connection.close()
        shutil.rmtree(self._spill, ignore_errors=True)


_CHECK = "check that the files are complete, of one kind, and have the columns that `events` names"
_HINTS = {
    "OutOfMemoryException": "give it more with `--memory`, or free space on the disk",
    "PermissionException": "check who may read the files",
}
_REASONS = {
    "OutOfMemoryException": "there is not enough memory",
    "ConversionException": "a value is not of the type of its column",
    "InvalidInputException": "a file is not what its name says",
    "BinderException": "a column is missing, or has another type than the mapping expects",
    "IOException": "a file cannot be read",
    "PermissionException": "a file may not be read",
    "InterruptException": "it was interrupted",
}


def _reason(error: Exception) -> str:
    """Say in our words what kind of failure it is; what the engine says may quote a row."""
    return _REASONS.get(type(error).__name__, "it gave an error of its own")

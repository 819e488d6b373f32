"""The address of a database and a table -> an engine that counts there, through SQLAlchemy.

The address is shown without its password, and its parameters are not shown at all.
"""

from typing import Any

from mapgen.diagnostics.phrases import listed, quoted
from mapgen.engines.engine import Answer, EngineFailedError, load_driver
from mapgen.observe.dialects import DIALECTS

EXTRA = "observe-sql"

NAMES = {"postgres": "postgresql", "clickhousedb": "clickhouse", "awsathena": "trino", "databricks": "spark"}
"""What SQLAlchemy calls an engine whose dialect has another name here."""

_UTC = {
    "postgresql": "SET TIME ZONE 'UTC'",
    "mysql": "SET time_zone = '+00:00'",
    "snowflake": "ALTER SESSION SET TIMEZONE = 'UTC'",
    "spark": "SET TIME ZONE 'UTC'",
}


class Database:
    """A table of a database."""

    texts = False

    def __init__(self, address: str, table: str) -> None:
        """Open it. MissingDriverError without the extra; EngineFailedError where there is no such database."""
        alchemy = load_driver("sqlalchemy", EXTRA)
        self._alchemy = alchemy
        try:
            url = alchemy.engine.make_url(address)
        except Exception:  # noqa: BLE001 - it quotes the address
            message = "the address of the database cannot be read"
            raise EngineFailedError(message, "write it as postgresql://user@host/database") from None
        self.shown = shown_address(url)
        backend = NAMES.get(url.get_backend_name(), url.get_backend_name())
        if backend not in DIALECTS:
            message = f"mapgen writes no statement for {quoted(backend)}"
            raise EngineFailedError(message, f"engines: {listed(list(DIALECTS), joint='and')}")
        self.dialect = DIALECTS[backend]
        self._table = table
        self.source = self.dialect.table(table)
        self._connection: Any = self._connect(url, backend)

    def _connect(self, url: Any, backend: str) -> Any:  # noqa: ANN401 - of a package that is imported late
        try:
            engine = self._alchemy.create_engine(url, echo=False, hide_parameters=True)
            connection = engine.connect().execution_options(no_parameters=True)
            if backend in _UTC:
                connection.exec_driver_sql(_UTC[backend])
        except ImportError:
            message = f"the driver of {backend} is not installed"
            raise EngineFailedError(message, "install the package that SQLAlchemy needs for this database") from None
        except Exception as error:  # noqa: BLE001 - engines fail in their own ways, and quote what must not be told
            message = f"{self.shown} refused the connection ({type(error).__name__})"
            raise EngineFailedError(message, "check the address, the password and the network") from None
        return connection

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        try:
            result = self._connection.exec_driver_sql(f"SELECT * FROM {self.source} WHERE 1 = 0")  # noqa: S608 - quoted
            return tuple(map(str, result.keys()))
        except Exception as error:  # noqa: BLE001 - the same
            message = f"{self.shown} has no table {quoted(self._table)} that can be read ({type(error).__name__})"
            raise EngineFailedError(message, "name it as `--table schema.table`") from None

    def ask(self, statement: str) -> Answer:
        """Return the rows of a statement."""
        try:
            return [tuple(row) for row in self._connection.exec_driver_sql(statement)]
        except Exception as error:  # noqa: BLE001 - the same
            message = f"{self.shown} could not count the events ({type(error).__name__})"
            raise EngineFailedError(message, "look at its own log; mapgen does not repeat what it says") from None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
        self._connection.engine.dispose()


def shown_address(url: Any) -> str:  # noqa: ANN401 - of a package that is imported late
    """Return where a database is, without user, password and parameters."""
    host = url.host or ""
    return (
        f"{url.get_backend_name()}://{host}{'/' if url.database and host else ''}{(url.database or '') if host else ''}"
    )

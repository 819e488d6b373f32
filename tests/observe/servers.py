"""Engines that are too large for each test run, and what they count of the events in a CSV."""

import csv
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mapgen.observe.dialect import Dialect
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.reading import read_csv

Statement = Callable[[Dialect, str], str]
"""A dialect and a source as SQL -> the statement."""

Count = Callable[[Path, Statement], list[tuple[str, ...]]]


def count_in_clickhouse(log: Path, statement: Statement) -> list[tuple[str, ...]]:
    """Count with ClickHouse, inside this process."""
    chdb = pytest.importorskip("chdb", reason="needs chdb")
    columns = "who Nullable(String), name Nullable(String), ts Nullable(DateTime64(6, \\'UTC\\')), seq Nullable(Int64)"
    source = f"file('{log}', CSVWithNames, '{columns}, platform Nullable(String)')"
    text = statement(DIALECTS["clickhouse"], source)
    return read_csv(chdb.query(text, "CSVWithNames").bytes().decode())


def count_in_spark(log: Path, statement: Statement) -> list[tuple[str, ...]]:
    """Count with Spark on this machine, in a session that is not in UTC by itself."""
    sql: Any = pytest.importorskip("pyspark.sql", reason="needs pyspark")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.sql.session.timeZone", "UTC")
    session = builder.getOrCreate()
    try:
        columns = "who string, name string, ts timestamp, seq bigint, platform string"
        session.read.csv(str(log), header=True, schema=columns).createOrReplaceTempView("log")
        dialect = DIALECTS["spark"]
        return [tuple(map(str, row)) for row in session.sql(statement(dialect, dialect.table("log"))).collect()]
    finally:
        session.stop()


def count_in_postgres(log: Path, statement: Statement, kind: str = "timestamp") -> list[tuple[str, ...]]:
    """Count with a PostgreSQL of its own, that listens on a socket only, and whose clocks are in New York."""
    with _postgres() as ask:
        ask(f"CREATE TABLE log (who text, name text, ts {kind}, seq bigint, platform text)", "")
        ask("SET TimeZone = 'UTC'; COPY log FROM STDIN (FORMAT csv, HEADER)", log.read_text(encoding="utf-8"))
        dialect = DIALECTS["postgres"]
        text = statement(dialect, dialect.table("log"))
        return read_csv(ask(f"COPY ({text}) TO STDOUT (FORMAT csv, HEADER)", ""))


def count_in_postgres_with_zones(log: Path, statement: Statement) -> list[tuple[str, ...]]:
    """Count with PostgreSQL times that have a zone."""
    return count_in_postgres(log, statement, "timestamptz")


SERVERS: dict[str, Count] = {
    "clickhouse": count_in_clickhouse,
    "postgres": count_in_postgres,
    "postgres-with-zones": count_in_postgres_with_zones,
    "spark": count_in_spark,
}


@contextmanager
def _postgres() -> Iterator[Callable[[str, str], str]]:
    """Start a server; it refuses to run as root, so that it gets a user of its own there."""
    if not shutil.which("initdb"):
        pytest.skip("needs the programs of PostgreSQL: initdb")
    root = os.geteuid() == 0
    user = pwd.getpwnam("postgres") if root else pwd.getpwuid(os.geteuid())
    as_user: dict[str, Any] = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if root else {}
    folder = Path(tempfile.mkdtemp(prefix="mapgen-"))
    os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"

    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PGTZ": "America/New_York"}

    def run(*command: str, typed: str = "") -> str:
        settings: dict[str, Any] = {"env": environment, "cwd": folder, "encoding": "utf-8", **as_user}
        found = subprocess.run(command, input=typed, stdout=subprocess.PIPE, check=True, **settings)
        return str(found.stdout)

    def ask(statement: str, typed: str) -> str:
        connection = ("-h", str(folder), "-d", "postgres", "-U", user.pw_name)
        return run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *connection, "-c", statement, typed=typed)

    try:
        run("initdb", "-D", str(data), "-U", user.pw_name, "-E", "UTF8", "--no-sync")
        setup = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", setup, "start")
        yield ask
    finally:
        if (data / "postmaster.pid").exists():
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


def write_log(rows: list[dict[str, Any]], path: Path) -> None:
    """Write events as CSV; what is None is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["who", "name", "ts", "seq", "platform"])
        writer.writeheader()
        writer.writerows(rows)

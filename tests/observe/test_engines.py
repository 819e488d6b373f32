"""The same events give the same rows on each engine."""

import os
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest

from mapgen.model.event_mapping import EventMapping, TimeColumn
from mapgen.observe.definitions import DAY, Window, find_periods, from_microseconds
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.reading import read_rows
from mapgen.observe.rows import Row
from mapgen.observe.statement import statement
from tests.observe.logs import SEGMENT, mapping, plan
from tests.observe.reference import Reference
from tests.observe.servers import SERVERS, Statement, write_log

PLAN = plan("abcde", (0, 0, 1, 2, 2), [(0, 1), (1, 1), (1, 2), (2, 3), (3, 4), (2, 0)], [0, 1], [4])
START = 20_454 * DAY  # 2026-01-01
WINDOW = Window(START, START + 212 * DAY)
PERIODS = find_periods(WINDOW, "month", "America/New_York")
READ = mapping(customer=("who",), time=TimeColumn("ts", None, "UTC"), order=("seq",), segment=SEGMENT)


def events() -> list[dict[str, Any]]:
    """Return events with ties, gaps, reloads, late ones, and rows without a customer, a name or a time."""
    dice = Random(7)
    rows = []
    for customer in range(400):
        time = START + dice.randrange(200 * DAY)
        for _ in range(dice.randrange(1, 12)):
            time += dice.choice([0, 0, 1, 1_000_000, 90_000_000, DAY, 30 * DAY, 30 * DAY + 1, 50 * DAY])
            name = dice.choice(["a", "b", "b", "c", "d", "e", "noise", "it's 100% \\ :x \N{GRINNING FACE}", None])
            at = time if dice.random() > 0.02 else None
            user = f"c{customer:03}" if dice.random() > 0.02 else None
            row = {"user": user, "trip": None, "name": name, "at": at, "seq": dice.choice([None, 0, 1])}
            rows.append(row | {"platform": dice.choice(["ios", "android", "ipad", "web", None])})
    return rows


def as_text(row: dict[str, Any]) -> dict[str, Any]:
    at = row["at"] and f"{from_microseconds(0) + timedelta(microseconds=row['at']):%Y-%m-%d %H:%M:%S.%f}"
    return {"who": row["user"], "name": row["name"], "ts": at, "seq": row["seq"], "platform": row["platform"]}


def asked(read: EventMapping, *, texts: bool = False) -> Statement:
    return lambda dialect, source: statement(PLAN, read, source, dialect, WINDOW, PERIODS, texts=texts)


def digest(rows: Iterable[Row]) -> str:
    return sha256(repr([tuple(map(int, row)) for row in rows]).encode()).hexdigest()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("events") / "log.csv"
    write_log([as_text(row) for row in events()], path)
    return path


@pytest.fixture(scope="module")
def expected() -> list[Row]:
    return Reference(PLAN, READ, WINDOW, PERIODS, events()).rows


@pytest.mark.parametrize("engine", SERVERS)
def test_every_engine_gives_the_same_digest(engine: str, log: Path, expected: list[Row]) -> None:
    if not os.environ.get("MAPGEN_OBSERVE_ENGINES"):
        pytest.skip("`make observe-engines` starts other engines")

    counted = read_rows(SERVERS[engine](log, asked(READ)), PLAN, len(PERIODS))

    assert digest(counted) == digest(expected)


TYPES = "{who: 'VARCHAR', name: 'VARCHAR', ts: 'VARCHAR', seq: 'BIGINT', platform: 'VARCHAR'}"
FILES = {
    "CSV of texts": "read_csv('LOG', all_varchar = true)",
    "CSV": "read_csv('LOG')",
    "Parquet": "read_parquet('LOG.parquet')",
    "JSON lines": f"read_json('LOG.jsonl', columns = {TYPES})",
}


@pytest.mark.parametrize("kind", FILES)
def test_files_of_each_kind_give_the_same_digest(kind: str, log: Path, expected: list[Row]) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"COPY (FROM read_csv('{log}')) TO '{log}.parquet'")
        connection.execute(f"COPY (FROM read_csv('{log}', all_varchar = true)) TO '{log}.jsonl' (FORMAT json)")
        source = FILES[kind].replace("LOG", str(log))
        text = asked(READ, texts=kind == "CSV of texts")(DIALECTS["duckdb"], source)
        counted = connection.execute(text).fetchall()

    assert digest(read_rows(counted, PLAN, len(PERIODS))) == digest(expected)

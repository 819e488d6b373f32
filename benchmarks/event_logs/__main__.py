"""Write an event log: `python -m benchmarks.event_logs --customers 50000 -o logs` writes CSV files of a made-up world.

--format parquet   Parquet instead, written with DuckDB
--incident         from August on, half of those who compare plans are lost
"""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from benchmarks.event_logs.simulation import COLUMNS, Row, simulate, simulate_bots
from benchmarks.event_logs.world import DAY, MUSIC, SECOND, with_incident

CUSTOMERS_PER_FILE = 100_000


def main() -> None:
    """Write the files that the command line asks for."""
    options = _options()
    world = with_incident(MUSIC, MUSIC.since + 212 * DAY, "compare-plans", REGRESSION) if options.incident else MUSIC
    options.output.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, options.customers, CUSTOMERS_PER_FILE)):
        count = min(CUSTOMERS_PER_FILE, options.customers - first)
        rows: Iterable[Row] = chain.from_iterable(one.rows for one in simulate(world, options.seed, count, first=first))
        if number == 0:
            rows = chain(rows, simulate_bots(world, options.seed))
        write(rows, options.output / f"events-{number:04d}.{options.format}")


REGRESSION = {"read-reviews": 0.25, "start-trial": 0.1, None: 0.65}
"""Where those who compare plans go once the page of plans has become worse."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.event_logs", description="Write an event log.")
    parser.add_argument("--customers", type=int, default=50_000, help="how many customers (default: 50000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("csv", "jsonl", "parquet"), default="csv")
    parser.add_argument("--incident", action="store_true", help="plans are compared by fewer from August on")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write to")
    return parser.parse_args()


def write(rows: Iterable[Row], path: Path) -> None:
    """Write rows as CSV, JSON lines or Parquet, by the suffix of the path; times as ISO 8601 in UTC."""
    if path.suffix == ".parquet":
        _write_parquet(rows, path)
    elif path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n" for row in _told(rows))
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_told(rows))


def _told(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    for customer, name, time, *rest in rows:
        yield customer, name, time_text(time), *rest


def time_text(time: int) -> str:
    """Write a time (microseconds since 1970) as ISO 8601 in UTC.

    >>> time_text(1_767_225_600_000_001)
    '2026-01-01 00:00:00.000001'
    """
    return f"{datetime.fromtimestamp(time // SECOND, UTC):%Y-%m-%d %H:%M:%S}.{time % SECOND:06d}"


def _write_parquet(rows: Iterable[Row], path: Path) -> None:
    import duckdb

    text = path.with_suffix(".csv")
    write(rows, text)
    table = duckdb.read_csv(str(text), all_varchar=True)
    typed = table.project("* REPLACE (ts::TIMESTAMP AS ts, is_bot::BOOLEAN AS is_bot, event_id::BIGINT AS event_id)")
    typed.write_parquet(str(path))
    text.unlink()


if __name__ == "__main__":
    main()

"""`mapgen observe`: from events to the file with their counts, and what is said when they cannot be counted."""

import csv
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mapgen.observe.snapshot_file import read_snapshot
from tests.cli.cli_runner import Command, Ended, spec

SHOP = """\
title: Shop
events:
  customer: user_id
  name: event
  time: {column: ts, zone: UTC}
  ends_after: 5 days
stages:
  - name: Look
    touchpoints:
      - {id: search, name: Searches, events: [search]}
  - name: Buy
    touchpoints:
      - {id: pay, name: Pays, events: [pay], exits: [{kind: convert, share: 0.9}]}
"""
START = datetime(2026, 1, 1, tzinfo=UTC)
CANARY = "canary-5f1c"
Rows = list[tuple[str, str, str]]


def events() -> Rows:
    """Return events of 200 customers in 60 days: all search, and three of four pay an hour later."""

    def walk() -> Iterator[tuple[str, str, str]]:
        for customer in range(200):
            when = START + timedelta(hours=7 * customer)
            yield f"{CANARY}-{customer}", "search", f"{when:%Y-%m-%d %H:%M:%S}"
            if customer % 4:
                yield f"{CANARY}-{customer}", "pay", f"{when + timedelta(hours=1):%Y-%m-%d %H:%M:%S}"

    return list(walk())


def save(path: Path, rows: Sequence[tuple[str, ...]], header: tuple[str, ...] = ("user_id", "event", "ts")) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


@pytest.fixture
def shop(folder: Path) -> Path:
    save(folder / "events.csv", events())
    return spec(folder / "shop.journey.yaml", SHOP)


def observe(mapgen: Command, *arguments: str) -> Ended:
    return mapgen("observe", "shop.journey.yaml", *arguments)


def written(shop: Path) -> bytes:
    return shop.with_name("shop.observed.json").read_bytes()


def test_events_are_counted_and_the_counts_written_beside_the_spec(mapgen: Command, shop: Path) -> None:
    ended = observe(mapgen, "--from", "events.csv")
    snapshot, _ = read_snapshot(written(shop))

    assert ended.code == 0
    assert "350 of 350 rows are events of touchpoints; 2026-01-01 until 2026-03-01" in ended.out
    assert "wrote shop.observed.json" in ended.out
    assert snapshot
    assert snapshot.whole.touchpoints["search"].visits == 186
    assert [period.name for period in snapshot.periods] == ["2026-01", "2026-02"]
    assert snapshot.journey == "shop"


def test_the_same_events_give_the_same_bytes(mapgen: Command, shop: Path) -> None:
    observe(mapgen, "--from", "events.csv")
    first = written(shop)
    half = len(events()) // 2
    save(shop.parent / "part-1.csv", events()[half:])
    save(shop.parent / "part-2.csv", events()[:half])
    lines = [json.dumps(dict(zip(("user_id", "event", "ts"), row, strict=True))) for row in events()]
    (shop.parent / "events.jsonl").write_text("\n".join(lines), encoding="utf-8")

    for names in (["part-*.csv"], ["part-2.csv", "part-1.csv"], ["events.jsonl"]):
        assert observe(mapgen, *(part for name in names for part in ("--from", name))).code == 0
        assert written(shop) == first


def test_the_statement_gives_the_counts_elsewhere(mapgen: Command, shop: Path) -> None:
    time = ("--since", "2026-01-01", "--until", "2026-02-28")
    observe(mapgen, "--from", "events.csv", *time)
    first = written(shop)
    printed = observe(mapgen, "--sql", "sqlite", "--table", "shop_events", *time)
    assert printed.code == 0

    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE shop_events (user_id TEXT, event TEXT, ts TEXT)")
        database.executemany("INSERT INTO shop_events VALUES (?, ?, ?)", events())
        cursor = database.execute(printed.out)
        names = tuple(column[0] for column in cursor.description)
        save(shop.parent / "rows.csv", cursor.fetchall(), names)
    database.close()
    shop.with_name("shop.observed.json").unlink()

    assert observe(mapgen, "--counts", "rows.csv", *time).code == 0
    assert written(shop) == first


def test_events_are_counted_in_a_database(mapgen: Command, shop: Path) -> None:
    observe(mapgen, "--from", "events.csv")
    first = written(shop)
    with sqlite3.connect(shop.parent / "shop.db") as database:
        database.execute("CREATE TABLE log (user_id TEXT, event TEXT, ts TEXT)")
        database.executemany("INSERT INTO log VALUES (?, ?, ?)", events())
    database.close()

    assert observe(mapgen, "--from", "sqlite:///shop.db", "--table", "log").code == 0
    assert written(shop) == first


def test_without_the_extra_there_is_one_line_with_the_command(
    mapgen: Command, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ended = observe(mapgen, "--from", "events.csv")

    assert ended.code == 2
    assert ended.err == (
        "error[missing-package]: `mapgen observe` needs the package duckdb, which is not installed\n"
        '  = hint: pip install "mapgen[observe]"\n'
    )
    assert not shop.with_name("shop.observed.json").exists()


def late(rows: Rows) -> Rows:
    return [(who, name, "2031-01-01 00:00:00") for who, name, _ in rows]


def unreadable(rows: Rows) -> Rows:
    return [*rows, *((f"{CANARY}-x", "pay", f"{CANARY} o'clock") for _ in range(20))]


def mixed(rows: Rows) -> Rows:
    return [(who, name, when + "+02:00" if name == "pay" else when) for who, name, when in rows]


def renamed(rows: Rows) -> Rows:
    return [(who, name.replace("pay", "pays"), when) for who, name, when in rows]


def foreign(rows: Rows) -> Rows:
    return [(who, f"{CANARY}-{number}", when) for number, (who, _, when) in enumerate(rows)]


def short(rows: Rows) -> Rows:
    return [row for row in rows if row[2] < "2026-01-05"]


def nameless(rows: Rows) -> Rows:
    return [*rows, *(("", "pay", "2026-01-20 10:00:00") for _ in range(20))]


def busy(rows: Rows) -> Rows:
    return [
        *rows,
        *((f"{CANARY}-bot", "pay", f"2026-01-20 10:{number // 60:02}:{number % 60:02}") for number in range(900)),
    ]


@pytest.mark.parametrize(
    ("change", "code", "message", "line"),
    [
        (unreadable, "error[unreadable-time]", "20 of 370 times cannot be read", 5),
        (late, "error[time-out-of-range]", "350 of 350 times are before 1990 or in the future", 5),
        (mixed, "error[mixed-time-zones]", "150 of 350 times have an offset, and the others have none", 5),
        (renamed, "warning[unknown-event]", 'no event is called "pay" (touchpoint pay)', 13),
        (foreign, "error[no-events]", "no row of the data is an event of a touchpoint", 3),
        (short, "error[data-too-short]", "4 days of data are too short to tell who left", 6),
        (nameless, "warning[nameless-rows]", "20 of 370 rows have no customer, name or time", 3),
        (busy, "warning[one-customer-too-many]", "one customer makes 72% of the events", 3),
    ],
)
def test_what_is_wrong_with_the_data_is_told_in_the_spec_and_shows_no_value(  # noqa: PLR0913, PLR0917 - a case has four
    mapgen: Command, shop: Path, change: object, code: str, message: str, line: int
) -> None:
    assert callable(change)
    save(shop.parent / "events.csv", change(events()))
    ended = observe(mapgen, "--from", "events.csv")

    assert f"{code}: {message}" in ended.err
    assert f" --> shop.journey.yaml:{line}:" in ended.err
    assert ended.code == int(code.startswith("error"))
    assert CANARY not in ended.out + ended.err
    assert shop.with_name("shop.observed.json").exists() == (ended.code == 0)
    assert ended.code or CANARY.encode() not in written(shop)


def test_a_name_that_is_near_is_suggested(mapgen: Command, shop: Path) -> None:
    save(shop.parent / "events.csv", renamed(events()))

    assert '= hint: did you mean "pays" (150)?' in observe(mapgen, "--from", "events.csv").err


def test_a_column_that_is_not_there_is_told_with_those_that_are(mapgen: Command, shop: Path) -> None:
    save(shop.parent / "events.csv", events(), ("user", "event", "ts"))
    ended = observe(mapgen, "--from", "events.csv")

    assert ended.code == 1
    assert 'error[unknown-column]: there is no column "user_id" in the data\n --> shop.journey.yaml:3:' in ended.err
    assert "columns: user, event, ts" in ended.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name the events with `--from`, or use one of `--sql`, `--counts`, `--survey`, `--accept`"),
        (("--from", "a.csv", "--check"), "name the events with `--from`"),
        (("--from", "no.csv"), 'there is no file "no.csv" to read events from'),
        (("--from", "*.parquet"), 'there is no file "*.parquet" to read events from'),
        (("--from", "shop.journey.yaml"), '"shop.journey.yaml" is no file of events'),
        (("--from", "-"), "events are read several times"),
        (("--from", "events.csv", "--table", "x"), "`--table` goes with the address of a database"),
        (("--from", "postgresql://db/shop"), "`--from` takes one address of a database, with `--table`"),
        (("--sql", "duckdb"), "`--sql` and `--counts` need the same time"),
        (("--from", "events.csv", "--since", "yesterday"), '"yesterday" is not a day'),
        (("--from", "events.csv", "--memory", "-1GB"), '"-1GB" is not an amount of memory'),
    ],
)
def test_a_wrong_command_is_told(mapgen: Command, shop: Path, arguments: tuple[str, ...], message: str) -> None:
    ended = observe(mapgen, *arguments)

    assert (ended.code, shop.with_name("shop.observed.json").exists()) == (2, False)
    assert message in ended.err


def test_a_time_without_events_is_told(mapgen: Command, shop: Path) -> None:
    ended = observe(mapgen, "--from", "events.csv", "--since", "2026-05-01", "--until", "2026-06-01")

    assert ended.code == 1
    assert "no event from 2026-05-01 until 2026-06-01: the data are from 2026-01-01 to 2026-02-28" in ended.err
    assert not shop.with_name("shop.observed.json").exists()


def test_counts_of_another_statement_are_told(mapgen: Command, shop: Path) -> None:
    save(shop.parent / "rows.csv", [("1", CANARY, "3")], ("kind", "k1", "k2"))
    ended = observe(mapgen, "--counts", "rows.csv", "--since", "2026-01-01", "--until", "2026-02-01")

    assert (ended.code, "error[unusable-counts]" in ended.err, CANARY in ended.err) == (1, True, False)


def test_check_says_whether_the_counts_are_of_this_map(mapgen: Command, shop: Path) -> None:
    assert "error[missing-snapshot]" in observe(mapgen, "--check").err
    observe(mapgen, "--from", "events.csv")
    assert observe(mapgen, "--check", "--max-age", "100000").code == 0
    assert "ends" in observe(mapgen, "--check", "--max-age", "0").err

    spec(shop, SHOP.replace("[pay]", "[pays]"))
    ended = observe(mapgen, "--check", "--max-age", "100000")
    assert ended.code == 1
    assert "error[outdated-snapshot]: the snapshot was counted for another plan or mapping" in ended.err


def test_a_mapping_is_suggested_from_the_data(mapgen: Command, shop: Path) -> None:
    spec(shop, "title: Shop\nstages: [{name: Look, touchpoints: [{id: search, name: Searches}]}]\n")
    rows = [*events(), (f"{CANARY}-x", f"{CANARY}@example.org", "2026-01-20 10:00:00")]
    save(shop.parent / "events.csv", rows)
    ended = observe(mapgen, "--suggest", "--from", "events.csv")

    assert ended.code == 0
    assert '  customer: "user_id"\n  name: "event"\n  time: "ts"\n' in ended.out
    assert "of the pauses, half are shorter than 67 minutes" in ended.out
    assert '#   events: ["search"]  # 200 times; search\n#   events: ["pay"]  # 150 times\n' in ended.out
    assert CANARY not in ended.out + ended.err
    assert not shop.with_name("shop.observed.json").exists()
    assert observe(mapgen, "--suggest").code == 2


def test_a_spec_without_events_is_told(mapgen: Command, shop: Path) -> None:
    spec(shop, "title: Shop\nstages: [{name: Look}]\n")

    assert "error[no-mapping]" in observe(mapgen, "--from", "events.csv").err


@pytest.mark.parametrize("kind", ["text", "json", "md"])
def test_the_report_has_formats(mapgen: Command, shop: Path, kind: str) -> None:
    ended = observe(mapgen, "--from", "events.csv", "--to", kind)

    assert ended.code == 0
    assert "shop" in ended.out or "Observed" in ended.out
    assert kind != "json" or json.loads(ended.out)["file"] == shop.with_name("shop.observed.json").name


def test_other_commands_import_no_engine(mapgen: Command, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    observe(mapgen, "--from", "events.csv")
    for name in ("duckdb", "sqlalchemy"):
        monkeypatch.setitem(sys.modules, name, None)  # importing them would fail

    assert mapgen("validate", str(shop)).code == 0
    assert mapgen("build", str(shop), "--to", "json").code == 0


def test_what_was_observed_is_accepted_into_the_spec(mapgen: Command, shop: Path) -> None:
    observe(mapgen, "--from", "events.csv")
    shown = observe(mapgen, "--accept", "--diff")
    assert shown.code == 0
    assert "exits: [{kind: convert, share: 1, evidence: [observed-events]}]" in shown.out
    assert shop.read_text(encoding="utf-8") == SHOP

    ended = observe(mapgen, "--accept")
    assert ended.code == 0
    assert "shop.journey.yaml: 1 share and 2 volumes as observed" in ended.out
    assert shop.read_text(encoding="utf-8").count("    volume: ") == 2
    assert observe(mapgen, "--accept").out == "shop.journey.yaml: as observed already\n"
    assert observe(mapgen, "--accept", "--diff").out == ""
    assert observe(mapgen, "--check", "--max-age", "100000").code == 0


def test_without_a_snapshot_there_is_nothing_to_accept(mapgen: Command, shop: Path) -> None:
    ended = observe(mapgen, "--accept")

    assert ended.code == 2
    assert "there is no snapshot beside the spec to accept" in ended.err
    assert shop.read_text(encoding="utf-8") == SHOP


def test_a_map_that_no_longer_says_what_happens_makes_ci_fail(mapgen: Command, shop: Path) -> None:
    spec(shop, SHOP.replace("events: [search]", "events: [search], exits: [{kind: abandon, share: 0.6}]"))
    observe(mapgen, "--from", "events.csv")
    ended = mapgen("validate", "shop.journey.yaml", "--fail-on", "warning")

    assert ended.code == 1
    assert "share-differs-from-observation" in ended.err + ended.out


def test_answers_are_counted_into_the_snapshot_and_stay_there(mapgen: Command, shop: Path) -> None:
    observe(mapgen, "--from", "events.csv")
    rows = [*(("pay", "nps", str(9 + number % 2), CANARY) for number in range(40)), ("pay", "csat", CANARY, "")]
    save(shop.parent / "answers.csv", rows, ("touchpoint", "question", "answer", "comment"))
    ended = observe(mapgen, "--survey", "answers.csv")

    assert ended.code == 0
    assert "Pays: NPS 100.0 (83.6 to 100.0), 40 answers\n" in ended.out
    assert "answers.csv:42" in ended.err
    assert CANARY not in ended.out + ended.err + written(shop).decode()

    observe(mapgen, "--from", "events.csv")
    snapshot, _ = read_snapshot(written(shop))
    assert snapshot
    assert [one.question for one in snapshot.surveys] == ["nps"]
    observe(mapgen, "--accept")
    assert "{name: NPS, value: 100, sample: 40, interval: [" in shop.read_text(encoding="utf-8")


def test_answers_need_a_snapshot(mapgen: Command, shop: Path) -> None:
    save(shop.parent / "answers.csv", [], ("touchpoint", "question", "answer"))

    assert observe(mapgen, "--survey", "answers.csv").code == 2


def test_a_diff_is_of_what_is_accepted(mapgen: Command, shop: Path) -> None:
    assert shop.exists()
    assert observe(mapgen, "--from", "events.csv", "--diff").code == 2

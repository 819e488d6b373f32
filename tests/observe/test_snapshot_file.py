"""The file of a snapshot: what it looks like, that it comes back as it was, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from mapgen.diagnostics.codes import CODES
from mapgen.observe.snapshot_file import MAX_SIZE, read_snapshot, sealed, write_snapshot
from mapgen.record import replace
from tests.observe.snapshots import SNAPSHOT

WRITTEN = write_snapshot(SNAPSHOT)
EXPECTED = Path(__file__).parent / "expected.observed.json"


def changed(*way: str | int, to: Any) -> bytes:  # noqa: ANN401 - JSON of any shape
    """Return the file with another value at the end of a way, one line a level as a formatter would write it."""
    data = json.loads(WRITTEN)
    place = data
    for part in way[:-1]:
        place = place[part]
    place[way[-1]] = to
    return json.dumps(data, indent=1).encode()


def problem(data: bytes) -> tuple[str, str, int | None]:
    snapshot, (found,) = read_snapshot(data)

    assert snapshot is None
    assert found.hint
    assert found.code in CODES
    return found.code, found.message, found.span.line if found.span else None


def test_it_has_a_line_for_each_touchpoint_and_transition(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--accept"):
        EXPECTED.write_bytes(WRITTEN)

    assert EXPECTED.read_bytes() == WRITTEN


def test_it_comes_back_as_it_was() -> None:
    assert read_snapshot(WRITTEN) == (SNAPSHOT, ())
    assert write_snapshot(SNAPSHOT) == WRITTEN


@pytest.mark.parametrize("ident", ["naïve", "订单", "a.b..2", 'quo"te', "sla/sh~", "</script>"])
def test_each_id_comes_back(ident: str) -> None:
    snapshot = sealed(replace(SNAPSHOT, journey=ident))

    assert read_snapshot(write_snapshot(snapshot)) == (snapshot, ())


def test_an_empty_snapshot_comes_back() -> None:
    nothing = replace(SNAPSHOT.whole, touchpoints={}, transitions=(), funnel={}, reached={})
    snapshot = sealed(replace(SNAPSHOT, whole=nothing, paths=(), periods=(), segments=(), surveys=(), ends_after=None))

    assert read_snapshot(write_snapshot(snapshot)) == (snapshot, ())


def test_the_digest_is_of_what_is_published_and_of_nothing_else() -> None:
    assert replace(SNAPSHOT, digest="x") != SNAPSHOT
    assert write_snapshot(replace(SNAPSHOT, digest="x")) == WRITTEN
    assert sealed(replace(SNAPSHOT, rows=1001)).digest != SNAPSHOT.digest


def test_a_figure_that_was_edited_is_noticed() -> None:
    edited = WRITTEN.replace(b'"rows": 1000', b'"rows": 1001')

    code, message, line = problem(edited)
    assert (code, message) == (
        "edited-snapshot",
        "the snapshot was edited or merged by hand: its digest is of other figures",
    )
    assert line == WRITTEN.count(b"\n") - 1


def test_a_newer_one_is_told_from_a_broken_one() -> None:
    code, message, line = problem(changed("version", to=2))

    assert (code, message, line) == ("newer-snapshot", "the snapshot has version 2, and this mapgen reads version 1", 3)


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"", "the snapshot is not valid JSON", 1),
        (WRITTEN[:-100], "the snapshot is not valid JSON", 80),
        (b"<<<<<<< HEAD\n" + WRITTEN, "the snapshot is not valid JSON", 1),
        (b"[]", "the file is no snapshot of `mapgen observe`", 1),
        (b'{"format": "other"}', "the file is no snapshot of `mapgen observe`", 1),
        (b"[" * 100_000, "it is nested too deep", None),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "it is nested too deep", None),
        (b" " * (MAX_SIZE + 1), "the snapshot has more than 20 MB", None),
        (b"\xff\xfe{}", "the file is not UTF-8", 1),
        (b'{"a": 1, "a": 2}', "1 key of it stand twice in one place", None),
        (WRITTEN.replace(b"1000", b"1e999"), "a number in it is not a whole one", None),
        (WRITTEN.replace(b"1000", b"NaN"), "a number in it is not a whole one", None),
        (WRITTEN.replace(b"1000", b"9" * 100_000), "a number of 100000 digits is no count", None),
    ],
)
def test_what_is_no_snapshot_is_refused(data: bytes, message: str, line: int | None) -> None:
    code, told, place = problem(data)

    assert code == "unreadable-snapshot"
    assert message in told
    assert place == line


@pytest.mark.parametrize(
    ("way", "value", "message"),
    [
        (("rows",), "many", "a whole number from 0 to"),
        (("rows",), True, "a whole number from 0 to"),
        (("rows",), -1, "a whole number from 0 to"),
        (("rows",), 2**53, "a whole number from 0 to"),
        (("rows",), None, "a whole number from 0 to"),
        (("hidden_below",), 0, "a whole number from 1 to"),
        (("extra",), 1, "`extra` is no key of a snapshot"),
        (("since",), "yesterday", "a time such as 2026-01-01T00:00:00Z is wanted here"),
        (("since",), "2026-02-30T00:00:00Z", "this time does not exist"),
        (("until",), "2020-01-01T00:00:00Z", "`until` is before `since`"),
        (("ends_after",), "30 days", "a duration such as P30D is wanted here"),
        (("zone",), "<b>", "a time zone is wanted here"),
        (("journey",), "\u202e" * 3_000, "an id is wanted here"),
        (("mapping",), "md5:1", "a digest is wanted here"),
        (("whole",), [], "a mapping is wanted here"),
        (("whole", "journeys"), {}, "`over` is missing here"),
        (("whole", "journeys", "as_planned"), 10_000, "a part of the journeys is larger than all of them"),
        (("whole", "touchpoints", "search", "visits"), 199, "its visits are not those that go on"),
        (("whole", "touchpoints", "search", "visits"), None, "its visits are not those that go on"),
        (("whole", "transitions", 0), ["search", "compare", 140], "a list of 5 items is wanted here"),
        (("whole", "transitions", 0, 1), "nowhere", "this is none of the touchpoints above"),
        (("whole", "transitions", 0, 3), 10**6, "a whole number from 0 to 1000"),
        (("whole", "funnel", "buy"), 1_000, "a stage of the funnel has more journeys than the one before"),
        (("periods", "2026-01", "provisional"), 1, "true or false is wanted here"),
        (("periods", "2026-01", "extra"), 1, "`extra` is no key of a snapshot"),
        (("surveys", 0, 1), "smile", "nps, csat or ces is wanted here"),
        (("surveys", 0, 2), [1], "a list of 5 items is wanted here"),
        (("paths", 0, 0), "search", "a list is wanted here"),
    ],
)
def test_each_value_is_looked_at(way: tuple[str | int, ...], value: Any, message: str) -> None:  # noqa: ANN401
    code, told, line = problem(changed(*way, to=value))

    assert code == "unreadable-snapshot"
    assert message in told
    assert line


def test_the_line_is_that_of_the_value() -> None:
    data = WRITTEN.replace(b'["search", "compare", 140, 21, null]', b'["search", "compare", "x", 21, null]')
    _, _, line = problem(data)

    assert data.splitlines()[(line or 0) - 1] == b'      ["search", "compare", "x", 21, null]'


def test_a_period_has_a_name_of_a_period() -> None:
    data = WRITTEN.replace(b'"2026-01": {', b'"January": {')

    assert problem(data)[1] == "the name of a period such as 2026-01 is wanted here"

"""Windows, periods and buckets, in integers."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from mapgen.observe.definitions import (
    BUCKET_BOUNDS,
    DAY,
    PeriodKind,
    Window,
    bucket,
    bucket_range,
    find_periods,
    microseconds,
)


def at(*parts: int, zone: str = "UTC") -> int:
    return microseconds(datetime(*parts, tzinfo=ZoneInfo(zone)))  # type: ignore[arg-type, misc]


YEAR = Window(at(2025, 12, 30), at(2026, 12, 31))


@pytest.mark.parametrize(
    ("kind", "first", "last", "number"),
    [("month", "2025-12", "2026-12", 13), ("quarter", "2025-Q4", "2026-Q4", 5), ("week", "2026-W01", "2026-W53", 53)],
)
def test_periods_have_the_names_of_the_calendar_and_cover_the_window(
    kind: PeriodKind, first: str, last: str, number: int
) -> None:
    found = find_periods(YEAR, kind, "UTC")

    assert (found[0].name, found[-1].name, len(found)) == (first, last, number)
    assert (found[0].since, found[-1].until) == (YEAR.since, YEAR.until)
    assert [span.since for span in found[1:]] == [span.until for span in found[:-1]]


def test_a_month_begins_at_midnight_of_its_zone_in_summer_and_winter() -> None:
    march, april = find_periods(Window(at(2026, 3, 10), at(2026, 4, 10)), "month", "Europe/Amsterdam")

    assert march.until == april.since == at(2026, 4, 1, zone="Europe/Amsterdam") == at(2026, 3, 31, 22)


def test_there_are_no_periods_if_none_are_wanted_or_nothing_is_in_the_window() -> None:
    assert find_periods(YEAR, "none", "UTC") == find_periods(Window(5, 5), "month", "UTC") == ()


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../UTC"])
def test_a_zone_must_exist(zone: str) -> None:
    with pytest.raises(ValueError, match="no time zone called"):
        find_periods(YEAR, "month", zone)


def test_buckets_take_ten_steps_a_decade_from_a_second_to_92_days() -> None:
    assert (len(BUCKET_BOUNDS), BUCKET_BOUNDS[0], BUCKET_BOUNDS[10]) == (70, 1_000_000, 10_000_000)
    assert BUCKET_BOUNDS[-1] == pytest.approx(92 * DAY, rel=0.01)
    for number in range(71):
        start, end = bucket_range(number)
        assert bucket(start) == number
        assert end is None or (bucket(end - 1), bucket(end)) == (number, number + 1)


def test_times_before_1970_and_fractions_are_whole_microseconds() -> None:
    assert microseconds(datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)) == -1

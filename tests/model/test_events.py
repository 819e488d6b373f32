"""How a journey shows in event data: columns, layouts, events of places, and what contradicts itself."""

import re
from pathlib import Path

import pytest

from mapgen.model.event_layouts import LAYOUTS
from mapgen.model.event_mapping import Condition, EventMapping, MappedEvent, SegmentColumn, TimeColumn
from mapgen.model.journey import Journey
from mapgen.model.zones import ZONES
from mapgen.pipeline import check

DAY = 86_400 * 1_000_000
DOCS = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")


def journey(events: str, places: str = "[{name: A, touchpoints: [{name: B, events: b}]}]") -> Journey:
    checked = check(f"title: T\nsegments: [Old, New]\nevents: {events}\nstages: {places}\n", name="a")
    assert checked.diagnostics == ()
    assert checked.journey
    return checked.journey


def mapping(events: str) -> EventMapping:
    found = journey(events).events
    assert found
    return found


def codes(events: str, places: str) -> list[str]:
    text = f"title: T\nevents: {{layout: ga4, ends_after: 1 day, {events}}}\nstages: {places}\n"
    return [one.code for one in check(text, name="a").diagnostics]


def test_a_journey_without_events_has_no_mapping() -> None:
    checked = check("title: T\nstages: [A]\n", name="a").journey

    assert checked
    assert checked.events is None


def test_the_plain_layout_has_the_columns_that_are_written() -> None:
    found = mapping(
        "{customer: [user, device], journey: order_no, name: event, time: {column: at, unit: seconds}, order: n,"
        " simultaneous: 1.5 seconds, ends_after: 2 days, hide_below: 7, only: {country: [NL, 1], app: true},"
        " without: {bot: 1}, segment: {column: os, values: {ios: Old, 7: new}}}"
    )

    assert found == EventMapping(
        layout="plain",
        customer=("user", "device"),
        journey="order_no",
        name="event",
        time=TimeColumn("at", "seconds", None),
        order=("n",),
        simultaneous=1_500_000,
        ends_after=2 * DAY,
        segment=SegmentColumn("os", (("ios", "old"), ("7", "new"))),
        only=(Condition("country", ("NL", 1)), Condition("app", (True,))),
        without=(Condition("bot", (1,)),),
        hide_below=7,
        pointer="/events",
    )


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "plain"])
def test_a_layout_fills_in_its_columns(layout: str) -> None:
    found, known = mapping(f"{{layout: {layout}, ends_after: 1 day}}"), LAYOUTS[layout]  # type: ignore[index]

    assert (found.customer, found.name, found.time, found.order) == (
        known.customer,
        known.name,
        known.time,
        known.order,
    )


def test_a_column_that_is_written_replaces_that_of_the_layout() -> None:
    found = mapping("{layout: ga4, customer: user_id, order: [a, b], ends_after: 1 day}")

    assert (found.customer, found.name, found.order) == (("user_id",), "event_name", ("a", "b"))


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("at", TimeColumn("at", None, None)),
        ("{column: at}", TimeColumn("at", None, None)),
        ("{column: at, zone: UTC}", TimeColumn("at", None, "UTC")),
        ("{unit: seconds}", TimeColumn("event_timestamp", "seconds", None)),
        ("{zone: Asia/Tokyo}", TimeColumn("event_timestamp", None, "Asia/Tokyo")),
    ],
)
def test_unit_and_zone_of_a_layout_are_those_of_its_own_column(written: str, time: TimeColumn) -> None:
    assert mapping(f"{{layout: ga4, time: {written}, ends_after: 1 day}}").time == time


def test_events_are_names_or_objects_with_conditions() -> None:
    places = (
        "[{name: A, touchpoints: [{name: B, events: ' b '}, {name: C, events: [c, {name: d, where: {e: [1, f]}}]}]}]"
    )
    found = [one.events for one in journey("{layout: ga4, ends_after: 1 day}", places).touchpoints()]

    assert found == [
        (MappedEvent(" b ", (), "/stages/0/touchpoints/0/events"),),
        (
            MappedEvent("c", (), "/stages/0/touchpoints/1/events/0"),
            MappedEvent("d", (Condition("e", (1, "f")),), "/stages/0/touchpoints/1/events/1"),
        ),
    ]


def test_a_stage_without_touchpoints_has_events() -> None:
    found = journey("{layout: ga4, ends_after: 1 day}", "[{name: A, events: [a, b]}]").stages[0]

    assert [one.name for one in found.events] == ["a", "b"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("[a]", "[a]"),
        ("[a]", "[{name: a, where: {b: 1}}]"),
        ("[{name: a, where: {b: 1}}]", "[{name: a, where: {c: 2}}]"),
        ("[{name: a, where: {b: [1, 2]}}]", "[{name: a, where: {b: [2, 3]}}]"),
        ("[{name: a, where: {b: 1}}]", "[{name: a, where: {b: '1'}}]"),
        ("[{name: a, where: {b: true}}]", "[{name: a, where: {b: 'true'}}]"),
    ],
)
def test_an_event_that_a_row_can_be_at_two_touchpoints_is_an_error(here: str, there: str) -> None:
    assert codes("", f"[{{name: A, touchpoints: [{{name: B, events: {here}}}, {{name: C, events: {there}}}]}}]") == [
        "event-of-two-touchpoints"
    ]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("[a]", "[A]"),
        ("[{name: a, where: {b: 1}}]", "[{name: a, where: {b: 2}}]"),
        ("[{name: a, where: {b: x}}]", "[{name: a, where: {b: X}}]"),
        ("[{name: a, where: {b: 1, c: 1}}]", "[{name: a, where: {b: 1, c: 2}}]"),
        ("[{name: a, where: {b: 1}}, a2]", "[{name: a, where: {b: [2, 3]}}]"),
    ],
)
def test_events_that_no_row_can_be_both_of_are_none(here: str, there: str) -> None:
    assert codes("", f"[{{name: A, touchpoints: [{{name: B, events: {here}}}, {{name: C, events: {there}}}]}}]") == []


def test_two_conditions_for_an_event_of_one_touchpoint_are_no_error() -> None:
    assert codes("", "[{name: A, touchpoints: [{name: B, events: [a, {name: a, where: {b: 1}}]}]}]") == []


def test_a_spec_with_too_many_events_is_refused_at_once() -> None:
    places = ", ".join(f"{{name: B{at}, events: [{{name: e, where: {{c{at}: 1}}}}]}}" for at in range(1_001))

    assert codes("", f"[{{name: A, touchpoints: [{places}]}}]") == ["file-too-large"]


@pytest.mark.parametrize(
    "name", ["DROP TABLE x; --", "../../etc/passwd", "https://example.com", "a.b", "名", "%s :x \\"]
)
def test_a_name_is_a_name_whatever_it_looks_like(name: str) -> None:
    assert mapping(f"{{layout: ga4, customer: '{name}', ends_after: 1 day}}").customer == (name,)


@pytest.mark.parametrize(
    "events",
    [
        'customer: ["a\\nb"]',
        'name: "a\\tb"',
        'time: "\\x85"',
        'only: {"a\\rb": 1}',
        'without: {a: ["b\\nc"]}',
        'order: "\\x7f"',
    ],
)
def test_control_characters_are_refused(events: str) -> None:
    assert codes(events, "[{name: A, events: a}]")[0] in {"control-character", "forbidden-character"}


@pytest.mark.parametrize(
    ("written", "hint"), [("3 months", "write 90 days"), ("P1Y", "write 365 days"), ("P1M1W", "write 37 days")]
)
def test_months_and_years_are_no_lengths_of_a_pause(written: str, hint: str) -> None:
    text = f"title: T\nevents: {{layout: ga4, ends_after: {written}}}\nstages: [{{name: A, events: a}}]\n"

    assert [(one.code, one.hint) for one in check(text, name="a").diagnostics] == [("bad-duration", hint)]


@pytest.mark.parametrize("written", ["PT0S", "0.5 seconds", "3651 days", "999999999 weeks"])
def test_a_pause_is_at_least_a_second_and_at_most_ten_years(written: str) -> None:
    text = f"title: T\nevents: {{layout: ga4, ends_after: {written}}}\nstages: [{{name: A, events: a}}]\n"

    assert [one.code for one in check(text, name="a").diagnostics] == ["out-of-range"]


def test_the_docs_have_the_columns_of_each_layout() -> None:
    rows = {row[1]: row[0] for row in re.finditer(r"^  \| `(\w+)` \|.*$", DOCS, re.MULTILINE)}

    assert rows.keys() == LAYOUTS.keys() - {"plain"}
    for name, row in rows.items():
        known = LAYOUTS[name]  # type: ignore[index]
        assert known.time
        assert known.name
        assert re.findall(r"`(\w+)`", row) == [name, *known.customer, known.name, known.time.column, *known.order]


def test_zones_are_those_of_the_database() -> None:
    assert {"UTC", "Europe/Amsterdam", "America/Argentina/Buenos_Aires"} <= ZONES
    assert not {"", "Factory", "localtime", "PST"} & ZONES

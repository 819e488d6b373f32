"""What counts as what: each rule of the definitions, on SQLite and DuckDB."""

from collections.abc import Callable, Sequence
from random import Random

import pytest

from mapgen.model.event_mapping import Condition, MappedEvent
from mapgen.observe.definitions import DAY, PeriodSpan, Window, find_periods
from mapgen.observe.paths import Packing
from mapgen.observe.plan import ObservablePlace, ObservablePlan
from mapgen.observe.rows import FIRST_SEGMENT, DataFigure, JourneyBit, RowKind
from mapgen.record import replace
from tests.observe.logs import ENGINES, SEGMENT, WINDOW, event, mapping, plan, walk
from tests.observe.reference import Event, Reference

Counted = Callable[..., dict[tuple[int, ...], int]]

MONTH = 30 * DAY
SETTLED = WINDOW.until - MONTH
"""From when on visits are open."""


def counting(engine: str) -> Counted:
    """Return what gives the counts of an engine by kind and keys; with `customers`, the customers behind them."""

    def count(
        source: Sequence[Event],
        one: ObservablePlan | None = None,
        window: Window = WINDOW,
        periods: Sequence[PeriodSpan] = (),
        *,
        customers: bool = False,
        **changes: object,
    ) -> dict[tuple[int, ...], int]:
        rows = ENGINES[engine](one or plan(), mapping(**changes), source, window, periods)
        return {tuple(key for key in row[:5] if key != -1): row[6 if customers else 5] for row in rows}

    return count


@pytest.fixture
def count() -> Counted:
    """Return what SQLite counts; that DuckDB counts the same is shown by random logs."""
    return counting("sqlite")


@pytest.fixture(params=ENGINES)
def count_anywhere(request: pytest.FixtureRequest) -> Counted:
    """Return what each engine counts, where it depends on how an engine writes it."""
    return counting(request.param)


def of(kind: RowKind, found: dict[tuple[int, ...], int], cut: int = 0) -> dict[tuple[int, ...], int]:
    """Return the counts of a kind in a cut, by the rest of their keys."""
    return {keys[2:]: number for keys, number in found.items() if keys[:2] == (kind, cut)}


def test_a_journey_as_planned_has_an_empty_mask(count: Counted) -> None:
    found = count(walk("abcd"))

    assert of(RowKind.JOURNEYS, found) == {(0,): 1}
    assert of(RowKind.VISITS, found) == {(0,): 1, (1,): 1, (2,): 1, (3,): 1}
    assert of(RowKind.TRANSITIONS, found) == {(0, 1): 1, (1, 2): 1, (2, 3): 1}
    assert of(RowKind.EXITS, found) == {(3,): 1}
    assert of(RowKind.ENTRIES, found) == {(0,): 1}


@pytest.mark.parametrize(
    ("path", "mask"),
    [
        ("acd", JourneyBit.UNKNOWN_TRANSITION),
        ("bcd", JourneyBit.UNKNOWN_ENTRY),
        ("abc", JourneyBit.UNKNOWN_EXIT),
        ("bd", JourneyBit.UNKNOWN_ENTRY | JourneyBit.UNKNOWN_TRANSITION),
    ],
)
def test_a_mask_tells_what_is_not_on_the_map(count: Counted, path: str, mask: int) -> None:
    assert of(RowKind.JOURNEYS, count(walk(path))) == {(mask,): 1}


def test_ties_take_the_order_of_the_map_in_whatever_order_they_are_written(count: Counted) -> None:
    tied = [event("b", 40 * DAY), event("a", 40 * DAY)]

    for source in (tied, tied[::-1]):
        found = count(source)
        assert of(RowKind.TRANSITIONS, found) == {(0, 1): 1}
        assert found[RowKind.DATA, DataFigure.TIED] == 1


def test_a_column_of_order_comes_before_the_order_of_the_map(count: Counted) -> None:
    source = [event("b", 40 * DAY, seq=1), event("a", 40 * DAY, seq=2), event("c", 40 * DAY)]

    assert of(RowKind.TRANSITIONS, count(source, order=("seq",))) == {(1, 0): 1, (0, 2): 1}


def test_what_is_simultaneous_takes_the_order_of_the_map(count: Counted) -> None:
    source = [event("b", 40 * DAY), event("a", 40 * DAY + 2), event("c", 40 * DAY + 4), event("a", 40 * DAY + 7)]

    assert of(RowKind.TRANSITIONS, count(source, simultaneous=2)) == {(0, 1): 1, (1, 2): 1, (2, 0): 1}


def test_a_reload_is_one_visit_dated_by_its_last_event(count: Counted) -> None:
    months = find_periods(WINDOW, "month", "UTC")
    source = [event("a", 40 * DAY), event("a", 60 * DAY), event("b", 61 * DAY)]

    found = count(source, periods=months)

    assert of(RowKind.VISITS, found) == {(0,): 1, (1,): 1}
    assert of(RowKind.VISITS, found, 3) == {(0,): 1, (1,): 1}  # March
    assert of(RowKind.JOURNEYS, found, 2) == {(JourneyBit.UNKNOWN_EXIT,): 1}  # February, when it began
    assert of(RowKind.WAITS, found) == {(0, 1, 50): 1}


def test_each_event_is_a_visit_where_the_plan_has_a_transition_from_a_touchpoint_to_itself(count: Counted) -> None:
    repeating = plan(transitions=[(0, 0)], exits=[0])

    found = count([*walk("aaa"), event("a", 40 * DAY)], repeating)

    assert of(RowKind.TRANSITIONS, found) == {(0, 0): 2}
    assert of(RowKind.JOURNEYS, found) == {(0,): 1}
    assert found[RowKind.DATA, DataFigure.DUPLICATES] == 1


@pytest.mark.parametrize(("pause", "journeys"), [(MONTH, 1), (MONTH + 1, 2)])
def test_a_pause_that_is_longer_ends_a_journey(count: Counted, pause: int, journeys: int) -> None:
    found = count([event("a", 40 * DAY), event("b", 40 * DAY + pause)])

    assert sum(of(RowKind.JOURNEYS, found).values()) == journeys


@pytest.mark.parametrize(("time", "kind"), [(SETTLED - 1, RowKind.VISITS), (SETTLED, RowKind.OPEN)])
def test_a_visit_is_open_as_long_as_another_may_follow(count: Counted, time: int, kind: RowKind) -> None:
    found = count([event("a", time)])

    assert of(kind, found) == {(0,): 1}
    assert bool(of(RowKind.EXITS, found)) == (kind == RowKind.VISITS)
    (mask,) = of(RowKind.JOURNEYS, found)
    assert bool(mask[0] & JourneyBit.OPEN) == (kind == RowKind.OPEN)


@pytest.mark.parametrize(("time", "known"), [(MONTH - 1, False), (MONTH, True)])
def test_a_journey_at_the_begin_of_the_data_may_have_begun_before(count: Counted, time: int, known: bool) -> None:  # noqa: FBT001
    found = count([event("d", time)])

    assert of(RowKind.ENTRIES, found) == ({(3,): 1} if known else {})
    mask = JourneyBit.UNKNOWN_ENTRY if known else JourneyBit.MAY_HAVE_BEGUN_BEFORE
    assert of(RowKind.JOURNEYS, found) == {(mask,): 1}
    assert bool([key for key in found if key[0] == RowKind.PATHS]) == known


def test_data_end_right_before_until(count: Counted) -> None:
    found = count([event("a", WINDOW.until), event("a", WINDOW.until - 1), event("a", WINDOW.since - 1)])

    assert found[RowKind.DATA, DataFigure.ROWS] == found[RowKind.DATA, DataFigure.MAPPED] == 1


def test_a_column_of_journeys_takes_the_place_of_pauses(count: Counted) -> None:
    source = [event("a", 40 * DAY, trip="1"), event("b", 90 * DAY, trip="1"), event("c", 91 * DAY, trip="2")]

    found = count([*source, event("d", 92 * DAY)], journey="trip", ends_after=None)

    assert of(RowKind.TRANSITIONS, found) == {(0, 1): 1}
    assert of(RowKind.EXITS, found) == {(1,): 1, (2,): 1}
    assert found[RowKind.DATA, DataFigure.NAMELESS] == 1


def test_the_funnel_is_in_order_and_what_is_reached_in_any(count: Counted) -> None:
    found = count([*walk("adbcd", "x"), *walk("dca", "y"), *walk("cd", "z")])

    assert of(RowKind.FUNNEL, found) == {(0,): 2, (1,): 1, (2,): 1}
    assert of(RowKind.REACHED, found) == {(0,): 2, (1,): 3, (2,): 3}


def test_the_segment_of_a_journey_is_that_of_its_first_event(count: Counted) -> None:
    source = [event("a", 40 * DAY, platform="ipad"), event("b", 41 * DAY, platform="android"), event("a", 99 * DAY)]

    found = count(source, segment=SEGMENT)

    assert of(RowKind.VISITS, found, FIRST_SEGMENT + 1) == {(0,): 1, (1,): 1}
    assert of(RowKind.VISITS, found, FIRST_SEGMENT) == {(0,): 1}


def test_customers_are_counted_once_however_often_they_come(count: Counted) -> None:
    source = [*walk("abab", "x"), *walk("ab", "y")]

    found = count(source, customers=True)

    assert of(RowKind.TRANSITIONS, found) == {(0, 1): 2, (1, 0): 1}


def test_texts_that_look_like_one_number_are_two_customers(count_anywhere: Counted) -> None:
    found = count_anywhere([event("a", 40 * DAY, "007"), event("a", 40 * DAY, "7"), event("a", 40 * DAY, "")])

    assert found[RowKind.DATA, DataFigure.CUSTOMERS] == 2
    assert found[RowKind.DATA, DataFigure.NAMELESS] == 1


@pytest.mark.parametrize("name", ["it's", "a \\ b", "100%", ":x", "two\nlines \N{GRINNING FACE}"])
def test_an_event_may_have_any_name(count_anywhere: Counted, name: str) -> None:
    touchpoint = ObservablePlace("any", 0, (MappedEvent(name, (), ""),))
    one = ObservablePlan((touchpoint,), ("stage",), (), (0,), (0,))

    assert count_anywhere([event(name, 40 * DAY)], one)[RowKind.VISITS, 0, 0] == 1


def test_rows_count_for_which_all_of_only_and_none_of_without_holds(count_anywhere: Counted) -> None:
    source = [event("a", 40 * DAY, platform="ios", seq=1), event("a", 40 * DAY, platform="ios")]
    source += [event("a", 40 * DAY, platform="web", seq=2), event("a", 40 * DAY, seq=2)]

    found = count_anywhere(source, only=(Condition("platform", ("ios",)),), without=(Condition("seq", (1,)),))

    assert found[RowKind.DATA, DataFigure.ROWS] == found[RowKind.DATA, DataFigure.MAPPED] == 1


def test_an_event_with_conditions_belongs_to_the_touchpoint_whose_conditions_hold(count_anywhere: Counted) -> None:
    first, second = (
        ObservablePlace(name, 0, (MappedEvent("view", (Condition("platform", (value,)),), ""),))
        for name, value in (("plans", "ios"), ("prices", "web"))
    )
    one = ObservablePlan((first, second), ("stage",), ((0, 1),), (0,), (1,))
    source = [event("view", 40 * DAY, platform="ios"), event("view", 41 * DAY, platform="web")]

    assert of(RowKind.JOURNEYS, count_anywhere([*source, event("view", 42 * DAY)], one)) == {(0,): 1}


@pytest.mark.parametrize("source", [[], [event(None, None, None)], [event("other", 40 * DAY)]])
def test_data_without_an_event_of_a_touchpoint_have_rows_about_the_data_only(
    count_anywhere: Counted, source: Sequence[Event]
) -> None:
    found = count_anywhere(source, segment=SEGMENT, periods=find_periods(WINDOW, "month", "UTC"))

    assert {key[0] for key in found} == {RowKind.DATA}
    assert found[RowKind.DATA, DataFigure.ROWS] == len(source)


def test_many_touchpoints_and_segments_fit() -> None:
    names = [f"e{number}" for number in range(300)]
    places = tuple(
        ObservablePlace(name, number // 60, (MappedEvent(name, (), ""),)) for number, name in enumerate(names)
    )
    segments = tuple(f"s{number}" for number in range(64))
    one = ObservablePlan(places, tuple("12345"), ((0, 299),), (0,), (299,), segments)
    read = mapping(segment=replace(SEGMENT, values=tuple((name, name) for name in segments)))
    dice = Random(1)
    source = [
        event(
            dice.choice(names), dice.randrange(200) * DAY, f"c{dice.randrange(20)}", platform=f"s{dice.randrange(70)}"
        )
        for _ in range(300)
    ]

    expected = Reference(one, read, WINDOW, (), source).rows

    assert [engine(one, read, source, WINDOW, ()) for engine in ENGINES.values()] == [expected, expected]


def test_paths_come_back_as_they_went(count: Counted) -> None:
    found = count([*walk("abcd", "x"), *walk("abcd", "y"), *walk("ab" * 30, "z", pause=DAY // 4)], customers=True)

    packing = Packing.of(4)
    paths = {packing.unpack((*keys[1:], 0, 0, 0, 0)[:4]): n for keys, n in found.items() if keys[0] == RowKind.PATHS}
    assert paths == {(0, 1, 2, 3): 2, (0, 1) * 30: 1}


def test_a_path_that_is_too_long_is_left_out(count: Counted) -> None:
    length = Packing.of(4).longest + 1
    found = count(walk(("ab" * length)[:length], pause=DAY // 4))

    assert [keys for keys in found if keys[0] == RowKind.PATHS] == []


def log(seed: int, users: str) -> list[Event]:
    dice = Random(seed)
    return [
        event(dice.choice("abcd"), 10 * DAY + dice.randrange(150) * DAY // 2, dice.choice(users), platform="ios")
        for _ in range(80)
    ]


def apart(found: dict[tuple[int, ...], int], *figures: DataFigure) -> dict[tuple[int, ...], int]:
    return {key: number for key, number in found.items() if key[0] != RowKind.DATA or key[1] not in figures}


def test_the_order_of_rows_and_the_names_of_customers_change_nothing(count: Counted) -> None:
    source = log(1, "xyz")
    shuffled = Random(2).sample(source, len(source))
    renamed = [{**row, "user": f"customer {row['user']}"} for row in shuffled]

    assert count(renamed) == count(source)


def test_rows_that_are_there_twice_change_only_what_is_said_of_rows(count: Counted) -> None:
    source, repeating = log(3, "xyz"), plan(transitions=[(0, 0), (1, 2)])
    told = (DataFigure.ROWS, DataFigure.MAPPED, DataFigure.DUPLICATES, DataFigure.BUSIEST)

    assert apart(count(source * 2, repeating), *told) == apart(count(source, repeating), *told)


def test_another_time_changes_nothing(count: Counted) -> None:
    source, times = log(4, "xyz"), (DataFigure.FIRST_TIME, DataFigure.LAST_TIME)
    later = [{**row, "at": row["at"] + 365 * DAY} for row in source]
    moved = Window(WINDOW.since + 365 * DAY, WINDOW.until + 365 * DAY)

    assert apart(count(later, window=moved), *times) == apart(count(source), *times)


def test_counts_of_two_sets_of_customers_add_up(count: Counted) -> None:
    one, other = log(5, "xyz"), log(6, "uvw")
    figures = (DataFigure.BUSIEST, DataFigure.FIRST_TIME, DataFigure.LAST_TIME)

    together, first, second = (apart(count(source), *figures) for source in (one + other, one, other))

    assert together == {key: first.get(key, 0) + second.get(key, 0) for key in first.keys() | second.keys()}

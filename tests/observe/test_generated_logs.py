"""A log of which the truth is known: what is counted is what happened, and makes the snapshot of the example."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.event_logs.__main__ import write
from benchmarks.event_logs.simulation import Customer, simulate, simulate_bots
from benchmarks.event_logs.truth import Truth, find_truth
from benchmarks.event_logs.world import MUSIC
from mapgen.cli.group import run
from mapgen.model.snapshot import Counts, Snapshot
from mapgen.observe.snapshot_file import read_snapshot

EXAMPLE = Path(__file__).parents[2] / "examples/music-subscription"
CUSTOMERS, SEED = 20_000, 1


@pytest.fixture(scope="module")
def customers() -> list[Customer]:
    return list(simulate(MUSIC, SEED, CUSTOMERS))


@pytest.fixture(scope="module")
def truth(customers: list[Customer]) -> Truth:
    return find_truth(MUSIC, customers)


@pytest.fixture(scope="module")
def observed(customers: list[Customer], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The snapshot of the log that the customers and the bots leave."""
    folder = tmp_path_factory.mktemp("log")
    rows = [row for customer in customers for row in customer.rows]
    write([*rows, *simulate_bots(MUSIC, SEED)], folder / "events.csv")
    name = "music-subscription.journey.yaml"
    (folder / name).write_bytes((EXAMPLE / name).read_bytes())
    assert run(["observe", str(folder / name), "--from", str(folder / "events.csv")]) == 0
    return folder / "music-subscription.observed.json"


def cuts(snapshot: Snapshot) -> Iterator[tuple[str, Counts]]:
    yield "all", snapshot.whole
    yield from ((period.name, period.counts) for period in snapshot.periods)
    yield from ((f"platform:{segment}", counts) for segment, counts in snapshot.segments)


def test_what_is_counted_is_what_happened(observed: Path, truth: Truth) -> None:
    snapshot, faults = read_snapshot(observed.read_bytes())
    assert faults == ()
    assert snapshot

    shown = 0
    for cut, counts in cuts(snapshot):
        for place, seen in counts.touchpoints.items():
            figures = {
                "visits": (seen.visits, truth.visits),
                "exits": (seen.exits, truth.exits),
                "entries": (seen.entries, truth.entries),
                "open": (seen.open, truth.open),
            }
            for what, (count, true) in figures.items():
                if count is not None:
                    assert count == true[cut, place], (cut, place, what)
                    shown += 1
        for step in counts.transitions:
            assert step.visits == truth.transitions[cut, step.start, step.end], (cut, step)
        if counts.journeys.over is not None:
            assert counts.journeys.over == truth.over[cut]
    assert shown > 300
    assert snapshot.mapped == truth.mapped
    for path in snapshot.paths:
        assert path.journeys == truth.paths[path.touchpoints]


def test_the_snapshot_of_the_example_is_that_of_its_log(observed: Path) -> None:
    assert observed.read_bytes() == (EXAMPLE / observed.name).read_bytes()

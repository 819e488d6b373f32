"""A small spec -> one row of its map."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from mapgen.analysis import analyze
from mapgen.composition import Map, compose
from mapgen.lanes.grid import Row
from mapgen.pipeline import check

RowOf = Callable[[str, str], Row | None]


def drawn(text: str, *lanes: str) -> Map:
    """Compose the map of a spec without faults."""
    checked = check(dedent(text), name="a.journey.yaml")
    assert checked.journey, [found.message for found in checked.diagnostics]
    return compose(checked.journey, analyze(checked.journey), lanes=lanes)


@pytest.fixture
def map_of() -> Callable[..., Map]:
    """Return the map of a spec, with the lanes that are asked for."""
    return drawn


@pytest.fixture
def row_of() -> RowOf:
    """Return the row of a lane in the map of a spec; None where it has nothing to say."""

    def row(lane: str, text: str) -> Row | None:
        rows = drawn(text, lane, "touchpoints").grid.rows  # which say which touchpoint has which number
        return next((row for row in rows if row.id == lane), None)

    return row

"""A small spec -> one table of its map."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.pipeline import check
from mapgen.tables.table import Table


@pytest.fixture
def table_of() -> Callable[[str, str], Table | None]:
    """Return a table of the map of a spec; None where it has nothing to say."""

    def table(name: str, text: str) -> Table | None:
        checked = check(dedent(text), name="a.journey.yaml")
        assert checked.journey, [found.message for found in checked.diagnostics]
        tables = compose(checked.journey, analyze(checked.journey)).tables
        return next((table for table in tables if table.id == name), None)

    return table

from collections.abc import Callable

import pytest

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.telling import Told, tell


def told(old: str, new: str) -> Told:
    """Compare two specs."""
    journeys = [pipeline.check(text, name="journey.yaml").journey for text in (old, new)]
    assert all(journeys)
    return tell(compare(*(version(journey) for journey in journeys if journey)))


@pytest.fixture
def told_of() -> Callable[[str, str], Told]:
    """Compare two specs."""
    return told

from collections.abc import Callable

import pytest

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.wording import DescribedComparison, describe


def told(old: str, new: str) -> DescribedComparison:
    """Compare two specs."""
    journeys = [pipeline.check(text, name="journey.yaml").journey for text in (old, new)]
    assert all(journeys)
    return describe(compare(*(version(journey) for journey in journeys if journey)))


@pytest.fixture
def told_of() -> Callable[[str, str], DescribedComparison]:
    """Compare two specs."""
    return told

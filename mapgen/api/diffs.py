"""Two maps -> what changed between their journeys, as values and in words."""

from typing import TYPE_CHECKING

from mapgen.diff import compare, version
from mapgen.diff.wording import DescribedComparison, describe
from mapgen.model.journey import Journey

if TYPE_CHECKING:
    from mapgen.api.journey_map import JourneyMap


def diff(old: "JourneyMap | Journey", new: "JourneyMap | Journey") -> DescribedComparison:
    r"""Return what changed from one journey to another; SpecError if one of the specs has errors.

    >>> import mapgen
    >>> order = "title: Shop\nstages: [{{name: Order, touchpoints: [{{name: Waits, emotion: {}}}]}}]"
    >>> found = mapgen.diff(mapgen.parse(order.format(-1)), mapgen.parse(order.format(1)))
    >>> found.comparison.verdict.direction, [change.text for change in found.sections[0].changes]
    ('better', ['Waits: emotion −1 → +1'])
    """  # noqa: RUF002 - the minus of maps
    return describe(compare(*(version(one if isinstance(one, Journey) else one.journey) for one in (old, new))))

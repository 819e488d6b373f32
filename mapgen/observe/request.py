"""What is asked of a statement: which plan, read how, from where and when; and what all of its parts ask about it."""

from collections.abc import Mapping, Sequence

from mapgen.model.event_mapping import EventMapping
from mapgen.observe.definitions import PeriodSpan, Window
from mapgen.observe.dialect import Dialect
from mapgen.observe.layout import Layout
from mapgen.observe.plan import ObservablePlan
from mapgen.record import record

CommonTables = Mapping[str, str]
"""Common table expressions: the SQL of each, by name, in the order in which they read each other."""


@record
class Request:
    """A statement to write. `source` is the SQL of a table; `texts` says that all of its columns are texts."""

    plan: ObservablePlan
    mapping: EventMapping
    source: str
    dialect: Dialect
    layout: Layout
    window: Window
    periods: Sequence[PeriodSpan]
    texts: bool

    @property
    def owner(self) -> str:
        """The columns that say whose visits are in one row: the customer's, or of each of their journeys."""
        return "m_person" if self.mapping.journey is None else "m_person, m_case"

    @property
    def censored(self) -> int:
        """How long nothing is sure at both ends of the data, in microseconds."""
        return self.mapping.ends_after or 0

    @property
    def settled_until(self) -> int:
        """From when on visits are open."""
        return self.window.until - self.censored

    @property
    def known_from(self) -> int:
        """From when on a journey that is seen to begin does begin."""
        return self.window.since + self.censored

    @property
    def segments(self) -> int:
        """How many segments there are, with that of all other values; 0 where they are not told apart."""
        return len(self.plan.segments) + 1 if self.mapping.segment else 0

    @property
    def stage_bounds(self) -> tuple[int, ...]:
        """The first touchpoint of each stage but the first."""
        stages = [touchpoint.stage for touchpoint in self.plan.touchpoints]
        return tuple(stages.index(number) for number in range(1, len(self.plan.stages)))

"""The rows that the statement gives: eight integers each, and nothing of a single person.

Each row is (kind, k1, k2, k3, k4, n1, n2, n3). `k` are keys, -1 where a kind has none; `n` are counts, 0 where it has
none. The cut, the first key of most kinds, is 0 for everything, 1 and up for the periods in their order, and
`FIRST_SEGMENT` and up for the segments: first that of all values that no segment has, then those of the spec.

| kind | keys | counts |
| --- | --- | --- |
| `DATA` | what (see below) | number |
| `VISITS` | cut, touchpoint | settled visits, customers |
| `EXITS` | cut, touchpoint | settled visits that no other follows, customers |
| `ENTRIES` | cut, touchpoint | journeys that begin here, customers |
| `OPEN` | cut, touchpoint | visits that are not settled, customers |
| `TRANSITIONS` | cut, from, to | settled visits that go on there, customers |
| `WAITS` | cut, from, to, bucket | transitions of which the time between is in the bucket |
| `JOURNEYS` | cut, mask | journeys, customers |
| `FUNNEL` | cut, stage | journeys that reach it in order, customers |
| `REACHED` | cut, stage | journeys that touch it, in any order, customers |
| `PATHS` | four numbers that hold the touchpoints | journeys that are over and were seen to begin, customers |

Touchpoints and stages are numbered from 0 in the order of the spec; only those with events have a number of their own
in rows. Customers are distinct ones. Visits and transitions are in the period in which the visit ended, journeys, with
their stages, in that in which they began. What is 0 has no row, but for `DATA`. `paths` says how paths are packed.
"""

from enum import IntEnum

Row = tuple[int, int, int, int, int, int, int, int]

FIRST_SEGMENT = 1_000_000


class RowKind(IntEnum):
    """What a row counts."""

    DATA = 1
    VISITS = 2
    EXITS = 3
    ENTRIES = 4
    OPEN = 5
    TRANSITIONS = 6
    WAITS = 7
    JOURNEYS = 8
    FUNNEL = 9
    REACHED = 10
    PATHS = 11


class DataFigure(IntEnum):
    """What a row of the kind `DATA` counts."""

    ROWS = 1
    MAPPED = 2
    NAMELESS = 3
    """Rows without customer, name or time."""
    TIED = 4
    """Visits that share their time with the one before."""
    DUPLICATES = 5
    CUSTOMERS = 6
    BUSIEST = 7
    """Mapped events of the customer who has most."""
    FIRST_TIME = 8
    """Of all mapped events, in microseconds since 1970, rounded down to a day; `LAST_TIME` is rounded up."""
    LAST_TIME = 9


class JourneyBit(IntEnum):
    """Bits of the mask of a journey."""

    UNKNOWN_TRANSITION = 1
    UNKNOWN_ENTRY = 2
    """It began where the plan has no entry; not told of one that may have begun before."""
    UNKNOWN_EXIT = 4
    OPEN = 8
    """It is not over: its last visit is not settled."""
    MAY_HAVE_BEGUN_BEFORE = 16

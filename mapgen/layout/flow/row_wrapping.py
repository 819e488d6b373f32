"""Columns of all clusters -> rows, as a text is broken into lines: even, and where a stage ends if that is possible."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from mapgen.layout.flow.ranks import Columns

_CUT = 14.0  # what it costs to end a row inside a stage, in squares of columns that stay empty
_LAST = 0.15  # the part that counts of what the last row leaves empty


class ClusterPart(NamedTuple):
    """The columns of one cluster that stand in one row: `number` of `total` such parts of the cluster.

    `first` is their place in the row.
    """

    cluster: int
    first: int
    columns: Columns
    number: int
    total: int


def fold(clusters: Sequence[Columns], most: int) -> tuple[tuple[ClusterPart, ...], ...]:
    """Fold the columns of clusters into rows of at most `most` columns."""
    flat = [(index, column) for index, columns in enumerate(clusters) for column in columns]
    bounds = {0, *accumulate(map(len, clusters))}
    rows = [_parts(flat[start:end]) for start, end in _breaks(len(flat), bounds, most)]
    counts: dict[int, int] = {}
    for row in rows:
        for part in row:
            counts[part.cluster] = counts.get(part.cluster, 0) + 1
    met: dict[int, int] = {}
    numbered = []
    for row in rows:
        parts = []
        for part in row:
            met[part.cluster] = met.get(part.cluster, 0) + 1
            parts.append(part._replace(number=met[part.cluster], total=counts[part.cluster]))
        numbered.append(tuple(parts))
    return tuple(numbered)


def _breaks(count: int, bounds: set[int], most: int) -> list[tuple[int, int]]:
    """Return where rows begin and end, at the least cost."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        cut = 0.0 if end in bounds else _CUT
        weight = _LAST if end == count else 1.0
        best.append(
            min(
                (best[start][0] + cut + weight * (most - (end - start)) ** 2, start)
                for start in range(max(0, end - most), end)
            )
        )
    rows, end = [], count
    while end:
        start = best[end][1]
        rows.append((start, end))
        end = start
    return rows[::-1]


def _parts(columns: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[ClusterPart, ...]:
    parts: list[ClusterPart] = []
    for place, (cluster, column) in enumerate(columns):
        if parts and parts[-1].cluster == cluster:
            parts[-1] = parts[-1]._replace(columns=(*parts[-1].columns, column))
        else:
            parts.append(ClusterPart(cluster, place, (column,), 1, 1))
    return tuple(parts)

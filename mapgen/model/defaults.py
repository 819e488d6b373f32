"""Stages and flow of a spec -> the default edges, which no author has to write."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum

from mapgen.model.journey import Edge, Stage
from mapgen.model.shares import ROUNDING_TOLERANCE, shares_out

ONWARD = frozenset({"next", "skip"})
"""Kinds of edges that replace the default edge; the others add to it."""


def default_steps(stages: Iterable[Stage], flow: Sequence[Edge]) -> tuple[tuple[str, str], ...]:
    """Return the default edges from each touchpoint to the next one in order, also across stages.

    There is none where all customers go elsewhere: where a `next` or `skip` edge has no share, and where the shares of
    edges and exits add up to 1. If they add up to less, the remaining customers follow the default edge.
    """
    stages = tuple(stages)
    order = [touchpoint.id for stage in stages for touchpoint in stage.touchpoints]
    onward = {edge.start for edge in flow if edge.kind in ONWARD and edge.share is None}
    used_up = {
        start
        for start, shares in shares_out(stages, flow).items()
        if fsum(share for share, _ in shares) >= 1 - ROUNDING_TOLERANCE
    }
    return tuple((start, end) for start, end in pairwise(order) if start not in onward and start not in used_up)

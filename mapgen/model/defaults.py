"""Stages and the flow of the spec -> the steps that nobody had to write."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum

from mapgen.model.journey import Edge, Stage
from mapgen.model.shares import ROUNDING, shares_out

ONWARD = frozenset({"next", "skip"})
"""Kinds of edges that take the place of the default step; the others come on top of it."""


def default_steps(stages: Iterable[Stage], flow: Sequence[Edge]) -> tuple[tuple[str, str], ...]:
    """Return the steps from a touchpoint to the next one in order, over the ends of stages too.

    There is none where everybody goes elsewhere: where a `next` or `skip` edge without a share leads on, and where
    the shares of edges and exits add up to 1. Where they leave a rest, the rest takes the default step.
    """
    stages = tuple(stages)
    order = [touchpoint.id for stage in stages for touchpoint in stage.touchpoints]
    onward = {edge.start for edge in flow if edge.kind in ONWARD and edge.share is None}
    used_up = {
        start
        for start, shares in shares_out(stages, flow).items()
        if fsum(share for share, _ in shares) >= 1 - ROUNDING
    }
    return tuple((here, there) for here, there in pairwise(order) if here not in onward and here not in used_up)

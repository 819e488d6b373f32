"""The ways of a flow -> those that a picture shows, and at each node what the others add up to.

A reader follows some ways at each touchpoint, not all of a dense network. The strong ones stay, and so do those that a
scenario takes, the strongest from each node and the strongest to it, so that nothing seems cut off.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple, Protocol

from mapgen.model.journey import EdgeKind, Number

MIN_SHARE = 40
"""The ways that a picture shows in any case."""

MAX_PER_NODE = 2.5
"""The ways that it shows for each node, in a larger flow."""


class FlowStep(Protocol):
    """A way from one node to another, and its share of those who leave the first."""

    @property
    def start(self) -> str: ...  # noqa: D102 - told above
    @property
    def end(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> EdgeKind: ...  # noqa: D102
    @property
    def share(self) -> Number | None: ...  # noqa: D102


class Others(NamedTuple):
    """The ways from a node that are not drawn: their number, and their share of those who leave, None if not known."""

    number: int
    share: float | None


class Strongest(NamedTuple):
    """The places in the list of the ways that are drawn, in order, and by node what is not."""

    drawn: tuple[int, ...]
    others: Mapping[str, Others]


def strongest(
    ways: Sequence[FlowStep], nodes: int, *, kept: Collection[tuple[str, str]], met: Callable[[str], float]
) -> Strongest:
    """Return the strongest ways between so many nodes; all of them where a reader can follow all.

    `kept` are the steps of scenarios. `met` tells how often a node is met by one who begins.
    """
    most = max(MIN_SHARE, MAX_PER_NODE * nodes)
    if len(ways) <= most:
        return Strongest(tuple(range(len(ways))), {})
    amounts = [(way.share or 0.0) * met(way.start) for way in ways]
    order = sorted(range(len(ways)), key=lambda at: (-amounts[at], ways[at].kind != "next", at))
    drawn = {at for at, way in enumerate(ways) if (way.start, way.end) in kept}
    drawn |= {*_first(order, [way.start for way in ways]), *_first(order, [way.end for way in ways])}
    for at in order:
        if len(drawn) >= most:
            break
        drawn.add(at)
    left: dict[str, list[Number | None]] = {}
    for at, way in enumerate(ways):
        if at not in drawn:
            left.setdefault(way.start, []).append(way.share)
    return Strongest(tuple(sorted(drawn)), {node: Others(len(some), _sum(some)) for node, some in left.items()})


def _first(order: Sequence[int], nodes: Sequence[str]) -> Iterator[int]:
    """Yield the first way in the order for each node."""
    seen = set()
    for at in order:
        if nodes[at] not in seen:
            seen.add(nodes[at])
            yield at


def _sum(shares: Sequence[Number | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return round(min(1.0, fsum(known)), 12) if len(known) == len(shares) else None

"""Stages and flow -> the shares out of each touchpoint, and a problem where they are more than the whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import fsum

from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Edge, Exit, Stage
from mapgen.model.problems import Problems

ROUNDING = 1e-9
"""How far below 1 the floats of decimal shares that make 1 may add up to; `fsum` never gives more than 1 for them."""

Share = tuple[float, str]
"""A share, and the pointer to what has it."""


def check_shares(stages: Iterable[Stage], flow: Iterable[Edge], problems: Problems) -> None:
    """Note where the shares of edges and exits add up to more than 1."""
    for place, shares in shares_out(stages, flow).items():
        if excess := find_excess(shares):
            total, pointer = excess
            message = f"the shares out of {quoted(place)} add up to {total:.4g}, which is more than 1"
            hint = "its edges and exits share one whole; what they leave over goes to the next touchpoint"
            problems.add("shares-over-one", message, f"{pointer}/share", hint=hint)


def check_entries(stages: Iterable[Stage], problems: Problems) -> None:
    """Note where the shares of those who begin somewhere add up to more than 1."""
    shares = [
        (touchpoint.entry_share, f"{touchpoint.pointer}/entry")
        for stage in stages
        for touchpoint in stage.touchpoints
        if touchpoint.entry_share is not None
    ]
    if excess := find_excess(shares):
        total, pointer = excess
        message = f"the shares of those who begin at the entries add up to {total:.4g}, which is more than 1"
        hint = "the entries share one whole; what they leave over begins at an entry without a share"
        problems.add("shares-over-one", message, pointer, hint=hint)


def find_excess(shares: Sequence[Share]) -> tuple[float, str] | None:
    """Return the sum of shares and the pointer to the first one that takes it above 1; None if none does."""
    total = fsum(share for share, _ in shares)
    if total <= 1:
        return None
    from fractions import Fraction  # exact, so that some partial sum exceeds 1 wherever the total does

    totals = accumulate(Fraction(share) for share, _ in shares)
    return total, next(pointer for partial, (_, pointer) in zip(totals, shares, strict=True) if partial > 1)


def shares_out(stages: Iterable[Stage], flow: Iterable[Edge]) -> dict[str, list[Share]]:
    """Return the shares that are stated out of each touchpoint.

    A stage's exits count at its last touchpoint, and under the stage's own id where it has none.
    """
    out: dict[str, list[Share]] = {}
    for place, leaving in exits_by_place(stages):
        if leaving:
            out.setdefault(place, []).extend(_shares(leaving))
    for edge in flow:
        out.setdefault(edge.start, []).extend(_shares((edge,)))
    return out


def exits_by_place(stages: Iterable[Stage]) -> Iterator[tuple[str, Sequence[Exit]]]:
    """Yield exits with the touchpoint that they are counted at; a touchpoint may come twice."""
    for stage in stages:
        for touchpoint in stage.touchpoints:
            yield touchpoint.id, touchpoint.exits
        yield (stage.touchpoints[-1].id if stage.touchpoints else stage.id), stage.exits


def _shares(ways: Iterable[Edge | Exit]) -> Iterator[Share]:
    return ((way.share, way.pointer) for way in ways if way.share is not None)

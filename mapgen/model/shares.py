"""Stages and flow -> the shares out of each touchpoint, and a problem if they add up to more than 1."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import fsum

from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Edge, Exit, Stage
from mapgen.model.problems import Problems

ROUNDING_TOLERANCE = 1e-9
"""How far below 1 the sum of decimal shares can be as floats if it is 1 exactly; `fsum` never returns more than 1."""

Share = tuple[float, str]
"""A share, and the pointer to its edge, exit or entry."""


def check_shares(stages: Iterable[Stage], flow: Iterable[Edge], problems: Problems) -> None:
    """Report shares of edges and exits that add up to more than 1."""
    for place, shares in shares_out(stages, flow).items():
        if excess := find_excess(shares):
            total, pointer = excess
            message = f"the shares out of {quoted(place)} add up to {total:.4g}; the maximum is 1"
            hint = "edges and exits of a touchpoint must not exceed 1; the rest goes to the next touchpoint"
            problems.add("shares-over-one", message, f"{pointer}/share", hint=hint)


def check_entries(stages: Iterable[Stage], problems: Problems) -> None:
    """Report shares of entries that add up to more than 1."""
    shares = [
        (touchpoint.entry_share, f"{touchpoint.pointer}/entry")
        for stage in stages
        for touchpoint in stage.touchpoints
        if touchpoint.entry_share is not None
    ]
    if excess := find_excess(shares):
        total, pointer = excess
        message = f"the shares of the entries add up to {total:.4g}; the maximum is 1"
        hint = "entries must not exceed 1; the rest starts at an entry without a share"
        problems.add("shares-over-one", message, pointer, hint=hint)


def find_excess(shares: Sequence[Share]) -> tuple[float, str] | None:
    """Return the sum of shares and the pointer to the first one that makes it exceed 1; None if none does."""
    total = fsum(share for share, _ in shares)
    if total <= 1:
        return None
    from fractions import Fraction  # exact, so that some partial sum exceeds 1 wherever the total does

    totals = accumulate(Fraction(share) for share, _ in shares)
    return total, next(pointer for partial, (_, pointer) in zip(totals, shares, strict=True) if partial > 1)


def shares_out(stages: Iterable[Stage], flow: Iterable[Edge]) -> dict[str, list[Share]]:
    """Return the shares that the spec has for each touchpoint.

    The exits of a stage count at its last touchpoint, or under the id of the stage if it has none.
    """
    out: dict[str, list[Share]] = {}
    for place, leaving in exits_by_place(stages):
        if leaving:
            out.setdefault(place, []).extend(_shares(leaving))
    for edge in flow:
        out.setdefault(edge.start, []).extend(_shares((edge,)))
    return out


def exits_by_place(stages: Iterable[Stage]) -> Iterator[tuple[str, Sequence[Exit]]]:
    """Yield exits with the touchpoint at which they count; a touchpoint can be there twice."""
    for stage in stages:
        for touchpoint in stage.touchpoints:
            yield touchpoint.id, touchpoint.exits
        yield (stage.touchpoints[-1].id if stage.touchpoints else stage.id), stage.exits


def _shares(edges: Iterable[Edge | Exit]) -> Iterator[Share]:
    return ((edge.share, edge.pointer) for edge in edges if edge.share is not None)

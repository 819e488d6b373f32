"""Customers who go no further -> the parts of a loss, as percentages that add up to it."""

from collections.abc import Iterator, Sequence
from math import fsum

from mapgen.analysis.apportion import apportioned
from mapgen.analysis.departures import Departure, ExitKey
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Exit
from mapgen.record import record

_FINE = 1000  # parts of a loss add up in tenths of a percent
_MIN_FINE = 10  # a smaller loss would leave its parts without a digit
_JOIN = " · "


@record
class LossPart:
    """Those who leave a stage for one reason: `size` is their part of all who begin, as a percentage.

    `explained` is whether the author gave a reason, and `converted` whether they have what they came for.
    """

    size: str
    label: str
    explained: bool
    converted: bool


def loss_parts(view: LaneContext, departures: Sequence[Departure]) -> Iterator[LossPart]:
    """Yield the parts of a loss with percentages that add up to it, then those who have converted."""
    lost = [part for part in departures if not part.converted]
    units = round(fsum(part.share for part in lost) * _FINE)
    fine = apportioned([part.share for part in lost], units)
    for part, count in zip(lost, fine, strict=True):
        share = count / _FINE if count and units >= _MIN_FINE else part.share
        label = _JOIN.join(part.reasons) or view.words("no-reason-given")
        yield LossPart(view.words.percent(share), label, bool(part.reasons), converted=False)
    for part in departures:
        if part.converted:
            label = _JOIN.join(part.reasons) or success(view)
            yield LossPart(view.words.percent(part.share), label, bool(part.reasons), converted=True)


def success(view: LaneContext) -> str:
    """Return the word for what counts as a conversion."""
    chances = view.analysis.chances
    return view.words(f"exit-{chances.success if chances else 'convert'}")


def exit_share(view: LaneContext, key: ExitKey, way: Exit) -> tuple[str | None, float | None]:
    """Return how many leave by an exit, in words that say of whom, and as a fraction of all who begin.

    If that fraction is unknown, the words give what the author stated: the part of those who are at the exit.
    """
    part = view.analysis.funnel.exits.get(key)
    if part is not None:
        return view.words("of-those-who-began", share=view.words.percent(part)), part
    stated = None if way.share is None else view.words("of-those-here", share=view.words.percent(way.share))
    return stated, None

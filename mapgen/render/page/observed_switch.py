"""View -> the switch of the page between plan, observed and both, and the figures that it puts into the pictures."""

from collections.abc import Iterator, Sequence

from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare, day
from mapgen.charts.observed_flow import MIN_SHARE, unplanned
from mapgen.charts.scenario_paths import ends, is_folded
from mapgen.lanes.lane import LaneContext
from mapgen.record import record
from mapgen.render.data.values import Data

_NONE = "-"
"""A figure that is hidden, or that there is none of."""


@record
class Cut:
    """A part of the data that one can choose: a period or a segment, by its name in the snapshot."""

    name: str
    title: str


@record
class ObservedSwitch:
    """What one can choose: all of the data, which `span` tells, or one of its periods or segments."""

    span: str
    periods: tuple[Cut, ...]
    segments: tuple[Cut, ...]


def observed_switch(view: LaneContext) -> ObservedSwitch | None:
    """Return what one can choose; None where nothing was observed."""
    seen, words = view.analysis.observed, view.words
    if seen is None:
        return None
    names = {segment.id: segment.name for segment in view.journey.segments} | {"other": words("other-segments")}
    since, until = words.date(day(seen.snapshot.since)), words.date(day(seen.snapshot.settled_until))
    return ObservedSwitch(
        words("duration-range", low=since, high=until),
        tuple(
            Cut(one.name, words("provisional", period=one.name) if one.provisional else one.name)
            for one in seen.periods
        ),
        tuple(Cut(one.name, names.get(one.name, one.name)) for one in seen.segments),
    )


def switch_data(view: LaneContext) -> dict[str, Data]:
    """Return the figures by the group of the picture that shows them; nothing where nothing was observed.

    Each row has the id of the group, whether the group is there only for what was observed, and the figures in one
    text: that of all of the data, and of each cut. `percent` is how 0 % is written, for all.
    """
    seen = view.analysis.observed
    if seen is None:
        return {}
    cuts = (seen.whole, *seen.periods, *seen.segments)
    flow = [] if is_folded(view) else [*_edges(view, cuts), *_unplanned(view, cuts), *_exits(cuts)]
    rows = [*flow, *_stages(seen, cuts)]
    groups: list[Data] = [[anchor, int(is_new), _written(view, figures)] for anchor, is_new, figures in rows]
    return {
        "observed": {
            "cuts": ["", *(cut.name for cut in cuts[1:])],
            "percent": view.words.percent(0),
            "arrow": view.words.arrow,
            "groups": groups,
            "as": _written(view, [cut.as_planned for cut in cuts]),
        }
    }


_Row = tuple[str, bool, list[float | None]]


def _edges(view: LaneContext, cuts: Sequence[Observation]) -> Iterator[_Row]:
    """Yield the transitions of the plan."""
    shares = [{(one.start, one.end): one.taken for one in cut.transitions} for cut in cuts]
    for number, way in enumerate(ends(view), 1):
        yield f"flow-edge-{number}", False, _figures([cut.get(way) for cut in shares])


def _unplanned(view: LaneContext, cuts: Sequence[Observation]) -> Iterator[_Row]:
    shares = [{(one.start, one.end): one.taken for one in cut.transitions} for cut in cuts]
    for number, one in enumerate(unplanned(view), 1):
        yield f"flow-observed-{number}", True, _figures([cut.get((one.start, one.end)) for cut in shares])


def _exits(cuts: Sequence[Observation]) -> Iterator[_Row]:
    """Yield the exits, also those of touchpoints that are not measured: they are the plan's alone."""
    for place, whole in cuts[0].touchpoints.items():
        share = whole.exit.share if whole.exit else None
        is_new = whole.exit is not None and not whole.exit.known
        if not is_new or (share or 0.0) >= MIN_SHARE:
            yield f"flow-exit-{place}.1", is_new, _figures([cut.touchpoints[place].exit for cut in cuts])


def _stages(seen: ObservedAnalysis, cuts: Sequence[Observation]) -> Iterator[_Row]:
    for place, stage in enumerate(seen.whole.stages):
        if place:
            yield f"funnel-stage-{stage.stage}", False, [cut.stages[place].share for cut in cuts]


def _figures(shares: Sequence[ObservedShare | None]) -> list[float | None]:
    return [one.share if one else None for one in shares]


def _written(view: LaneContext, figures: Sequence[float | None]) -> str:
    """Write figures without what each percentage has around its digits; one sign where there are none.

    Those of a part of the data have no decimals: they are of fewer.
    """
    if not any(figure is not None for figure in figures):
        return _NONE
    before, _, behind = view.words.percent(0).partition("0")
    texts = (
        _NONE if one is None else view.words.percent(one, decimals=0 if place else 1)
        for place, one in enumerate(figures)
    )
    return " ".join(text.removeprefix(before).removesuffix(behind) for text in texts)

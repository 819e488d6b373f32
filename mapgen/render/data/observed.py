"""ObservedAnalysis -> data: what was observed, beside what the plan says; null where it is hidden or not known."""

from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare, ObservedTouchpoint
from mapgen.observe.definitions import MICROSECONDS, bucket_range
from mapgen.render.data.values import Data, rounded, texts


def observed(found: ObservedAnalysis) -> dict[str, Data]:
    """Report what was observed: all of it, then each period and each segment."""
    seen = found.snapshot
    return {
        "since": seen.since,
        "until": seen.until,
        "settled_until": seen.settled_until,
        "hidden_below": seen.hidden_below,
        "of_this_plan": found.of_this_plan,
        "gone": texts(found.gone),
        **_observation(found.whole),
        "paths": [{"touchpoints": texts(path.touchpoints), "journeys": path.journeys} for path in seen.paths],
        "periods": [{"period": one.name, "provisional": one.provisional, **_observation(one)} for one in found.periods],
        "segments": [{"segment": one.name, **_observation(one)} for one in found.segments],
    }


def _observation(found: Observation) -> dict[str, Data]:
    journeys = found.journeys
    return {
        "journeys": {
            "over": journeys.over,
            "as_planned": journeys.as_planned,
            "unknown_transition": journeys.unknown_transition,
            "unknown_entry": journeys.unknown_entry,
            "unknown_exit": journeys.unknown_exit,
            "open": journeys.open,
            "may_have_begun_before": journeys.may_have_begun_before,
        },
        "as_planned": rounded(found.as_planned),
        "touchpoints": [_touchpoint(one) for one in found.touchpoints.values()],
        "transitions": [
            {
                "from": one.start,
                "to": one.end,
                **_share(one.taken),
                "median": _wait(one.median),
                "nine_in_ten": _wait(one.nine_in_ten),
            }
            for one in found.transitions
        ],
        "stages": [
            {
                "stage": one.stage,
                "in_order": one.in_order,
                "reached": one.reached,
                "share": rounded(one.share),
                "planned": rounded(one.planned),
            }
            for one in found.stages
        ],
    }


def _touchpoint(one: ObservedTouchpoint) -> Data:
    if not one.measured:
        return {"touchpoint": one.touchpoint, "measured": False}
    return {
        "touchpoint": one.touchpoint,
        "measured": True,
        "visits": one.visits,
        "customers": one.customers,
        "open": one.open,
        "onward": _share(one.onward) if one.onward else None,
        "exit": _share(one.exit) if one.exit else None,
        "entry": _share(one.entry) if one.entry else None,
    }


def _wait(bucket: int | None) -> Data:
    """Report a time in seconds, as precisely as it is known: between which two it is; the last has no end."""
    if bucket is None:
        return None
    return [None if end is None else rounded(end / MICROSECONDS) for end in bucket_range(bucket)]


def _share(one: ObservedShare) -> dict[str, Data]:
    return {
        "count": one.count,
        "of": one.of,
        "share": rounded(one.share),
        "interval": [rounded(one.interval.low), rounded(one.interval.high)],
        "planned": rounded(one.planned),
        "difference": rounded(one.difference),
        "differs": one.differs(),
        "on_the_map": one.known,
    }

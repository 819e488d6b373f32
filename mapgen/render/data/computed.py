"""Analysis -> data: what a map computes, so that nobody writes it by hand; null where it cannot be computed."""

from mapgen.analysis import Analysis
from mapgen.analysis.emotion import Point
from mapgen.analysis.evidence import Coverage
from mapgen.analysis.flow import FlowAnalysis, Way
from mapgen.analysis.loops import LoopAnalysis
from mapgen.analysis.outcomes import OutcomeAnalysis
from mapgen.analysis.ownership import Holding
from mapgen.analysis.times import Times
from mapgen.render.data.journey import handoff
from mapgen.render.data.values import Data, record, rounded, texts, time_sum


def computed(analysis: Analysis) -> dict[str, Data]:
    """Report everything that was computed."""
    opportunities = analysis.opportunities
    unsolved = frozenset(opportunities.open)
    return {
        "emotion": _emotion(analysis),
        "evidence": {
            **_coverage(analysis.evidence.total),
            "by_kind": {kind: _coverage(coverage) for kind, coverage in analysis.evidence.by_kind.items()},
        },
        "funnel": {
            "overall": rounded(analysis.funnel.overall),
            "largest_loss": analysis.funnel.largest_loss,
            "stages": [
                {
                    "stage": stage.stage,
                    "volume": stage.volume,
                    "conversion": rounded(stage.conversion),
                    "drop_off": rounded(stage.drop_off),
                    "basis": stage.basis,
                    "customers": rounded(stage.customers),
                    "reach": rounded(stage.reach),
                    "lost": rounded(stage.lost),
                }
                for stage in analysis.funnel.stages.values()
            ],
        },
        "opportunities": [
            {"opportunity": one.opportunity, _kind(analysis, one.place): one.place, "score": rounded(one.score)}
            for one in opportunities.ranked
        ],
        "pain_points": [
            {"pain_point": pain, "addressed_by": texts(by), "open": pain in unsolved}
            for pain, by in opportunities.addressed.items()
        ],
        "metrics": [
            {
                "metric": one.metric,
                "place": one.place,
                "gap": rounded(one.gap),
                "on_target": one.on_target,
                "interval": [rounded(one.interval.low), rounded(one.interval.high)] if one.interval else None,
            }
            for one in analysis.metrics.standings.values()
        ],
        "channels": _channels(analysis),
        "owners": [_holding(holding) for holding in analysis.ownership.holdings.values()],
        "participants": [
            {
                "persona": part.persona,
                "touchpoints": texts(part.touchpoints),
                "scores": dict(part.scores),
                "questions": [question.text for question in part.questions],
                "decides": part.persona in analysis.participants.deciders,
            }
            for part in analysis.participants.parts
        ],
        "times": {
            **_times(analysis.times.journey),
            "stages": [{"stage": stage, **_times(times)} for stage, times in analysis.times.stages.items()],
        },
        "flow": _flow(analysis.flow),
        "loops": _loops(analysis.loops),
        "chances": chances(analysis.chances),
        **_observed(analysis),
    }


def _observed(analysis: Analysis) -> dict[str, Data]:
    """Report what was observed, where there is a snapshot."""
    if analysis.observed is None:
        return {}
    from mapgen.render.data.observed import observed

    return {"observed": observed(analysis.observed)}


def _times(times: Times) -> dict[str, Data]:
    """Report the sums of a stage or of the journey."""
    return {"duration": time_sum(times.duration), "wait": time_sum(times.wait)}


def chances(found: OutcomeAnalysis | None) -> Data:
    """Report what becomes of those who begin."""
    if found is None:
        return None
    return {
        "success": found.success,
        "conversion": rounded(found.conversion),
        "length": rounded(found.length),
        "length_to_conversion": rounded(found.length_to_conversion),
        "unknown": rounded(found.unknown),
        "open": texts(found.open),
        "trapped": rounded(found.trapped),
        "endings": [
            {"end": one.outcome, "touchpoint": one.touchpoint, "reason": one.reason, "share": rounded(one.share)}
            for one in found.endings
        ],
        "visits": {place: rounded(count) for place, count in found.visits.items()},
        "worth": [
            {"touchpoint": one.touchpoint, "reach": rounded(one.reach), "effect": rounded(one.effect)}
            for one in found.worth
        ],
    }


def _emotion(analysis: Analysis) -> Data:
    emotion = analysis.emotion
    drop = emotion.steepest_drop
    return {
        "peak": _point(analysis, emotion.peak),
        "trough": _point(analysis, emotion.trough),
        "end": _point(analysis, emotion.end),
        "peak_end": rounded(emotion.peak_end),
        "steepest_drop": {"from": drop.start, "to": drop.end, "fall": rounded(drop.fall)} if drop else None,
        "curves": [{"persona": persona, "scores": dict(curve)} for persona, curve in emotion.series],
    }


def _point(analysis: Analysis, point: Point | None) -> Data:
    return {_kind(analysis, point[0]): point[0], "score": point[1]} if point else None


def _kind(analysis: Analysis, place: str) -> str:
    """Return the key under which a place (id) is reported."""
    return "stage" if place in analysis.funnel.stages else "touchpoint"


def _coverage(coverage: Coverage) -> dict[str, Data]:
    return {"claims": coverage.claims, "backed": coverage.backed, "share": rounded(coverage.share)}


def _channels(analysis: Analysis) -> Data:
    """Report how often each stage uses each channel, and which stages live on one."""
    stages = analysis.channels.stages
    only: dict[str, list[Data]] = {}
    for stage, channel in analysis.channels.single:
        only.setdefault(channel, []).append(stage)
    return [
        {
            "channel": use.channel,
            "touchpoints": use.total,
            "stages": dict(zip(stages, use.counts, strict=True)),
            "alone_in": only.get(use.channel, []),
        }
        for use in analysis.channels.uses
    ]


def _holding(holding: Holding) -> Data:
    return {
        "owner": holding.owner,
        "stages": texts(holding.stages),
        "touchpoints": texts(holding.touchpoints),
        "pain_points": texts(holding.pain_points),
        "opportunities": texts(holding.opportunities),
        "contributes_to": texts(holding.contributes_to),
    }


def _flow(flow: FlowAnalysis) -> Data:
    return {
        "entries": texts(flow.entries),
        "ends": texts(flow.ends),
        "unreachable": texts(flow.unreachable),
        "stuck": texts(flow.stuck),
        "ways": [_way(way) for way in flow.ways],
    }


def _loops(loops: LoopAnalysis) -> Data:
    return {
        "back": [{"from": way.start, "to": way.end, "share": rounded(way.share)} for way in loops.back],
        "traps": [texts(trap) for trap in loops.traps],
        "overlaps": [texts(pair) for pair in loops.overlaps],
        "repeating": texts(loops.repeating),
        "revisited": texts(loops.revisited),
        "gaps": [{"touchpoint": gap.touchpoint, "stated": rounded(gap.stated), "open": gap.open} for gap in loops.gaps],
    }


def _way(way: Way) -> Data:
    told = record(from_=way.start, to=way.end, kind=way.kind, trigger=way.trigger, handoff=handoff(way.handoff))
    return {**told, "share": rounded(way.share), "implied": way.implied}

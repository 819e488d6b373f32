"""Analysis -> data: what a map computes, so that nobody writes it by hand; null where it cannot be computed."""

from mapgen.analysis import Analysis
from mapgen.analysis.emotion import EmotionAnalysis, Point
from mapgen.analysis.evidence import Coverage
from mapgen.analysis.flow import FlowAnalysis, Way
from mapgen.analysis.ownership import Holding
from mapgen.render.data.journey import handoff
from mapgen.render.data.values import Data, record, rounded, texts


def computed(analysis: Analysis) -> dict[str, Data]:
    """Tell everything that was computed."""
    opportunities = analysis.opportunities
    unsolved = frozenset(opportunities.open)
    return {
        "emotion": _emotion(analysis.emotion),
        "evidence": {
            **_coverage(analysis.evidence.total),
            "by_kind": {kind: _coverage(coverage) for kind, coverage in analysis.evidence.by_kind.items()},
        },
        "funnel": {
            "overall": rounded(analysis.funnel.overall),
            "stages": [
                {
                    "stage": stage.stage,
                    "volume": stage.volume,
                    "conversion": rounded(stage.conversion),
                    "drop_off": rounded(stage.drop_off),
                    "basis": stage.basis,
                }
                for stage in analysis.funnel.stages.values()
            ],
        },
        "opportunities": [
            {"opportunity": one.opportunity, "touchpoint": one.touchpoint, "score": rounded(one.score)}
            for one in opportunities.ranked
        ],
        "pain_points": [
            {"pain_point": pain, "addressed_by": texts(by), "open": pain in unsolved}
            for pain, by in opportunities.addressed.items()
        ],
        "metrics": [
            {"metric": one.metric, "place": one.place, "gap": rounded(one.gap), "on_target": one.on_target}
            for one in analysis.metrics.standings.values()
        ],
        "channels": _channels(analysis),
        "owners": [_holding(holding) for holding in analysis.ownership.holdings.values()],
        "flow": _flow(analysis.flow),
    }


def _emotion(emotion: EmotionAnalysis) -> Data:
    drop = emotion.steepest_drop
    return {
        "peak": _point(emotion.peak),
        "trough": _point(emotion.trough),
        "end": _point(emotion.end),
        "peak_end": rounded(emotion.peak_end),
        "steepest_drop": {"from": drop.start, "to": drop.end, "fall": rounded(drop.fall)} if drop else None,
        "curves": [{"persona": persona, "scores": dict(curve)} for persona, curve in emotion.series],
    }


def _point(point: Point | None) -> Data:
    return {"touchpoint": point[0], "score": point[1]} if point else None


def _coverage(coverage: Coverage) -> dict[str, Data]:
    return {"claims": coverage.claims, "backed": coverage.backed, "share": rounded(coverage.share)}


def _channels(analysis: Analysis) -> Data:
    """Tell how often each stage uses each channel, and which stages live on one."""
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


def _way(way: Way) -> Data:
    told = record(from_=way.start, to=way.end, kind=way.kind, trigger=way.trigger, handoff=handoff(way.handoff))
    return {**told, "share": rounded(way.share), "implied": way.implied}

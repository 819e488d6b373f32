"""Journey -> Analysis: what a map computes, so that nobody writes it by hand."""

from typing import TYPE_CHECKING

from mapgen.analysis.channels import ChannelAnalysis, analyze_channels
from mapgen.analysis.emotion import EmotionAnalysis, analyze_emotion
from mapgen.analysis.evidence import EvidenceAnalysis, analyze_evidence
from mapgen.analysis.flow import FlowAnalysis, analyze_flow
from mapgen.analysis.funnel import FunnelAnalysis, analyze_funnel
from mapgen.analysis.loops import LoopAnalysis, analyze_loops
from mapgen.analysis.metrics import MetricAnalysis, analyze_metrics
from mapgen.analysis.opportunities import OpportunityAnalysis, analyze_opportunities
from mapgen.analysis.outcomes import OutcomeAnalysis, analyze_outcomes
from mapgen.analysis.ownership import OwnershipAnalysis, analyze_ownership
from mapgen.analysis.participants import ParticipantAnalysis, analyze_participants
from mapgen.analysis.times import TimeAnalysis, analyze_times
from mapgen.analysis.transitions import TransitionModel, find_transitions
from mapgen.model.journey import Journey
from mapgen.record import record

if TYPE_CHECKING:
    from mapgen.analysis.observation import ObservedAnalysis


@record
class Analysis:
    """The answers to all questions about one journey; what cannot be computed is None, never guessed.

    `chances` are None where neither the spec nor a snapshot says anything of shares, `observed` without a snapshot.
    Of a spec without any share, `chances` are those that were observed, and so is its `funnel` if it has no volume.
    """

    emotion: EmotionAnalysis
    channels: ChannelAnalysis
    evidence: EvidenceAnalysis
    funnel: FunnelAnalysis
    flow: FlowAnalysis
    loops: LoopAnalysis
    chances: OutcomeAnalysis | None
    opportunities: OpportunityAnalysis
    ownership: OwnershipAnalysis
    metrics: MetricAnalysis
    participants: ParticipantAnalysis
    times: TimeAnalysis
    observed: "ObservedAnalysis | None" = None


def analyze(journey: Journey) -> Analysis:
    """Return what can be computed from a journey, in time that grows with its size."""
    flow = analyze_flow(journey)
    movement = find_transitions(journey, flow)
    chances = analyze_outcomes(movement)
    funnel = analyze_funnel(journey, flow, chances)
    observed = _observed(journey, flow, movement, funnel)
    if observed and not movement.told:
        from mapgen.analysis.observed_movement import observed_movement

        chances = analyze_outcomes(observed_movement(journey, flow, observed.whole))
        if all(stage.volume is None for stage in journey.stages):
            counts = {stage.stage: stage.in_order for stage in observed.whole.stages}
            funnel = analyze_funnel(journey, flow, chances, counts)
    return Analysis(
        emotion=analyze_emotion(journey),
        channels=analyze_channels(journey),
        evidence=analyze_evidence(journey),
        funnel=funnel,
        flow=flow,
        loops=analyze_loops(journey, flow, movement),
        chances=chances,
        opportunities=analyze_opportunities(journey),
        ownership=analyze_ownership(journey),
        metrics=analyze_metrics(journey),
        participants=analyze_participants(journey),
        times=analyze_times(journey),
        observed=observed,
    )


def _observed(
    journey: Journey, flow: FlowAnalysis, movement: TransitionModel, funnel: FunnelAnalysis
) -> "ObservedAnalysis | None":
    """Compare with what was observed; its modules are imported only where there is a snapshot."""
    if journey.observed is None:
        return None
    from mapgen.analysis.observed import compare

    return compare(journey, flow, movement, funnel, journey.observed, mapping=_mapping(journey))


def _mapping(journey: Journey) -> str | None:
    """Return the digest of the plan as it would be counted now; None where the spec maps no events."""
    if journey.events is None:
        return None
    from mapgen.analysis.planned_flow import observable_plan
    from mapgen.observe.plan import mapping_digest

    return mapping_digest(observable_plan(journey), journey.events)

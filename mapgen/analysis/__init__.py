"""Journey -> Analysis: what a map computes, so that nobody writes it by hand."""

from mapgen.analysis.chances import Chances, analyse_chances
from mapgen.analysis.channels import ChannelAnalysis, analyse_channels
from mapgen.analysis.emotion import EmotionAnalysis, analyse_emotion
from mapgen.analysis.evidence import EvidenceAnalysis, analyse_evidence
from mapgen.analysis.flow import FlowAnalysis, analyse_flow
from mapgen.analysis.funnel import FunnelAnalysis, analyse_funnel
from mapgen.analysis.loops import LoopAnalysis, analyse_loops
from mapgen.analysis.metrics import MetricAnalysis, analyse_metrics
from mapgen.analysis.moves import find_moves
from mapgen.analysis.opportunities import OpportunityAnalysis, analyse_opportunities
from mapgen.analysis.ownership import OwnershipAnalysis, analyse_ownership
from mapgen.analysis.participants import ParticipantAnalysis, analyse_participants
from mapgen.model.journey import Journey
from mapgen.record import record


@record
class Analysis:
    """The answers to all questions about one journey; what cannot be computed is None, never guessed.

    `chances` are None where the spec says nothing of shares.
    """

    emotion: EmotionAnalysis
    channels: ChannelAnalysis
    evidence: EvidenceAnalysis
    funnel: FunnelAnalysis
    flow: FlowAnalysis
    loops: LoopAnalysis
    chances: Chances | None
    opportunities: OpportunityAnalysis
    ownership: OwnershipAnalysis
    metrics: MetricAnalysis
    participants: ParticipantAnalysis


def analyse(journey: Journey) -> Analysis:
    """Return what can be computed from a journey, in time that grows with its size."""
    flow = analyse_flow(journey)
    movement = find_moves(journey, flow)
    chances = analyse_chances(movement)
    return Analysis(
        emotion=analyse_emotion(journey),
        channels=analyse_channels(journey),
        evidence=analyse_evidence(journey),
        funnel=analyse_funnel(journey, flow, chances),
        flow=flow,
        loops=analyse_loops(journey, flow, movement),
        chances=chances,
        opportunities=analyse_opportunities(journey),
        ownership=analyse_ownership(journey),
        metrics=analyse_metrics(journey),
        participants=analyse_participants(journey),
    )

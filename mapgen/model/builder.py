"""Source -> Journey: names are resolved, defaults are filled in, and contradictions are reported.

The data has the right shape already (`schema.check`). A spec may reference what comes later, so ids are read first:

    declarations   owners, channels, evidence, segments, personas
    places         the ids of stages, touchpoints, pain points, opportunities, metrics
    stages         each with its content
    flow           edges and scenarios, in touchpoints
"""

from typing import TYPE_CHECKING

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.context import BuildContext
from mapgen.model.declarations import read_declarations, shared_of
from mapgen.model.durations import read_duration
from mapgen.model.emotions import DEFAULT_SCALE, read_scale
from mapgen.model.enums import CURVE_GAPS, MARKETS, STATES
from mapgen.model.event_checks import check_events
from mapgen.model.events import read_event_mapping
from mapgen.model.experiments import read_experiments
from mapgen.model.extras import read_extras
from mapgen.model.flow import find_adjacency, read_flow, read_scenarios
from mapgen.model.ids import given_id, short_slug
from mapgen.model.journey import Edge, Journey, PosterChoice, Review, Stage
from mapgen.model.lanes import check_lanes, read_lane_titles, read_lanes
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems
from mapgen.model.shares import check_entries, check_shares
from mapgen.model.spec_index import index_spec
from mapgen.model.stages import read_stage
from mapgen.model.values import read_date, read_links
from mapgen.source.tree import Source

if TYPE_CHECKING:
    from mapgen.model.library import LibraryUse

LANGUAGE = "en"
THEME = "default"


def build(source: Source, use: "LibraryUse | None" = None) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    """Return the journey of a spec and what is worth a warning, or everything that is wrong with it.

    The diagnostics are in the order of the text.

    `use` are the libraries that the spec uses, none of which has errors.
    """
    problems = Problems(source)
    root = SpecNode(source.data if isinstance(source.data, dict) else {}, "", problems)
    declared = read_declarations(root, shared_of(use, problems))
    context = BuildContext(declared, index_spec(root, declared.budget), read_scale(root))
    stages = tuple(read_stage(place, context) for place in context.places.all)
    flow = read_flow(root, context)
    check_shares(stages, flow, problems)
    check_entries(stages, problems)
    journey = _journey(root, context, stages, flow)
    check_events(stages, journey.events, problems)
    check_lanes(root, journey)
    diagnostics = problems.diagnostics()
    failed = any(one.severity is Severity.ERROR for one in diagnostics)
    return (None if failed else journey), diagnostics


def _journey(root: SpecNode, context: BuildContext, stages: tuple[Stage, ...], flow: tuple[Edge, ...]) -> Journey:
    goals, review = root.child("goals"), _review(root, context)
    curve = root.child("emotion_curve")
    scenarios, experiments = (
        read_scenarios(root, context, find_adjacency(stages, flow)),
        read_experiments(root, context),
    )
    declared = context.declared
    events = read_event_mapping(root, context)
    declared.settle()  # all references are read
    return Journey(
        id=given_id(root) or short_slug(root.required_text("title")),
        title=root.required_text("title"),
        language=root.text("language") or LANGUAGE,
        summary=root.text("summary"),
        state=root.choice("state", STATES),
        market=root.choice("market", MARKETS),
        scenario=root.text("scenario"),
        customer_goals=goals.texts("customer") if goals else (),
        business_goals=goals.texts("business") if goals else (),
        scale=context.scale or DEFAULT_SCALE,
        curve_gaps=(curve.choice("gaps", CURVE_GAPS) if curve else None) or "join",
        duration=read_duration(root, "duration", is_range=True),
        period=read_duration(root, "period"),
        review=review,
        poster=_poster(root, context),
        links=read_links(root),
        segments=tuple(declared.segments),
        personas=tuple(declared.personas),
        owners=tuple(declared.owners),
        channels=tuple(declared.channels),
        evidence=tuple(declared.evidence),
        events=events,
        stages=stages,
        flow=flow,
        scenarios=scenarios,
        experiments=experiments,
        lanes=read_lanes(root),
        lane_titles=read_lane_titles(root),
        theme=root.text("theme") or THEME,
        extras=read_extras(root),
    )


def _review(root: SpecNode, context: BuildContext) -> Review | None:
    node = root.child("review")
    if node is None:
        return None
    return Review(context.declared.owners.one(node, "owner"), read_date(node, "reviewed"), read_duration(node, "every"))


def _poster(root: SpecNode, context: BuildContext) -> PosterChoice | None:
    node = root.child("poster")
    if node is None:
        return None
    places = context.places
    return PosterChoice(
        node.text("headline"), places.touchpoints.each(node, "voices"), places.pain_points.each(node, "pains")
    )

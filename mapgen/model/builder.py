"""Source -> Journey: names become references, defaults are filled in, and all that contradicts itself is told.

The data has the right shape already (`schema.check`). A spec may name what comes later, so ids come first:

    declarations   owners, channels, evidence, segments, personas
    places         the ids of stages, touchpoints, pain points, opportunities, metrics
    stages         each with what stands in it
    ways           the flow and the scenarios, in touchpoints
"""

from collections.abc import Iterable

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.model.choices import MARKETS, STATES
from mapgen.model.declarations import read_declarations
from mapgen.model.emotions import DEFAULT_SCALE, read_scale
from mapgen.model.experiments import read_experiments
from mapgen.model.extras import PREFIX, read_extras
from mapgen.model.ids import slug
from mapgen.model.journey import Edge, Extra, Journey, Review, Stage
from mapgen.model.node import Node
from mapgen.model.places import find_places
from mapgen.model.problems import Problems
from mapgen.model.shares import check_entries, check_shares
from mapgen.model.stages import read_stage
from mapgen.model.surroundings import Surroundings
from mapgen.model.values import read_date, read_duration, read_links
from mapgen.model.ways import find_ways, read_flow, read_scenarios
from mapgen.source.tree import Source

LANGUAGE = "en"
THEME = "default"


def build(source: Source) -> tuple[Journey | None, tuple[Diagnostic, ...]]:
    """Return the journey of a spec, or all that keeps it from being one, in the order of the text."""
    problems = Problems(source)
    root = Node(source.data if isinstance(source.data, dict) else {}, "", problems)
    declared = read_declarations(root)
    around = Surroundings(declared, find_places(root, declared.patience), read_scale(root))
    stages = tuple(read_stage(place, around) for place in around.places.all)
    flow = read_flow(root, around)
    check_shares(stages, flow, problems)
    check_entries(stages, problems)
    journey = _journey(root, around, stages, flow)
    _check_lanes(root, journey)
    told = problems.told()
    return (None if told else journey), told


def _journey(root: Node, around: Surroundings, stages: tuple[Stage, ...], flow: tuple[Edge, ...]) -> Journey:
    goals = root.child("goals")
    return Journey(
        id=root.text("id") or slug(root.said("title")) or "journey",
        title=root.said("title"),
        language=root.text("language") or LANGUAGE,
        summary=root.text("summary"),
        state=root.choice("state", STATES),
        market=root.choice("market", MARKETS),
        scenario=root.text("scenario"),
        customer_goals=goals.texts("customer") if goals else (),
        business_goals=goals.texts("business") if goals else (),
        scale=around.scale or DEFAULT_SCALE,
        duration=read_duration(root, "duration"),
        period=read_duration(root, "period"),
        review=_review(root, around),
        links=read_links(root),
        segments=tuple(around.declared.segments),
        personas=tuple(around.declared.personas),
        owners=tuple(around.declared.owners),
        channels=tuple(around.declared.channels),
        evidence=tuple(around.declared.evidence),
        stages=stages,
        flow=flow,
        scenarios=read_scenarios(root, around, find_ways(stages, flow)),
        experiments=read_experiments(root, around),
        lanes=root.texts("lanes"),
        theme=root.text("theme") or THEME,
        extras=read_extras(root),
    )


def _review(root: Node, around: Surroundings) -> Review | None:
    node = root.child("review")
    if node is None:
        return None
    return Review(around.declared.owners.one(node, "owner"), read_date(node, "reviewed"), read_duration(node, "every"))


def _check_lanes(root: Node, journey: Journey) -> None:
    carried = {extra.key for extras in _extras(journey) for extra in extras}
    for index, lane in enumerate(journey.lanes):
        if lane.startswith(PREFIX) and lane not in carried:
            message = f"no stage or touchpoint has a key {quoted(lane)}, so its lane is empty"
            hint = f"write `{lane}: …` in a stage or touchpoint, or take the lane out"
            root.problems.add("unknown-lane", message, f"/lanes/{index}", hint=hint)


def _extras(journey: Journey) -> Iterable[tuple[Extra, ...]]:
    for stage in journey.stages:
        yield stage.extras
        yield from (touchpoint.extras for touchpoint in stage.touchpoints)

"""The stages of a spec -> an index of their content by id: everything that the rest of the spec can reference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from mapgen.model.ids import assign, derive, given, given_id, name_all, slug
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems
from mapgen.model.references import ComparisonBudget, ReferenceTable, Referent
from mapgen.record import record

BLUEPRINT = ("frontstage", "backstage", "support")
"""The keys with the items of the blueprint."""


@record
class IndexedStage:
    """A stage and its touchpoints before they are read, with their ids."""

    id: str
    stage: SpecNode
    touchpoints: tuple[tuple[str, SpecNode], ...]


@record
class SpecIndex:
    """The content of the stages.

    `ids` maps the pointer of a stage, touchpoint, pain point or opportunity to its id; the tables resolve references.
    `either` has stages and touchpoints, whose ids share one namespace, as the touchpoints that each stands for.
    """

    all: tuple[IndexedStage, ...]
    ids: Mapping[str, str]
    stages: ReferenceTable[str]
    touchpoints: ReferenceTable[str]
    either: ReferenceTable[tuple[str, ...]]
    pain_points: ReferenceTable[str]
    opportunities: ReferenceTable[str]


def index_spec(root: SpecNode, budget: ComparisonBudget) -> SpecIndex:
    """Return the index of stages, touchpoints, pain points and opportunities."""
    places = _places(root)
    pains, pain_ids = _within(places, "pain_points", "pain point", root.problems)
    ideas, idea_ids = _within(places, "opportunities", "opportunity", root.problems)
    stages = [_stage_entry(place) for place in places]
    touchpoints = [
        Referent(
            "touchpoint", ident, node.required_text("name"), ident, node.pointer, _is_given(node), home.id, home.name
        )
        for place, home in zip(places, stages, strict=True)
        for ident, node in place.touchpoints
    ]
    inside = [tuple(ident for ident, _ in place.touchpoints) for place in places]
    ends = [entry.meaning(few) for entry, few in zip(stages, inside, strict=True)]
    ends += [entry.meaning((entry.id,)) for entry in touchpoints]
    return SpecIndex(
        all=places,
        ids={entry.pointer: entry.id for entry in (*stages, *touchpoints)} | pain_ids | idea_ids,
        stages=ReferenceTable("stage", stages, budget),
        touchpoints=ReferenceTable("touchpoint", touchpoints, budget),
        either=ReferenceTable("touchpoint or stage", ends, budget),
        pain_points=ReferenceTable("pain point", pains, budget),
        opportunities=ReferenceTable("opportunity", ideas, budget),
    )


def metric_id(node: SpecNode) -> str:
    """Return the id of a metric: the same name in two places is one metric, measured twice."""
    return given_id(node) or slug(node.required_text("name"))


def metric_table(places: SpecIndex, budget: ComparisonBudget) -> ReferenceTable[str]:
    """Return the metrics by all their names: `completion`, `purchase.completion`, `enter-card.completion`."""
    entries: list[Referent[str]] = []
    for place in places.all:
        for ident, node in ((place.id, place.stage), *place.touchpoints):
            homes = {place.id: place.stage.required_text("name"), ident: node.required_text("name")}
            for metric in node.children("metrics"):
                entries += _metric_entries(metric, homes)
    return ReferenceTable("metric", entries, budget)


def _metric_entries(node: SpecNode, homes: Mapping[str, str]) -> Iterator[Referent[str]]:
    ident, name = metric_id(node), node.required_text("name")
    yield Referent("metric", ident, name, ident, node.pointer, _is_given(node))
    for home, called in homes.items():
        yield Referent("metric", f"{home}.{ident}", f"{called}.{name}", f"{home}.{ident}", node.pointer, is_given=True)


def _places(root: SpecNode) -> tuple[IndexedStage, ...]:
    """Return the stages with their ids, which come before those of touchpoints of the same name."""
    stages = root.children("stages", short="name")
    inside = [stage.children("touchpoints", short="name") for stage in stages]
    of_stages = name_all(stages, "stage")
    stage_ids = derive(of_stages, {given_id(node) or "" for node in (*stages, *chain.from_iterable(inside))})
    of_touchpoints = [
        named
        for stage, few in zip(stages, inside, strict=True)
        for named in name_all(few, "touchpoint", home=stage_ids[stage.pointer])
    ]
    taken = given((*of_stages, *of_touchpoints), root.problems)
    ids = derive(of_touchpoints, taken | set(stage_ids.values()))
    return tuple(
        IndexedStage(stage_ids[stage.pointer], stage, tuple((ids[node.pointer], node) for node in few))
        for stage, few in zip(stages, inside, strict=True)
    )


def _stage_entry(place: IndexedStage) -> Referent[str]:
    node = place.stage
    return Referent("stage", place.id, node.required_text("name"), place.id, node.pointer, _is_given(node))


def _within(
    places: Iterable[IndexedStage], key: str, kind: str, problems: Problems
) -> tuple[list[Referent[str]], dict[str, str]]:
    """Return the items under a key of stages and touchpoints, and the id of each by its pointer."""
    found = [
        (named, node.required_text("name"))
        for place in places
        for ident, node in ((place.id, place.stage), *place.touchpoints)
        if (items := _listed(node, key))
        for named in name_all(items, kind, by="text", home=ident)
    ]
    ids = assign([named for named, _ in found], problems)
    entries = [
        Referent(
            kind, ids[one.pointer], one.name, ids[one.pointer], one.pointer, one.id is not None, one.home, home_name
        )
        for one, home_name in found
    ]
    return entries, ids


def _listed(node: SpecNode, key: str) -> Sequence[SpecNode]:
    """Return the items under a key of a stage or touchpoint, then those of its blueprint."""
    own = node.children(key, short="text")
    lanes = [lane for lane in BLUEPRINT if lane in node.fields]
    if not lanes:
        return own
    items = (item for lane in lanes for item in node.children(lane, short="text"))
    return [*own, *(found for item in items for found in item.children(key, short="text"))]


def _is_given(node: SpecNode) -> bool:
    return "id" in node.fields

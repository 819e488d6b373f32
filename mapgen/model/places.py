"""The stages of a spec -> what stands in them, each with its id: all that the rest of the spec may name."""

from collections.abc import Iterable, Mapping, Sequence

from mapgen.model.ids import assign, name_all, slug
from mapgen.model.node import Node
from mapgen.model.references import Patience, Table
from mapgen.record import record

BY_ID = "name it by its id, by default the slug of its {}"


@record
class Place:
    """A stage with its touchpoints, before they are read; the ids are theirs."""

    id: str
    stage: Node
    touchpoints: tuple[tuple[str, Node], ...]


@record
class Places:
    """What stands in the stages.

    `ids` leads from the pointer of a stage, touchpoint, pain point or opportunity to its id; the tables tell whether a
    word names one. `either` holds stages and touchpoints: their ids share one namespace.
    """

    all: tuple[Place, ...]
    ids: Mapping[str, str]
    stages: Table[str]
    touchpoints: Table[str]
    either: Table[str]
    pain_points: Table[str]
    opportunities: Table[str]


def find_places(root: Node, patience: Patience) -> Places:
    """Return stages and touchpoints, pain points and opportunities by id."""
    stages = root.children("stages", short="name")
    inside = [stage.children("touchpoints", short="name") for stage in stages]
    touchpoints = [touchpoint for few in inside for touchpoint in few]
    pains = _within(touchpoints, "pain_points")
    ideas = _within(touchpoints, "opportunities")
    places = assign(name_all(stages, "stage") + name_all(touchpoints, "touchpoint"), root.problems)
    pain_ids = assign(name_all(pains, "pain point", by="text"), root.problems)
    idea_ids = assign(name_all(ideas, "opportunity", by="text"), root.problems)
    together = tuple(
        Place(places[stage.pointer], stage, tuple((places[node.pointer], node) for node in few))
        for stage, few in zip(stages, inside, strict=True)
    )

    def table(kind: str, nodes: Sequence[Node], ids: Mapping[str, str], called: str = "name") -> Table[str]:
        names = [(ids[node.pointer], node.said(called)) for node in nodes]
        return Table(kind, {ident: ident for ident, _ in names}, names, BY_ID.format(called), patience)

    return Places(
        all=together,
        ids=places | pain_ids | idea_ids,
        stages=table("stage", stages, places),
        touchpoints=table("touchpoint", touchpoints, places),
        either=table("touchpoint or stage", [*stages, *touchpoints], places),
        pain_points=table("pain point", pains, pain_ids, "text"),
        opportunities=table("opportunity", ideas, idea_ids, "text"),
    )


def metric_id(node: Node) -> str:
    """Return the id of a metric: the same name in two places is one metric, measured twice."""
    return node.text("id") or slug(node.said("name")) or "metric"


def metric_table(places: Places, patience: Patience) -> Table[str]:
    """Return the metrics by all words that name them: `completion`, `purchase.completion`, `enter-card.completion`."""
    names: dict[str, str] = {}
    for place in places.all:
        for ident, node in ((place.id, place.stage), *place.touchpoints):
            for metric in node.children("metrics"):
                own = metric_id(metric)
                for word in (own, f"{place.id}.{own}", f"{ident}.{own}"):
                    names[word] = metric.said("name")
    hint = "name it by its id, by default the slug of its name, or by `stage.metric`"
    return Table("metric", {word: word for word in names}, list(names.items()), hint, patience)


def _within(nodes: Iterable[Node], key: str) -> list[Node]:
    return [item for node in nodes for item in node.children(key, short="text")]

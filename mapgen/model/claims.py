"""What a spec states about a stage or a touchpoint -> pain points, delights, opportunities, metrics, exits."""

from mapgen.model.context import BuildContext
from mapgen.model.durations import read_duration
from mapgen.model.enums import BETTER, EXIT_KINDS, SEVERITIES, STATUSES, TURNS
from mapgen.model.facts import (
    BlueprintItem,
    Delight,
    Exit,
    Interval,
    Metric,
    MomentOfTruth,
    Opportunity,
    PainPoint,
    Reading,
)
from mapgen.model.node import SpecNode, scalar_text
from mapgen.model.quotations import read_quotes
from mapgen.model.spec_index import metric_id
from mapgen.model.values import read_date, read_links


def read_metrics(node: SpecNode, context: BuildContext) -> tuple[Metric, ...]:
    """Return the metrics of a stage or a touchpoint."""
    if "metrics" not in node.fields:
        return ()
    return tuple(_metric(item, context) for item in node.children("metrics"))


def read_exits(node: SpecNode, context: BuildContext) -> tuple[Exit, ...]:
    """Return the exits of a stage or a touchpoint."""
    if "exits" not in node.fields:
        return ()
    exits = []
    for item in node.children("exits"):
        kind = item.choice("kind", EXIT_KINDS)
        if kind is not None:
            evidence = context.declared.evidence.each(item, "evidence")
            exits.append(Exit(kind, item.number("share"), item.text("reason"), evidence, item.pointer))
    return tuple(exits)


def read_moment_of_truth(node: SpecNode) -> MomentOfTruth | None:
    """Return the moment of truth that a stage or touchpoint is."""
    moment = node.child("moment_of_truth", short="for")
    return MomentOfTruth(moment.choice("for", TURNS), moment.text("why"), moment.pointer) if moment else None


def read_pain_points(node: SpecNode, context: BuildContext) -> tuple[PainPoint, ...]:
    """Return the pain points of a stage or a touchpoint."""
    return tuple(
        PainPoint(
            id=context.places.ids[item.pointer],
            text=item.required_text("text"),
            kind=item.text("kind"),
            severity=item.choice("severity", SEVERITIES),
            quotes=read_quotes(item, context.declared.personas, context.declared.evidence),
            evidence=context.declared.evidence.each(item, "evidence"),
            owner=context.declared.owners.one(item, "owner"),
            pointer=item.pointer,
        )
        for item in node.children("pain_points", short="text")
    )


def read_blueprint(node: SpecNode, key: str, context: BuildContext) -> tuple[BlueprintItem, ...]:
    """Return the items of one lane of the blueprint of a touchpoint."""
    if key not in node.fields:
        return ()
    return tuple(
        BlueprintItem(
            text=item.required_text("text"),
            by=context.declared.owners.one(item, "by"),
            duration=read_duration(item, "duration", is_range=True),
            pain_points=read_pain_points(item, context),
            pointer=item.pointer,
        )
        for item in node.children(key, short="text")
    )


def read_delights(node: SpecNode, context: BuildContext) -> tuple[Delight, ...]:
    """Return the delights of a stage or a touchpoint."""
    if "delights" not in node.fields:
        return ()
    return tuple(
        Delight(item.required_text("text"), context.declared.evidence.each(item, "evidence"), item.pointer)
        for item in node.children("delights", short="text")
    )


def read_opportunities(node: SpecNode, context: BuildContext) -> tuple[Opportunity, ...]:
    """Return the opportunities of a stage or a touchpoint."""
    return tuple(
        Opportunity(
            id=context.places.ids[item.pointer],
            text=item.required_text("text"),
            addresses=context.places.pain_points.each(item, "addresses"),
            impact=item.number("impact"),
            effort=item.number("effort"),
            status=item.choice("status", STATUSES),
            owner=context.declared.owners.one(item, "owner"),
            links=read_links(item),
            pointer=item.pointer,
        )
        for item in node.children("opportunities", short="text")
    )


def _metric(node: SpecNode, context: BuildContext) -> Metric:
    return Metric(
        id=metric_id(node),
        name=node.required_text("name"),
        value=node.number("value"),
        unit=node.text("unit"),
        target=node.number("target"),
        better=node.choice("better", BETTER),
        as_of=read_date(node, "as_of"),
        period=read_duration(node, "period"),
        history=_history(node),
        evidence=context.declared.evidence.each(node, "evidence"),
        pointer=node.pointer,
        sample=_sample(node),
        interval=_interval(node),
    )


def _sample(node: SpecNode) -> int | None:
    size = node.number("sample")
    return None if size is None else int(size)


def _interval(node: SpecNode) -> Interval | None:
    """Return the confidence interval of a metric, if it has a value and is around that."""
    ends, value = node.fields.get("interval"), node.number("value")
    if not isinstance(ends, list):
        return None
    at = node.at("interval")
    low, high = ends
    assert isinstance(low, int | float)  # noqa: S101 - the schema wants two numbers
    assert isinstance(high, int | float)  # noqa: S101
    if value is not None and low <= value <= high:
        return Interval(low, high)
    lower, higher = (scalar_text(end, f"{at}/{index}", node.problems) for index, end in enumerate(ends))
    if low > high:
        message, hint = f"the interval runs from {lower} to {higher}", f"write the lower end first: [{higher}, {lower}]"
    elif value is None:
        message = f"the interval of {lower} to {higher} is around no value"
        hint = "add the `value` that was measured, or remove the interval"
    else:
        message = f"the value {node.shown('value')} is outside its interval of {lower} to {higher}"
        hint = "write both in the same unit, with ends on both sides of the value"
    node.problems.add("bad-interval", message, at, hint=hint)
    return None


def _history(node: SpecNode) -> tuple[Reading, ...]:
    readings = []
    for item in node.children("history"):
        date, value = read_date(item, "date"), item.number("value")
        if date is not None and value is not None:
            readings.append(Reading(date, value, _sample(item)))
    return tuple(readings)

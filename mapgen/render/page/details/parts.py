"""What stands at a touchpoint (pain points, opportunities, metrics) -> the things that a page tells of them."""

from collections.abc import Iterator, Mapping

from mapgen.lanes.gauge import quantity, target
from mapgen.lanes.lane import View
from mapgen.lanes.trials import Place
from mapgen.model.journey import Metric, Opportunity, PainPoint, Stage, Touchpoint, backs
from mapgen.render.page.details.tags import Tags, of_claim
from mapgen.render.page.details.thing import Said, Thing, fact, grounds, joined, links, owner, place
from mapgen.words import Words


def things(view: View, stage: Stage, touchpoint: Touchpoint) -> Iterator[Thing]:
    """Yield the parts of a touchpoint."""
    where = Place(stage, touchpoint)
    for one in touchpoint.pain_points:
        yield pain_point(view, one, where)
    for idea in touchpoint.opportunities:
        yield opportunity(view, idea, where)
    for measure in touchpoint.metrics:
        yield metric(view, measure, stage, touchpoint)


def pain_point(view: View, pain: PainPoint, where: Place) -> Thing:
    """Tell a pain point, and which opportunities address it."""
    words = view.words
    return Thing(
        anchor=f"pain-{pain.id}",
        kind="pain-point",
        name=pain.text,
        facts=(
            *fact(words("severity"), (words(f"severity-{pain.severity}") if pain.severity else None,)),
            *fact(words("kind"), (pain.kind,)),
            *fact(words("touchpoint"), (place(view, where),)),
            *fact(words("owner"), (owner(pain.owner),)),
            *grounds(words, pain.evidence),
            *fact(words("addressed-by"), addressing(view, pain)),
        ),
        tags=of_claim(view, where, pain.owner, pain.evidence, severity=pain.severity),
        inside=anchor(where),
        number=number(view, where),
    )


def addressing(view: View, pain: PainPoint) -> Iterator[Said]:
    """Tell the opportunities that address a pain point; none says so too."""
    ideas = view.analysis.opportunities.addressed[pain.id]
    yield from (hope(view.words, view.ideas[idea]) for idea in ideas)
    if not ideas:
        yield Said(view.words("no-opportunity"))


def opportunity(view: View, idea: Opportunity, where: Place) -> Thing:
    """Tell an opportunity, and which pain points it addresses."""
    words = view.words
    pains = [view.pains[pain] for pain in idea.addresses]
    severities = tuple(dict.fromkeys(pain.severity for pain in pains if pain.severity))
    tags: Mapping[str, tuple[str, ...]] = {
        **of_claim(view, where, idea.owner, None),
        "severity": severities,
        "grounds": tuple(dict.fromkeys("evidence" if backs(pain.evidence) else "hypothesis" for pain in pains)),
    }
    experiments = (Said(one.name, note=one.result) for one in view.journey.experiments if one.opportunity == idea.id)
    return Thing(
        anchor=f"opportunity-{idea.id}",
        kind="opportunity",
        name=idea.text,
        facts=(
            *fact(words("status"), (words(f"status-{idea.status}") if idea.status else None,)),
            *fact(words("impact"), (None if idea.impact is None else words.number(idea.impact),)),
            *fact(words("effort"), (None if idea.effort is None else words.number(idea.effort),)),
            *fact(words("touchpoint"), (place(view, where),)),
            *fact(words("addresses"), (hurt(words, pain) for pain in pains)),
            *fact(words("owner"), (owner(idea.owner),)),
            *fact(words("experiments"), experiments),
            *fact(words("links"), links(idea.links)),
        ),
        tags=tags,
        inside=anchor(where),
        number=number(view, where),
    )


def metric(view: View, measure: Metric, stage: Stage, touchpoint: Touchpoint | None) -> Thing:
    """Tell a metric against its target."""
    words = view.words
    where = Place(stage, touchpoint)
    met = view.analysis.metrics.met(measure)
    tags: Tags = of_claim(view, where, None, measure.evidence)
    return Thing(
        anchor=f"metric-{(touchpoint or stage).id}.{measure.id}",
        kind="metric",
        name=measure.name,
        facts=(
            *fact(words("value"), (quantity(words, measure.value, measure.unit) or words("not-measured"),)),
            *fact(words("target"), (quantity(words, measure.target, measure.unit),)),
            *fact(words("verdict"), (None if met is None else words("on-target" if met else "off-target"),)),
            *fact(words("better"), (words(f"better-{measure.better}") if measure.better else None,)),
            *fact(words("place"), (place(view, where),)),
            *fact(words("as-of"), (measure.as_of,)),
            *fact(words("period"), (words.duration(measure.period) if measure.period else None,)),
            *fact(words("history"), (Said(words.number(one.value), note=one.date) for one in measure.history)),
            *grounds(words, measure.evidence),
        ),
        tags=tags,
        inside=anchor(where),
        number=number(view, where),
    )


def hurt(words: Words, pain: PainPoint) -> Said:
    """Name a pain point with how bad it is."""
    return Said(pain.text, f"pain-{pain.id}", note=words(f"severity-{pain.severity}") if pain.severity else None)


def hope(words: Words, idea: Opportunity) -> Said:
    """Name an opportunity with how far it is, and what it is worth."""
    sides = (("impact-of", idea.impact), ("effort-of", idea.effort))
    note = joined(
        words(f"status-{idea.status}") if idea.status else None,
        *(words(key, n=words.number(size)) for key, size in sides if size is not None),
    )
    return Said(idea.text, f"opportunity-{idea.id}", note=note)


def measured(words: Words, measure: Metric, where: str) -> Said:
    """Name a metric with its value; `where` is the id of its stage or touchpoint."""
    value = quantity(words, measure.value, measure.unit) or words("not-measured")
    return Said(measure.name, f"metric-{where}.{measure.id}", note=joined(value, target(words, measure)))


def anchor(where: Place) -> str:
    """Return the anchor of a place."""
    return f"touchpoint-{where.touchpoint.id}" if where.touchpoint else f"stage-{where.stage.id}"


def number(view: View, where: Place) -> int | None:
    """Return the number of a place, where it is a touchpoint's."""
    return view.numbers[where.touchpoint.id] if where.touchpoint else None

"""Pain points, opportunities and metrics of a touchpoint or stage -> the things that a page tells of them."""

from collections.abc import Iterator, Mapping

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.meter import between, earlier, quantity, target
from mapgen.model import walk
from mapgen.model.journey import Metric, Opportunity, PainPoint
from mapgen.model.walk import Location
from mapgen.render.page.details.item import DetailItem, DetailLine, fact, grounds, joined, links, owner, place, quoted
from mapgen.render.page.details.tags import Tags, grounded, of_claim
from mapgen.words import Words


def things(view: LaneContext, where: Location) -> Iterator[DetailItem]:
    """Yield what stands at a touchpoint or in a stage."""
    for one, place_of_pain in walk.pains_at(where):
        yield pain_point(view, one, place_of_pain)
    for idea in where.part.opportunities:
        yield opportunity(view, idea, where)
    for measure in where.part.metrics:
        yield metric(view, measure, where)


def pain_point(view: LaneContext, pain: PainPoint, where: Location) -> DetailItem:
    """Report a pain point, and which opportunities address it."""
    words = view.words
    return DetailItem(
        anchor=f"pain-{pain.id}",
        kind="pain-point",
        name=pain.text,
        facts=(
            *fact(words("severity"), (words(f"severity-{pain.severity}") if pain.severity else None,)),
            *fact(words("kind"), (pain.kind,)),
            *fact(words(where.kind), (place(view, where),)),
            *fact(words("owner"), (owner(pain.owner or where.owner),)),
            *quoted(view, pain.quotes),
            *grounds(view, pain.evidence),
            *fact(words("addressed-by"), addressing(view, pain)),
        ),
        tags=of_claim(view, where, pain.owner or where.owner, pain.evidence, severity=pain.severity),
        inside=anchor(where),
        number=number(view, where),
    )


def addressing(view: LaneContext, pain: PainPoint) -> Iterator[DetailLine]:
    """Report the opportunities that address a pain point; none says so too."""
    ideas = view.analysis.opportunities.addressed[pain.id]
    yield from (opportunity_line(view.words, view.ideas[idea]) for idea in ideas)
    if not ideas:
        yield DetailLine(view.words("no-opportunity"))


def opportunity(view: LaneContext, idea: Opportunity, where: Location) -> DetailItem:
    """Report an opportunity, and which pain points it addresses."""
    words = view.words
    pains = [view.pains[pain] for pain in idea.addresses]
    severities = tuple(dict.fromkeys(pain.severity for pain in pains if pain.severity))
    tags: Mapping[str, tuple[str, ...]] = {
        **of_claim(view, where, idea.owner, None),
        "severity": severities,
        "grounds": tuple(dict.fromkeys(value for pain in pains for value in grounded(view, pain.evidence))),
    }
    experiments = (
        DetailLine(one.name, note=one.result) for one in view.journey.experiments if one.opportunity == idea.id
    )
    return DetailItem(
        anchor=f"opportunity-{idea.id}",
        kind="opportunity",
        name=idea.text,
        facts=(
            *fact(words("status"), (words(f"status-{idea.status}") if idea.status else None,)),
            *fact(words("impact"), (None if idea.impact is None else words.number(idea.impact),)),
            *fact(words("effort"), (None if idea.effort is None else words.number(idea.effort),)),
            *fact(words(where.kind), (place(view, where),)),
            *fact(words("addresses"), (pain_point_line(words, pain) for pain in pains)),
            *fact(words("owner"), (owner(idea.owner),)),
            *fact(words("experiments"), experiments),
            *fact(words("links"), links(idea.links)),
        ),
        tags=tags,
        inside=anchor(where),
        number=number(view, where),
    )


def metric(view: LaneContext, measure: Metric, where: Location) -> DetailItem:
    """Report a metric against its target."""
    words = view.words
    met = view.analysis.metrics.met(measure)
    tags: Tags = of_claim(view, where, None, measure.evidence)
    return DetailItem(
        anchor=f"metric-{where.part.id}.{measure.id}",
        kind="metric",
        name=measure.name,
        facts=(
            *fact(words("value"), (quantity(words, measure.value, measure.unit) or words("not-measured"),)),
            *fact(words("interval"), (between(words, measure, view.analysis.metrics.interval(measure)),)),
            *fact(words("sample"), (None if measure.sample is None else words.number(measure.sample),)),
            *fact(words("target"), (quantity(words, measure.target, measure.unit),)),
            *fact(words("verdict"), (None if met is None else words("on-target" if met else "off-target"),)),
            *fact(words("better"), (words(f"better-{measure.better}") if measure.better else None,)),
            *fact(words("place"), (place(view, where),)),
            *fact(words("as-of"), (words.date(measure.as_of) if measure.as_of else None,)),
            *fact(words("period"), (words.duration(measure.period) if measure.period else None,)),
            *fact(
                words("history"),
                (DetailLine(earlier(words, one), note=words.date(one.date)) for one in measure.history),
            ),
            *grounds(view, measure.evidence),
        ),
        tags=tags,
        inside=anchor(where),
        number=number(view, where),
    )


def pain_point_line(words: Words, pain: PainPoint) -> DetailLine:
    """Name a pain point with how bad it is."""
    return DetailLine(pain.text, f"pain-{pain.id}", note=words(f"severity-{pain.severity}") if pain.severity else None)


def opportunity_line(words: Words, idea: Opportunity) -> DetailLine:
    """Name an opportunity with how far it is, and what it is worth."""
    sides = (("impact-of", idea.impact), ("effort-of", idea.effort))
    note = joined(
        words(f"status-{idea.status}") if idea.status else None,
        *(words(key, n=words.number(size)) for key, size in sides if size is not None),
    )
    return DetailLine(idea.text, f"opportunity-{idea.id}", note=note)


def measured(words: Words, measure: Metric, where: str) -> DetailLine:
    """Name a metric with its value; `where` is the id of its stage or touchpoint."""
    value = quantity(words, measure.value, measure.unit) or words("not-measured")
    return DetailLine(measure.name, f"metric-{where}.{measure.id}", note=joined(value, target(words, measure)))


def anchor(where: Location) -> str:
    """Return the anchor of a place."""
    return f"touchpoint-{where.touchpoint.id}" if where.touchpoint else f"stage-{where.stage.id}"


def number(view: LaneContext, where: Location) -> int | None:
    """Return the number of a place, where it is a touchpoint's."""
    return view.numbers[where.touchpoint.id] if where.touchpoint else None

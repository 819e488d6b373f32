"""What is declared once (personas, segments, owners, channels, evidence) -> the things that a page tells of it."""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.header.profiles import facets, line
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Evidence, Owner, Persona, Quotation, Segment
from mapgen.quotes import quote
from mapgen.render.page.details.item import (
    DetailItem,
    DetailLine,
    Fact,
    custom,
    fact,
    grounds,
    named,
    place,
    quoted,
    stage,
    touchpoint,
)
from mapgen.render.page.details.parts import measured, opportunity_line, pain_point_line
from mapgen.render.page.details.tags import grounded
from mapgen.words import Words


def things(view: LaneContext) -> Iterator[DetailItem]:
    """Yield everything that the journey declares."""
    yield from (_persona(view, one) for one in view.journey.personas)
    yield from (_segment(view, one) for one in view.journey.segments)
    yield from _owners(view)
    yield from _channels(view)
    claims = _claims(view)
    yield from (_evidence(view, one, claims.get(one.id, ())) for one in view.journey.evidence)


def _persona(view: LaneContext, persona: Persona) -> DetailItem:
    words = view.words
    said = persona.quote and quote(persona.quote, words.quotes)
    own = (Fact(one.title, tuple(map(DetailLine, one.items))) for one in facets(words, persona))
    return DetailItem(
        anchor=f"persona-{persona.id}",
        kind="persona",
        name=persona.name,
        facts=(
            *fact(words("about"), (line(words, persona), persona.description, said)),
            *quoted(view, persona.quotes),
            *own,
            *grounds(view, persona.evidence),
        ),
        tags={
            "persona": (persona.id,),
            "segment": (persona.segment.id,) if persona.segment else (),
            "grounds": grounded(view, persona.evidence),
        },
    )


def _segment(view: LaneContext, segment: Segment) -> DetailItem:
    words = view.words
    members = (named(one, "persona") for one in view.journey.personas if one.segment == segment)
    traits = (DetailLine(f"{name}: {value}") for name, value in segment.traits)
    return DetailItem(
        anchor=f"segment-{segment.id}",
        kind="segment",
        name=segment.name,
        facts=(
            *fact(words("description"), (segment.description,)),
            *fact(words("traits"), traits),
            *fact(words("personas"), members),
            *custom(segment.extras),
        ),
        tags={"segment": (segment.id,)},
    )


def _owners(view: LaneContext) -> Iterator[DetailItem]:
    stages = {one.id: stage(one) for one in view.journey.stages}
    touchpoints = {one.id: touchpoint(view, one) for one in view.journey.touchpoints()}
    for owner in view.journey.owners:
        yield _owner(view, owner, stages, touchpoints)


def _owner(
    view: LaneContext, owner: Owner, stages: Mapping[str, DetailLine], touchpoints: Mapping[str, DetailLine]
) -> DetailItem:
    """Report an owner with everything that is theirs."""
    words, held, review = view.words, view.analysis.ownership.holdings[owner.id], view.journey.review
    pains = [pain_point_line(words, view.pains[pain]) for pain in held.pain_points]
    ideas = [opportunity_line(words, view.ideas[idea]) for idea in held.opportunities]
    own = [stages[one] for one in held.stages]
    points = [touchpoints[one] for one in held.touchpoints]
    helped = [stages.get(one) or touchpoints[one] for one in held.contributes_to]
    return DetailItem(
        anchor=f"owner-{owner.id}",
        kind="owner",
        name=owner.name,
        facts=(
            *fact(words("contact"), (owner.contact,)),
            *fact(words("owns"), (words("this-map") if review and review.owner == owner else None,)),
            *fact(words("stages"), own),
            *fact(words("touchpoints"), points),
            *fact(words("pain-points"), pains),
            *fact(words("opportunities"), ideas),
            *fact(words("contributes-to"), helped),
            *custom(owner.extras),
        ),
        tags={"owner": (owner.id,), **_untagged("persona", "segment", "channel", "severity", "moment", "grounds")},
        holds=tuple(one.about for one in (*own, *points, *pains, *ideas, *helped) if one.about),
    )


def _channels(view: LaneContext) -> Iterator[DetailItem]:
    words = view.words
    used: dict[str, list[DetailLine]] = {}
    for location in walk.locations(view.journey):
        for channel in walk.channels(location.part):
            used.setdefault(channel.id, []).append(place(view, location))
    for channel in view.journey.channels:
        lines = used.get(channel.id, [])
        yield DetailItem(
            anchor=f"channel-{channel.id}",
            kind="channel",
            name=channel.name,
            facts=(
                *fact(words("mode"), (words(channel.mode) if channel.mode else None,)),
                *fact(words("used-in"), lines or (words("not-used"),)),
                *custom(channel.extras),
            ),
            tags={
                "channel": (channel.id,),
                **_untagged("persona", "segment", "owner", "severity", "moment", "grounds"),
            },
            holds=tuple(line.about for line in lines if line.about),
        )


def _untagged(*facets: str) -> dict[str, tuple[str, ...]]:
    """Tag with nothing: only what is held can match these."""
    return dict.fromkeys(facets, ())


def _evidence(view: LaneContext, piece: Evidence, supports: tuple[DetailLine, ...]) -> DetailItem:
    words = view.words
    return DetailItem(
        anchor=f"evidence-{piece.id}",
        kind="evidence",
        name=piece.title,
        facts=(
            *fact(words("kind"), (words(f"evidence-{piece.kind}") if piece.kind else None,)),
            *fact(words("date"), (words.date(piece.date) if piece.date else None,)),
            *fact(words("sample"), (None if piece.sample is None else words.number(piece.sample),)),
            *fact(words("confidence"), (words(f"confidence-{piece.confidence}") if piece.confidence else None,)),
            *fact(words("source"), (DetailLine(piece.url, url=piece.url) if piece.url else None, *piece.sources)),
            *fact(words("supports"), supports or (words("nothing-rests-on-it"),)),
            *custom(piece.extras),
        ),
        tags=_untagged("persona", "segment", "channel", "owner", "severity", "moment", "grounds"),
        holds=tuple(one.about for one in supports if one.about),
    )


def _claims(view: LaneContext) -> dict[str, tuple[DetailLine, ...]]:
    """Return what rests on each piece of evidence (id), in order of the journey."""
    found: dict[str, dict[DetailLine, None]] = {}
    for pieces, claim in _backed(view):
        for piece in pieces:
            found.setdefault(piece.id, {})[claim] = None
    return {piece: tuple(claims) for piece, claims in found.items()}


def _backed(view: LaneContext) -> Iterator[tuple[tuple[Evidence, ...], DetailLine]]:
    words = view.words
    for persona in view.journey.personas:
        yield persona.evidence, named(persona, "persona")
        yield from _said(words, persona.quotes, named(persona, "persona"))
    for location in walk.locations(view.journey):
        part, here = location.part, place(view, location)
        if part.emotion:
            yield part.emotion.evidence, _noted(here, words("emotion"))
        yield from _said(words, walk.quotes(part), here)
        yield from ((pain.evidence, pain_point_line(words, pain)) for pain in walk.pains(part))
        yield from ((delight.evidence, _noted(here, delight.text)) for delight in part.delights)
        yield from ((metric.evidence, measured(words, metric, part.id)) for metric in part.metrics)
        yield from ((leaving.evidence, _noted(here, words("exits"))) for leaving in part.exits)


def _said(
    words: Words, quotes: Iterable[Quotation], here: DetailLine
) -> Iterator[tuple[tuple[Evidence, ...], DetailLine]]:
    return ((one.evidence, _noted(here, quote(one.text, words.quotes))) for one in quotes)


def _noted(said: DetailLine, note: str) -> DetailLine:
    return DetailLine(said.text, said.about, note=note)

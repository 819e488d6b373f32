"""What is declared once (personas, segments, owners, channels, evidence) -> the things that a page tells of it."""

from collections.abc import Iterator, Mapping

from mapgen.lanes.lane import View
from mapgen.lens.profiles import facets, line
from mapgen.model.journey import Evidence, Owner, Persona, Segment
from mapgen.render.page.details.parts import hope, hurt, measured
from mapgen.render.page.details.tags import grounded
from mapgen.render.page.details.thing import Fact, Said, Thing, fact, grounds, named, stage, touchpoint


def things(view: View) -> Iterator[Thing]:
    """Yield everything that the journey declares."""
    yield from (_persona(view, one) for one in view.journey.personas)
    yield from (_segment(view, one) for one in view.journey.segments)
    yield from _owners(view)
    yield from _channels(view)
    claims = _claims(view)
    yield from (_evidence(view, one, claims.get(one.id, ())) for one in view.journey.evidence)


def _persona(view: View, persona: Persona) -> Thing:
    words = view.words
    quote = persona.quote and persona.quote.join(words.quotes)
    own = (Fact(one.title, tuple(map(Said, one.items))) for one in facets(words, persona))
    return Thing(
        anchor=f"persona-{persona.id}",
        kind="persona",
        name=persona.name,
        facts=(*fact(words("about"), (line(words, persona), quote)), *own, *grounds(words, persona.evidence)),
        tags={
            "persona": (persona.id,),
            "segment": (persona.segment.id,) if persona.segment else (),
            "grounds": (grounded(persona.evidence),),
        },
    )


def _segment(view: View, segment: Segment) -> Thing:
    words = view.words
    members = (named(one, "persona") for one in view.journey.personas if one.segment == segment)
    traits = (Said(f"{name}: {value}") for name, value in segment.traits)
    return Thing(
        anchor=f"segment-{segment.id}",
        kind="segment",
        name=segment.name,
        facts=(
            *fact(words("description"), (segment.description,)),
            *fact(words("traits"), traits),
            *fact(words("personas"), members),
        ),
        tags={"segment": (segment.id,)},
    )


def _owners(view: View) -> Iterator[Thing]:
    stages = {one.id: stage(one) for one in view.journey.stages}
    touchpoints = {one.id: touchpoint(view, one) for one in view.journey.touchpoints()}
    for owner in view.journey.owners:
        yield _owner(view, owner, stages, touchpoints)


def _owner(view: View, owner: Owner, stages: Mapping[str, Said], touchpoints: Mapping[str, Said]) -> Thing:
    """Tell an owner with everything that is theirs."""
    words, held, review = view.words, view.analysis.ownership.holdings[owner.id], view.journey.review
    pains = [hurt(words, view.pains[pain]) for pain in held.pain_points]
    ideas = [hope(words, view.ideas[idea]) for idea in held.opportunities]
    own = [stages[one] for one in held.stages]
    points = [touchpoints[one] for one in held.touchpoints]
    helped = [stages.get(one) or touchpoints[one] for one in held.contributes_to]
    return Thing(
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
        ),
        tags={"owner": (owner.id,), **_untagged("persona", "segment", "channel", "severity", "moment", "grounds")},
        holds=tuple(one.about for one in (*own, *points, *pains, *ideas, *helped) if one.about),
    )


def _channels(view: View) -> Iterator[Thing]:
    words = view.words
    used: dict[str, list[Said]] = {}
    for one in view.journey.touchpoints():
        if one.channel:
            used.setdefault(one.channel.id, []).append(touchpoint(view, one))
    for channel in view.journey.channels:
        places = used.get(channel.id, [])
        yield Thing(
            anchor=f"channel-{channel.id}",
            kind="channel",
            name=channel.name,
            facts=(
                *fact(words("mode"), (words(channel.mode) if channel.mode else None,)),
                *fact(words("used-in"), places or (words("not-used"),)),
            ),
            tags={
                "channel": (channel.id,),
                **_untagged("persona", "segment", "owner", "severity", "moment", "grounds"),
            },
            holds=tuple(place.about for place in places if place.about),
        )


def _untagged(*facets: str) -> dict[str, tuple[str, ...]]:
    """Tag with nothing: only what is held can match these."""
    return dict.fromkeys(facets, ())


def _evidence(view: View, piece: Evidence, supports: tuple[Said, ...]) -> Thing:
    words = view.words
    return Thing(
        anchor=f"evidence-{piece.id}",
        kind="evidence",
        name=piece.title,
        facts=(
            *fact(words("kind"), (words(f"evidence-{piece.kind}") if piece.kind else None,)),
            *fact(words("date"), (piece.date,)),
            *fact(words("sample"), (None if piece.sample is None else words.number(piece.sample),)),
            *fact(words("confidence"), (words(f"confidence-{piece.confidence}") if piece.confidence else None,)),
            *fact(words("source"), (Said(piece.url, url=piece.url) if piece.url else None,)),
            *fact(words("supports"), supports or (words("nothing-rests-on-it"),)),
        ),
        tags=_untagged("persona", "segment", "channel", "owner", "severity", "moment", "grounds"),
        holds=tuple(one.about for one in supports if one.about),
    )


def _claims(view: View) -> dict[str, tuple[Said, ...]]:
    """Return what rests on each piece of evidence (id), in order of the journey."""
    found: dict[str, dict[Said, None]] = {}
    for pieces, claim in _backed(view):
        for piece in pieces:
            found.setdefault(piece.id, {})[claim] = None
    return {piece: tuple(claims) for piece, claims in found.items()}


def _backed(view: View) -> Iterator[tuple[tuple[Evidence, ...], Said]]:
    words = view.words
    for persona in view.journey.personas:
        yield persona.evidence, named(persona, "persona")
    for part in view.journey.stages:
        yield from ((one.evidence, measured(words, one, part.id)) for one in part.metrics)
        yield from ((one.evidence, _noted(stage(part), words("exits"))) for one in part.exits)
        for item in part.touchpoints:
            here = touchpoint(view, item)
            if item.emotion:
                yield item.emotion.evidence, _noted(here, words("emotion"))
            yield from ((one.evidence, hurt(words, one)) for one in item.pain_points)
            yield from ((one.evidence, _noted(here, one.text)) for one in item.delights)
            yield from ((one.evidence, measured(words, one, item.id)) for one in item.metrics)
            yield from ((one.evidence, _noted(here, words("exits"))) for one in item.exits)


def _noted(said: Said, note: str) -> Said:
    return Said(said.text, said.about, note=note)

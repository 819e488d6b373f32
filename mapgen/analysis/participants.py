"""Journey -> who takes part where: the personas of a buying group, or of one market, and what each of them asks."""

from collections.abc import Mapping

from mapgen.model.journey import Journey, Number, Persona, Question
from mapgen.record import record


@record
class Participation:
    """What one persona (id) does in the journey: touchpoints (ids) where they take part, and what they ask.

    `scores` are their own emotions by touchpoint or stage (ids).
    """

    persona: str
    touchpoints: tuple[str, ...]
    scores: Mapping[str, Number]
    questions: tuple[Question, ...]


@record
class ParticipantAnalysis:
    """The part of each persona, in the order of the spec, and by touchpoint (id) who takes part there.

    `deciders` are the personas whose buying role it is. `told` says whether the journey tells of a buying group: some
    persona has a buying role, or a touchpoint or question names who takes part.
    """

    parts: tuple[Participation, ...]
    present: Mapping[str, tuple[Persona, ...]]
    deciders: tuple[str, ...]
    told: bool


def analyze_participants(journey: Journey) -> ParticipantAnalysis:
    """Return who takes part where: whom the author names, and who has an emotion of their own there."""
    present: dict[str, tuple[Persona, ...]] = {}
    scores: dict[str, dict[str, Number]] = {persona.id: {} for persona in journey.personas}
    places: dict[str, list[str]] = {persona.id: [] for persona in journey.personas}
    asked: dict[str, list[Question]] = {persona.id: [] for persona in journey.personas}
    rank = {persona.id: index for index, persona in enumerate(journey.personas)}
    named = False
    for touchpoint in journey.touchpoints():
        own = dict(touchpoint.emotion.by) if touchpoint.emotion else {}
        if not own and not touchpoint.personas:
            continue
        named = named or bool(touchpoint.personas)
        there = {persona.id for persona in touchpoint.personas}.union(own)
        present[touchpoint.id] = tuple(journey.personas[index] for index in sorted(map(rank.__getitem__, there)))
        for persona in there:
            places[persona].append(touchpoint.id)
        for persona, score in own.items():
            scores[persona][touchpoint.id] = score
    for stage in journey.stages:
        for persona, score in stage.emotion.by if stage.emotion else ():
            scores[persona][stage.id] = score
        for question in stage.questions:
            for one in question.asked_by:
                asked[one.id].append(question)
    parts = tuple(
        Participation(persona=one, touchpoints=tuple(places[one]), scores=scores[one], questions=tuple(asked[one]))
        for one in rank
    )
    deciders = tuple(persona.id for persona in journey.personas if persona.buying_role == "decider")
    grouped = any(persona.buying_role for persona in journey.personas)
    return ParticipantAnalysis(parts, present, deciders, named or grouped or any(asked.values()))

"""Journey -> who takes part where: the personas of a buying group, or of one market, and what each of them asks."""

from collections.abc import Mapping

from mapgen.model.journey import Journey, Number, Persona, Question
from mapgen.record import record


@record
class Part:
    """What one persona (id) does in the journey: touchpoints (ids) where they take part, and what they ask.

    `scores` are their own emotions by touchpoint.
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

    parts: tuple[Part, ...]
    present: Mapping[str, tuple[Persona, ...]]
    deciders: tuple[str, ...]
    told: bool


def analyse_participants(journey: Journey) -> ParticipantAnalysis:
    """Return who takes part where: whom the author names, and who has an emotion of their own there."""
    present: dict[str, tuple[Persona, ...]] = {}
    scores: dict[str, dict[str, Number]] = {persona.id: {} for persona in journey.personas}
    named = False
    for touchpoint in journey.touchpoints():
        own = dict(touchpoint.emotion.by) if touchpoint.emotion else {}
        if not own and not touchpoint.personas:
            continue
        named = named or bool(touchpoint.personas)
        there = {persona.id for persona in touchpoint.personas}.union(own)
        present[touchpoint.id] = tuple(persona for persona in journey.personas if persona.id in there)
        for persona, score in own.items():
            scores[persona][touchpoint.id] = score
    questions = [question for stage in journey.stages for question in stage.questions if question.asked_by]
    parts = tuple(
        Part(
            persona=persona.id,
            touchpoints=tuple(place for place, people in present.items() if any(one is persona for one in people)),
            scores=scores[persona.id],
            questions=tuple(question for question in questions if any(one is persona for one in question.asked_by)),
        )
        for persona in journey.personas
    )
    deciders = tuple(persona.id for persona in journey.personas if persona.buying_role == "decider")
    grouped = any(persona.buying_role for persona in journey.personas)
    return ParticipantAnalysis(parts, present, deciders, named or grouped or bool(questions))

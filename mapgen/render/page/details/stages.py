"""Stage -> the thing that a page tells of it."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.times import sums
from mapgen.model.journey import Question, Requirement, Stage
from mapgen.model.walk import Location
from mapgen.render.page.details.item import DetailItem, DetailLine, Fact, custom, exits, fact, joined, owner, touchpoint
from mapgen.render.page.details.item import stage as named
from mapgen.render.page.details.parts import measured
from mapgen.render.page.details.statements import channel_facts, claim_facts, feeling_facts
from mapgen.render.page.details.tags import of_place
from mapgen.words import Words

STATES = {True: "met", False: "not-met", None: "not-checked"}


def thing(view: LaneContext, stage: Stage) -> DetailItem:
    """Report a stage; it matches where its own owners do, or where something in it does."""
    return DetailItem(
        anchor=f"stage-{stage.id}",
        kind="stage",
        name=stage.name,
        facts=tuple(facts(view, stage)),
        tags=of_place(view, Location(stage, None)),
    )


def facts(view: LaneContext, stage: Stage) -> Iterator[Fact]:
    """Yield all that the author said of a stage, and what was computed."""
    words = view.words
    flow = view.analysis.funnel.stages[stage.id]
    yield from fact(words("about-stage"), (stage.definition, words("repeats") if stage.repeats else None))
    yield from fact(words("customer-goal"), (stage.goal,))
    yield from fact(words("business-goal"), (stage.business_goal,))
    yield from fact(words("touchpoints"), (touchpoint(view, one) for one in stage.touchpoints))
    yield from channel_facts(view, stage)
    yield from feeling_facts(view, stage)
    yield from claim_facts(view, stage)
    yield from fact(words("owner"), (owner(stage.owner),))
    yield from fact(words("contributes-to-it"), map(owner, stage.contributors))
    yield from fact(words("tools"), stage.tools)
    yield from fact(words("when"), (stage.when,))
    yield from fact(words("duration"), (words.duration(stage.duration) if stage.duration else None,))
    for total in sums(words, view.analysis.times.stages[stage.id]):
        yield from fact(total.label or "", (total.text,))
    yield from fact(words("volume"), (None if stage.volume is None else words.number(stage.volume),))
    yield from fact(words("volume-period"), (words.duration(stage.period) if stage.period else None,))
    yield from fact(words("conversion"), (None if flow.conversion is None else words.percent(flow.conversion),))
    yield from fact(words("alongside"), (named(one) for one in view.journey.stages if one.id in stage.concurrent_with))
    yield from fact(words("questions"), (asked(view, one) for one in stage.questions))
    yield from fact(words("requirements"), (required(words, one) for one in stage.requirements))
    yield from fact(words("metrics"), (measured(words, one, stage.id) for one in stage.metrics))
    yield from exits(view, stage)
    yield from custom(stage.extras)


def asked(view: LaneContext, question: Question) -> DetailLine:
    """Report a question, who asks it, and by the numbers of the touchpoints where it is answered."""
    numbers = ", ".join(str(view.numbers[answer]) for answer in question.answered_by)
    askers = ", ".join(persona.name for persona in question.asked_by)
    told = (("asked-by", askers), ("answered-by", numbers))
    return DetailLine(question.text, note=joined(*(f"{view.words(key)}: {text}" for key, text in told if text)))


def required(words: Words, requirement: Requirement) -> DetailLine:
    """Report a requirement, and whether it is met."""
    return DetailLine(requirement.text, note=words(STATES[requirement.met]))

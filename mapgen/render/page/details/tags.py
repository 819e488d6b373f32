"""A touchpoint or a claim -> what it is found by: its values for each facet, as ids."""

from collections.abc import Iterable, Mapping

from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Evidence, Owner, Severity, Touchpoint
from mapgen.model.walk import Location, Part

Tags = Mapping[str, tuple[str, ...]]

ANY_TURN = "moment"
"""The value of a moment of truth of which the author did not say what it decides."""


def of_place(view: LaneContext, where: Location) -> Tags:
    """Tag a touchpoint, else a stage, with what is true of everything in it."""
    part = where.part
    personas = _personas(view, where.touchpoint) if where.touchpoint else ()
    segments = {persona.id: persona.segment.id for persona in view.journey.personas if persona.segment}
    moment = part.moment_of_truth
    return {
        "persona": personas,
        "segment": tuple(dict.fromkeys(segments[one] for one in personas if one in segments)),
        "channel": tuple(channel.id for channel in walk.channels(part)),
        "owner": _ids((part.owner, *part.contributors, *(item.by for item in walk.blueprint(part)))),
        "severity": (),
        "moment": (moment.turn or ANY_TURN,) if moment else (),
        "grounds": _felt(view, part),
    }


def of_claim(
    view: LaneContext,
    where: Location,
    owner: Owner | None,
    evidence: tuple[Evidence, ...] | None,
    severity: Severity | None = None,
) -> Tags:
    """Tag what stands at a place: it has an owner of its own, or else the place's; `evidence` None makes no claim."""
    place = of_place(view, where)
    return {
        **place,
        "owner": (owner.id,) if owner else place["owner"],
        "severity": (severity,) if severity else (),
        "grounds": () if evidence is None else grounded(view, evidence),
    }


def grounded(view: LaneContext, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return whether a claim is backed, as values of its facet; none where the journey names no evidence."""
    return ("hypothesis",) if view.is_guess(evidence) else ("evidence",) if evidence else ()


def _felt(view: LaneContext, part: Part) -> tuple[str, ...]:
    """Report how one knows the emotion of a touchpoint or stage, where it claims one."""
    emotion = part.emotion
    claims = emotion is not None and (emotion.score is not None or emotion.by)
    return grounded(view, emotion.evidence) if emotion and claims else ()


def _personas(view: LaneContext, touchpoint: Touchpoint) -> tuple[str, ...]:
    """Return who goes through a touchpoint: those of whom the author says so; everyone where it is said of nobody."""
    people = view.analysis.participants.present.get(touchpoint.id, view.journey.personas)
    return tuple(persona.id for persona in people)


def _ids(owners: Iterable[Owner | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner.id for owner in owners if owner))

"""A touchpoint or a claim -> what it is found by: its values for each facet, as ids."""

from collections.abc import Iterable, Mapping

from mapgen.lanes.lane import View
from mapgen.lanes.trials import Place
from mapgen.model.journey import Evidence, Owner, Severity, Touchpoint, backs

Tags = Mapping[str, tuple[str, ...]]

ANY_TURN = "moment"
"""The value of a moment of truth of which the author did not say what it decides."""


def of_place(view: View, where: Place) -> Tags:
    """Tag a touchpoint, else a stage, with what is true of everything in it."""
    touchpoint = where.touchpoint
    if touchpoint is None:
        owners = _ids((where.stage.owner, *where.stage.contributors))
        return {
            "persona": (),
            "segment": (),
            "channel": (),
            "owner": owners,
            "severity": (),
            "moment": (),
            "grounds": (),
        }
    personas = _personas(view, touchpoint)
    segments = {persona.id: persona.segment.id for persona in view.journey.personas if persona.segment}
    moment = touchpoint.moment_of_truth
    return {
        "persona": personas,
        "segment": tuple(dict.fromkeys(segments[one] for one in personas if one in segments)),
        "channel": (touchpoint.channel.id,) if touchpoint.channel else (),
        "owner": _ids((touchpoint.owner, *touchpoint.contributors)),
        "severity": (),
        "moment": (moment.turn or ANY_TURN,) if moment else (),
        "grounds": _felt(touchpoint),
    }


def of_claim(
    view: View,
    where: Place,
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
        "grounds": () if evidence is None else (grounded(evidence),),
    }


def grounded(evidence: tuple[Evidence, ...]) -> str:
    """Return whether a claim is backed, as a value of its facet."""
    return "evidence" if backs(evidence) else "hypothesis"


def _felt(touchpoint: Touchpoint) -> tuple[str, ...]:
    """Tell how one knows the emotion of a touchpoint, where it claims one."""
    emotion = touchpoint.emotion
    claims = emotion is not None and (emotion.score is not None or emotion.by)
    return (grounded(emotion.evidence),) if emotion and claims else ()


def _personas(view: View, touchpoint: Touchpoint) -> tuple[str, ...]:
    """Return who goes through a touchpoint: those of whom the author says so; everyone where it is said of nobody."""
    people = view.analysis.participants.present.get(touchpoint.id, view.journey.personas)
    return tuple(persona.id for persona in people)


def _ids(owners: Iterable[Owner | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner.id for owner in owners if owner))

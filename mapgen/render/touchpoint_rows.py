"""Journey -> a table for spreadsheets: a row for each touchpoint, in columns that `mapgen import` reads back.

What a stage states about the whole of it stands in a row without a touchpoint, before those of its touchpoints.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from mapgen.model import walk
from mapgen.model.durations import in_words
from mapgen.model.ids import slug
from mapgen.model.journey import Emotion, Journey, MomentOfTruth, Opportunity, Owner, Stage, Touchpoint
from mapgen.model.references import folded
from mapgen.model.walk import Location, Part
from mapgen.record import record
from mapgen.spreadsheet import (
    ALWAYS,
    HEADERS,
    NONE,
    emotion_header,
    joined_names,
    joined_texts,
    numbers,
)

CellValue = str | int | float | None
"""What stands in a cell; None and the empty text leave it empty."""

_Cells = dict[str, CellValue]


@record
class TouchpointTable:
    """A table with the keys of its columns, their headers, and a cell for each column in each row."""

    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def touchpoint_table(journey: Journey) -> TouchpointTable:
    """Return the table of a journey; columns in which nothing stands are left out, but for the usual ones."""
    rows = list(_Rows(journey).rows())
    used = {key for row in rows for key, value in row.items() if value not in {None, ""}} | set(ALWAYS)
    own = dict.fromkeys(key for row in rows for key in row if key not in HEADERS)
    keys = tuple(key for key in (*HEADERS, *own) if key in used)
    scale = journey.scale
    headers = {**HEADERS, "emotion": emotion_header(scale.low, scale.high)}
    return TouchpointTable(
        keys,
        tuple(headers.get(key, key) for key in keys),
        tuple(tuple(row.get(key) for key in keys) for row in rows),
    )


class _Rows:
    """Makes the rows of a journey; references to pain points are by their texts, where these are unmistakable."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        pains = list(walk.pain_points(journey))
        often = Counter(folded(pain.text) for pain, _ in pains)
        self._names = Counter(slug(location.part.name) for location in walk.locations(journey))
        self._references = {
            pain.id: pain.text if often[folded(pain.text)] == 1 and ";" not in pain.text else self._id(pain.text, place)
            for pain, place in pains
        }

    def _id(self, text: str, place: Location) -> str:
        """Return the id that a pain point gets by default where others have its text, too."""
        stage, name = slug(place.stage.name), slug(place.part.name)
        home = f"{stage}.{name}" if place.touchpoint and self._names[name] > 1 else name
        return f"{home}.{slug(text)}"

    def rows(self) -> Iterator[_Cells]:
        """Yield the cells of each row by the keys of their columns."""
        before = None
        for stage in self._journey.stages:
            about = _stage_facts(stage) | self._facts(stage)
            is_needed = not stage.touchpoints or any(value not in {None, ""} for value in about.values())
            if is_needed or folded(stage.name) == before:
                yield {"stage": stage.name, **about}
            before = folded(stage.name)
            for touchpoint in stage.touchpoints:
                names = {"stage": stage.name, "touchpoint": touchpoint.name}
                yield {**names, **_touchpoint_facts(touchpoint), **self._facts(touchpoint)}

    def _facts(self, part: Part) -> _Cells:
        """Return what stages and touchpoints have in common."""
        pains, ideas = walk.pains(part), part.opportunities
        return {
            "channels": joined_names([channel.name for channel in walk.channels(part)]),
            **_emotion(part.emotion),
            "thoughts": joined_texts(walk.thoughts(part)),
            "quotes": joined_texts([quote.text for quote in part.quotes]),
            "needs": joined_texts(walk.needs(part)),
            "moment_of_truth": _moment(part.moment_of_truth),
            "pain_points": joined_texts([pain.text for pain in pains]),
            "severity": joined_names([pain.severity for pain in pains]),
            "pain_point_owners": joined_names([_name(pain.owner) for pain in pains]),
            "delights": joined_texts([delight.text for delight in part.delights]),
            "opportunities": joined_texts([idea.text for idea in ideas]),
            "addresses": self._addresses(ideas),
            "impact": numbers(idea.impact for idea in ideas),
            "effort": numbers(idea.effort for idea in ideas),
            "status": joined_names([idea.status for idea in ideas]),
            "opportunity_owners": joined_names([_name(idea.owner) for idea in ideas]),
            "owner": _name(part.owner),
            "contributors": joined_names([owner.name for owner in part.contributors]),
            "duration": in_words(part.duration) if part.duration else None,
            "tools": joined_names(part.tools),
            **{extra.key: joined_texts(extra.texts) for extra in part.extras},
        }

    def _addresses(self, ideas: Iterable[Opportunity]) -> str:
        """Name the pain points of each opportunity, a line for each."""
        named = [joined_names([self._references[pain] for pain in idea.addresses]) or NONE for idea in ideas]
        return joined_texts(named) if any(name != NONE for name in named) else ""


def _name(owner: Owner | None) -> str | None:
    return owner.name if owner else None


def _emotion(emotion: Emotion | None) -> _Cells:
    if emotion is None:
        return {}
    return {"emotion": emotion.score, "target": emotion.target, "feeling": emotion.feeling}


def _moment(moment: MomentOfTruth | None) -> str | None:
    if moment is None or moment.turn is None:
        return None
    return f"{moment.turn}: {moment.why}" if moment.why else moment.turn


def _stage_facts(stage: Stage) -> _Cells:
    return {
        "goal": stage.goal,
        "business_goal": stage.business_goal,
        "definition": stage.definition,
        "when": stage.when,
        "questions": joined_texts([question.text for question in stage.questions]),
    }


def _touchpoint_facts(touchpoint: Touchpoint) -> Mapping[str, CellValue]:
    return {
        "action": touchpoint.action,
        "personas": joined_names([persona.name for persona in touchpoint.personas]),
        "wait": in_words(touchpoint.wait) if touchpoint.wait else None,
        "frontstage": joined_texts([item.text for item in touchpoint.frontstage]),
        "backstage": joined_texts([item.text for item in touchpoint.backstage]),
        "support": joined_texts([item.text for item in touchpoint.support]),
        "importance_customer": touchpoint.importance_customer,
        "importance_business": touchpoint.importance_business,
    }

"""A journey that leaves as a table comes back as the same journey, in what a table can hold."""

from collections.abc import Iterator
from itertools import chain

from hypothesis import given, settings

from mapgen.importers import IMPORTERS
from mapgen.importers.finishing import finish
from mapgen.importers.importer import ImportFile, ImportOptions
from mapgen.model import walk
from mapgen.model.journey import Emotion, Journey
from mapgen.model.references import folded
from mapgen.model.walk import Part
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.formats.csv import to_csv
from tests.properties.journeys import journeys
from tests.properties.test_promises import Data, built


def facts(journey: Journey) -> Iterator[tuple[object, ...]]:
    """Yield what a table holds of each stage and touchpoint, without differences that do not count."""
    pains = {pain.id: pain.text for pain, _ in walk.pain_points(journey)}
    for stage in joined(journey):
        for part in stage:
            yield (
                plain(part.name),
                sorted(plain(channel.name) for channel in walk.channels(part)),
                felt(part.emotion),
                plain(part.owner.name) if part.owner else None,
                each((pain.text, pain.severity, pain.owner and plain(pain.owner.name)) for pain in walk.pains(part)),
                each(
                    (
                        idea.text,
                        idea.impact,
                        idea.effort,
                        idea.status,
                        idea.owner and plain(idea.owner.name),
                        sorted(plain(pains[pain]) for pain in idea.addresses),
                    )
                    for idea in part.opportunities
                ),
                each((thought,) for thought in walk.thoughts(part)),
                each((need,) for need in walk.needs(part)),
                each((delight.text,) for delight in part.delights),
                sorted(plain(owner.name) for owner in part.contributors if owner is not part.owner),
                part.duration,
            )


def felt(emotion: Emotion | None) -> tuple[float | None, float | None, str] | None:
    if emotion is None or (emotion.score, emotion.target, emotion.feeling) == (None, None, None):
        return None
    return emotion.score, emotion.target, plain(emotion.feeling or "")


def joined(journey: Journey) -> Iterator[tuple[Part, ...]]:
    for stage in journey.stages:
        yield (stage, *stage.touchpoints)


def plain(text: str) -> str:
    return folded(text)


def each(items: Iterator[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return items, each once: a list of the same text twice says it once."""
    found = ((plain(str(text)), *rest) for text, *rest in items)
    return list({item[0]: item for item in chain(found)}.values())


def imported(data: bytes, kind: str) -> Journey:
    read = IMPORTERS[kind].read(ImportFile("any", data), ImportOptions())
    text, _ = finish(read, "any")
    checked = check(text, name="any")
    assert [one for one in checked.diagnostics if one.severity > 1] == []
    assert checked.journey
    return checked.journey


@settings(max_examples=15)
@given(journeys)
def test_a_journey_comes_back_from_a_workbook(data: Data) -> None:
    journey = built(data)
    content = draw(DrawRequest(journey, "a", ("xlsx",)))[".xlsx"]

    assert list(facts(imported(content, "xlsx"))) == list(facts(journey))


@settings(max_examples=15)
@given(journeys)
def test_a_journey_comes_back_from_csv(data: Data) -> None:
    journey = built(data)

    assert list(facts(imported(to_csv(journey).encode(), "csv"))) == list(facts(journey))

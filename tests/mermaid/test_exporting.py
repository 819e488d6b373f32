"""`build --to mermaid`: Mermaid itself reads exactly the texts, scores and actors of the spec."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.pipeline import DrawObserver, DrawRequest, check, draw
from tests.mermaid.mermaid_parser import Found, MermaidParser, Task, needs_mermaid
from tests.properties.journeys import journeys

TEXTS = (
    "Title of the tea", "title", "Section of a lemon", "section", "Journey home", "journey", "accTitle", "accDescr {x}",
    "Read: the manual", "Pay; then go", "Buy #1", "#1 choice", "%% percent", "% of all", "a %% b", "%%{init: {}}%%",
    "100 %", "style: #fff; x", "classDef a: #b;", "Q&A", "&lt;b>", "&amp", "<b>bold</b>", "1 < 2 > 0", "a<br>b", "a, b",
    "#35;", "#lt;", "\ufb02\u00b0\u00b035\u00b6\u00df", "\ufeffmark", "no\u00a0break", "$$x^2$$", '"quoted"', "a{b}c",
    "\\n", "::error::x", "##vso[task]", "---", "%%", ":", ";", "#", "3", "-> 3", "顧客 👩‍👩‍👧",
)  # fmt: skip


class Observer(DrawObserver):
    """Keeps what is reported."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def diagnostic_found(self, found: Diagnostic) -> None:
        self.found.append(found)


def exported(spec: object, observer: DrawObserver | None = None) -> str:
    journey = check(json.dumps(spec, ensure_ascii=False), name="a.journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "a.journey", ("mermaid",)), observer)[".mmd"].decode()


def reported(spec: object) -> list[tuple[Severity, str]]:
    observer = Observer()
    exported(spec, observer)
    return [(one.severity, one.message) for one in observer.found]


@pytest.fixture(scope="module")
def mermaid() -> Iterator[MermaidParser]:
    parser = MermaidParser()
    yield parser
    parser.close()


def everywhere(text: str) -> dict[str, Any]:
    """Make a journey in which everything has one name."""
    tasks = [{"name": text, "emotion": 1}, {"name": f"B {text}", "emotion": 2, "personas": ["p"]}]
    people = [{"id": "p", "name": text}, {"id": "q", "name": f"Q {text}"}]
    return {"title": text, "summary": text, "personas": people, "stages": [{"name": text, "touchpoints": tasks}]}


def line(text: str) -> str:
    """Return a text on one line, with one blank where there are several."""
    return re.sub("[ \n]+", " ", text).strip(" ")


def lines(text: str) -> str:
    """Return the name of a section or a task, whose line breaks stay."""
    return "<br>".join(filter(None, map(line, text.splitlines())))


@needs_mermaid
@pytest.mark.parametrize("text", TEXTS)
def test_mermaid_shows_exactly_the_text(text: str, mermaid: MermaidParser) -> None:
    found = mermaid.read(exported(everywhere(text)))

    assert found
    assert (found.title, found.description, found.sections) == (text, text, [text])
    assert [task[1:] for task in found.tasks] == [(text, 4, (text, f"Q {text}")), (f"B {text}", 5, (text,))]


@needs_mermaid
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None, derandomize=True)
@given(spec=journeys)
def test_each_section_task_score_and_actor_is_there(spec: dict[str, Any], mermaid: MermaidParser) -> None:
    found = mermaid.read(exported(spec))

    assert found
    assert found == expected(spec)


def expected(spec: dict[str, Any]) -> Found:
    """Return what a reader of the diagram should find, computed from the data of the spec."""
    names = {one["id"]: line(one["name"]) for one in spec["personas"]}
    tasks = [
        Task(
            lines(stage["name"]),
            lines(one["name"]),
            _score(one.get("emotion"), stage.get("emotion")),
            tuple(names[who] for who in names if who in _present(one) or not _present(one)),
        )
        for stage in spec["stages"]
        for one in stage.get("touchpoints", [])
    ]
    sections = [lines(stage["name"]) for stage in spec["stages"]]
    return Found(line(spec["title"]), line(spec.get("summary", "")), sections, tasks)


def _present(touchpoint: dict[str, Any]) -> set[str]:
    emotion = touchpoint.get("emotion")
    return {*touchpoint.get("personas", []), *(emotion.get("by", {}) if isinstance(emotion, dict) else {})}


def _score(*emotions: Any) -> float:  # noqa: ANN401 - a number or an object
    for emotion in emotions:
        score = emotion.get("score") if isinstance(emotion, dict) else emotion
        by = list(emotion.get("by", {}).values()) if isinstance(emotion, dict) else []
        if score is not None or by:
            return float(score if score is not None else sum(by) / len(by)) + 3
    return 3


def test_the_text_is_one_that_people_can_read() -> None:
    spec = {
        "title": "Tea: how",
        "personas": ["Me", "Doe, Jane"],
        "stages": [{"name": "Day", "touchpoints": [{"name": "Make tea", "emotion": 2, "personas": ["Doe, Jane"]}]}],
    }

    assert exported(spec).startswith(
        "journey\n    title Tea#58; how\n    section Day\n      Make tea: 5: Doe#44; Jane\n%% made by mapgen"
    )


PAINS = {
    "title": "Tea",
    "owners": ["Kitchen"],
    "stages": [{"name": "Day", "touchpoints": [{"name": "Make tea", "pain_points": ["Hot", "Dear"]}]}, "Night"],
}


def test_what_has_no_place_in_a_diagram_is_reported() -> None:
    assert reported(PAINS) == [
        (Severity.INFO, "a Mermaid journey has no place for 2 pain points and 1 owner"),
        (Severity.WARNING, "Mermaid shows 1 touchpoint without an emotion as neutral, with score 3"),
        (Severity.WARNING, 'Mermaid does not show the stage "Night", which has no touchpoints'),
    ]


def test_a_journey_that_mermaid_shows_whole_is_not_reported() -> None:
    tasks = [{"name": "Make tea", "emotion": 5}]
    spec = {"title": "Tea", "emotion_scale": {"min": 1, "max": 5}, "stages": [{"name": "Day", "touchpoints": tasks}]}

    assert reported(spec) == []


@pytest.mark.parametrize(
    ("scale", "score", "written"),
    [((1, 5), 4, "4"), ((-2, 2), -2, "1"), ((0, 10), 10, "5"), ((0, 100), 62, "3.48"), ((1, 5), 2.5, "2.5")],
)
def test_a_score_keeps_its_place_between_worst_and_best(scale: tuple[int, int], score: float, written: str) -> None:
    tasks = [{"name": "Make tea", "emotion": score}]
    ends = {"min": scale[0], "max": scale[1]}
    text = exported({"title": "Tea", "emotion_scale": ends, "stages": [{"name": "Day", "touchpoints": tasks}]})

    assert f"      Make tea: {written}\n" in text


def test_another_scale_is_reported() -> None:
    tasks = [{"name": "Make tea", "emotion": 1}]

    told = reported({"title": "Tea", "stages": [{"name": "Day", "touchpoints": tasks}]})

    assert told == [(Severity.INFO, "emotions from -2 to 2 are scores from 1 to 5 in Mermaid")]


def test_a_diagram_that_is_too_long_for_mermaid_is_reported() -> None:
    tasks = [{"name": f"Touchpoint with a longer name {number}", "emotion": 1} for number in range(1_300)]

    told = reported({"title": "Tea", "stages": [{"name": "Day", "touchpoints": tasks}]})

    assert "characters, and Mermaid draws at most 50,000" in told[-1][1]

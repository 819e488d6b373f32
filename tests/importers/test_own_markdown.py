"""mapgen's own Markdown: spec -> page -> spec keeps the stages, the touchpoints and what the tables say of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mapgen.importers.finishing import finish
from mapgen.importers.importer import ImportFile, ImportOptions
from mapgen.importers.kinds.markdown import IMPORTER
from mapgen.model import walk
from mapgen.model.journey import Journey, Owner
from mapgen.pipeline import DrawRequest, check, draw

SPECS = sorted(Path("examples").glob("*/*.journey.yaml"))


def journey(text: str) -> Journey:
    checked = check(text, name="a.journey.yaml")
    assert checked.journey, checked.diagnostics
    return checked.journey


def again(first: Journey) -> Journey:
    page = draw(DrawRequest(first, "a.journey", ("md",)))[".md"]
    found = IMPORTER.read(ImportFile("a.md", page), ImportOptions())
    return journey(finish(found, "a.md")[0])


def facts(whole: Journey) -> list[tuple[object, ...]]:
    """Return what has to survive, each owner as the one who is responsible in the end."""
    found: list[tuple[object, ...]] = [(whole.title,)]
    for stage in whole.stages:
        found.append((stage.name, _name(stage.owner)))
        for one in stage.touchpoints:
            channels = [channel.name for channel in (one.channel, *one.channels) if channel]
            emotion = one.emotion
            score = (emotion.score, emotion.feeling, emotion.target) if emotion else (None, None, None)
            found.append((one.name, one.action, channels, *score, _name(one.owner or stage.owner)))
    pains = [
        (pain.text, pain.severity, place.part.name, _name(pain.owner or place.owner))
        for pain, place in walk.pain_points(whole)
    ]
    remedies = [
        (one.text, one.impact, one.effort, one.status, place.part.name, _name(one.owner), len(one.addresses))
        for one, place in walk.opportunities(whole)
    ]
    return [*found, *sorted(pains, key=str), *sorted(remedies, key=str)]


def _name(owner: Owner | None) -> str | None:
    return owner.name if owner else None


SEVERITIES = st.sampled_from(["low", "medium", "high", "critical"])
LANGUAGES = ["en", "de", "nl", "fr", "es", "pt", "ar", "ja", "zh"]


@st.composite
def specs(draw_: st.DrawFn) -> dict[str, Any]:
    """Draw a spec with what a page shows; each text stands once."""
    texts = iter(
        draw_(
            st.permutations(
                [f"{kind} {number}" for kind in ("Sees *it*", "a_b_c", "x | y", "é <b>") for number in range(15)]
            )
        )
    )
    stages = []
    for _ in range(draw_(st.integers(1, 3))):
        touchpoints = []
        for _ in range(draw_(st.integers(1, 3))):
            pains = [
                {"text": next(texts), "severity": severity} for severity in draw_(st.lists(SEVERITIES, max_size=2))
            ]
            one: dict[str, Any] = {"name": next(texts), "pain_points": pains}
            one["emotion"] = draw_(
                st.integers(-2, 2) | st.fixed_dictionaries({"score": st.integers(-2, 2), "feeling": st.just("calm")})
            )
            one |= draw_(st.sampled_from([{}, {"channel": "Web"}, {"channel": "Shop", "channels": ["Web"]}]))
            one |= draw_(st.sampled_from([{}, {"owner": "Kitchen"}]))
            has_remedy: bool = draw_(st.booleans())
            if pains and has_remedy:
                status = draw_(st.sampled_from(["idea", "planned", "in-progress", "done", "dropped"]))
                one["opportunities"] = [
                    {"text": next(texts), "addresses": [pains[0]["text"]], "impact": 3, "effort": 2, "status": status}
                ]
            touchpoints.append(one)
        stages.append(
            {"name": next(texts), "touchpoints": touchpoints, **draw_(st.sampled_from([{}, {"owner": "Hall"}]))}
        )
    language = draw_(st.sampled_from(LANGUAGES))
    return {
        "title": next(texts),
        "language": language,
        "channels": ["Web", "Shop"],
        "owners": ["Kitchen", "Hall"],
        "stages": stages,
    }


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: str(spec.parent.name))
def test_the_examples_survive(spec: Path) -> None:
    first = journey(spec.read_text(encoding="utf-8"))

    assert facts(again(first)) == facts(first)


@settings(max_examples=20, deadline=None, phases=[Phase.generate], derandomize=True)
@given(spec=specs())
def test_any_spec_survives_in_any_language(spec: dict[str, Any]) -> None:
    first = journey(json.dumps(spec, ensure_ascii=False))

    assert facts(again(first)) == facts(first)


def test_what_is_not_read_is_told() -> None:
    page = draw(DrawRequest(journey(SPECS[0].read_text(encoding="utf-8")), "a.journey", ("md",)))[".md"]

    told = [one.message for one in IMPORTER.read(ImportFile("a.md", page), ImportOptions()).remarks]

    assert told == ["of a page of mapgen, stages, touchpoints and what the tables say of them are read, nothing else"]

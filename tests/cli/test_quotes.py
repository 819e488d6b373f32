"""A text that stands in quotation marks is shown in these alone: in messages, in what changed, and on the map."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.wording import describe
from mapgen.diff.wording.sentence import plain
from mapgen.quotes import MARKS, parted
from tests.cli.cli_runner import Command

PAIRS = [*((begin, end) for begin, ends in MARKS.items() for end in ends), ('"', '".'), ("“", "”?")]
Complaints = Callable[[str], list[str]]
TWICE = re.compile(f"[{''.join(MARKS)}{''.join(MARKS.values())}]{{2}}")


def spec(marks: tuple[str, str], **more: object) -> str:
    """Write a spec in which all that has a name has it in quotation marks."""

    def own(text: str) -> str:
        return text.join(marks)

    touchpoint = {
        "name": own("Pays"),
        "thought": own("Is this safe?"),
        "emotion": {"score": -1, "feeling": own("afraid")},
        "pain_points": [{"text": own("Too slow"), "severity": "critical"}],
        "opportunities": [own("Faster")],
        "metrics": [{"name": own("Rate"), "value": 1, "unit": "%"}],
        "channel": "app",
        **more,
    }
    data = {
        "title": own("Buy"),
        "owners": [{"id": "pay", "name": own("Team")}],
        "channels": [{"id": "app", "name": own("App")}, {"id": "web", "name": own("Web")}],
        "personas": [{"id": "ada", "name": own("Ada"), "quote": own("Again?")}],
        "stages": [{"name": own("Pay"), "touchpoints": [touchpoint, {"name": own("Leaves")}]}],
    }
    return json.dumps(data, ensure_ascii=False)


@pytest.fixture
def complaints(mapgen: Command, folder: Path) -> Complaints:
    """What is wrong with a spec and its journey, as sentences."""

    def validated(text: str) -> list[str]:
        (folder / "a.journey.yaml").write_text(text, encoding="utf-8")
        (file,) = json.loads(mapgen("validate", "--output-format", "json", "a.journey.yaml").out)["files"]
        return [sentence for one in file["findings"] for sentence in (one["message"], one["hint"] or "")]

    return validated


@pytest.mark.parametrize("marks", PAIRS, ids="".join)
def test_no_message_quotes_what_is_quoted(marks: tuple[str, str], complaints: Complaints) -> None:
    word = "nobody".join(marks)
    wrong = {"owner": word, "personas": [word], "moment_of_truth": word, "channel": word, word: 1, "emotion": word}
    told = [sentence for key, value in wrong.items() for sentence in complaints(spec(marks, **{key: value}))]

    assert any(word in sentence for sentence in told)
    assert [sentence for sentence in told if TWICE.search(sentence)] == []


@pytest.mark.parametrize("marks", PAIRS, ids="".join)
def test_no_sentence_of_a_diff_quotes_what_is_quoted(marks: tuple[str, str]) -> None:
    versions = (
        pipeline.check(text, name="a").journey for text in (spec(marks), spec(marks, thought="Safe!".join(marks)))
    )
    old, new = (version(journey) for journey in versions if journey)
    (section,) = describe(compare(old, new)).sections
    (told,) = (plain(one.sentence) for one in section.changes)

    assert told.endswith(f"{'Is this safe?'.join(marks)} → {'Safe!'.join(marks)}")


@pytest.mark.parametrize("marks", PAIRS, ids="".join)
def test_no_map_quotes_what_is_quoted(marks: tuple[str, str], mapgen: Command, folder: Path) -> None:
    (folder / "a.journey.yaml").write_text(spec(marks), encoding="utf-8")
    mapgen("build", "--to", "svg,html,md", "--findings", "a.journey.yaml")
    picture = etree.parse(folder / "a.journey.svg").getroot()
    shown = ["".join(map(str, one.itertext())) for one in picture.iter("{*}text", "{*}desc", "{*}title")]
    shown.append((folder / "a.journey.md").read_text(encoding="utf-8"))
    island = re.findall(r">(\{.*\})<", (folder / "a.journey.html").read_text(encoding="utf-8"))
    shown += re.findall(r'"([^"]*safe[^"]*)"', island[0].replace('\\"', "“"))

    assert [text for text in shown if TWICE.search(text)] == []


@pytest.mark.parametrize("text", ['"Yes" or "no"', '"', '""', "'tis so", "the boys'", '5"', "„so»"])
def test_marks_that_do_not_hold_the_whole_text_are_not_taken_for_its_own(text: str) -> None:
    assert parted(text) == ("", text, "")


def test_the_hint_for_an_id_in_quotes_works(complaints: Complaints) -> None:
    wrong = spec(('"', '"'), owner='"pay"')
    hints = complaints(wrong)

    assert "write pay without the quotes inside the text" in hints
    assert not [one for one in complaints(wrong.replace('"\\"pay\\""', '"pay"')) if "owner is called" in one]

"""Whole diagrams of Mermaid, in files of their own and in Markdown."""

import pytest

from mapgen.diagnostics.diagnostic import Severity
from mapgen.importers.detection import detect
from mapgen.importers.importer import ImportFile, ImportOptions
from mapgen.importers.kinds.mermaid import IMPORTER
from tests.importers.mermaid.reading import imported, read

WHOLE = """\
---
title: Front
config: {theme: dark}
---
%%{init: {"theme":
  "dark"}}%%
journey
    title Buying: the first time
    accTitle: For those who listen
    accDescr {
      From the shop window
      to the till.
    }
    %% ask Ann about this
    section Go: in
      See the window: 3: Ann

    section Pay
      Queue: 2: Ann, Bea
"""


def test_a_whole_diagram_is_read() -> None:
    spec = read(WHOLE).spec

    assert spec["title"] == "Buying: the first time"
    assert spec["summary"] == "From the shop window to the till."
    assert spec["emotion_scale"] == {"min": 1, "max": 5}
    assert [stage["name"] for stage in spec["stages"]] == ["Go: in", "Pay"]
    assert spec["personas"] == ["Ann", "Bea"]


def test_what_is_left_out_or_lost_is_told_with_its_line() -> None:
    told = dict(read(WHOLE).remarks)

    assert told[1] == "settings of Mermaid are left out"
    assert told[14] == 'the comment "ask Ann about this" is left out'
    assert told[15] == 'read as the section "Go: in"; Mermaid cannot read this line, and shows no diagram'
    assert 8 not in told


def test_a_title_that_is_cut_is_told() -> None:
    found = read("journey\ntitle Sprint #4\nsection A\nB: 3: C")

    assert found.spec["title"] == "Sprint #4"
    assert found.remarks == [(2, 'read as the title "Sprint #4"; Mermaid shows the title "Sprint"')]


@pytest.mark.parametrize("line", ["title: Tea", "title Tea", "Title Tea", "accTitle: Tea", "accTitle Tea"])
def test_a_title_may_be_written_in_many_ways(line: str) -> None:
    assert read(f"journey\n{line}\nsection A\nB: 3: C").spec["title"] == "Tea"


@pytest.mark.parametrize("line", ["section: Tea", "section Tea", "Section Tea;"])
def test_a_section_may_be_written_in_many_ways(line: str) -> None:
    assert read(f"journey\n{line}\nB: 3: C").spec["stages"][0]["name"] == "Tea"


def test_tasks_before_the_first_section_are_in_a_stage_of_their_own() -> None:
    found = read("journey\nB: 3: C\nsection Tea\nD: 3: C")

    assert [stage["name"] for stage in found.spec["stages"]] == ["Start", "Tea"]
    assert found.remarks == [(2, 'tasks before the first section are in a stage "Start"')]


def test_a_section_that_comes_again_later_is_a_stage_again() -> None:
    found = read("journey\nsection Home\nA: 3: C\nsection Home\nB: 3: C\nsection Out\nC: 3: C\nsection Home\nD: 3: C")

    assert [len(stage["touchpoints"]) for stage in found.spec["stages"]] == [2, 1, 1]


def test_a_section_without_tasks_is_a_stage() -> None:
    assert len(read("journey\nsection A\nsection B\nC: 3: D").spec["stages"]) == 2


def test_actors_that_differ_in_case_only_are_one() -> None:
    assert read("journey\nsection A\nB: 3: me\nC: 3: Me, Cat").spec["personas"] == ["me", "Cat"]


FENCES = {
    "backticks": "```mermaid\n{}\n```",
    "tildes": "~~~ mermaid\n{}\n~~~",
    "more backticks": "````mermaid\n{}\n````",
    "attributes": "```{{.mermaid}}\n{}\n```",
    "MyST": "```{{mermaid}}\n{}\n```",
    "Azure DevOps": "::: mermaid\n{}\n:::",
    "in a list": "- Look:\n\n  ```mermaid\n  {}\n  ```",
    "unclosed": "```mermaid\n{}",
    "without a language": "```\n{}\n```",
    "HTML": '<pre class="mermaid">\n{}\n</pre>',
}
TEA = "journey\n  section Day\n    Make tea: 5: Me"


@pytest.mark.parametrize("kind", FENCES)
def test_a_diagram_in_a_fence_is_found(kind: str) -> None:
    text = "# Notes\n\nSome words.\n\n" + FENCES[kind].format(TEA) + "\n\nMore words: 3: Me\n"
    text = text.replace("```\n\nMore", "```\n\nMore") if kind != "unclosed" else text.partition("\n\nMore")[0]

    assert read(text, "README.md").tasks == [("Make tea", 5, [])]


def test_a_diagram_in_a_quotation_is_found() -> None:
    quoted = "\n".join(f"> {line}" for line in ["```mermaid", *TEA.split("\n"), "```"])

    assert read(quoted, "README.md").tasks == [("Make tea", 5, [])]


def test_a_diagram_that_is_text_of_another_fence_is_none() -> None:
    text = f"````md\n```mermaid\n{TEA}\n```\n````\n"

    assert "no journey of Mermaid" in imported(text, "README.md").remarks[0].message


def test_lines_are_those_of_the_markdown_file() -> None:
    found = read(f"# Notes\n\n```mermaid\n{TEA}\n    Read: the manual: 3: Me\n```\n", "README.md")

    assert [line for line, _ in found.remarks] == [7]


OTHER = "journey\ntitle Two\nsection B\nC: 2: D"
TWO = "\n\n".join(f"```mermaid\n{text}\n```" for text in (TEA, "flowchart TD", OTHER))


def test_all_diagrams_of_a_file_are_one_journey() -> None:
    found = read(TWO, "README.md")

    assert [name for name, _, _ in found.tasks] == ["Make tea", "C"]
    assert found.remarks == [(12, 'the journey "Two" is added to the one before it, as more stages')]


def test_one_diagram_can_be_chosen() -> None:
    assert [name for name, _, _ in read(TWO, "README.md", fence=2).tasks] == ["C"]
    assert imported(TWO, "README.md", fence=3).remarks[0].message == "the file has 2 journeys of Mermaid"


@pytest.mark.parametrize(
    ("name", "text"), [("a.mmd", TEA), ("a.txt", TEA), ("README.md", f"# A\n\n```mermaid\n{TEA}\n```\n"), ("", WHOLE)]
)
def test_a_journey_of_mermaid_is_recognized(name: str, text: str) -> None:
    assert detect(ImportFile(name, text.encode())) == "mermaid"


HOSTILE = {
    "commas": b"journey\nsection A\nB: 3: " + b"," * 490_000,
    "one line": b"journey\nsection A\n" + b"x" * 490_000,
    "colons": b"journey\nsection A\n" + b":" * 490_000,
    "arrows": b"journey\nsection A\n" + b"->" * 240_000,
    "numbers": b"journey\nsection A\nB: " + b"3 " * 240_000,
    "directives": b"journey\nsection A\nB: 3: C\n" + b"%%{" * 160_000,
    "blanks": b"journey\nsection A\nB" + b" " * 490_000 + b"3",
    "tags": b"journey\nsection A\nB" + b"<br" * 160_000,
    "semicolons": b"journey\nsection A\nB" + b"; " * 240_000,
    "sections": b"journey\n" + b"section\n" * 19_000,
    "tasks": b"journey\n" + b"a:1:b\n" * 5_000,
    "fences": b"```mermaid\njourney\n```\n" * 3_000,
    "nested fences": b"".join(b"`" * (3 + number % 9) + b"mermaid\njourney\n" for number in range(100_000)),
    "quotations": b">" * 4_000_000 + b"```mermaid\njourney\n",
    "front matter": b"---\n" + b"a: [" * 100_000 + b"\n---\njourney\nsection A\nB: 3: C",
    "too large": b"journey\nsection A\nB: 3: " + b"," * 10_000_000,
    "a NUL": b"journey\nsection A\nB\0: 3: C",
    "not text": bytes(range(256)) * 1_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_read_or_ends_with_a_diagnostic(kind: str) -> None:
    document = ImportFile("a.mmd", HOSTILE[kind])
    IMPORTER.recognize(document)
    found = IMPORTER.read(document, ImportOptions())

    assert found.spec or any(one.severity is Severity.ERROR for one in found.remarks)

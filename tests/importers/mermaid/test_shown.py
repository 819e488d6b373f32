"""What is said of Mermaid is what Mermaid's own parser does."""

import random
from collections.abc import Iterator

import pytest

from mapgen.importers.mermaid.code import prepare
from mapgen.importers.mermaid.shown import shown
from mapgen.importers.remarks import Remarks
from tests.mermaid.mermaid_parser import MermaidParser, Task, needs_mermaid

PARTS = (
    "title ", "Title", "section ", "section", "journey", "accTitle", ":", ": ", " : ", ";", "#", "%", " ", "\n", "\n  ",
    "Make", "tea", "5", "3", "-1", "2.5", ",", "Me", "#35;", "#59;", "{", "}", "a", "\u00e9", "<br>", '"', ".",
)  # fmt: skip
DICE = random.Random(7)  # noqa: S311 - dice that always fall the same way
LINES = ["".join(DICE.choices(PARTS, k=DICE.randint(1, 12))) for _ in range(400)]


@pytest.fixture(scope="module")
def mermaid() -> Iterator[MermaidParser]:
    parser = MermaidParser()
    yield parser
    parser.close()


@needs_mermaid
def test_each_task_is_told_as_mermaid_shows_it(mermaid: MermaidParser) -> None:
    for line in LINES:
        text = f"journey\nsection S\nA: 3: Me\n{line}\nB: 2: Cat, Me\n"
        found = mermaid.read(text)
        told = list(shown(prepare(text, 1, Remarks()).text, 1).values())
        fails = any(one.kind == "error" for one in told)

        assert (found is None) == fails, text
        if found is not None:
            tasks = [(one.name, one.score, one.people) for one in told if one.kind == "task"]
            assert tasks == [(task.name, task.score, task.people) for task in map(Task._make, found.tasks)], text
            assert [one.name for one in told if one.kind == "section"] == found.sections, text

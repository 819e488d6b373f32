"""The one program that mapgen starts: which one it is, and what happens when it does not do what it should."""

import json
import os
from pathlib import Path

import pytest

from mapgen import graphviz
from mapgen.graphviz import find, lay_out
from mapgen.render.optional_engine import EngineError

DOT = "digraph { n0 [width=1, height=1]; n0 -> n1 }"
posix = pytest.mark.skipif(os.name != "posix", reason="the programs of these tests are shell scripts")


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPGEN_DOT", raising=False)


def program(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_one_that_comes_with_mapgen_answers_in_json() -> None:
    found = find()

    assert found
    assert Path(found).stem == "graphviz-pure"
    assert [one["name"] for one in json.loads(lay_out(DOT))["objects"]] == ["n0", "n1"]


@posix
def test_the_one_that_is_chosen_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPGEN_DOT", str(program(tmp_path / "mine", "cat > /dev/null; echo '{}'")))

    assert lay_out(DOT) == "{}\n"


@posix
def test_without_mapgens_own_it_is_dot_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dot = program(tmp_path / "dot", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(graphviz, "_bundled", lambda: None)

    assert find() == str(dot)


def test_without_any_it_says_what_brings_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(graphviz, "_bundled", lambda: None)

    with pytest.raises(EngineError, match="Graphviz is not installed") as told:
        lay_out(DOT)
    assert told.value.hint is not None
    assert "pip install graphviz-pure" in told.value.hint


@posix
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("exit 3", "failed with code 3"),
        ("kill -SEGV $$", "failed with code -11"),
        ("sleep 1000", "took longer than 0.2 seconds"),
        ("sleep 1000 &", "took longer than 0.2 seconds"),
        ("yes", "printed too much"),
        ("printf '\\377'", "did not answer with text"),
    ],
)
def test_one_that_does_not_answer_is_ended_and_told_of(
    body: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPGEN_DOT", str(program(tmp_path / "mine", body)))
    monkeypatch.setattr(graphviz, "_MOST", 100_000)
    if "sleep" in body:
        monkeypatch.setattr(graphviz, "_SECONDS", 0.2)

    with pytest.raises(EngineError, match=said):
        lay_out(DOT)


def test_one_that_is_not_there_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAPGEN_DOT", str(tmp_path / "missing"))

    with pytest.raises(EngineError, match="cannot be started"):
        lay_out(DOT)

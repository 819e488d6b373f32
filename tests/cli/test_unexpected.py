"""An exception that nobody expected belongs to the spec that it came with, and the others go on."""

from pathlib import Path
from typing import Any

import pytest

from mapgen import pipeline
from tests.cli.cli_runner import SMALL, Command, names, spec
from tests.cli.repo import Repo

BAD = SMALL.replace("Morning coffee", "Broken")


@pytest.fixture(autouse=True)
def _broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each step raise for the journey that is called Broken."""
    from mapgen.audit import run
    from mapgen.model import builder

    build = builder.build
    monkeypatch.setattr(builder, "build", _raising(build, lambda source: source.data["title"] == "Broken"))
    monkeypatch.setattr(run, "run_audit", _raising(run.run_audit, lambda _, journey, *__: "Audit" in journey.title))
    monkeypatch.setattr(pipeline, "draw", _raising(pipeline.draw, lambda request, *_: "Draw" in request.journey.title))
    monkeypatch.setattr("mapgen.build.audit.run_audit", run.run_audit)
    monkeypatch.setattr("mapgen.build.plan.draw", pipeline.draw)


@pytest.fixture
def repo(folder: Path) -> Repo:
    (folder / ".git").rmdir()
    return Repo(folder)


def _raising(function: Any, when: Any) -> Any:
    def called(*args: Any, **named: Any) -> Any:
        if when(*args, **named):
            message = "what nobody expected"
            raise OverflowError(message)
        return function(*args, **named)

    return called


def two(folder: Path, title: str) -> None:
    spec(folder / "a.journey.yaml", SMALL.replace("Morning coffee", title))
    spec(folder / "b.journey.yaml")


@pytest.mark.parametrize("title", ["Broken", "Audit"])
def test_validate_goes_on(mapgen: Command, folder: Path, title: str) -> None:
    two(folder, title)

    ended = mapgen("validate")

    assert ended.code == 1
    assert "b.journey.yaml: no problems" in ended.out
    assert "error[internal-error]: internal error: OverflowError: what nobody expected" in ended.err
    assert "a.journey.yaml" in ended.err


@pytest.mark.parametrize("title", ["Broken", "Draw"])
def test_build_goes_on(mapgen: Command, folder: Path, title: str) -> None:
    two(folder, title)

    ended = mapgen("build", "--to", "svg")

    assert ended.code == 1
    assert "a.journey.yaml" in ended.err
    assert names(folder) == ["a.journey.yaml", "b.journey.svg", "b.journey.yaml"]


def test_fmt_goes_on(mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mapgen.cli.commands import fmt
    from mapgen.formatting import formatted

    two(folder, "Broken")
    spec(folder / "b.journey.yaml", SMALL.replace("title: ", "title:   "))
    monkeypatch.setattr(fmt, "formatted", _raising(formatted, lambda data, **_: b"Broken" in data))

    ended = mapgen("fmt")

    assert (ended.code, ended.out) == (1, "b.journey.yaml: formatted\n")
    assert "a.journey.yaml" in ended.err


@pytest.mark.parametrize("command", ["scenarios", "history"])
def test_one_spec_ends_with_its_name(mapgen: Command, repo: Repo, command: str) -> None:
    repo.commit("first", a=BAD)

    ended = mapgen(command, "a.journey.yaml")

    assert ended.code == 1
    assert "a.journey.yaml" in ended.err
    assert "error[internal-error]" in ended.err


def test_diff_goes_on(mapgen: Command, repo: Repo) -> None:
    repo.commit("first", a=BAD, b=SMALL)
    repo.commit("second", a=BAD + "\n", b=SMALL.replace("-1", "1"))

    ended = mapgen("diff", "HEAD~1..HEAD")

    assert ended.code == 1
    assert "b.journey.yaml" in ended.out
    assert "error[internal-error]" in ended.err

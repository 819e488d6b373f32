"""The recipes for CI services: their shell runs, fails where it should, and takes nothing from outside for code."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from mapgen.cli.group import run
from tests.cli.cli_runner import FAULTY, SMALL, spec
from tests.cli.repo import Repo

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HEAD, JOB = yaml.safe_load_all((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
INPUTS = {name: one["default"] for name, one in ACTION["inputs"].items()}
CHANGES = "Report changes"
EVIL = "$(touch owned); `touch owned`\n'; touch owned; '\n\"; touch owned; \""

BASH = shutil.which("bash") or ""

pytestmark = pytest.mark.skipif(not BASH, reason="bash is not here")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a spec and its maps, and a `mapgen` where the install step would put it."""
    home = tmp_path / "runner/mapgen/bin"
    home.mkdir(parents=True)
    command = home / "mapgen"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m mapgen "$@"\n')
    command.chmod(0o755)
    work = tmp_path / "work"
    spec(work / "coffee.journey.yaml")
    monkeypatch.chdir(work)
    assert run(["build", "-q", "."]) == 0
    return work


def environment(top: Path, **more: str) -> dict[str, str]:
    path = f"{top / 'runner/mapgen/bin'}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "PYTHONPATH": str(ROOT), "RUNNER_TEMP": str(top / "runner"), **more}


def step(name: str, work: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as the runner does."""
    given = {**INPUTS, **{key.replace("_", "-"): value for key, value in inputs.items()}}
    env = {key: filled(value, given) for key, value in STEPS[name]["env"].items()}
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[name]["run"]],
        cwd=work,
        env=environment(work.parent, **env),
        capture_output=True,
        text=True,
        check=False,
    )


def filled(text: str, inputs: dict[str, str]) -> str:
    text = text.replace("${{ github.event.pull_request.base.sha }}", inputs.get("target", ""))
    return re.sub(r"\$(?:\{\{|\[\[) inputs\.([a-z-]+) (?:\}\}|\]\])", lambda found: inputs[found[1]], text)


def job(work: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the job of GitLab as its runner does."""
    given = {name: one["default"] for name, one in HEAD["spec"]["inputs"].items()}
    given |= {key.replace("_", "-"): value for key, value in inputs.items()}
    service = {key: value for key, value in inputs.items() if key.isupper()}
    env = service | {key: filled(value, given) for key, value in JOB["mapgen"]["variables"].items()}
    return subprocess.run(
        ["/bin/sh", "-e", "-c", "\n".join(JOB["mapgen"]["script"])],
        cwd=work,
        env=environment(work.parent, **env),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_right_journey_with_fresh_maps_passes(work: Path) -> None:
    for name in ("Validate specs", "Check maps"):
        ended = step(name, work)

        assert (ended.returncode, ended.stderr) == (0, "")
        assert "::error" not in ended.stdout


def test_a_typo_fails_the_action_with_an_annotation(work: Path) -> None:
    spec(work / "coffee.journey.yaml", FAULTY)

    ended = step("Validate specs", work, sarif_file="out.sarif")

    assert ended.returncode == 1
    assert (
        "::error file=coffee.journey.yaml,line=6,col=9,endLine=6,endColumn=16,title=mapgen unknown-key::"
        in ended.stdout
    )
    assert json.loads((work / "out.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "unknown-key"


@pytest.fixture
def branch(work: Path) -> Path:
    """The checkout as a repository: a branch on which the queue got longer, since main was left."""
    repo = Repo(work)
    repo.commit("before")
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit("after", coffee=SMALL.replace("-1", "-2"))
    return work


@pytest.mark.parametrize("named", [{"target": "main"}, {"base": "main"}, {"base": "main", "target": "nosuch"}])
def test_what_a_pull_request_changes_is_written_for_a_comment(branch: Path, named: dict[str, str]) -> None:
    ended = step(CHANGES, branch, comment_file="a comment.md", **named)

    assert (ended.returncode, ended.stderr) == (0, "")
    comment = (branch / "a comment.md").read_text(encoding="utf-8")
    assert comment.startswith("<!-- mapgen diff -->")
    assert "Sees the queue: emotion" in comment


def test_a_comment_tells_of_the_others_where_a_spec_is_wrong(branch: Path) -> None:
    repo = Repo(branch)
    repo.commit("wrong", tea=FAULTY)

    ended = step(CHANGES, branch, comment_file="comment.md", base="main")

    assert ended.returncode == 0
    assert "Sees the queue: emotion" in (branch / "comment.md").read_text(encoding="utf-8")


def test_without_a_pull_request_there_is_nothing_to_compare_with(branch: Path) -> None:
    ended = step(CHANGES, branch, comment_file="comment.md")

    assert ended.returncode == 0
    assert ended.stdout.startswith("::notice title=mapgen::")
    assert not (branch / "comment.md").exists()


def test_a_base_that_is_not_there_fails_the_step(branch: Path) -> None:
    ended = step(CHANGES, branch, comment_file="comment.md", base="nosuch")

    assert ended.returncode == 1
    assert "is not a revision of this repository" in ended.stderr


def test_the_job_of_gitlab_tells_what_a_merge_request_changes(branch: Path) -> None:
    assert run(["build", "-q", "."]) == 0

    ended = job(branch, CI_MERGE_REQUEST_DIFF_BASE_SHA="main")

    assert (ended.returncode, ended.stderr.count("error")) == (0, 0)
    assert "Sees the queue: emotion" in (branch / "mapgen-changes.md").read_text(encoding="utf-8")


def test_a_stale_map_fails_the_action_with_an_annotation(work: Path) -> None:
    spec(work / "coffee.journey.yaml", SMALL.replace("queue", "line"))

    ended = step("Check maps", work, check_options="--to=svg\n--fonts=embed\n")

    assert ended.returncode == 1
    assert "::error file=coffee.journey.svg,line=1,col=1" in ended.stdout
    assert "title=mapgen stale-map::" in ended.stdout
    assert "run `mapgen build --to svg --fonts embed .`" in ended.stdout


def test_what_fails_the_action_can_be_chosen(work: Path) -> None:
    spec(work / "coffee.journey.yaml", SMALL + "channels: [App]\n")

    assert step("Validate specs", work).returncode == 0
    assert step("Validate specs", work, fail_on="info").returncode == 1


@pytest.mark.parametrize("name", sorted(STEPS.keys() - {"Install mapgen"}))
def test_no_input_of_the_action_is_code(work: Path, name: str) -> None:
    ended = step(name, work, specs=EVIL, fail_on=EVIL, sarif_file="", check_options=EVIL, comment_file="x", base=EVIL)

    assert ended.returncode != 0
    assert not (work / "owned").exists()


def test_no_step_of_the_action_puts_an_input_into_its_shell() -> None:
    assert len(STEPS) == 4
    assert not any("${{" in one["run"] for one in STEPS.values())


def test_each_input_is_described() -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    _, github, rest = page.partition("## GitHub\n")
    github, _, gitlab = rest.partition("## GitLab\n")

    assert re.findall(r"^\| `([a-z-]+)` \|", github, re.MULTILINE) == list(INPUTS)
    assert [name for name in HEAD["spec"]["inputs"] if f"`{name}`" not in gitlab] == []


def test_the_job_of_gitlab_passes_and_fails_with_reports(work: Path) -> None:
    assert job(work).returncode == 0
    spec(work / "coffee.journey.yaml", FAULTY)

    ended = job(work)

    assert ended.returncode == 1
    assert "error[unknown-key]" in ended.stderr
    for name in JOB["mapgen"]["artifacts"]["reports"]["codequality"]:
        (issue,) = json.loads((work / name).read_text())
        assert issue["location"] == {"path": "coffee.journey.yaml", "lines": {"begin": 6, "end": 6}}


def test_the_job_of_gitlab_tells_a_forgotten_build(work: Path) -> None:
    spec(work / "coffee.journey.yaml", SMALL.replace("queue", "line"))

    assert job(work, check_options="--to=svg").returncode == 1
    assert [one["check_name"] for one in json.loads((work / "mapgen-maps.json").read_text())] == ["stale-map"]
    assert json.loads((work / "mapgen-journeys.json").read_text()) == []


def test_no_input_of_the_job_is_code(work: Path) -> None:
    ended = job(work, specs=EVIL, fail_on=EVIL, check_options=EVIL, CI_MERGE_REQUEST_DIFF_BASE_SHA=EVIL)

    assert ended.returncode != 0
    assert not (work / "owned").exists()


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema is in the group hooks")
def test_the_recipes_are_what_the_schemas_of_the_services_want(tmp_path: Path) -> None:
    made: dict[str, Any] = yaml.safe_load(filled(yaml.safe_dump(JOB), dict.fromkeys(HEAD["spec"]["inputs"], "x")))
    (tmp_path / "gitlab.yml").write_text(yaml.safe_dump(made))
    check = importlib.import_module("check_jsonschema").main

    for schema, file in (("github-actions", ROOT / "action.yml"), ("gitlab-ci", tmp_path / "gitlab.yml")):
        with pytest.raises(SystemExit) as ended:
            check(["-q", "--builtin-schema", f"vendor.{schema}", str(file)])
        assert ended.value.code == 0

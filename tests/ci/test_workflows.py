"""The workflows of this repository: pinned, with the least rights, and what the services accept."""

import importlib
import os
import re
import subprocess
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from mapgen import __version__
from mapgen.render import FORMATS

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FILES = [*WORKFLOWS, ROOT / "action.yml", ROOT / "docs/ci.md"]
PIN = re.compile(r"[0-9a-f]{40} # v\d+\.\d+\.\d+")


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    """Return the jobs of a workflow."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return found


def pins() -> dict[str, set[str]]:
    """Return what each action of others is pinned to, wherever it is used."""
    used = defaultdict(set)
    for file in FILES:
        for action, pin in re.findall(r"uses: ([\w-]+/[\w/-]+)@(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE):
            if action != "OWNER/mapgen":
                used[action].add(pin)
    return used


def test_each_action_is_pinned_by_commit_and_by_the_same_one_everywhere() -> None:
    assert len(pins()) >= 6
    assert {action: pins for action, pins in pins().items() if len(pins) > 1} == {}
    assert [pin for pins in pins().values() for pin in pins if not PIN.fullmatch(pin)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_has_only_the_rights_that_it_names_and_ends_in_time(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text(encoding="utf-8"))["permissions"] == {}
    for job in jobs(workflow).values():
        assert "write-all" not in str(job["permissions"])
        assert job["timeout-minutes"] <= 60
        assert all("${{" not in step.get("run", "") for step in job["steps"])


def test_no_job_that_can_publish_or_sign_runs_code_of_the_checkout() -> None:
    powerful = [
        job for job in jobs(ROOT / ".github/workflows/release.yml").values() if "id-token" in job["permissions"]
    ]

    assert len(powerful) == 2
    assert [step for job in powerful for step in job["steps"] if "run" in step or "checkout" in step["uses"]] == []


def test_ci_tries_each_python_that_is_supported_on_each_system() -> None:
    matrix = jobs(ROOT / ".github/workflows/ci.yml")["suite"]["strategy"]["matrix"]
    requires = re.search(r'requires-python = ">=(.*)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert requires
    assert matrix["python"] == [requires[1], "3.12", "3.13", "3.14"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]


@pytest.mark.skipif(os.name == "nt", reason="Windows runs no scripts by their first line")
@pytest.mark.parametrize(("tag", "code"), [(f"v{__version__}", 0), (__version__, 1), ("v0.0", 1), ("", 1)])
def test_a_release_needs_the_tag_of_its_version(tag: str, code: int) -> None:
    assert subprocess.run([ROOT / ".ci/matches-tag", tag], capture_output=True, check=False).returncode == code


def test_the_hook_notices_a_map_in_each_format() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (files,) = (hook["files"] for hook in hooks if hook["id"] == "mapgen-check")

    assert [name for name in FORMATS if not re.search(files, f"a.journey{FORMATS[name].suffix}")] == []


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema is in the group hooks")
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", "workflows/*.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("dependabot", "dependabot.yml"),
    ],
)
def test_the_files_are_what_the_schemas_of_github_accept(schema: str, pattern: str) -> None:
    files = [str(path) for path in (ROOT / ".github").glob(pattern)]
    check = importlib.import_module("check_jsonschema").main

    assert files
    with pytest.raises(SystemExit) as ended:
        check(["-q", "--builtin-schema", f"vendor.{schema}", *files])
    assert ended.value.code == 0


def test_the_recipes_pin_the_version_that_is_released_next() -> None:
    pages = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/ci.md"))
    pinned = re.findall(r"^ *(?:rev: |ref: |- uses: OWNER/mapgen@)(\S+)$", pages, re.MULTILINE)

    assert len(pinned) >= 4
    assert set(pinned) == {f"v{__version__}"}

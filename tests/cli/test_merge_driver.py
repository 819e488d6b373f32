"""Merges by a real git, with the driver registered as the README says."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.observe.snapshot_file import write_snapshot
from mapgen.record import replace
from tests.cli.cli_runner import Command, spec
from tests.snapshots import counts, snapshot

GIT = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not GIT, reason="git is not here")

BASE = """\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: -1
      - name: Sits down
        emotion: 1
"""
Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git in a repository of its own that knows the driver, whatever the settings of this machine are."""
    driver = f"'{sys.executable}' -m mapgen merge-driver --marker-size %L %O %A %B %P"
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **{f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [GIT, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    run("init", "-q", "-b", "main")
    run("config", "merge.mapgen.driver", driver)
    spec(tmp_path / ".gitattributes", "*journey.yaml merge=mapgen\n")
    return run


@pytest.fixture
def branches(git: Git, tmp_path: Path) -> Callable[[str, str], subprocess.CompletedProcess[str]]:
    """Merge two versions of a spec, made on two branches."""

    def merge(ours: str, theirs: str) -> subprocess.CompletedProcess[str]:
        def commit(text: str) -> None:
            spec(tmp_path / "a café.journey.yaml", text)
            git("add", ".")
            git("commit", "-q", "-m", "change")

        commit(BASE)
        git("checkout", "-q", "-b", "theirs")
        commit(theirs)
        git("checkout", "-q", "main")
        commit(ours)
        return git("merge", "-q", "-m", "both", "theirs")

    return merge


Branches = Callable[[str, str], "subprocess.CompletedProcess[str]"]


def test_two_who_add_touchpoints_at_the_same_place_do_not_conflict(branches: Branches, tmp_path: Path) -> None:
    done = branches(BASE + "      - name: Reads\n", BASE + "      - name: Waits\n")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a café.journey.yaml").read_text() == BASE + "      - name: Reads\n      - name: Waits\n"


def test_what_both_changed_is_left_as_a_conflict(branches: Branches, git: Git, tmp_path: Path) -> None:
    done = branches(BASE.replace("emotion: 1", "emotion: 2"), BASE.replace("emotion: 1", "emotion: 0"))

    assert done.returncode == 1
    assert 'error[conflict]: 1 conflict in "a café.journey.yaml"' in done.stderr
    assert "UU" in git("status", "--porcelain").stdout
    assert (tmp_path / "a café.journey.yaml").read_text() == BASE.replace(
        "        emotion: 1\n", "<<<<<<< ours\n        emotion: 2\n=======\n        emotion: 0\n>>>>>>> theirs\n"
    )


def test_what_is_no_yaml_is_merged_line_by_line(branches: Branches, tmp_path: Path) -> None:
    done = branches(BASE.replace("coffee", "tea"), BASE + "      - [\n")

    assert done.returncode == 0, done.stderr
    assert "merged line by line" in done.stderr
    assert (tmp_path / "a café.journey.yaml").read_text() == BASE.replace("coffee", "tea") + "      - [\n"


def test_a_version_that_is_not_there_is_told(mapgen: Command) -> None:
    ended = mapgen("merge-driver", "base", "ours", "theirs")

    assert ended.code == 1
    assert ended.err.startswith('error[file-error]: "base" cannot be read: ')


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_snapshots_the_newer_one_is_taken_whole(mapgen: Command, folder: Path, swapped: object) -> None:
    early = replace(snapshot(counts({"a": {"b": 20}, "b": {None: 20}})), until="2026-09-01T00:00:00Z")
    late = replace(snapshot(counts({"a": {"b": 30}, "b": {None: 30}})), until="2026-10-01T00:00:00Z")
    names = ("theirs", "ours") if swapped else ("ours", "theirs")
    for name, one in zip(names, (early, late), strict=True):
        (folder / name).write_bytes(write_snapshot(one))
    (folder / "base").write_bytes(b"")

    ended = mapgen("merge-driver", "base", "ours", "theirs", "a.observed.json")

    assert ended.code == 0
    assert (folder / "ours").read_bytes() == write_snapshot(late)


def test_a_snapshot_that_cannot_be_read_gives_way(mapgen: Command, folder: Path) -> None:
    good = write_snapshot(snapshot(counts({"a": {None: 20}})))
    for name, data in (("base", b""), ("ours", good.replace(b"20", b"21")), ("theirs", good)):
        (folder / name).write_bytes(data)

    assert mapgen("merge-driver", "base", "ours", "theirs").code == 0
    assert (folder / "ours").read_bytes() == good

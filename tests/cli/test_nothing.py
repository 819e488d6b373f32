"""Where there is nothing to check, a check does not fail, and a program gets a whole document."""

import json
from pathlib import Path

import pytest

from mapgen.diagnostics import REPORTERS
from tests.cli.cli_runner import SMALL, Command, spec
from tests.cli.repo import Repo

NOTE = "nothing to check: the folder . contains no *.journey.yaml or journey.yaml\n"
CHECKS = [("validate",), ("build", "--check"), ("fmt",), ("fmt", "--check")]


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_of_a_folder_without_specs_passes_with_a_note(mapgen: Command, check: tuple[str, ...]) -> None:
    assert mapgen(*check, ".") == (0, "", NOTE)
    assert mapgen(*check, "--quiet", ".") == (0, "", "")
    assert mapgen(*check) == (0, "", NOTE.replace("the folder .", "this folder"))


@pytest.mark.parametrize("check", CHECKS[:2])
@pytest.mark.parametrize("form", [name for name, reporter in REPORTERS.items() if reporter.document])
def test_a_program_gets_a_whole_document_of_nothing(mapgen: Command, check: tuple[str, ...], form: str) -> None:
    ended = mapgen(*check, "--quiet", "--output-format", form, ".")

    assert (ended.code, ended.err) == (0, "")
    if form == "junit":
        assert ended.out.startswith("<?xml")
        assert ended.out.endswith("</testsuites>\n")
    elif form != "github":
        json.loads(ended.out)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("specs", ['["journeys"]', '["*.journey.yaml"]', '["."]'])
def test_settings_may_name_specs_that_are_not_there_yet(
    mapgen: Command, folder: Path, check: tuple[str, ...], specs: str
) -> None:
    (folder / "mapgen.toml").write_text(f"specs = {specs}\n")

    ended = mapgen(*check)

    assert (ended.code, ended.out) == (0, "")
    assert "nothing to check: " in ended.err


@pytest.mark.parametrize("check", CHECKS)
def test_specs_in_folders_below_are_not_passed_over(mapgen: Command, folder: Path, check: tuple[str, ...]) -> None:
    spec(folder / "maps/x.journey.yaml")

    assert mapgen(*check).code == 2


def test_an_empty_folder_does_not_hide_the_specs_of_another(mapgen: Command, folder: Path) -> None:
    spec(folder / "maps/x.journey.yaml", "title: X\nstages: [{nmae: A}]\n")
    (folder / "empty").mkdir()

    ended = mapgen("validate", "empty", "maps")

    assert ended.code == 1
    assert "nothing to check: the folder empty contains no" in ended.err
    assert "error[unknown-key]" in ended.err


def test_maps_that_the_last_spec_left_behind_are_still_found(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    mapgen("build", "x.journey.yaml")
    (folder / "x.journey.yaml").unlink()

    ended = mapgen("build", "--check", ".")

    assert ended.code == 1
    assert "error[orphaned-map]" in ended.err
    assert "nothing to check" not in ended.err


@pytest.mark.parametrize("command", ["build", "scenarios", "serve"])
def test_what_needs_a_spec_names_the_command_that_writes_one(mapgen: Command, command: str) -> None:
    ended = mapgen(command, ".")

    assert ended.code == 2
    assert "hint: `mapgen init .` creates one\n" in ended.err


@pytest.mark.parametrize("command", [("serve", "--no-open"), ("build", "--watch")])
def test_a_spec_that_is_not_there_cannot_be_watched(mapgen: Command, folder: Path, command: tuple[str, ...]) -> None:
    spec(folder / "coffee.journey.yaml")

    ended = mapgen(*command, "cofee")

    assert ended.code == 2
    assert ended.err == (
        'error[usage]: cofee cannot be read: no such file\n  = hint: did you mean "coffee.journey.yaml"?\n'
    )


def test_a_comparison_of_a_folder_without_specs_finds_no_changes(folder: Path, mapgen: Command) -> None:
    (folder / ".git").rmdir()
    repo = Repo(folder)
    (folder / "README").touch()
    repo.commit("begin")

    assert mapgen("diff", "HEAD", "--", ".").code == 0
    assert mapgen("diff", "HEAD", "--", "gone").code == 2
    spec(folder / "x.journey.yaml", SMALL)
    assert "x.journey.yaml" in mapgen("diff", "HEAD", "--", ".").out

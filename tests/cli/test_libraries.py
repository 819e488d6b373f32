"""Libraries: declarations in a file of their own, which many specs use."""

import json
from pathlib import Path

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.source.tree import Source
from tests.cli.cli_runner import Command, spec
from tests.cli.repo import Repo

COMPANY = """\
owners:
  - id: bar
    name: The bar team
    contact: bar@example.com
  - id: it
    name: IT
"""
FIRST = """\
title: Morning coffee
uses:
  - ../shared/company.library.yaml
stages:
  - name: Arrive
    owner: bar
    touchpoints:
      - name: Sees the queue
        emotion: -1
"""


@pytest.fixture
def company(folder: Path) -> Path:
    spec(folder / "maps" / "first.journey.yaml", FIRST)
    return spec(folder / "shared" / "company.library.yaml", COMPANY)


@pytest.fixture
def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The current folder as a repository with a spec and its library, committed."""
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    repo = Repo(folder)
    spec(folder / "maps" / "first.journey.yaml", FIRST)
    spec(folder / "shared" / "company.library.yaml", COMPANY)
    repo.commit("First")
    return repo


@pytest.mark.usefixtures("company")
def test_a_map_shows_what_it_uses_of_a_library(mapgen: Command) -> None:
    ended = mapgen("build", "maps", "--to", "json", "-o", "-")

    assert (ended.code, ended.err) == (0, "")
    assert [owner["name"] for owner in json.loads(ended.out)["journey"]["owners"]] == ["The bar team"]


@pytest.mark.usefixtures("company")
def test_what_a_spec_does_not_use_of_a_library_is_no_finding(mapgen: Command) -> None:
    ended = mapgen("validate", "--select", "unused-owner", "maps")

    assert (ended.code, ended.err) == (0, "")


def test_a_missing_library_is_told_at_its_line_with_a_suggestion(company: Path, mapgen: Command) -> None:
    company.rename(company.with_name("companies.library.yaml"))

    ended = mapgen("validate", "maps/first.journey.yaml")

    assert ended.code == 1
    assert 'error[unknown-library]: no library "../shared/company.library.yaml"' in ended.err
    assert "maps/first.journey.yaml:3:5" in ended.err
    assert 'hint: did you mean "../shared/companies.library.yaml"?' in ended.err


def test_errors_of_a_library_are_told_once_with_their_own_file(company: Path, mapgen: Command) -> None:
    spec(company, COMPANY.replace("name: IT", "nam: IT"))
    for number in range(3):
        spec(company.parents[1] / "maps" / f"{number}.journey.yaml", FIRST)

    ended = mapgen("validate", "maps")

    assert ended.code == 1
    assert ended.err.count("shared/company.library.yaml:6:5") == 1
    assert ended.err.count("error[broken-library]") == 4
    files = json.loads(mapgen("validate", ".", "--output-format", "json").out)["files"]
    assert [file["path"] for file in files].count("shared/company.library.yaml") == 1


def test_many_specs_open_a_library_once(company: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(200):
        spec(company.parents[1] / "maps" / f"{number}.journey.yaml", FIRST)
    parsed: list[str] = []

    def note(source: Source, _: object) -> tuple[Diagnostic, ...]:
        parsed.append(source.name)
        return ()

    monkeypatch.setattr("mapgen.model.libraries.check_declarations", note)

    ended = mapgen("validate", "--no-audit", "--quiet", "maps")

    assert ended.code == 0
    assert parsed == ["shared/company.library.yaml"]


@pytest.mark.parametrize("name", ["../../outside.library.yaml", "{absolute}"])
def test_nothing_outside_the_repository_is_read(folder: Path, mapgen: Command, name: str) -> None:
    outside = spec(folder.parent / "outside.library.yaml", COMPANY)
    name = name.replace("{absolute}", outside.as_posix())
    spec(folder / "maps" / "a.journey.yaml", FIRST.replace("../shared/company.library.yaml", name))

    ended = mapgen("validate", "maps")

    assert ended.code == 1
    assert "error[unusable-library]" in ended.err
    assert "it is outside the repository" in ended.err


def test_a_link_out_of_the_repository_is_not_followed(company: Path, mapgen: Command) -> None:
    outside = spec(company.parents[2] / "outside.library.yaml", COMPANY)
    company.unlink()
    company.symlink_to(outside)

    ended = mapgen("validate", "maps")

    assert ended.code == 1
    assert "it is outside the repository" in ended.err


def test_a_link_to_another_kind_of_file_is_not_followed(company: Path, mapgen: Command) -> None:
    company.unlink()
    company.symlink_to(spec(company.parents[1] / "secret.yaml", "password: x"))

    ended = mapgen("validate", "maps")

    assert ended.code == 1
    assert "it is a link to a file that does not end in .library.yaml" in ended.err
    assert "password" not in ended.err


def test_without_a_repository_the_folder_of_the_settings_counts(company: Path, mapgen: Command) -> None:
    folder = company.parents[1]
    (folder / ".git").rmdir()

    assert "it is outside the repository" in mapgen("validate", "maps").err

    spec(folder / "mapgen.toml", 'specs = ["maps"]\n')

    assert mapgen("validate", "maps").code == 0


def test_a_library_can_be_checked_by_itself(company: Path, mapgen: Command) -> None:
    assert mapgen("validate", "shared").out == "shared/company.library.yaml: no problems\n"

    spec(company, COMPANY.replace("id: it", "id: bar"))
    ended = mapgen("validate", "shared")

    assert ended.code == 1
    assert "error[duplicate-id]" in ended.err
    assert "shared/company.library.yaml:5:9" in ended.err


@pytest.mark.usefixtures("company")
def test_a_library_has_no_map(mapgen: Command) -> None:
    ended = mapgen("build", "shared/company.library.yaml")

    assert ended.code == 2
    assert '"shared/company.library.yaml" is a library, which has no map' in ended.err


def test_maps_are_out_of_date_when_a_library_has_changed(company: Path, mapgen: Command) -> None:
    assert mapgen("build", "maps", "--to", "md").code == 0
    assert mapgen("build", "maps", "--to", "md", "--check").code == 0

    spec(company, COMPANY.replace("The bar team", "The coffee team"))
    ended = mapgen("build", "maps", "--to", "md", "--check")

    assert ended.code == 1
    assert "error[stale-map]" in ended.err


def test_the_settings_can_name_libraries_for_all_specs(company: Path, mapgen: Command) -> None:
    folder = company.parents[1]
    spec(folder / "maps" / "first.journey.yaml", FIRST.replace("uses:\n  - ../shared/company.library.yaml\n", ""))
    assert mapgen("validate", "maps").code == 1

    spec(folder / "mapgen.toml", 'library = ["shared/company.library.yaml"]\n')

    assert mapgen("validate", "--select", "unused-owner", "maps").code == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../company.library.yaml", "is outside the folder of the settings"),
        ("shared/compny.library.yaml", "names a file that does not exist"),
        ("shared/company.yaml", "the name of a library ends in .library.yaml"),
    ],
)
def test_a_library_of_the_settings_that_cannot_be_used_is_told_there(
    company: Path, mapgen: Command, name: str, why: str
) -> None:
    spec(company.parents[1] / "mapgen.toml", f'library = ["{name}"]\n')

    ended = mapgen("validate", "maps")

    assert ended.code == 2
    assert why in ended.err
    assert "mapgen.toml:1:1" in ended.err


def test_fmt_formats_libraries(company: Path, mapgen: Command) -> None:
    spec(company, "channels: [ App ]\nowners:\n- name: IT\n  id: it\n")

    assert mapgen("fmt", "shared").code == 0
    assert company.read_text(encoding="utf-8") == "owners:\n  - id: it\n    name: IT\nchannels: [App]\n"


def test_the_schema_of_libraries_can_be_printed(mapgen: Command) -> None:
    assert json.loads(mapgen("schema", "library").out)["$id"] == "urn:mapgen:library:1"


def test_diff_compares_with_the_library_of_the_other_version(repo: Repo, mapgen: Command) -> None:
    spec(repo.folder / "shared" / "company.library.yaml", COMPANY.replace("The bar team", "The coffee team"))

    worktree = mapgen("diff")
    repo.commit("Second")
    commits = mapgen("diff", "HEAD~1", "--", "maps")

    for ended in (worktree, mapgen("diff", "HEAD~1..HEAD"), commits):
        assert ended.err == ""
        assert "The coffee team" in ended.out


def test_diff_says_nothing_where_a_library_changed_elsewhere(repo: Repo, mapgen: Command) -> None:
    spec(repo.folder / "shared" / "company.library.yaml", COMPANY.replace("name: IT", "name: Systems"))

    assert mapgen("diff", "--exit-code").code == 0


def test_history_reads_each_version_with_the_library_of_its_time(repo: Repo, mapgen: Command) -> None:
    spec(repo.folder / "shared" / "company.library.yaml", COMPANY.replace("The bar team", "The coffee team"))
    repo.commit("Rename the team")
    spec(repo.folder / "maps" / "first.journey.yaml", FIRST.replace("emotion: -1", "emotion: 1"))
    repo.commit("Make the queue shorter")

    ended = mapgen("history", "maps/first.journey.yaml", "--to", "md")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.index("First") < ended.out.index("Rename the team") < ended.out.index("Make the queue shorter")
    assert "The coffee team" in ended.out

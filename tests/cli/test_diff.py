"""`mapgen diff`: two files, or two versions in git, whatever the repository is like."""

# ruff: noqa: RUF001  the signs that a report holds, as it holds them

import json
import re
from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, SMALL, Command, spec
from tests.cli.repo import Repo

BETTER = SMALL.replace("emotion: -1", "emotion: 1")
BEST = SMALL.replace("emotion: -1", "emotion: 2")
STEP = "Sees the queue: emotion −1 → +1"


@pytest.fixture
def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The current folder as a repository with one spec and two commits; the spec on the disk is a third version."""
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    repo = Repo(folder)
    repo.commit("first", coffee=SMALL)
    repo.commit("second", coffee=BETTER)
    spec(folder / "coffee.journey.yaml", BEST)
    return repo


@pytest.mark.usefixtures("repo")
def test_the_working_tree_is_compared_with_the_last_commit(mapgen: Command) -> None:
    assert "emotion +1 → +2" in mapgen("diff").out


@pytest.mark.usefixtures("repo")
def test_the_working_tree_is_compared_with_a_revision(mapgen: Command) -> None:
    assert mapgen("diff", "HEAD~1").out.splitlines() == [
        "# coffee.journey.yaml",
        "  better: lowest moment −1 → +2; 1 touchpoint feels better",
        "",
        "  [Arrive]",
        "  ~ Sees the queue: emotion −1 → +2",
    ]


@pytest.mark.parametrize(
    "words",
    [["HEAD~1..HEAD"], ["HEAD~1..", "coffee.journey.yaml"], ["HEAD~1...HEAD", "."], ["HEAD~1..HEAD", "--", "*.yaml"]],
)
@pytest.mark.usefixtures("repo")
def test_two_revisions_are_compared(mapgen: Command, words: list[str]) -> None:
    assert STEP in mapgen("diff", *words).out


def test_three_dots_compare_with_where_the_histories_part(repo: Repo, mapgen: Command) -> None:
    repo.git("checkout", "-qf", "-b", "side", "HEAD~1")
    repo.commit("side", tea=SMALL.replace("coffee", "tea"))

    said = mapgen("diff", "main...side").out

    assert "# tea.journey.yaml" in said
    assert "coffee" not in said


def test_two_files_are_compared_without_git(folder: Path, mapgen: Command) -> None:
    old, new = spec(folder / "old.yaml"), spec(folder / "new.yaml", BETTER)

    assert STEP in mapgen("diff", str(old), str(new)).out
    assert mapgen("diff", str(old), str(old)).out == f"no changes between {old} and {old}\n"


def test_two_files_win_over_revisions_and_behind_the_divider_any_file_is_one(repo: Repo, mapgen: Command) -> None:
    spec(repo.folder / "old.yaml")
    spec(repo.folder / "HEAD", BETTER)
    repo.git("branch", "old.yaml")

    assert STEP in mapgen("diff", "--", "old.yaml", "HEAD").out
    assert "emotion −1 → +2" in mapgen("diff", "old.yaml", "coffee.journey.yaml").out


def test_a_folder_wins_over_a_branch_and_the_divider_makes_it_a_revision(repo: Repo, mapgen: Command) -> None:
    repo.git("branch", "maps", "HEAD~1")
    spec(repo.folder / "maps/tea.journey.yaml")

    assert "# maps/tea.journey.yaml" in mapgen("diff", "maps").out
    assert "emotion −1 → +2" in mapgen("diff", "maps", "--", "coffee.journey.yaml").out


def test_specs_that_came_and_went_are_told(repo: Repo, mapgen: Command) -> None:
    repo.commit("third", coffee=None, tea="title: Tea\nstages: [{name: Sip, touchpoints: [Cup]}]\n")

    assert mapgen("diff", "HEAD~1..HEAD").out.splitlines() == [
        "# coffee.journey.yaml",
        "  removed: 1 stage, 1 touchpoint",
        "",
        "# tea.journey.yaml",
        "  new: 1 stage, 1 touchpoint",
    ]


def sources(page: str) -> list[str]:
    """Return the files that the maps of a page name at their foot: changes, before, now."""
    return [re.findall(r">([\w.]+\.yaml)</text>", figure)[-1] for figure in page.split("<figure ")[1:]]


def test_each_map_of_the_page_names_the_file_that_it_is_of(repo: Repo, mapgen: Command) -> None:
    repo.commit("rename", coffee=None, espresso=BEST)
    renamed = mapgen("diff", "HEAD~1", "--to", "html").out
    spec(repo.folder / "old.yaml", SMALL)
    spec(repo.folder / "new.yaml", BEST)
    files = mapgen("diff", "old.yaml", "new.yaml", "--to", "html").out

    assert sources(renamed) == ["espresso.journey.yaml", "coffee.journey.yaml", "espresso.journey.yaml"]
    assert sources(files) == ["new.yaml", "old.yaml", "new.yaml"]


@pytest.mark.parametrize(
    "text", [BEST, BETTER, BETTER.replace("Morning", "Good morning")], ids=["id", "content", "lines"]
)
def test_a_spec_that_was_renamed_is_followed(repo: Repo, mapgen: Command, text: str) -> None:
    repo.commit("rename", coffee=None, espresso=text)

    for words in (["HEAD~1..HEAD"], ["HEAD~1..HEAD", "espresso.journey.yaml"], ["HEAD~1", "espresso.journey.yaml"]):
        assert "# espresso.journey.yaml (was coffee.journey.yaml)" in mapgen("diff", *words).out


def test_a_version_with_errors_is_told_and_the_others_go_on(repo: Repo, mapgen: Command) -> None:
    repo.commit("break", coffee=FAULTY, tea=SMALL.replace("coffee", "tea"))
    repo.commit("mend", coffee=SMALL, tea=BETTER.replace("coffee", "tea"))

    ended = mapgen("diff", "HEAD~1")

    assert ended.code == 1
    assert "--> HEAD~1:coffee.journey.yaml:6:9" in ended.err
    assert "cannot be compared" in ended.out
    assert STEP in ended.out


@pytest.mark.usefixtures("repo")
def test_the_exit_code_tells_of_changes_where_that_is_wanted(mapgen: Command) -> None:
    assert mapgen("diff", "HEAD~1").code == 0
    assert mapgen("diff", "HEAD~1", "--exit-code").code == 1
    assert mapgen("diff", "HEAD..HEAD", "--exit-code").code == 0


@pytest.mark.parametrize(
    ("scale", "listed", "code"),
    [
        ("emotion_scale: {min: -2, max: 2}", [], 0),
        (
            "emotion_scale: {min: -4, max: 4}",
            ["lowest emotion of the scale −2 → −4", "highest emotion of the scale 2 → 4"],
            1,
        ),
    ],
)
def test_another_scale_with_the_same_feelings_is_listed_as_the_change_that_the_exit_code_counts(
    mapgen: Command, folder: Path, scale: str, listed: list[str], code: int
) -> None:
    spec(folder / "old.yaml")
    emotion = -2 if listed else -1
    spec(folder / "new.yaml", f"{scale}\n{SMALL.replace('emotion: -1', f'emotion: {emotion}')}")

    ended = mapgen("diff", "old.yaml", "new.yaml", "--exit-code")

    assert ended.code == code
    assert [line.removeprefix("  ~ ") for line in ended.out.splitlines() if line.startswith("  ~ ")] == listed


def test_the_name_of_the_file_chooses_the_format(repo: Repo, mapgen: Command) -> None:
    assert mapgen("diff", "-o", "changes.md").out == ""
    assert (repo.folder / "changes.md").read_text(encoding="utf-8").startswith("<!-- mapgen diff -->\n\n### Morn")
    assert json.loads(mapgen("diff", "-o", "-", "--to", "json").out)["changes"] == 1
    assert "name a file that ends in" in mapgen("diff", "-ochanges").err
    assert mapgen("diff", "--to", "json", "-o", "changes.md").code == 2


def test_a_repository_without_a_commit_has_only_new_specs(folder: Path, mapgen: Command) -> None:
    (folder / ".git").rmdir()
    Repo(folder)
    spec(folder / "coffee.journey.yaml")

    assert "new: 1 stage, 1 touchpoint" in mapgen("diff").out
    assert mapgen("diff", "HEAD").code == 2


def test_it_works_below_the_top_in_folders_with_any_name(
    repo: Repo, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = repo.folder / "all maps/旅 & é"
    repo.commit("below", **{"all maps/旅 & é/tea": SMALL})
    spec(below / "tea.journey.yaml", BETTER)
    monkeypatch.chdir(below)

    assert "# all maps/旅 & é/tea.journey.yaml" in mapgen("diff").out
    assert "coffee" not in mapgen("diff").out
    assert STEP in mapgen("diff", "HEAD", "tea.journey.yaml").out
    assert "coffee" in mapgen("diff", "HEAD~1", "../../coffee.journey.yaml").out


def test_it_works_in_a_worktree_a_shallow_clone_and_without_a_branch(
    repo: Repo, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("worktree", "add", "-q", "--detach", "tree", "HEAD")
    repo.git("clone", "-q", "--depth", "1", repo.folder.as_uri(), "clone")
    for name in ("tree", "clone"):
        spec(repo.folder / name / "coffee.journey.yaml", BEST)
        monkeypatch.chdir(repo.folder / name)
        assert "emotion +1 → +2" in mapgen("diff").out
    ended = mapgen("diff", "HEAD~1")

    assert ended.code == 2
    assert "the clone is shallow" in ended.err


@pytest.mark.parametrize(
    "word", ["--output=pwned", "-opwned", "--textconv", "-c", "", " ", "nosuch", "HEAD^@", "HEAD\n", "a..b", "\x1b[2J"]
)
def test_what_is_no_revision_does_nothing_but_give_an_error(repo: Repo, mapgen: Command, word: str) -> None:
    ended = mapgen("diff", word, "coffee.journey.yaml")

    assert ended.code in {1, 2}
    assert ended.out == ""
    assert not (repo.folder / "pwned").exists()


def test_a_hostile_repository_runs_nothing(repo: Repo, mapgen: Command) -> None:
    run = "touch pwned; cat"
    (repo.folder / ".gitattributes").write_text("* diff=evil filter=evil\n", encoding="utf-8")
    for name in (
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "filter.evil.smudge",
        "filter.evil.clean",
        "core.fsmonitor",
        "core.pager",
    ):
        repo.git("config", name, run)

    assert "emotion −1 → +2" in mapgen("diff", "HEAD~1").out
    assert not (repo.folder / "pwned").exists()


def test_the_environment_does_not_lead_to_another_repository(
    repo: Repo, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(repo.folder / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.folder / "nowhere"))

    assert "emotion −1 → +2" in mapgen("diff", "HEAD~1").out


def test_outside_a_repository_it_says_so(folder: Path, mapgen: Command) -> None:
    (folder / ".git").rmdir()
    ended = mapgen("diff")

    assert ended.code == 1
    assert "this folder is not in a git repository" in ended.err


def test_without_git_it_says_so(repo: Repo, mapgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo.folder))

    assert "git is not installed" in mapgen("diff").err


def test_a_link_or_a_folder_in_place_of_a_spec_is_not_followed(repo: Repo, mapgen: Command) -> None:
    path = repo.folder / "coffee.journey.yaml"
    path.unlink()
    path.symlink_to("/etc/hostname")
    repo.commit("link")
    path.unlink()
    repo.commit("mend", coffee=SMALL)

    ended = mapgen("diff", "HEAD~1")

    assert ended.code == 1
    assert "it is not a file but a link" in ended.err


@pytest.mark.usefixtures("repo")
def test_a_spec_outside_the_repository_and_one_that_is_not_there_are_told(mapgen: Command) -> None:
    assert "is outside the repository" in mapgen("diff", "HEAD", "../x.yaml").err
    assert "no spec matches `gone.yaml`" in mapgen("diff", "HEAD", "gone.yaml").err


def test_one_spec_is_drawn_and_several_are_refused(repo: Repo, mapgen: Command) -> None:
    assert mapgen("diff", "--to", "svg").out.startswith("<svg ")
    assert mapgen("diff", "-o", "changes.html").code == 0
    assert (repo.folder / "changes.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

    spec(repo.folder / "tea.journey.yaml", SMALL.replace("coffee", "tea"))
    refused = mapgen("diff", "--to", "svg")

    assert refused.code == 2
    assert "svg shows one spec, but 2 changed" in refused.err
    assert mapgen("diff", "--to", "svg", "coffee.journey.yaml").code == 0
    assert mapgen("diff", "--to", "html").out.count('class="comparison"') == 2

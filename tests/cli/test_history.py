"""`mapgen history`: how a journey moved from commit to commit."""

# ruff: noqa: RUF001  the signs that a report holds, as it holds them

import json
from html import unescape
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from mapgen.render.history import HISTORY_FORMATS
from tests.cli.cli_runner import FAULTY, SMALL, Command
from tests.cli.repo import Repo

BETTER = SMALL.replace("emotion: -1", "emotion: 1")
DOCS = Path(__file__).parents[2] / "docs/diff.md"


@pytest.fixture
def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The current folder as a repository: a spec that was mended, renamed and broken, and one that nobody asks for."""
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    repo = Repo(folder)
    repo.commit("first", **{"old name": SMALL, "tea": SMALL})
    repo.commit("tea", tea=BETTER)
    repo.commit("::error::mend", **{"old name": BETTER})
    repo.commit("rename", **{"old name": None, "coffee": BETTER})
    repo.commit("measure", coffee=BETTER + "    metrics: [{name: Wait, value: 8, unit: min}]\n")
    repo.commit("wait less", coffee=BETTER + "    metrics: [{name: Wait, value: 5, unit: min}]\n")
    return repo


@pytest.mark.usefixtures("repo")
def test_each_version_is_told_under_each_name_and_no_other_commit(mapgen: Command) -> None:
    lines = mapgen("history", "coffee.journey.yaml").out.splitlines()

    assert lines[0] == "# coffee.journey.yaml: 5 versions, 2026-03-01 to 2026-03-06"
    assert [line.split()[0] for line in lines[3:8]] == [f"2026-03-0{day}" for day in (1, 3, 4, 5, 6)]
    assert [line.split()[2:4] for line in lines[2:5]] == [["Lowest", "Arrive"], ["−1", "−1"], ["+1", "+1"]]
    assert "  [Wait] 8\N{NO-BREAK SPACE}min (2026-03-05) → 5\N{NO-BREAK SPACE}min (2026-03-06)" in lines
    assert "  it was old name.journey.yaml" in lines
    assert "  ~ Sees the queue: emotion −1 → +1" in lines
    assert not any(line.lstrip().startswith("::") for line in lines)


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(("since", "first"), [("2026-03-05", "rename"), ("HEAD~1", "measure"), ("2020-01-01", "first")])
def test_it_begins_with_what_was_there_on_a_day_or_at_a_revision(mapgen: Command, since: str, first: str) -> None:
    data = json.loads(mapgen("history", "coffee.journey.yaml", "--since", since, "--to", "json").out)

    assert (data["format"], data["version"]) == ("mapgen-history", 1)
    assert data["versions"][0]["subject"] == first
    assert data["versions"][0]["changes"] == []
    assert data["versions"][-1]["figures"]["metrics"][0]["value"] == 5


def test_a_version_with_errors_is_told_and_passed_over(repo: Repo, mapgen: Command) -> None:
    repo.commit("break", coffee=FAULTY)
    repo.commit("mend", coffee=SMALL)

    ended = mapgen("history", "coffee.journey.yaml", "--to", "md", "-o", "-")

    assert ended.code == 1
    assert ":coffee.journey.yaml:6:9" in ended.err
    assert "- Sees the queue: emotion +1 → −1" in ended.out
    assert "| errors | – |" in ended.out


def test_in_a_shallow_clone_it_tells_what_is_there(
    repo: Repo, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("clone", "-q", "--depth", "2", repo.folder.as_uri(), "clone")
    monkeypatch.chdir(repo.folder / "clone")

    assert "coffee.journey.yaml: 2 versions" in mapgen("history", "coffee.journey.yaml").out


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nothing.yaml"], 2, "no commit contains it"),
        (["coffee.journey.yaml", "--since", "-x"], 2, "is not a revision"),
        (["coffee.journey.yaml", "--since", "--output=x.md"], 2, "is not a revision"),
        (["../x.yaml"], 1, "is outside the repository"),
    ],
)
def test_what_it_cannot_do_it_says(mapgen: Command, words: list[str], code: int, said: str) -> None:
    ended = mapgen("history", *words)

    assert ended.code == code
    assert said in ended.err


def test_each_format_is_described() -> None:
    text = DOCS.read_text(encoding="utf-8").partition("## History")[2]

    assert [name for name in HISTORY_FORMATS if f"`{name}`" not in text] == []


@pytest.mark.usefixtures("repo")
def test_it_is_drawn_and_made_a_page_that_runs_nothing(mapgen: Command, folder: Path) -> None:
    assert mapgen("history", "coffee.journey.yaml", "-o", "past.svg").code == 0
    assert mapgen("history", "coffee.journey.yaml", "-o", "past.html").code == 0

    drawn, page = ((folder / f"past.{kind}").read_text(encoding="utf-8") for kind in ("svg", "html"))
    root = etree.fromstring(drawn)
    assert root.findtext("{*}title") == "Morning coffee"
    assert {"2026-03-01", "2026-03-06", "▲ better"} <= set(root.itertext())
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert "default-src 'none'; script-src 'none'; style-src 'sha256-" in unescape(page)
    assert "<script" not in page
    assert [row[0].text for row in tree.iter("tr")][1:] == [f"2026-03-0{day}" for day in (1, 3, 4, 5, 6)]
    assert "Sees the queue: emotion −1 → +1" in "".join(tree.itertext())


def test_where_no_version_can_be_read_there_is_nothing_to_draw(repo: Repo, mapgen: Command) -> None:
    repo.commit("wrong", wrong=FAULTY)

    ended = mapgen("history", "wrong.journey.yaml", "-o", "past.svg")

    assert ended.code == 1
    assert "nothing to draw: every version has errors" in ended.err
    assert not (repo.folder / "past.svg").exists()


@pytest.mark.usefixtures("repo")
def test_the_page_of_a_map_carries_the_history_where_that_is_asked_for(mapgen: Command, folder: Path) -> None:
    def page(*options: str) -> str:
        assert mapgen("build", "-q", "--to", "html", "coffee.journey.yaml", *options).code == 0
        return (folder / "coffee.journey.html").read_text(encoding="utf-8")

    plain, told = page(), page("--with-history")
    html5lib.HTMLParser(strict=True).parse(told)

    assert ("view-past" in plain, "view-past" in told) == (False, True)
    assert "::error::mend" in told
    assert page() == plain


def test_without_git_a_page_is_made_without_history_and_a_warning(folder: Path, mapgen: Command) -> None:
    (folder / ".git").rmdir()
    (folder / "coffee.journey.yaml").write_text(SMALL, encoding="utf-8")

    ended = mapgen("build", "--to", "html", "coffee.journey.yaml", "--with-history")

    assert ended.code == 0
    assert "warning[no-history]: coffee.journey.yaml: no history in the page: this folder is not in" in ended.err
    assert "view-past" not in (folder / "coffee.journey.html").read_text(encoding="utf-8")


def test_where_no_page_is_built_nothing_is_said_of_history(folder: Path, mapgen: Command) -> None:
    (folder / ".git").rmdir()
    (folder / "coffee.journey.yaml").write_text(SMALL, encoding="utf-8")

    ended = mapgen("build", "--to", "svg,md", "coffee.journey.yaml", "--with-history")

    assert (ended.code, "no-history" in ended.err) == (0, False)


def test_a_spec_that_was_never_committed_has_no_history(repo: Repo, mapgen: Command) -> None:
    (repo.folder / "new.journey.yaml").write_text(SMALL, encoding="utf-8")

    ended = mapgen("build", "-q", "--to", "html", "new.journey.yaml", "--with-history")

    assert (ended.code, "no commit contains it" in ended.err) == (0, True)


@pytest.mark.usefixtures("repo")
def test_a_page_with_history_cannot_be_checked(mapgen: Command) -> None:
    ended = mapgen("build", "--check", "coffee.journey.yaml", "--with-history")

    assert ended.code == 2
    assert "--with-history cannot be combined with --check" in ended.err

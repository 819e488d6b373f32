"""No argument, file name, setting or commit makes a line on standard error, or a line of a report, long."""

from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, SMALL, Command, spec
from tests.cli.repo import Repo

LONG = "ж" * 20_000
MOST = 8_192
SETTINGS = (
    f"{LONG} = 1\n",
    f'theme = "{LONG}"\n',
    f'to = ["{LONG}"]\n',
    f'specs = ["{LONG}"]\n',
    f'[audit]\n"{LONG}" = 1\n',
    f'[audit.rules]\n"{LONG}" = "off"\n',
    f'[audit.rules.stale-review]\n"{LONG}" = 1\n',
    f"theme = {LONG}\n",
)
ARGUMENTS = (
    (LONG,),
    (f"--{LONG}",),
    ("build", f"--{LONG}"),
    ("build", "--to", LONG, "a.journey.yaml"),
    ("build", "--theme", LONG, "a.journey.yaml"),
    ("build", "--view", LONG, "a.journey.yaml"),
    ("build", "--paper", LONG, "a.journey.yaml"),
    ("build", "--scenario", LONG, "a.journey.yaml"),
    ("build", "-o", LONG, "a.journey.yaml"),
    ("build", LONG),
    ("build", f"{LONG}/*.yaml"),
    ("validate", "--as-of", LONG, "a.journey.yaml"),
    ("validate", "--fail-on", LONG, "a.journey.yaml"),
    ("validate", "--output-format", LONG, "a.journey.yaml"),
    ("explain", LONG),
    ("diff", LONG),
    ("diff", f"{LONG}..HEAD"),
    ("diff", "-o", f"{LONG}.txt", "HEAD"),
    ("history", LONG),
    ("history", "--since", LONG, "a.journey.yaml"),
    ("scenarios", LONG),
    ("fmt", LONG),
    ("init", LONG),
    ("init", "--model", LONG),
    ("serve", "--port", LONG),
)


def longest(*texts: str) -> int:
    return max(len(line.encode()) for text in texts for line in (*text.split("\n"), ""))


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: " ".join(word[:9] for word in arguments))
def test_no_argument_makes_a_message_long(arguments: tuple[str, ...], mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    ended = mapgen(*arguments)

    assert ended.code != 0
    assert longest(ended.err, ended.out) <= MOST


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: settings.replace(LONG, "long")[:30])
def test_no_setting_makes_a_message_long(settings: str, mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    (folder / "mapgen.toml").write_text(settings, encoding="utf-8")
    ended = mapgen("validate", "a.journey.yaml")

    assert longest(ended.err, ended.out) <= MOST


def test_no_commit_makes_a_line_of_a_report_long(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    repo = Repo(folder)
    repo.commit("first", coffee=SMALL)
    for number, text in enumerate((SMALL.replace("-1", "1"), FAULTY, SMALL.replace("-1", "2"))):
        path = folder / "message"
        path.write_text(f"{number} {LONG}", encoding="utf-8")
        spec(folder / "coffee.journey.yaml", text)
        repo.git("add", "coffee.journey.yaml")
        repo.git("commit", "-q", "-F", str(path))
    for kind in ("text", "md", "json"):
        ended = mapgen("history", "coffee.journey.yaml", "--to", kind)

        assert longest(ended.err, ended.out) <= MOST

"""The hooks for pre-commit and prek. With a folder of wheels in MAPGEN_WHEELS they run, without a network."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
import yaml

from mapgen.cli.group import COMMANDS
from tests.cli.cli_runner import SMALL, spec

ROOT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
TOOLS = Path(sys.executable).parent
PACKAGE = ("mapgen", "schemas", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
TYPO = SMALL.replace("emotion: -1", "emotoin: -1")


def test_there_are_hooks_for_all_that_a_commit_may_need() -> None:
    names = ["build", "check", "fmt", "inject", "validate", "validate-all"]
    assert sorted(HOOKS) == [f"mapgen-{name}" for name in names]


@pytest.mark.parametrize("name", HOOKS)
def test_each_hook_is_a_command_that_mapgen_knows(name: str) -> None:
    _, command, *words = shlex.split(HOOKS[name]["entry"])

    with COMMANDS[command].make_context(command, [*words, *HOOKS[name].get("args", ["x"])]) as context:
        assert isinstance(context, click.Context)
        assert context.params["files" if command == "inject" else "specs"]


@pytest.mark.parametrize(
    ("file", "hooks"),
    [
        ("journey.yaml", 6),
        ("maps/checkout.journey.yml", 6),
        ("maps/checkout.journey.svg", 2),
        ("maps/checkout.journey.flow-happy.svg", 2),
        ("journey.md", 3),
        ("mapgen.toml", 3),
        ("sub/pyproject.toml", 3),
        ("shared/company.library.yaml", 5),
        ("research/talk-3.txt", 3),
        ("research/talk-3.vtt", 3),
        ("maps/checkout.observed.json", 3),
        ("my-journey.yaml", 0),
        ("journey.yaml.bak", 0),
        ("checkout.yaml", 0),
        ("checkout.svg", 0),
    ],
)
def test_a_hook_looks_at_what_it_is_about(file: str, hooks: int) -> None:
    assert sum(bool(re.search(hook["files"], file)) for hook in HOOKS.values()) == hooks


class Desk(NamedTuple):
    """A repository in which somebody works, and a repository in which the hooks are."""

    folder: Path
    hooks: Path
    env: dict[str, str]

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command, and return how it ended and all that it said."""
        ended = subprocess.run(
            words,
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return ended.returncode, ended.stdout

    def commit(self) -> tuple[int, str]:
        """Commit all that there is."""
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-m", "Change")

    def mapgen(self, *words: str) -> None:
        """Run `mapgen` by hand."""
        code, said = self.run(sys.executable, "-m", "mapgen", *words)
        assert code == 0, said

    def configure(self, *hooks: str) -> None:
        """Follow these hooks."""
        _, revision = self.run("git", "-C", str(self.hooks), "rev-parse", "HEAD")
        chosen = [{"id": hook} for hook in hooks]
        data = {"repos": [{"repo": str(self.hooks), "rev": revision.strip(), "hooks": chosen}]}
        (self.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(data))


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The repository of the hooks, which is this checkout, and an environment without a network."""
    wheels = os.environ.get("MAPGEN_WHEELS")
    if not wheels:
        pytest.skip("MAPGEN_WHEELS names no folder with the wheels that mapgen needs; .ci/run makes one")
    if not all((TOOLS / name).exists() for name in ("pre-commit", "prek", "uv")) or shutil.which("git") is None:
        pytest.skip("pre-commit, prek and uv, which are in the group hooks, or git are not here")
    top = tmp_path_factory.mktemp("hooks")
    for name in PACKAGE:
        source, target = ROOT / name, top / "hooks" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    env = {
        "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(top),
        "PYTHONPATH": "",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "PRE_COMMIT_HOME": str(top / "pre-commit"),
        "PREK_HOME": str(top / "prek"),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": wheels,
        "UV_NO_CONFIG": "1",
        "UV_OFFLINE": "1",
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": wheels,
        "UV_CACHE_DIR": str(top / "uv"),
    }
    desk = Desk(top / "hooks", top / "hooks", env)
    desk.run("git", "init", "-b", "main")
    assert desk.commit()[0] == 0
    return desk


@pytest.fixture
def desk(hooks: Desk, tmp_path: Path) -> Desk:
    """A scratch repository with a spec, its maps, and the hooks installed; all is committed."""
    desk = Desk(tmp_path / "scratch", hooks.hooks, {**hooks.env, "PYTHONPATH": str(ROOT)})
    spec(desk.folder / "maps/coffee.journey.yaml")
    desk.run("git", "init", "-b", "main")
    desk.mapgen("build", "-q", ".")
    desk.configure("mapgen-validate", "mapgen-check")
    desk.run("pre-commit", "install")
    code, said = desk.commit()
    assert code == 0, said
    assert said.count("Passed") == 2
    return desk


def test_a_commit_with_a_typo_is_stopped_with_line_and_hint(desk: Desk) -> None:
    spec(desk.folder / "maps/coffee.journey.yaml", TYPO)

    code, said = desk.commit()

    assert code == 1
    assert "error[unknown-key]: a touchpoint has no key `emotoin`\n --> maps/coffee.journey.yaml:6:9\n" in said
    assert "= hint: did you mean `emotion`?" in said


def test_a_forgotten_build_is_stopped_with_the_command_that_mends_it(desk: Desk) -> None:
    spec(desk.folder / "maps/coffee.journey.yaml", SMALL.replace("queue", "line"))

    code, said = desk.commit()
    assert code == 1
    assert "error[stale-map]: the map is out of date\n --> maps/coffee.journey.svg\n" in said
    (command,) = set(re.findall(r"hint: run `mapgen (.*)`", said))

    desk.mapgen(*shlex.split(command))

    assert desk.commit()[0] == 0


def test_a_map_that_was_edited_by_hand_is_stopped(desk: Desk) -> None:
    picture = desk.folder / "maps/coffee.journey.svg"
    picture.write_text(picture.read_text(encoding="utf-8").replace("Morning", "Evening"), encoding="utf-8")

    code, said = desk.commit()

    assert code == 1
    assert "error[edited-map]: the map was edited by hand" in said


def test_prek_stops_what_pre_commit_stops_and_builds_what_was_forgotten(desk: Desk) -> None:
    spec(desk.folder / "maps/coffee.journey.yaml", SMALL.replace("queue", "line"))
    desk.run("git", "add", "-A")

    stale, told = desk.run("prek", "run", "--all-files")
    desk.configure("mapgen-fmt", "mapgen-build", "mapgen-check")
    built, said = desk.run("prek", "run", "--all-files")
    again, fresh = desk.run("prek", "run", "--all-files")

    assert stale == 1
    assert "error[stale-map]" in told
    assert built == 1
    assert "files were modified by this hook" in said
    assert again == 0, fresh


def test_a_markdown_file_is_updated_with_its_spec(desk: Desk) -> None:
    readme = desk.folder / "README.md"
    readme.write_text("<!-- mapgen: maps/coffee.journey.yaml tables=pains -->\n<!-- /mapgen -->\n", encoding="utf-8")
    desk.configure("mapgen-inject")

    code, said = desk.commit()
    assert code == 1
    assert "files were modified by this hook" in said
    assert "(maps/coffee.journey.svg)" in readme.read_text(encoding="utf-8")

    assert desk.commit()[0] == 0


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_the_hooks_can_be_tried_before_they_are_used(desk: Desk, tool: str) -> None:
    spec(desk.folder / "maps/coffee.journey.yaml", TYPO)
    desk.run("git", "add", "-A")

    code, said = desk.run(tool, "try-repo", str(desk.hooks), "mapgen-validate", "--all-files")

    assert code == 1
    assert "--> maps/coffee.journey.yaml:6:9" in said
    assert "hint: did you mean `emotion`?" in said

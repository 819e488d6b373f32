"""`make release` tags and builds what can be released, and refuses the rest before it does anything."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from mapgen import __version__
from tests.cli.repo import Repo

ROOT = Path(__file__).parents[2]
NEEDED = ("mapgen", "schemas", "templates", "pyproject.toml", "README.md", "LICENSE", ".ci")

pytestmark = [
    pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="bash is not here"),
    pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is in the group dev"),
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository that is ready for a release, and a `make` that does nothing."""
    checkout = tmp_path / "checkout"
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        checkout.mkdir(exist_ok=True)
        copy(ROOT / name, checkout / name)
    (checkout / ".gitignore").write_text("dist/\n__pycache__/\n")
    (checkout / "CHANGELOG.md").write_text(f"## [Unreleased]\n\n## [{__version__}] - 2026-01-31\n")
    (tmp_path / "bin").mkdir()
    for name, line in (("make", 'test "$*" = check'), ("python", f'exec {sys.executable} "$@"')):
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / "bin" / name).chmod(0o755)
    Repo(checkout).commit("Prepare a release")
    return checkout


def release(checkout: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        **{f"GIT_COMMITTER_{what}": "a@example.com" for what in ("NAME", "EMAIL")},
    }
    return subprocess.run([".ci/release"], cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def tags(checkout: Path) -> list[str]:
    return Repo(checkout).git("tag", "--list").split()


def test_a_release_is_built_and_tagged(checkout: Path) -> None:
    ended = release(checkout)

    assert ended.returncode == 0, ended.stderr
    assert tags(checkout) == [f"v{__version__}"]
    assert ended.stdout.endswith(f"publish it with: git push origin v{__version__}\n")
    assert sorted(path.name for path in (checkout / "dist").iterdir()) == [
        f"mapgen-{__version__}-py3-none-any.whl",
        f"mapgen-{__version__}.tar.gz",
    ]


def test_a_version_is_released_once(checkout: Path) -> None:
    release(checkout)

    again = release(checkout)

    assert again.returncode == 1
    assert again.stderr == f"no release: v{__version__} exists; set a new __version__\n"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("README.md", "another", "commit or discard the changes"),
        ("new.txt", "another", "commit or discard the changes"),
    ],
)
def test_what_is_not_committed_is_not_released(checkout: Path, name: str, text: str, reason: str) -> None:
    (checkout / name).write_text(text)

    ended = release(checkout)

    assert (ended.returncode, tags(checkout)) == (1, [])
    assert reason in ended.stderr


def test_a_version_without_a_changelog_is_not_released(checkout: Path) -> None:
    (checkout / "CHANGELOG.md").write_text("## [Unreleased]\n")
    Repo(checkout).commit("Forget the changelog")

    ended = release(checkout)

    assert (ended.returncode, tags(checkout)) == (1, [])
    assert f'has no line "## [{__version__}] - ' in ended.stderr


def test_what_fails_its_checks_is_not_released(checkout: Path) -> None:
    (checkout.parent / "bin/make").write_text("#!/bin/sh\nexit 2\n")

    assert release(checkout).returncode == 2
    assert tags(checkout) == []

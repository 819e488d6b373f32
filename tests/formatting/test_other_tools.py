"""What `mapgen fmt` writes is what yamllint and Prettier want, with the settings of this repository."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from mapgen.formatting import formatted

ROOT = Path(__file__).parents[2]
PUBLISHED = sorted((*ROOT.glob("examples/*/*.journey.yaml"), *ROOT.glob("templates/new/*.yaml")))
CASES = sorted((*ROOT.glob("tests/cases/*/journey.yaml"), ROOT / "tests/schema/whole.journey.yaml"))


def fmt(path: Path) -> str:
    text, _ = formatted(path.read_bytes(), name=path.name)
    assert text is not None
    return text


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_published_specs_are_formatted(path: Path) -> None:
    assert fmt(path) == path.read_bytes().decode()


@pytest.mark.skipif(find_spec("yamllint") is None, reason="yamllint is not installed")
def test_yamllint_accepts_published_specs() -> None:
    """It runs in a process of its own, because it teaches PyYAML other numbers."""
    command = [sys.executable, "-m", "yamllint", "--strict", "-c", str(ROOT / ".yamllint.yaml")]

    ended = subprocess.run([*command, *map(str, PUBLISHED)], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.skipif(not os.environ.get("MAPGEN_PRETTIER"), reason="MAPGEN_PRETTIER is not the path of the npm package")
def test_prettier_changes_nothing(tmp_path: Path) -> None:
    for path in (*PUBLISHED, *CASES):
        (tmp_path / f"{path.parent.name}-{path.name}").write_bytes(fmt(path).encode())
    shutil.copy(ROOT / ".prettierrc.json", tmp_path)
    node, program = shutil.which("node"), f"{os.environ['MAPGEN_PRETTIER']}/bin/prettier.cjs"

    assert node
    ended = subprocess.run([node, program, "--list-different", "."], cwd=tmp_path, capture_output=True, check=False)

    assert (ended.returncode, ended.stdout) == (0, b"")

"""Shells complete commands and options, with the lines that the docs show."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
LINES = {
    line.partition("_source")[0].rpartition("COMPLETE=")[2]: line.replace(r"\|", "|")
    for line in re.findall(r"`([^`]*_MAPGEN_COMPLETE=[^`]*)`", PAGE)
}
PROBES = {
    "bash": "complete -p mapgen",
    "zsh": "print -r -- $_comps[mapgen]",
    "fish": "complete --do-complete 'mapgen va'",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home without start-up files, and a `mapgen` on the path."""
    command = tmp_path / "mapgen"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m mapgen "$@"\n')
    command.chmod(0o755)
    return {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}


def test_each_shell_has_its_line() -> None:
    assert list(LINES) == list(PROBES)


@pytest.mark.skipif(os.name == "nt", reason="Windows has these shells in subsystems of its own")
@pytest.mark.parametrize("shell", PROBES)
def test_the_line_of_the_docs_sets_up_completion(shell: str, environment: dict[str, str]) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    before = "autoload -Uz compinit; compinit -u; " if shell == "zsh" else ""

    ended = subprocess.run(
        [program, "-c", f"{before}{LINES[shell]}\n{PROBES[shell]}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert {"bash": "_mapgen_completion", "zsh": "_mapgen_completion", "fish": "validate"}[shell] in ended.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("mapgen va", ["validate"]),
        ("mapgen build --pa", ["--paper"]),
        ("mapgen build --output-format=gi", ["github", "gitlab"]),
        ("mapgen build --output-format gi", ["github", "gitlab"]),
    ],
)
def test_commands_options_and_values_are_completed(
    words: str, expected: list[str], environment: dict[str, str]
) -> None:
    asked = {"_MAPGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}

    ended = subprocess.run(
        [sys.executable, "-m", "mapgen"], env=environment | asked, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line.removeprefix("plain,") for line in ended.stdout.split()] == expected

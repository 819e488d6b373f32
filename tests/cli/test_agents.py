"""`mapgen init --agents`: what it tells assistants is true."""

import re
import shlex
from pathlib import Path

import click
import pytest

from mapgen import resources
from mapgen.audit import RULES
from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.cli.group import COMMANDS
from mapgen.cli.group import mapgen as group
from mapgen.pipeline import check
from tests.cli.cli_runner import Command, names

TEXT = resources.template("agents/AGENTS.md")


@pytest.mark.parametrize(
    ("words", "file"),
    [((), "AGENTS.md"), (("maps",), "maps/AGENTS.md"), (("maps/shop.journey.yaml",), "maps/AGENTS.md")],
)
def test_it_is_written_beside_the_specs(mapgen: Command, folder: Path, words: tuple[str, ...], file: str) -> None:
    (folder / "maps").mkdir()

    ended = mapgen("init", "--agents", *words)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{file} created: it explains specs, their evidence and the commands to assistants\n"
    assert (folder / file).read_text(encoding="utf-8") == TEXT
    assert names(folder) == [file]


def test_instructions_of_others_are_kept(mapgen: Command, folder: Path) -> None:
    (folder / "AGENTS.md").write_text("mine")

    ended = mapgen("init", "--agents")

    assert ended.code == 1
    assert "AGENTS.md exists; mapgen does not overwrite it" in ended.err
    assert "hint: name the folder of the specs" in ended.err
    assert (folder / "AGENTS.md").read_text() == "mine"


def test_the_spec_has_no_problems() -> None:
    (spec,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

    checked = check(spec, name="journey.yaml")

    assert checked.diagnostics == ()
    assert checked.source
    assert checked.journey
    assert run_audit(checked.source, checked.journey, Policy(day="2026-11-01")).reported == ()


def test_each_command_and_rule_is_there() -> None:
    commands = re.findall(r"`(mapgen [^`]+)`", TEXT)

    assert {command.split()[1] for command in commands} >= {"validate", "explain", "diff", "schema"}
    for command in commands:
        words = shlex.split(command)[1:]
        with COMMANDS[words[0]].make_context(words[0], words[1:], parent=click.Context(group)) as context:
            assert context.params.get("code") in {None, *RULES}


def test_it_is_short() -> None:
    assert len(TEXT) < 4_000

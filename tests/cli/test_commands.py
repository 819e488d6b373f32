"""The command as a whole, and the small commands."""

import json
import re
from pathlib import Path

import pytest

from mapgen import __version__
from mapgen.audit import RULES
from mapgen.cli.group import COMMANDS
from mapgen.diagnostics.codes import CODES
from tests.cli.cli_runner import Command

ROOT = Path(__file__).parents[2]


def test_the_version_is_told(mapgen: Command) -> None:
    assert mapgen("--version") == (0, f"mapgen {__version__}\n", "")


def test_the_help_names_each_command(mapgen: Command) -> None:
    ended = mapgen("--help")

    assert re.findall(r"^  ([a-z-]+) {2,}\S", ended.out, re.MULTILINE)[-len(COMMANDS) :] == sorted(COMMANDS)


def test_without_a_command_the_help_is_shown_and_the_use_is_wrong(mapgen: Command) -> None:
    ended = mapgen()

    assert ended.code == 2
    assert "Usage: mapgen" in ended.err


def test_an_unknown_command_is_told(mapgen: Command) -> None:
    ended = mapgen("biuld")

    assert ended.code == 2
    assert 'unknown command "biuld"; did you mean "build"?' in ended.err


def test_what_was_typed_cannot_move_the_cursor(mapgen: Command) -> None:
    ended = mapgen("build", "--\x1b[2J\u202e")

    assert ended.code == 2
    assert ended.err.replace("\n", "").isprintable()


def test_the_schema_is_printed_as_it_is(mapgen: Command) -> None:
    ended = mapgen("schema", "--editor")

    assert ended.out == (ROOT / "schemas/journey.schema.json").read_text(encoding="utf-8")
    assert json.loads(ended.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_schema_can_be_written_to_a_file(mapgen: Command, folder: Path) -> None:
    assert mapgen("schema", "-o", "journey.schema.json") == (0, "", "")
    assert (folder / "journey.schema.json").stat().st_size > 1000


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_diagnostic_can_be_explained(mapgen: Command, code: str) -> None:
    ended = mapgen("explain", code)

    assert ended.code == 0
    assert ended.out.startswith(f"{code}: ")
    assert CODES[code].why in ended.out


def test_all_diagnostics_are_listed(mapgen: Command) -> None:
    assert [line.split()[0] for line in mapgen("explain").out.splitlines()] == sorted({*CODES, *RULES})


def test_an_unknown_diagnostic_is_told(mapgen: Command) -> None:
    ended = mapgen("explain", "unknown-kye")

    assert ended.code == 2
    assert 'did you mean "unknown-key"?' in ended.err


def test_a_diagnostic_like_no_other_is_told_where_they_are_listed(mapgen: Command) -> None:
    assert 'unknown code "foo"; `mapgen explain` lists all codes' in mapgen("explain", "foo").err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("build", "--ouput", "x"), "unknown option `--ouput`; did you mean `--output`?"),
        (("build", "--zzz"), "unknown option `--zzz`\n"),
        (("build", "--to"), "`--to` takes a value"),
        (("build", "--quiet=3"), "`--quiet` takes no value"),
        (("build", "--width", "10"), "`--width`: 10 is not in the range"),
        (("init", "--model", "x"), '`--model`: unknown stage model "x"; known: b2b-6'),
        (("init", "a", "b"), "got unexpected extra argument (b)"),
    ],
)
def test_what_is_wrong_with_an_option_is_told_in_one_line(mapgen: Command, typed: tuple[str, ...], said: str) -> None:
    ended = mapgen(*typed)

    assert ended.code == 2
    assert f"error[usage]: {said}" in ended.err

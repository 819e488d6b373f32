"""A key of the settings that is no setting is reported at its line, with where it can be set."""

import importlib
import pkgutil
from collections import defaultdict
from pathlib import Path

import click
import pytest

from mapgen.cli import commands
from mapgen.config import settings as command_settings
from mapgen.config.unknown_settings import IN_AUDIT, OPTIONS, OTHER_NAMES
from tests.cli.cli_runner import Command, spec

SETTINGS = set(command_settings._ALL)  # noqa: SLF001 - what a key of the settings may be


def options() -> dict[str, set[str]]:
    """Return the long options of all commands, each with the commands that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"{commands.__name__}.{place.name}")
        for command in (value for value in vars(module).values() if isinstance(value, click.Command)):
            for option in (one for one in command.params if isinstance(one, click.Option)):
                for name in (name.removeprefix("--") for name in option.opts if name.startswith("--")):
                    found[name].add(str(command.name))
    return found


def test_each_option_is_a_setting_or_has_a_hint_that_names_the_command_that_has_it() -> None:
    found = options()

    assert set(found) - SETTINGS - set(IN_AUDIT) - set(OTHER_NAMES) == set(OPTIONS)
    assert {name for name, command in OPTIONS.items() if command not in found[name]} == set()
    assert set(OTHER_NAMES.values()) <= SETTINGS


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('to = ["svg"]', "did you mean `formats`?"),
        ('fail-on = "warning"', "use `mapgen validate --fail-on`, which has no setting"),
        ('fail_on = "warning"', "use `mapgen validate --fail-on`, which has no setting"),
        ("findings = true", "use `in-maps` in the table `audit`"),
        ("in-maps = true", "move `in-maps` to the table `audit`"),
        ('hypothesis = "off"', "move `hypothesis` to the table `audit`"),
        ("[hypothesis]\nall = true", "move `hypothesis` to the table `audit`"),
    ],
)
def test_a_key_that_is_no_setting_is_told_where_it_can_be_set(
    mapgen: Command, folder: Path, text: str, hint: str
) -> None:
    spec(folder / "x.journey.yaml")
    (folder / "mapgen.toml").write_text(text + "\n")

    assert f"= hint: {hint}\n" in mapgen("validate").err


@pytest.mark.parametrize("text", ["[oops]", "[[oops]]", "oops.inner = 1"])
@pytest.mark.parametrize(("name", "table"), [("mapgen.toml", ""), ("pyproject.toml", "tool.mapgen.")])
def test_an_unknown_table_is_reported_at_its_line(
    mapgen: Command, folder: Path, text: str, name: str, table: str
) -> None:
    spec(folder / "x.journey.yaml")
    written = text.replace("oops", f"{table}oops")
    (folder / name).write_text(f"[tool.mapgen]\n\n{written}\n" if table and "=" not in text else f"\n\n{written}\n")

    ended = mapgen("validate")

    assert ended.code == 2
    assert f"error[bad-setting]: `oops` is not a setting\n --> {name}:3:" in ended.err


def test_a_key_of_another_tool_is_not_taken_for_the_place_of_ours(mapgen: Command, folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\nwidth = 1\n[tool.mapgen]\nwidth = 1\n")

    assert " --> pyproject.toml:4:1\n" in mapgen("validate").err


@pytest.mark.parametrize("command", [("validate",), ("build", "--check"), ("fmt",)])
def test_a_folder_that_does_not_exist_is_a_warning_at_its_line(
    mapgen: Command, folder: Path, command: tuple[str, ...]
) -> None:
    spec(folder / "a/x.journey.yaml")
    (folder / "mapgen.toml").write_text('formats = ["json"]\nspecs = [\n  "a",\n  "gone",\n]\n')
    mapgen("build", "a")

    ended = mapgen(*command)

    assert ended.code == 0
    assert 'warning[bad-setting]: "gone" in `specs` does not exist\n --> mapgen.toml:4:3\n' in ended.err
    (folder / "gone").mkdir()
    assert "warning" not in mapgen(*command).err


def test_a_folder_of_the_settings_is_not_looked_for_where_the_command_line_names_specs(
    mapgen: Command, folder: Path
) -> None:
    spec(folder / "a/x.journey.yaml")
    (folder / "mapgen.toml").write_text('specs = ["gone"]\n')

    assert mapgen("validate", "a").err == ""

from pathlib import Path

import pytest

from tests.cli.desk import FAULTY, SMALL, Command, names, spec


def test_a_right_spec_is_counted(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")

    assert mapgen("validate", "x.journey.yaml") == (
        0,
        "x.journey.yaml: nothing is wrong (1 stage, 1 touchpoint)\n",
        "",
    )
    assert names(folder) == ["x.journey.yaml"]


def test_a_wrong_spec_is_told(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)

    ended = mapgen("validate", "x.journey.yaml")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("error[unknown-key]: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.journey.yaml", "the spec cannot be read: there is no such file"),
        ("loop.journey.yaml", "the spec cannot be read: its links lead round in a circle"),
        ("null.journey.yaml", "the spec cannot be read: it is a device, not a file"),
        ("\0.yaml", "no file can have a name with the character U+0000"),
    ],
)
def test_what_cannot_be_read_is_told(mapgen: Command, folder: Path, name: str, said: str) -> None:
    (folder / "loop.journey.yaml").symlink_to("loop.journey.yaml")
    (folder / "null.journey.yaml").symlink_to("/dev/null")

    ended = mapgen("validate", name)

    assert ended.code == 1
    assert said in ended.err


@pytest.mark.parametrize(
    ("name", "said"),
    [("empty", "the folder empty holds no *.journey.yaml"), ("*.nothing", "no spec matches *.nothing")],
)
def test_a_place_without_specs_is_told(mapgen: Command, folder: Path, name: str, said: str) -> None:
    (folder / "empty").mkdir()

    ended = mapgen("validate", name)

    assert ended.code == 1
    assert said in ended.err


def test_patterns_are_known_even_when_the_shell_leaves_them(mapgen: Command, folder: Path) -> None:
    spec(folder / "a/b/one.journey.yaml")
    spec(folder / "a/two.journey.yaml")
    spec(folder / ".hidden/three.journey.yaml", "not: looked at")

    ended = mapgen("validate", "**/*.journey.yaml")

    assert ended.code == 0
    assert [line.partition(":")[0] for line in ended.out.splitlines()] == [
        "a/b/one.journey.yaml",
        "a/two.journey.yaml",
    ]


def test_json_is_yaml_too(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.json", '{"title": "T", "stages": [{"name": "S", "touchpoints": [{"name": "P"}]}]}')

    assert mapgen("validate", "x.json").code == 0


def test_colours_are_used_when_they_are_asked_for(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    spec(folder / "x.journey.yaml", SMALL.replace("title", "titel"))

    assert "\x1b[" in mapgen("validate", "x.journey.yaml").err

import json
from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, SMALL, Command, names, spec


def test_a_right_spec_is_counted(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")

    assert mapgen("validate", "x.journey.yaml") == (
        0,
        "x.journey.yaml: no problems (1 stage, 1 touchpoint)\n",
        "",
    )
    assert names(folder) == ["x.journey.yaml"]


def test_a_wrong_spec_is_told(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)

    ended = mapgen("validate", "x.journey.yaml")

    assert (ended.code, ended.out) == (1, "1 spec: 1 error; references and shares are checked once these are fixed\n")
    assert ended.err.startswith("error[unknown-key]: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loop.journey.yaml", "the spec cannot be read: its symbolic links form a loop"),
        ("null.journey.yaml", "the spec cannot be read: it is a device, not a file"),
        ("\0.yaml", "a file name cannot contain the character U+0000"),
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
    [
        ("*.nothing", "error[usage]: no spec matches *.nothing\n"),
        ("gone.journey.yaml", "the spec cannot be read: no such file\n"),
        ("gone/", "the spec cannot be read: no such file\n"),
        ("checkuot", 'hint: did you mean "checkout.journey.yaml"?\n'),
        ("checkout.journey.yml", 'hint: did you mean "checkout.journey.yaml"?\n'),
        ("emtpy", 'hint: did you mean "empty"?\n'),
        ("zzz", "hint: this folder contains checkout.journey.yaml\n"),
        ("empty/zzz", "no such file\n"),
    ],
)
def test_a_name_that_does_not_exist_is_a_mistake(mapgen: Command, folder: Path, name: str, said: str) -> None:
    spec(folder / "checkout.journey.yaml")
    (folder / "empty").mkdir()

    ended = mapgen("validate", name)

    assert ended.code == 2
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
        "2 specs",
    ]


def test_a_program_gets_one_document_and_nothing_else(mapgen: Command, folder: Path) -> None:
    spec(folder / "maps/x.journey.yaml", FAULTY)
    spec(folder / "maps/y.journey.yaml")

    ended = mapgen("validate", "--output-format", "json", str(folder / "maps"))

    found = {file["path"]: [one["code"] for one in file["findings"]] for file in json.loads(ended.out)["files"]}
    assert (ended.code, ended.err) == (1, "")
    assert found == {"maps/x.journey.yaml": ["unknown-key"], "maps/y.journey.yaml": []}


def test_a_dismissed_finding_does_not_come_back_when_things_move(mapgen: Command, folder: Path) -> None:
    text = SMALL.replace("stages:", "channels: [App]\nstages:")
    path = spec(folder / "x.journey.yaml", text)

    def marks() -> set[str]:
        ended = mapgen("validate", "--output-format", "gitlab", "x.journey.yaml")
        return {issue["fingerprint"] for issue in json.loads(ended.out)}

    before = marks()
    spec(path, "# A line more\n" + text.replace("channels: [App]", "channels:\n  - Counter\n  - App"))

    assert len(before) == 1
    assert before < marks()


def test_a_program_gets_a_document_even_where_nothing_is_wrong(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")

    assert mapgen("validate", "--output-format", "gitlab", "x.journey.yaml") == (0, "[]\n", "")


def test_wrong_settings_are_told_to_people_whatever_the_form(mapgen: Command, folder: Path) -> None:
    (folder / "mapgen.toml").write_text("specs = 3\n", encoding="utf-8")

    ended = mapgen("validate", "--output-format", "sarif")

    assert (ended.code, ended.out) == (2, "")
    assert "error[bad-setting]" in ended.err


def test_editors_get_a_line_a_problem(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)

    ended = mapgen("validate", "--output-format", "concise", "x.journey.yaml")

    assert ended.err == "x.journey.yaml:6:9: error[unknown-key] a touchpoint has no key `emotoin`\n"


def test_json_is_yaml_too(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.json", '{"title": "T", "stages": [{"name": "S", "touchpoints": [{"name": "P"}]}]}')

    assert mapgen("validate", "x.json").code == 0


def test_colors_are_used_when_they_are_asked_for(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    spec(folder / "x.journey.yaml", SMALL.replace("title", "titel"))

    assert "\x1b[" in mapgen("validate", "x.journey.yaml").err

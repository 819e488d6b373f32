from pathlib import Path

import pytest

from tests.cli.desk import Command, names, spec


def settings(folder: Path, text: str, name: str = "mapgen.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_what_they_name_is_built_from_any_folder_below(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec(folder / "specs/x.journey.yaml")
    settings(folder, 'specs = ["specs/*.yaml"]\noutput = "site"\nformats = ["svg"]\n')
    (folder / "deep/down").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep/down")

    ended = mapgen("build")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "../../specs/x.journey.yaml -> ../../site/x.journey.svg\n"
    assert names(folder / "site") == ["x.journey.svg"]


def test_they_may_stand_among_those_of_other_tools(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, '[tool.other]\nkey = 1\n[tool.mapgen]\nspecs = ["."]\nformats = ["md"]\n', "pyproject.toml")

    assert mapgen("build").out == "x.journey.yaml -> x.journey.md\n"


def test_a_pyproject_without_them_is_passed_by(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, "this is [not read", "pyproject.toml")

    assert mapgen("build", "x.journey.yaml", "--to", "md").code == 0


def test_the_command_line_has_the_last_word(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, 'specs = ["nowhere"]\noutput = "site"\nformats = ["svg"]\n')

    ended = mapgen("build", "x.journey.yaml", "--to", "md", "-o", "out")

    assert ended.out == "x.journey.yaml -> out/x.journey.md\n"


def test_those_above_the_repository_do_not_count(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(folder, 'specs = ["."]\n')
    (folder / "inner/.git").mkdir(parents=True)
    monkeypatch.chdir(folder / "inner")

    assert mapgen("build").code == 2


def test_the_theme_is_used_where_the_spec_chooses_none(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    plain = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-").out

    settings(folder, 'theme = "print"\n')
    printed = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-").out

    assert plain != printed


@pytest.mark.parametrize(("chosen", "lane"), [("", "goals"), ("lanes: [touchpoints]\n", "touchpoints")])
def test_the_lanes_are_used_where_the_spec_chooses_none(mapgen: Command, folder: Path, chosen: str, lane: str) -> None:
    text = "title: A\nstages: [{name: B, goal: Quiet, touchpoints: [Calls]}]\n" + chosen
    (folder / "x.journey.yaml").write_text(text, encoding="utf-8")
    settings(folder, 'lanes = ["goals"]\n')
    drawn = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-").out

    assert ("Quiet" in drawn, "Calls" in drawn) == (lane == "goals", lane == "touchpoints")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'formats = ["svg"]\noutptu = "site"\n',
            """\
error[bad-setting]: `outptu` is no setting
 --> mapgen.toml:2:1
   |
 2 | outptu = "site"
   | ^^^^^^
   = hint: did you mean `output`?
""",
        ),
        (
            'specs = ["a"\n',
            """\
error[settings-syntax]: this is not TOML: unclosed array
 --> mapgen.toml:1:1
""",
        ),
        (
            "[specs\n",
            "--> mapgen.toml:1:7\n",
        ),
        (
            'formats = "svg"\n',
            """\
error[bad-setting]: `formats` is not a list of texts
 --> mapgen.toml:1:1
   |
 1 | formats = "svg"
   | ^^^^^^^
   = hint: write formats = ["…"]
""",
        ),
        ('formats = ["svgg"]\n', '`formats` is wrong: there is no format "svgg"; did you mean "svg"?'),
        ('lanes = ["goal"]\n', 'there is no lane "goal"; did you mean "goals"?'),
        ('theme = "drak"\n', 'there is no theme "drak"; did you mean "dark"?'),
        ("output = 3\n", "`output` is not a text"),
        ('output = "../site"\n', '`output` leads out of the folder of the settings: "../site"'),
        ('output = "/tmp/site"\n', "leads out of the folder of the settings"),
        ('output = "link"\n', "leads out of the folder of the settings"),
        ('specs = ["../*.yaml"]\n', "leads out of the folder of the settings"),
        ('specs = ["a\\u0000b"]\n', "leads out of the folder of the settings"),
    ],
)
def test_what_is_wrong_with_them_is_told_and_nothing_is_done(
    mapgen: Command, folder: Path, text: str, said: str
) -> None:
    spec(folder / "x.journey.yaml")
    (folder / "link").symlink_to(folder.parent)
    settings(folder, text)

    ended = mapgen("build", "x.journey.yaml")

    assert ended.code == 2
    assert said in ended.err
    assert names(folder) == ["mapgen.toml", "x.journey.yaml"]


def test_a_pattern_in_the_settings_leads_nowhere_through_a_link(mapgen: Command, folder: Path) -> None:
    (folder.parent / "secret").write_text("root:x:0:0", encoding="utf-8")
    (folder / "link").symlink_to(folder.parent)
    settings(folder, 'specs = ["l*/secret"]\n')

    ended = mapgen("build")

    assert ended == (1, "", "error[file-trouble]: no spec matches l*/secret\n")


def test_settings_do_not_mean_standard_input(mapgen: Command, folder: Path) -> None:
    settings(folder, 'specs = ["-"]\n')

    ended = mapgen("build")

    assert ended.code == 1
    assert "--> -\n" in ended.err


def test_settings_that_are_a_link_are_not_read(mapgen: Command, folder: Path) -> None:
    (folder / "secret").write_text("root:x:0:0", encoding="utf-8")
    (folder / "mapgen.toml").symlink_to("secret")

    ended = mapgen("build")

    assert ended.code == 2
    assert "the settings cannot be read: it is a link" in ended.err
    assert "root" not in ended.err

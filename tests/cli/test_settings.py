from pathlib import Path

import pytest

from mapgen.cli.commands.build import build
from mapgen.config import audit_settings, unknown_settings
from mapgen.config.settings import Settings
from mapgen.source.parser import MAX_REPORTED
from tests.cli.cli_runner import SMALL, Command, names, spec


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
    drawn = mapgen("build", "x.journey.yaml", "--to", "svg", "--view", "map", "-o", "-").out

    assert ("Quiet" in drawn, "Calls" in drawn) == (lane == "goals", lane == "touchpoints")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'formats = ["svg"]\noutptu = "site"\n',
            """\
error[bad-setting]: `outptu` is not a setting
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
error[settings-syntax]: invalid TOML: unclosed array
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
error[bad-setting]: `formats` must be a list of strings
 --> mapgen.toml:1:1
   |
 1 | formats = "svg"
   | ^^^^^^^
   = hint: write formats = ["…"]
""",
        ),
        ('formats = ["svgg"]\n', '`formats` is wrong: unknown format "svgg"; did you mean "svg"?'),
        ('hide = ["legends"]\n', '`hide` is wrong: unknown part "legends"; did you mean "legend"?'),
        ('lanes = ["goal"]\n', 'unknown lane "goal"; did you mean "goals"?'),
        (
            "width = 100\n",
            """\
error[bad-setting]: `width` is not a whole number from 320 to 100,000
 --> mapgen.toml:1:1
   |
 1 | width = 100
   | ^^^^^
   = hint: write width = 840
""",
        ),
        ("width = 840.5\n", "`width` is not a whole number"),
        ("width = true\n", "`width` is not a whole number"),
        ('scale = "2"\n', "`scale` is not a number from 0.1 to 8\n"),
        ("scale = nan\n", "`scale` is not a number from 0.1 to 8\n"),
        ('paper = "a33"\n', '`paper` is wrong: unknown paper "a33"; did you mean "a3"?'),
        ("paper = 4\n", 'hint: write paper = "a4"\n'),
        ('fonts = "embedd"\n', '`fonts` is wrong: unknown value "embedd"; did you mean "embed"?'),
        ("heading-level = 5\n", "`heading-level` is not a whole number from 1 to 4\n"),
        ('flavor = "gfm"\n', '`flavor` is wrong: unknown flavor "gfm"; known: github or mdx'),
        ('with-history = "yes"\n', "hint: write with-history = true or with-history = false\n"),
        ("with_history = true\n", "hint: did you mean `with-history`?\n"),
        ('theme = "drak"\n', 'unknown theme "drak"; did you mean "dark"?'),
        ("output = 3\n", "`output` must be a string"),
        ('output = "../site"\n', '`output` is outside the folder of the settings: "../site"'),
        ('output = "/tmp/site"\n', "is outside the folder of the settings"),
        ('output = "link"\n', "is outside the folder of the settings"),
        ('specs = ["../*.yaml"]\n', "is outside the folder of the settings"),
        ('specs = ["a\\u0000b"]\n', "is outside the folder of the settings"),
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


NO_SETTINGS = {
    "scenario": "it is an id of one spec",
    "force": "each overwriting is to be decided by itself",
    "check": "it is what the command does",
    "watch": "it is what the command does",
    "output-format": "it is for who reads the messages",
    "fail-on": "it is what CI asks of one run, as for validate",
    "findings": "it is `in-maps` of the table `[audit]`",
    "quiet": "it is for who reads the messages",
}
OTHER_NAMES = {"to": "formats", "view": "views"}


def test_each_option_of_build_is_a_setting_or_has_a_reason_not_to_be() -> None:
    options = {max(option.opts, key=len).removeprefix("--") for option in build.params if option.name != "specs"}
    known = {name.replace("_", "-") for name in Settings.__annotations__} - {"file", "text"}

    assert {OTHER_NAMES.get(name, name) for name in options - set(NO_SETTINGS)} - known == set()
    assert set(NO_SETTINGS) - options == set()


@pytest.mark.parametrize(
    ("setting", "option", "kind"),
    [
        ("width = 1500", "--width=1500", "svg"),
        ('paper = "a4"', "--paper=a4", "svg"),
        ('fonts = "stack"', "--fonts=stack", "svg"),
        ('flavor = "mdx"', "--flavor=mdx", "md"),
        ("heading-level = 3", "--heading-level=3", "md"),
        ('hide = ["head", "footer"]', "--hide=head,footer", "svg"),
    ],
)
def test_an_option_in_them_does_what_it_does_on_the_command_line(
    mapgen: Command, folder: Path, setting: str, option: str, kind: str
) -> None:
    typed = (
        "build",
        str(spec(folder / "x.journey.yaml", SMALL.replace("Arrive", "A {b}")).name),
        "--to",
        kind,
        "-o",
        "-",
        "--view",
        "map",
    )
    plain, asked = mapgen(*typed).out, mapgen(*typed, option).out
    settings(folder, setting)

    assert plain != asked
    assert mapgen(*typed).out == asked


def test_the_command_line_wins_over_options_in_them(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    typed = ("build", "x.journey.yaml", "--to", "svg", "-o", "-")
    narrow, a4 = mapgen(*typed, "--width", "1400").out, mapgen(*typed, "--paper", "a4").out
    settings(folder, 'width = 1800\npaper = "a3"\n')

    assert mapgen(*typed, "--paper", "a4").out == a4
    assert mapgen(*typed, "--width", "1400").out == narrow


def test_a_map_that_was_built_with_options_in_them_is_fresh(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, 'width = 1500\nfonts = "stack"\n', "mapgen.toml")

    assert mapgen("build", "x.journey.yaml").code == 0
    assert mapgen("build", "--check", ".").code == 0
    assert mapgen("build", "--check", "--width", "1600", ".").code == 1


def test_history_in_them_can_be_left_out_and_is_not_checked(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, "with-history = true\n")

    assert mapgen("build", "x.journey.yaml", "--without-history").code == 0
    assert "--with-history cannot be combined with --check" in mapgen("build", "--check", ".").err
    assert mapgen("build", "--check", ".", "--without-history").code == 0
    assert mapgen("build", "--check", ".", "--to", "svg,md").code == 0


def test_a_pattern_in_the_settings_leads_nowhere_through_a_link(mapgen: Command, folder: Path) -> None:
    (folder.parent / "secret").write_text("root:x:0:0", encoding="utf-8")
    (folder / "link").symlink_to(folder.parent)
    settings(folder, 'specs = ["l*/secret"]\n')

    ended = mapgen("build")

    assert ended.code == 2
    assert "error[usage]: no spec matches l*/secret\n" in ended.err


def test_settings_do_not_mean_standard_input(mapgen: Command, folder: Path) -> None:
    settings(folder, 'specs = ["-"]\n')

    ended = mapgen("build")

    assert ended.code == 2
    assert "--> -\n" in ended.err


def test_settings_that_are_a_link_are_not_read(mapgen: Command, folder: Path) -> None:
    (folder / "secret").write_text("root:x:0:0", encoding="utf-8")
    (folder / "mapgen.toml").symlink_to("secret")

    ended = mapgen("build")

    assert ended.code == 2
    assert "the settings cannot be read: it is a symbolic link" in ended.err
    assert "root" not in ended.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\n" + "a." * 41 + "b = 1\n", "a key has more than 40 names joined by dots\n --> mapgen.toml:2:1\n"),
        ("a . " * 41 + "b = 1\n", "more than 40 names"),
        ("''." * 41 + "b = 1\n", "more than 40 names"),
        ("'a'." * 41 + "b = 1\n", "more than 40 names"),
        ("[" + "a." * 41 + "b]\n", "more than 40 names"),
        ("theme = {" + "a." * 41 + "b = 1}\n", "more than 40 names"),
        ('x = """\n"""\n' + "a." * 41 + "b = 1\n", "more than 40 names joined by dots\n --> mapgen.toml:3:1\n"),
        ("width = " + "1" * 5000 + "\n", "a number has too many digits"),
        (f"specs = {['a'] * 1001}\n", "`specs` has 1,001 entries; the maximum is 1,000"),
        (f"[audit]\nselect = {['a'] * 1001}\n", "`select` has 1,001 entries; the maximum is 1,000"),
        (f"specs = ['{'a/' * 251}']\n", "`specs` contains a text of 502 characters; the maximum is 500"),
        (f"output = '{'a/' * 251}'\n", "`output` contains a text of 502 characters; the maximum is 500"),
        (f"theme = '{'a/' * 251}'\n", "`theme` contains a text of 502 characters; the maximum is 500"),
        (f"theme = {{{'k' * 201} = [1]}}\n", "a key has more than 200 characters"),
        ("#" * 1_000_001, "it is larger than 1 MB"),
    ],
    ids=range(15),
)
def test_what_would_take_long_is_refused(mapgen: Command, folder: Path, text: str, said: str) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, text)

    assert said in mapgen("build").err


@pytest.mark.parametrize("value", ['"{}"', "'{}'", '"""\n{}"""', "'" * 3 + "{}" + "'" * 3, "1 # {}"])
def test_dots_in_texts_and_comments_join_no_names(mapgen: Command, folder: Path, value: str) -> None:
    spec(folder / "x.journey.yaml")
    settings(folder, f"[tool.mapgen]\n[tool.other]\nkey = {value.format('a.' * 100)}\n", "pyproject.toml")

    assert mapgen("build").code == 0


@pytest.mark.parametrize("table", ["", "[audit]\n", "[audit.high-abandonment]\n"])
def test_no_more_unknown_keys_are_looked_at_than_are_told(
    mapgen: Command, folder: Path, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for module in (unknown_settings, audit_settings):
        monkeypatch.setattr(module, "nearest", lambda word, _: asked.append(word))
    spec(folder / "x.journey.yaml")
    settings(folder, table + "".join(f"k{number} = 1\n" for number in range(1000)))

    assert mapgen("build").code == 2
    assert len(asked) == MAX_REPORTED

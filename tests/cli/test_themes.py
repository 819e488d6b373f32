"""Which theme is meant, and that one in a repository has no target else."""

from pathlib import Path

import pytest

from tests.cli.cli_runner import PNG, SMALL, Command, names, spec

OWN = 'light:\n  paper: "#fffdf8"\n'
LOGO = "logo: {src: acme.png, alt: Acme}\n"


@pytest.fixture(autouse=True)
def journey(folder: Path) -> Path:
    return spec(folder / "x.journey.yaml")


def svg(mapgen: Command, *options: str) -> str:
    ended = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-", *options)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_the_command_line_takes_a_name_or_a_path(mapgen: Command, folder: Path) -> None:
    spec(folder / "look/acme.yaml", OWN)

    assert 'fill="#0f141b"' in svg(mapgen, "--theme", "dark")
    assert 'fill="#fffdf8"' in svg(mapgen, "--theme", "look/acme.yaml")


def test_the_command_line_wins_over_the_spec_and_the_spec_over_the_settings(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", f"theme: dark\n{SMALL}")
    spec(folder / "acme.yaml", OWN)
    spec(folder / "mapgen.toml", 'theme = "acme.yaml"\n')

    assert 'fill="#0f141b"' in svg(mapgen)
    assert 'fill="#fffdf8"' in svg(mapgen, "--theme", "acme.yaml")
    assert "#0f141b}" in svg(mapgen, "--theme", "default")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mapgen.toml", 'theme = "look/acme.yaml"\n'),
        ("mapgen.toml", '[theme.light]\npaper = "#fffdf8"\n'),
        ("mapgen.toml", 'theme = {extends = "default", light = {paper = "#fffdf8"}}\n'),
        ("pyproject.toml", '[tool.mapgen]\nformats = ["svg"]\n[tool.mapgen.theme]\nlight.paper = "#fffdf8"\n'),
    ],
)
def test_the_settings_take_a_path_or_a_table(mapgen: Command, folder: Path, name: str, text: str) -> None:
    spec(folder / "look/acme.yaml", OWN)
    spec(folder / name, text)

    assert 'fill="#fffdf8"' in svg(mapgen)


def test_a_logo_stands_at_the_foot_and_is_read_from_the_folder_of_the_theme(mapgen: Command, folder: Path) -> None:
    spec(folder / "look/acme.yaml", LOGO)
    (folder / "look/acme.png").write_bytes(PNG)
    picture = svg(mapgen, "--theme", "look/acme.yaml")

    assert 'href="data:image/png;base64,' in picture
    assert "<title>Acme</title>" in picture


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "../acme.yaml"\n', "is outside the folder of the settings"),
        ('theme = "link.yaml"\n', "is outside the folder of the settings"),
        ('theme = "/etc/passwd"\n', "is outside the folder of the settings"),
        ('theme = "drak"\n', 'unknown theme "drak"; did you mean "dark"?'),
        ('theme = "nowhere.yaml"\n', "the theme cannot be read: no such file"),
        ('theme = "."\n', "the theme cannot be read: it is a folder"),
        ("theme = 3\n", "`theme` must be a string"),
        ("[theme]\nradius = 30\n", "mapgen.toml:2:10"),
        ("[theme]\nradius = nan\n", "`radius` must be a number, not text"),
        ("[theme]\nradius = 99999999999999999999\n", "`radius` must be a number, not text"),
        ('[theme.light]\n"ink" = "red"\n', "mapgen.toml:2:9"),
        ('[theme]\npalette = ["#ffffff", 1979-05-27]\n', '"date" is not a color'),
        ('[theme]\nlogo = {src = "acme.png", alt = "A\\u0007"}\n', "the invisible character U+0007"),
        ('[theme]\nlogo = {src = "../acme.png", alt = "A"}\n', "it is outside the folder of the theme"),
        ('[theme]\nlogo = {src = "mapgen.toml", alt = "A"}\n', "it is not a PNG, JPEG or WebP"),
        (f"theme = {'[' * 90}{']' * 90}\n", "`theme` must be a string"),
        (f"[theme]\nlight = {'[' * 90}{']' * 90}\n", "`light` must be a group of keys, not a list"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_and_nothing_is_built(
    mapgen: Command, folder: Path, text: str, said: str
) -> None:
    (folder.parent / "acme.yaml").write_text(OWN, encoding="utf-8")
    (folder / "link.yaml").symlink_to(folder.parent / "acme.yaml")
    spec(folder / "mapgen.toml", text)

    ended = mapgen("build", "x.journey.yaml")

    assert ended.code == 2
    assert said in ended.err
    assert "x.journey.svg" not in names(folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("drak", '`--theme`: unknown theme "drak"; did you mean "dark"?'),
        ("./drak", "the theme cannot be read: no such file"),
        ("acme.yaml", "--> acme.yaml:2:"),
        ("list.yaml", "list.yaml:1:1\n"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_told_too(mapgen: Command, folder: Path, name: str, said: str) -> None:
    spec(folder / "acme.yaml", "radius: 3\nfont: [\n")
    spec(folder / "list.yaml", "- a\n")

    ended = mapgen("build", "x.journey.yaml", "--theme", name)

    assert ended.code == 2
    assert said in ended.err
    assert "x.journey.svg" not in names(folder)


def test_low_contrast_is_told_and_the_map_is_built(mapgen: Command, folder: Path) -> None:
    spec(folder / "mapgen.toml", 'formats = ["svg"]\n[theme.light]\nmuted = "#9aa0a6" # too light\n')

    ended = mapgen("build", "x.journey.yaml")

    assert ended.code == 0
    assert "warning[low-contrast]" in ended.err
    assert ' 3 | muted = "#9aa0a6" # too light\n   |         ^^^^^^^^^\n' in ended.err
    assert "x.journey.svg" in names(folder)

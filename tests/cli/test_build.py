import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.cli_runner import FAULTY, PNG, SMALL, Command, names, spec


def test_a_spec_gives_three_files_beside_itself(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml")

    ended = mapgen("build", "coffee.journey.yaml")

    assert ended == (0, "coffee.journey.yaml -> coffee.journey.svg, .html, .md\n", "")
    assert names(folder) == ["coffee.journey.html", "coffee.journey.md", "coffee.journey.svg", "coffee.journey.yaml"]


def test_the_output_folder_is_made(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml")

    ended = mapgen("build", "coffee.journey.yaml", "-o", "site/maps", "--to", "svg")

    assert ended.out == "coffee.journey.yaml -> site/maps/coffee.journey.svg\n"
    assert names(folder / "site") == ["maps/coffee.journey.svg"]


def test_the_name_comes_from_the_file_and_not_from_the_id(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml", "id: tea\n" + SMALL)

    mapgen("build", "coffee.journey.yaml", "--to", "json")

    assert "coffee.journey.json" in names(folder)


def test_a_faulty_spec_writes_nothing_and_leaves_its_old_map(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml", FAULTY)
    (folder / "coffee.journey.svg").write_text("old")

    ended = mapgen("build", "coffee.journey.yaml")

    assert (ended.code, ended.out) == (1, "")
    assert "--> coffee.journey.yaml:6:9\n" in ended.err
    assert "did you mean `emotion`?" in ended.err.replace('"', "`")
    assert names(folder) == ["coffee.journey.svg", "coffee.journey.yaml"]
    assert (folder / "coffee.journey.svg").read_text() == "old"


def test_a_faulty_spec_does_not_keep_the_others_from_being_built(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml", FAULTY)
    spec(folder / "b.journey.yaml")

    ended = mapgen("build", ".", "--to", "md")

    assert (ended.code, ended.out) == (1, "b.journey.yaml -> b.journey.md\n")


def test_standard_input_is_a_spec_called_journey(
    mapgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(SMALL.encode())))

    ended = mapgen("build", "-", "--to", "svg")

    assert ended == (0, "<stdin> -> journey.svg\n", "")
    assert names(folder) == ["journey.svg"]


def test_one_format_of_one_spec_goes_to_standard_output(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml")

    ended = mapgen("build", "coffee.journey.yaml", "--to", "svg", "-o", "-")

    assert ended.code == 0
    assert ended.out.startswith("<svg ")
    assert names(folder) == ["coffee.journey.yaml"]


def test_several_formats_do_not_go_to_standard_output(mapgen: Command, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml")

    ended = mapgen("build", "coffee.journey.yaml", "-o", "-")

    assert ended.code == 2
    assert "-o - takes one spec, one format such as --to svg" in ended.err


def test_two_specs_are_not_written_to_the_same_file(mapgen: Command, folder: Path) -> None:
    spec(folder / "a/x.journey.yaml")
    spec(folder / "b/x.journey.yaml")

    ended = mapgen("build", "a", "b", "-o", "out")

    assert ended.code == 2
    assert '"b/x.journey.yaml" and "a/x.journey.yaml" would write the same file' in ended.err
    assert not (folder / "out").exists()


def test_the_same_spec_is_built_once(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")

    ended = mapgen("build", "x.journey.yaml", ".", "./*.yaml", "--to", "md")

    assert ended.out == "x.journey.yaml -> x.journey.md\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "svgg"), 'unknown format "svgg"; did you mean "svg"?'),
        (("--to", ","), "name at least one format"),
        (("--lanes", "emotion"), 'unknown lane "emotion"'),
        (("--hide", "figure"), 'unknown part "figure"; did you mean "figures"?'),
        (("--width", "7"), "7 is not in the range"),
        (("--flavour", "mdx"), "--flavor"),
        (("--flavor", "gitlab"), "'github'"),
    ],
)
def test_a_wrong_option_is_told_with_what_would_be_right(
    mapgen: Command, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    spec(folder / "x.journey.yaml")

    ended = mapgen("build", "x.journey.yaml", *arguments)

    assert ended.code == 2
    assert said in ended.err
    assert names(folder) == ["x.journey.yaml"]


def test_a_lane_of_the_authors_own_can_be_asked_for(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SMALL + "        x-risk: [Too loud]\n")

    ended = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-", "--lanes", "x-risk")

    assert "Too loud" in ended.out


def test_without_a_spec_those_of_the_current_folder_are_meant(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml")
    spec(folder / "coffee.journey.yml")
    spec(folder / "other.yaml")
    spec(folder / "below/tea.journey.yaml")

    ended = mapgen("build", "--to", "md")

    assert ended == (0, "coffee.journey.yml -> coffee.journey.md\njourney.yaml -> journey.md\n", "")


def test_init_and_build_go_together_without_a_word_more(mapgen: Command) -> None:
    mapgen("init")

    assert mapgen("build", "--to", "md") == (0, "journey.yaml -> journey.md\n", "")


def test_settings_that_name_no_specs_leave_it_at_the_current_folder(mapgen: Command, folder: Path) -> None:
    (folder / "mapgen.toml").write_text('formats = ["md"]\n')
    spec(folder / "x.journey.yaml")

    assert mapgen("build").out == "x.journey.yaml -> x.journey.md\n"


def test_where_no_spec_is_the_next_step_is_told(mapgen: Command, folder: Path) -> None:
    nothing = mapgen("build")
    spec(folder / "maps/x.journey.yaml")
    below = mapgen("validate")

    message = "error[usage]: no spec given, and this folder contains no *.journey.yaml or journey.yaml\n"
    assert nothing == (2, "", f"{message}  = hint: run `mapgen init` to create one\n")
    assert below == (2, "", f"{message}  = hint: `mapgen validate .` includes subfolders\n")


def test_a_lane_of_the_authors_own_that_no_spec_has_is_told(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml", SMALL + "        x-risk: [Too loud]\n")
    spec(folder / "b.journey.yaml")

    ended = mapgen("build", ".", "--to", "md", "--lanes", "x-rsik,x-risk,touchpoints")

    assert ended.code == 0
    assert ended.err == (
        'warning[unknown-lane]: lane "x-rsik" is empty: no stage or touchpoint has this key\n'
        '  = hint: did you mean "x-risk"?\n'
    )


def test_quiet_says_nothing_about_success(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")

    assert mapgen("build", "-q", "x.journey.yaml", "--to", "md") == (0, "", "")


def test_an_image_below_the_spec_is_embedded(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SMALL + "        images: [{src: pictures/a.png, alt: A queue}]\n")
    (folder / "pictures").mkdir()
    (folder / "pictures/a.png").write_bytes(PNG)

    ended = mapgen("build", "x.journey.yaml", "--to", "svg", "--view", "map", "-o", "-")

    assert "data:image/png;base64," in ended.out


@pytest.mark.parametrize(
    ("output", "page", "address"),
    [
        ("specs", "specs/x.journey.md", "photos/a.png"),
        ("out/maps", "out/maps/x.journey.md", "../../specs/photos/a.png"),
        ("page.md", "page.md", "specs/photos/a.png"),
        (".", "x.journey.md", "specs/photos/a.png"),
    ],
)
def test_a_photo_is_found_from_where_the_page_is(
    mapgen: Command, folder: Path, output: str, page: str, address: str
) -> None:
    spec(folder / "specs/x.journey.yaml", SMALL + "personas: [{name: Ada, photo: photos/a.png}]\n")
    (folder / "specs/photos").mkdir()
    (folder / "specs/photos/a.png").write_bytes(PNG)

    assert mapgen("build", "specs/x.journey.yaml", "--to", "md", "-o", output).code == 0
    assert f'<img src="{address}" ' in (folder / page).read_text(encoding="utf-8")


def test_an_image_outside_is_an_error_at_its_place(mapgen: Command, folder: Path) -> None:
    spec(folder / "specs/x.journey.yaml", SMALL + "        images: [{src: link.png, alt: A queue}]\n")
    (folder / "secret.png").write_bytes(PNG)
    (folder / "specs/link.png").symlink_to(folder / "secret.png")

    ended = mapgen("build", "specs/x.journey.yaml")

    assert ended.code == 1
    assert 'the image "link.png" cannot be shown: it is outside the folder of the spec' in ended.err
    assert "--> specs/x.journey.yaml:7:24" in ended.err


@pytest.mark.parametrize("name", ["::error::x", "##[group]x", "new\nline", "\x1b[2J", "\u202egpj", "a b", "[red]"])
def test_no_file_name_speaks_to_the_terminal_or_to_ci(mapgen: Command, folder: Path, name: str) -> None:
    path = spec(folder / f"{name}.journey.yaml")

    ended = mapgen("build", path.name, "--to", "md")

    assert ended.code == 0
    assert ended.out.count("\n") == 1
    assert ended.out.rstrip("\n").isprintable()
    assert not ended.out.startswith((":", "#"))


def test_many_faulty_specs_say_little_in_all(mapgen: Command, folder: Path) -> None:
    for number in range(60):
        spec(folder / f"{number:02}.journey.yaml", FAULTY + FAULTY.replace("title", f"titel{number}"))

    ended = mapgen("build", ".")

    assert ended.code == 1
    assert len(ended.err.encode()) <= 8192
    assert "more files; check one file at a time to see them" in ended.err

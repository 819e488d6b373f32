"""`mapgen build --check`: which maps are not what their specs give."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, SMALL, Command, names, spec


@pytest.fixture
def coffee(mapgen: Command, folder: Path) -> Path:
    """A folder with a spec and its maps."""
    spec(folder / "coffee.journey.yaml")
    mapgen("build", ".")
    return folder


def told(mapgen: Command, *arguments: str) -> dict[str, list[str]]:
    """Check, and return what was found by file."""
    ended = mapgen("build", "--check", "--output-format", "json", *arguments)
    files = json.loads(ended.out)["files"]
    found = {file["path"]: [one["code"] for one in file["findings"]] for file in files if file["findings"]}
    assert ended.code == (1 if found else 0)
    return found


def test_maps_that_were_just_built_are_fresh(mapgen: Command, coffee: Path) -> None:
    before = {name: (coffee / name).stat().st_mtime_ns for name in names(coffee)}

    assert mapgen("build", "--check", ".") == (
        0,
        "coffee.journey.yaml: the maps are up to date (.svg, .html, .md)\n",
        "",
    )
    assert mapgen("build", "--check", "-q", ".") == (0, "", "")
    assert {name: (coffee / name).stat().st_mtime_ns for name in names(coffee)} == before


def test_a_changed_spec_makes_its_maps_stale(mapgen: Command, coffee: Path) -> None:
    spec(coffee / "coffee.journey.yaml", SMALL.replace("queue", "line"))
    before = (coffee / "coffee.journey.md").read_bytes()

    assert told(mapgen, ".") == {f"coffee.journey.{end}": ["stale-map"] for end in ("html", "md", "svg")}
    assert (coffee / "coffee.journey.md").read_bytes() == before


def test_a_missing_map_is_told_and_not_made(mapgen: Command, coffee: Path) -> None:
    (coffee / "coffee.journey.svg").unlink()

    assert told(mapgen, ".") == {"coffee.journey.svg": ["missing-map"]}
    assert not (coffee / "coffee.journey.svg").exists()


def test_an_edit_by_hand_is_told_with_its_place_and_what_mends_it(mapgen: Command, coffee: Path) -> None:
    page = coffee / "coffee.journey.md"
    page.write_text(page.read_text().replace("Sees the queue", "Sees é queue!"))

    ended = mapgen("build", "--check", "--to", "svg,md", "coffee.journey.yaml")

    assert ended.code == 1
    head, _, _, line, caret, hint, _ = ended.err.splitlines()
    assert head == "error[edited-map]: the map was edited by hand; the first difference is here"
    assert line.index("é") == caret.index("^")
    assert hint.endswith("run `mapgen build --to svg,md coffee.journey.yaml`, and make the change in the spec instead")


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda lines: [*lines, b"mine"], -1),
        (lambda lines: [*lines, b"", b"", b"mine", b"and mine"], -2),
        (lambda lines: [*lines, b"x" * 5_000], -1),
        (lambda lines: [b"mine", *lines], 0),
        (lambda lines: [*lines[:4], b"mine", *lines[4:]], 4),
        (lambda lines: [*lines[:4], *lines[5:]], 4),
        (lambda lines: [*lines[:4], b"mine", *lines[5:]], 4),
    ],
)
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_line_that_was_added_changed_or_removed_is_named(
    mapgen: Command, coffee: Path, edit: Callable[[list[bytes]], list[bytes]], line: int, ends: bytes
) -> None:
    page = coffee / "coffee.journey.md"
    lines = edit(page.read_bytes().rstrip().split(b"\n"))
    page.write_bytes(ends.join(lines) + ends)

    ended = mapgen("build", "--check", ".")

    assert "error[edited-map]: the map was edited by hand" in ended.err
    assert f"--> coffee.journey.md:{range(1, len(lines) + 1)[line]}:" in ended.err


def test_a_file_of_somebody_else_in_the_place_of_a_map_is_told(mapgen: Command, coffee: Path) -> None:
    (coffee / "coffee.journey.md").write_text("# My own page\n")

    ended = mapgen("build", "--check", ".")

    assert "error[edited-map]: this file was not built by mapgen" in ended.err
    assert "--> coffee.journey.md:1:" in ended.err
    assert "hint: run `mapgen build --force .` to overwrite it\n" in ended.err


@pytest.mark.parametrize("make", ["mkdir", "link"])
def test_what_is_no_file_in_the_place_of_a_map_is_told(mapgen: Command, coffee: Path, make: str) -> None:
    page = coffee / "coffee.journey.md"
    page.rename(coffee / "kept.md")
    page.mkdir() if make == "mkdir" else page.symlink_to("kept.md")

    assert told(mapgen, ".") == {"coffee.journey.md": ["stale-map"]}


def test_line_ends_of_windows_do_not_count(mapgen: Command, coffee: Path) -> None:
    for path in coffee.glob("coffee.journey.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert told(mapgen, ".") == {}


def test_pictures_are_compared_as_they_are(mapgen: Command, coffee: Path) -> None:
    mapgen("build", "--to", "png", ".")
    assert told(mapgen, "--to", "png", ".") == {}

    picture = coffee / "coffee.journey.png"
    picture.write_bytes(picture.read_bytes() + b"\n")

    assert told(mapgen, "--to", "png", ".") == {"coffee.journey.png": ["stale-map"]}


def test_a_map_whose_spec_is_gone_is_an_orphan(mapgen: Command, coffee: Path) -> None:
    spec(coffee / "shop/tea.journey.yaml")
    mapgen("build", "--to", "svg,json,md", "shop")
    (coffee / "shop/tea.journey.yaml").unlink()

    assert told(mapgen, ".") == {f"shop/tea.journey.{end}": ["orphaned-map"] for end in ("json", "md", "svg")}
    assert "hint: remove the map: rm shop/tea.journey.md" in mapgen("build", "--check", ".").err


def test_no_strangers_file_is_called_an_orphan(mapgen: Command, coffee: Path) -> None:
    for name in ("tea.journey.svg", "tea.journey.md", "journey.json", "tea.svg", ".hidden/journey.md"):
        spec(coffee / name, "<svg/>")
    map_ = (coffee / "coffee.journey.md").read_text()
    spec(coffee / "notes.md", map_)
    spec(coffee / ".hidden/tea.journey.md", map_)

    assert told(mapgen, ".") == {}


def test_only_in_a_folder_that_is_named_are_orphans_looked_for(mapgen: Command, coffee: Path) -> None:
    (coffee / "coffee.journey.md").rename(coffee / "tea.journey.md")

    assert told(mapgen, "--to", "svg", "coffee.journey.yaml") == {}
    assert told(mapgen, "--to", "svg", ".") == {"tea.journey.md": ["orphaned-map"]}


@pytest.mark.usefixtures("coffee")
def test_maps_in_a_folder_of_their_own_are_no_orphans(mapgen: Command) -> None:
    mapgen("build", "-o", "site", ".")

    assert told(mapgen, ".") == {}
    assert told(mapgen, "-o", "site", ".") == {}


def test_the_output_folder_of_the_settings_holds_no_orphans(mapgen: Command, folder: Path) -> None:
    spec(folder / "maps/coffee.journey.yaml")
    spec(folder / "maps/tea.journey.yaml")
    (folder / "mapgen.toml").write_text('specs = ["maps"]\noutput = "site"\nformats = ["md"]\n')
    mapgen("build")
    assert told(mapgen) == {}
    assert told(mapgen, "maps/coffee.journey.yaml") == {}

    (folder / "maps/tea.journey.yaml").unlink()

    assert told(mapgen) == {"site/tea.journey.md": ["orphaned-map"]}
    assert told(mapgen, "maps/coffee.journey.yaml") == {}


def test_a_faulty_spec_keeps_its_maps_from_being_orphans(mapgen: Command, coffee: Path) -> None:
    spec(coffee / "coffee.journey.yaml", FAULTY)

    assert told(mapgen, ".") == {"coffee.journey.yaml": ["unknown-key"]}


def test_the_command_that_mends_is_the_one_that_was_typed(mapgen: Command, folder: Path) -> None:
    spec(folder / "a b.journey.yaml")

    ended = mapgen("build", "-q", "--check", "-o", "my maps", "--theme=dark", "--to=svg,md", "--", "a b.journey.yaml")

    assert "run `mapgen build --output 'my maps' --to svg,md --theme dark 'a b.journey.yaml'`" in ended.err


@pytest.mark.parametrize("option", [("--check",), ("--output-format", "json")])
def test_standard_output_is_given_away_once(mapgen: Command, coffee: Path, option: tuple[str, ...]) -> None:
    ended = mapgen("build", "--to", "svg", "-o", "-", *option, str(coffee / "coffee.journey.yaml"))

    assert (ended.code, ended.out) == (2, "")


def test_a_build_can_tell_programs_what_is_wrong(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FAULTY)
    spec(folder / "y.journey.yaml")

    ended = mapgen("build", "--output-format", "json", ".")

    assert ended.code == 1
    assert json.loads(ended.out)["totals"]["error"] == 1
    assert (folder / "y.journey.svg").exists()

"""`mapgen show`: a journey in the terminal."""

from pathlib import Path

from tests.cli.cli_runner import FAULTY, Command, spec


def test_a_journey_is_shown(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml")

    ended = mapgen("show", "--width", "50")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Morning coffee\nIt feels worst at “Sees the queue”.\n")
    assert max(map(len, ended.out.splitlines())) == 50


def test_a_pipe_gets_no_colors_unless_asked_for(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml")

    assert "\x1b[" not in mapgen("show").out
    assert "\x1b[1mMorning coffee\x1b[0m" in mapgen("show", "--color", "always").out
    assert "\x1b[" not in mapgen("show", "--color", "never").out


def test_ascii_is_for_terminals_without_blocks(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml")

    assert mapgen("show", "--ascii").out.isascii()


def test_a_faulty_spec_is_not_shown(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml", FAULTY)
    ended = mapgen("show")

    assert (ended.code, ended.out) == (1, "")
    assert "emotoin" in ended.err


def test_one_spec_is_shown_at_a_time(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    spec(folder / "b.journey.yaml")

    assert "`show` takes one spec, got 2" in mapgen("show").err


def test_the_text_is_a_file_too_whatever_views_the_settings_name(mapgen: Command, folder: Path) -> None:
    spec(folder / "journey.yaml")
    (folder / "mapgen.toml").write_text('views = ["poster", "map"]')

    text = mapgen("build", "--to", "txt", "-o", "-").out
    assert text.startswith("Morning coffee\n")
    assert "made by mapgen" in text.splitlines()[-1]
    mapgen("build", "--to", "txt")
    assert (folder / "journey.txt").read_text(encoding="utf-8") == text

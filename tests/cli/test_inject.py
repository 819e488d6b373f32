"""`mapgen inject` puts maps between the markers of Markdown files, and changes nothing else."""

import stat
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.cli_runner import FAULTY, SMALL, Command, names, spec

PAINFUL = SMALL + "        pain_points: [The line is long]\n        metrics: [{name: Minutes, value: 4}]\n"
CLOSE = "<!-- /mapgen -->"


def page(path: Path, options: str = "", name: str = "maps/a.journey.yaml") -> Path:
    """Write a Markdown file with a pair of markers in line 3."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"# Shop\n\n<!-- mapgen: {name} {options}-->\n{CLOSE}\n\nBye".encode())
    return path


@pytest.fixture
def readme(folder: Path) -> Path:
    """A file with markers, and its spec."""
    spec(folder / "maps/a.journey.yaml", PAINFUL)
    return page(folder / "README.md")


def test_the_picture_is_built_and_shown_with_a_link_and_a_description(
    mapgen: Command, folder: Path, readme: Path
) -> None:
    ended = mapgen("inject", "README.md")

    assert (ended.code, ended.out, ended.err) == (0, "README.md: 1 map updated\n", "")
    picture = "maps/a.journey.svg"
    before, _, rest = readme.read_text().partition("\n\n[![Morning coffee: Arrive. ")
    assert before == "# Shop\n\n<!-- mapgen: maps/a.journey.yaml -->"
    assert rest.endswith(f"]({picture})]({picture})\n\n{CLOSE}\n\nBye")
    assert names(folder) == ["README.md", "maps/a.journey.svg", "maps/a.journey.yaml"]
    assert mapgen("build", "--check", "--to", "svg", "maps").code == 0


def test_nothing_changes_when_it_runs_again(mapgen: Command, readme: Path) -> None:
    page(readme, "tables=pains,metrics view=map ")
    mapgen("inject", "README.md")
    once = readme.read_bytes()

    ended = mapgen("inject", "README.md", "./README.md")

    assert (ended.out, readme.read_bytes()) == ("README.md: up to date\n", once)
    assert mapgen("inject", "--check", "README.md").code == 0


def test_tables_follow_the_picture_in_the_order_asked_for(mapgen: Command, readme: Path) -> None:
    page(readme, 'tables=pains,metrics,exits alt="Our [shop]" ')

    mapgen("inject", "README.md")

    text = readme.read_text()
    assert r"[![Our \[shop\]](" in text
    assert text.index("](maps/a") < text.index("\n## What hurts\n\n| ") < text.index('\n<details id="metrics">\n')
    assert "exits" not in text.partition("-->")[2]


def test_paths_lead_from_the_folder_of_the_file(mapgen: Command, folder: Path) -> None:
    spec(folder / "my maps/a.journey.yaml")
    path = page(folder / "docs/de/x.md", name='"../../my maps/a.journey.yaml"')

    assert mapgen("inject", "docs/de/x.md").code == 0
    assert "](../../my%20maps/a.journey.svg)" in path.read_text()


def test_check_writes_nothing_and_names_file_line_and_command(mapgen: Command, folder: Path, readme: Path) -> None:
    before = readme.read_bytes()

    ended = mapgen("inject", "--check", "README.md")

    assert ended.code == 1
    assert "error[stale-marker]: the map of" in ended.err
    assert " --> README.md:3:1\n" in ended.err
    assert "error[missing-map]: the map does not exist\n --> maps/a.journey.svg\n" in ended.err
    assert ended.err.count("hint: run `mapgen inject README.md`") == 2
    assert (readme.read_bytes(), names(folder)) == (before, ["README.md", "maps/a.journey.yaml"])


def test_check_finds_a_picture_that_is_stale_though_the_text_is_the_same(
    mapgen: Command, folder: Path, readme: Path
) -> None:
    page(readme, "alt=Shop ")
    mapgen("inject", "README.md")
    spec(folder / "maps/a.journey.yaml", PAINFUL.replace("queue", "door"))

    ended = mapgen("inject", "--check", "README.md")

    assert (ended.code, "stale-marker" in ended.err, "error[stale-map]" in ended.err) == (1, False, True)


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        (
            "maps/aa.journey.yaml",
            'the spec "maps/aa.journey.yaml" does not exist',
            'did you mean "maps/a.journey.yaml"?',
        ),
        ("zzz.yaml", 'the spec "zzz.yaml" does not exist', "name a spec from the folder of this file"),
        ("../a.journey.yaml", "it is outside the repository", "name a spec in the same repository"),
        ("/etc/passwd", "it is outside the repository", "name a spec in the same repository"),
        ("maps/bad.journey.yaml", 'the spec "maps/bad.journey.yaml" has errors', "correct the errors"),
    ],
)
def test_a_spec_that_cannot_be_used_is_said_at_its_marker_and_nothing_is_written(
    mapgen: Command, readme: Path, name: str, said: str, hint: str
) -> None:
    folder = readme.parent
    spec(folder / "maps/bad.journey.yaml", FAULTY)
    page(folder / "b.md", name=name)
    before = readme.read_bytes()

    ended = mapgen("inject", "README.md", "b.md")

    assert ended.code == 1
    assert said in ended.err
    assert " --> b.md:3:1\n" in ended.err
    assert f"hint: {hint}" in ended.err
    assert ("maps/bad.journey.yaml:6:9" in ended.err) == ("bad" in name)
    assert readme.read_bytes() == before
    assert not (folder / "maps/a.journey.svg").exists()


def test_a_picture_that_mapgen_did_not_make_is_kept_until_it_is_forced(
    mapgen: Command, folder: Path, readme: Path
) -> None:
    before = readme.read_bytes()
    (folder / "maps/a.journey.svg").write_text("<svg/>")

    ended = mapgen("inject", "README.md")

    assert ended.code == 1
    assert "hint: use `--force` to overwrite what is there\n" in ended.err
    assert readme.read_bytes() == before
    assert mapgen("inject", "--force", "README.md").code == 0


def test_pictures_go_where_the_settings_say(mapgen: Command, folder: Path, readme: Path) -> None:
    (folder / "mapgen.toml").write_text('output = "site"\n')

    mapgen("inject", "README.md")

    assert "(site/a.journey.svg)" in readme.read_text()
    assert (folder / "site/a.journey.svg").exists()


def test_standard_input_is_printed_with_its_maps(
    mapgen: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(readme.read_bytes())))
    printed = mapgen("inject", "-").out

    mapgen("inject", "README.md")

    assert printed == readme.read_text()


def test_a_file_without_markers_is_left_alone(mapgen: Command, folder: Path) -> None:
    (folder / "x.md").write_bytes(b"\xef\xbb\xbfHello\r\n")

    assert mapgen("inject", "x.md").out == "x.md: no markers\n"
    assert (folder / "x.md").read_bytes() == b"\xef\xbb\xbfHello\r\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_who_may_read_and_write_a_file_stays(mapgen: Command, readme: Path) -> None:
    readme.chmod(0o600)

    mapgen("inject", "README.md")

    assert stat.S_IMODE(readme.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_read_is_reported(mapgen: Command, folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "x.md").write_bytes(b"\xff")

    assert mapgen("inject", "gone.md").code == 2
    assert "hint: name Markdown files" in mapgen("inject", "docs").err
    assert "it is not UTF-8 text" in mapgen("inject", "x.md").err

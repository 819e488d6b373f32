from pathlib import Path

import pytest

from mapgen import resources
from tests.cli.cli_runner import Command, names

MODELINE = "# yaml-language-server: $schema=journey.schema.json\n"
MODELS = ("b2b-6", "digital-4", "ecommerce-5", "lifecycle-5", "online-6", "purchase-4")


def test_without_words_it_writes_the_usual_model(mapgen: Command, folder: Path) -> None:
    ended = mapgen("init")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("journey.yaml created; next: mapgen build journey.yaml\n")
    assert (folder / "journey.yaml").read_text() == MODELINE + resources.template("new/lifecycle-5.journey.yaml")


@pytest.mark.parametrize("model", MODELS)
def test_a_blank_spec_has_only_stages_and_is_right(mapgen: Command, folder: Path, model: str) -> None:
    mapgen("init", "--blank", "--model", model)
    lines = (folder / "journey.yaml").read_text().splitlines()

    assert lines[:3] == [MODELINE.strip(), "title: Name of the journey", "stages:"]
    assert len(lines) == 3 + int(model[-1])
    assert all(line.startswith("  - name: ") for line in lines[3:])
    assert mapgen("validate", "--no-audit", "journey.yaml").code == 0
    assert mapgen("fmt", "--check", "journey.yaml").code == 0


def test_the_schema_is_written_beside_the_spec_where_that_is_asked_for(mapgen: Command, folder: Path) -> None:
    (folder / "maps").mkdir()
    ended = mapgen("init", "maps", "--schema")

    assert ended.out.splitlines()[1].startswith("maps/journey.schema.json written")
    assert (folder / "maps/journey.schema.json").read_bytes() == resources.schema()


def test_an_older_schema_of_mapgen_is_replaced(mapgen: Command, folder: Path) -> None:
    (folder / "journey.schema.json").write_text('{"$id": "urn:mapgen:journey:1"}')

    assert mapgen("init", "--schema").code == 0
    assert (folder / "journey.schema.json").read_bytes() == resources.schema()


def test_a_file_of_others_in_the_place_of_the_schema_stays(mapgen: Command, folder: Path) -> None:
    (folder / "journey.schema.json").write_text("{}")

    ended = mapgen("init", "--schema")

    assert ended.code == 1
    assert "journey.schema.json exists, and is not the schema of mapgen; rename it, or leave out --schema" in ended.err
    assert (folder / "journey.schema.json").read_text() == "{}"
    assert not (folder / "journey.yaml").exists()


def test_the_models_are_listed(mapgen: Command) -> None:
    lines = mapgen("init", "--list").out.splitlines()

    assert tuple(line.split()[0] for line in lines) == MODELS
    assert "lifecycle-5  for a lasting relationship, from the first contact to customers who refer others" in lines


@pytest.mark.parametrize("model", MODELS)
def test_each_model_builds_without_a_word(mapgen: Command, folder: Path, model: str) -> None:
    mapgen("init", "new", "--model", model)

    ended = mapgen("build", "new.journey.yaml")

    assert (ended.code, ended.err) == (0, "")
    assert mapgen("fmt", "--check", "new.journey.yaml").code == 0
    assert {"new.journey.html", "new.journey.md", "new.journey.svg", "new.journey.yaml"} <= set(names(folder))


def test_nothing_is_overwritten(mapgen: Command, folder: Path) -> None:
    (folder / "journey.yaml").write_text("mine")

    ended = mapgen("init")

    assert ended.code == 1
    assert "journey.yaml exists; mapgen never overwrites a spec" in ended.err
    assert (folder / "journey.yaml").read_text() == "mine"


def test_an_unknown_model_is_told(mapgen: Command, folder: Path) -> None:
    ended = mapgen("init", "--model", "lifecycle")

    assert ended.code == 2
    assert 'unknown stage model "lifecycle"; did you mean "lifecycle-5"?' in ended.err
    assert names(folder) == []


def test_a_folder_gets_a_journey(mapgen: Command, folder: Path) -> None:
    (folder / "maps").mkdir()

    mapgen("init", "maps")

    assert names(folder) == ["maps/journey.yaml"]


def test_git_is_told_of_maps_where_that_is_asked_for(mapgen: Command, folder: Path) -> None:
    assert "mapgen init --gitattributes" in mapgen("init").out
    assert mapgen("init", "--gitattributes") == (0, ".gitattributes has 24 new lines\n", "")

    lines = (folder / ".gitattributes").read_text().splitlines()
    assert "*.journey.*svg text eol=lf linguist-generated" in lines
    assert "journey.*pdf binary linguist-generated" in lines
    assert names(folder) == [".gitattributes", "journey.yaml"]


def test_what_stands_in_gitattributes_stays(mapgen: Command, folder: Path) -> None:
    (folder / ".gitattributes").write_text("*.txt text\njourney.md -text")

    mapgen("init", "--gitattributes")
    text = (folder / ".gitattributes").read_text()

    assert text.startswith("*.txt text\njourney.md -text\n\n# Maps built by mapgen")
    assert text.count("\njourney.md ") == 1
    assert mapgen("init", "--gitattributes").out == ".gitattributes already covers mapgen's maps\n"
    assert (folder / ".gitattributes").read_text() == text
    assert mapgen("init", "two").out == "two.journey.yaml created; next: mapgen build two.journey.yaml\n"


def test_gitattributes_that_is_a_link_is_left_alone(mapgen: Command, folder: Path) -> None:
    (folder / "elsewhere").write_text("")
    (folder / ".gitattributes").symlink_to("elsewhere")

    ended = mapgen("init", "--gitattributes")

    assert (ended.code, ended.err) == (1, "error[file-error]: cannot read .gitattributes: it is a symbolic link\n")
    assert (folder / "elsewhere").read_text() == ""

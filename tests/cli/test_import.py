"""`mapgen import`: reads a file of another tool, writes a spec that is in order, and says what it did."""

from pathlib import Path

import pytest

from mapgen import resources
from mapgen.cli.group import run
from tests.cli.cli_runner import Command, names

TABLE = """\
Phase,Touchpoint,Channel,Mood,Budget
Discover,Sees an ad,TV,2,10k
,Compares prices,Web,-1,
Buy,Enters card,App,-2,5k
"""
SPEC = f"""\
{resources.MODELINE}
title: Shop
channels: [TV, Web, App]

stages:
  - name: Discover
    touchpoints:
      - name: Sees an ad
        channel: TV
        emotion: 2
        x-budget: 10k
      - name: Compares prices
        channel: Web
        emotion: -1

  - name: Buy
    touchpoints:
      - name: Enters card
        channel: App
        emotion: -2
        x-budget: 5k
"""


@pytest.fixture
def table(folder: Path) -> Path:
    path = folder / "shop.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("table")
def test_the_spec_goes_to_standard_output(mapgen: Command, folder: Path) -> None:
    for arguments in ([], ["-o", "-"]):
        ended = mapgen("import", "shop.csv", *arguments)

        assert (ended.code, ended.out, ended.err) == (0, SPEC, "")
    assert names(folder) == ["shop.csv"]


@pytest.mark.usefixtures("table")
def test_the_spec_is_written_formatted_and_valid_and_builds(mapgen: Command, folder: Path) -> None:
    ended = mapgen("import", "shop.csv", "-o", "shop")

    assert ended.out == ("shop.journey.yaml created (2 stages, 3 touchpoints); next: mapgen build shop.journey.yaml\n")
    assert (folder / "shop.journey.yaml").read_text(encoding="utf-8") == SPEC
    assert mapgen("fmt", "--check", "shop").code == 0
    assert mapgen("validate", "--no-audit", "shop").err == ""
    assert mapgen("build", "shop", "--to", "svg").code == 0


@pytest.mark.usefixtures("table")
def test_in_a_folder_the_spec_is_named_after_the_file(mapgen: Command, folder: Path) -> None:
    (folder / "maps").mkdir()

    assert mapgen("import", "shop.csv", "-o", "maps").code == 0
    assert (folder / "maps/shop.journey.yaml").exists()


@pytest.mark.usefixtures("table")
def test_nothing_is_overwritten_unless_that_is_asked_for(mapgen: Command, folder: Path) -> None:
    (folder / "shop.journey.yaml").write_text("mine")

    ended = mapgen("import", "shop.csv", "-o", "shop.journey.yaml")

    assert ended.code == 1
    assert "shop.journey.yaml exists; nothing was written" in ended.err
    assert "`--force`" in ended.err
    assert (folder / "shop.journey.yaml").read_text() == "mine"
    assert mapgen("import", "shop.csv", "-o", "shop.journey.yaml", "--force", "-q").out == ""
    assert (folder / "shop.journey.yaml").read_text(encoding="utf-8") == SPEC


@pytest.mark.usefixtures("table")
def test_a_dry_run_shows_what_each_column_becomes(mapgen: Command, folder: Path) -> None:
    ended = mapgen("import", "shop.csv", "-o", "shop", "--dry-run", "--map", "Budget=x-cost", "--map", "Channel=owner")

    assert ended.out.splitlines() == [
        "shop.csv: csv, 2 stages, 3 touchpoints",
        "  Phase       stage",
        "  Touchpoint  touchpoint",
        "  Channel     owner",
        "  Mood        emotion, from -2 to 2",
        "  Budget      x-cost",
    ]
    assert names(folder) == ["shop.csv"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_misuse(mapgen: Command) -> None:
    ended = mapgen("import", "shop.csv")

    assert ended.code == 2
    assert "shop.csv" in ended.err


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("", [], "the file is empty"),
        ("Hello there\n", [], "the format of the file is not known"),
        (TABLE, ["--map", "Mud=emotion"], 'there is no column "Mud"'),
        (TABLE, ["--map", "Mood=emotoin"], '"emotoin" is nothing that a column can be'),
        ("Stage,Touchpoint\n", [], "nothing below them"),
        ("a,b\nc,d\n", ["--from", "csv"], "no row or column has headers"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_written(
    mapgen: Command, folder: Path, content: str, arguments: list[str], said: str
) -> None:
    (folder / "shop.csv").write_text(content, encoding="utf-8")
    (folder / "notes.txt").write_text(content, encoding="utf-8")
    name = "shop.csv" if "," in content else "notes.txt"

    ended = mapgen("import", name, "-o", "shop", *arguments)

    assert ended.code == 1
    assert said in ended.err
    assert names(folder) == ["notes.txt", "shop.csv"]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--map", "Mood"], "write COLUMN=FIELD"),
        (["--fence", "1"], "`--fence` does not apply to csv files"),
    ],
)
def test_an_option_that_cannot_be_meant_is_misuse(mapgen: Command, arguments: list[str], said: str) -> None:
    ended = mapgen("import", "shop.csv", *arguments)

    assert ended.code == 2
    assert said in ended.err


def test_a_spec_with_errors_is_not_written(mapgen: Command, folder: Path) -> None:
    rows = "".join(f"S{number},T\n" for number in range(501))
    (folder / "shop.csv").write_text(f"Stage,Touchpoint\n{rows}", encoding="utf-8")

    ended = mapgen("import", "shop.csv", "-o", "shop")

    assert ended.code == 1
    assert "shop.journey.yaml" in ended.err
    assert "the journey has 501 stages" in ended.err
    assert names(folder) == ["shop.csv"]


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    import io
    import sys
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TABLE.encode())))

    assert run(["import", "-", "--title", "Shop"]) == 0
    assert capsysbinary.readouterr().out.decode() == SPEC

"""`mapgen build --to csv`: a table for a spreadsheet, which people edit."""

from pathlib import Path

from tests.cli.cli_runner import Command, spec


def test_a_file_begins_with_a_byte_order_mark_and_standard_output_does_not(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    mapgen("build", "--to", "csv")
    file = (folder / "a.journey.csv").read_bytes()

    assert file.startswith(b"\xef\xbb\xbfStage,")
    assert mapgen("build", "--to", "csv", "-o", "-").out.encode() == file[3:]
    assert mapgen("build", "--to", "csv", "-o", "-", "--bom").out.encode() == file
    mapgen("build", "--to", "csv", "--without-bom")
    assert (folder / "a.journey.csv").read_bytes() == file[3:]
    (folder / "mapgen.toml").write_text("bom = false")
    assert mapgen("build", "--to", "csv", "--check").code == 0


def test_a_table_that_was_edited_is_not_overwritten(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    table = folder / "a.journey.csv"
    mapgen("build", "--to", "csv")
    assert mapgen("build", "--to", "csv", "--check").code == 0

    table.write_bytes(table.read_bytes().replace(b"Arrive", b"Come in"))
    checked = mapgen("build", "--to", "csv", "--check")

    assert "error[edited-map]: the map was edited by hand" in checked.err
    assert "run `mapgen build --force --to csv`" in checked.err
    assert mapgen("build", "--to", "csv").code == 1
    assert b"Come in" in table.read_bytes()
    assert mapgen("build", "--to", "csv", "--force").code == 0

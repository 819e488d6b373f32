"""The tables of the documentation are imported as it says, and the limits are those that it names."""

from pathlib import Path

import pytest

from mapgen.cli.commands.import_ import MAX_SIZE
from mapgen.importers.tables import delimited, grid
from mapgen.importers.workbook import package
from tests.importers.test_rows import spec

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "import.md").read_text(encoding="utf-8")


def table(section: str) -> str:
    """Return the table of a section as values with tabs between them."""
    lines = [line for line in PAGE.partition(f"### {section}\n")[2].split("\n#")[0].split("\n") if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return "".join("\t".join(row) + "\n" for row in rows if set("".join(row)) - {"-"})


def test_a_row_for_each_touchpoint() -> None:
    data = spec(table("One row for each touchpoint"))

    assert data["emotion_scale"] == {"min": 1, "max": 5}
    assert data["stages"] == [
        {
            "name": "Discover",
            "touchpoints": [
                {"name": "Sees an ad", "channel": "TV", "emotion": 4, "owner": "Marketing"},
                {
                    "name": "Compares prices",
                    "channel": "Web",
                    "channels": ["app"],
                    "emotion": 2,
                    "pain_points": [
                        {"text": "Prices are hidden", "severity": "high"},
                        {"text": "too many plans", "severity": "low"},
                    ],
                    "owner": "Product",
                },
            ],
        },
        {
            "name": "Buy",
            "touchpoints": [
                {
                    "name": "Enters the card",
                    "channel": "app",
                    "emotion": 1,
                    "pain_points": [{"text": "Card is declined", "severity": "critical"}],
                    "owner": "Payments",
                }
            ],
        },
    ]


def test_stages_as_columns() -> None:
    assert spec(table("Stages as columns"))["stages"] == [
        {
            "name": "Discover",
            "touchpoints": [
                {"name": "Sees an ad", "emotion": 1},
                {"name": "Compares prices", "emotion": 0, "pain_points": ["Prices are hidden"]},
            ],
        },
        {
            "name": "Buy",
            "touchpoints": [{"name": "Enters the card", "emotion": -2, "pain_points": ["Card is declined"]}],
        },
    ]


@pytest.mark.parametrize(
    "limit",
    [
        f"| {MAX_SIZE // 1_000_000} MB; a workbook, unpacked: {package.MAX_SIZE // 1_000_000} MB |",
        f"| rows of a table to import | {grid.MAX_ROWS:,} |",
        f"| columns of a table to import | {grid.MAX_COLUMNS:,} |",
        f"| characters of a cell to import | {delimited.MAX_CELL:,} |",
    ],
)
def test_the_documentation_names_each_limit(limit: str) -> None:
    assert delimited.MAX_CELL == package.MAX_TEXT
    assert limit in (DOCS / "commands.md").read_text(encoding="utf-8")

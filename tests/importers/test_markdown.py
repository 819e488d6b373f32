"""Journeys in Markdown: tables in both directions, and headings with lists below them."""

from typing import Any

import pytest

from mapgen.diagnostics.diagnostic import Severity
from mapgen.importers.detection import detect
from mapgen.importers.finishing import finish
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.kinds.markdown import IMPORTER
from mapgen.pipeline import check


def imported(text: str) -> Imported:
    return IMPORTER.read(ImportFile("a.md", text.encode()), ImportOptions())


def stages(text: str) -> list[dict[str, Any]]:
    """Import a page, and return its stages; what comes out is a valid spec."""
    found = imported(text)
    assert found.spec is not None, found.remarks
    assert not check(finish(found, "a.md")[0], name="a.journey.yaml").failed
    held: Any = found.spec["stages"]
    return [{"name": one} if isinstance(one, str) else one for one in held]


def names(text: str) -> list[tuple[str, list[str]]]:
    """Import a page, and return the names of its stages and touchpoints."""
    return [
        (stage["name"], [one if isinstance(one, str) else one["name"] for one in stage.get("touchpoints", [])])
        for stage in stages(text)
    ]


ROWS = """\
# Boots

| Stage | Touchpoint | Channel | Emotion (1-5) | Pain points |
|-------|:----------:|---------|--------------:|-------------|
| Choose | **Sees** an [ad](https://a.example) | Web | 3 | Too *loud*<br>Too long |
|  | Reads \\| compares | Web | 4 |  |
| Pay | Enters `card` | Shop | 2 | Slow |

Some words.
"""

SIDEWAYS = """\
|             | Choose | Pay |
| ---         | --- | --- |
| **Actions** | Reads reviews | Enters the card |
| Pain points | Too many | Slow |
"""

APART = """\
# Boots

## 1. Choose

| Step | Channel |
| --- | --- |
| Sees an ad | Web |

## 2. Pay

| Step | Channel |
| --- | --- |
| Enters the card | Shop |
| Waits | Shop |
"""

LISTS = """\
# Boots

## Persona
- 30 years old

## Stage 1: Choose
- **Actions:** Reads reviews
- **Pain points**
  - Too many shops
  - Slow pages
- **Opportunities:** One page

## Stage 2: Pay
* Puts boots in the cart
  * Channel: Web shop
  * Emotion: 2
  * Pain point: The price changes
  * With a friend
* [ ] Enters the card

  1. Owner: Payments
"""


def test_a_table_has_a_row_for_each_touchpoint() -> None:
    assert names(ROWS) == [("Choose", ["Sees an ad", "Reads | compares"]), ("Pay", ["Enters card"])]
    assert stages(ROWS)[0]["touchpoints"][0]["pain_points"] == ["Too loud", "Too long"]
    assert (imported(ROWS).spec or {})["title"] == "Boots"


def test_a_table_has_stages_as_columns() -> None:
    assert names(SIDEWAYS) == [("Choose", ["Reads reviews"]), ("Pay", ["Enters the card"])]


def test_the_only_heading_is_the_title() -> None:
    found = imported("## Trip\n\n| Stage | Step |\n| --- | --- |\n| Choose | Reads |\n")

    assert (found.spec or {})["title"] == "Trip"


def test_tables_below_the_headings_of_stages_are_one() -> None:
    assert names(APART) == [("Choose", ["Sees an ad"]), ("Pay", ["Enters the card", "Waits"])]


def test_of_several_tables_the_one_of_the_journey_is_read() -> None:
    other = "| Date | Version |\n| --- | --- |\n| May | 1 |\n\n"

    assert names(other + ROWS + other) == names(ROWS)


def test_headings_are_stages_and_items_are_touchpoints() -> None:
    assert names(LISTS) == [("Choose", ["Reads reviews"]), ("Pay", ["Puts boots in the cart", "Enters the card"])]


def test_items_below_a_touchpoint_or_a_label_say_more() -> None:
    choose, pay = stages(LISTS)

    assert choose["pain_points"] == ["Too many shops", "Slow pages"]
    assert choose["opportunities"] == ["One page"]
    assert pay["touchpoints"] == [
        {
            "name": "Puts boots in the cart",
            "channel": "Web shop",
            "emotion": 2,
            "pain_points": ["The price changes"],
            "x-detail": "With a friend",
        },
        {"name": "Enters the card", "owner": "Payments"},
    ]


def test_a_section_that_is_no_stage_is_left_out_and_told() -> None:
    told = [(one.span.line if one.span else 0, one.message) for one in imported(LISTS).remarks]

    assert (3, 'the section "Persona" is no stage, and is left out') in told


@pytest.mark.parametrize(
    "text",
    [
        "# A\n## Journey\n### Choose\n- Reads\n### Pay\n- Enters\n## Notes\n- x\n",
        "# A\n## Choose\n### Touchpoints\n- Reads\n### Pain points\n- Slow\n## Pay\n### Touchpoints\n- Enters\n",
        "# A\n## Choose\n### Reads\n- Channel: Web\n## Pay\n### Enters\n- Emotion: 2\n",
        "# Choose\n- Reads\n# Pay\n- Enters\n",
        "# A\n## Choose\n- **Touchpoints:** Reads\n## Pay\n- Touchpoints: Enters\n",
    ],
)
def test_stages_may_stand_at_any_level(text: str) -> None:
    assert names(text)[:2] == [("Choose", ["Reads"]), ("Pay", ["Enters"])]


def test_code_is_no_journey() -> None:
    assert "no journey" in imported(f"# A\n\n```md\n{LISTS}\n```\n").remarks[-1].message


@pytest.mark.parametrize("text", [ROWS, SIDEWAYS, APART, LISTS])
def test_a_page_is_recognized_by_its_name(text: str) -> None:
    assert detect(ImportFile("notes.md", text.encode())) == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "# A\n- " + "," * 4_000_000,
        "# A\n" + "- x\n" * 60_000,
        "# A\n| a | b |\n| --- | --- |\n" + "|" * 90_000,
        "|" * 90_000 + "\n" + "|-" * 45_000,
        "# A\n- " + "*" * 90_000,
        "# A\n- " + "**a" * 30_000,
        "# A\n- " + "[" * 40_000 + "](" * 1_000,
        "# A\n- " + "<!--" * 20_000,
        "# A\n- " + "`" * 90_001,
        "```\n" * 200_000,
        "#" * 4_000_000,
        " " * 4_000_000,
        "# A\n" + "".join(f"{' ' * (depth % 300)}- a\n" for depth in range(20_000)),
        "# A\n- \0",
        "x" * 6_000_000,
    ],
)
def test_a_hostile_page_is_read_or_ends_with_a_diagnostic(text: str) -> None:
    document = ImportFile("a.md", text.encode())
    IMPORTER.recognize(document)
    found = IMPORTER.read(document, ImportOptions())

    assert found.spec or any(one.severity is Severity.ERROR for one in found.remarks)

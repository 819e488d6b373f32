"""The table of touchpoints as CSV: what stands in its cells, and that it can be read back."""

import csv
import io

import pytest

from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.options import Options
from mapgen.render.stamp import is_edited, is_made_by_mapgen
from mapgen.spreadsheet import MADE, guarded, joined_names, joined_texts, scale_of, split_names, split_texts, unguarded
from tests.cli.cli_runner import SMALL

HOSTILE = (
    '=HYPERLINK("http://x")', "+1+1", "-1+1", "@SUM(A1)", "\tx", "'=1", "''-x", "'tis", "two\n=lines",
    "a; b", "• a\n• b", "—", "العربية", "👩‍👩‍👧", "x" * 5_000, "##vso[a]", "::error::x", "-2.5", 'a,b"c"', "\uff1d1",
)  # fmt: skip


def made(text: str, *, bom: bool = False) -> str:
    journey = check(text, name="a.journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "a", ("csv",), options=Options(bom=bom)))[".csv"].decode()


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a table by headers, without empty cells and the mark."""
    read = csv.DictReader(io.StringIO(made(text), newline=""))
    return [{key: cell for key, cell in row.items() if cell} for row in read]


def test_each_touchpoint_is_a_row() -> None:
    assert rows("title: T\nstages: [{name: A, touchpoints: [{name: B, emotion: -1}, C]}, D]") == [
        {"Stage": "A", "Touchpoint": "B", "Emotion (-2 to 2)": "-1"},
        {"Stage": "A", "Touchpoint": "C"},
        {"Stage": "D"},
    ]


def test_the_usual_columns_are_always_there() -> None:
    header = made("title: T\nstages: [A]").splitlines()[0]

    assert MADE.sub("…", header) == (
        "Stage,Touchpoint,Channels,Emotion (-2 to 2),Feeling,Thoughts,Needs,Pain points,Severity,Opportunities,Owner,…"
    )


def test_several_values_share_a_cell() -> None:
    text = """
title: T
channels: [App, Shop]
owners: [Web, Desk]
stages:
  - name: A
    owner: Web
    goal: To be quick
    touchpoints:
      - name: B
        channel: Shop
        channels: [App]
        thought: Why?
        thoughts: [How; and when?]
        pain_points: [{text: Slow, severity: high, owner: Desk}, Dear]
        opportunities: [{text: Faster, addresses: [Slow, Dear], impact: 4}, {text: Cheaper, impact: 3, status: done}]
        duration: 7-10 days
        moment_of_truth: {for: churn, why: They may leave}
        x-weather: [Rain, Sun]
"""
    stage, touchpoint = rows(text)

    assert stage == {"Stage": "A", "Owner": "Web", "Goal": "To be quick"}
    assert touchpoint == {
        "Stage": "A",
        "Touchpoint": "B",
        "Channels": "Shop; App",
        "Thoughts": "• Why?\n• How; and when?",
        "Pain points": "• Slow\n• Dear",
        "Severity": "high; —",
        "Owners of pain points": "Desk; —",
        "Opportunities": "• Faster\n• Cheaper",
        "Addresses": "• Slow; Dear\n• —",
        "Impact": "4; 3",
        "Status": "—; done",
        "Duration": "7 to 10 days",
        "Moment of truth": "churn: They may leave",
        "x-weather": "• Rain\n• Sun",
    }


def test_a_pain_point_is_named_by_its_default_id_where_others_have_its_text() -> None:
    quick = "{name: C, pain_points: [Slow], opportunities: [{text: Quick, addresses: [c.slow]}]}"
    text = f"title: T\nstages: [{{name: A, touchpoints: [{{name: B, pain_points: [Slow]}}, {quick}]}}]"

    assert rows(text)[1]["Addresses"] == "c.slow"


def test_a_stage_of_the_same_name_begins_with_a_row_of_its_own() -> None:
    text = "title: T\nstages: [{id: a, name: A, touchpoints: [B]}, {id: b, name: A, touchpoints: [C]}]"

    assert [row.get("Touchpoint") for row in rows(text)] == ["B", None, "C"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_and_each_is_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert text == "-2.5" or not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("other", HOSTILE)
@pytest.mark.parametrize("text", HOSTILE)
def test_cells_with_several_values_are_read_back(text: str, other: str) -> None:
    for values in ([text], [text, other]):
        assert split_texts(unguarded(guarded(joined_texts(values)))) == values
        if not {"—", "\tx"} & {*values}:
            assert split_names(joined_names(values)) == values


def test_the_header_of_the_emotions_has_their_scale() -> None:
    assert scale_of("Emotion (-2 to 2)") == ("Emotion", (-2, 2))
    assert scale_of("Emotion (felt)") == ("Emotion (felt)", None)
    assert scale_of("Emotion (1.2.3 to 4)") == ("Emotion (1.2.3 to 4)", None)


@pytest.mark.parametrize("bom", [True, False])
def test_a_table_says_who_made_it_until_it_is_edited(*, bom: bool) -> None:
    data = made(SMALL, bom=bom).encode()

    assert is_made_by_mapgen(data)
    assert is_made_by_mapgen(data.replace(b"\n", b"\r\n"))
    assert is_edited(data) is False
    other = data.replace(b"Arrive", b"Come in")
    assert not is_made_by_mapgen(other)
    assert is_edited(other) is True
    assert is_edited(data.replace(b",", b";")) is True

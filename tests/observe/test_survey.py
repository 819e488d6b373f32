"""Answers to surveys are counted by place and question; whatever else stands in the table stays there."""

import pytest

from mapgen.model.journey import Journey
from mapgen.model.snapshot import SurveyCounts
from mapgen.observe.survey import Survey, read_survey
from mapgen.pipeline import check

SPEC = "title: Coffee\nstages: [{name: Order, touchpoints: [{id: pay, name: Pays at the till}, Waits]}]\n"


def journey() -> Journey:
    found = check(SPEC, name="a").journey
    assert found
    return found


def read(table: str, hide_below: int = 1) -> tuple[Survey | None, list[str]]:
    survey, faults = read_survey(table.encode(), journey(), hide_below=hide_below)
    return survey, [fault.message for fault in faults]


def test_answers_are_counted_by_place_and_question_in_the_order_of_the_spec() -> None:
    survey, faults = read(
        "touchpoint,question,answer\nwaits,ces,7\npay,nps,10\nPays at the TILL,NPS,0\nOrder,csat,4\npay,nps,10\n"
    )

    assert faults == []
    assert survey == Survey(
        counts=(
            SurveyCounts("order", "csat", (0, 0, 0, 1, 0)),
            SurveyCounts("pay", "nps", (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)),
            SurveyCounts("waits", "ces", (0, 0, 0, 0, 0, 0, 1)),
        ),
        answers=5,
        hidden=0,
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_of_all_programs_are_read(separator: str, end: str) -> None:
    lines = [
        ("\ufeffDate", "Answer", "Question", "Stage", "Comment"),
        ("2026-01-01", "5", "csat", "Order", '"a, b; c"'),
    ]

    survey, _ = read(end.join(separator.join(line) for line in lines) + end)

    assert survey
    assert survey.counts == (SurveyCounts("order", "csat", (0, 0, 0, 0, 1)),)


def test_questions_with_few_answers_are_left_out() -> None:
    table = "touchpoint,question,answer\n" + 9 * "pay,nps,9\n" + 10 * "waits,csat,5\n"

    survey, _ = read(table, hide_below=10)

    assert survey
    assert [one.place for one in survey.counts] == ["waits"]
    assert (survey.answers, survey.hidden) == (10, 9)


def test_rows_that_cannot_be_counted_are_told_by_their_line_and_never_shown() -> None:
    remark = "call me: ada@example.com"
    survey, faults = read(
        f"touchpoint,question,answer\n{remark},nps,9\npay,{remark},9\npay,nps,{remark}\npay,nps,11\npay,csat,0\npay,ces\n"
    )

    assert survey == Survey((), 0, 0)
    assert faults == [
        "1 row left out: no touchpoint or stage of the journey is called that, the first in line 2",
        "1 row left out: the question is none of nps, csat and ces, the first in line 3",
        "4 rows left out: the answer is no whole number of its scale, the first in line 4",
    ]


@pytest.mark.parametrize("table", ["", "touchpoint,answer\n", "ada@example.com,9\n", "\x00"])
def test_a_table_without_the_columns_is_refused_without_its_content(table: str) -> None:
    survey, faults = read(table)

    assert survey is None
    assert len(faults) == 1
    assert "ada" not in faults[0]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"touchpoint,question,answer\n\xe9"])
def test_what_is_no_utf8_is_refused(data: bytes) -> None:
    survey, faults = read_survey(data, journey(), hide_below=5)

    assert survey is None
    assert [fault.code for fault in faults] == ["unreadable-survey"]

"""Rows are read from an engine or a file only if they can be those of the statement."""

import pytest

from mapgen.observe.counts_sql import COLUMNS
from mapgen.observe.reading import CountsError, read_csv, read_rows
from mapgen.observe.rows import DataFigure
from tests.observe.logs import plan

DATA = [(1, int(figure), -1, -1, -1, 5, 0, 0) for figure in DataFigure]
HEADER = ",".join(COLUMNS)


def test_rows_are_sorted_and_decimals_and_texts_that_are_integers_are_read() -> None:
    rows = [("2", "0", 1.0, "-1", " -1", "7.000", 3, 0), *DATA]

    assert read_rows(rows, plan(), 0)[-1] == (2, 0, 1, -1, -1, 7, 3, 0)


def test_columns_are_found_by_name_in_any_case_and_order() -> None:
    text = "\ufeffN1,KIND,k1,k2,k3,k4,n2,n3,more\n9,2,0,1,-1,-1,3,0,x\n\n"

    assert read_csv(text) == [("2", "0", "1", "-1", "-1", "9", "3", "0")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ((2, 0, 9, -1, -1, 5, 5, 0), "a touchpoint that the spec does not have"),
        ((6, 0, 0, -1, -1, 5, 5, 0), "a touchpoint that the spec does not have"),
        ((9, 0, 7, -1, -1, 5, 5, 0), "a stage that the spec does not have"),
        ((2, 5, 0, -1, -1, 5, 5, 0), "other periods or segments"),
        ((2, 1_000_003, 0, -1, -1, 5, 5, 0), "other periods or segments"),
        ((11, 0, 0, 0, 0, 5, 5, 0), "a path that cannot be one of this spec"),
        ((12, 0, 0, 0, 0, 5, 5, 0), "kind 12"),
        ((2, 0, 0, -1, -1, -1, 5, 0), "a negative number"),
        ((2, 0, 0, -1, -1, "ada@example.org", 5, 0), "row 1 of the counts holds what is no integer"),
        ((2, 0, 0, -1, -1, None, 5, 0), "no integer"),
        ((2, 0, 0, -1, -1, 2**70, 5, 0), "none that a count"),
        ((2, 0, 0), "3 columns, not 8"),
    ],
)
def test_rows_of_another_statement_are_refused_without_a_value_in_the_message(
    row: tuple[object, ...], message: str
) -> None:
    with pytest.raises(CountsError, match=message) as caught:
        read_rows([row, *DATA], plan(), 4)

    assert "ada@" not in str(caught.value)


def test_counts_that_were_cut_or_joined_are_refused() -> None:
    with pytest.raises(CountsError, match="not complete"):
        read_rows(DATA[:-1], plan(), 0)
    with pytest.raises(CountsError, match="two rows with the keys"):
        read_rows([*DATA, DATA[0]], plan(), 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "no column kind"), (HEADER[:-3], "no column n3"), (f"{HEADER}\n1,2\n", "line 2 of the counts has 2 of 8")],
)
def test_a_file_without_the_columns_is_refused(text: str, message: str) -> None:
    with pytest.raises(CountsError, match=message):
        read_csv(text)

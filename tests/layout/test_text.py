"""Lines fit, and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.layout.breaks import pieces
from mapgen.layout.text import Ruler, Style
from mapgen.layout.typeface import Typeface
from mapgen.resources import font
from tests.properties.journeys import texts

RULER = Ruler(Typeface(font()))
BODY = Style(12, 400, "ink", 18)


@given(texts, st.floats(60, 400), st.floats(0, 50))
def test_each_line_fits_and_together_they_are_the_text(text: str, width: float, indent: float) -> None:
    lines = RULER.lines(text, BODY, width, indent)

    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    assert lines[0].width + (indent if lines[0].text else 0) <= width + 0.02
    for line in lines[1:]:
        assert line.width <= width + 0.02


@given(texts)
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


def test_a_no_break_space_stays_with_what_it_holds_together() -> None:
    assert pieces("\N{LESS-THAN OR EQUAL TO}\u00a060\u00a0% in 2026-09") == ["\u2264\u00a060\u00a0% ", "in ", "2026-09"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Reads app-store reviews", ["Reads ", "app-", "store ", "reviews"]),
        ("an e-mail", ["an ", "e-mail"]),
        ("and/or", ["and/", "or"]),
        ("24/7", ["24/7"]),
        ("2025\u20132026", ["2025\u20132026"]),
        ("now\u2014or never", ["now\u2014", "or ", "never"]),
        ("5\u00a0kg", ["5\u00a0kg"]),
        ("中文、测试。", ["中", "文、", "测", "试。"]),
    ],
)
def test_lines_break_where_unicode_allows(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


def test_a_word_that_is_too_long_is_broken_between_characters() -> None:
    lines = RULER.lines("e\u0301" * 40, BODY, 60)

    assert len(lines) > 1
    assert all(line.text.startswith("e\u0301") for line in lines)


def test_a_family_of_joined_emoji_stays_together() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    lines = RULER.lines(family * 10, BODY, 60)

    assert all(len(line.text) % len(family) == 0 for line in lines)


def test_words_are_measured_as_the_whole_line_is() -> None:
    line = "Why are there four plans? I just want music."
    typeface = RULER.typeface

    assert typeface.width(line, 1) == pytest.approx(typeface._shape(line, 400))  # noqa: SLF001 - what it must equal

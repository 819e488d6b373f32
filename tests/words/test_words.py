"""Numbers, shares, scores and lengths of time as each language writes them."""

# ruff: noqa: RUF001  the signs that a map writes, as it writes them

import pytest

from mapgen.model.journey import Duration, Number
from mapgen.words import Words
from mapgen.words.language import LANGUAGES

NB = "\N{NO-BREAK SPACE}"
LRM = "\N{LEFT-TO-RIGHT MARK}"
RLM = "\N{RIGHT-TO-LEFT MARK}"


NUMBERS = [
    ("en", 41200, "41,200"),
    ("en", 29.8, "29.8"),
    ("en", 12.0, "12"),
    ("en", -3.5, "−3.5"),
    ("en", 0.1 + 0.2, "0.3"),
    ("en", -0.0000001, "−1e−07"),
    ("nl", 41200, "41.200"),
    ("de-AT", 41200.5, "41.200,5"),
    ("fr", 41200.5, "41\N{NARROW NO-BREAK SPACE}200,5"),
    ("es", 4120, "4120"),
    ("es", 41200, "41.200"),
    ("pt-BR", 1234567, "1.234.567"),
    ("ar", 41200, "41,200"),
    ("ar", -2, f"{LRM}−2{RLM}"),
    ("he", -2, f"{LRM}−2"),
    ("ja", 41200, "41,200"),
    ("zh", 41200, "41,200"),
    ("zxx", 41200, "41,200"),
]


@pytest.mark.parametrize(("language", "value", "written"), NUMBERS)
def test_a_number(language: str, value: Number, written: str) -> None:
    assert Words(language).number(value) == written


def test_a_number_is_written_in_each_language() -> None:
    assert set(LANGUAGES) <= {language.partition("-")[0] for language, *_ in NUMBERS}, "add a number to NUMBERS"


@pytest.mark.parametrize(
    ("language", "share", "written"),
    [
        ("en", 0.62, f"62{NB}%"),
        ("en", 0.0561, f"5.6{NB}%"),
        ("en", 0.00004, f"0.004{NB}%"),
        ("en", 0, f"0{NB}%"),
        ("de", 0.298, f"29,8{NB}%"),
        ("zh", 0.62, "62%"),
        ("ar", 0.62, "62%"),
        ("fa", 0.62, f"{LRM}62%"),
    ],
)
def test_a_share(language: str, share: Number, written: str) -> None:
    assert Words(language).percent(share) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "2026-05-01"), ("ar", f"{LRM}2026-05-01{RLM}"), ("fa", f"{LRM}2026-05-01")],
)
def test_a_date(language: str, written: str) -> None:
    assert Words(language).date("2026-05-01") == written


def test_a_share_in_whole_numbers() -> None:
    assert Words("en").percent(0.7143, decimals=0) == f"71{NB}%"


@pytest.mark.parametrize(
    ("value", "crossing", "written"), [(2, True, "+2"), (0, True, "0"), (-2, True, "−2"), (4, False, "4")]
)
def test_a_score(value: Number, crossing: bool, written: str) -> None:  # noqa: FBT001 - pytest passes by name
    assert Words("en").score(value, crossing=crossing) == written


@pytest.mark.parametrize(
    ("language", "parts", "written"),
    [
        ("en", ((3, "months"),), "3 months"),
        ("en", ((1, "hours"), (30, "minutes")), "1 hour 30 minutes"),
        ("en", ((1.5, "days"),), "1.5 days"),
        ("nl", ((2, "weeks"),), "2 weken"),
        ("fr", ((1.5, "days"),), "1,5 jour"),
        ("ar", ((2, "months"),), "شهران"),
        ("ar", ((3, "months"),), "3 أشهر"),
        ("ar", ((11, "days"),), "11 يومًا"),
        ("ja", ((3, "months"),), "3か月"),
        ("he", ((1, "hours"), (30, "minutes")), f"{LRM}1 hour {LRM}30 minutes"),
    ],
)
def test_a_length_of_time(language: str, parts: tuple[tuple[Number, str], ...], written: str) -> None:
    assert Words(language).duration(Duration(parts)) == written


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar-EG", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("ja", "ltr"), ("AR", "rtl")],
)
def test_where_a_text_runs(language: str, direction: str) -> None:
    assert Words(language).direction == direction


def test_braces_of_the_author_stay() -> None:
    assert Words("en")("owned-by", name="{name} {0} {{x}}") == "Owner: {name} {0} {{x}}"

"""Lines fit, and lose nothing."""

import math
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.layout.balance import balanced
from mapgen.layout.hyphens import cut
from mapgen.layout.line_breaking import pieces
from mapgen.layout.scene import Weight
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.typeface import Typeface, WideTypeface
from mapgen.resources import font
from tests.properties.journeys import texts

RULER = TextMeasurer(Typeface(font()))
BODY = Style(12, 400, "ink", 18)


def written(line: TextLine) -> str:
    """Return what the author wrote of a line."""
    return line.text.removesuffix("-") if line.hyphen else line.text


def shown(text: str, width: float) -> list[str]:
    return [line.text for line in RULER.lines(text, BODY, width)]


@given(texts, st.floats(60, 400), st.floats(0, 50))
def test_each_line_fits_and_together_they_are_the_text(text: str, width: float, indent: float) -> None:
    lines = RULER.lines(text, BODY, width, indent)

    assert "".join("".join(map(written, lines)).split()) == "".join(text.replace("\u00ad", "").split())
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


@pytest.mark.parametrize(
    ("text", "weight", "dejavu"),
    [("Enters card details", 400, 9.36), ("Compares the prices", 400, 10.34), ("First personalised mix", 600, 12.54)],
)
def test_where_the_reader_may_have_another_font_there_is_room_for_a_wide_one(
    text: str, weight: Weight, dejavu: float
) -> None:
    assert RULER.typeface.width(text, 1, weight) < dejavu <= WideTypeface().width(text, 1, weight)


def test_words_are_measured_as_the_whole_line_is() -> None:
    line = "Why are there four plans? I just want music."
    typeface = RULER.typeface

    assert typeface.width(line, 1) == pytest.approx(typeface._shape(line, 400))  # noqa: SLF001 - what it must equal


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("Grundstücksverkehrsgenehmigung", 120, ["Grundstücksver-", "kehrsgenehmigung"]),
        ("достопримечательностей", 90, ["достоприме-", "чательностей"]),
        ("γραμματοκιβωτιο", 70, ["γραμματο-", "κιβωτιο"]),
        ("WWWWWWWWWW", 80, ["WWWWWW-", "WWWW"]),
        ("Bescheinigung", 58, ["Beschei-", "nigung"]),
        ("Leistungen", 40, ["Leis-", "tungen"]),
        ("Bestellungen", 55, ["Bestel-", "lungen"]),
    ],
)
def test_a_word_that_is_too_long_is_hyphenated_at_a_syllable(word: str, width: float, lines: list[str]) -> None:
    assert shown(word, width) == lines


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Finanzdienstleistungsaufsicht", ["Finanzdienstleistungs-", "aufsicht"]),
        ("Kundenzufriedenheitsbefragung", ["Kundenzufriedenheits-", "befragung"]),
        ("Gemeinschaftspraxisverwaltung", ["Gemeinschafts-", "praxisverwaltung"]),
        ("Verzekeringsmaatschappijen", ["Verzekerings-", "maatschappijen"]),
    ],
)
def test_a_compound_is_hyphenated_where_its_nouns_are_joined(word: str, lines: list[str]) -> None:
    for width in (140, 145, 150):
        assert shown(word, width) == lines


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("https://example.org/forms/land?form=A_38&lang=de", 130, []),
        ("someone.with.a.long.name@example.org", 90, []),
        ("processOrderConfirmation", 100, ["processOrder", "Confirmation"]),
        ("4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c", 80, []),
        ("order_confirmation_template", 100, []),
    ],
)
def test_addresses_and_identifiers_are_broken_at_their_seams_without_a_hyphen(
    word: str, width: float, lines: list[str]
) -> None:
    found = RULER.lines(word, BODY, width)

    assert len(found) > 1
    assert "".join(line.text for line in found) == word
    assert not lines or [line.text for line in found] == lines


def test_a_soft_hyphen_shows_where_the_line_ends_and_nowhere_else() -> None:
    assert shown("Kraft\u00adfahr\u00adzeug", 72) == ["Kraft-", "fahrzeug"]
    assert shown("Kraft\u00adfahr\u00adzeug", 200) == ["Kraftfahrzeug"]
    assert shown("Kraftfahrzeug\u00ad", 200) == ["Kraftfahrzeug"]


def test_a_hyphen_leaves_three_letters_on_each_side() -> None:
    for width in range(30, 120):
        *lines, last = RULER.lines("Arbeitsunfähigkeitsbescheinigung", BODY, width)

        assert all(line.hyphen and len(written(line)) > 2 for line in lines)
        assert len(last.text) > 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Confirm the appointment by phone", 160, ["Confirm the", "appointment by phone"]),
        ("Compares the prices of all shops", 180, ["Compares the", "prices of all shops"]),
        ("画像アップロード", 90, ["画像", "アップロード"]),
        ("ログイン情報入力", 90, ["ログイン", "情報入力"]),
        ("确认付款信息", 66, ["确认付", "款信息"]),
    ],
)
def test_no_word_and_no_character_stands_alone_on_the_last_line(text: str, width: float, lines: list[str]) -> None:
    assert shown(text, width) == lines


@given(texts, st.floats(60, 400))
def test_balanced_lines_are_not_more_than_filled_ones(text: str, width: float) -> None:
    parts, starts, _ = RULER._filled(text.replace("\n", " "), BODY, width, 0.0)  # noqa: SLF001 - what it is compared with
    found = balanced(parts, len(starts), 0.0, width)

    assert found is None or (len(found) == len(starts) and found == sorted(set(found)))


@pytest.mark.parametrize("text", ["ก่อนออกเดินทางไปทำงาน", "ກ່ອນອອກເດີນທາງ", "ព្រះរាជាណាចក្រកម្ពុជា", "မြန်မာနိုင်ငံတော်"])
def test_scripts_without_blanks_break_only_where_a_syllable_may_begin(text: str) -> None:
    for width in range(50, 100):
        for line in shown(text, width)[1:]:
            assert unicodedata.category(line[0]) == "Lo"
            assert line[0] not in "ะาำๅๆฯະາຳໆ"
            assert line[1:2] != "\u103a"
        for line in shown(text, width)[:-1]:
            assert line[-1] not in "เแโใไເແໂໃໄ\u17d2\u1039"


@pytest.mark.parametrize(
    "text", ["オンラインショッピングカート", "ショッピングカート", "画像アップロード", "新しいコミュニケーション"]
)
def test_a_run_of_katakana_that_fits_on_a_line_is_not_broken(text: str) -> None:
    katakana = re.sub("[^ァ-ー]", "", text)
    for width in range(math.ceil(RULER.width(katakana, BODY)), 240):
        assert any(katakana in line for line in shown(text, width))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("オンラインショッピング", 90, ["オンライン", "ショッピング"]),
        ("スーパーマーケット", 70, ["スーパー", "マーケット"]),
        ("アップロード", 66, ["アップ", "ロード"]),
        ("ソリューション", 54, ["ソリュー", "ション"]),
        ("ソリューション", 40, ["ソ", "リュー", "ション"]),
    ],
)
def test_a_run_of_katakana_that_fits_on_no_line_is_broken_where_a_word_may_end(
    text: str, width: float, lines: list[str]
) -> None:
    assert shown(text, width) == lines


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("สถานีสยาม", ["สถานี", "สยาม"]),
        ("ประสบการณ์ลูกค้า", ["ประสบการณ์", "ลูกค้า"]),
        ("เพราะว่า", ["เพราะ", "ว่า"]),
        ("สถานี สยาม", ["สถานี", "สยาม"]),
    ],
)
def test_thai_is_broken_where_a_syllable_ends(text: str, broken: list[str]) -> None:
    assert shown(text, RULER.width(text, BODY) - 1) == broken


@pytest.mark.parametrize("invisible", ["\u2060", "\u200d", "\u202e", "\u0301", "\ufe0f"])
@pytest.mark.parametrize("letters", range(8, 12))
def test_the_work_of_breaking_a_word_grows_with_its_length_whatever_it_holds(invisible: str, letters: int) -> None:
    def measured(count: int) -> int:
        work = 0

        def measure(text: str) -> float:
            nonlocal work
            work += len(text)
            return float(sum(character.isalpha() for character in text))

        cut("i" * letters + invisible * count + "i" * 30, measure, 10.5)
        return work

    assert measured(2000) < 3 * measured(1000)

"""Where a line may be broken: as the reference says, which prose need not ask, and in Japanese between phrases."""

import random
import re
from itertools import accumulate, pairwise

import pytest
from uniseg.linebreak import line_break_units

from mapgen import resources
from mapgen.layout.hyphens import cut
from mapgen.layout.line_breaking import pieces
from mapgen.layout.phrases import phrases
from mapgen.layout.poster.sizes import NAME
from mapgen.layout.text import TextMeasurer
from mapgen.layout.typeface import Typeface

KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe]"
SAMPLES = (
    "为什么只有上午？我想晚上来，因为我七点以后才下班。",
    "「ちょっと待って」って、キャッシュレスじゃないの？ー",
    "왜 오전만 가능한가요? 저녁에 오고 싶습니다. (월~금)",
    "لماذا في الصباح فَقَط؟ 50% من 12.5 «هكذا»",
    "למה רק בבוקר? צה״ל – אולי 3-4 ימים",
    "केवल सुबह ही क्यों? शाम को आना चाहता हूँ।",
    "ทำไมมีแต่ตอนเช้า ฉันอยากมาตอนเย็น ๆ",
    "a中b A-1 $100 100円 3月4日(日) 😀👍🏽 x/y — „q“ don’t e\u0301 \u200b\u2060\u00a0",
)


def reference(text: str) -> list[str]:
    """Return what the reference says, with each run of katakana whole, and phrases where there is kana."""
    breaks = accumulate(len(unit) for unit in line_break_units(text))
    kept = [at for at in breaks if not (re.match(KATAKANA, text[at - 1]) and re.match(KATAKANA, text[at : at + 1]))]
    whole = [text[start:end] for start, end in pairwise([0, *kept])]
    return phrases(whole) if re.search("[\u3041-\u3096]|" + KATAKANA, text) else whole


def test_any_text_is_cut_where_the_reference_cuts_it() -> None:
    dice = random.Random(1)
    letters = "".join(SAMPLES) + "    "
    for _ in range(400):
        text = "中" + "".join(dice.choices(letters, k=dice.randint(1, 30)))

        assert pieces(text) == reference(text), ascii(text)


@pytest.mark.parametrize("text", SAMPLES)
def test_prose_is_cut_where_the_reference_cuts_it(text: str) -> None:
    assert pieces(text) == reference(text)


@pytest.mark.parametrize(
    "text", ["中文测试", "カタカナ", "한국어 ", "العربية ", "שלום ", "हिन्दी ", "ไทย ", "\u25b8 here ", "\u25ba here "]
)
def test_plain_prose_does_not_ask_the_slow_reference(text: str) -> None:
    def refuse(part: str) -> list[str]:
        pytest.fail(f"asked about {part!r}")

    assert "".join(pieces(text * 1000, refuse)) == text * 1000


@pytest.mark.parametrize(
    "text",
    [
        "仕事が|終わるのは|いつも|七時過ぎです。",
        "空いている|時間を|見つける",
        "タッチポイントが|終わる|前に",
        "メールで|予約の|確認を|受け取る",
        "ほかに|3か所が|悪い。",
        "お客様が|30分待つ",
        "最悪の|ペインポイントと|対応",
        "予約して、|サポートに|電話する",
        "顧客満足度|調査の|結果",
    ],
)
def test_japanese_is_cut_between_phrases(text: str) -> None:
    assert pieces(text.replace("|", "")) == text.split("|")


def test_an_endless_phrase_of_japanese_still_has_places_to_break() -> None:
    assert max(map(len, pieces("これはとてもながいぶんしょうです" * 50))) < 20


def test_chinese_has_no_phrases_to_keep() -> None:
    assert pieces("我想晚上来") == list("我想晚上来")


@pytest.mark.parametrize(
    ("word", "parts"), [("タッチポイント", ["タッチ", "ポイント"]), ("チェックアウト", ["チェック", "アウト"])]
)
def test_a_compound_in_katakana_that_is_too_long_is_cut_between_its_words(word: str, parts: list[str]) -> None:
    assert [part for part, _ in cut(word, len, len(word) - 1)] == parts


def test_no_line_begins_with_the_nasal() -> None:
    assert [part for part, _ in cut("ショッピング", len, 5)][1][0] != "ン"


def test_no_line_ends_behind_a_hyphen_inside_a_word_if_there_is_another_way() -> None:
    ruler = TextMeasurer(Typeface(resources.font()))
    text = "Text message with a two-hour window"
    wide = ruler.width("Text message with a two-", NAME) + 1

    assert [line.text for line in ruler.lines(text, NAME, wide)] == ["Text message with", "a two-hour window"]
    assert [line.text for line in ruler.lines("well-known", NAME, ruler.width("known", NAME) + 2)] == ["well-", "known"]

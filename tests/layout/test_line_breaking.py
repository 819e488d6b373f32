"""Where a line may be broken: as the reference says, which plain prose need not ask, but never inside katakana."""

import random
import re
from itertools import accumulate, pairwise

import pytest
from uniseg.linebreak import line_break_units

from mapgen.layout.line_breaking import pieces

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
    """Return what the reference says, with each run of katakana whole."""
    breaks = accumulate(len(unit) for unit in line_break_units(text))
    kept = [at for at in breaks if not (re.match(KATAKANA, text[at - 1]) and re.match(KATAKANA, text[at : at + 1]))]
    return [text[start:end] for start, end in pairwise([0, *kept])]


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
    "text", ["中文测试", "カタカナ", "한국어 ", "العربية ", "שלום ", "हिन्दी ", "ไทย ", "\u25b8 here "]
)
def test_plain_prose_does_not_ask_the_slow_reference(text: str) -> None:
    def refuse(part: str) -> list[str]:
        pytest.fail(f"asked about {part!r}")

    assert "".join(pieces(text * 1000, refuse)) == text * 1000

"""Lines of a PNG in scripts that take fonts of the system: they are anchored where the SVG has them."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout.scene import Label
from mapgen.model.journey import Journey
from mapgen.render.drawing import Drawing
from mapgen.render.font_fallback import EMOJI, groups, runs
from mapgen.render.formats import png
from mapgen.render.formats.svg import labels

SPEC = """\
title: '{text}'
stages:
  - name: '{text}'
    touchpoints: [{{name: '{text}', emotion: {{score: -2, feeling: '{text}'}}, thought: '{text}'}}]
"""
ONE_SCRIPT = (
    "온라인 쇼핑몰에서 커피 원두 주문하기",
    "बैंक खाता खोलना और भुगतान",
    "オンラインで注文する",
    "สั่งซื้อเมล็ดกาแฟ",
    "ప్రతిపత్తి విషయమున",
    "App 리뷰를 읽는다, 4.5",
    "“API” क्यों चाहिए? 4.5 😀",
    "日本語 and 한국어 😀",
)
TEXT = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" [^>]*?text-anchor="(\w+)"[^>]*>(.*?)</text>')


@pytest.fixture(autouse=True)
def _engine() -> None:
    pytest.importorskip("resvg_py", reason='PNG is drawn by resvg_py: pip install "mapgen[png]"')


def drawn(text: str, journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch) -> tuple[list[Label], str]:
    """Return the lines of a map with this text, and the SVG that the engine gets."""
    import resvg_py

    given: list[str] = []

    def listen(*, svg_string: str, **_: object) -> bytes:
        given.append(svg_string)
        return b""

    monkeypatch.setattr(resvg_py, "svg_to_bytes", listen)
    journey = journey_of(SPEC.format(text=text))
    analysis = analyze(journey)
    drawing = Drawing("x", journey, analysis, partial(compose, journey, analysis))
    png.render(drawing)
    lines = [one for one in labels(drawing.scene.items) if not drawing.typeface.covers(one.text)]
    return lines, given[0]


@pytest.mark.parametrize("text", ONE_SCRIPT)
def test_a_line_in_one_script_is_anchored_as_in_the_svg(
    text: str, journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, svg = drawn(text, journey_of, monkeypatch)

    assert len(lines) >= 5
    assert [(x, y, anchor) for x, y, anchor, _ in TEXT.findall(svg)] == [
        (f"{line.x:.2f}", f"{line.y:.2f}", line.anchor) for line in lines
    ]


@pytest.mark.parametrize("text", ["शुभ 👍🏽 ok", "안녕 👨\u200d👩\u200d👧 hi", "क्या 日本 ไทย"])
def test_the_first_part_of_any_other_line_is_and_the_next_ones_are_to_its_right(
    text: str, journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, svg = drawn(text, journey_of, monkeypatch)

    found = TEXT.findall(svg)
    for line in (one for one in lines if one.anchor == "start" and one.text == text):
        parts = [float(x) for x, y, _, _ in found if y == f"{line.y:.2f}"]
        assert parts[0] == pytest.approx(line.x, abs=0.01)
        assert len(parts) > 1
        assert all(before < after for before, after in pairwise(parts))


@pytest.mark.parametrize("text", ["▸ Die Reise kann hier beginnen", "⧉ Copies the list ⧉"])
def test_a_symbol_that_the_font_lacks_leaves_the_rest_of_its_line_in_the_font(
    text: str, journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, svg = drawn(text, journey_of, monkeypatch)

    assert svg.count('<tspan font-family="Inter" font-size="0.01" fill="none">\ue000</tspan>') == len(lines)


def test_each_script_has_a_font_of_its_own() -> None:
    def first(text: str) -> list[str]:
        return [families[0] for _, families in runs(text, str.isascii, "en")]

    assert first("తెలుగు API") == ["Noto Sans Telugu", "Inter"]
    assert first("འགྲོ་བ་མིའི") == ["Noto Sans Tibetan"]
    assert first("ລາວ ກຽດ") == ["Noto Sans Lao"]
    assert first("འགྲོ-ꯃꯤ-ᎾᏂᎥ") == ["Noto Sans Tibetan", "Inter", "Noto Sans Meetei Mayek", "Inter", "Noto Sans Cherokee"]
    assert runs("❤\ufe0f 1\ufe0f\u20e3", lambda _: True, "en")[0] == ("❤\ufe0f", EMOJI)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("App 리뷰 日本 😀", ["App 리뷰 日本 😀"]),
        ("क्या API 😀 ok", ["क्या API 😀 ok"]),
        ("क्या 日本", ["क्या ", "日本"]),
        ("한국 👍🏽 ok", ["한국 ", "👍🏽", " ok"]),
        ("क्या 🇫🇷", ["क्या ", "🇫🇷"]),
    ],
)
def test_only_what_the_engine_sets_right_in_one_text_is_put_together(text: str, parts: list[str]) -> None:
    found = groups(runs(text, str.isascii, "ko"), str.isascii)

    assert ["".join(part for part, _ in group) for group in found] == parts

"""A hyphen that mapgen adds is seen, and neither read nor copied."""

import re

import pytest

from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.formats.svg import labels
from mapgen.render.options import Options
from tests.render.test_html import drawn

WORD = (
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
    "sverfahrensdurchführungsbestimmungsbekanntmachungspflichtenhandbuchkommission"
)
SPEC = "title: {title}\nlanguage: {language}\nstages: [{{name: {word}, touchpoints: [{{name: A, emotion: 1}}]}}]\n"


def journey(word: str = WORD, language: str = "de", title: str = "T") -> Journey:
    found = check(SPEC.format(word=word, language=language, title=title).encode(), name="x.yaml").journey
    assert found
    return found


def svg(word: str = WORD) -> str:
    return draw(DrawRequest(journey(word), "x", ["svg"], views=["map"]))[".map.svg"].decode()


def test_an_added_hyphen_is_a_shape_that_is_neither_read_nor_copied() -> None:
    text = svg()

    assert WORD in "".join(re.findall(r"<text[^>]*>(.*?)</text>", text))
    assert re.search(r"<g[^>]*><text[^>]*>[^<]*</text><path [^>]*/><text", text)
    assert f'aria-label="{WORD}"' in text


@pytest.mark.parametrize("change", [{"language": "ar"}, {"fonts": "stack"}])
def test_where_the_end_of_a_line_is_not_known_the_hyphen_is_a_text_that_is_hidden(change: dict[str, str]) -> None:
    options = Options(fonts="stack") if "fonts" in change else Options()
    spec = journey(language=change.get("language", "de"))
    text = draw(DrawRequest(spec, "x", ["svg"], views=["map"], options=options))[".map.svg"].decode()

    assert re.search(r'<tspan class="hyphen" aria-hidden="true">-', text)
    assert re.search(r"\.hyphen\{[^}]*user-select:none", text)


def test_a_map_without_broken_words_has_no_rule_for_hyphens() -> None:
    assert "hyphen" not in svg("Antrag")


def test_the_page_hyphenates_prose_in_its_language() -> None:
    page = draw(DrawRequest(journey(), "x", ["html"]))[".html"].decode()

    assert '<html lang="de"' in page
    assert "hyphens:auto" in page


def test_in_a_map_from_right_to_left_the_hyphen_stays_behind_its_word() -> None:
    scene = drawn(SPEC.format(word=WORD, language="ar", title="T").encode()).scene

    assert {label.text[-2:] for label in labels(scene.items) if label.hyphen} == {"-\u200e"}


def test_a_broken_name_is_a_heading_of_the_pdf() -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf reads the PDF; it is in the dev group")
    pytest.importorskip("typst", reason='PDF is written by typst: pip install "mapgen[pdf]"')
    import io

    data = draw(DrawRequest(journey(), "x", ["pdf"], views=["map"]))[".map.pdf"]
    outline = pypdf.PdfReader(io.BytesIO(data)).outline

    assert any("Grundstück" in str(entry) for entry in outline)

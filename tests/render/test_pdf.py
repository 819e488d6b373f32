"""PDF: the same picture, with text that can be read, searched and listened to."""

import io
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mapgen.layout.scene import Label, Scene
from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, draw
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import Options
from mapgen.render.pdf_pages import MOST_LINES, Paragraph, pages

pypdf = pytest.importorskip("pypdf", reason="pypdf reads the PDF; it is in the dev group")

SPEC = """
title: {title}
review: {{owner: bar}}
owners: [{{id: bar, name: Bar team}}]
stages:
  - name: Order
    goal: {goal}
    touchpoints:
      - {{name: {name}, emotion: -2, thought: {goal}}}
      - {{name: Pays at the till, emotion: 2}}
"""

HOSTILE = (
    "</text><script>alert(1)</script>",
    '#panic("x") $x$ `y` \\\\ @z <l> *b* _i_ // c',
    '#read("/etc/passwd") #import "@preview/x:1.0.0"',
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd x \U0001f1eb\U0001f1f7 \U0001f44d\U0001f3fd",
    "\u0645\u0631\u062d\u0628\u0627 API \u202e2.0\u202c \u2067x",
    "Zo\u00eb \u65e5\u672c\u8a9e \u092e\u0930\u092e\u094d\u092e\u0924 \u0e17\u0e33\u0e44\u0e21 \uc548",
    "private \ue000 and unassigned \U0010fffd",
    "a\u0301\u0301\u0301\u200b\ufeff\u200d",
)


@pytest.fixture(autouse=True)
def _engine() -> None:
    pytest.importorskip("typst", reason='PDF is written by typst: pip install "mapgen[pdf]"')


def spec(**texts: str) -> str:
    said = {"title": "Morning coffee", "goal": "A quick coffee", "name": "Asks for a flat white"} | texts
    return SPEC.format(**{name: "'" + text.replace("'", "''") + "'" for name, text in said.items()})


def pdf(journey: Journey, **options: Any) -> bytes:  # noqa: ANN401 - what `Options` takes
    return draw(DrawRequest(journey, "x", ["pdf"], views=["map"], options=Options(**options)))[".map.pdf"]


def read(data: bytes) -> Any:  # noqa: ANN401 - pypdf's reader, of a module that may be missing
    return pypdf.PdfReader(io.BytesIO(data))


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


def fonts(data: bytes) -> Iterator[Any]:
    for page in read(data).pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()["/DescendantFonts"][0].get_object()


def roles(node: Any) -> Iterator[str]:  # noqa: ANN401 - an object of pypdf
    """Yield the kinds of the elements of the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from roles(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from roles(node["/K"])


def test_its_text_can_be_found(journey_of: Callable[[str], Journey]) -> None:
    said = words(pdf(journey_of(spec())))

    for text in ("Morning coffee", "Order", "Asks for a flat white", "Pays at the till", "A quick coffee"):
        assert text in said


def test_it_says_what_it_is_and_not_when_it_was_made(journey_of: Callable[[str], Journey]) -> None:
    reader = read(pdf(journey_of(spec())))

    assert reader.metadata["/Title"] == "Morning coffee"
    assert reader.metadata["/Author"] == "Bar team"
    assert not [key for key in reader.metadata if "Date" in key]
    assert b"Date>" not in reader.trailer["/Root"]["/Metadata"].get_data()


def test_the_fonts_are_embedded(journey_of: Callable[[str], Journey]) -> None:
    found = list(fonts(pdf(journey_of(spec()))))

    assert found
    assert all("Inter" in font["/BaseFont"] for font in found)
    assert all("/FontFile2" in font["/FontDescriptor"] or "/FontFile3" in font["/FontDescriptor"] for font in found)


def test_it_is_tagged_in_the_language_of_the_journey(journey_of: Callable[[str], Journey]) -> None:
    root = read(pdf(journey_of("language: nl" + spec()))).trailer["/Root"]
    found = list(roles(root["/StructTreeRoot"]["/K"]))

    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert found.count("/H1") == 1
    assert "/H2" in found
    assert "/P" in found
    assert "/Figure" not in found


def test_its_bookmarks_are_the_title_stages_and_lanes(journey_of: Callable[[str], Journey]) -> None:
    reader = read(pdf(journey_of(spec())))

    def titles(entries: Any) -> Iterator[str]:  # noqa: ANN401 - pypdf's nested list
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    said = list(titles(reader.outline))
    assert said[0] == "Morning coffee"
    assert "Order" in said


def test_a_page_is_as_large_as_the_map(journey_of: Callable[[str], Journey]) -> None:
    (page,) = read(pdf(journey_of(spec()), width=2000)).pages

    assert abs(page.mediabox.width - 1500) < 1


def test_paper_has_its_size_in_millimetres(journey_of: Callable[[str], Journey]) -> None:
    pages = read(pdf(journey_of(spec()), paper="a4")).pages

    for page in pages:
        assert abs(float(page.mediabox.width) / 72 * 25.4 - 297) < 0.1
        assert abs(float(page.mediabox.height) / 72 * 25.4 - 210) < 0.1


def test_links_lead_where_they_may(journey_of: Callable[[str], Journey]) -> None:
    (page,) = read(pdf(journey_of(spec() + "links: [{name: Board, url: 'https://example.com/b'}]"))).pages
    targets = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]

    assert targets == ["https://example.com/b"]


def test_the_same_map_gives_the_same_bytes(journey_of: Callable[[str], Journey]) -> None:
    assert pdf(journey_of(spec())) == pdf(journey_of(spec()))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_any_text_is_text_and_no_program(text: str, language: str, journey_of: Callable[[str], Journey]) -> None:
    data = pdf(journey_of(f"language: {language}" + spec(title=text, goal=text, name=text)))

    assert data.startswith(b"%PDF-")
    if text.isascii() and language == "en":
        assert "".join(text.split()) in "".join(words(data).split())


def test_a_missing_engine_is_told_with_what_brings_it(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(EngineError, match="the format pdf needs the package typst") as caught:
        pdf(journey_of(spec()))

    assert caught.value.hint == "pip install typst"


def test_a_very_long_column_of_lines_is_read_as_several_paragraphs() -> None:
    lines = tuple(Label(0.0, 15.0 * index, f"{index}", 11.0, 400, "ink", 9.0) for index in range(2 * MOST_LINES + 1))
    scene = Scene("long", 100.0, 100.0, "en", "ltr", "default", "Long", "", lines)
    (page,) = pages(scene)

    assert [one.lines for one in page.texts if isinstance(one, Paragraph)] == [
        tuple(str(index) for index in range(first, min(first + MOST_LINES, len(lines))))
        for first in range(0, len(lines), MOST_LINES)
    ]

"""A map says that mapgen made it, and whether a hand has been in it since."""

import re

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render import FORMATS
from mapgen.render.stamp import first_difference, is_edited, is_made_by_mapgen, stamped

SPEC = "title: Coffee\nstages: [{name: Order, touchpoints: [{name: Pays}, {name: Waits}]}]\n"
MARKED = [name for name, format_ in FORMATS.items() if format_.comment]


def made(name: str, spec: str = SPEC) -> bytes:
    journey = check(spec, name="a.journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "a.journey", (name,)))[FORMATS[name].suffix]


def test_texts_bear_the_mark() -> None:
    assert MARKED == ["dot", "drawio", "html", "md", "mermaid", "svg", "txt"]


@pytest.mark.parametrize("name", [*MARKED, "json"])
def test_a_map_says_who_made_it(name: str) -> None:
    assert is_made_by_mapgen(made(name))


@pytest.mark.parametrize("data", [b"", b"<svg/>\n", b"{}", b"made by mapgen", b"<!-- made by mapgen: no -->\n"])
def test_a_strangers_file_does_not(data: bytes) -> None:
    assert not is_made_by_mapgen(data)
    assert is_edited(data) is None


@pytest.mark.parametrize("name", MARKED)
def test_a_map_is_untouched_until_a_hand_is_in_it(name: str) -> None:
    data = made(name)

    assert is_edited(data) is False
    assert is_edited(data.replace(b"Waits", b"Sits")) is True
    assert is_edited(data.replace(b"made by", b"left by")) is None


@pytest.mark.parametrize("name", MARKED)
def test_line_ends_and_blank_lines_at_the_end_do_not_count(name: str) -> None:
    data = made(name)

    for other in (data.replace(b"\n", b"\r\n"), data + b"\n", data.rstrip(b"\n"), data + b"\r\n\r\n"):
        assert is_edited(other) is False
        assert first_difference(other, data) is None


@pytest.mark.parametrize("name", ["html", "svg"])
def test_the_bytes_of_the_font_do_not_count(name: str) -> None:
    data = made(name)
    other = re.sub(rb"base64,[\w+/=]+", b"base64,AAEC+/==", data)
    other = re.sub(rb"sha256-[\w+/=]+", b"sha256-AAEC=", other)

    assert other != data
    assert is_edited(other) is False
    assert first_difference(other, data) is None
    assert first_difference(other.replace(b"Waits", b"Sits"), data) == other.index(b"Waits")


def test_what_an_author_writes_of_fonts_counts() -> None:
    spec = SPEC.replace("Waits", '"src: url(data:font/ttf;base64,AAAA) sha256-AAAA"')

    assert first_difference(made("svg", spec), made("svg", spec.replace("AAAA", "BBBB"))) is not None


def test_the_first_difference_is_where_it_stands_in_the_file_as_it_is() -> None:
    assert first_difference(b"a\r\nb\r\nX", b"a\nb\nc") == 6
    assert first_difference(b"ab", b"abc") == 2
    assert first_difference(b"", b"abc") == 0
    assert first_difference(b"abc", b"abc") is None


def test_the_mark_is_seen_by_nobody() -> None:
    shown = MarkdownIt("commonmark").render(made("md").decode())
    root = etree.fromstring(made("svg"))

    assert "made by mapgen" not in shown
    assert "made by mapgen" not in etree.tostring(root, method="text", encoding="unicode")


def test_a_text_is_marked_the_same_with_and_without_its_last_line_end() -> None:
    assert stamped("a\n", "# {}") == stamped("a", "# {}")

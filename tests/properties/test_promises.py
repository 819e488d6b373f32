"""What holds for any valid journey."""

import re
from collections.abc import Iterator

import html5lib
from hypothesis import given, settings
from lxml import etree
from markdown_it import MarkdownIt

from mapgen import pipeline
from mapgen.analysis import analyse
from mapgen.composition import compose
from mapgen.layout import arrange
from mapgen.layout.typeface import Typeface
from mapgen.model.journey import Journey
from mapgen.render.format import Options
from mapgen.resources import font
from tests.layout.geometry import faults
from tests.properties.journeys import journeys, spec

Data = dict[str, object]

CAREFUL = settings(max_examples=25)
FORMATS = ("svg", "html", "md", "json")
TYPEFACE = Typeface(font())


def built(data: Data) -> Journey:
    checked = pipeline.check(spec(data), name="any")
    assert not checked.diagnostics
    assert checked.journey
    return checked.journey


def drawn(data: Data, *formats: str) -> dict[str, bytes]:
    return pipeline.draw(built(data), name="any", formats=formats, options=Options(fonts="stack"))


def told(data: object) -> Iterator[str]:
    """Yield the texts that a person wrote, without ids, references, dates and words of the language."""
    silent = {
        "id",
        "severity",
        "status",
        "better",
        "as_of",
        "kind",
        "channel",
        "owner",
        "evidence",
        "contributors",
        "asked_by",
        "by",
    }
    silent |= {"url", "language", "state", "market", "mode", "duration", "moment_of_truth", "for"}
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from told(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in silent or (
                key in {"owner", "evidence", "moment_of_truth"} and isinstance(value, list | dict)
            ):
                yield from told([] if value in (["e"], ["p1"]) else value)


def bare(text: str) -> str:
    """Drop what a line break or a renderer may change: blanks, and hyphens of no width."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


HYPHEN = re.compile('<tspan class="hyphen" aria-hidden="true">-(?:\u200e)?</tspan>'.encode())
"""A hyphen that mapgen adds, which nobody copies."""


@CAREFUL
@given(journeys)
def test_svg_and_html_are_well_formed_and_hold_each_text(data: Data) -> None:
    files = drawn(data, "svg", "html")
    svg = bare("".join(map(str, etree.fromstring(HYPHEN.sub(b"", files[".svg"])).itertext())))
    page = html5lib.HTMLParser(strict=True).parse(files[".html"].decode())
    html = bare("".join(page.itertext()))

    for text in told(data):
        assert bare(text) in svg
        assert bare(text) in html


@CAREFUL
@given(journeys)
def test_markdown_holds_each_text(data: Data) -> None:
    markdown = drawn(data, "md")[".md"].decode()
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    page = bare("".join(html5lib.parse(rendered).itertext()))

    for text in told(data):
        assert bare(text) in page


@settings(CAREFUL, max_examples=10)
@given(journeys)
def test_the_same_spec_gives_the_same_bytes(data: Data) -> None:
    assert drawn(data, *FORMATS) == drawn(data, *FORMATS)


@CAREFUL
@given(journeys)
def test_no_text_leaves_its_box_meets_another_or_is_crossed(data: Data) -> None:
    journey = built(data)
    scene = arrange(compose(journey, analyse(journey)), TYPEFACE)

    assert faults(scene) == []

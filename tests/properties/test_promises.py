"""What holds for any valid journey."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
from hypothesis import given, settings
from lxml import etree
from markdown_it import MarkdownIt

from mapgen.analysis import analyze
from mapgen.composition import compose
from mapgen.layout import dimensions
from mapgen.layout.arrangement import arrange
from mapgen.layout.typeface import Typeface
from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.formats.svg import labels
from mapgen.render.options import Options
from mapgen.resources import font, schema
from tests.layout.geometry import distances, faults
from tests.properties import journeys as random_journeys
from tests.properties.journeys import journeys, spec

Data = dict[str, object]

CAREFUL = settings(max_examples=25)
FORMATS = ("svg", "html", "md", "json")
TYPEFACE = Typeface(font())


def built(data: Data) -> Journey:
    checked = check(spec(data), name="any")
    assert not checked.diagnostics
    assert checked.journey
    return checked.journey


def drawn(data: Data, *formats: str) -> dict[str, bytes]:
    return draw(DrawRequest(built(data), "any", formats, views=["map"], options=Options(fonts="stack")))


def test_any_journey_may_use_each_key_of_a_touchpoint() -> None:
    needs_files = {"images"}
    keys = json.loads(schema())["definitions"]["touchpoint"]["properties"].keys() - needs_files
    text = Path(str(random_journeys.__file__)).read_text(encoding="utf-8")

    assert [key for key in keys if f'"{key}": ' not in text] == [], "add each key to tests/properties/journeys.py"


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
        "channels",
        "owner",
        "evidence",
        "contributors",
        "asked_by",
        "events",
        "by",
    }
    silent |= {
        "url",
        "language",
        "state",
        "market",
        "mode",
        "duration",
        "wait",
        "emotion_curve",
        "moment_of_truth",
        "for",
    }
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


@CAREFUL
@given(journeys)
def test_svg_and_html_are_well_formed_and_the_page_holds_each_text(data: Data) -> None:
    files = drawn(data, "svg", "html")
    etree.fromstring(files[".map.svg"])
    page = html5lib.HTMLParser(strict=True).parse(files[".html"].decode())
    html = bare("".join(page.itertext()))

    for text in told(data):
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
    scene = arrange(compose(journey, analyze(journey)), TYPEFACE)

    assert faults(scene) == []


@CAREFUL
@given(journeys)
def test_the_card_of_a_touchpoint_stands_over_its_point_of_the_curve(data: Data) -> None:
    journey = built(data)
    scene = arrange(compose(journey, analyze(journey)), TYPEFACE)

    assert [name for name, pixels in distances(scene).items() if pixels > 20] == []


@CAREFUL
@given(journeys)
def test_a_map_has_four_sizes_of_type_and_a_smallest_one_for_notes(data: Data) -> None:
    journey = built(data)
    scene = arrange(compose(journey, analyze(journey)), TYPEFACE)

    assert {label.size for label in labels(scene.items)} <= set(dimensions.SIZES)

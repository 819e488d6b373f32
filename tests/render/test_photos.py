"""The photo of a persona is in the poster, the map, the page and the Markdown; a persona without one has initials."""

import re

import pytest

from mapgen.pipeline import DrawRequest, check, draw

SPEC = """
title: Morning coffee
personas: [{name: Ada, photo: photos/ada 1.png}, {name: Bo, position: Baker}]
stages: [{name: Order, touchpoints: [{name: Waits, emotion: -1}]}]
"""
DATA = "data:image/png;base64,AAAA"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    checked = check(SPEC, name="coffee.journey.yaml")
    assert checked.journey, checked.diagnostics
    pictures = {"photos/ada 1.png": DATA}
    request = DrawRequest(checked.journey, "coffee", ("svg", "html", "md"), pictures=pictures, views=("poster", "map"))
    return {name: content.decode() for name, content in draw(request).items()}


@pytest.mark.parametrize("name", [".svg", ".map.svg"])
def test_a_picture_cuts_the_photo_to_a_circle(files: dict[str, str], name: str) -> None:
    (cut,) = re.findall(r'<clipPath id="([^"]+)"><circle ', files[name])

    assert files[name].count(DATA) == 1
    assert f'preserveAspectRatio="xMidYMid slice" clip-path="url(#{cut})"' in files[name]


def test_the_page_has_it_in_the_card_of_the_persona_too(files: dict[str, str]) -> None:
    cuts = re.findall(r"<clipPath id=\"?([\w-]+)", files[".html"])

    assert f'<img class="initials p1" src="{DATA}" alt="">' in files[".html"].replace("=initials p1", '="initials p1"')
    assert len(cuts) == 1, "the poster; the map of a page has its personas in cards"


def test_markdown_shows_the_file(files: dict[str, str]) -> None:
    assert '### Ada\n\n<img src="photos/ada%201.png" alt="" width="64" />\n' in files[".md"]


def test_the_photo_is_read_below_the_folder_of_the_spec_only() -> None:
    checked = check(SPEC.replace("photos/ada 1.png", "../ada.png"), name="coffee.journey.yaml")

    assert [found.code for found in checked.diagnostics if found.code != "map-without-evidence"] == ["bad-image"]

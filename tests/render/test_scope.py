"""Drawings on one page share no id, no style rule and no font: each has a scope of its own."""

import re
from itertools import combinations

import html5lib
import pytest
from lxml import etree

from tests.render.drawings import TOUCHPOINTS, alike, drawn, spec

ALIKE = tuple(alike())
PAIRS = [pytest.param(one, other, id=f"{name}, {its}") for (name, one), (its, other) in combinations(ALIKE, 2)]
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
MEDIA = re.compile(r"@media \([^)]*\)\{((?:[^{}]*\{[^{}]*\})*)\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
REFERENCE = re.compile(r"url\(#([^)]*)\)")


def scope(picture: str) -> str:
    return str(etree.fromstring(picture.encode()).get("id"))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_drawings_on_a_page_share_no_id(one: str, other: str) -> None:
    page = html5lib.parse(f"<!DOCTYPE html><title>Both</title>{one}{other}", treebuilder="lxml")
    ids = [element.get("id") for element in page.iter() if element.get("id")]

    assert len(ids) == len(set(ids))
    assert scope(one) != scope(other)


@pytest.mark.parametrize("picture", [pytest.param(picture, id=name) for name, picture in ALIKE])
def test_all_that_has_a_name_is_in_the_scope_of_its_drawing(picture: str) -> None:
    root = etree.fromstring(picture.encode())
    own = scope(picture)
    ids = {str(element.get("id")) for element in root.iter() if element.get("id")}
    labels = (str(root.get(name)) for name in ("aria-labelledby", "aria-describedby"))
    referred = {*REFERENCE.findall(picture), *labels}
    style = STYLE.search(picture)
    assert style
    rules = RULE.findall(MEDIA.sub(r"\1", style[1]))

    assert all(re.fullmatch(rf"{own}(-.+)?", name) for name in ids)
    assert referred <= ids
    for selector, declarations in rules:
        if selector == "@font-face":
            assert f"font-family:{own};" in declarations
        else:
            assert all(part.strip().startswith(f"#{own} .") for part in selector.split(","))


def test_a_scope_is_a_digest_of_what_is_drawn() -> None:
    text = spec(*TOUCHPOINTS)

    assert drawn(text) == drawn(text)
    assert re.fullmatch(r"mapgen-[0-9a-f]{8}", scope(drawn(text)[".svg"]))
    assert "\0" not in drawn(text)[".svg"]


def test_an_embedded_font_is_asked_for_by_its_own_name() -> None:
    picture = drawn(spec(*TOUCHPOINTS))[".svg"]

    assert f'font-family="{scope(picture)}, Inter, ' in picture

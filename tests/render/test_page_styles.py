"""A page has the rules of the style sheet that something on it may need, and no others."""

import re

import pytest

from mapgen import resources
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.page import javascript, styles

PLAIN = "title: Coffee\nstages: [{name: Arrive, touchpoints: [{name: Queue}]}]\n"


def rules(spec: str) -> str:
    journey = check(spec, name="a.journey.yaml").journey
    assert journey
    page = draw(DrawRequest(journey, "a", ("html",)))[".html"].decode()
    found = re.search(r"<style>([^<]*)</style>", page)
    assert found
    return found[1]


@pytest.mark.parametrize("part", [".vast ", ".cast", ".hollow", "[dir=rtl]"])
def test_what_a_page_does_not_have_has_no_rules(part: str) -> None:
    assert part in styles.sheet()
    assert part not in rules(PLAIN)


def test_what_a_page_has_has_its_rules() -> None:
    assert "[dir=rtl] .stage::before" in rules(f"language: ar\n{PLAIN}")
    assert ".cast article{" in rules(f"{PLAIN}personas: [{{name: Ann}}]\n")


def test_what_a_script_makes_has_its_rules() -> None:
    made = re.findall(r'class:"([a-z]+)"', javascript.script())
    kept = rules(PLAIN)

    assert made
    for name in made:
        assert (f".{name}" in styles.sheet()) <= (f".{name}" in kept)


@pytest.mark.parametrize("page", javascript.FILES)
def test_the_scripts_are_made_from_their_sources(page: str) -> None:
    first, _, script = resources.template(f"html/{page}.min.js").partition("\n")

    assert first == javascript.stamp(page), "run `make scripts`"
    assert script == javascript.script(page)
    assert "</" not in script, "the end of the element"

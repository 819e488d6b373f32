"""axe-core finds no barrier on the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.render.formats import html, svg
from tests.browser.conftest import DESK, PHONE
from tests.browser.maps import EXAMPLES, TESTS, called, drawing_of, page_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

BUSINESS = TESTS.parent / "examples/business-software/business-software.journey.yaml"
RTL = TESTS / "cases/script-arabic/journey.yaml"
VIOLATIONS = """
async () => (await axe.run({resultTypes: ["violations"], selectors: false})).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id} at ${node.html.slice(0, 200)}: ${node.failureSummary}`))
"""
"""Without selectors of the elements, which take a third of the time."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("spec", [*EXAMPLES, RTL], ids=called)
def test_a_page_has_no_barrier(spec: Path, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(spec)), scheme)

    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []


@pytest.mark.parametrize("at", ["#view=map", "#view=journey", "#view=tables"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("spec", [BUSINESS, RTL], ids=called)
def test_no_view_has_a_barrier(
    spec: Path, size: tuple[int, int], at: str, show: Callable[..., Watched], axe: str
) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(spec)), size=size, at=at)

    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("at", ["#view=flow", "#view=funnel", "#view=flow&scenario=budget-cut"])
def test_flow_and_funnel_have_no_barrier(at: str, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    watched = show("map.html", page_of(BUSINESS), scheme, at=at)

    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("spec", [*EXAMPLES, RTL], ids=called)
def test_a_picture_in_a_page_has_no_barrier(spec: Path, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    picture = svg.render(drawing_of(spec))
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Maps</title></head>'
    watched = show("blog.html", f"{head}<body><main><h1>Maps</h1>{picture}</main></body></html>", scheme)

    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []

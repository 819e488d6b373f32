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
async (rules) => (
  await axe.run({resultTypes: ["violations"], selectors: false, ...(rules && {runOnly: rules})})
).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id} at ${node.html.slice(0, 200)}: ${node.failureSummary}`))
"""
"""Without selectors of the elements, which take a third of the time."""

OF_COLORS = ["color-contrast", "link-in-text-block"]
"""What can differ between light and dark: there is no other difference than colors, and a run takes seconds."""


def violations(watched: Watched, axe: str, scheme: str = "light") -> object:
    """Return what axe-core finds: by all of its rules in a light page, by those of colors in a dark one."""
    watched.ask(f"() => {{ {axe} }}")
    return watched.ask(VIOLATIONS, OF_COLORS if scheme == "dark" else None)


@pytest.mark.parametrize(
    ("spec", "scheme"),
    [*((spec, "light") for spec in (*EXAMPLES, RTL)), *((spec, "dark") for spec in (BUSINESS, RTL))],
    ids=lambda value: called(value) if isinstance(value, Path) else value,
)
def test_a_page_has_no_barrier(spec: Path, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(spec)), scheme)

    assert violations(watched, axe, scheme) == []


@pytest.mark.parametrize("at", ["#view=map", "#view=journey", "#view=tables"])
@pytest.mark.parametrize(
    ("spec", "size"),
    [(BUSINESS, DESK), (RTL, DESK), (RTL, PHONE)],
    ids=["business-software-desk", "arabic-desk", "arabic-phone"],
)
def test_no_view_has_a_barrier(
    spec: Path, size: tuple[int, int], at: str, show: Callable[..., Watched], axe: str
) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(spec)), size=size, at=at)

    assert violations(watched, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("at", ["#view=flow", "#view=funnel", "#view=flow&scenario=budget-cut"])
def test_flow_and_funnel_have_no_barrier(at: str, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    watched = show("map.html", page_of(BUSINESS), scheme, at=at)

    assert violations(watched, axe, scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("spec", [*EXAMPLES, RTL], ids=called)
def test_a_picture_in_a_page_has_no_barrier(spec: Path, scheme: str, show: Callable[..., Watched], axe: str) -> None:
    picture = svg.render(drawing_of(spec))
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Maps</title></head>'
    watched = show("blog.html", f"{head}<body><main><h1>Maps</h1>{picture}</main></body></html>", scheme)

    assert violations(watched, axe, scheme) == []

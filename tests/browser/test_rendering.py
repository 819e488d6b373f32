"""Nothing of a page waits to be rendered until one scrolls to it: a picture of the whole page shows all of it."""

from collections.abc import Callable
from functools import cache

import pytest

from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.page.assemble import MAX_RENDERED
from tests.browser.maps import TESTS, page_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
VIEWS = ("map", "journey", "tables")
SKIPPED = """(view) => [...document.querySelectorAll(`#view-${view} *`)].filter((element) =>
    element.checkVisibility() && !element.checkVisibility({contentVisibilityAuto: true})).length"""


@cache
def page(touchpoints: int) -> str:
    """Return the page of a journey in short stages, each with a pain point a touchpoint."""
    lines = ["title: Long", "stages:"]
    for number in range(touchpoints):
        lines += [f"  - name: Stage {number}", "    touchpoints:"] if number % 10 == 0 else []
        lines.append(f"      - {{name: T{number}, emotion: 1, pain_points: [{{text: P{number}, severity: low}}]}}")
    journey = check("\n".join(lines), name="long.journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "long", ("html",)))[".html"].decode()


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_of_the_whole_page_shows_all(show: Show, view: str) -> None:
    airline = page_of(TESTS.parent / "examples/airline/airline.journey.yaml")
    watched = show("page.html", airline, at=f"#view={view}")
    watched.page.wait_for_timeout(200)

    assert watched.page.evaluate(SKIPPED, view) == 0


def test_of_a_vast_page_only_what_is_near_is_rendered_and_all_is_printed(show: Show) -> None:
    watched = show("page.html", page(MAX_RENDERED + 1), at="#view=map")
    watched.page.wait_for_timeout(200)

    assert watched.page.evaluate(SKIPPED, "map") > 0
    watched.page.emulate_media(media="print")
    assert [watched.page.evaluate(SKIPPED, view) for view in VIEWS] == [0, 0, 0]

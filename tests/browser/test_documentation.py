"""A map in a page of documentation: on the ground of the page, and large enough on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import markdown

from mapgen.integrations.markdown import MapExtension
from tests.browser.conftest import PHONE
from tests.browser.watching import Watched
from tests.integrations.site_builder import SPEC

pytestmark = pytest.mark.browser
SCHEME = "getComputedStyle(document.querySelector('.mapgen img')).colorScheme"
SPHINX = (Path(__file__).parents[2] / "mapgen/integrations/static/mapgen.css").read_text(encoding="utf-8")


def page(body: str = "<body>", head: str = "") -> str:
    maps = markdown(f"```mapgen\n{SPEC}```\n\n```mapgen view=flow\n{SPEC}```\n", extensions=[MapExtension()])
    return f'<!DOCTYPE html><html lang="en"><head><title>A</title>{head}</head>{body}{maps}'


@pytest.mark.parametrize(
    ("body", "head", "scheme"),
    [
        ("<body>", "", "light"),
        ('<body style="color-scheme: dark">', "", "dark"),
        ("<body>", "<style>html { color-scheme: light dark }</style>", "light dark"),
        ("<body>", '<meta name="color-scheme" content="light dark">', "normal"),
        ('<body data-theme="dark">', f"<style>{SPHINX}</style>", "dark"),
        ('<body data-theme="auto">', f"<style>{SPHINX}</style>", "dark"),
        ('<body data-theme="light">', f"<style>{SPHINX}</style>", "light"),
    ],
)
def test_a_map_is_dark_only_where_its_page_can_be(
    show: Callable[..., Watched], body: str, head: str, scheme: str
) -> None:
    shown = show("page.html", page(body, head), "dark")

    assert shown.page.evaluate(SCHEME) == scheme


def test_on_a_phone_a_map_scrolls_and_the_page_does_not(show: Callable[..., Watched]) -> None:
    shown = show("page.html", page(), size=PHONE).page

    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown.evaluate("document.querySelector('.mapgen img').clientWidth") == 640
    assert shown.evaluate("document.querySelector('.mapgen').scrollWidth") == 640

"""A map asks for nothing and complains of nothing: no network, no word on the console, no breach of its policy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.render.formats import html, svg
from tests.browser.maps import EXAMPLES, SPECS, called, drawing_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("spec", SPECS, ids=called)
def test_a_picture_alone_loads_nothing_and_says_nothing(spec: Path, show: Callable[..., Watched]) -> None:
    watched = show("map.svg", svg.render(drawing_of(spec)))

    assert watched.said == []
    assert [url.rpartition("/")[2] for url in watched.loaded] == ["map.svg"]


@pytest.mark.parametrize("spec", EXAMPLES, ids=called)
def test_a_page_loads_nothing_and_keeps_its_policy(spec: Path, show: Callable[..., Watched]) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(spec)))

    assert watched.said == []
    assert [url.rpartition("/")[2] for url in watched.loaded] == ["map.html"]
    assert watched.ask("[...document.fonts].every((font) => font.status !== 'error')")
    assert watched.ask("getComputedStyle(document.body).margin") == "0px"  # the policy lets our own style in


@pytest.mark.parametrize(
    "intruder",
    [
        "const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s)",
        "const d = document.createElement('div'); d.setAttribute('onclick', 'window.hit = 1'); d.click()",
        "const i = document.createElement('img'); i.src = 'map.svg'; document.body.append(i)",
    ],
    ids=["script", "attribute", "image"],
)
def test_the_policy_stops_what_is_not_of_the_page(intruder: str, show: Callable[..., Watched]) -> None:
    watched = show("map.html", html.FORMAT.render(drawing_of(EXAMPLES[-1])))
    watched.ask(f"() => {{ {intruder} }}")
    watched.page.wait_for_timeout(100)

    assert watched.ask("window.hit === undefined")
    assert any("Content Security Policy" in said for said in watched.said)

"""The page of what changed: each version at the same place, each change leads to its card."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from mapgen import pipeline
from mapgen.diff import compare, version
from mapgen.diff.wording import describe
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.report import DiffReport, SpecReport
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import VIOLATIONS
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

CASE = Path(__file__).parents[1] / "render/changes"
SHOWN = "() => [...document.querySelectorAll('figure')].filter((one) => !one.hidden).map((one) => one.dataset.version)"
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@cache
def page(kind: str = "html", language: str = "en") -> str:
    texts = ((CASE / f"{name}.journey.yaml").read_text(encoding="utf-8") for name in ("old", "new"))
    old, new = (pipeline.check(f"language: {language}\n{text}", name="any").journey for text in texts)
    assert old
    assert new
    entry = SpecReport("changed", "coffee.journey.yaml", None, describe(compare(version(old), version(new))))
    return DIFF_FORMATS[kind].render(DiffReport("HEAD", "the working tree", (entry,)))


@pytest.mark.parametrize("kind", ["html", "svg"])
def test_it_loads_nothing_and_keeps_its_policy(kind: str, show: Callable[..., Watched]) -> None:
    watched = show(f"changes.{kind}", page(kind))

    assert watched.said == []
    assert len(watched.loaded) == 1


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_has_no_barrier(
    language: str, scheme: str, size: tuple[int, int], show: Callable[..., Watched], axe: str
) -> None:
    watched = show("changes.html", page(language=language), scheme, size=size)

    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_only_the_picture_is_wider_than_the_window(size: tuple[int, int], show: Callable[..., Watched]) -> None:
    assert not show("changes.html", page(), size=size).ask(WIDE)


def test_one_version_is_shown_and_keys_turn_to_the_next(show: Callable[..., Watched]) -> None:
    watched = show("changes.html", page())
    assert watched.ask(SHOWN) == ["spec-1-changes"]

    watched.page.locator(".turn input").first.focus()
    watched.page.keyboard.press("ArrowRight")
    assert watched.ask(SHOWN) == ["spec-1-before"]

    watched.page.get_by_role("radio", name="Now").check()
    assert watched.ask(SHOWN) == ["spec-1-now"]


def test_a_change_leads_to_its_card_whatever_is_shown(show: Callable[..., Watched]) -> None:
    watched = show("changes.html", page())
    watched.page.get_by_role("radio", name="Now").check()
    watched.page.get_by_role("link", name="Wait time 7 min → 4 min").click()
    watched.page.wait_for_timeout(100)

    assert watched.ask(SHOWN) == ["spec-1-changes"]
    assert watched.ask("() => document.querySelector(':target').id").endswith("metric-leave.wait-time")
    assert watched.ask(
        "() => { const box = document.querySelector(':target').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; }"
    )


def test_without_a_script_all_versions_stand_under_each_other(show: Callable[..., Watched]) -> None:
    watched = show("changes.html", page(), java_script_enabled=False)

    assert watched.page.locator("figure svg:visible").count() == 3
    assert watched.page.locator("figcaption:visible").all_inner_texts() == ["Changes", "Before", "Now"]
    assert watched.page.locator(".turn:visible, .ground:visible").count() == 0


def test_a_button_that_needs_a_script_is_not_there_without_scripts_and_styles(show: Callable[..., Watched]) -> None:
    forbidden = """<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    watched = show("changes.html", page().replace("<head>", forbidden))

    assert watched.page.locator("button:visible, input:visible").count() == 0


def test_the_ground_can_be_chosen(show: Callable[..., Watched]) -> None:
    watched = show("changes.html", page())
    watched.page.get_by_role("button", name="Dark").click()

    assert watched.ask("() => getComputedStyle(document.body).backgroundColor") == "rgb(15, 20, 27)"

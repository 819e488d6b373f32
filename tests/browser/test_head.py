"""The head of the page takes one line, so that the whole curve stands in the first screen of a small laptop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.maps import EXAMPLES, TESTS, called, page_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
LAPTOP = (1280, 720)
CURVE = """() => {
  const found = [...document.querySelectorAll("[id^=m-poster-emotion-]")];
  const faces = found.map((one) => one.getBoundingClientRect());
  return [Math.min(...faces.map((one) => one.top)), Math.max(...faces.map((one) => one.bottom))];
}"""
SPANS = """[...document.querySelectorAll("h1, .lens > summary, .figures")].map((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return [top, bottom];
})"""
AVATARS = """[...document.querySelectorAll(".lens > summary .initials")].map((one) => {
  const { borderColor } = getComputedStyle(one);
  return [one.title, borderColor];
})"""


@pytest.mark.parametrize("spec", EXAMPLES, ids=called)
def test_the_whole_curve_stands_in_the_first_screen(spec: Path, show: Show) -> None:
    watched = show("map.html", page_of(spec), size=LAPTOP)
    top, bottom = watched.ask(CURVE)

    assert watched.ask("document.querySelector('.bar').getBoundingClientRect().bottom") <= 130
    assert top < 500
    assert bottom <= LAPTOP[1]


@pytest.mark.parametrize("spec", EXAMPLES, ids=called)
def test_title_avatars_and_three_figures_share_a_line(spec: Path, show: Show) -> None:
    watched = show("map.html", page_of(spec), size=LAPTOP)
    spans = watched.ask(SPANS)

    assert max(top for top, _ in spans) < min(bottom for _, bottom in spans)
    assert watched.page.locator(".figures dd").count() == 3


def test_an_avatar_has_the_color_of_its_person(show: Show) -> None:
    business = next(one for one in EXAMPLES if called(one) == "business-software")
    avatars = show("business.html", page_of(business), size=LAPTOP).ask(AVATARS)

    assert [name for name, _ in avatars] == ["Ines Duarte", "Robert Vanhoutte", "Priya Raman", "Katja Lehmann"]
    assert len({color for _, color in avatars}) == 4


def test_a_journey_without_personas_has_no_avatar(show: Show) -> None:
    spec = TESTS / "cases/gaps/journey.yaml"

    assert show("map.html", page_of(spec), size=LAPTOP).ask(AVATARS) == []


def test_the_other_figures_are_in_the_drawer(show: Show) -> None:
    music = next(one for one in EXAMPLES if called(one) == "music-subscription")
    watched = show("music.html", page_of(music), size=LAPTOP)
    before = watched.page.locator(".drawer").is_visible()
    watched.page.locator(".lens > summary").click()

    assert not before
    assert "lowest moment" in watched.page.locator(".drawer").inner_text()
    assert watched.ask("document.querySelector('.drawer').offsetWidth") > 1000

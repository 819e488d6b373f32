"""The views of the page are tabs, the address names the one that is shown, and a phone begins with the journey."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from mapgen.render.formats import html
from tests.browser.conftest import PHONE
from tests.browser.maps import TESTS, drawing_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
MUSIC = TESTS.parent / "examples/music-subscription/music-subscription.journey.yaml"
ARABIC = TESTS / "cases/script-arabic/journey.yaml"
SHOWN = '[...document.querySelectorAll(".view")].filter((view) => view.checkVisibility()).map((view) => view.id)'
WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherung"
LONG = f"""
title: {WORD}
language: de
personas: [{{name: {WORD}, position: {WORD}, quote: {WORD}, demographics: {{age: {WORD}}}}}, "{WORD}"]
segments: [{WORD}]
scenario: {WORD}
stages: [{{name: A, touchpoints: [{{name: {WORD}, action: "https://example.com/{WORD}", thought: {WORD}}}]}}]
"""
OUTSIDE = """[...document.querySelectorAll(":is(.front, #view-journey) :not(.unseen)")].filter((element) =>
    element.checkVisibility() && (element.getBoundingClientRect().right > innerWidth
    || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline"))
    .map((element) => element.outerHTML.slice(0, 80))"""
FOCUSED = "document.activeElement.textContent"


@pytest.fixture(scope="module")
def page() -> str:
    return html.render(drawing_of(MUSIC))


def test_the_map_is_shown_first(show: Show, page: str) -> None:
    assert show("map.html", page).ask(SHOWN) == ["view-map"]


def test_a_click_on_a_tab_shows_its_view_and_the_address_says_so(show: Show, page: str) -> None:
    watched = show("map.html", page)
    watched.page.get_by_role("tab", name="Tables").click()

    assert watched.ask(SHOWN) == ["view-tables"]
    assert watched.page.url.endswith("#view=tables")
    assert watched.page.get_by_role("tab", name="Tables").get_attribute("aria-selected") == "true"


def test_back_leads_to_the_view_before(show: Show, page: str) -> None:
    watched = show("map.html", page)
    watched.page.get_by_role("tab", name="Journey").click()
    watched.page.go_back()

    assert watched.ask(SHOWN) == ["view-map"]


def test_an_address_opens_its_view(show: Show, page: str) -> None:
    assert show("map.html", page, at="#view=journey").ask(SHOWN) == ["view-journey"]


def test_a_view_that_does_not_exist_is_the_map(show: Show, page: str) -> None:
    assert show("map.html", page, at="#view=nowhere").ask(SHOWN) == ["view-map"]


def test_a_link_to_a_place_shows_the_view_that_it_is_in(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#stage-retention")

    assert watched.ask(SHOWN) == ["view-journey"]
    assert watched.ask("document.querySelector('#stage-retention').getBoundingClientRect().top") < 200


def test_arrows_home_and_end_walk_along_the_tabs(show: Show, page: str) -> None:
    watched = show("map.html", page)
    watched.page.get_by_role("tab", name="Map").focus()
    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"):
        watched.page.keyboard.press(key)
        walked.append(watched.ask(FOCUSED))

    assert walked == ["Journey", "Tables", "Map", "Tables", "Map", "Tables"]
    assert watched.ask(SHOWN) == ["view-tables"]


def test_from_the_right_the_left_arrow_leads_on(show: Show) -> None:
    watched = show("map.html", html.render(drawing_of(ARABIC)))
    watched.page.get_by_role("tab").first.focus()
    watched.page.keyboard.press("ArrowLeft")

    assert watched.ask(SHOWN) == ["view-journey"]


def test_only_the_chosen_tab_is_a_stop_of_the_tab_key(show: Show, page: str) -> None:
    watched = show("map.html", page)

    assert watched.ask("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.tabIndex)") == [0, -1, -1]


def test_a_phone_begins_with_the_journey_and_shows_the_map_when_asked(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE)
    before = watched.ask(SHOWN)
    watched.page.get_by_role("link", name="Show the whole map").click()

    assert before == ["view-journey"]
    assert watched.ask(SHOWN) == ["view-map"]


def test_on_a_phone_no_text_of_the_journey_reaches_over_the_side(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE)

    assert watched.ask("document.documentElement.scrollWidth") == PHONE[0]


def test_the_curve_joins_from_touchpoint_to_touchpoint(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE)
    watched.ask("document.querySelectorAll('.stage').forEach((one) => (one.style.contentVisibility = 'visible'))")
    ends = watched.ask("""
      () => [...document.querySelectorAll(".piece")].map((piece) => {
        const path = piece.querySelector("path:last-of-type");
        const place = (at) => {
          const point = path.getPointAtLength(at).matrixTransform(path.getScreenCTM());
          return [Math.round(point.x), Math.round(point.y)];
        };
        return [place(0), place(path.getTotalLength())];
      })""")

    assert len(ends) == 12 + 4  # a piece between two touchpoints; one more where a stage begins between them
    assert all(abs(a - b) <= 1 for (_, end), (start, _) in pairwise(ends) for a, b in zip(end, start, strict=True))


def test_on_paper_all_views_follow_each_other_without_tools_and_the_map_fits(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=tables")
    watched.page.emulate_media(media="print")
    watched.page.set_viewport_size({"width": 1000, "height": 700})
    views = watched.ask(SHOWN)

    assert views == ["view-map", "view-journey", "view-tables"]
    assert not watched.page.locator(".bar").is_visible()
    assert watched.ask("document.documentElement.scrollWidth") <= 1000


def test_without_a_script_all_views_stand_under_each_other(show: Show, page: str) -> None:
    watched = show("map.html", page, java_script_enabled=False)
    views = watched.page.locator(".view")

    assert [views.nth(index).is_visible() for index in range(views.count())] == [True, True, True]
    assert not watched.page.locator(".tools").is_visible()
    assert not watched.page.get_by_role("button").count()


def test_without_a_script_a_phone_shows_the_map_when_asked(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE, java_script_enabled=False)
    before = watched.page.locator("#view-map").is_visible()
    watched.page.get_by_role("link", name="Show the whole map").click()

    assert not before
    assert watched.page.locator("#view-map").is_visible()


def test_dark_and_light_are_a_choice_for_page_and_pictures(show: Show, page: str) -> None:
    watched = show("map.html", page)
    colors = """
      () => ["main", "#map [fill='#111827']", ".mark circle"].map((selector) => {
        const { color, fill } = getComputedStyle(document.querySelector(selector));
        return selector === "main" ? color : fill;
      })"""
    light = watched.ask(colors)
    watched.page.get_by_role("button", name="Dark").click()
    dark = watched.ask(colors)
    watched.page.get_by_role("button", name="Dark").click()

    assert watched.ask(colors) == light
    assert all(a != b for a, b in zip(light, dark, strict=True))
    assert show("dark.html", page, "dark").ask(colors) == dark


def test_what_was_chosen_is_still_so_when_the_page_is_loaded_again(show: Show, page: str) -> None:
    watched = show("map.html", page)
    button = watched.page.get_by_role("button", name="Dark")
    pressed, ground = [], []
    for click in (False, True, False, True, False):
        if click:
            button.click()
        else:
            watched.page.reload()
        pressed.append(button.get_attribute("aria-pressed"))
        ground.append(watched.ask("getComputedStyle(document.body).backgroundColor"))

    assert pressed == ["false", "true", "true", "false", "false"]
    assert ground[1] == ground[2] != ground[0] == ground[3] == ground[4]


def test_where_nothing_may_be_stored_the_page_still_turns_dark(show: Show, page: str) -> None:
    without = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } });"
    watched = show("map.html", page)
    watched.page.context.add_init_script(without)
    watched.page.reload()
    button = watched.page.get_by_role("button", name="Dark")
    button.click()

    assert button.get_attribute("aria-pressed") == "true"
    assert watched.said == []


@pytest.mark.parametrize("at", ["#view=map", "#view=tables", "#fold=goals", "#owner=paymnts"])
def test_a_phone_that_is_sent_a_view_begins_at_its_tabs(show: Show, page: str, at: str) -> None:
    watched = show("map.html", page, size=PHONE, at=at)
    watched.until("scrollY > 0")

    assert watched.ask("document.querySelector('.bar').getBoundingClientRect().top") == pytest.approx(0, abs=1)


def test_a_phone_that_is_sent_a_filter_begins_at_the_first_match(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE, at="#owner=payments")
    watched.until("""
      ((top) => top >= document.querySelector(".bar").getBoundingClientRect().bottom && top < innerHeight / 2)(
        document.querySelector(".stop:not(.faded)").getBoundingClientRect().top)""")


def test_a_phone_without_a_view_in_its_address_begins_above(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE)
    watched.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")

    assert watched.ask("scrollY") == 0


def test_words_without_a_space_stay_in_their_cards_on_a_phone(show: Show, tmp_path: Path) -> None:
    spec = tmp_path / "long.journey.yaml"
    spec.write_text(LONG)

    assert show("map.html", html.render(drawing_of(spec)), size=PHONE, at="#view=journey").ask(OUTSIDE) == []

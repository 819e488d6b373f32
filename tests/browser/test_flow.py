"""Flow and funnel are tabs of the page, and a scenario that is chosen lights up its path there and in the map."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import PHONE
from tests.browser.maps import TESTS, page_of
from tests.browser.test_views import SHOWN
from tests.browser.test_zoom import SMALLEST, drag, number, press, settled
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
BUSINESS = TESTS.parent / "examples/business-software/business-software.journey.yaml"
MUSIC = TESTS.parent / "examples/music-subscription/music-subscription.journey.yaml"
FADED = '(prefix) => [...document.querySelectorAll(`svg g[id*="-${prefix}-"].out`)].map((group) => group.id)'
TOLD = '[...document.querySelectorAll(".trail")].filter((one) => one.checkVisibility()).map((one) => one.dataset.trail)'
WIDTH = "document.querySelector('#view-flow .canvas svg').getBoundingClientRect().width"
ZOOM = "document.querySelector('.zoom output').textContent"
ROOT = "m-"


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(BUSINESS)


@pytest.fixture
def flow(show: Show, page: str) -> Watched:
    return show("map.html", page, at="#view=flow")


def faded(watched: Watched, prefix: str) -> list[str]:
    """Return the ids of what has faded, once the page had time for it."""
    watched.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
    found: list[str] = watched.page.evaluate(FADED, prefix)
    return [one.removeprefix(ROOT) for one in found]


@pytest.mark.parametrize("name", ["Flow", "Funnel"])
def test_a_click_on_a_tab_shows_its_picture_and_the_address_says_so(show: Show, page: str, name: str) -> None:
    watched = show("map.html", page)
    watched.page.get_by_role("tab", name=name).click()

    assert watched.ask(SHOWN) == [f"view-{name.lower()}"]
    assert watched.page.url.endswith(f"#view={name.lower()}")
    assert watched.page.locator(f"#view-{name.lower()} .canvas svg").is_visible()
    assert watched.said == []


def test_a_journey_that_is_a_line_without_figures_has_neither(show: Show) -> None:
    watched = show("map.html", page_of(TESTS / "cases/script-arabic/journey.yaml"))

    assert watched.page.locator("#view-poster").count() == 1
    assert watched.page.locator("#view-flow, #view-funnel").count() == 0


def test_a_card_of_the_flow_opens_the_same_panel_and_takes_the_focus_back(flow: Watched) -> None:
    card = flow.page.locator(f"#{ROOT}flow-touchpoint-product-tour")
    card.click()
    heading = flow.page.locator("#panel-title").inner_text()
    flow.page.keyboard.press("Escape")

    assert heading.endswith("Takes the product tour")
    assert flow.ask("document.activeElement.id") == f"{ROOT}flow-touchpoint-product-tour"


def test_a_bar_of_the_funnel_opens_its_stage(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=funnel")
    watched.page.locator("#view-funnel g.thing").first.focus()
    watched.page.keyboard.press("Enter")

    assert watched.page.locator("#panel-title").inner_text() == "Problem identification"


def test_the_flow_zooms_by_buttons_and_keys_without_the_map(flow: Watched) -> None:
    before = number(flow, WIDTH)
    press(flow, "Zoom in")
    larger = number(flow, WIDTH)
    flow.page.locator("#view-flow .canvas").focus()
    flow.page.keyboard.press("0")
    actual = settled(flow, ZOOM)
    flow.page.get_by_role("tab", name="Map").click()

    assert larger > before * 1.15
    assert actual == "100%"
    assert settled(flow, ZOOM) != "100%"


def test_all_of_the_flow_fits_the_window(flow: Watched) -> None:
    press(flow, "Fit all")
    whole = settled(flow, "document.querySelector('#view-flow .canvas').getBoundingClientRect().toJSON()")

    assert isinstance(whole, dict)
    assert whole["bottom"] <= 901
    assert whole["top"] >= 40


def test_the_ground_of_the_flow_is_dragged(flow: Watched) -> None:
    flow.ask("document.querySelector('#view-flow .canvas').scrollIntoView()")
    before = settled(flow, "scrollY")
    drag(flow, (30, 700), (30, 500))

    assert isinstance(before, int)
    assert settled(flow, "scrollY") == before + 200


def test_filters_fade_cards_ways_and_exits(flow: Watched) -> None:
    flow.page.get_by_placeholder("Find text").fill("product tour")

    assert "flow-touchpoint-product-tour" not in faded(flow, "flow-touchpoint")
    assert "flow-touchpoint-try-at-fair" in faded(flow, "flow-touchpoint")
    assert "flow-exit-try-at-fair.1" in faded(flow, "flow-exit")
    assert faded(flow, "flow-edge")


def test_a_scenario_lights_up_its_path_and_tells_its_playbook(flow: Watched) -> None:
    flow.page.get_by_role("radio", name="The budget is cut").check()
    cards, ways = faded(flow, "flow-touchpoint"), faded(flow, "flow-edge")

    assert "scenario=budget-cut" in flow.page.url
    assert flow.ask(TOLD) == ["budget-cut"]
    assert flow.page.locator("[data-trail=budget-cut] .feeling svg").is_visible()
    assert len(cards) == 8
    assert 0 < len(ways) < flow.page.locator("#view-flow g[id*='-flow-edge-']").count()


def test_the_scenario_is_lit_in_the_map_too_until_all_paths_are_wanted(flow: Watched) -> None:
    flow.page.get_by_role("radio", name="The planner leads").check()
    flow.page.get_by_role("tab", name="Map").click()
    lit = faded(flow, "touchpoint")
    flow.page.get_by_role("tab", name="Flow").click()
    flow.page.get_by_role("radio", name="All paths").check()

    assert {"touchpoint-try-at-fair", "flow-touchpoint-try-at-fair"} <= set(lit)
    assert faded(flow, "touchpoint") == []
    assert faded(flow, "flow-edge") == []
    assert flow.ask(TOLD) == []


def test_an_address_opens_a_scenario(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=flow&scenario=budget-cut")

    assert watched.ask(SHOWN) == ["view-flow"]
    assert watched.page.get_by_role("radio", name="The budget is cut").is_checked()
    assert watched.ask(TOLD) == ["budget-cut"]


def test_a_number_of_the_curve_leads_to_its_touchpoint(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=flow&scenario=budget-cut")
    watched.page.locator("[data-trail=budget-cut] svg a").first.click()

    assert watched.page.locator(".panel .kind").inner_text() == "Touchpoint"


def test_on_a_phone_the_scenarios_fit_and_the_flow_scrolls(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE, at="#view=flow&scenario=budget-cut")

    assert (
        watched.ask("Math.max(...[...document.querySelectorAll('.trails label')].map((one) => one.offsetWidth))") <= 380
    )
    assert watched.ask(WIDTH) > 380
    assert watched.ask("document.documentElement.scrollWidth") > 380


def test_without_a_script_all_pictures_and_playbooks_stand_under_each_other(show: Show, page: str) -> None:
    watched = show("map.html", page, java_script_enabled=False)
    views = watched.page.locator(".view")

    assert views.count() == 7
    assert all(views.nth(index).is_visible() for index in range(views.count()))
    assert watched.page.locator(".trail").count() == 2
    assert watched.page.locator(".trail").last.is_visible()
    assert not watched.page.get_by_role("radio").count()


def test_on_paper_each_picture_begins_a_sheet_and_fits_one_where_it_can_be_read(show: Show) -> None:
    watched = show("map.html", page_of(MUSIC), at="#view=tables")
    watched.page.emulate_media(media="print")
    watched.page.set_viewport_size({"width": 1000, "height": 600})

    for view in ("flow", "funnel"):
        assert watched.ask(f"getComputedStyle(document.querySelector('#view-{view}')).breakBefore") == "page"
        assert watched.ask(f"document.querySelector('#view-{view} .canvas svg').getBoundingClientRect().height") <= 601


def test_the_choice_of_dark_reaches_the_flow(flow: Watched) -> None:
    color = f"getComputedStyle(document.querySelector('#{ROOT}flow-touchpoint-product-tour rect')).fill"
    before = flow.ask(color)
    flow.page.get_by_role("button", name="Dark").click()

    assert flow.ask(color) != before


@pytest.mark.parametrize("view", ["flow", "funnel"])
def test_on_a_laptop_the_charts_stay_readable(show: Show, page: str, view: str) -> None:
    smallest = show("map.html", page, size=(1280, 720), at=f"#view={view}").ask(SMALLEST)

    assert isinstance(smallest, int | float)
    assert round(smallest, 2) >= 10.5

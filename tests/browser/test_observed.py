"""The page shows the figures of the plan, those observed, or both, of all of the data or of one part of it."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import PHONE
from tests.browser.maps import TESTS, page_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
MUSIC = TESTS.parent / "examples/music-subscription/music-subscription.journey.yaml"
TEXTS = """(id) => [...document.querySelectorAll(`[id="m-${id}"] text`)].filter((one) => one.checkVisibility())
  .map((one) => one.textContent.replaceAll("\\u00a0", " ")).filter((text) => text.includes("%"))"""


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(MUSIC)


@pytest.fixture
def flow(show: Show, page: str) -> Watched:
    return show("map.html", page, at="#view=flow")


def figures(watched: Watched, group: str) -> list[str]:
    found: list[str] = watched.ask(TEXTS, group)
    return found


def choose(watched: Watched, name: str) -> None:
    watched.page.get_by_role("radio", name=name, exact=True).check()


def test_both_are_shown_at_first(flow: Watched) -> None:
    assert flow.page.get_by_role("radio", name="Planned → Observed").is_checked()
    assert figures(flow, "flow-edge-4") == ["62 % → 51.6 %"]


def test_the_plan_alone_has_none_that_were_observed(flow: Watched) -> None:
    choose(flow, "Planned")

    assert figures(flow, "flow-edge-4") == ["62 %"]
    assert figures(flow, "flow-edge-3") == [], "it is observed only"
    assert figures(flow, "flow-exit-enter-card.1") == ["50 %"]
    assert not flow.page.locator("#m-flow-observed-1").is_visible()
    assert "figures=planned" in flow.page.url
    assert flow.said == []


def test_what_was_observed_stands_alone(flow: Watched) -> None:
    choose(flow, "Observed")

    assert figures(flow, "flow-edge-4") == ["51.6 %"]
    assert figures(flow, "flow-exit-enter-card.1") == ["52.4 %"]
    assert flow.page.locator("#m-flow-observed-1").is_visible()


@pytest.mark.parametrize("cut", ["2026-06", "ios"])
def test_a_part_of_the_data_has_its_own_figures(flow: Watched, cut: str) -> None:
    before = flow.page.locator(".seen output").inner_text()
    flow.page.get_by_role("combobox", name="Period").select_option(cut)
    (after,) = figures(flow, "flow-edge-4")

    assert after.startswith("62 % → ")
    assert after != "62 % → 51.6 %"
    assert flow.page.locator(".seen output").inner_text() != before
    assert flow.page.locator("#m-flow-edge-4 title").text_content()
    assert f"cut={cut}" in flow.page.url


def test_it_is_the_same_in_the_funnel(flow: Watched) -> None:
    choose(flow, "Planned")
    flow.page.get_by_role("tab", name="Funnel").click()
    planned = figures(flow, "funnel-stage-purchase")
    choose(flow, "Planned → Observed")
    both = figures(flow, "funnel-stage-purchase")

    assert [text for text in both if text not in planned] == ["Observed 17.6 %"]
    assert flow.page.locator("#view-funnel .seen").is_visible()


def test_an_address_keeps_the_choice_and_back_undoes_it(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=flow&figures=observed&cut=2026-06")
    chosen = figures(watched, "flow-edge-4")
    choose(watched, "Planned")
    watched.page.go_back()
    watched.until('!document.querySelector(".seen [value=planned]").checked')

    assert chosen[0].endswith("%")
    assert "→" not in chosen[0]
    assert figures(watched, "flow-edge-4") == chosen


def test_the_switch_fits_on_a_phone(show: Show, page: str) -> None:
    watched = show("map.html", page, at="#view=flow", size=PHONE)
    box = watched.page.locator(".seen").bounding_box()

    assert box
    assert box["width"] <= PHONE[0]


def test_a_page_without_data_has_no_switch(show: Show) -> None:
    watched = show("map.html", page_of(TESTS.parent / "examples/business-software/business-software.journey.yaml"))

    assert watched.page.locator(".seen").count() == 0
    assert watched.said == []

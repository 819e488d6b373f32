"""The panel tells all about one thing, and the address says which."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.render.formats import html
from tests.browser.maps import EXAMPLES, TESTS, called, drawing_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
MUSIC = next(spec for spec in EXAMPLES if called(spec) == "music-subscription")
RTL = TESTS / "cases/script-arabic/journey.yaml"


@pytest.fixture
def music(show: Show) -> Watched:
    return show("music.html", html.FORMAT.render(drawing_of(MUSIC)))


def told(watched: Watched) -> str | None:
    """Return the heading of the panel; None where it is closed."""
    panel = watched.page.locator("aside.panel")
    return panel.locator("h2").inner_text().replace("\N{NO-BREAK SPACE}", " ") if panel.is_visible() else None


def address(watched: Watched) -> str:
    url: str = watched.page.url
    return url.partition("#")[2]


def card(watched: Watched, anchor: str) -> None:
    watched.page.locator(f"[id='m-{anchor}']").click(position={"x": 30, "y": 30})


def test_a_click_on_a_card_opens_it_and_names_it_in_the_address(music: Watched) -> None:
    card(music, "touchpoint-enter-card")

    assert told(music) == "8 Enters card details"
    assert address(music) == "touchpoint-enter-card"


@pytest.mark.parametrize(
    ("anchor", "heading", "said"),
    [
        ("touchpoint-enter-card", "8 Enters card details", "Do I have to give my card for a free trial?"),
        ("pain-card-first", "Card required before the trial starts", "Trial without a card"),
        ("opportunity-trial-without-a-card", "Trial without a card", "GROW-12"),
        ("metric-purchase.cart-abandonment", "Cart abandonment", "70.2"),
        ("owner-payments", "Payments", "payments@example.com"),
        ("channel-app", "Mobile app", "First personalised mix"),
        ("evidence-interviews", "Commuter interviews", "Maya Okafor"),
        ("open=stage-purchase", "Purchase", "Cart abandonment"),
        ("open=persona-maya", "Maya Okafor", "Offline listening"),
    ],
)
def test_an_address_opens_what_it_names(music: Watched, anchor: str, heading: str, said: str) -> None:
    music.follow(anchor)

    assert told(music) == heading
    assert said in music.page.locator("aside.panel").inner_text()


def test_evidence_is_told_with_kind_date_sample_and_confidence(music: Watched) -> None:
    music.follow("pain-four-plans")
    panel = music.page.locator("aside.panel").inner_text().replace("\N{NO-BREAK SPACE}", " ")

    assert "Commuter interviews" in panel
    assert "Interview · 2026-06-12 · n = 12 · Confidence: High" in panel
    assert music.page.locator("aside.panel a[href='https://example.com/research/12']").count() == 1


def test_one_thing_leads_to_the_next_and_back_undoes_each_step(music: Watched) -> None:
    card(music, "pain-card-first")
    music.page.locator("aside.panel a", has_text="Trial without a card").click()
    assert told(music) == "Trial without a card"

    music.page.go_back()
    assert told(music) == "Card required before the trial starts"
    music.page.go_back()
    assert told(music) is None
    music.page.go_forward()
    assert told(music) == "Card required before the trial starts"


def test_the_keyboard_opens_and_escape_closes_and_gives_the_focus_back(music: Watched) -> None:
    music.page.locator("[id='m-touchpoint-enter-card']").focus()
    music.page.keyboard.press("Enter")
    assert told(music) == "8 Enters card details"
    assert music.ask("document.activeElement.closest('.panel') !== null")

    music.page.keyboard.press("Escape")
    assert told(music) is None
    assert music.ask("document.activeElement.id") == "m-touchpoint-enter-card"
    assert address(music) == ""


def test_rows_of_tables_and_stops_of_the_journey_open_too(music: Watched) -> None:
    music.follow("view=tables")
    music.page.locator("#table-pain-points tbody a", has_text="Four plans differ in small print").click()
    assert told(music) == "Four plans differ in small print"
    assert address(music) == "open=pain-four-plans&view=tables"

    music.follow("view=journey")
    music.page.locator("#stop-ask-chat .head a").click()
    assert told(music) == "6 Asks a question in chat"


@pytest.mark.parametrize(
    "hash_",
    ["pain-nobody", "open=__proto__", "open=constructor", "constructor", "%E0%A4%A", "open=%E0%A4%A", "view=x&=&&"],
)
def test_an_address_that_names_nothing_opens_nothing(music: Watched, hash_: str) -> None:
    music.follow(hash_)

    assert told(music) is None
    assert music.said == []


HOSTILE = """
title: T
owners: [{id: constructor, name: "</script><img src=x onerror='window.hit=1'>"}]
evidence: [{id: to-string, title: '<!--<script>"&amp;&lt;', url: "https://example.com/?a=1&b=2"}]
stages:
  - name: "<b>Stage</b>"
    touchpoints:
      - id: constructor
        name: "<img src=x onerror=alert(1)> 👩\u200d🚀"
        owner: constructor
        thought: LONG
        pain_points:
          - {id: constructor, text: "`${alert(1)}` </aside>", evidence: [to-string], owner: constructor}
""".replace("LONG", "x" * 10_000)


def test_a_hostile_text_is_a_text_in_the_panel_and_in_the_filters(show: Show, tmp_path: Path) -> None:
    spec = tmp_path / "hostile.journey.yaml"
    spec.write_text(HOSTILE, encoding="utf-8")
    watched = show("hostile.html", html.FORMAT.render(drawing_of(spec)))

    watched.follow("owner=constructor&open=pain-constructor")
    assert told(watched) == "`${alert(1)}` </aside>"
    watched.page.locator("aside.panel a", has_text="onerror=alert(1)").click()
    assert told(watched) == "1 <img src=x onerror=alert(1)> 👩\u200d🚀"
    assert "</script><img src=x" in watched.page.locator(".found").inner_text()
    assert watched.ask("document.images.length") == 0
    assert watched.ask("window.hit === undefined")
    assert watched.said == []


def test_a_map_from_the_right_has_its_panel_on_the_left(show: Show) -> None:
    watched = show("rtl.html", html.FORMAT.render(drawing_of(RTL)))
    watched.page.locator("svg g.thing[tabindex]").first.focus()
    watched.page.keyboard.press("Enter")
    box = watched.page.locator("aside.panel").bounding_box()
    assert box

    assert told(watched) is not None
    assert box["x"] == 0

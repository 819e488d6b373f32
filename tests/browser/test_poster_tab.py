"""What a poster shows opens on the Poster tab; on a phone, its bands turn upright."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import PHONE
from tests.browser.maps import EXAMPLES, called, page_of
from tests.browser.test_axe import VIOLATIONS
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
MUSIC = next(spec for spec in EXAMPLES if called(spec) == "music-subscription")
AIRLINE = next(spec for spec in EXAMPLES if called(spec) == "airline")


def told(watched: Watched) -> str:
    text: str = watched.page.locator("aside.panel h2").inner_text()
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("emotion-enter-card", "8 Enters card details"),
        ("thought-enter-card", "8 Enters card details"),
        ("touchpoint-enter-card", "8 Enters card details"),
        ("pain-card-first", "Card required before the trial starts"),
        ("stage-purchase", "Purchase"),
        ("volume-consideration", "Consideration"),
    ],
)
def test_a_click_on_a_part_of_the_poster_opens_it(show: Show, part: str, heading: str) -> None:
    watched = show("map.html", page_of(MUSIC))
    watched.page.locator(f"[id='m-poster-{part}'] :is(text, circle, path:last-child)").first.click()

    assert told(watched) == heading


def test_a_face_without_a_name_on_the_poster_is_reached_by_keyboard(show: Show, axe: str) -> None:
    watched = show("map.html", page_of(AIRLINE))
    face = watched.page.locator("#view-poster [id^=m-poster-emotion-][tabindex]").first
    name = face.get_attribute("aria-label")
    face.focus()
    watched.page.keyboard.press("Enter")

    assert told(watched) == (name or "").replace("\N{NO-BREAK SPACE}", " ")
    watched.ask(f"() => {{ {axe} }}")
    assert watched.ask(VIOLATIONS) == []


def test_a_phone_tells_the_story_of_the_poster_stage_by_stage(show: Show) -> None:
    watched = show("map.html", page_of(MUSIC), size=PHONE)
    stage = watched.page.locator("#stage-purchase").inner_text()

    for text in ("20 minutes", "41,200", "\N{MINUS SIGN}70\N{NO-BREAK SPACE}%", "●●●●", "Trial without a card"):
        assert text in stage
    assert "suspicious" in stage
    assert "Do I have to give my card for a free trial?" in stage
    assert "Payment gateway" not in stage  # what the poster leaves out, the panel tells
    watched.page.locator("#stage-purchase .hurt a").click()
    assert told(watched) == "Card required before the trial starts"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_has_no_barrier(show: Show, axe: str, scheme: str) -> None:
    watched = show("map.html", page_of(MUSIC), scheme, size=PHONE)
    watched.ask(f"() => {{ {axe} }}")

    assert watched.ask(VIOLATIONS) == []

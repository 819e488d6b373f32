"""The map grows, shrinks and moves under hand, wheel and keys, and keeps its stages and lane names in sight."""

from collections.abc import Callable
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
BANDS = TESTS / "cases/twenty-stages/journey.yaml"
WIDTH = "document.querySelector('.canvas').getBoundingClientRect().width"
SAID = "document.querySelector('.zoom output').textContent"
SCROLLED = "[scrollX, scrollY]"
NAMES = "[...document.querySelectorAll('.lane .names')].map((one) => one.getBoundingClientRect().SIDE)"
STAR = "document.querySelector('#m-touchpoint-enter-card').getBoundingClientRect().toJSON()"


@pytest.fixture(scope="module")
def page() -> str:
    return html.render(drawing_of(MUSIC))


def settled(watched: Watched, script: str) -> object:
    """Ask once the next two frames are drawn."""
    watched.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return watched.ask(script)


def number(watched: Watched, script: str) -> float:
    found = settled(watched, script)
    assert isinstance(found, int | float)
    return float(found)


def press(watched: Watched, name: str) -> None:
    watched.page.get_by_role("button", name=name, exact=True).click()


def test_the_buttons_zoom_and_say_how_much(show: Show, page: str) -> None:
    watched = show("map.html", page)
    press(watched, "1 : 1")
    actual = number(watched, WIDTH), watched.ask(SAID)
    press(watched, "Zoom in")
    larger = number(watched, WIDTH), watched.ask(SAID)
    press(watched, "Zoom out")

    back = number(watched, WIDTH)

    assert (actual, larger, back) == ((1680, "100%"), (2016, "120%"), 1680)


def test_the_map_fits_the_width_and_the_window(show: Show, page: str) -> None:
    watched = show("map.html", page)
    press(watched, "Fit width")
    wide = number(watched, WIDTH)
    press(watched, "Fit all")
    whole = settled(watched, "document.querySelector('.canvas').getBoundingClientRect().toJSON()")

    assert wide == watched.ask("document.documentElement.clientWidth")
    assert isinstance(whole, dict)
    assert whole["bottom"] <= 901
    assert whole["top"] >= 40


def test_the_wheel_scrolls_and_with_control_zooms_about_the_pointer(show: Show, page: str) -> None:
    watched = show("map.html", page)
    watched.page.mouse.move(700, 500)
    watched.page.mouse.wheel(0, 200)
    watched.until("scrollY >= 199")
    before, width = watched.ask(STAR), watched.ask(WIDTH)
    watched.page.mouse.move(before["x"] + 5, before["y"] + 5)
    watched.page.keyboard.down("Control")
    watched.page.mouse.wheel(0, -50)
    watched.page.keyboard.up("Control")
    watched.until(f"{WIDTH} > {width}")
    after = watched.ask(STAR)

    assert after["width"] > before["width"] * 1.2
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=3)


def test_keys_zoom_only_while_the_map_has_the_focus(show: Show, page: str) -> None:
    watched = show("map.html", page)
    width = number(watched, WIDTH)
    watched.page.keyboard.press("+")
    without = number(watched, WIDTH)
    watched.page.locator(".canvas").focus()
    watched.page.keyboard.press("+")
    larger = number(watched, WIDTH)
    watched.page.keyboard.press("0")
    actual = number(watched, WIDTH)
    watched.page.keyboard.press("-")

    assert without == width
    assert larger == pytest.approx(width * 1.2, abs=1)
    assert actual == 1680
    assert number(watched, WIDTH) == 1400


def test_two_fingers_zoom(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE, at="#view=map", has_touch=True)
    width = number(watched, WIDTH)
    session = watched.page.context.new_cdp_session(watched.page)

    def touch(kind: str, *places: tuple[int, int]) -> None:
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    watched.ask("scrollBy(0, document.querySelector('.canvas').getBoundingClientRect().top)")
    touch("touchStart", (150, 400), (250, 400))
    touch("touchMove", (100, 400), (300, 400))
    touch("touchEnd")

    assert number(watched, WIDTH) == pytest.approx(2 * width, rel=0.02)


def test_the_ground_is_dragged_and_a_text_is_selected(show: Show, page: str) -> None:
    watched = show("map.html", page)
    press(watched, "Zoom in")
    settled(watched, "0")
    watched.ask("scrollTo(100, 60)")
    drag(watched, (640, 600), (560, 540))
    moved = settled(watched, SCROLLED)
    text = watched.page.locator("#map text", has_text="Enters card").bounding_box()
    assert text
    drag(watched, (int(text["x"]) + 1, int(text["y"]) + 8), (int(text["x"] + text["width"]), int(text["y"]) + 8))

    assert moved == [180, 120]
    assert watched.ask(SCROLLED) == moved
    assert "Enters" in watched.ask("getSelection().toString()")


def drag(watched: Watched, start: tuple[int, int], end: tuple[int, int]) -> None:
    watched.page.mouse.move(*start)
    watched.page.mouse.down()
    watched.page.mouse.move(*end, steps=4)
    watched.page.mouse.up()


def test_stages_and_lane_names_stay_in_sight(show: Show, page: str) -> None:
    watched = show("map.html", page)
    for _ in range(3):
        press(watched, "Zoom in")
    settled(watched, "0")
    watched.ask("scrollTo(600, 1200)")
    names = settled(watched, NAMES.replace("SIDE", "left"))
    stages = watched.ask("document.querySelector('.stages').getBoundingClientRect().toJSON()")
    bar = watched.ask("document.querySelector('.bar').getBoundingClientRect().bottom")

    assert names
    assert set(names) == {0}  # type: ignore[call-overload]
    assert stages["top"] == pytest.approx(bar, abs=1)


def test_a_stage_stands_above_its_columns_wherever_the_map_is(show: Show, page: str) -> None:
    watched = show("map.html", page)
    press(watched, "Zoom in")
    settled(watched, "0")
    watched.ask("scrollTo(500, 900)")
    lefts = settled(
        watched,
        """
      () => ["stage-purchase", "touchpoint-start-trial"].map((id) =>
        document.getElementById(`m-${id}`).getBoundingClientRect().left)""",
    )

    assert isinstance(lefts, list)
    assert lefts[0] == pytest.approx(lefts[1], abs=1)


def test_in_a_map_of_several_bands_the_stages_are_those_of_the_band_under_the_eye(show: Show) -> None:
    watched = show("map.html", html.render(drawing_of(BANDS)), size=(1280, 400))
    heads = """
      () => [...document.querySelectorAll(".band")].map((band) => {
        scrollTo(0, scrollY + band.getBoundingClientRect().top + 150);
        const under = document.elementFromPoint(innerWidth / 2, document.querySelector(".bar").offsetHeight + 20);
        return band === under.closest(".stages")?.parentElement;
      })"""

    found = watched.ask(heads)
    assert len(found) > 1
    assert set(found) == {True}


@pytest.mark.parametrize("spec", [MUSIC, ARABIC], ids=["from-the-left", "from-the-right"])
def test_the_labels_of_the_scale_stay_at_its_lines_while_the_lane_s_name_follows(show: Show, spec: Path) -> None:
    watched = show("map.html", html.render(drawing_of(spec)), size=(900, 300))
    places = """
      () => {
        const lane = document.querySelector("[data-lane=emotion-curve]");
        const top = (element) => element.getBoundingClientRect().top;
        const heights = (found) => [...lane.querySelectorAll(found)].map((one) => Math.round(top(one) - top(lane)));
        return [heights(".names > svg > text"), heights(".ticks text").concat(heights(":scope > svg path"))];
      }"""
    scroll = "scrollBy(0, document.querySelector('[data-lane=emotion-curve]').getBoundingClientRect().top - 20)"
    names, scale = watched.ask(places)
    settled(watched, scroll)
    settled(watched, scroll)
    after, still = watched.ask(places)

    assert len(scale) >= 8
    assert still == scale
    assert after[0] > names[0] + 40


def test_from_the_right_the_names_stay_at_the_right(show: Show) -> None:
    watched = show("map.html", html.render(drawing_of(ARABIC)))
    watched.page.locator("[data-zoom=in]").click()
    settled(watched, "0")
    watched.ask("scrollTo(-200, 0)")
    side = watched.ask("document.documentElement.clientWidth")
    rights = watched.ask(NAMES.replace("SIDE", "right"))

    assert watched.ask("scrollX") < 0
    assert {round(right) for right in rights} == {side}


def test_all_that_the_page_shows_follows_the_window(show: Show, page: str) -> None:
    watched = show("map.html", page)
    watched.page.set_viewport_size({"width": 1600, "height": 900})

    assert number(watched, WIDTH) == watched.ask("document.documentElement.clientWidth")
    assert watched.ask("document.documentElement.scrollWidth") == watched.ask("document.documentElement.clientWidth")


SMALLEST = """
  () => Math.min(...[...document.querySelectorAll(".view:not([hidden]) svg text")].map((text) =>
    parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a))"""


def test_on_a_laptop_the_map_stays_readable_and_only_the_map_scrolls_sideways(show: Show, page: str) -> None:
    watched = show("map.html", page, size=(1280, 720), at="#view=map")
    smallest = watched.ask(SMALLEST)
    watched.page.locator("#map").focus()
    for _ in range(8):
        watched.page.keyboard.press("ArrowRight")
    watched.until("scrollX > 100")
    still = "['.front', '.bar', '.foot'].map((one) => document.querySelector(one).getBoundingClientRect().left)"
    names = "document.querySelector('.lane .names').getBoundingClientRect().left"

    assert isinstance(smallest, float)
    assert smallest >= 10.5
    assert watched.ask(still) == [0, 0, 0]
    assert watched.ask(names) == 0


def test_on_a_phone_the_map_is_as_large_as_a_drawing_at_least_is(show: Show, page: str) -> None:
    watched = show("map.html", page, size=PHONE, at="#view=map")

    assert watched.ask(WIDTH) == 1260

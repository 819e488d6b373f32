"""Filters fade what does not match, lanes fold, tables sort; the address tells the view, so that it can be sent."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapgen.render.formats import html
from tests.browser.conftest import Scheme
from tests.browser.maps import EXAMPLES, TESTS, called, drawing_of, page_of
from tests.browser.test_axe import VIOLATIONS
from tests.browser.watching import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
Window = Callable[..., "Page"]
RTL = TESTS / "cases/script-arabic/journey.yaml"
VISIBLE_ROWS = """
(table) => [...document.querySelectorAll(`#table-${table} tbody tr:not([hidden])`)].map((row) => row.cells[0].innerText)
"""


def example(name: str) -> Path:
    return next(spec for spec in EXAMPLES if called(spec) == name)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(html.render(drawing_of(example(name))), encoding="utf-8")
        return file

    return page


@pytest.fixture
def window(browser: "Browser", pages: Callable[[str], Path]) -> Iterator[Window]:
    """Open an example in a window of its own, as somebody does who was sent its address."""
    contexts = []

    def opened(name: str, hash_: str = "", *, width: int = 1280, height: int = 900, scheme: Scheme = "light") -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.goto(pages(name).as_uri() + hash_)
        return page

    yield opened
    for context in contexts:
        context.close()


def choose(page: "Page", *names: str) -> None:
    """Tick values in the filters, and close them."""
    page.locator(".filters summary").click()
    for name in names:
        page.locator(".facets label", has_text=name).first.click()
    page.keyboard.press("Escape")


def found(page: "Page") -> str:
    """Return the line that tells what is asked for."""
    text: str = page.locator(".found").inner_text()
    return text.replace("\n", " ")


def faded(page: "Page") -> set[str]:
    """Return the touchpoints, by id, that are faded in the map."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    ids: list[str] = page.evaluate("[...document.querySelectorAll('svg g.out[id]')].map((group) => group.id)")
    return {one.partition("-touchpoint-")[2] for one in ids if "-touchpoint-" in one}


def address(page: "Page") -> str:
    url: str = page.url
    return url.partition("#")[2]


def test_what_an_owner_has_nothing_to_do_with_fades(window: Window) -> None:
    page = window("music-subscription")
    choose(page, "Payments")

    assert found(page).startswith("1 of 13 touchpoints · Owner: Payments")
    assert len(faded(page)) == 12
    assert "enter-card" not in faded(page)
    assert address(page) == "owner=payments"


def test_values_of_a_facet_are_alternatives_and_facets_are_conditions(window: Window) -> None:
    page = window("music-subscription")

    choose(page, "Payments", "Support")
    assert found(page).startswith("2 of 13 touchpoints")
    choose(page, "Critical")
    assert found(page).startswith("1 of 13 touchpoints · Owner: Support, Payments · Severity: Critical")
    assert address(page) == "owner=support,payments&severity=critical"


@pytest.mark.parametrize("facet", ["persona", "segment", "channel", "owner", "severity", "moment", "grounds"])
def test_each_facet_filters(window: Window, facet: str) -> None:
    page = window("airline")
    page.locator(".filters summary").click()
    index = page.evaluate(
        "(id) => JSON.parse(document.getElementById('mapgen-data').textContent).facets.findIndex((f) => f[0] === id)",
        facet,
    )
    choices = page.locator(".facets fieldset").nth(index).locator("label")
    count = int(choices.first.locator(".count").inner_text())
    choices.first.click()

    total = page.locator("#view-journey .stop").count()
    assert found(page).startswith(f"{count} of {total} touchpoints")
    assert len(faded(page)) == total - count
    assert 0 < count < total


def test_a_text_is_looked_for_word_by_word_whatever_its_case_and_accents(window: Window) -> None:
    page = window("music-subscription")
    page.locator(".filters input[type=search]").fill("unfinished SÈVEN")

    assert len(faded(page)) == 12
    assert address(page) == "text=unfinished%20S%C3%88VEN"


def test_an_address_that_asks_for_what_is_not_there_is_told_so(window: Window) -> None:
    page = window("music-subscription", "#owner=paymnts,payments,<b>x&severity=dire")

    assert found(page).startswith(
        "Owner: no “paymnts” here · Owner: no “<b>x” here · Severity: no “dire” here · 1 of 13 touchpoints · Owner: Pay"
    )
    assert not page.locator(".found b").count()


def test_a_wrong_value_alone_fades_nothing_and_clear_takes_it_out_of_the_address(window: Window) -> None:
    page = window("music-subscription", "#owner=paymnts")
    told = found(page)
    nothing = faded(page)
    page.locator(".found button").click()

    assert told.startswith("Owner: no “paymnts” here Clear")
    assert nothing == set()
    assert (found(page), address(page)) == ("", "")


def test_nothing_that_matches_is_said_and_clear_shows_all_again(window: Window) -> None:
    page = window("music-subscription")
    page.locator(".filters input[type=search]").fill("zebra")
    assert found(page).startswith("Nothing matches")
    assert len(faded(page)) == 13

    page.locator(".found button").click()
    assert faded(page) == set()
    assert address(page) == ""


def test_tables_keep_the_rows_that_match(window: Window) -> None:
    page = window("music-subscription", "#owner=payments&view=tables")
    faded(page)

    assert page.evaluate(VISIBLE_ROWS, "pain-points") == ["Card required before the trial starts"]
    assert page.evaluate(VISIBLE_ROWS, "owners") == ["Payments"]
    assert page.locator("#table-pain-points .left").inner_text() == "1 of 4"


def test_the_counts_tell_what_one_value_more_would_find(window: Window) -> None:
    page = window("music-subscription", "#owner=payments")
    page.locator(".filters summary").click()
    counts = {label.split("\n")[0]: label.split("\n")[-1] for label in page.locator(".facets label").all_inner_texts()}

    assert counts["Marketing"] == "4"
    assert counts["Checkout"] == "1"
    assert counts["Mobile app"] == "0"


@pytest.mark.parametrize("hash_", ["#severity=", "#nobody=x", "#x=y&owner", "#owner=%E0"])
def test_what_asks_for_nothing_is_ignored(window: Window, hash_: str) -> None:
    page = window("music-subscription", hash_)

    assert page.locator(".found").is_hidden()
    assert faded(page) == set()


def test_a_lane_folds_and_the_map_closes_up(window: Window) -> None:
    page = window("music-subscription")
    height = page.evaluate("document.querySelector('.canvas').offsetHeight")
    page.locator(".filters summary").click()
    page.locator(".folding label", has_text="Thoughts").click()

    assert address(page) == "fold=thoughts"
    assert page.locator("[data-lane=thoughts]").first.is_hidden()
    assert page.evaluate("document.querySelector('.canvas').offsetHeight") < height

    page.go_back()
    assert page.locator("[data-lane=thoughts]").first.is_visible()


def test_a_table_is_sorted_by_what_its_cells_mean_and_stays_stable(window: Window) -> None:
    page = window("music-subscription", "#view=tables")
    head = page.locator("#table-pain-points th", has_text="Severity")

    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.evaluate(VISIBLE_ROWS, "pain-points") == [
        "Renewal e-mail arrives after the charge",
        "Four plans differ in small print",
        "Chat answers after nine minutes",
        "Card required before the trial starts",
    ]

    page.locator("#table-funnel th", has_text="Customers").locator("button").click()
    assert page.evaluate(VISIBLE_ROWS, "funnel")[0] == "Advocacy"


def test_a_number_of_the_plot_opens_its_opportunity(window: Window) -> None:
    page = window("music-subscription", "#view=tables")
    page.locator("#table-opportunities .plot a[href='#opportunity-trial-without-a-card']").click()

    assert page.locator("aside.panel h2").inner_text() == "Trial without a card"


@pytest.mark.parametrize("width", [1280, 380])
def test_a_product_manager_finds_the_worst_pain_of_payments_and_sends_it(window: Window, width: int) -> None:
    page = window("music-subscription", width=width)
    choose(page, "Payments")
    page.locator(".views a", has_text="Tables").click()
    page.locator("#table-pain-points tbody tr:not([hidden]) a").first.click()
    sent = page.url

    other = window("music-subscription", f"#{sent.partition('#')[2]}", width=width)
    assert sent.endswith("#open=pain-card-first&owner=payments&view=tables")
    assert found(other) == found(page)
    assert faded(other) == faded(page)
    assert other.locator("aside.panel").inner_text() == page.locator("aside.panel").inner_text()
    assert "Critical" in other.locator("aside.panel").inner_text()
    assert other.evaluate(VISIBLE_ROWS, "pain-points") == page.evaluate(VISIBLE_ROWS, "pain-points")
    assert other.evaluate("document.documentElement.dataset.view") == "tables"


@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_filtered_page_with_its_panel_open_has_no_barrier(
    window: Window, axe: str, scheme: Scheme, width: int
) -> None:
    page = window(
        "music-subscription", "#persona=maya&grounds=hypothesis&open=owner-payments", width=width, scheme=scheme
    )
    faded(page)
    assert page.locator("aside.panel h2").inner_text() == "Payments"
    page.evaluate(f"() => {{ {axe} }}")

    assert page.evaluate(VIOLATIONS) == []
    page.locator(".filters summary").click()
    assert page.evaluate(VIOLATIONS) == []


CONTRAST = """() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const over = (above, below, share) => above.map((value, at) => value * share + below[at] * (1 - share));
  const light = (color) => {
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = color.map((value) => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const opacity = (element) => {
    let share = 1;
    for (let at = element; at; at = at.parentElement) share *= Number(getComputedStyle(at).opacity);
    return share;
  };
  const paper = channels(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  const ratio = (text) => {
    const box = text.getBBox();
    const svg = text.ownerSVGElement;
    const point = Object.assign(svg.createSVGPoint(), { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const behind = [...svg.querySelectorAll("rect, path, circle")].filter((shape) =>
      shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && shape.isPointInFill(point));
    const ground = behind.reduce((below, shape) => {
      const { fill, fillOpacity } = getComputedStyle(shape);
      const share = opacity(shape) * Number(fillOpacity);
      return fill.startsWith("rgb") ? over(channels(fill).slice(0, 3), below, share) : below;
    }, paper);
    const ink = over(channels(getComputedStyle(text).fill).slice(0, 3), ground, opacity(text));
    const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll(".out text")].filter((text) => text.getClientRects().length)
    .map((text) => [text.textContent, ratio(text)]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["poster", "map", "flow", "funnel"])
def test_what_is_filtered_out_can_still_be_read(show: Show, view: str, scheme: Scheme) -> None:
    watched = show("map.html", page_of(example("music-subscription")), scheme, at=f"#owner=payments&view={view}")
    watched.until("document.querySelector('.view:not([hidden]) .out')")
    ratios = watched.ask(CONTRAST)

    assert len(ratios) > 4
    assert [(text, ratio) for text, ratio in ratios if ratio < 4.5] == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_filter_scrolls_to_the_first_match(show: Show, motion: str) -> None:
    watched = show(
        "map.html", page_of(example("ski-shop")), size=(1280, 500), reduced_motion=motion, at="#view=journey"
    )
    top = "document.querySelector('#view-journey .stop:not(.faded)').getBoundingClientRect().top"
    watched.page.locator(".filters input[type=search]").fill("returns")
    watched.until(f"document.querySelector('.stop.faded') && {top} > 0 && {top} < 500")


def test_a_match_in_sight_stays_where_it_is(show: Show) -> None:
    watched = show("map.html", page_of(example("music-subscription")))
    choose(watched.page, "Payments")
    watched.until("document.querySelector('.out')")

    assert watched.ask("scrollY") == 0


def test_a_shared_filter_begins_at_its_first_match(show: Show) -> None:
    watched = show("map.html", page_of(example("ski-shop")), size=(1280, 500), at="#text=returns&view=journey")

    watched.until("document.querySelector('#view-journey .stop:not(.faded)').getBoundingClientRect().top < 500")
    assert watched.ask("scrollY") > 0

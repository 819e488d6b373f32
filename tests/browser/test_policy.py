"""A host whose policy forbids styles shows the pictures of the page as they are; styles only add."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.render.theme_file import theme
from tests.browser.maps import TESTS, page_of
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
SPECS = (
    TESTS.parent / "examples/music-subscription/music-subscription.journey.yaml",
    TESTS / "cases/everything/journey.yaml",
    TESTS / "cases/theme-print/journey.yaml",
)
FORBIDDEN = """<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'">"""
_COLOR = re.compile(r"rgb\((\d+), (\d+), (\d+)\)")
PAINTED = "svg :is(rect, circle, path, line, text)"
LOOKS = f"""[...document.querySelectorAll('{PAINTED}')].map((shape) => {{
    const style = getComputedStyle(shape);
    const names = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
    if (shape.localName === 'text') names.push('font-size', 'font-weight', 'text-anchor');
    return names.map((name) => style.getPropertyValue(name)).join(' ');
}})"""
COLORS = f"""[...new Set([...document.querySelectorAll('{PAINTED}:not(defs > path)')].flatMap((shape) => {{
    const style = getComputedStyle(shape);
    const gradient = style.fill.match(/^url\\("(#.+)"\\)$/);
    const isThin = /^(m[^a-z]*[hvl][^a-z]*)+$/.test(shape.getAttribute("d") ?? "");
    if (!gradient) return isThin ? [style.stroke] : [style.fill, style.stroke];
    return [...document.querySelector(gradient[1]).children].map((stop) => getComputedStyle(stop).stopColor);
}}))]"""
SIZES = """[...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility())
    .map((svg) => [svg.clientWidth, svg.viewBox.baseVal.width])"""


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_pictures_look_the_same_without_styles(show: Show, spec: Path) -> None:
    page = page_of(spec)
    looks = show("page.html", page).ask(LOOKS)

    assert rounded(show("strict.html", page.replace("<head>", FORBIDDEN)).ask(LOOKS)) == rounded(looks)


def rounded(looks: list[str]) -> list[str]:
    """Return looks in which colors that are only a shade of blue apart are the same: so roles are told apart."""
    light = {tuple(bytes.fromhex(color[1:])) for color in theme("default").light.values()}
    return [_COLOR.sub(lambda found: str(_nearest(tuple(map(int, found.groups())), light)), look) for look in looks]


def _nearest(color: tuple[int, ...], colors: set[tuple[int, ...]]) -> tuple[int, ...]:
    return min(colors, key=lambda other: sum(abs(a - b) for a, b in zip(color, other, strict=True)))


def test_pictures_without_styles_are_as_large_as_they_were_arranged(show: Show) -> None:
    sizes = show("strict.html", page_of(SPECS[0]).replace("<head>", FORBIDDEN)).ask(SIZES)

    assert all(abs(shown - arranged) <= 1 for shown, arranged in sizes if arranged)


def test_on_dark_ground_each_color_is_one_of_that_ground(show: Show) -> None:
    dark = {f"rgb{tuple(bytes.fromhex(color[1:]))}" for color in theme("default").dark.values()}

    assert set(show("page.html", page_of(SPECS[0]), "dark").ask(COLORS)) <= {*dark, "none"}


def test_a_dark_theme_has_dark_ground_without_styles(show: Show) -> None:
    spec = TESTS / "cases/theme-dark/journey.yaml"
    ground = "getComputedStyle(document.documentElement).color"  # of text on the ground of the browser

    assert show("dark.html", page_of(spec).replace("<head>", FORBIDDEN)).ask(ground) == "rgb(255, 255, 255)"


def test_a_theme_for_both_grounds_has_light_ground_without_styles(show: Show) -> None:
    page = page_of(SPECS[0]).replace("<head>", FORBIDDEN)

    assert show("both.html", page, "dark").ask("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("head", ["<head>", FORBIDDEN], ids=["styles", "no-styles"])
def test_the_scale_of_the_emotion_curve_is_shown_once_beside_its_lines(show: Show, head: str) -> None:
    places = """() => {
        const lane = document.querySelector("[data-lane=emotion-curve]");
        const shown = [...lane.querySelectorAll(".ticks text, .scale text")].map((one) => one.getBoundingClientRect());
        const lines = [...lane.querySelectorAll(":scope > svg path")].flatMap((path) => {
            if (/[^mh0-9.,-]/.test(path.getAttribute("d"))) return [];
            let y = 0;
            return [...path.getAttribute("d").matchAll(/m-?[0-9.]+,?(-?[0-9.]+)/g)].map(([, step]) => {
                y += Number(step);
                return new DOMPoint(0, y).matrixTransform(path.getScreenCTM()).y;
            });
        });
        return [shown.filter(({height}) => height).map(({top, bottom}) => (top + bottom) / 2), lines];
      }"""
    labels, lines = show("page.html", page_of(SPECS[0]).replace("<head>", head), at="#view=map").ask(places)

    assert len(labels) == 5
    assert all(min(abs(label - line) for line in lines) < 4 for label in labels)

"""Drawings beside each other on one page look as each does alone."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Scheme
from tests.browser.watching import Watched
from tests.render.drawings import alike

pytestmark = pytest.mark.browser

Show = Callable[..., Watched]
LOOKS = """[...document.querySelectorAll('body > svg')].map((svg) =>
[svg, ...svg.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const names = style.fontFamily.split(', ').map((name) => name.startsWith('mapgen-') ? 'own' : name);
    const width = element.getComputedTextLength?.() ?? 0;
    return [element.localName, style.fill.replace(/#mapgen-\\w{8}/, '#'), style.stroke, names.join(), width].join(' ');
}))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_look_beside_each_other_as_alone(show: Show, scheme: Scheme) -> None:
    pictures = [picture for _, picture in alike()]
    page = "<!DOCTYPE html><meta charset=utf-8><title>Maps</title>"
    alone = [show(f"{n}.html", page + picture, scheme).ask(LOOKS)[0] for n, picture in enumerate(pictures)]
    together = show("all.html", page + "".join(pictures), scheme).ask(LOOKS)

    assert together == alone

"""What stands in a page without quotation marks and end tags, a browser reads as it was meant."""

from collections.abc import Callable
from itertools import product

import pytest
from markupsafe import escape

from mapgen.render.page.lean import lean, stamped
from tests.browser.watching import Watched

pytestmark = pytest.mark.browser

MARKS = ['"', "'", "`", "=", "<", ">", "&", "/", " ", "\t", "\n", "\f", "x", "&#39;", "\u00a0", "\u2028", "\u3000", ""]
TEXTS = ["".join(marks) for marks in product(MARKS, repeat=2)]
READ = """() => [...document.querySelectorAll("main > div")].map((box) => ({
  elements: [...box.querySelectorAll("*")].map((one) => one.localName).join(" "),
  names: [box, ...box.querySelectorAll("*")].map((one) => one.getAttributeNames().join(" ")).join(","),
  texts: [box.title, box.dataset.a, ...[...box.querySelectorAll("dt, p")].map((one) => one.textContent),
    box.querySelector("rect").dataset.a],
}))"""


def box(text: str) -> str:
    own = escape(text)
    inner = f'<dl><dt>{own}<dd><p>{own}<p class="b">{own}</dl><svg><rect width="1" data-a="{own}"/></svg>'
    return f'<div title="{own}" data-a="{own}" hidden>{inner}</div>'


def test_each_text_is_read_as_it_is_in_attributes_and_between_tags(show: Callable[..., Watched]) -> None:
    body = lean(stamped("".join(map(box, TEXTS))))
    read = show("texts.html", f"<!DOCTYPE html><meta charset=utf-8><title>T</title><main>{body}</main>").ask(READ)

    assert [one["texts"] for one in read] == [[text] * 6 for text in TEXTS]
    assert {(one["elements"], one["names"]) for one in read} == {
        ("dl dt dd p p svg rect", "title data-a hidden,,,,,class,,width data-a")
    }

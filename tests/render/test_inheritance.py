"""What a group says for its shapes is what each of them said: not one looks different, and less is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from mapgen.render.formats import svg
from mapgen.render.markup import Xml
from mapgen.render.page.inheritance import shared
from tests.test_cases import CASES, drawing_of

INHERITED = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "font-size": "16",
    "font-weight": "400",
    "text-anchor": "start",
}
SHAPES = {"rect", "circle", "path", "text", "line"}


def shapes(element: etree._Element, above: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield all that counts for each shape, what it inherits included."""
    classes = (element.get("class") or "").split()
    said = {name: str(element.attrib[name]) for name in INHERITED if name in element.attrib}
    for kind in ("fill", "stroke"):
        if kind in said:
            said[kind] += "".join(f" {name}" for name in classes if name.startswith(f"{kind[0]}-"))
    looks = {**above, **said}
    name = etree.QName(element).localname
    if name in SHAPES:
        is_round = element.get("rx") is not None
        yield {key: value for key, value in looks.items() if counts(name, key, looks, is_round=is_round)} | {
            "text": element.text or ""
        }
    for child in element:
        yield from shapes(child, looks)


def counts(name: str, look: str, looks: dict[str, str], *, is_round: bool) -> bool:
    """Return whether a look can be seen at a shape."""
    if look.startswith("font") or look == "text-anchor":
        return name == "text"
    if look == "fill":
        return name != "line"
    is_stroked = looks["stroke"] != "none"
    if look == "stroke-linecap":
        return is_stroked and (name in {"path", "line"} or looks["stroke-dasharray"] != "none")
    if look == "stroke-linejoin":
        return is_stroked and name in {"path", "rect"} and not is_round
    return is_stroked or look == "stroke"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_no_shape_looks_different(folder: Path) -> None:
    picture = svg.svg(drawing_of(folder))
    lean = shared(picture)

    assert list(shapes(etree.fromstring(lean), INHERITED)) == list(shapes(etree.fromstring(picture), INHERITED))
    assert len(lean) < len(picture)


def test_what_only_some_shapes_have_stays_with_them() -> None:
    text = '<text font-size="9" fill="#111">a</text>'
    picture = Xml(f'<svg><g><path d="m0 0" fill="none" stroke="#111"/>{text}{text}</g></svg>')  # noqa: S704 - a literal
    looks = 'd="m0 0" fill="none" stroke="#111"'

    assert shared(picture) == f'<svg><g fill="#111" font-size="9"><path {looks}/><text>a</text><text>a</text></g></svg>'


def test_the_joints_of_a_line_without_corners_do_not_count() -> None:
    line = '<path d="m0 0h9" fill="none" stroke="#111" stroke-linejoin="round"/>'
    box = '<rect x="1" width="2" height="3" rx="1" fill="none" stroke="#111"/>'

    assert "linejoin" not in shared(Xml(f"<svg>{line}{box}</svg>"))  # noqa: S704 - a literal


def test_the_area_of_straight_lines_and_the_ends_of_what_is_closed_do_not_count() -> None:
    lines = '<path d="m0 0h9m2 0v3" fill="none" stroke="#111"/>'
    ring = '<path d="m0 0h9l3 3z" fill="#222" stroke="#111" stroke-linecap="round"/>'
    dashed = '<path d="m0 0h9l3 3z" fill="#222" stroke="#111" stroke-linecap="round" stroke-dasharray="1 2"/>'

    assert "none" not in shared(Xml(f"<svg>{lines}{lines}{ring}</svg>"))  # noqa: S704 - a literal
    assert "linecap" not in shared(Xml(f"<svg>{lines}{ring}</svg>"))  # noqa: S704 - a literal
    assert "linecap" in shared(Xml(f"<svg>{lines}{dashed}</svg>"))  # noqa: S704 - a literal


def test_a_group_that_has_nothing_to_say_is_left_out() -> None:
    text = '<text font-size="9" fill="#111">a</text>'

    assert shared(Xml(f"<svg>{text}<g>{text}</g></svg>")) == (  # noqa: S704 - a literal
        '<svg fill="#111" font-size="9"><text>a</text><text>a</text></svg>'
    )

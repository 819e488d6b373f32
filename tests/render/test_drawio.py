"""The diagram for draw.io: shapes with the ids of the page, connectors between them, and texts as they were written."""

import html
import re
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, check, draw
from tests.properties.hostile import journey
from tests.properties.test_hostile_text import PAYLOADS

SKI_SHOP = Path(__file__).parents[2] / "examples/ski-shop/ski-shop.journey.yaml"
SPEC = """
title: Coffee
stages:
  - name: Order
    touchpoints:
      - {name: Waits, emotion: -2, pain_points: [{id: slow, text: It is slow, severity: high}]}
      - {name: Pays, emotion: 1, opportunities: [{id: till, text: A second till, addresses: [slow]}]}
  - Drink
flow: [{from: pays, to: waits, kind: back, share: 0.1, trigger: A friend}]
"""


def built(text: str) -> Journey:
    found = check(text, name="a.journey.yaml").journey
    assert found
    return found


def model(found: Journey) -> etree._Element:
    return etree.fromstring(draw(DrawRequest(found, "a", ("drawio",)))[".drawio"])


def values(root: etree._Element) -> dict[str, str]:
    """Return what each shape and connector shows, by id."""
    shown = {}
    for cell in root.iter("mxCell", "UserObject"):
        value = cell.get("value") or cell.get("label")
        if cell.get("id") and value:
            tree = html5lib.parseFragment(re.sub("</?b>", "", value.replace("<br>", "\n")), namespaceHTMLElements=False)
            assert [part for part in tree] == [], "no element in a text"  # noqa: C416 - elements are not told apart by truth
            shown[str(cell.get("id"))] = "".join(tree.itertext())
    return shown


def test_everything_is_a_shape_with_the_id_of_the_page() -> None:
    assert values(model(built(SPEC))) == {
        "flow-1": "10\N{NO-BREAK SPACE}%",
        "title": "Coffee",
        "stage-order": "Order",
        "stage-drink": "Drink",
        "touchpoint-waits": "1 Waits",
        "touchpoint-pays": "2 Pays",
        "emotion-waits": "\N{MINUS SIGN}2",
        "emotion-pays": "+1",
        "pain-slow": "It is slow\nHigh",
        "opportunity-till": "A second till",
    }


def test_connectors_lead_from_shape_to_shape() -> None:
    root = model(built(SPEC))
    links = {
        str(edge.get("id") or edge.getparent().get("id")): (edge.get("source"), edge.get("target"))  # type: ignore[union-attr]  # it has a parent
        for edge in root.iter("mxCell")
        if edge.get("edge")
    }

    assert ("touchpoint-pays", "touchpoint-waits") in links.values()
    assert links["curve-0"] == ("emotion-waits", "emotion-pays")
    assert links["addresses-till-0"] == ("opportunity-till", "pain-slow")
    assert [one.get("tooltip") for one in root.iter("UserObject")] == ["A friend"]


@pytest.mark.parametrize(
    "text", [*PAYLOADS, "x" * 500, "العربية", "👩‍👩‍👧", "a; style=b", "\N{RIGHT-TO-LEFT OVERRIDE}x"]
)
def test_texts_are_shown_exactly_and_are_never_styles(text: str) -> None:
    root = model(journey(text))
    usual = model(journey("Word"))
    ids = [cell.get("id") for cell in root.iter("mxCell", "UserObject") if cell.get("id")]

    assert len(ids) == len(set(ids))
    assert {cell.get("style") for cell in root.iter("mxCell")} == {cell.get("style") for cell in usual.iter("mxCell")}
    assert any(" ".join(text.split()) in " ".join(value.split()) for value in values(root).values())


def test_each_connector_has_its_ends_and_each_shape_a_place() -> None:
    root = model(built(SKI_SHOP.read_text(encoding="utf-8")))
    ids = {cell.get("id") for cell in root.iter("mxCell")}
    boxes = [cell.find("mxGeometry") for cell in root.iter("mxCell") if cell.get("vertex")]

    assert all({edge.get("source"), edge.get("target")} <= ids for edge in root.iter("mxCell") if edge.get("edge"))
    assert all(box is not None and {"x", "y", "width", "height", "as"} == set(box.keys()) for box in boxes)
    assert html.unescape(str(root[0].get("name"))) == "Buying ski boots online"


def test_a_journey_from_right_to_left_begins_at_the_right() -> None:
    root = model(built(f"language: he\n{SPEC.strip()}"))
    x = {str(cell.get("id")): float(cell[0].get("x", "0")) for cell in root.iter("mxCell") if cell.get("vertex")}

    assert x["touchpoint-waits"] > x["touchpoint-pays"] > x["stage-drink"]


def test_connectors_that_would_meet_above_the_cards_run_at_different_heights() -> None:
    root = model(built(SKI_SHOP.read_text(encoding="utf-8")))
    ways = [
        (min(x), max(x), float(points[0].get("y", "0")))
        for points in root.iter("Array")
        for x in [[float(point.get("x", "0")) for point in points]]
    ]

    assert ways
    assert all(
        one == other or one[2] != other[2] or one[1] < other[0] or other[1] < one[0] for one in ways for other in ways
    )


def test_all_cards_are_as_high_so_that_connectors_are_straight() -> None:
    root = model(built(SKI_SHOP.read_text(encoding="utf-8")))
    cards = [cell[0] for cell in root.iter("mxCell") if str(cell.get("id")).startswith("touchpoint-")]

    assert len({(card.get("y"), card.get("height")) for card in cards}) == 1

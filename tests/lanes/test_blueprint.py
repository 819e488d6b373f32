"""In a picture, a service blueprint has a step under each touchpoint, and arrows down through its lanes."""

from collections.abc import Callable

from mapgen.blocks import BlueprintStep
from mapgen.composition import Map
from mapgen.lanes.picture import pictured

MapOf = Callable[..., Map]

CAFE = """
title: Café
owners: [bar, kitchen]
stages:
  - name: Order
    owner: bar
    touchpoints:
      - {name: Orders, frontstage: [Barista], backstage: [Till, Stock], tools: [Card reader]}
      - {name: Waits, support: [Power]}
      - {name: Looks around, owner: kitchen}
  - name: Drink
    touchpoints:
      - {name: Drinks, owner: kitchen, backstage: [Dishwasher]}
"""


def steps(map_: Map, lane: str) -> dict[int, BlueprintStep]:
    """Return the steps of a lane by their column."""
    (row,) = (row for row in pictured(map_.grid).rows if row.id == lane)
    found = {cell.first: block for cell in row.cells for block in cell.blocks if isinstance(block, BlueprintStep)}
    assert len(found) == len(row.cells)
    return found


def test_each_touchpoint_has_a_step_in_its_column(map_of: MapOf) -> None:
    assert {column: step.items for column, step in steps(map_of(CAFE), "backstage").items() if step.items} == {
        0: ("Till", "Stock"),
        3: ("Dishwasher",),
    }


def test_an_arrow_begins_at_the_name_of_the_touchpoint(map_of: MapOf) -> None:
    map_ = map_of(CAFE)

    assert {column: step.start for column, step in steps(map_, "frontstage").items()} == {
        0: "1 Orders",
        1: "2 Waits",
        3: "4 Drinks",
    }
    assert {step.start for step in steps(map_, "backstage").values()} == {None}


def test_an_arrow_leads_to_the_last_lane_in_which_a_touchpoint_has_a_step(map_of: MapOf) -> None:
    map_ = map_of(CAFE)
    leads = {lane: [column for column, step in steps(map_, lane).items() if step.leads_on] for lane in LANES}

    assert leads == {"frontstage": [0, 1, 3], "backstage": [1], "support": []}


LANES = ("frontstage", "backstage", "support")


def test_lanes_with_others_between_them_have_arrows_of_their_own(map_of: MapOf) -> None:
    map_ = map_of(CAFE, "frontstage", "touchpoints", "backstage")

    assert list(steps(map_, "frontstage")) == [0]
    assert {column: step.start for column, step in steps(map_, "backstage").items()} == {0: "1 Orders", 3: "4 Drinks"}


def test_tools_stand_under_their_touchpoints_without_arrows(map_of: MapOf) -> None:
    assert steps(map_of(CAFE), "tools") == {0: BlueprintStep(("Card reader",))}


def test_who_answers_stands_under_each_touchpoint(map_of: MapOf) -> None:
    assert {column: step.items for column, step in steps(map_of(CAFE), "owners").items()} == {
        0: ("bar",),
        1: ("bar",),
        2: ("kitchen",),
        3: ("kitchen",),
    }


def test_a_lane_without_touchpoints_above_it_names_them(map_of: MapOf) -> None:
    assert steps(map_of(CAFE, "tools"), "tools") == {0: BlueprintStep(("Card reader",), start="1 Orders")}

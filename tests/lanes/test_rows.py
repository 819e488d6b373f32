"""Which lanes a map shows, and in which order."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen import resources
from mapgen.composition import Map
from mapgen.lanes import LANES
from mapgen.pipeline import check
from mapgen.words import Words

MapOf = Callable[..., Map]

SPEC = """
title: A
stages:
  - name: First
    goal: Begin
    volume: 1000
    touchpoints: [{name: a, thought: Hm, tools: [Till], x-weather: Rain}, {name: b, need: Shade}]
  - {name: Second, volume: 250, x-mood: Calm}
"""


def shown(drawn: Map) -> list[str]:
    """Return the ids of the rows of a map."""
    return [row.id for row in drawn.grid.rows]


def test_every_lane_with_something_to_say_is_shown_by_rank(map_of: MapOf) -> None:
    assert shown(map_of(SPEC)) == ["touchpoints", "goals", "thoughts", "needs", "tools", "x-weather", "x-mood"]


def test_channels_have_a_lane_where_a_stage_states_its_own(map_of: MapOf) -> None:
    """A touchpoint shows its channels itself; those of a stage stand nowhere else."""
    spec = """
      mapgen: 1
      title: Shopping
      channels: [web, store]
      stages:
        - {name: Choose, touchpoints: [{name: Looks, channel: web}]}
        - {name: Pay%s}
    """

    assert shown(map_of(spec % "")) == ["touchpoints"]
    assert shown(map_of(spec % ", channels: [store]")) == ["touchpoints", "channels"]


def test_the_author_chooses_and_orders(map_of: MapOf) -> None:
    assert shown(map_of(f"lanes: [x-mood, thoughts, goals]\n{SPEC}")) == ["x-mood", "thoughts", "goals"]


def test_the_person_who_builds_chooses_over_the_author(map_of: MapOf) -> None:
    assert shown(map_of(f"lanes: [thoughts]\n{SPEC}", "tools", "goals", "tools")) == ["tools", "goals"]


def test_what_was_not_chosen_is_kept_aside(map_of: MapOf) -> None:
    drawn = map_of(SPEC, "goals", "thoughts", "x-mood")

    assert [row.id for row in drawn.unchosen] == ["touchpoints", "needs", "tools", "x-weather"]
    assert map_of(SPEC).unchosen == ()


def test_a_lane_without_anything_to_say_is_left_out(map_of: MapOf) -> None:
    assert shown(map_of(SPEC, "delights", "goals")) == ["goals"]


def test_stages_stand_over_their_columns(map_of: MapOf) -> None:
    first, second = map_of(SPEC).grid.headings

    assert (first.first, first.last, first.volume, first.conversion) == (0, 2, "1,000", "25\N{NO-BREAK SPACE}%")
    assert (second.first, second.last, second.volume, second.conversion) == (2, 3, "250", None)
    assert [column.number for column in map_of(SPEC).grid.columns] == [1, 2, None]


def test_each_lane_has_a_place_of_its_own_in_the_order() -> None:
    ranks = Counter(lane.rank for lane in LANES.values())

    assert [name for name, lane in LANES.items() if ranks[lane.rank] > 1] == [], "no two may have the same rank"


def test_each_lane_is_a_module_and_its_title_a_word() -> None:
    words = Words("en")
    folder = Path(__file__).parents[2] / "mapgen/lanes/kinds"

    assert list(LANES) == sorted(path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py"))
    assert all(words(lane.title) for lane in LANES.values())


def test_the_schema_knows_each_lane() -> None:
    lane = json.loads(resources.schema())["definitions"]["lane"]
    names = lane["pattern"].removeprefix("^(").removesuffix(r"|x-.+|\.\.\.)$").split("|")

    assert sorted(names) == list(LANES), "name each lane in the schema"
    assert set(LANES) <= set(lane["examples"]), "add each lane to the examples"


def test_all_other_lanes_stand_where_the_dots_are(map_of: MapOf) -> None:
    everything = shown(map_of(SPEC))

    assert shown(map_of(f"lanes: [x-mood, ..., thoughts]\n{SPEC}")) == [
        "x-mood",
        *(name for name in everything if name not in {"x-mood", "thoughts"}),
        "thoughts",
    ]
    assert shown(map_of(f"lanes: [...]\n{SPEC}")) == everything


def test_a_lane_may_have_a_title_of_its_own(map_of: MapOf) -> None:
    titled = map_of(f"lanes: [{{x-mood: How it feels}}, {{thoughts: 'In their words'}}, goals]\n{SPEC}")

    assert [(row.id, row.title) for row in titled.grid.rows][:2] == [
        ("x-mood", "How it feels"),
        ("thoughts", "In their words"),
    ]


@pytest.mark.parametrize(
    ("lanes", "hint"),
    [
        ("[{x-mood: A, thoughts: B}]", 'write {x-mood: "A"}, {thoughts: "B"}'),
        ("[{thought: B}]", 'did you mean "thoughts"?'),
        ("[{...: All}, x-mood]", None),
        ("[thoughts, {thoughts: B}]", None),
        ("[{x-none: B}]", "write `x-none: …` in a stage or touchpoint, or remove the lane"),
    ],
)
def test_a_lane_with_a_title_that_is_none_is_told(lanes: str, hint: str | None) -> None:
    (found,) = check(f"lanes: {lanes}\n{SPEC}", name="x").diagnostics

    assert hint is None or found.hint == hint

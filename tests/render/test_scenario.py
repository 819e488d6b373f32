"""The poster and the slide of one scenario are about its path, and about nothing else."""

from collections.abc import Callable

import pytest

from mapgen import resources
from mapgen.charts.poster import PosterChart
from mapgen.charts.scenario_poster import scenario_poster
from mapgen.layout.scene import Rect
from mapgen.layout.slide import arrange_slide
from mapgen.layout.typeface import Typeface
from mapgen.model.journey import Journey
from mapgen.pipeline import DrawRequest, draw
from mapgen.render.optional_engine import EngineError
from mapgen.render.options import Options
from mapgen.render.scenario import find_scenario
from mapgen.words import Words
from tests.layout.geometry import flat

SPEC = """\
title: Coffee
poster: {headline: Nobody gets a chair.}
stages:
  - name: Arrive
    volume: 1000
    touchpoints:
      - {id: queue, name: Queues, emotion: -1, pain_points: [{id: slow, text: Slow}]}
      - {id: leave, name: Reads the sign, emotion: -2, opportunities: [{text: Order ahead, addresses: [slow]}]}
  - name: Order
    volume: 300
    touchpoints:
      - {id: pay, name: Pays, emotion: 2, exits: [{kind: abandon, share: 0.2}]}
flow:
  - {from: queue, to: pay, kind: skip}
  - {from: queue, to: queue, kind: repeat}
  - {from: pay, to: queue, kind: back}
scenarios:
  - {id: happy, name: Just coffee, path: [queue, pay], share: 0.6, description: On the way to work.}
  - {id: again, name: A second cup, path: [queue, pay, queue, queue, pay]}
"""

Read = Callable[[str], Journey]


@pytest.fixture
def poster_of(journey_of: Read) -> Callable[[str], PosterChart]:
    """The poster of a scenario."""
    journey = journey_of(SPEC)
    return lambda name: scenario_poster(journey, find_scenario(journey, name), Words("en"))


def test_it_shows_the_touchpoints_of_the_path_in_their_order(poster_of: Callable[[str], PosterChart]) -> None:
    shown = poster_of("again")

    assert [moment.name for moment in shown.moments] == ["Queues", "Pays", "Queues", "Queues", "Pays"]
    assert [moment.number for moment in shown.moments] == [1, 2, 3, 4, 5]
    assert [(stage.name, stage.first, stage.last) for stage in shown.stages] == [
        ("Arrive", 0, 1),
        ("Order", 1, 2),
        ("Arrive", 2, 4),
        ("Order", 4, 5),
    ]


def test_its_headline_is_about_the_path(poster_of: Callable[[str], PosterChart]) -> None:
    assert poster_of("happy").headline.text == "60\N{NO-BREAK SPACE}% take this path. It feels worst at “Queues”."
    assert poster_of("again").headline.text == "It feels worst at “Queues”."
    assert poster_of("happy").title == "Coffee · Just coffee"
    assert poster_of("happy").summary == "On the way to work."


def test_without_anything_to_report_its_headline_is_the_name_of_the_scenario(journey_of: Read) -> None:
    spec = "title: A\nstages: [{name: B, touchpoints: [{id: c, name: C}]}]\nscenarios: [{id: d, name: D, path: [c]}]\n"
    journey = journey_of(spec)

    assert scenario_poster(journey, find_scenario(journey, "d"), Words("en")).headline.text == "D"


def test_a_pain_point_is_told_once_and_keeps_a_remedy_beside_the_path(poster_of: Callable[[str], PosterChart]) -> None:
    (pain,) = poster_of("again").worst

    assert (pain.text, pain.number, pain.remedy) == ("Slow", 1, "Order ahead")


def test_it_says_nothing_about_all_customers(poster_of: Callable[[str], PosterChart]) -> None:
    shown = poster_of("happy")

    assert (shown.volumes, shown.endings) == ((), ())
    assert [figure.label for figure in shown.figures] == ["open pain point", "touchpoints"]


@pytest.mark.parametrize(("name", "parts"), [("happy", {1.0, 0.6}), ("again", set())])
def test_the_slide_has_a_bar_for_the_share_in_its_headline(
    poster_of: Callable[[str], PosterChart], name: str, parts: set[float]
) -> None:
    scene = arrange_slide(poster_of(name), Typeface(resources.font()))
    bars = [item for item in flat(scene.items) if isinstance(item, Rect) and item.y < 80]

    assert {round(bar.width / bars[0].width, 2) for bar in bars} == parts
    assert [bar.fill for bar in bars] == ["track", "ink"][: 2 * len(parts)]


@pytest.mark.parametrize("view", ["poster", "slide"])
def test_it_is_drawn_in_a_file_of_its_own(journey_of: Read, view: str) -> None:
    request = DrawRequest(journey_of(SPEC), "coffee", ("svg",), views=(view,), options=Options(scenario="again"))

    ((name, content),) = draw(request).items()
    assert name == f".{view}-again.svg"
    assert "Reads the sign" not in content.decode()


@pytest.mark.parametrize(
    ("spec", "hint"),
    [
        (SPEC, 'use "happy" or "again"'),
        (SPEC.replace("id: happy", "id: zzzzy"), 'did you mean "zzzzy"?'),
        (SPEC[: SPEC.index("flow:")], "add `scenarios` to the spec"),
    ],
)
def test_an_unknown_scenario_is_refused_with_those_that_exist(journey_of: Read, spec: str, hint: str) -> None:
    with pytest.raises(EngineError, match='unknown scenario "zzzz"') as refused:
        find_scenario(journey_of(spec), "zzzz")

    assert refused.value.hint == hint

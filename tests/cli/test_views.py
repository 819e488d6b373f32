"""`mapgen build --view`: which pictures of a journey are made."""

import re
from pathlib import Path

import pytest

from tests.cli.cli_runner import SMALL, Command, names, spec

FLOWING = f"""\
{SMALL}
  - name: Order
    touchpoints: [{{name: Pays, exits: [{{kind: convert, share: 0.9}}]}}]
flow:
  - {{from: pays, to: sees-the-queue, kind: back, share: 0.1}}
scenarios:
  - {{id: happy, name: Happy, path: [sees-the-queue, pays]}}
"""
MEASURED = SMALL.replace("- name: Arrive", "- name: Arrive\n    volume: 10") + "  - {name: Order, volume: 5}\n"


def test_a_journey_has_a_poster_a_page_and_markdown(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")
    mapgen("build", "a.journey.yaml", "-o", "out")

    assert names(folder / "out") == ["a.journey.html", "a.journey.md", "a.journey.svg"]


@pytest.mark.parametrize(("text", "views"), [(FLOWING, "flow"), (MEASURED, "funnel")])
def test_its_page_has_each_view_that_there_is_something_for(
    folder: Path, mapgen: Command, text: str, views: str
) -> None:
    spec(folder / "a.journey.yaml", text)
    mapgen("build", "a.journey.yaml", "--to", "html")
    page = (folder / "a.journey.html").read_text(encoding="utf-8")

    assert re.findall(r"<li><a href=#view-(\w+)>", page) == ["poster", "map", "journey", views, "slide", "tables"]


def test_who_chooses_lanes_gets_them_without_legend_and_footer(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", f"{SMALL}evidence: [{{title: Interviews}}]\n")
    named, chosen = (
        mapgen("build", "a.journey.yaml", "--to", "svg", "-o", "-", *args).out
        for args in (("--view", "map"), ("--lanes", "touchpoints,emotion-curve"))
    )

    assert "hypothesis: no evidence yet" in named
    assert "a.journey" in named
    assert "hypothesis: no evidence yet" not in chosen
    assert ">a.journey<" not in chosen


def test_who_chooses_lanes_gets_the_map(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")

    assert mapgen("build", "a.journey.yaml", "--to", "svg", "--lanes", "touchpoints").out.endswith(
        "a.journey.map.svg\n"
    )


def test_markdown_shows_the_pictures_that_are_made(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    mapgen("build", "a.journey.yaml", "--to", "svg,md", "--view", "poster,flow")
    page = (folder / "a.journey.md").read_text(encoding="utf-8")

    assert re.findall(r"!\[.*?\]\((a\.journey.*?svg)\)", page) == ["a.journey.svg", "a.journey.flow.svg"]


def test_the_views_that_are_named_are_made(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")
    mapgen("build", "a.journey.yaml", "--to", "svg,png,pdf", "--view", "flow,funnel", "-o", "out")

    kinds = (".pdf", ".png", ".svg")
    assert names(folder / "out") == [f"a.journey.{view}{kind}" for view in ("flow", "funnel") for kind in kinds]


def test_the_settings_can_name_them(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "mapgen.toml", 'views = ["map"]\nformats = ["svg"]\n')

    assert mapgen("build", "a.journey.yaml").out == "a.journey.yaml -> a.journey.map.svg\n"


def test_a_page_has_all_views_whatever_pictures_the_settings_name(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "mapgen.toml", 'views = ["poster", "flow"]\nformats = ["svg", "html"]\n')
    mapgen("build", "a.journey.yaml")
    page = (folder / "a.journey.html").read_text(encoding="utf-8")

    assert names(folder) == ["a.journey.flow.svg", "a.journey.html", "a.journey.svg", "a.journey.yaml", "mapgen.toml"]
    assert re.findall(r"<li><a href=#view-(\w+)>", page) == ["poster", "map", "journey", "flow", "slide", "tables"]


def test_lanes_that_are_named_are_those_of_the_map_whatever_pictures_the_settings_name(
    folder: Path, mapgen: Command
) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "mapgen.toml", 'views = ["poster", "flow"]\nformats = ["svg"]\n')

    assert mapgen("build", "a.journey.yaml", "--lanes", "touchpoints").out == "a.journey.yaml -> a.journey.map.svg\n"


def test_the_check_looks_at_each_view_and_finds_those_that_lost_their_spec(folder: Path, mapgen: Command) -> None:
    spec(folder / "maps" / "a.journey.yaml", FLOWING)
    spec(folder / "mapgen.toml", 'views = ["map", "flow"]\n')
    mapgen("build", "maps", "--to", "svg")
    fresh = mapgen("build", "maps", "--to", "svg", "--check")
    (folder / "maps" / "a.journey.flow.svg").unlink()
    missing = mapgen("build", "maps", "--to", "svg", "--check")
    mapgen("build", "maps", "--to", "svg")
    spec(folder / "maps" / "b.journey.yaml")
    (folder / "maps" / "a.journey.yaml").unlink()
    lost = mapgen("build", "maps", "--to", "svg", "--check", "--output-format", "concise")

    assert (fresh.code, fresh.err) == (0, "")
    assert "missing-map" in missing.err
    assert lost.err.count("orphaned-map") == 2


def test_a_view_that_does_not_exist_is_named(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")
    ended = mapgen("build", "a.journey.yaml", "--view", "flwo")

    assert ended.code == 2
    assert 'unknown view "flwo"; did you mean "flow"?' in ended.err


def test_to_standard_output_goes_one_view(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    assert mapgen("build", "a.journey.yaml", "--to", "svg", "-o", "-").out.count("<svg") == 1
    assert "-flow" in mapgen("build", "a.journey.yaml", "--to", "svg", "--view", "flow", "-o", "-").out
    assert mapgen("build", "a.journey.yaml", "--to", "svg", "--view", "flow,map", "-o", "-").code == 2


def test_a_scenario_has_a_picture_of_its_own(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    ended = mapgen("build", "a.journey.yaml", "--scenario", "happy")
    assert ended.out == "a.journey.yaml -> a.journey.flow-happy.svg\n"


def test_a_scenario_has_a_slide_and_a_poster_of_its_own(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    ended = mapgen("build", "a.journey.yaml", "--view", "slide,poster", "--scenario", "happy")
    assert ended.out == "a.journey.yaml -> a.journey.slide-happy.svg, .poster-happy.svg\n"
    assert mapgen("build", "a.journey.yaml", "--view", "slide,poster", "--scenario", "happy", "--check").code == 0


def test_a_view_that_shows_all_scenarios_takes_none(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    ended = mapgen("build", "a.journey.yaml", "--view", "slide,map,funnel", "--scenario", "happy")
    assert ended.code == 2
    assert "--scenario cannot be combined with --view map,funnel; it is for flow, poster and slide" in ended.err


def test_a_scenario_that_does_not_exist_is_told(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    ended = mapgen("build", "a.journey.yaml", "--scenario", "hapy")

    assert ended.code == 1
    assert 'unknown scenario "hapy"' in ended.err
    assert 'did you mean "happy"?' in ended.err


@pytest.mark.parametrize("program", ["missing", "a.journey.yaml"])
def test_without_an_engine_the_flow_is_drawn_in_the_order_of_the_map(
    folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    monkeypatch.setenv("MAPGEN_DOT", str(folder / program))
    ended = mapgen("build", "a.journey.yaml", "--to", "svg,html,md", "--view", "map,flow")

    assert ended.code == 0
    assert ended.out == "a.journey.yaml -> a.journey.map.svg, .flow.svg, .html, .md\n"
    assert "warning[flow-without-graphviz]: the flow is drawn in map order: Graphviz" in ended.err
    assert "](a.journey.flow.svg)" in (folder / "a.journey.md").read_text(encoding="utf-8")
    assert "id=view-flow" in (folder / "a.journey.html").read_text(encoding="utf-8")


def test_that_none_is_installed_is_only_a_note(folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    monkeypatch.setattr("mapgen.graphviz.find", lambda: None)
    ended = mapgen("build", "a.journey.yaml", "--to", "html", "--fail-on", "warning")

    assert ended.code == 0
    assert "info[flow-without-graphviz]: the flow is drawn in map order: Graphviz is not installed" in ended.err


def test_what_is_missing_on_the_machine_is_reported_once_for_all_specs(
    folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "b.journey.yaml", FLOWING)
    monkeypatch.setenv("MAPGEN_DOT", str(folder / "missing"))

    assert mapgen("build", ".", "--to", "html").err.count("flow-without-graphviz") == 1


def test_a_flow_that_nobody_could_read_is_refused_with_its_size(
    folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.render.views.flow._MOST", 400)
    stages = "".join(f"  - {{name: a{number}, touchpoints: [{{name: b{number}}}]}}\n" for number in range(402))
    spec(folder / "a.journey.yaml", f"title: Chain\nstages:\n{stages}")
    ended = mapgen("build", "a.journey.yaml", "--view", "flow")

    assert ended.code == 1
    assert "the flow has 401 edges between stages; the maximum is 400" in ended.err

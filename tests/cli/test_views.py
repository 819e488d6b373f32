"""`mapgen build --view`: which pictures of a journey are made."""

from pathlib import Path

import pytest

from tests.cli.desk import SMALL, Command, names, spec

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


def test_a_journey_that_is_a_line_has_a_map(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")
    mapgen("build", "a.journey.yaml", "-o", "out")

    assert names(folder / "out") == ["a.journey.html", "a.journey.md", "a.journey.svg"]


def test_one_with_ways_back_or_out_has_a_flow_too(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    ended = mapgen("build", "a.journey.yaml", "--to", "svg,md")

    assert ended.out == "a.journey.yaml -> a.journey.svg, .flow.svg, .md\n"
    assert "](a.journey.flow.svg)" in (folder / "a.journey.md").read_text(encoding="utf-8")


def test_one_with_figures_has_a_funnel_too(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", MEASURED)

    assert mapgen("build", "a.journey.yaml", "--to", "svg").out == "a.journey.yaml -> a.journey.svg, .funnel.svg\n"


def test_the_views_that_are_named_are_made(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml")
    mapgen("build", "a.journey.yaml", "--to", "svg,png,pdf", "--view", "flow,funnel", "-o", "out")

    kinds = (".pdf", ".png", ".svg")
    assert names(folder / "out") == [f"a.journey.{view}{kind}" for view in ("flow", "funnel") for kind in kinds]


def test_the_settings_can_name_them(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "mapgen.toml", 'views = ["map"]\nformats = ["svg"]\n')

    assert mapgen("build", "a.journey.yaml").out == "a.journey.yaml -> a.journey.svg\n"


def test_the_check_looks_at_each_view_and_finds_those_that_lost_their_spec(folder: Path, mapgen: Command) -> None:
    spec(folder / "maps" / "a.journey.yaml", FLOWING)
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
    assert 'there is no view "flwo"; did you mean "flow"?' in ended.err


def test_to_standard_output_goes_one_view(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    assert mapgen("build", "a.journey.yaml", "--to", "svg", "-o", "-").out.count("<svg") == 1
    assert "-flow" in mapgen("build", "a.journey.yaml", "--to", "svg", "--view", "flow", "-o", "-").out
    assert mapgen("build", "a.journey.yaml", "--to", "svg", "--view", "flow,map", "-o", "-").code == 2


def test_a_scenario_has_a_picture_of_its_own(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)

    ended = mapgen("build", "a.journey.yaml", "--scenario", "happy")
    assert ended.out == "a.journey.yaml -> a.journey.flow-happy.svg\n"


def test_a_scenario_that_does_not_exist_is_told(folder: Path, mapgen: Command) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    ended = mapgen("build", "a.journey.yaml", "--scenario", "hapy")

    assert ended.code == 1
    assert 'there is no scenario "hapy"' in ended.err
    assert 'did you mean "happy"?' in ended.err


@pytest.mark.parametrize("program", ["missing", "a.journey.yaml"])
@pytest.mark.parametrize("options", [(), ("--view", "map,flow")])
def test_without_an_engine_the_flow_is_drawn_in_the_order_of_the_map(
    folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch, program: str, options: tuple[str, ...]
) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    monkeypatch.setenv("MAPGEN_DOT", str(folder / program))
    ended = mapgen("build", "a.journey.yaml", "--to", "svg,html,md", *options)

    assert ended.code == 0
    assert ended.out == "a.journey.yaml -> a.journey.svg, .flow.svg, .html, .md\n"
    assert "warning[flow-without-graphviz]: the flow is drawn in the order of the map: Graphviz" in ended.err
    assert "](a.journey.flow.svg)" in (folder / "a.journey.md").read_text(encoding="utf-8")
    assert 'id="view-flow"' in (folder / "a.journey.html").read_text(encoding="utf-8")


def test_that_none_is_installed_is_only_a_note(folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    monkeypatch.setattr("mapgen.graphviz.find", lambda: None)
    ended = mapgen("build", "a.journey.yaml", "--to", "svg", "--fail-on", "warning")

    assert ended.code == 0
    assert (
        "info[flow-without-graphviz]: the flow is drawn in the order of the map: Graphviz is not installed" in ended.err
    )


def test_what_is_missing_on_the_machine_is_reported_once_for_all_specs(
    folder: Path, mapgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec(folder / "a.journey.yaml", FLOWING)
    spec(folder / "b.journey.yaml", FLOWING)
    monkeypatch.setenv("MAPGEN_DOT", str(folder / "missing"))

    assert mapgen("build", ".", "--to", "svg").err.count("flow-without-graphviz") == 1


def test_a_flow_that_nobody_could_read_is_refused_with_its_size(folder: Path, mapgen: Command) -> None:
    stages = "".join(f"  - {{name: a{number}, touchpoints: [{{name: b{number}}}]}}\n" for number in range(3_002))
    spec(folder / "a.journey.yaml", f"title: Chain\nstages:\n{stages}")
    ended = mapgen("build", "a.journey.yaml", "--view", "flow")

    assert ended.code == 1
    assert "the flow has 3,001 ways from stage to stage, and can show 3,000" in ended.err

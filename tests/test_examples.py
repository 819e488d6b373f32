"""The maps of the examples are those of their specs. `mapgen build` in the checkout makes them anew."""

import re
import tomllib
from pathlib import Path

import pytest

from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.files.snapshots import find_snapshot
from mapgen.graphviz import lay_out
from mapgen.pipeline import DrawRequest, check, draw

ROOT = Path(__file__).parents[1]
SPECS = sorted(ROOT.glob("examples/*/*.journey.yaml"))
TEMPLATES = sorted(ROOT.glob("templates/new/*.journey.yaml"))
VARYING = re.compile(r"data:font/(?:ttf|woff);base64,[\w+/=]+|sha256-[\w+/=]+")
"""The font's subset and its hash: a new release of the subsetter may write the same glyphs in other bytes."""


def test_there_are_the_six_examples() -> None:
    names = {spec.parent.name for spec in SPECS}

    assert names == {"music-subscription", "ski-shop", "business-software", "pest-control", "eyewear", "airline"}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_the_maps_are_fresh(spec: Path) -> None:
    checked = check(spec.read_bytes(), name=spec.name, snapshot=find_snapshot(spec))
    assert checked.diagnostics == ()
    assert checked.journey
    name = spec.name.removesuffix(".yaml")
    pictured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mapgen"]["views"]
    made = draw(DrawRequest(checked.journey, name, ("svg", "html", "md"), pictured=pictured, lay_out=lay_out))

    assert {".svg", ".flow.svg", ".funnel.svg", ".html", ".md"} == set(made)
    for suffix, content in made.items():
        there = spec.with_name(name + suffix).read_text(encoding="utf-8")
        assert VARYING.sub("", there) == VARYING.sub("", content.decode()), (
            f"{name}{suffix} is stale: run `mapgen build`"
        )


def test_a_page_with_all_views_of_a_small_journey_takes_at_most_250_kilobytes() -> None:
    page = ROOT / "examples/music-subscription/music-subscription.journey.html"

    assert len(page.read_bytes()) <= 250_000


@pytest.mark.parametrize("spec", [*SPECS, *TEMPLATES], ids=lambda spec: spec.name.partition(".")[0])
def test_the_audit_has_nothing_against_them_that_is_not_waived_with_a_reason(spec: Path) -> None:
    checked = check(spec.read_bytes(), name=spec.name)
    assert checked.source
    assert checked.journey

    assert run_audit(checked.source, checked.journey, Policy(day="2026-11-22")).reported == ()


def test_the_airline_has_more_than_a_hundred_touchpoints() -> None:
    journey = check((ROOT / "examples/airline/airline.journey.yaml").read_bytes(), name="airline").journey

    assert journey
    assert len(list(journey.touchpoints())) > 100


def test_the_example_with_observed_counts_has_drifted_from_its_map_and_the_audit_says_so() -> None:
    spec = ROOT / "examples/music-subscription/music-subscription.journey.yaml"
    checked = check(spec.read_bytes(), name=spec.name, snapshot=find_snapshot(spec))
    assert checked.source
    assert checked.journey

    codes = {found.code for found in run_audit(checked.source, checked.journey, Policy(day="2026-11-22")).reported}

    assert codes == {"share-differs-from-observation", "unknown-transition", "exit-not-on-the-map"}

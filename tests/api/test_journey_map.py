"""A map is a value: what is wrong with its spec is one too, and it draws itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import mapgen
from mapgen.diagnostics.phrases import quoted

COFFEE = """\
title: Coffee
personas: [{name: Maya, photo: maya.png}]
stages:
  - name: Order
    touchpoints: [{name: Waits, emotion: -1}, {name: Pays, emotion: 1}]
"""
BROKEN = "title: Coffee\nstages: [{nam: Order}]\n"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def test_a_file_is_loaded_with_its_images(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(COFFEE)
    (tmp_path / "maya.png").write_bytes(PIXEL)

    loaded = mapgen.load(tmp_path / "a.journey.yaml")

    assert loaded.diagnostics == ()
    assert "data:image/png" in loaded.html()


def test_a_file_is_loaded_with_its_libraries(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text('library = ["us.library.yaml"]')
    (tmp_path / "us.library.yaml").write_text("channels: [App]")
    (tmp_path / "a.journey.yaml").write_text("title: T\nstages: [{name: A, channels: [app]}]")

    assert mapgen.load(tmp_path / "a.journey.yaml").journey.stages[0].channels[0].name == "App"


def test_a_file_that_is_not_there_is_an_error_of_python(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        mapgen.load(tmp_path / "a.journey.yaml")


def test_settings_with_errors_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text("widht = 3")
    (tmp_path / "a.journey.yaml").write_text(COFFEE)

    with pytest.raises(mapgen.SpecError, match=r"mapgen\.toml:1:1: .*widht"):
        mapgen.load(tmp_path / "a.journey.yaml")


def test_errors_are_values_until_something_is_drawn() -> None:
    broken = mapgen.parse(BROKEN)

    assert [found.code for found in broken.diagnostics] == ["unknown-key"]
    with pytest.raises(mapgen.SpecError) as raised:
        broken.svg()
    assert raised.value.diagnostics == broken.diagnostics


@pytest.mark.parametrize(
    ("choice", "kind", "name"),
    [
        ({"format": "pgn"}, "format", "pgn"),
        ({"format": "svg", "view": "maps"}, "view", "maps"),
        ({"format": "svg", "lanes": ["tool"]}, "lane", "tool"),
        ({"format": "svg", "theme": "prnt"}, "theme", "prnt"),
    ],
)
def test_a_wrong_name_is_a_value_error(choice: dict[str, str], kind: str, name: str) -> None:
    with pytest.raises(ValueError, match=f"no {kind} {quoted(name)}"):
        mapgen.parse(COFFEE).to(**choice)  # type: ignore[arg-type]  # texts and lists


def test_a_wrong_rule_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="did you mean"):
        mapgen.audit(mapgen.parse(COFFEE), select=["dead-ends"])


def test_a_notebook_shows_the_poster_and_in_its_place_the_errors() -> None:
    coffee = mapgen.parse(COFFEE)

    shown = coffee._repr_mimebundle_()

    assert shown["image/svg+xml"] == coffee.svg()
    assert shown["text/markdown"].startswith("# Coffee")
    assert shown["text/plain"] == "<Map journey.yaml: Coffee>"
    assert coffee._repr_mimebundle_(include=["text/plain"]) == {"text/plain": "<Map journey.yaml: Coffee>"}
    assert "image/svg+xml" not in coffee._repr_mimebundle_(exclude=["image/svg+xml"])
    assert list(mapgen.parse(BROKEN)._repr_mimebundle_()) == ["text/plain"]
    assert repr(mapgen.parse(BROKEN)) == "<Map journey.yaml: 1 error>"


def test_a_notebook_shows_the_poster_of_a_journey() -> None:
    shown = mapgen.parse(COFFEE).journey._repr_mimebundle_()

    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == "<Journey Coffee>"


def test_functions_keep_their_names_beside_the_packages_of_these_names() -> None:
    import mapgen.audit.rules
    import mapgen.diff.changes

    assert callable(mapgen.audit)
    assert callable(mapgen.diff)


def test_the_import_of_the_package_imports_nothing_else() -> None:
    script = "import sys; before = set(sys.modules); import mapgen; print(*sorted({*sys.modules} - before))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)

    assert ended.stdout.split() == ["mapgen"]

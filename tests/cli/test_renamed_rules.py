"""The former id of a rule or code works wherever an id is written, with a hint that names the current one."""

import json
from pathlib import Path

import pytest

from mapgen.audit import RULES
from mapgen.audit.renamed import RENAMED
from mapgen.diagnostics.codes import CODES
from tests.cli.cli_runner import Command

OLD, NEW = "opportunity-for-nothing", "opportunity-without-pain-point"
FINDING = f"info[{NEW}]: "
SPEC = """\
title: Morning coffee
stages:
  - name: Order
    touchpoints:
      - name: Waits
        pain_points: [{id: queue, text: A queue}]
        opportunities:
          - {text: A second till, addresses: [queue]}
          - text: A robot that waves
"""


@pytest.fixture
def spec(folder: Path) -> Path:
    path = folder / "x.journey.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_former_ids_lead_to_rules_or_codes_and_are_not_taken_again() -> None:
    assert set(RENAMED.values()) <= {*RULES, *CODES}
    assert not RENAMED.keys() & {*RULES, *CODES}


def test_explain_prints_the_page_of_the_current_id(mapgen: Command) -> None:
    ended = mapgen("explain", OLD)

    assert ended == (0, mapgen("explain", NEW).out, said(f"use `{NEW}`"))


@pytest.mark.parametrize(
    ("old", "new"), [("way-to-empty-stage", "edge-to-empty-stage"), ("file-trouble", "file-error")]
)
def test_explain_prints_the_page_of_the_current_code(mapgen: Command, old: str, new: str) -> None:
    ended = mapgen("explain", old)

    assert (ended.code, ended.out) == (0, mapgen("explain", new).out)
    assert ended.err == f'info[renamed-rule]: code "{old}" has been renamed\n  = hint: use `{new}`\n'


@pytest.mark.parametrize(("option", "finds"), [("--select", True), ("--ignore", False)])
def test_options_accept_a_former_id(mapgen: Command, spec: Path, option: str, *, finds: bool) -> None:
    ended = mapgen("validate", spec.name, option, f"hypothesis, {OLD}")

    assert ended.code == 0
    assert ended.err.startswith(said(f"use `{NEW}`"))
    assert (FINDING in ended.err) is finds


@pytest.mark.parametrize(
    "settings",
    [
        f'[audit]\nignore = ["{OLD}"]\n',
        f'[audit]\nselect = ["{OLD}"]\n{OLD} = "off"\n',
        f'[audit]\n{OLD} = "off"\n',
        f'[audit.{OLD}]\nseverity = "off"\n',
    ],
)
def test_settings_accept_a_former_id(mapgen: Command, spec: Path, settings: str) -> None:
    (spec.parent / "mapgen.toml").write_text(settings, encoding="utf-8")

    ended = mapgen("validate", spec.name)

    assert ended.code == 0
    assert ended.err == said(f"use `{NEW}` in the settings")
    assert mapgen("rules").err == ""


def test_a_waiver_accepts_a_former_id(mapgen: Command, spec: Path) -> None:
    spec.write_text(f"{SPEC.rstrip()}  # mapgen: allow {OLD} because it is fun\n", encoding="utf-8")

    ended = mapgen("validate", spec.name)

    assert ended.code == 0
    assert ended.err.startswith(f'info[renamed-rule]: rule "{OLD}" has been renamed\n --> x.journey.yaml:9:')
    assert f"use `{NEW}`" in ended.err
    assert FINDING not in ended.err
    assert "unused-waiver" not in ended.err


def test_a_baseline_with_a_former_id_holds_until_it_is_updated(mapgen: Command, spec: Path) -> None:
    baseline = spec.parent / "mapgen-baseline.json"
    mapgen("validate", spec.name, "--update-baseline")
    updated = baseline.read_text(encoding="utf-8")
    baseline.write_text(updated.replace(NEW, OLD), encoding="utf-8")

    ended = mapgen("validate", spec.name)

    hint = f"it is `{NEW}` now; `mapgen validate --update-baseline` updates mapgen-baseline.json"
    assert (ended.code, ended.err) == (0, said(hint))
    mapgen("validate", spec.name, "--update-baseline")
    assert json.loads(baseline.read_text(encoding="utf-8")) == json.loads(updated)


def said(hint: str) -> str:
    return f'info[renamed-rule]: rule "{OLD}" has been renamed\n  = hint: {hint}\n'

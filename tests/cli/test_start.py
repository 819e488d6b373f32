"""What a command imports: a start takes as long as its imports, and a count of modules is the same on every machine."""

import os
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.cli.cli_runner import SMALL, spec

ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])}

SPY = """
import sys

class Spy:
    found = {}

    def find_spec(self, name, path=None, target=None):
        frame = sys._getframe(1)
        while frame.f_globals["__name__"].startswith(("importlib", "_frozen_importlib", "mapgen.registry")):
            frame = frame.f_back
        self.found[name] = frame.f_globals["__name__"]

before = set(sys.modules)
sys.meta_path.insert(0, Spy())
from mapgen.cli.group import run
run(sys.argv[1:])
for name in {*sys.modules} - before:
    print("imported", name, Spy.found.get(name, "nobody"))
"""
"""Runs a command, and prints each module that it imports with its importer."""

CHECKED = """
    mapgen mapgen.api mapgen.lazy
    mapgen.analysis* mapgen.audit* mapgen.build* mapgen.ci_commands mapgen.cli* mapgen.config*
    mapgen.diagnostics mapgen.diagnostics.[!c]* mapgen.files* mapgen.model* mapgen.pipeline mapgen.pipeline.checking
    mapgen.quotes mapgen.record
    mapgen.registry mapgen.remembered mapgen.render mapgen.render.drawing mapgen.render.format mapgen.render.formats
    mapgen.render.optional_engine mapgen.render.options mapgen.render.views mapgen.resources mapgen.schema*
    mapgen.shortening mapgen.source* mapgen.terminal*
    click* yaml* _cython* cython_runtime
"""
DRAWN = """
    mapgen.blocks mapgen.charts mapgen.charts.poster* mapgen.charts.stage_endings mapgen.charts.volumes
    mapgen.header mapgen.header.figures mapgen.header.header mapgen.header.profiles mapgen.header.story
    mapgen.lanes mapgen.lanes.evidence_text mapgen.lanes.grid mapgen.lanes.kinds mapgen.lanes.kinds.emotion_curve
    mapgen.lanes.lane mapgen.lanes.loss_parts mapgen.lanes.scale mapgen.lanes.times mapgen.lanes.worst_pains
    mapgen.layout mapgen.layout.balance mapgen.layout.chart mapgen.layout.curve mapgen.layout.dimensions
    mapgen.layout.fallback_widths mapgen.layout.glyphs mapgen.layout.hundred mapgen.layout.icons
    mapgen.layout.label_placement mapgen.layout.latin mapgen.layout.line_breaking mapgen.layout.mirror
    mapgen.layout.pagination mapgen.layout.paper mapgen.layout.poster* mapgen.layout.river mapgen.layout.scene
    mapgen.layout.series mapgen.layout.sfnt mapgen.layout.shape_overrides mapgen.layout.shapes mapgen.layout.text
    mapgen.layout.text_block mapgen.layout.typeface
    mapgen.pipeline.drawing
    mapgen.render.color mapgen.render.contrast mapgen.render.formats.svg mapgen.render.fragment mapgen.render.markup
    mapgen.render.scenario mapgen.render.stamp mapgen.render.theme* mapgen.render.views.poster mapgen.words*
"""


@pytest.mark.parametrize(
    ("command", "expected"),
    [("validate", CHECKED), ("build --to svg", CHECKED + DRAWN)],
    ids=["validate", "build"],
)
def test_a_command_imports_only_what_it_needs(tmp_path: Path, command: str, expected: str) -> None:
    """A module that is not expected is imported in a function instead, or is added to the list above."""
    spec(tmp_path / "a.journey.yaml", SMALL)
    ended = subprocess.run(
        [sys.executable, "-c", SPY, *command.split()],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )

    found = [line.split() for line in ended.stdout.splitlines() if line.startswith("imported ")]
    others = [(name, by) for _, name, by in found if name.partition(".")[0] not in sys.stdlib_module_names]
    unexpected = [
        f"{name}, imported by {by}"
        for name, by in sorted(others)
        if not any(fnmatchcase(name, pattern) for pattern in expected.split())
    ]

    assert len(others) > len(CHECKED.split())
    assert unexpected == []

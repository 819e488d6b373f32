"""DOT text: what Graphviz reads in it is what the author wrote."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapgen.graphviz import lay_out
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.render.formats.dot import label
from tests.random_flows import tangle

NASTY = (
    'a "quote"',
    "[bracket]",
    "<b>bold</b>",
    "\\N \\G \\l \\",
    "two\nlines",
    "n0 -> n1; }",
    "a &lt; b & c",
    "// no",
    "مرحبا",
)


def dot_of(text: str) -> str:
    journey = check(text, name="journey.yaml").journey
    assert journey
    return draw(DrawRequest(journey, "journey", ("dot",)))[".dot"].decode()


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_a_label_and_nothing_else(text: str) -> None:
    spec = json.dumps({"title": text, "stages": [{"name": text, "touchpoints": [{"name": text, "id": "a"}]}]})
    nodes = [one for one in json.loads(lay_out(dot_of(spec)))["objects"] if one["name"] == "n0"]
    drawn = [part["text"].replace("\\\\", "\\") for one in nodes for part in one["_ldraw_"] if part["op"] == "T"]

    assert drawn == [*f"1 {text}".split("\n"), "The journey can begin here"]


def test_each_touchpoint_each_way_and_each_exit_is_there() -> None:
    text = """\
title: Coffee
stages:
  - name: Order
    touchpoints: [{name: A, id: a, exits: [{kind: abandon, share: 0.2, reason: Queue}]}, {name: B, id: b}]
flow: [{from: b, to: a, kind: back, share: 0.1, trigger: Forgot sugar}]
"""
    dot = dot_of(text)
    graph = json.loads(lay_out(dot))

    assert [one["name"] for one in graph["objects"]] == ["cluster_0", "n0", "n1", "n0_out0"]
    assert len(graph["edges"]) == 3
    assert 'n1 -> n0 [label="10\N{NO-BREAK SPACE}%\\nForgot sugar"' in dot


def test_a_large_tangle_can_be_read() -> None:
    graph = json.loads(lay_out(dot_of(tangle(40, 80, 12))))

    assert len([one for one in graph["objects"] if one["name"].startswith("n")]) == 40


def test_line_ends_are_written_as_escapes() -> None:
    assert label('a\r\nb\rc "d" \\') == 'a\\nb\\nc "d" \\\\'


def test_the_package_that_writes_dot_is_imported_for_dot_only() -> None:
    script = (
        "import sys, mapgen; mapgen.parse('{title: T, stages: [A]}').to(sys.argv[1]); print('graphviz' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    said = [
        subprocess.run(
            [sys.executable, "-c", script, kind], capture_output=True, text=True, check=True, env=environment
        ).stdout.strip()
        for kind in ("html", "dot")
    ]

    assert said == ["False", "True"]

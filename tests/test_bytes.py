"""What makes the bytes of a map the same under every Python."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

WHOLE_NUMBERS = {
    "analysis/channels.py": "counts of touchpoints",
    "analysis/evidence.py": "claims that are backed, true or false",
    "analysis/observed.py": "counts of journeys",
    "diagnostics/reporters/junit.py": "counts of tests",
    "diagnostics/terminal.py": "cells of a terminal",
    "charts/flow.py": "counts of ways",
    "diff/impact.py": "exact fractions",
    "diff/verdict.py": "weights of pain points, and exact fractions",
    "layout/flow/plan.py": "counts of tracks",
    "layout/flow/ranks.py": "distances in columns",
    "layout/poster/least_widths.py": "rows of texts",
    "layout/poster/names.py": "rows of lists",
    "layout/sfnt.py": "words of a font's table",
    "layout/shaper.py": "units of a font",
    "render/diff/report.py": "counts of changes",
    "render/page/woff.py": "bytes of a font's tables",
    "render/diagram.py": "lines of a text",
    "render/text/line.py": "columns of a terminal",
    "render/formats/xlsx.py": "columns and lines of a cell",
    "source/parser.py": "counts of brackets",
    "render/formats/html.py": "counts of things",
    "schema/sizes.py": "counts of touchpoints",
    "observe/survey.py": "counts of answers",
    "analysis/surveys.py": "counts of answers",
    "audit/rule.py": "things that have what is asked, true or false",
}
"""The modules that add up nothing but whole numbers with `sum`."""


def sums(path: Path) -> Iterator[int]:
    """Yield the lines in which `sum` may add floats: all but those where it counts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum":
            (summed, *_) = node.args
            if not isinstance(summed, ast.GeneratorExp) or not counts(summed.elt):
                yield node.lineno


def counts(item: ast.expr) -> bool:
    """Return whether an expression can only be a whole number: 1, a length, or true and false."""
    if isinstance(item, ast.Call) and isinstance(item.func, ast.Name):
        return item.func.id in {"len", "isinstance"}
    if isinstance(item, ast.BoolOp):
        return all(map(counts, item.values))
    return isinstance(item, ast.Compare) or (isinstance(item, ast.Constant) and isinstance(item.value, int))


def test_floats_are_added_with_fsum_since_sum_rounds_otherwise_from_python_3_12_on() -> None:
    found = {
        (path.relative_to(ROOT / "mapgen").as_posix(), line)
        for path in sorted((ROOT / "mapgen").rglob("*.py"))
        for line in sums(path)
    }

    assert [place for place in sorted(found) if place[0] not in WHOLE_NUMBERS] == []
    assert {name for name, _ in found} >= set(WHOLE_NUMBERS), "a module that needs no exception any more"

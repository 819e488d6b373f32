"""The page about Python does what it shows."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import mapgen

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/python.md").read_text(encoding="utf-8")
(RECIPE,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SPEC = """\
title: Coffee
stages:
  - name: Order
    goal: Coffee
    touchpoints:
      - name: Waits
        emotion: 1
        pain_points: [{pain}]
        opportunities: [{{text: Order ahead, addresses: [queue]}}]
"""
SILENT = "{id: queue, text: The queue is long}"
QUOTED = "{id: queue, text: The queue is long, quotes: [So long!]}"


def test_each_example_shows_what_it_says() -> None:
    examples = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "docs/python.md", None, None)
    said: list[str] = []

    result = doctest.DocTestRunner().run(test, out=said.append)

    assert result.attempted > 15
    assert "".join(said) == ""


def test_all_names_are_described() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE.partition("## All names")[2], re.MULTILINE)
    described = {name for row in rows for name in re.findall(r"`(\w+)", row)}

    assert described == {name for name in mapgen.__all__ if name != "__version__"}


@pytest.mark.parametrize(("pain", "code", "said"), [(QUOTED, 0, "2 passed"), (SILENT, 1, "line 8: The queue is long")])
def test_rules_of_your_own_are_tests(tmp_path: Path, pain: str, code: int, said: str) -> None:
    (tmp_path / "maps_test.py").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "coffee.journey.yaml").write_text(SPEC.format(pain=pain), encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
    )

    assert (ended.returncode, said in ended.stdout) == (code, True), ended.stdout

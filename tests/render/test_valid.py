"""The W3C's own checker finds no error in the pages of the examples."""

import os
from pathlib import Path
from subprocess import run

import pytest

UNKNOWN = ".*“vector-effect”: Property “vector-effect” doesn't exist.*"
"""What the checker takes for an error, because it does not know this property of SVG 2."""
PAGES = sorted(Path(__file__).parents[2].glob("examples/*/*.html"))


def test_the_checker_of_the_w3c_finds_no_error_in_any_page() -> None:
    checker = os.environ.get("MAPGEN_VNU")
    if not checker:
        pytest.skip("no checker is here; `npm install vnu-jar` and Java bring it, and $MAPGEN_VNU names its vnu.jar")

    command = ["java", "-jar", checker, "--errors-only", "--filterpattern", UNKNOWN, *map(str, PAGES)]
    found = run(command, check=False, capture_output=True, text=True)

    assert found.stderr == ""
    assert found.returncode == 0

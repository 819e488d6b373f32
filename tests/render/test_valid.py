"""The W3C's own checker finds no error in the pages of the examples."""

import os
from pathlib import Path
from subprocess import run

import pytest

PAGES = sorted(Path(__file__).parents[2].glob("examples/*/*.html"))


def test_the_checker_of_the_w3c_finds_no_error_in_any_page() -> None:
    checker = os.environ.get("MAPGEN_VNU")
    if not checker:
        pytest.skip("no checker is here; `npm install vnu-jar` and Java bring it, and $MAPGEN_VNU names its vnu.jar")

    found = run(["java", "-jar", checker, "--errors-only", *PAGES], check=False, capture_output=True, text=True)  # noqa: S607 - the Java of the path

    assert found.stderr == ""
    assert found.returncode == 0

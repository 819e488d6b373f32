import re
from pathlib import Path

import pytest

from mapgen.diagnostics.codes import CODES
from mapgen.pipeline import check

PACKAGE = Path(__file__).parents[2] / "mapgen"
SHOWN = {code: explanation for code, explanation in CODES.items() if explanation.bad is not None}
TOLD_BY = ("source", "schema", "model")
CODE = re.compile(
    r"(?:Diagnostic|says|says_of_key|problems\.(?:add|add_at_key|warn_at_key))"
    r'\(\s*(?:key, )?"([a-z]+(?:-[a-z0-9]+)*)"'
)


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_gets_exactly_its_code(code: str) -> None:
    found = check(SHOWN[code].bad or "", name="a.journey.yaml").diagnostics

    assert [one.code for one in found] == [code]


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_gets_nothing(code: str) -> None:
    assert check(SHOWN[code].good or "", name="a.journey.yaml").diagnostics == ()


def test_every_code_in_the_program_is_explained() -> None:
    programs = [path.read_text() for package in TOLD_BY for path in (PACKAGE / package).glob("*.py")]
    told = {code for program in programs for code in CODE.findall(program)}

    assert len(told) > 40
    assert told <= CODES.keys()


def test_explanations_are_sentences() -> None:
    for explanation in CODES.values():
        assert explanation.summary.endswith(".")
        assert explanation.why.endswith(".")

"""Each faulty spec in this folder gets exactly the diagnostics that it names in its comments.

`key: value  # error[code]: message` stands on the guilty line, `# hint: …` on a line of its own below it. A line with
several faults has the others below it too. Where a comment would change the fault (in an open quote, say), the fault
stands at the top of the file with the number of its line: `# 5: error[code]: message`.
"""

import re
from pathlib import Path

import pytest

from mapgen.pipeline import check

FOLDER = Path(__file__).parent
SPECS = sorted(FOLDER.glob("*.yaml"))
FAULT = re.compile(r"# (?:(?P<line>\d+): )?(?P<severity>error|warning|info)\[(?P<code>[a-z-]+)\]: (?P<message>.*)")
HINT = re.compile(r"\s*# hint: (?P<hint>.*)")

Fault = tuple[int, str, str, str, str | None]


def expected(text: str) -> list[Fault]:
    """Read the comments: line, severity, code, message and hint of each fault, by line."""
    faults: list[Fault] = []
    guilty = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.lstrip().startswith("#"):
            guilty = number
        if hint := HINT.fullmatch(line):
            faults[-1] = (*faults[-1][:4], hint["hint"])
        elif fault := FAULT.search(line):
            faults.append((int(fault["line"] or guilty), fault["severity"], fault["code"], fault["message"], None))
    return sorted(faults)


def told(text: str) -> list[Fault]:
    found = check(text, name="a.journey.yaml").diagnostics
    return sorted(
        (one.span.line if one.span else 1, one.severity.name.lower(), one.code, one.message, one.hint) for one in found
    )


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_faulty_spec_gets_exactly_what_it_expects(spec: Path) -> None:
    text = spec.read_bytes().decode()

    assert told(text) == expected(text)


def test_there_is_a_spec_for_each_of_thirty_kinds_of_mistakes() -> None:
    codes = {fault[2] for spec in SPECS for fault in expected(spec.read_bytes().decode())}

    assert len(codes) >= 30

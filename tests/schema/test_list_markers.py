"""A list as in Markdown or a word processor is named for what it is, and reads once each item starts with a dash."""

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.pipeline import check

MARKERS = ["1.", "2)", "*", "+", "\N{BULLET}", "\N{MIDDLE DOT}"]
LISTS = {
    "one text": "pain_points:\n  {} Too slow",
    "several texts": "pain_points:\n  {} Too slow\n  {} Too dear",
    "texts below their key": "pain_points:\n{} Too slow\n{} Too dear",
    "after an item that is right": "pain_points:\n  - Too slow\n  {} Too dear",
    "a colon in it": "pain_points:\n  {} Too slow: 20 minutes",
    "groups of keys": "metrics:\n  {} name: Wait\n  {} name: Cost",
    "groups of keys over several lines": "metrics:\n  {} name: Wait\n     value: 3\n  {} name: Cost",
}


def faults(text: str) -> list[Diagnostic]:
    """Return what is wrong with a touchpoint that has these lines."""
    below = "".join(f"        {line}\n" for line in text.split("\n"))
    spec = f"title: T\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n{below}"
    return [fault for fault in check(spec, name="x").diagnostics if fault.severity is Severity.ERROR]


def with_dashes(text: str, marker: str) -> str:
    return text.replace("{}", "-".ljust(len(marker)))


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_without_dashes_is_named_and_reads_with_them(text: str, marker: str) -> None:
    found = faults(text.replace("{}", marker))

    assert {fault.code for fault in found} == {"list-marker"}
    assert {fault.message for fault in found} == {f'list items start with a dash, not with "{marker}"'}
    assert (found[0].hint or "").startswith("start each item with a dash and a space: - ")
    assert "list-marker" not in {fault.code for fault in faults(with_dashes(text, marker))}


def test_an_asterisk_without_a_space_is_told_once_and_not_as_an_alias() -> None:
    (fault,) = faults("pain_points:\n  *slow\n  *dear")

    assert (fault.code, fault.hint) == (
        "list-marker",
        "start each item with a dash and a space: - slow; or quote the text",
    )
    assert faults("pain_points:\n  - slow\n  - dear") == []


def test_a_key_repeated_after_a_lookalike_dash_is_told_as_the_dash() -> None:
    found = faults("metrics:\n  \N{EN DASH} name: Wait\n  \N{EN DASH} name: Cost")

    assert [fault.code for fault in found] == ["lookalike-sign", "lookalike-sign"]


@pytest.mark.parametrize(
    "text",
    ["action: * waits", "action: |\n  * waits\n  1. pays", "action:\n  1. waits\n  2. pays", "action: 1. waits"],
)
def test_a_text_that_starts_like_a_list_is_none(text: str) -> None:
    assert "list-marker" not in {fault.code for fault in faults(text)}

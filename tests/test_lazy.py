"""Patterns are compiled when they are used: a start pays for none of those that it does not need."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mapgen.lazy import regex

PACKAGE = Path(__file__).parent.parent / "mapgen"
STARTED = ("config", "files", "model", "render", "schema", "source")  # packages that commands import


def at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that an import makes: those outside of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from at_import(child)


@pytest.mark.parametrize("package", STARTED)
def test_an_import_compiles_no_pattern(package: str) -> None:
    calls = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted((PACKAGE / package).rglob("*.py"))
        for call in at_import(ast.parse(path.read_text(encoding="utf-8")))
        if ast.unparse(call.func) == "re.compile"
    ]
    assert calls == []


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    invalid = regex("(")
    with pytest.raises(re.error):
        invalid.search("")


def test_it_finds_what_a_compiled_one_finds() -> None:
    text, flags = "(?P<sign>[a-c])x", re.IGNORECASE
    mine, compiled = regex(text, flags), re.compile(text, flags)
    assert mine.pattern == compiled.pattern
    assert mine.groupindex == compiled.groupindex
    assert mine.sub("-", "AxBx") == compiled.sub("-", "AxBx") == "--"
    assert [found["sign"] for found in mine.finditer("AxBx")] == ["A", "B"]
    assert regex(rb"\d").findall(b"12") == [b"1", b"2"]

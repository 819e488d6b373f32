"""What keeps the work for many things from growing with the square of their number."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def copies(path: Path) -> Iterator[int]:
    """Yield the lines in loops that add to a collection by copying all of it."""
    for loop in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(loop, ast.For | ast.While):
            for node in ast.walk(loop):
                if isinstance(node, ast.Assign) and is_copied(node.targets[0], node.value):
                    yield node.lineno


def is_copied(target: ast.expr, value: ast.expr) -> bool:
    """Return whether an item of a mapping, or a record with another tuple, takes the place of a shorter one."""
    held = ast.unparse(target.value) if isinstance(target, ast.Subscript) else ast.unparse(target)
    added = isinstance(value, ast.Tuple) if isinstance(target, ast.Subscript) else is_call_of("replace", value)
    starred = [ast.unparse(node.value) for node in ast.walk(value) if isinstance(node, ast.Starred)]
    return added and any(text.startswith((f"{held}.", f"{held}[")) for text in starred)


def is_call_of(name: str, value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == name


def test_nothing_is_collected_in_tuples_that_are_copied_each_time() -> None:
    found = [(str(path.relative_to(ROOT)), line) for path in (ROOT / "mapgen").rglob("*.py") for line in copies(path)]

    assert found == []

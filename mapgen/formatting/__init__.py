"""Text of a spec -> the same spec in one order and layout, its comments kept.

    text ──nodes.read──> Tree ──remarks.attach──> Comments
                           └──────┬──────────────────┘
           order.Order ──────> writing.write ──> text

Scalars are copied as the author wrote them, so that no quote is lost and no number changes; only those that other
readers of YAML would misread get quotes, or plain decimals.
"""

import json
from collections.abc import Sequence

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.formatting.comments import attach, comments
from mapgen.formatting.edits import Edit, edited_data, edited_tree
from mapgen.formatting.nodes import Tree, read
from mapgen.formatting.order import KeyOrder
from mapgen.formatting.writing import write
from mapgen.source.parser import parse
from mapgen.source.tree import Json


class FormattingError(Exception):
    """The text could not be written without changing what it means: a fault of mapgen, found before it did harm."""


def formatted(data: str | bytes, *, name: str, library: bool = False) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the spec in the one layout, None where it cannot be read, and what is wrong with it as YAML.

    With `library`, it is one, and no spec. FormattingError where the result would not be read as the same data with the
    same comments.
    """
    return _rewritten(data, (), name, library=library)


def edited(data: str | bytes, edits: Sequence[Edit], *, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the spec with new values, in the one layout and with all comments; otherwise as `formatted`."""
    return _rewritten(data, edits, name)


def _rewritten(
    data: str | bytes, edits: Sequence[Edit], name: str, *, library: bool = False
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    source, faults = parse(data, name=name)
    if source is None or any(fault.severity is Severity.ERROR for fault in faults):
        return None, faults
    before = source.text.replace("\r\n", "\n").replace("\r", "\n")
    tree, wanted = read(before), source.data
    comments_of_tree = attach(tree)
    changed = tree
    if edits:
        changed, wanted = edited_tree(tree, edits), edited_data(source.data, edits)
    schema = resources.library_schema() if library else resources.schema()
    after = write(changed, comments_of_tree, KeyOrder(json.loads(schema)))
    again, wrong = parse(after, name=name)
    if again is None or wrong or _exact(again.data) != _exact(wanted) or _said(read(after)) != _said(tree):
        message = "formatting it would change its meaning"
        raise FormattingError(message)
    return after.replace("\n", _line_end(source.text)), faults


def _line_end(text: str) -> str:
    """Return how lines end: as git has checked the file out, where it has for all of them in one way."""
    lines = text.count("\n")
    return "\r\n" if lines and text.count("\r\n") == text.count("\r") == lines else "\n"


def _exact(data: Json) -> str:
    """Return data as text, in which 1, 1.0 and true are not the same."""
    return json.dumps(data, sort_keys=True)


def _said(tree: Tree) -> list[str]:
    return sorted(one.text for one in comments(tree) if one.text)

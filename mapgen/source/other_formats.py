"""Text -> whether it is a file of another kind than a spec, which authors have at hand."""

import re

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.span import Span
from mapgen.lazy import regex

_OUTPUT = regex(r'\{\s*"format"\s*:\s*"mapgen-')
_MERMAID = regex(
    r"(?:---\n.*?\n---\s*)?(?:%%[^\n]*\s*)*"
    r"(?:(?P<journey>journey)\s*\n|(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b|(?:sequenceDiagram|stateDiagram(?:-v2)?|timeline)\s*\n)",
    re.DOTALL,
)
_ROW = regex(r"[^\n:{}\[\]#]*[,;\t][^\n:{}\[\]#]*")
_LOOKED_AT = 2_000
_IMPORT = "`mapgen import FILE -o NAME` makes a spec of it"
_START = "run `mapgen init NAME` for a first spec, and write what it says there"


def other_format(text: str) -> Diagnostic | None:
    """Return what a file is that is no spec: mapgen's own JSON output, a Mermaid diagram or a table."""
    begin = text[:_LOOKED_AT].lstrip("\ufeff \t\n")
    if _OUTPUT.match(begin):
        message = "the file is the JSON output of mapgen, not a spec"
        return _told(message, f"name the spec that it was built from: NAME.journey.yaml; {_IMPORT}")
    if diagram := _MERMAID.match(begin):
        return _told("the file is a Mermaid diagram, not a spec", _IMPORT if diagram["journey"] else _START)
    rows = begin.split("\n")[:2]
    if len(rows) > 1 and all(map(_ROW.fullmatch, rows)):
        return _told("the file is a table (CSV), not a spec", _IMPORT)
    return None


def _told(message: str, hint: str) -> Diagnostic:
    return Diagnostic("not-a-journey", message, span=Span(1, 1, 1, 2), hint=hint)

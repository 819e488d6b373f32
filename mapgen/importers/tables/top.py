"""What stands above a table: its title, and facts of the whole journey, such as the persona."""

import re

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.draft import Draft
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.headers import meaning
from mapgen.importers.tables.items import extend

_LABELED = re.compile(r"([^:\n]{2,40}):\s*(.+)", re.DOTALL)
_TEXTS = frozenset({"title", "summary", "scenario"})


def read_top(grid: CellGrid, rows: range, draft: Draft, remarks: Remarks) -> None:
    """Put what the rows above a table say into a draft."""
    for row in rows:
        texts = [(at, text) for at, text in enumerate(grid.rows[row]) if text]
        if not texts:
            continue
        at, first = texts[0]
        labeled = _LABELED.fullmatch(first)
        label, said = (
            (labeled[1], labeled[2])
            if labeled and len(texts) == 1
            else (first, " ".join(text for _, text in texts[1:]))
        )
        known = meaning(label)
        if said and known and _set(draft, known.field, said):
            continue
        if len(texts) == 1 and "title" not in draft.top:
            draft.top["title"] = " ".join(first.split())
        elif len(texts) == 1 and "summary" not in draft.top:
            draft.top["summary"] = " ".join(first.split())
        else:
            message = f"what stands above the table was left out: {quoted(' '.join(text for _, text in texts))}"
            remarks.dropped(message, grid.place(row, at), group="above")


def _set(draft: Draft, field: str, text: str) -> bool:
    """Set a fact of the whole journey, and return whether there is a key for it."""
    if field in _TEXTS:
        draft.top.setdefault(field, " ".join(text.split()))
    elif field == "personas":
        name, _, about = re.sub(r"\s+[-–—]\s+|\s*[,(]\s*", "\0", " ".join(text.split()), count=1).partition("\0")
        draft.personas.describe(name, about.rstrip(")"))
    elif field == "goal":
        extend(draft.goals, "customer", [" ".join(text.split())])
    elif field == "business_goal":
        extend(draft.goals, "business", [" ".join(text.split())])
    else:
        return False
    return True

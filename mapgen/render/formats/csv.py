"""Drawing -> CSV (RFC 4180): a row for each touchpoint, for a spreadsheet, and for `mapgen import` to read back.

Before a text that a spreadsheet would take for a formula stands a `'`, which an import removes; numbers stay numbers.
"""

import csv
import io

from mapgen.model.journey import Journey
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.stamp import CSV_HEADER, stamped_csv
from mapgen.render.touchpoint_rows import touchpoint_table
from mapgen.spreadsheet import BYTE_ORDER_MARK, guarded


def to_csv(journey: Journey) -> str:
    """Write the touchpoints of a journey, with a header for each column."""
    table = touchpoint_table(journey)
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    for row in ((*table.headers, CSV_HEADER), *((*row, None) for row in table.rows)):
        rows.writerow(guarded(cell) if isinstance(cell, str) else cell for cell in row)
    return stamped_csv(text.getvalue())


def _render(drawing: Drawing) -> str:
    content = to_csv(drawing.journey)
    return BYTE_ORDER_MARK + content if drawing.options.bom else content


FORMAT = Format(".csv", _render)

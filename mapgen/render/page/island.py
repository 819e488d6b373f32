"""Drawing -> the data island: what the page's script knows of the journey, as JSON that cannot end its element."""

import json

from mapgen.render.format import Drawing


def island(drawing: Drawing) -> str:
    """Return the island's text."""
    return safe_json({"id": drawing.map.id})


def safe_json(data: object) -> str:
    r"""Write JSON that may stand in a `<script>` element.

    >>> safe_json({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

"""Nothing -> the script of the page: its files, a concern each, in one scope.

It is the same in each page: what it has to know of the journey it reads from the data island.
"""

from mapgen import resources

NAMES = (
    "page", "state", "things", "details", "matching", "filters", "lanes", "tables",
    "frame", "views", "zoom", "pan", "ground", "main",
)  # fmt: skip
"""The files below `templates/html/scripts/`, in their order: each may use what those before it declare."""


def script() -> str:
    """Return the script."""
    files = "".join(resources.template(f"html/scripts/{name}.js") for name in NAMES)
    return f'"use strict";\n(() => {{\n{files}}})();\n'

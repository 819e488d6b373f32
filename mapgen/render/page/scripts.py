"""Nothing -> the script of the page: its files, a concern each, in one scope.

It is the same in each page: what it has to know of the journey it reads from the data island.
"""

from collections.abc import Iterable

from mapgen import resources

NAMES = (
    "page", "state", "things", "details", "matching", "filters", "trails", "lanes",
    "tables", "frame", "views", "zoom", "pan", "ground", "arrival", "main",
)  # fmt: skip
"""The files below `templates/html/scripts/`, in their order: each may use what those before it declare."""


def script(names: Iterable[str] = NAMES) -> str:
    """Return the script, or one of the named files."""
    files = "".join(_lean(resources.template(f"html/scripts/{name}.js")) for name in names)
    return f'"use strict";\n(() => {{\n{files}}})();\n'


def _lean(text: str) -> str:
    """Leave out what only those who work on the script need: lines of comment, and the margins of the others.

    It goes by lines, so that no text of the script holds one that begins with a comment, nor ends in the next.
    """
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/**")))

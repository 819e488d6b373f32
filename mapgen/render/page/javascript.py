"""The kind of a page -> its script: files, a concern each, in one scope, minified by `make scripts`.

It is the same in each page: what it has to know of the journey it reads from the data island.
"""

from hashlib import sha256

from mapgen import resources

FILES = {
    "page": (
        "page", "state", "things", "details", "matching", "filters", "trails", "observed", "lanes",
        "tables", "frame", "views", "zoom", "pan", "ground", "arrival", "main",
    ),
    "changes": ("page", "ground", "compare"),
}  # fmt: skip
"""The files below `templates/html/scripts/` by page, in their order: each may use what those before it declare."""


def script(page: str = "page") -> str:
    """Return the script of a page; KeyError where there is no such page."""
    return resources.template(f"html/{page}.min.js").partition("\n")[2]


def source(page: str) -> str:
    """Return what the script of a page is made from."""
    files = "".join(resources.template(f"html/scripts/{name}.js") for name in FILES[page])
    return f'"use strict";\n(() => {{\n{files}}})();\n'


def stamp(page: str) -> str:
    """Return the first line of a script's file, which tells what it was made from and is in no page."""
    return f"// Made by `make scripts` from sources with SHA-256 {sha256(source(page).encode()).hexdigest()}"

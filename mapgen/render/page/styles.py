"""Theme -> the style sheet of the page: its files, a concern each, one after the other."""

from collections.abc import Iterable, Mapping

from mapgen import resources
from mapgen.render.formats import svg
from mapgen.render.theme import Theme

NAMES = ("base", "front", "tools", "filters", "map", "trails", "text", "journey", "tables", "panel", "narrow", "print")
"""The files below `templates/html/styles/`, in their order: what comes later wins."""


def sheet(names: Iterable[str] = NAMES) -> str:
    """Return the style sheet, or the named files of it."""
    return "".join(resources.template(f"html/styles/{name}.css") for name in names)


def past() -> str:
    """Return what a page with a history needs beside the style sheet."""
    return resources.template("html/styles/past.css")


def variables(colors: Theme) -> str:
    """Name the theme's colours for the style sheet; each stage has an accent."""
    accents = "".join(f".accent-{n}{{--accent:var(--accent-{n})}}" for n in range(1, 11))
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_named(colors.dark)}}}}}"
    scheme = "light dark" if colors.ground == "both" else colors.ground
    family = "" if colors.font == "Inter" else f"font-family:{svg.stack(colors.font)};"
    own = f":root{{color-scheme:{scheme};{family}{_named(colors.light)}}}"
    return f"{own}{dark if colors.ground == 'both' else ''}{accents}"


def _named(colors: Mapping[str, str]) -> str:
    return "".join(f"--{role}:{color};" for role, color in sorted(colors.items()))

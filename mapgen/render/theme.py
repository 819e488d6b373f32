"""The text of a theme -> a theme: a colour for each role on light and on dark ground, font, corners, patterns.

A theme says what is its own; the rest comes from the theme that it extends, `default` where it names none.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.record import record
from mapgen.render.contrast import TEXT, fitted, mixed, warnings
from mapgen.source.tree import Source

NAMES = ("default", "high-contrast", "print", "dark")
"""The themes that come with mapgen."""

STAGES = 10
"""Stages have so many colours; then they begin again."""

_TINT = 0.06  # of a stage's colour on the paper that it stands on

Ground = Literal["both", "light", "dark"]
Font = Literal["Inter", "system"]
Tree = Mapping[str, Any]
"""A theme as it is written, once the schema has nothing against it."""

Colors = Mapping[str, str]
"""The hex colour with six digits of each role ("ink", "stage-1")."""


@record
class Pattern:
    """What an area is filled with on top of its own colour; `ink` is the role of the colour that it is drawn in."""

    kind: Literal["hatch", "dots"]
    ink: str


@record
class Logo:
    """A picture at the foot of the map; `src` is relative to the folder of the theme."""

    src: str
    alt: str


@record
class Theme:
    """The look of a map.

    `light` is what a map has, `dark` what it has where the reader prefers that; with a `ground` other than "both" the
    two are the same. `radius` is that of cards in pixels, None for the usual one.
    """

    light: Colors
    dark: Colors
    ground: Ground
    font: Font
    radius: float | None
    patterns: Mapping[str, Pattern]
    logo: Logo | None


@cache
def theme(name: str) -> Theme:
    """Return the theme of this name from those that come with mapgen; FileNotFoundError where there is none."""
    return _theme(_whole(name))


def read(source: Source) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return a theme of somebody's own, None where it is none, and all that there is to say about it."""
    from mapgen.schema.validator import check

    faults = check(source, json.loads(resources.theme_schema()))
    if faults or not isinstance(source.data, dict):
        return None, faults
    own = _over(_whole(str(source.data.get("extends", NAMES[0]))), source.data)
    found = _theme(own)
    return found, tuple(warnings(found, source))


def _whole(name: str) -> Tree:
    """Return one of our themes with all that it takes from another."""
    from mapgen.source.parser import parse

    source, _ = parse(resources.template(f"themes/{name}.yaml"), name=name)
    assert source is not None, "a theme that comes with mapgen can be read"  # noqa: S101 - a test reads them all
    assert isinstance(source.data, dict), "and has keys"  # noqa: S101 - the same
    return _over(_whole(str(source.data["extends"])), source.data) if "extends" in source.data else source.data


def _over(base: Tree, own: Tree) -> Tree:
    """Put what a theme says over what it extends."""
    both = {**base, **own, "patterns": {**base.get("patterns", {}), **own.get("patterns", {})}}
    for ground in ("light", "dark"):
        colors = {**base[ground], **own.get(ground, {})}
        palette = dict(_palette(own.get("palette", ()), colors, exact=ground == "light"))
        both[ground] = {**colors, **palette, **own.get(ground, {})}
    return both


def _palette(palette: list[str], colors: Colors, *, exact: bool) -> Iterator[tuple[str, str]]:
    """Give each stage a colour, where there are any; `exact` as they are, else as readable as their text has to be."""
    for index in range(STAGES if palette else 0):
        color = palette[index % len(palette)]
        yield f"stage-{index + 1}", color if exact else fitted(color, colors["on-stage"], colors["ink"], TEXT)


def _theme(tree: Tree) -> Theme:
    ground: Ground = tree.get("ground", "both")
    patterns = tree.get("patterns", {})
    light = _colors(tree["dark" if ground == "dark" else "light"])
    return Theme(
        light=light,
        dark=_colors(tree["dark"]) if ground == "both" else light,
        ground=ground,
        font=tree.get("font", "Inter"),
        radius=tree.get("radius"),
        patterns={role: Pattern(one["kind"], one["with"]) for role, one in patterns.items() if _ours(role)},
        logo=Logo(tree["logo"]["src"], tree["logo"]["alt"]) if "logo" in tree else None,
    )


def _colors(named: Colors) -> Colors:
    """Return the colours of all roles; the text of a stage is as much darker or lighter as reading needs."""
    colors = {role: color.lower() for role, color in named.items() if _ours(role)}
    paper, ink = colors["paper"], colors["ink"]
    accents = {
        f"accent-{number}": fitted(colors[f"stage-{number}"], paper, ink, TEXT) for number in range(1, STAGES + 1)
    }
    tints = {f"tint-{number}": mixed(paper, colors[f"stage-{number}"], _TINT) for number in range(1, STAGES + 1)}
    return {**accents, **tints, **colors}


def _ours(role: str) -> bool:
    """Return whether a key is one of ours; one that begins with x- is the author's."""
    return not role.startswith("x-")

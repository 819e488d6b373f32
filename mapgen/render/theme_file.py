"""The text of a theme -> a theme.

A theme has only what is its own; the rest comes from the theme that it extends, `default` where it names none.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.render.color import brightened, is_gray, luminance, mixed
from mapgen.render.contrast import TEXT, fitted, warnings
from mapgen.render.theme import NAMES, PEOPLE, STAGES, Colors, Ground, Logo, Pattern, Theme
from mapgen.source.tree import Source

_TINT = 0.06  # of a stage's color on the paper behind it
_AREA = 0.2  # of the color of a feeling in an area of the poster
_LOSSES = (1.0, 0.5, 0.33)  # of the color of a bad feeling, for the largest loss and the next ones
_LIGHT = 0.7  # of yellow in the light on a moment of truth, on bright paper
_LIGHT_ON_DARK = 0.2
_WARM = 0.6  # of the color of text in the light on dark paper, where yellow would be olive
_GRAY_LIGHT = 0.2  # of the color of stars, in black and white
_BRIGHT = 0.5
_YELLOW = "#fad045"

Tree = Mapping[str, Any]
"""A theme as it is written, once the schema has nothing against it."""


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
    """Give each stage a color, where there are any; `exact` as they are, else as readable as their text has to be."""
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
    """Return the colors of all roles; the text of a stage is as much darker or lighter as reading needs."""
    colors = {role: color.lower() for role, color in named.items() if _ours(role)}
    paper, ink = colors["paper"], colors["ink"]
    accents = {
        f"accent-{number}": fitted(colors[f"stage-{number}"], paper, ink, TEXT) for number in range(1, STAGES + 1)
    }
    tints = {f"tint-{number}": mixed(paper, colors[f"stage-{number}"], _TINT) for number in range(1, STAGES + 1)}
    areas = {role: mixed(paper, color, share) for role, color, share in _areas(colors)}
    people = {
        f"person-{number}": fitted(colors[f"series-{number}"], paper, ink, TEXT) for number in range(1, PEOPLE + 1)
    }
    area = colors.get("bad-tint", areas["bad-tint"])
    on_area = {f"{role}-on-tint": fitted(colors[role], area, ink, TEXT) for role in ("good", "bad")}
    return {**accents, **tints, **areas, **people, **on_area, **colors}


def _areas(colors: Colors) -> Iterator[tuple[str, str, float]]:
    """Yield what large areas are filled with: the role, the color that is mixed with paper, and its share."""
    yield "good-tint", brightened(colors["good"]), _AREA
    yield "bad-tint", brightened(colors["bad"]), _AREA
    yield from ((f"loss-{number}", colors["bad"], share) for number, share in enumerate(_LOSSES, 1))
    if is_gray(colors["star"]):
        yield "spot", colors["star"], _GRAY_LIGHT
    elif luminance(colors["paper"]) > _BRIGHT:
        yield "spot", mixed(colors["star"], _YELLOW, 0.95), _LIGHT
    else:
        yield "spot", mixed(colors["star"], colors["ink"], _WARM), _LIGHT_ON_DARK


def _ours(role: str) -> bool:
    """Return whether a key is one of ours; one that begins with x- is the author's."""
    return not role.startswith("x-")

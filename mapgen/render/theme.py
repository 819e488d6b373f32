"""The look of a map: a color for each role on light and on dark ground, font, corners, patterns."""

from collections.abc import Mapping
from typing import Literal

from mapgen.record import record

NAMES = ("default", "high-contrast", "print", "dark")
"""The themes that come with mapgen."""

STAGES = 10
"""Stages have so many colors; then they begin again."""

PEOPLE = 5
"""Personas have so many colors; then they begin again."""

Ground = Literal["both", "light", "dark"]
Font = Literal["Inter", "system"]
Colors = Mapping[str, str]
"""The hex color with six digits of each role ("ink", "stage-1")."""


@record
class Pattern:
    """What an area is filled with on top of its own color; `ink` is the role of the color that it is drawn in."""

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

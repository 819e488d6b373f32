"""The text of a theme file -> a theme: a colour for each role, on light and on dark ground."""

import re
from collections.abc import Mapping

from mapgen import resources
from mapgen.record import record
from mapgen.source.parser import parse

_HEX = re.compile(r"#[0-9a-f]{6}")


@record
class Theme:
    """`light` and `dark` map roles ("ink", "stage-1") to hex colours with six digits."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def theme(name: str) -> Theme:
    """Return the theme of this name from those that come with mapgen; FileNotFoundError where there is none."""
    return read(resources.template(f"themes/{name}.yaml"), name)


def read(text: str, name: str) -> Theme:
    """Read a theme; ValueError where it is not one."""
    source, _ = parse(text, name=name)
    if source is None or not isinstance(source.data, dict):
        message = f"theme {name!r} cannot be read"
        raise ValueError(message)
    return Theme(_colors(source.data.get("light"), name), _colors(source.data.get("dark"), name))


def _colors(found: object, name: str) -> dict[str, str]:
    colors = found if isinstance(found, dict) else {}
    for role, color in colors.items():
        if not isinstance(color, str) or not _HEX.fullmatch(color):
            message = f"theme {name!r}: {role} is not a hex colour with six digits"
            raise ValueError(message)
    return colors

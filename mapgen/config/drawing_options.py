"""The options of a drawing, on the command line and in the settings -> the ones to use, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from mapgen.layout.paper import PAPERS
from mapgen.record import replace
from mapgen.render.options import HEADING_LEVELS, SCALES, Flavor, Fonts, Options
from mapgen.terminal.options import unknown_name

WORDS: dict[str, Sequence[str]] = {"flavor": get_args(Flavor), "paper": PAPERS, "fonts": get_args(Fonts)}
"""The options that accept one of some words."""

WIDTHS = (320, 100_000)
"""The least and the largest width of a drawing in pixels."""

FLAGS = ("with-history", "appendix", "bom")
"""The options that are on or off."""

_EXAMPLES = {"width": 840, "scale": 2, "heading-level": 2}
_RANGES: Mapping[str, tuple[float, float]] = {"width": WIDTHS, "scale": SCALES, "heading-level": HEADING_LEVELS}


def check(name: str, value: object) -> tuple[str, str | None] | None:
    """Return what is wrong with the value of a setting, and a hint where there is one; None if it is right."""
    if name in FLAGS:
        return None if isinstance(value, bool) else ("must be true or false", f"write {name} = true or {name} = false")
    if name in WORDS:
        if not isinstance(value, str):
            return "must be a string", f'write {name} = "{WORDS[name][0]}"'
        wrong = unknown_name(value, "value" if name == "fonts" else name, WORDS[name])
        return (f"is wrong: {wrong}", None) if wrong else None
    low, high = _RANGES[name]
    whole = isinstance(low, int)
    if isinstance(value, int if whole else int | float) and not isinstance(value, bool) and low <= value <= high:
        return None
    noun = "whole number" if whole else "number"
    return f"is not a {noun} from {low:,g} to {high:,g}", f"write {name} = {_EXAMPLES[name]}"


def merged(settings: Mapping[str, object], given: Mapping[str, object] = MappingProxyType({})) -> Options:
    """Return the options of a drawing: those that were `given` on the command line, else those of the `settings`.

    A width on the command line wins over a paper in the settings, with which it would have no effect.
    """
    options = dict(settings)
    if given.get("width") is not None:
        options["paper"] = None
    options |= {name: value for name, value in given.items() if value is not None}
    return replace(Options(), **{name: value for name, value in options.items() if value is not None})

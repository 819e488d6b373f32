"""A theme -> which of its colors are too close to each other to be read or seen, by WCAG 2.2 AA."""

from collections.abc import Iterator
from math import floor
from typing import NamedTuple

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key
from mapgen.record import record
from mapgen.render.color import luminance, mixed
from mapgen.render.theme import Colors, Theme
from mapgen.source.tree import Source

TEXT = 4.5
"""The least contrast of text with its ground, to 1 (success criterion 1.4.3)."""

GRAPHIC = 3.0
"""The least contrast of a shape that has to be seen (1.4.11)."""

_STEPS = 32


@record
class Pair:
    """What stands on what: a role of text or shapes, and the role of its ground."""

    role: str
    ground: str
    least: float


def _pairs(least: float, table: str) -> Iterator[Pair]:
    """Read a table: on each line roles, a bar, and the grounds on which each of them stands."""
    for line in table.strip().splitlines():
        roles, grounds = (part.split() for part in line.split("|"))
        for role in roles:
            yield from (Pair(role, ground, least) for ground in grounds)


PAIRS: tuple[Pair, ...] = (
    *_pairs(
        TEXT,
        """
        ink soft                | paper panel good-soft bad-soft zone-good zone-bad
        muted link              | paper panel good-soft bad-soft
        good                    | paper good-soft
        bad                     | paper bad-soft
        star                    | paper
        accent-1 accent-2 accent-3 accent-4 accent-5 | paper
        accent-6 accent-7 accent-8 accent-9 accent-10 | paper
        on-stage                | stage-1 stage-2 stage-3 stage-4 stage-5
        on-stage                | stage-6 stage-7 stage-8 stage-9 stage-10
        """,
    ),
    *_pairs(
        GRAPHIC,
        """
        muted                   | zone-good zone-bad
        score-1 score-2 score-3 score-4 score-5 | zone-good zone-bad paper
        series-1 series-2 series-3 series-4 series-5 | zone-good zone-bad paper
        bar good bad            | track paper
        stage-1 stage-2 stage-3 stage-4 stage-5 | paper
        stage-6 stage-7 stage-8 stage-9 stage-10 | paper
        """,
    ),
)
"""All that stands on something else in a map, once."""


class Weak(NamedTuple):
    """A pair whose contrast is too low, with the colors that it has; `ground` is "light" or "dark"."""

    pair: Pair
    ground: str
    ratio: float
    color: str
    below: str


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21.

    >>> round(contrast("#000000", "#ffffff")), round(contrast("#767676", "#ffffff"), 2)
    (21, 4.54)
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def fitted(color: str, against: str, toward: str, least: float) -> str:
    """Return a color, mixed with as little as possible of `toward` to have the least contrast with `against`.

    >>> fitted("#4f46e5", "#ffffff", "#111827", TEXT)
    '#4f46e5'
    >>> fitted("#93b4ff", "#ffffff", "#111827", TEXT)
    '#5e75a7'
    """
    tried = (mixed(color, toward, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in tried if contrast(one, against) >= least), toward)


def weak(theme: Theme) -> Iterator[Weak]:
    """Yield the pairs of a theme whose contrast is too low, on each ground that it has."""
    for name, colors in (("light", theme.light), ("dark", theme.dark)):
        if theme.ground in {"both", name}:
            yield from _weak(theme, name, colors)


def warnings(theme: Theme, source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each role that stands on something too much like it, where that is worst."""
    worst: dict[tuple[str, str], Weak] = {}
    for found in weak(theme):
        about = found.pair.ground if found.pair.role == "on-stage" else found.pair.role
        known = worst.setdefault((found.ground, about), found)
        if found.ratio / found.pair.least < known.ratio / known.pair.least:
            worst[found.ground, about] = found
    told: set[str] = set()
    for found in worst.values():
        one = _warning(found, source)
        if one.pointer not in told or one.span is None:  # a color of a palette that comes again is told once
            told.add(one.pointer)
            yield one


def _weak(theme: Theme, name: str, colors: Colors) -> Iterator[Weak]:
    for pair in PAIRS:
        pattern = theme.patterns.get(pair.ground)
        for below in (pair.ground, *((pattern.ink,) if pattern else ())):
            ratio = contrast(colors[pair.role], colors[below])
            if ratio < pair.least:
                yield Weak(Pair(pair.role, below, pair.least), name, ratio, colors[pair.role], colors[below])


def _warning(found: Weak, source: Source) -> Diagnostic:
    role, below = found.pair.role, found.pair.ground
    pointers = [pointer for one in (role, below) for pointer in _pointers(one, found.ground, source)]
    pointer = next((one for one in pointers if one in source.values), "")
    what = "text" if found.pair.least == TEXT else "a shape"
    ratio = f"{floor(found.ratio * 100) / 100:.2f}"
    return Diagnostic(
        "low-contrast",
        f"on a {found.ground} background, {key(role)} on {key(below)} ({found.color} on {found.below}) has a contrast"
        f" of {ratio}:1; {what} needs {found.pair.least:g}:1",
        Severity.WARNING,
        source.locate(pointer),
        _hint(found, own=pointer in _pointers(role, found.ground, source)),
        pointer,
    )


def _pointers(role: str, ground: str, source: Source) -> tuple[str, ...]:
    """Return where a theme may say a role's color."""
    palette = source.data.get("palette") if isinstance(source.data, dict) else None
    kind, _, number = role.partition("-")
    if kind in {"stage", "accent"} and isinstance(palette, list) and palette:
        return f"/{ground}/{role}", f"/{ground}/stage-{number}", f"/palette/{(int(number) - 1) % len(palette)}"
    return f"/{ground}/{role}", f"/{ground}/stage-{number}" if kind == "accent" else f"/{ground}/{role}"


def _hint(found: Weak, *, own: bool) -> str:
    """Return a hint with the nearest color that has enough contrast, for the color that the author chose."""
    moved, fixed, role = found.color, found.below, found.pair.role
    if not own:
        moved, fixed, role = found.below, found.color, found.pair.ground
    lighter = luminance(moved) > luminance(fixed)
    ends = ("#ffffff", "#000000") if lighter else ("#000000", "#ffffff")
    end = next((one for one in ends if contrast(one, fixed) >= found.pair.least), ends[0])
    return f'use "{fitted(moved, fixed, end, found.pair.least)}" for {key(role)}'

"""The map of both versions -> the same with what matters first on top: the verdict, and the figures then and now."""

from collections.abc import Iterable, Iterator

from mapgen.blocks import Text
from mapgen.composition import Map
from mapgen.diff.wording import DescribedComparison
from mapgen.header import Figure, Sign
from mapgen.layout.badges import EFFECTS, SIGNS
from mapgen.record import replace
from mapgen.render.diff.drawing.annotations import Annotation
from mapgen.words import Words

MOST = 6
"""Changes that belong to no place of the map, told on top."""

_MARK = "\N{RIGHT-TO-LEFT MARK}"
ARROWS = {"ltr": " \N{RIGHTWARDS ARROW} ", "rtl": f" {_MARK}\N{LEFTWARDS ARROW}{_MARK} "}
"""From then to now; what stands on its sides may be Latin, and still reads from the right."""


def headed(map_: Map, old: Map, told: DescribedComparison, between: tuple[str, str], homeless: tuple[str, ...]) -> Map:
    """Say on top what changed as a whole; `between` is what the two versions are called."""
    words = Words(map_.language)
    arrow = ARROWS[map_.direction]
    compared = Text(text=arrow.join(between), label=words("compared"))
    lens = replace(
        map_.lens,
        summary=capital(told.verdict),
        facts=(compared, *_said(homeless, words), *map_.lens.facts),
        figures=tuple(_figures(old.lens.figures, map_.lens.figures, arrow)),
    )
    return replace(map_, lens=lens, story=f"{capital(told.verdict)}. {map_.story}")


def signed(map_: Map, marks: Iterable[Annotation]) -> Map:
    """Explain in the legend the signs that are used."""
    words = Words(map_.language)
    used = {mark.sign for mark in marks} | {mark.effect for mark in marks}
    curved = any(row.axis and row.axis.before_name for row in map_.grid.rows)
    signs = [sign for sign in (*SIGNS, *EFFECTS) if sign in used] + (["before"] if curved else [])
    return replace(map_, legend=(*(Sign(sign, words(f"sign-{sign}")) for sign in signs), *map_.legend))


def capital(text: str) -> str:
    """Begin a sentence.

    >>> capital("better: 2 touchpoints feel better")
    'Better: 2 touchpoints feel better'
    """
    return text[:1].upper() + text[1:]


def _said(homeless: tuple[str, ...], words: Words) -> Iterator[Text]:
    """Report changes that have no place, the first few of many."""
    for sentence in homeless[:MOST]:
        yield Text(text=sentence, label=words("as-a-whole"))
    if len(homeless) > MOST:
        yield Text(text=f"+ {words.number(len(homeless) - MOST)}", label=words("as-a-whole"))


def _figures(old: tuple[Figure, ...], new: tuple[Figure, ...], arrow: str) -> Iterator[Figure]:
    """Report each figure now, and what it was where that was another one."""
    before = {figure.label: figure.value for figure in old}
    for figure in new:
        was = before.get(figure.label, figure.value)
        yield figure if was == figure.value else replace(figure, value=f"{was}{arrow}{figure.value}")

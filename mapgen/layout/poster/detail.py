"""How much a poster shows: the most detail that fits its sheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, Protocol, TypeVar

from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.head import Summary
from mapgen.layout.poster.pains import Remedies
from mapgen.layout.poster.parts import Names
from mapgen.layout.poster.people import People
from mapgen.layout.poster.volumes import River
from mapgen.layout.text import Style
from mapgen.record import record, replace


@record
class Detail:
    """How much a poster shows; each step of `STEPS` shows less.

    `top` and `margin` are the heights above and below all bands. `opening_lines` and `voice_lines` are the most lines
    of the scenario and of a thought. `hidden` are the parts that
    nobody wants.
    """

    gap: float = s.GAP
    top: float = s.TOP
    margin: float = s.BOTTOM
    people: People = "roomy"
    summary: Summary = "roomy"
    opening_lines: int = 5
    voice_lines: int = 4
    names: Names = "by-stage"
    remedies: Remedies = "below"
    volumes: Literal[River, "none"] = "all"
    voices: bool = True
    pains: bool = True
    titles: tuple[Style, ...] = s.TITLES[:2]
    hidden: frozenset[str] = frozenset()


Step = Mapping[str, object]

STEPS: tuple[Step, ...] = (
    {"gap": s.GAP_DENSE, "top": s.TOP_DENSE, "margin": s.BOTTOM_DENSE},
    {"names": "abreast"},
    {"people": "low"},
    {"summary": "dense"},
    {"remedies": "beside"},
    {"volumes": "first"},
    {"opening_lines": 3},
    {"voice_lines": 3},
    {"voice_lines": 2},
    {"volumes": "low"},
    {"people": "names"},
    {"names": "all"},
    {"volumes": "dense"},
    {"people": "legend"},
    {"volumes": "none"},
    {"summary": "none"},
    {"names": "notable"},
    {"remedies": "none"},
    {"names": "none"},
    {"voices": False},
    {"pains": False},
    *({"titles": (title,)} for title in s.TITLES[1:]),
)
"""What is reduced if the content does not fit, the least important first."""


_ONLY_GAPS: tuple[list[int], ...] = ([], [0], [1, 0])
"""Steps that are no reason to prefer other columns."""


class Sized(Protocol):
    """Something with a height."""

    @property
    def height(self) -> float: ...  # noqa: D102 - told above


T = TypeVar("T", bound=Sized)


def most_detailed(arrange: Callable[[PosterColumns, Detail], T], high: float, choices: Iterable[PosterColumns]) -> T:
    """Return the arrangement with the most detail that is at most so high, with the columns that allow for it.

    `choices` are the columns to choose from, those that are preferred if the detail is the same first. Steps are
    taken in order until the content fits. A step that turns out not to be needed, because a later one made room, is
    taken back, the most important first.
    """
    found: list[tuple[list[int], T, PosterColumns]] = []
    for columns in choices:
        found.append((*_fitted(arrange, high, columns), columns))
        if found[-1][0] in _ONLY_GAPS:
            break
    steps, best, columns = min(found, key=lambda one: one[0])
    return _loosened(arrange, high, columns, steps, best) if 0 in steps else best


def _loosened(
    arrange: Callable[[PosterColumns, Detail], T], high: float, columns: PosterColumns, steps: Sequence[int], best: T
) -> T:
    """Give the height that is left to the top, so that it is not much narrower than the sides, then to the gaps."""
    detail, wide = _detail(steps), _detail([step for step in steps if step])
    more = arrange(columns, wide).height - best.height - (wide.top - detail.top)
    left = high - best.height
    top = min(wide.top, detail.top + int(left))
    share = (left - (top - detail.top)) / more if more > 0 else 0.0
    gap = detail.gap + int(share * (wide.gap - detail.gap))
    margin = detail.margin + int(share * (wide.margin - detail.margin))
    looser = arrange(columns, replace(detail, top=top, gap=gap, margin=margin))
    return looser if looser.height <= high else best


def _fitted(arrange: Callable[[PosterColumns, Detail], T], high: float, columns: PosterColumns) -> tuple[list[int], T]:
    """Return the arrangement with the most detail that fits, with the steps that it takes, the most important first."""
    for count in range(len(STEPS) + 1):
        steps = list(reversed(range(count)))
        best = arrange(columns, _detail(steps))
        if best.height <= high:
            break
    for step in steps[1:]:
        fewer = [one for one in steps if one != step]
        trial = arrange(columns, _detail(fewer))
        if trial.height <= high:
            steps, best = fewer, trial
    return steps, best


def _detail(steps: Iterable[int]) -> Detail:
    detail = Detail()
    for step in sorted(steps):
        detail = replace(detail, **STEPS[step])
    return detail

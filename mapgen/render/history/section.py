"""Drawing, HistoryReport -> the history section of a page: the chart, the figures, and the changes of each version."""

from collections.abc import Iterator

from mapgen.diff.history import CommitInfo, HistoryStep
from mapgen.diff.wording import DescribedComparison
from mapgen.diff.wording.sentence import plain
from mapgen.layout.scene import Scene
from mapgen.record import record
from mapgen.render.diff.formats.text import SIGNS
from mapgen.render.drawing import Drawing
from mapgen.render.formats.svg import EMPTY, direction, number, sized
from mapgen.render.history.picture import pictured
from mapgen.render.history.report import (
    HistoryReport,
    columns,
    courses,
    is_observed,
    period_columns,
    period_rows,
    rows,
    time_keys,
)
from mapgen.render.markup import Xml, xml
from mapgen.render.page.inheritance import shared
from mapgen.render.page.picture import FALLBACK, Painter
from mapgen.words import Words


@record
class VersionChapter:
    """What a version changed in a stage, None for the journey as a whole: sentences, each with its sign."""

    stage: str | None
    changes: tuple[tuple[str, str], ...]


@record
class HistoryEntry:
    """A version. `state` is "first", "changed", "same" or "wrong"; `verdict` says of a changed one what it means."""

    moment: CommitInfo
    state: str
    verdict: str
    chapters: tuple[VersionChapter, ...]


@record
class HistorySection:
    """The history in a page. `svg` takes its colors from `style`; the table's first two columns are day and commit."""

    svg: Xml
    style: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    period_columns: tuple[str, ...]
    period_rows: tuple[tuple[str, ...], ...]
    courses: tuple[tuple[str, str], ...]
    entries: tuple[HistoryEntry, ...]


def section(drawing: Drawing, chronicle: HistoryReport) -> HistorySection:
    """Report a history that has a version without errors."""
    words = Words(drawing.journey.language)
    shown = pictured(drawing, chronicle, titled=False)
    painter = Painter(shown.scene, shown.theme, shown, root=Xml("mapgen-past"))
    svg = _svg(painter, shown.scene)
    steps = zip(chronicle.moments, chronicle.history.steps, strict=True)
    return HistorySection(
        svg=svg,
        style=painter.style(),
        columns=_columns(chronicle, words),
        rows=tuple(rows(chronicle, words, words("version-with-errors"))),
        period_columns=period_columns(chronicle, words),
        period_rows=tuple(period_rows(chronicle, words)),
        courses=tuple(courses(chronicle, words)),
        entries=tuple(_entry(moment, step) for moment, step in steps),
    )


def _svg(painter: Painter, scene: Scene) -> Xml:
    picture = Xml('<svg id="{}" {} viewBox="0 0 {} {}"{} role="img" aria-label="{}" font-family="{}">{}{}</svg>').fill(
        painter.root,
        sized(scene.width, scene.height),
        number(scene.width),
        number(scene.height),
        direction(scene),
        xml(scene.story),
        xml(FALLBACK),
        painter.patterns(),
        EMPTY.joined(painter.items(scene.items)),
    )
    return shared(picture)


def _columns(chronicle: HistoryReport, words: Words) -> tuple[str, ...]:
    """Return the titles of the table of figures, in the language of the map."""
    before = (words("date"), words("commit"), words("lowest-moment"))
    behind = (words("open-pain-points"), words("closed-pain-points"), words("reach-last-stage"), words("evidence"))
    seen = (words("as-planned"),) if is_observed(chronicle) else ()
    found = (*before, *chronicle.history.stages.values(), *behind, *seen, *map(words, time_keys(chronicle)))
    assert len(found) == len(columns(chronicle)), "the same figures in every format"  # noqa: S101 - they share the rows
    return found


def _entry(moment: CommitInfo, step: HistoryStep) -> HistoryEntry:
    if step.figures is None:
        return HistoryEntry(moment, "wrong", "", ())
    if step.told is None:
        return HistoryEntry(moment, "first", "", ())
    chapters = tuple(_chapters(step.told))
    return HistoryEntry(moment, "changed" if chapters else "same", step.told.verdict, chapters)


def _chapters(told: DescribedComparison) -> Iterator[VersionChapter]:
    for part in told.sections:
        yield VersionChapter(part.stage, tuple((SIGNS[one.change.what], plain(one.sentence)) for one in part.changes))

"""Drawing, Chronicle -> what a page tells of the history: the picture, the figures, and what each version changed."""

from collections.abc import Iterator

from mapgen.diff.history import Moment, Step
from mapgen.diff.telling import Told
from mapgen.diff.telling.sentence import plain
from mapgen.layout.scene import Scene
from mapgen.record import record
from mapgen.render.changes.formats.text import SIGNS
from mapgen.render.format import Drawing
from mapgen.render.formats.svg import EMPTY, direction, number, sized
from mapgen.render.histories.chronicle import Chronicle, columns, courses, rows
from mapgen.render.histories.picture import pictured
from mapgen.render.markup import Xml, xml
from mapgen.render.page.picture import Painter
from mapgen.words import Words


@record
class Chapter:
    """What a version changed in a stage, None for the journey as a whole: sentences, each with its sign."""

    stage: str | None
    changes: tuple[tuple[str, str], ...]


@record
class Entry:
    """A version. `state` is "first", "changed", "same" or "wrong"; `verdict` says of a changed one what it means."""

    moment: Moment
    state: str
    verdict: str
    chapters: tuple[Chapter, ...]


@record
class Section:
    """The history in a page. `svg` takes its colours from `style`; the table's first two columns are day and commit."""

    svg: Xml
    style: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    courses: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]


def section(drawing: Drawing, chronicle: Chronicle) -> Section:
    """Tell a history that has a version without errors."""
    words = Words(drawing.journey.language)
    shown = pictured(drawing, chronicle)
    painter = Painter(shown.scene, shown.theme, shown)
    svg = _svg(painter, shown.scene)
    steps = zip(chronicle.moments, chronicle.history.steps, strict=True)
    return Section(
        svg=svg,
        style=painter.rules("var(--{})".format),
        columns=_columns(chronicle, words),
        rows=tuple(rows(chronicle, words, words("version-with-errors"))),
        courses=tuple(courses(chronicle, words)),
        entries=tuple(_entry(moment, step) for moment, step in steps),
    )


def _svg(painter: Painter, scene: Scene) -> Xml:
    return Xml('<svg id="{}" {} viewBox="0 0 {} {}"{} role="img" aria-label="{}">{}{}</svg>').fill(
        xml(painter.root),
        sized(scene.width, scene.height),
        number(scene.width),
        number(scene.height),
        direction(scene),
        xml(scene.story),
        painter.patterns(),
        EMPTY.joined(painter.items(scene.items)),
    )


def _columns(chronicle: Chronicle, words: Words) -> tuple[str, ...]:
    """Return the titles of the table of figures, in the language of the map."""
    before = (words("date"), words("commit"), words("lowest-moment"))
    behind = (words("open-pain-points"), words("closed-pain-points"), words("overall-conversion"), words("evidence"))
    found = (*before, *chronicle.history.stages.values(), *behind)
    assert len(found) == len(columns(chronicle)), "the same figures in every format"  # noqa: S101 - they share the rows
    return found


def _entry(moment: Moment, step: Step) -> Entry:
    if step.figures is None:
        return Entry(moment, "wrong", "", ())
    if step.told is None:
        return Entry(moment, "first", "", ())
    chapters = tuple(_chapters(step.told))
    return Entry(moment, "changed" if chapters else "same", step.told.verdict, chapters)


def _chapters(told: Told) -> Iterator[Chapter]:
    for part in told.sections:
        yield Chapter(part.stage, tuple((SIGNS[one.change.what], plain(one.sentence)) for one in part.changes))

"""Chronicle -> Markdown: the figures as a table, the metrics, and what each version changed, folded."""

from collections.abc import Iterator, Sequence

from mapgen.diff.history import Moment, Step
from mapgen.diff.telling import Told
from mapgen.render.changes.formats.md import code, said
from mapgen.render.changes.summary import STAGE_OF_ALL, UNREADABLE
from mapgen.render.histories.chronicle import Chronicle, HistoryFormat, columns, courses, rows
from mapgen.render.markdown import Markdown

_ESCAPE = Markdown()


def render(chronicle: Chronicle) -> str:
    """Write a chronicle."""
    return "\n".join(_lines(chronicle)) + "\n"


def _lines(chronicle: Chronicle) -> Iterator[str]:
    yield f"# {_ESCAPE.heading(chronicle.history.title or chronicle.name)}"
    yield ""
    yield f"{code(chronicle.name)}: {chronicle.lead}"
    yield ""
    yield from _table(columns(chronicle), list(rows(chronicle)))
    metrics = list(courses(chronicle))
    if metrics:
        yield ""
        yield from _table(("Metric", "Values"), metrics)
    for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
        yield ""
        yield from _step(moment, step)


def _step(moment: Moment, step: Step) -> Iterator[str]:
    yield f"## {moment.date}: {_ESCAPE.heading(moment.subject or moment.commit)}"
    yield ""
    yield f"{code(moment.commit)}, {_ESCAPE.inline(moment.author)}"
    yield ""
    if moment.was:
        yield f"It was {code(moment.was)}."
        yield ""
    if step.figures is None:
        yield UNREADABLE
    elif step.told is None:
        yield "The first one that is told of."
    else:
        yield f"**{_ESCAPE.line(step.told.verdict)}**"
        yield from _changes(step.told)


def _changes(told: Told) -> Iterator[str]:
    for section in told.sections:
        yield ""
        yield f"**{_ESCAPE.heading(section.stage or STAGE_OF_ALL)}**"
        yield ""
        yield from (f"- {said(one.sentence)}" for one in section.changes)


def _table(titles: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    for line in (titles, ["---"] * len(titles), *lines):
        yield f"| {' | '.join(cell if cell == '---' else _ESCAPE.cell(cell) for cell in line)} |"


FORMAT = HistoryFormat(suffix=".md", render=render)

"""HistoryReport -> Markdown: the figures as a table, the metrics, and what each version changed, folded."""

from collections.abc import Iterable, Iterator

from mapgen.diff.history import CommitInfo, HistoryStep
from mapgen.diff.wording import DescribedComparison
from mapgen.render.diff.formats.md import said
from mapgen.render.diff.summary import STAGE_OF_ALL, UNREADABLE
from mapgen.render.history.report import HistoryReport, columns, courses, period_columns, period_rows, rows
from mapgen.render.markdown import Markdown, Md, table
from mapgen.render.report_format import ReportFormat

_ESCAPE = Markdown()


def render(chronicle: HistoryReport) -> Md:
    """Write a chronicle."""
    return Md("{}\n").fill(Md("\n").joined(_lines(chronicle)))


def _lines(chronicle: HistoryReport) -> Iterator[Md]:
    yield Md("# {}").fill(_ESCAPE.heading(chronicle.history.title or chronicle.name))
    yield Md()
    yield Md("{}: {}").fill(_ESCAPE.code(chronicle.name), _ESCAPE.inline(chronicle.lead))
    yield Md()
    yield _table(columns(chronicle), rows(chronicle))
    metrics = list(courses(chronicle))
    if metrics:
        yield Md()
        yield _table(("Metric", "Values"), metrics)
    if titles := period_columns(chronicle):
        yield Md()
        yield _table(titles, period_rows(chronicle))
    for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
        yield Md()
        yield from _step(moment, step)


def _step(moment: CommitInfo, step: HistoryStep) -> Iterator[Md]:
    yield Md("## {}").fill(_ESCAPE.heading(f"{moment.date}: {moment.subject or moment.commit}"))
    yield Md()
    yield Md("{}, {}").fill(_ESCAPE.code(moment.commit), _ESCAPE.inline(moment.author))
    yield Md()
    if moment.was:
        yield Md("It was {}.").fill(_ESCAPE.code(moment.was))
        yield Md()
    if step.figures is None:
        yield _ESCAPE.line(UNREADABLE)
    elif step.told is None:
        yield Md("The first version shown.")
    else:
        yield Md("**{}**").fill(_ESCAPE.heading(step.told.verdict))
        yield from _changes(step.told)


def _changes(told: DescribedComparison) -> Iterator[Md]:
    for section in told.sections:
        yield Md()
        yield Md("**{}**").fill(_ESCAPE.heading(section.stage or STAGE_OF_ALL))
        yield Md()
        yield from (Md("- {}").fill(said(one.sentence)) for one in section.changes)


def _table(titles: Iterable[str], lines: Iterable[Iterable[str]]) -> Md:
    return table(map(_ESCAPE.inline, titles), (map(_ESCAPE.inline, line) for line in lines))


FORMAT = ReportFormat(suffix=".md", render=render)

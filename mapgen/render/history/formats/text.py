"""HistoryReport -> a table of figures, the metrics, and what each version changed, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.terminal import in_cells, visible
from mapgen.diff.history import CommitInfo, HistoryStep
from mapgen.render.diff.formats.text import told_lines
from mapgen.render.diff.summary import UNREADABLE
from mapgen.render.history.report import HistoryReport, columns, courses, period_columns, period_rows, rows
from mapgen.render.report_format import ReportFormat

_GAP = "  "


def render(chronicle: HistoryReport) -> str:
    """Write a chronicle."""
    return inert_text("\n".join(_lines(chronicle)) + "\n")


def _lines(chronicle: HistoryReport) -> Iterator[str]:
    yield f"# {visible(chronicle.name)}: {chronicle.lead}"
    yield ""
    yield from _table([columns(chronicle), *rows(chronicle)])
    metrics = list(courses(chronicle))
    if metrics:
        yield ""
        yield from (f"  [{visible(name)}] {visible(course)}" for name, course in metrics)
    if titles := period_columns(chronicle):
        yield ""
        yield from _table([titles, *period_rows(chronicle)])
    for moment, step in zip(chronicle.moments, chronicle.history.steps, strict=True):
        yield ""
        yield from _step(moment, step)


def _step(moment: CommitInfo, step: HistoryStep) -> Iterator[str]:
    yield f"# {moment.date} {moment.commit} {visible(moment.author)}: {visible(moment.subject)}"
    if moment.was:
        yield f"  it was {visible(moment.was)}"
    if step.figures is None:
        yield f"  {UNREADABLE}"
    elif step.told is None:
        yield "  the first version shown"
    else:
        yield f"  {visible(step.told.verdict)}"
        yield from told_lines(step.told)


def _table(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Set cells under each other; the figures stand to the right."""
    cells = [[in_cells(cell) for cell in line] for line in lines]
    widths = [max(width for _, width in column) for column in zip(*cells, strict=True)]
    for line in cells:
        yield "  " + _GAP.join(_set(line, widths)).rstrip()


def _set(line: Iterable[tuple[str, int]], widths: Iterable[int]) -> Iterator[str]:
    for number, ((text, width), wide) in enumerate(zip(line, widths, strict=True)):
        blank = " " * (wide - width)
        yield text + blank if number <= 1 else blank + text


FORMAT = ReportFormat(suffix=".txt", render=render)

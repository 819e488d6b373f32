"""Report -> lines for a terminal.

Each line of a change begins with a sign of ours, so that nothing the author wrote can be taken for a command to a CI
service: + came, - went, > moved, ~ changed.
"""

from collections.abc import Iterator

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.terminal import visible
from mapgen.diff.changes import Change
from mapgen.diff.wording import DescribedComparison
from mapgen.diff.wording.sentence import plain
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.diff.summary import STAGE_OF_ALL, lead
from mapgen.render.report_format import ReportFormat

SIGNS = {"added": "+", "removed": "-", "moved": ">", "changed": "~", "reordered": ">"}
"""What a line of a change begins with."""


def render(report: DiffReport) -> str:
    """Write a report."""
    blocks = ["\n".join(_entry(entry)) for entry in report.entries]
    if not blocks:
        blocks = [f"no changes between {visible(report.old)} and {visible(report.new)}"]
    return inert_text("\n\n".join(blocks) + "\n")


def _entry(entry: SpecReport) -> Iterator[str]:
    name = visible(entry.name)
    yield f"# {name}" + (f" (was {visible(entry.old_name)})" if entry.old_name else "")
    yield f"  {visible(lead(entry))}"
    if entry.told:
        yield from told_lines(entry.told)


def told_lines(told: DescribedComparison) -> Iterator[str]:
    """Yield a line for each change, under its stage."""
    for section in told.sections:
        yield ""
        yield f"  [{visible(section.stage) if section.stage else STAGE_OF_ALL}]"
        for one in section.changes:
            yield f"  {_sign(one.change)} {visible(plain(one.sentence))}"
    if told.idle:
        yield ""
        yield "  [Opportunities without effect in the plan]"
        for name in told.idle:
            yield f"  ? {visible(name)}"


def _sign(change: Change) -> str:
    return SIGNS[change.what]


FORMAT = ReportFormat(suffix=".txt", render=render)

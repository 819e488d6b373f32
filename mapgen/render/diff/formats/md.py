"""Report -> Markdown for the comment of a pull request: what matters to the customer on top, the rest folded.

GitHub takes no comment of more than 65,536 characters. What would not fit is counted, not shown.
"""

from collections.abc import Iterable

from mapgen.diff.changes import Level
from mapgen.diff.wording import DescribedChange, DescribedSection
from mapgen.diff.wording.sentence import Sentence, plain
from mapgen.record import record
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.render.diff.summary import STAGE_OF_ALL, counted, lead, title
from mapgen.render.markdown import Markdown, Md
from mapgen.render.report_format import ReportFormat

LARGEST = 65_000
"""Characters, as GitHub counts them, in UTF-16; a little less than it takes."""

SHOWN = 15
"""Changes that stand open above the folded ones."""

MARK = Md("<!-- mapgen diff -->")
"""By this, whoever writes a comment finds the one that it wrote before."""

_ESCAPE = Markdown()
_ROOM = 200  # for the line that says how much is left out
_IDLE = Md("Opportunities without effect in the plan")
_CLOSE = Md("</details>")


def render(report: DiffReport) -> Md:
    """Write a report."""
    page = _BoundedPage()
    page.add(MARK)
    if not report.entries:
        versions = map(_ESCAPE.code, (report.old, report.new))
        page.add(Md("No journey changed between {} and {}.").fill(*versions))
    for entry in report.entries:
        _entry(page, entry)
    return page.text()


class _BoundedPage:
    """Lines, as long as there is room."""

    def __init__(self) -> None:
        self._lines: list[Md] = []
        self._size = 0
        self._left_out = 0
        self._folded = False

    def add(self, line: Md, *, changes: int = 0, folds: bool | None = None) -> None:
        """Add a line that tells so many changes, and perhaps begins or ends what is folded."""
        size = len(line.encode("utf-16-le")) // 2 + 1
        if folds is not False and (self._left_out or self._size + size > LARGEST - _ROOM):
            self._left_out += changes
            return
        if folds is False and not self._folded:
            return
        self._folded = self._folded if folds is None else folds
        self._lines.append(line)
        self._size += size

    def text(self) -> Md:
        """Return the page."""
        if self._left_out:
            left = _ESCAPE.inline(counted(self._left_out, "more change is", "more changes are"))
            self._lines += [Md(), Md("_{} omitted; run `mapgen diff` to see all._").fill(left)]
        return Md("{}\n").fill(Md("\n").joined(self._lines))


@record
class _Group:
    """Changes under one heading."""

    heading: str
    changes: tuple[DescribedChange, ...]


def _entry(page: _BoundedPage, entry: SpecReport) -> None:
    """Write what became of a spec."""
    page.add(Md())
    page.add(Md("### {}").fill(_ESCAPE.heading(title(entry))))
    page.add(Md())
    was = Md(" (was {})").fill(_ESCAPE.code(entry.old_name)) if entry.old_name else Md()
    page.add(Md("**{}**").fill(_ESCAPE.heading(lead(entry))), changes=int(entry.state in {"added", "removed"}))
    page.add(Md())
    page.add(Md("{}{}").fill(_ESCAPE.code(entry.name), was), changes=int(entry.old_name is not None))
    if entry.told is None:
        return
    top, rest = _parted(entry.told.sections)
    _groups(page, top)
    more = sum(len(group.changes) for group in rest)
    if more or entry.told.idle:
        page.add(Md())
        page.add(Md("<details><summary>{}</summary>").fill(_folded_title(more, open_too=bool(top))), folds=True)
        _groups(page, rest)
        _idle(page, entry.told.idle)
        page.add(Md(), folds=None)
        page.add(_CLOSE, folds=False)


def _folded_title(more: int, *, open_too: bool) -> Md:
    if not more:
        return _IDLE
    return _ESCAPE.inline(counted(more, "more change" if open_too else "change"))


def _groups(page: _BoundedPage, groups: Iterable[_Group]) -> None:
    for group in groups:
        page.add(Md())
        page.add(Md("**{}**").fill(_ESCAPE.heading(group.heading)))
        page.add(Md())
        for one in group.changes:
            page.add(Md("- {}").fill(said(one.sentence)), changes=1)


def _idle(page: _BoundedPage, names: tuple[str, ...]) -> None:
    if names:
        page.add(Md())
        page.add(Md("**{}**").fill(_IDLE))
        page.add(Md())
    for name in names:
        page.add(Md("- {}").fill(_ESCAPE.line(name)))


def _parted(sections: Iterable[DescribedSection]) -> tuple[list[_Group], list[_Group]]:
    """Part the changes into those that matter to the customer and the rest; of too many, some go to the rest."""
    top, rest = [], []
    left = SHOWN
    for section in sections:
        heading = section.stage or STAGE_OF_ALL
        first = tuple(one for one in section.changes if one.change.level is Level.CUSTOMER)[:left]
        left -= len(first)
        others = tuple(one for one in section.changes if one not in first)
        top += [_Group(heading, first)] if first else []
        rest += [_Group(heading, others)] if others else []
    return top, rest


def said(sentence: Sentence) -> Md:
    """Escape a sentence."""
    return _ESCAPE.line(plain(sentence))


FORMAT = ReportFormat(suffix=".md", render=render)

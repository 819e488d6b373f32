"""Drawing -> Markdown for GitHub, GitLab and MDX: the poster, what hurts, a chapter a stage, a table a subject.

Tables are folded, except that of the open pain points. Rows are not padded, so that a change of one text is a change
of one line.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from mapgen.blocks import Text
from mapgen.composition import Map
from mapgen.header.header import Header, Profile
from mapgen.record import record
from mapgen.render.document import LaneFact, LaneTable, StageChapter, document
from mapgen.render.drawing import VIEWS, Drawing
from mapgen.render.format import Format
from mapgen.render.lines import BETWEEN, Line, Lines, TextRun, text_line
from mapgen.render.markdown import Markdown, Md, table
from mapgen.render.options import MAIN, MAP, Options
from mapgen.render.pain_summary import PainSummary, pain_summary
from mapgen.words import Words

_NONE: Mapping[str, str] = MappingProxyType({})
_USUAL = Options()


def markdown(
    map_: Map,
    *,
    pains: PainSummary | None = None,
    pictures: Mapping[str, str] = _NONE,
    options: Options = _USUAL,
) -> Md:
    """Write a map; `pictures` are the addresses of its drawings, by view."""
    writer = MarkdownWriter(Markdown(options.flavor), Words(map_.language), options.heading_level, options.folder)
    return Md("{}\n").fill(Md("\n\n").joined(writer.parts(map_, pains, pictures)))


@record
class MarkdownWriter:
    """Writes the parts of a page, each a text without a blank line around it."""

    escape: Markdown
    words: Words
    level: int = 1
    folder: str = ""

    def parts(self, map_: Map, pains: PainSummary | None, pictures: Mapping[str, str]) -> Iterator[Md]:
        """Yield the page part by part: the poster and what hurts first."""
        pages = document(map_)
        views = sorted(pictures, key=lambda view: view != MAIN)
        yield self._heading(1, map_.lens.title)
        if map_.lens.summary:
            yield self.escape.line(map_.lens.summary)
        for view in views[:1]:
            yield self.picture(map_, view, pictures[view])
        if pains:
            yield from self._pains(pains)
        yield from self._journey(map_.lens, pages.facts)
        for view in views[1:]:
            yield self.picture(map_, view, pictures[view])
        yield from self._personas(map_.lens.profiles)
        for chapter in pages.chapters:
            yield from self._chapter(chapter)
        if pages.sheets:
            yield self._heading(2, self.words("tables"))
        for sheet in pages.sheets:
            yield self._sheet(sheet)
        if map_.footer:
            yield Md("---\n\n{}").fill(self.escape.line(BETWEEN.join(map_.footer)))

    def excerpt(self, map_: Map, pains: PainSummary | None, tables: Sequence[str]) -> Iterator[Md]:
        """Yield what hurts, where it is given, and the tables with these ids that have rows, in their order."""
        if pains:
            yield from self._pains(pains)
        sheets = {sheet.id: sheet for sheet in document(map_).sheets} if tables else {}
        yield from (self._sheet(sheets[table]) for table in tables if table in sheets)

    def picture(self, map_: Map, view: str, address: str, alt: str | None = None) -> Md:
        """Show the picture of a view; a click shows it in full size. `alt` takes the place of our words for it."""
        told = map_.story if view in {MAIN, MAP} else f"{self.words(VIEWS[view].title)}: {map_.lens.title}"
        target = self.escape.address(address)
        return Md("[![{}]({})]({})").fill(self.escape.alt(alt or told), target, target)

    def _pains(self, pains: PainSummary) -> Iterator[Md]:
        """Write the pain points, the worst first; those that are resolved are folded."""
        if pains.open.rows or pains.resolved.rows:
            yield self._heading(2, pains.open.title)
        if pains.open.rows:
            yield self._table(pains.open.columns, pains.open.rows)
        if pains.resolved.rows:
            yield self._sheet(pains.resolved)

    def _journey(self, lens: Header, facts: tuple[LaneFact, ...]) -> Iterator[Md]:
        """Write what the journey is, and the figures that matter."""
        if facts or lens.figures:
            yield self._heading(2, self.words("journey"))
        if facts:
            yield Md("\n").joined(map(self._fact, facts))
        if lens.figures:
            values = ((_plain(figure.value),) for figure in lens.figures)
            yield self._table((figure.label for figure in lens.figures), (tuple(values),))

    def _personas(self, profiles: tuple[Profile, ...]) -> Iterator[Md]:
        """Write the personas; those that have nothing but a name stand on one line."""
        if profiles:
            yield self._heading(2, self.words("personas"))
        for profile in profiles:
            if not profile.is_name:
                yield from self._profile(profile)
        names = [profile for profile in profiles if profile.is_name]
        if names:
            note = (self.words("hypothesis"),) if any(profile.hypothesis for profile in names) else ()
            yield self.escape.line(BETWEEN.join((*(profile.name for profile in names), *note)))

    def _profile(self, profile: Profile) -> Iterator[Md]:
        """Write a persona."""
        yield self._heading(3, profile.name)
        if profile.photo:
            photo = posixpath.normpath(posixpath.join(self.folder, profile.photo)) if self.folder else profile.photo
            yield Md('<img src="{}" alt="" width="64" />').fill(self.escape.address(photo))
        about = BETWEEN.join(text for text in (profile.line, profile.note) if text)
        if about:
            yield self.escape.line(about)
        if profile.description:
            yield self.escape.line(profile.description)
        for quote in profile.quotes:
            lines = (quote.text, quote.source) if quote.source else (quote.text,)
            yield Md("  \n").joined(Md("> {}").fill(self.escape.line(text)) for text in lines)
        if profile.facets:
            facts = (LaneFact(facet.title, tuple(_plain(item) for item in facet.items)) for facet in profile.facets)
            yield Md("\n").joined(map(self._fact, facts))

    def _chapter(self, chapter: StageChapter) -> Iterator[Md]:
        """Write a stage."""
        yield self._heading(2, chapter.title)
        if chapter.facts:
            yield Md("\n").joined(map(self._fact, chapter.facts))
        if chapter.touchpoints:
            rows = chapter.touchpoints.rows
            yield self._folded(
                f"{self.words('touchpoints')} ({self.words.number(len(rows))})",
                (self._table(chapter.touchpoints.columns, rows),),
            )

    def _sheet(self, sheet: LaneTable) -> Md:
        """Write a table, folded, and below it what has nothing but a name; its id is the target of links."""
        parts = [self._table(sheet.columns, sheet.rows)] if sheet.rows else []
        parts += [self.escape.line(sheet.names)] if sheet.names else []
        return self._folded(sheet.title, parts, anchor=sheet.id)

    def _folded(self, title: str, parts: Iterable[Md], *, anchor: str | None = None) -> Md:
        """Fold parts under a title; without the blank lines, their Markdown would be shown as it is."""
        target = Md(' id="{}"').fill(self.escape.anchor(anchor)) if anchor else Md()
        lines = Md("<details{}>\n<summary>{}</summary>").fill(target, self.escape.summary(title))
        return Md("\n\n").joined((lines, *parts, Md("</details>")))

    def _heading(self, level: int, text: str) -> Md:
        return Md("{} {}").fill(Md("#").joined([Md()] * (self.level + level)), self.escape.heading(text))

    def _fact(self, fact: LaneFact) -> Md:
        """Write an item of a list; what has several lines, or names of its own, becomes a list in it."""
        title = Md("- **{}**").fill(self.escape.heading(fact.title))
        first = fact.lines[0]
        if len(fact.lines) == 1 and first[0].role != "strong":
            return Md("{} {}").fill(title, self._line(first, starts=False))
        return Md("\n").joined((title, *(Md("  - {}").fill(self._line(line)) for line in fact.lines)))

    def _table(self, columns: Iterable[str], rows: Iterable[tuple[Lines, ...]]) -> Md:
        """Write a table; the lines of a cell stand one under the other."""
        return table(map(self.escape.inline, columns), (map(self._lines, row) for row in rows))

    def _lines(self, lines: Lines) -> Md:
        return self.escape.line_break.joined(self._line(line, starts=False) for line in lines)

    def _line(self, line: Line, *, starts: bool = True) -> Md:
        """Write the runs of a line; `starts` where nothing stands before it."""
        runs = [run for run in line if run.text.strip()]
        return Md(" ").joined(self._run(run, starts=starts and run is runs[0]) for run in runs)

    def _run(self, run: TextRun, *, starts: bool) -> Md:
        """Write one run; what is muted on a page is plain here."""
        text = self.escape.line(run.text) if starts else self.escape.inline(run.text)
        if run.role in {"strong", "quote"}:
            mark = Md("**{}**") if run.role == "strong" else Md("*{}*")
            text = mark.fill(self.escape.inline(run.text))
        return self.escape.link(text, run.url) if run.url else text


def _plain(text: str) -> Line:
    return text_line(Text(text))


def _render(drawing: Drawing) -> str:
    views = drawing.views if "svg" in drawing.formats else ()
    pictures = {view: f"{drawing.name}{drawing.suffix(view, '.svg')}" for view in views}
    pains = pain_summary(drawing.journey, drawing.analysis)
    return markdown(drawing.map, pains=pains, pictures=pictures, options=drawing.options)


# A definition of a link that nothing names: MDX knows no comments of HTML.
FORMAT = Format(suffix=".md", render=_render, comment="\n[//]: # ({})")

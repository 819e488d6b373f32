"""Drawing -> Markdown for GitHub, GitLab and MDX: the picture, a chapter a stage, a table a subject.

Rows are not padded, so that a change of one text is a change of one line.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from mapgen.blocks import Text
from mapgen.composition import Map
from mapgen.lens.lens import Lens, Profile
from mapgen.record import record
from mapgen.render.document import Chapter, Fact, document
from mapgen.render.format import MAP, Drawing, Flavor, Format
from mapgen.render.lines import BETWEEN, Line, Lines, Run, text_line
from mapgen.render.markdown import Markdown, Md, table
from mapgen.render.views import VIEWS
from mapgen.words import Words

_NONE: Mapping[str, str] = MappingProxyType({})


def markdown(map_: Map, *, pictures: Mapping[str, str] = _NONE, flavor: Flavor = "github") -> Md:
    """Write a map; `pictures` are the addresses of its drawings, by view."""
    return Md("{}\n").fill(Md("\n\n").joined(Writer(Markdown(flavor)).parts(map_, pictures)))


@record
class Writer:
    """Writes the parts of a page, each a text without a blank line around it."""

    escape: Markdown

    def parts(self, map_: Map, pictures: Mapping[str, str]) -> Iterator[Md]:
        """Yield the page part by part."""
        pages = document(map_)
        yield from self._front(map_.lens, pages.facts)
        for view, address in pictures.items():
            told = map_.story if view == MAP else f"{Words(map_.language)(VIEWS[view].title)}: {map_.lens.title}"
            yield Md("![{}]({})").fill(self.escape.alt(told), self.escape.address(address))
        if map_.lens.profiles:
            yield self._heading(2, Words(map_.language)("personas"))
        names = [profile.name for profile in map_.lens.profiles if profile.is_name]
        for profile in map_.lens.profiles:
            if not profile.is_name:
                yield from self._profile(profile)
        if names:
            yield self.escape.line(BETWEEN.join((*names, Words(map_.language)("hypothesis"))))
        for chapter in pages.chapters:
            yield from self._chapter(chapter)
        for sheet in pages.sheets:
            yield self._heading(2, sheet.title)
            yield self._table(sheet.columns, sheet.rows)
        if map_.footer:
            yield Md("---\n\n{}").fill(self.escape.line(BETWEEN.join(map_.footer)))

    def _front(self, lens: Lens, facts: tuple[Fact, ...]) -> Iterator[Md]:
        """Write what the journey is, and the figures that matter."""
        yield self._heading(1, lens.title)
        if lens.summary:
            yield self.escape.line(lens.summary)
        if facts:
            yield Md("\n").joined(map(self._fact, facts))
        if lens.figures:
            values = ((_plain(figure.value),) for figure in lens.figures)
            yield self._table((figure.label for figure in lens.figures), (tuple(values),))

    def _profile(self, profile: Profile) -> Iterator[Md]:
        """Write a persona."""
        yield self._heading(3, profile.name)
        about = BETWEEN.join(text for text in (profile.line, profile.note) if text)
        if about:
            yield self.escape.line(about)
        if profile.quote:
            yield Md("> {}").fill(self.escape.line(profile.quote.text))
        if profile.facets:
            facts = (Fact(facet.title, tuple(_plain(item) for item in facet.items)) for facet in profile.facets)
            yield Md("\n").joined(map(self._fact, facts))

    def _chapter(self, chapter: Chapter) -> Iterator[Md]:
        """Write a stage."""
        yield self._heading(2, chapter.title)
        if chapter.facts:
            yield Md("\n").joined(map(self._fact, chapter.facts))
        if chapter.touchpoints:
            yield self._table(chapter.touchpoints.columns, chapter.touchpoints.rows)

    def _heading(self, level: int, text: str) -> Md:
        return Md("{} {}").fill(Md("#").joined([Md()] * (level + 1)), self.escape.heading(text))

    def _fact(self, fact: Fact) -> Md:
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

    def _run(self, run: Run, *, starts: bool) -> Md:
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
    return markdown(drawing.map, pictures=pictures, flavor=drawing.options.flavor)


# A definition of a link that nothing names: MDX knows no comments of HTML.
FORMAT = Format(suffix=".md", render=_render, comment="\n[//]: # ({})")

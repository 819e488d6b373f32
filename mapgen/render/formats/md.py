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
from mapgen.render.markdown import Markdown, pipes
from mapgen.render.views import VIEWS
from mapgen.words import Words

_NONE: Mapping[str, str] = MappingProxyType({})


def markdown(map_: Map, *, pictures: Mapping[str, str] = _NONE, flavor: Flavor = "github") -> str:
    """Write a map; `pictures` are the addresses of its drawings, by view."""
    return "\n\n".join(Writer(Markdown(flavor)).parts(map_, pictures)) + "\n"


@record
class Writer:
    """Writes the parts of a page, each a text without a blank line around it."""

    escape: Markdown

    def parts(self, map_: Map, pictures: Mapping[str, str]) -> Iterator[str]:
        """Yield the page part by part."""
        pages = document(map_)
        yield from self._front(map_.lens, pages.facts)
        for view, address in pictures.items():
            told = map_.story if view == MAP else f"{Words(map_.language)(VIEWS[view].title)}: {map_.lens.title}"
            yield f"![{self.escape.heading(told)}]({self.escape.address(address)})"
        if map_.lens.profiles:
            yield f"## {self.escape.heading(Words(map_.language)('personas'))}"
        for profile in map_.lens.profiles:
            yield from self._profile(profile)
        for chapter in pages.chapters:
            yield from self._chapter(chapter)
        for sheet in pages.sheets:
            yield f"## {self.escape.heading(sheet.title)}"
            yield self._table(sheet.columns, sheet.rows)
        if map_.footer:
            yield f"---\n\n{self.escape.line(BETWEEN.join(map_.footer))}"

    def _front(self, lens: Lens, facts: tuple[Fact, ...]) -> Iterator[str]:
        """Write what the journey is, and the figures that matter."""
        yield f"# {self.escape.heading(lens.title)}"
        if lens.summary:
            yield self.escape.line(lens.summary)
        if facts:
            yield "\n".join(map(self._fact, facts))
        if lens.figures:
            values = ((_plain(figure.value),) for figure in lens.figures)
            yield self._table((figure.label for figure in lens.figures), (tuple(values),))

    def _profile(self, profile: Profile) -> Iterator[str]:
        """Write a persona."""
        yield f"### {self.escape.heading(profile.name)}"
        about = BETWEEN.join(text for text in (profile.line, profile.note) if text)
        if about:
            yield self.escape.line(about)
        if profile.quote:
            yield f"> {self.escape.line(profile.quote.text)}"
        if profile.facets:
            facts = (Fact(facet.title, tuple(_plain(item) for item in facet.items)) for facet in profile.facets)
            yield "\n".join(map(self._fact, facts))

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        """Write a stage."""
        yield f"## {self.escape.heading(chapter.title)}"
        if chapter.facts:
            yield "\n".join(map(self._fact, chapter.facts))
        if chapter.touchpoints:
            yield self._table(chapter.touchpoints.columns, chapter.touchpoints.rows)

    def _fact(self, fact: Fact) -> str:
        """Write an item of a list; what has several lines, or names of its own, becomes a list in it."""
        title = f"**{self.escape.heading(fact.title)}**"
        first = fact.lines[0]
        if len(fact.lines) == 1 and first[0].role != "strong":
            return f"- {title} {self._line(first, starts=False)}"
        return "\n".join((f"- {title}", *(f"  - {self._line(line)}" for line in fact.lines)))

    def _table(self, columns: Iterable[str], rows: Iterable[tuple[Lines, ...]]) -> str:
        """Write a table; the lines of a cell stand one under the other."""
        titles = [self.escape.cell(column) for column in columns]
        cells = ([pipes(self._lines(lines)) for lines in row] for row in rows)
        return "\n".join(f"| {' | '.join(row)} |" for row in (titles, ["---"] * len(titles), *cells))

    def _lines(self, lines: Lines) -> str:
        return self.escape.line_break.join(self._line(line, starts=False) for line in lines)

    def _line(self, line: Line, *, starts: bool = True) -> str:
        """Write the runs of a line; `starts` where nothing stands before it."""
        runs = [run for run in line if run.text.strip()]
        return " ".join(self._run(run, starts=starts and run is runs[0]) for run in runs)

    def _run(self, run: Run, *, starts: bool) -> str:
        """Write one run; what is muted on a page is plain here."""
        text = self.escape.line(run.text) if starts else self.escape.inline(run.text)
        if run.role in {"strong", "quote"}:
            mark = "**" if run.role == "strong" else "*"
            text = f"{mark}{self.escape.inline(run.text)}{mark}"
        return self.escape.link(text, run.url) if run.url else text


def _plain(text: str) -> Line:
    return text_line(Text(text))


def _render(drawing: Drawing) -> str:
    views = drawing.views if "svg" in drawing.formats else ()
    pictures = {view: f"{drawing.name}{drawing.suffix(view, '.svg')}" for view in views}
    return markdown(drawing.map, pictures=pictures, flavor=drawing.options.flavor)


# A definition of a link that nothing names: MDX knows no comments of HTML.
FORMAT = Format(suffix=".md", render=_render, comment="\n[//]: # ({})")

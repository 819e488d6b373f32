"""An extension of Python-Markdown, for MkDocs, Material for MkDocs, Zensical and all else that uses it.

`mapgen` under `markdown_extensions` in `mkdocs.yml` loads it. A block of code named `mapgen` becomes a picture.
"""

import logging
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import Registry

from mapgen.integrations.block import BlockError, read_info
from mapgen.integrations.fences import Fence, map_fences
from mapgen.integrations.figure import error_box, figure
from mapgen.integrations.picture import Drawn, Place, draw_block, not_drawn
from mapgen.record import record

_BEFORE_FENCES = 28
"""The priority: before the extensions that take all blocks of code, which have 25."""

_log = logging.getLogger("mkdocs.mapgen")  # MkDocs counts warnings of loggers below its own, for `--strict`


class MapError(Exception):
    """A map cannot be drawn, and the builder is to stop; the text says why, for people."""


class MapExtension(Extension):
    """Draws the blocks named `mapgen` of a page."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what Python-Markdown passes
        """Take `docs_dir`, the folder of pages whose place is not known, and `strict`: whether an error stops it."""
        self.config = {
            "docs_dir": [".", "Folder in which names of files start, for pages whose own folder is not known"],
            "strict": [True, "Stop a page with an error, in builders other than MkDocs, which has an option for that"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Look at the pages before all others that look at blocks of code."""
        md.registerExtension(self)
        md.preprocessors.register(_Maps(md, self), "mapgen", _BEFORE_FENCES)


def makeExtension(**options: Any) -> MapExtension:  # noqa: ANN401, N802 - the name that Python-Markdown calls
    """Return the extension."""
    return MapExtension(**options)


@record
class _Page:
    """A page: what messages call it, its text where it can be read, its folder, and that of all pages."""

    name: str
    text: str
    folder: Path
    top: Path
    is_of_mkdocs: bool = False


class _Maps(Preprocessor):
    def __init__(self, md: Markdown, extension: MapExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        fences = list(map_fences(lines))
        if not fences:
            return lines
        page = self._page()
        before = _front_matter(page.text, lines)
        made: list[str] = []
        errors: list[str] = []
        is_first = True
        done = 0
        for fence in fences:
            place = Place(page.name, before + fence.start + 1, lines[fence.start].strip(), page.folder, page.top)
            drawn = _drawn(fence, place)
            errors += [_told(drawn, place)] if drawn.is_broken else []
            if drawn.said and not drawn.is_broken:
                _log.info("%s", _told(drawn, place))
            html = figure(drawn.picture, is_first=is_first) if drawn.picture else error_box(drawn.report)
            is_first = is_first and drawn.is_broken
            mark = self.md.htmlStash.store(str(html))  # the picture is put in its place at the end
            made += [*lines[done : fence.start], "", fence.indent + mark, "", ""]
            done = fence.end
        self._report(errors, page)
        return [*made, *lines[done:]]

    def _report(self, errors: list[str], page: _Page) -> None:
        """Say what is wrong: MkDocs stops where it is strict, others stop at once."""
        if errors and self._extension.getConfig("strict") and not page.is_of_mkdocs:
            raise MapError("\n\n".join(errors))
        for error in errors:
            _log.warning("%s", error)

    def _page(self) -> _Page:
        """Return the page that is built, of which MkDocs and Zensical leave a trace each in its own way."""
        file, config = _trace(self.md.treeprocessors, "relpath", "file")
        if file is not None:
            return _page_at(Path(config.docs_dir), file.src_uri, is_of_mkdocs=True)
        page, config = _trace(self.md.preprocessors, "rendering_context", "page")
        if page is not None:
            return _page_at(Path(config.get("root_dir", ""), config.get("docs_dir", "docs")), page.path)
        folder = Path(self._extension.getConfig("docs_dir")).absolute()
        return _Page("<page>", "", folder, folder)


def _trace(registry: Registry[Any], name: str, page: str) -> tuple[Any, Any]:
    """Return what a builder keeps in one of its processors: the page, None where there is none, and its settings."""
    processor = registry[name] if name in registry else None  # noqa: SIM401 - a registry has no `get`
    config = getattr(processor, "config", None)
    return (getattr(processor, page, None), config) if config is not None else (None, None)


def _told(drawn: Drawn, place: Place) -> str:
    return f"{place.name}:{place.line}: {drawn.summary}\n{drawn.report}"


def _drawn(fence: Fence, place: Place) -> Drawn:
    try:
        return draw_block(read_info(fence.options), fence.text, place)
    except BlockError as error:
        return not_drawn(error, place)


def _page_at(top: Path, name: str, *, is_of_mkdocs: bool = False) -> _Page:
    path = top.absolute() / name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):  # a page that a plugin makes
        text = ""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return _Page(shown.as_posix(), text, path.parent, top.absolute(), is_of_mkdocs)


def _front_matter(text: str, lines: list[str]) -> int:
    """Return how many lines of a page come before those that an extension sees."""
    whole = text.rstrip().splitlines()
    seen = "\n".join(lines).rstrip().splitlines()
    extra = len(whole) - len(seen)
    return extra if extra > 0 and whole[:1] == ["---"] else 0

"""The pages of the site: those of the repository, with links and pictures that work there.

On GitHub, a link leads to a file of the repository, and a map is a committed picture. On the site, it leads to a page,
and the extension of mapgen draws the map.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
NAV = {
    "Start": ["start.md", "gallery.md"],
    "Guide": ["poster.md", "flow.md", "audit.md", "diff.md", "themes.md"],
    "Recipes": ["import.md", "observed.md", "export.md", "publish.md", "ci.md", "python.md", "extending.md"],
    "Reference": ["language.md", "commands.md", "json.md", "glossary.md"],
    "Project": ["architecture.md", "contributing.md", "security.md", "code-of-conduct.md", "changelog.md"],
}
"""The pages after the first one, by section; others of `docs` follow in Guide, and are not in `llms.txt`."""

_OTHERS = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "CODE_OF_CONDUCT.md": "code-of-conduct.md",
    "CHANGELOG.md": "changelog.md",
}
"""The pages that are not in `docs`, by their path in the repository."""

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)\s*?$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]*\.journey)(?:\.(?P<view>\w+))?\.svg\)$", re.MULTILINE)
_ROW = re.compile(r"^\|.*$", re.MULTILINE)
_CODE = re.compile(r"`[^`]+`")
_LINK = re.compile(r"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)")


def sources() -> dict[str, str]:
    """Return the path in the repository of each page, by its name on the site."""
    docs = {path.name: f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))}
    return docs | {page: path for path, page in _OTHERS.items()}


def page(name: str) -> str:
    """Return the text of a page."""
    path = PurePosixPath(sources()[name])
    text = (ROOT / path).read_text(encoding="utf-8")
    done = 0
    parts: list[str] = []
    for fence in _FENCE.finditer(text):
        parts += [_prose(text[done : fence.start()], path.parent), fence.group()]
        done = fence.end()
    return "".join([*parts, _prose(text[done:], path.parent)])


def _prose(text: str, home: PurePosixPath) -> str:
    r"""Return what is not a block of code, with its pictures and links; Python-Markdown needs no `\|` in code."""
    rows = _ROW.sub(lambda row: _CODE.sub(lambda code: code.group().replace("\\|", "|"), row.group()), text)
    linked = _LINK.sub(lambda found: _link(found, home), rows)
    return _PICTURE.sub(lambda found: _map(found, home), linked)


def _map(found: re.Match[str], home: PurePosixPath) -> str:
    """Return the block that draws the map of which a picture is committed."""
    view = f" view={found['view']}" if found["view"] else ""
    return f'```mapgen file={_path(home, found["path"])}.yaml{view} alt="{found["alt"]}"\n```'


def _path(home: PurePosixPath, target: str) -> str:
    """Return the path in the repository to which a name in a page leads."""
    return os.path.normpath(home / target).replace(os.sep, "/")


def _link(found: re.Match[str], home: PurePosixPath) -> str:
    """Return a link to a page of the site; of one to another file of the repository, its text."""
    target, sign, anchor = found["target"].partition("#")
    if not target or "://" in target or target.startswith("mailto:"):
        return found.group()
    path = _path(home, target)
    page = {source: name for name, source in sources().items()}.get(path)
    example = re.fullmatch(r"examples/([\w-]+)/[\w.-]+\.md", path)
    if example:
        page, sign, anchor = "gallery.md", "#", example[1]
    return f"[{found['text']}]({page}{sign}{anchor})" if page else found["text"]


def nav() -> dict[str, list[str]]:
    """Return the names of all pages after the first one, by section."""
    listed = {"index.md", *(name for names in NAV.values() for name in names)}
    others = [name for name in sources() if name not in listed]
    return {section: [*names, *(others if section == "Guide" else [])] for section, names in NAV.items()}


def titled() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield each section with the name, title and first sentence of its pages in `NAV`."""
    for section, names in NAV.items():
        yield section, [(name, *summary(name)) for name in names]


def summary(name: str) -> tuple[str, str]:
    """Return the title and the first sentence of a page, without its links; "" where it begins otherwise."""
    text = (ROOT / sources()[name]).read_text(encoding="utf-8")
    title, _, rest = text.removeprefix("# ").partition("\n")
    paragraph = " ".join(rest.strip().partition("\n\n")[0].split())
    if not paragraph[:1].isalnum() and not paragraph.startswith("`"):
        return title, ""  # a table or a list
    plain = _LINK.sub(lambda found: found["text"], paragraph)
    return title, re.split(r"(?<=[.:])\s(?=[A-Z`])", plain, maxsplit=1)[0].rstrip(":.") + "."

"""The pages -> `llms.txt`, which lists them for language models, and `llms-full.txt`, with those on writing specs."""

import re

from website.pages import ROOT, sources, titled

FULL = ("start.md", "language.md", "audit.md", "flow.md", "commands.md")
"""The pages of which somebody who writes specs needs each word."""

_CONTENTS = re.compile(r"(?:^- \[[^\]]*\]\(#[^)]*\)(?:,.*)?\n)+\n", re.MULTILINE)
_HEAD = """\
# mapgen

> Customer journey maps as code: one YAML spec per journey, checked, audited and compiled into pictures and pages.

Write `NAME.journey.yaml`, run `mapgen validate`, and fix what it reports: each problem has a line and a hint.
`mapgen init --agents` writes short instructions beside the specs. Never invent evidence, numbers or quotes.
"""


def index() -> str:
    """Return `llms.txt`: a line for each page, those about the project itself last and optional."""
    parts = [_HEAD]
    for section, pages in titled():
        name = "Optional" if section == "Project" else section
        lines = [": ".join(filter(None, (f"- [{title}]({_from_docs(page)})", first))) for page, title, first in pages]
        parts.append("\n".join([f"## {name}", "", *lines, ""]))
    return "\n".join(parts)


def full() -> str:
    """Return `llms-full.txt`: all of the pages that are about writing specs, without their tables of contents."""
    texts = ((ROOT / sources()[name]).read_text(encoding="utf-8") for name in FULL)
    return "\n".join([_HEAD, *(_CONTENTS.sub("", text) for text in texts)])


def _from_docs(page: str) -> str:
    path = sources()[page]
    return path.removeprefix("docs/") if path.startswith("docs/") else f"../{path}"

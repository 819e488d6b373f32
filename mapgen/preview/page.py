"""An HTML page -> the same page with a script that keeps it as new as its spec, and a policy that lets that run.

The policy of a page knows its styles by their hashes. A page that is renewed in place keeps the policy it came with, so
each style carries a word of this run as well, which those of the next page carry too.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape, unescape

from mapgen import resources
from mapgen.preview.notices import Notice
from mapgen.preview.site import PreviewPage
from mapgen.record import record

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_STYLE = "<style>"
_SCRIPT = "<script"
_END = "</body>"


@record
class MadePage:
    """A page as it was made, and the parts of its map: what its pictures have in common, and these in their order."""

    content: str
    parts: tuple[str, ...] = ()


def preview(sheet: MadePage, *, run: str, notices: Sequence[Notice], before: PreviewPage | None = None) -> PreviewPage:
    """Return a page as it is sent. `run` is a word that nobody can guess, the same for all pages of a process.

    To readers of the page that was there `before`, the news bring the pictures that have changed since.
    """
    content = sheet.content
    script = resources.template("preview/preview.js")
    found = _POLICY.search(content)
    assert found, "each page has a policy"  # noqa: S101 - of the author's words none stands before it
    sources = {"script-src": _digest(script), "style-src": f"'nonce-{run}'", "connect-src": "'self'"}
    policy = allowing(unescape(found[2]), sources)
    version = sha256(content.encode()).hexdigest()[:16]
    frame = resources.template("preview/notices.html")
    added = f'{frame}{_SCRIPT} data-run="{run}" data-version="{version}">{script}</script>'
    above, end, below = f"{content[: found.start(2)]}{escape(policy)}{content[found.end(2) :]}".rpartition(_END)
    text = _carrying(above, run) + _carrying(added, run)
    told = news(sheet.parts, version, run=run, notices=notices, before=before)
    return PreviewPage(f"{text}{end}{below}".encode(), f"{policy}; frame-ancestors 'none'", told, version, sheet.parts)


def news(parts: Sequence[str], version: str, *, run: str, notices: Sequence[Notice], before: PreviewPage | None) -> str:
    """Return what the script of a page is told; a map may be ahead of its page, which then is of the version before."""
    return json.dumps(
        {
            "run": run,
            "version": version,
            "notices": list(notices),
            "since": before.version if before else None,
            "pictures": _changed(before.parts, parts) if before else None,
        }
    )


def _carrying(text: str, run: str) -> str:
    """Let each style carry the word of this run. Styles stand before the first script, which may hold any word."""
    before, script, behind = text.partition(_SCRIPT)
    return before.replace(_STYLE, f'<style nonce="{run}">') + script + behind


def _changed(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, str]] | None:
    """Return the pictures that have changed with their places; None where they are other ones or of another size."""
    if not after or len(before) != len(after) or before[0] != after[0]:
        return None
    return [(at, new) for at, (old, new) in enumerate(zip(before[1:], after[1:], strict=True)) if old != new]


def allowing(policy: str, sources: Mapping[str, str]) -> str:
    """Return a policy that allows more.

    >>> allowing("default-src 'none'; script-src 'none'", {"script-src": "'sha256-x'", "connect-src": "'self'"})
    "default-src 'none'; script-src 'sha256-x'; connect-src 'self'"
    """
    rules = {name: rest for name, _, rest in (rule.strip().partition(" ") for rule in policy.split(";")) if name}
    for name, source in sources.items():
        before = rules.get(name, "'none'")
        rules[name] = source if before == "'none'" else f"{before} {source}"
    return "; ".join(f"{name} {rest}" for name, rest in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

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
from mapgen.preview.site import Page

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_STYLE = re.compile(r"<script\b.*?</script>|<style>", re.DOTALL)  # a script may hold any word
_END = "</body>"


def preview(content: str, *, run: str, notices: Sequence[Notice]) -> Page:
    """Return a page as it is sent. `run` is a word that nobody can guess, the same for all pages of a process."""
    script = resources.template("preview/preview.js")
    found = _POLICY.search(content)
    assert found, "each page has a policy"  # noqa: S101 - of the author's words none stands before it
    sources = {"script-src": _digest(script), "style-src": f"'nonce-{run}'", "connect-src": "'self'"}
    policy = allowing(unescape(found[2]), sources)
    version = sha256(content.encode()).hexdigest()[:16]
    frame = resources.template("preview/notices.html")
    above, end, below = f"{content[: found.start(2)]}{escape(policy)}{content[found.end(2) :]}".rpartition(_END)
    added = f'<script data-run="{run}" data-version="{version}">{script}</script>'
    text = _STYLE.sub(lambda one: f'<style nonce="{run}">' if one[0] == "<style>" else one[0], above + frame)
    news = json.dumps({"run": run, "version": version, "notices": list(notices)})
    return Page(f"{text}{added}{end}{below}".encode(), f"{policy}; frame-ancestors 'none'", news)


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

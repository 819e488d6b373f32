"""The author's text -> text that XML and HTML show exactly as it was written, and addresses that lead nobody astray."""

import re

from mapgen.render.fragment import Fragment

_ESCAPES = {
    **dict.fromkeys((*range(32), 65534, 65535), "�"),  # XML has no such characters
    **{ord(char): f"&#{ord(char)};" for char in "\t\n\r"},
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}

_SCHEME = r"[^/?#:]*:"
_SCHEMES = ("https:", "http:", "mailto:")
_NOT_IN_URL = r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\u202a-\u202e\u2066-\u2069]"


class Xml(Fragment):
    """A part of an SVG or of an HTML page; a template of a page takes it as it is.

    >>> Xml("<title>{}</title>").fill(xml("a < b"))
    '<title>a &lt; b</title>'
    """

    __slots__ = ()

    def __html__(self) -> str:
        """Return what Jinja puts into a page."""
        return str(self)


def xml(text: str) -> Xml:
    """Escape a text for a place between two tags, or between the double quotes of an attribute.

    >>> xml('a < b & ]]> " onload="x')
    'a &lt; b &amp; ]]&gt; &quot; onload=&quot;x'
    """
    return Xml(text.translate(_ESCAPES))  # noqa: S704 - it is escaped here


def safe_url(url: str) -> str | None:
    """Return the address where it is https, http, mailto or relative, else None.

    >>> safe_url("https://example.com/a?b=1"), safe_url("notes/interviews.md"), safe_url("javascript:x")
    ('https://example.com/a?b=1', 'notes/interviews.md', None)
    """
    if not url or re.search(_NOT_IN_URL, url) or _leads_astray(url):
        return None
    if "&" in url:  # some readers resolve entities once too often
        from html import unescape

        return None if _leads_astray(re.sub(_NOT_IN_URL, "", unescape(url))) else url
    return url


def _leads_astray(url: str) -> bool:
    scheme = re.match(_SCHEME, url)
    return url.startswith("//") or (scheme is not None and scheme.group().lower() not in _SCHEMES)

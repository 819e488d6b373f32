"""The author's text -> text that XML and HTML show exactly as it was written, and addresses that lead nobody astray."""

import re

_XML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE = {**_XML, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;", ord("\r"): "&#13;"}

_SCHEME = r"[^/?#:]*:"
_SCHEMES = ("https:", "http:", "mailto:")
_NOT_IN_URL = r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def xml_text(text: str) -> str:
    """Escape what stands between two tags.

    >>> xml_text("a < b & ]]>")
    'a &lt; b &amp; ]]&gt;'
    """
    return text.translate(_XML)


def xml_attribute(text: str) -> str:
    """Escape what stands between the double quotes of an attribute.

    >>> xml_attribute('" onload="x')
    '&quot; onload=&quot;x'
    """
    return text.translate(_ATTRIBUTE)


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

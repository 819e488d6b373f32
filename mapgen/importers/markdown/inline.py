"""A line of Markdown -> its text, without marks."""

import re
from html import unescape

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--.{0,2000}?-->|\{/\*.{0,2000}?\*/\}")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,2000})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,500}\")?\)")
_STRONG = re.compile(r"(\*{1,3})(?=[^\s*])(.{1,2000}?)(?<=\S)\1")
_UNDER = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(.{1,2000}?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(`{1,3})(.{1,2000}?)\1")
_BOLD = re.compile(r"(?:\*\*|__)(.{1,200}?)(?:\*\*|__)\s*:?\s*(.*)", re.DOTALL)
_BASE = 0xE000  # of the private code points that stand for escaped signs meanwhile


def plain(text: str) -> str:
    r"""Return the text of a line; line breaks stay.

    >>> plain("**Pays** [here](a.html) with `card` \\*now\\*<br>twice &amp; again")
    'Pays here with card *now*\ntwice & again'
    """
    if not re.search(r"[\\<{\[*_`&]", text):
        return text.strip()
    bare = _ESCAPED.sub(lambda found: chr(_BASE + ord(found[1])), text)
    bare = _BREAK.sub("\n", _COMMENT.sub("", bare))
    bare = _LINK.sub(r"\1", _TAG.sub("", bare))
    for mark in (_CODE, _STRONG, _UNDER):
        bare = mark.sub(r"\2", bare)
    shown = "".join(chr(ord(sign) - _BASE) if _BASE < ord(sign) < _BASE + 128 else sign for sign in unescape(bare))
    return "\n".join(line.strip() for line in shown.split("\n")).strip()


def bold_label(text: str) -> tuple[str, str] | None:
    """Return the bold words at the beginning of a line and what follows them; None where there are none.

    >>> bold_label("**Pain points:** too slow")
    ('Pain points', 'too slow')
    """
    found = _BOLD.fullmatch(text)
    return (plain(found[1]).rstrip(": "), plain(found[2])) if found else None

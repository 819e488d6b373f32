"""A document -> the same document, in which no CI service that reads it line by line finds a command.

Azure DevOps and GitHub obey `##vso[…]` and `##[…]` anywhere in a line, GitHub also `::error::` where a line begins.
"""

import re

_ANYWHERE = r"(?<=#)#(?=\w*\[)"
_AT_START = r"((?:\A|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*):(?=:)"


def json_text(data: object, *, indent: int | None = 2, ascii_only: bool = False) -> str:
    r"""Write JSON.

    >>> print(json_text({"title": "##vso[task]"}, indent=None))
    {"title":"#\u0023vso[task]"}
    """
    import json

    separators = None if indent else (",", ":")
    text = json.dumps(data, ensure_ascii=ascii_only, allow_nan=False, indent=indent, separators=separators)
    return re.sub(_ANYWHERE, r"\\u0023", text)


def inert_markup(text: str) -> str:
    r"""Return a document in which `&#35;` is a number sign, with such references for what would begin a command.

    >>> inert_markup("<p>##[group]</p>\n::error::x")
    '<p>#&#35;[group]</p>\n&#58;:error::x'
    """
    return re.sub(_AT_START, r"\1&#58;", re.sub(_ANYWHERE, "&#35;", text))


def inert_text(text: str) -> str:
    """Return a text of which a person reads what would be a command, and a service does not.

    >>> inert_text("say ##[add-mask]x, ##vso[task.complete]y")
    'say ##<U+005B>add-mask]x, ##vso<U+005B>task.complete]y'
    """
    return re.sub(r"##(\w*)\[", r"##\1<U+005B>", text) if "##" in text else text

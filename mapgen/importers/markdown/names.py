"""Names as they stand in headings and lists -> the names alone."""

import re

_NUMBERED = re.compile(
    r"(?:(?:stage|phase|step|stufe|schritt|fase|stap|etapa|passo|paso|étape)\s*)?#?\d{1,3}(?:\.\d{1,3})*\s*[.:)\-\u2013\u2014]\s*(?=\S)",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:stage|phase|touchpoint|phase|fase|etapa|étape)\s*:\s*(?=\S)", re.IGNORECASE)


def bare_name(text: str) -> str:
    """Return a name without the number and the kind before it.

    >>> bare_name("Stage 1: Awareness"), bare_name("2. Buy"), bare_name("3 ways to pay")
    ('Awareness', 'Buy', '3 ways to pay')
    """
    line = " ".join(text.split())
    return _KIND.sub("", _NUMBERED.sub("", line, count=1), count=1) or line

"""A line -> the text in it that a comment cuts: `goal: We are number #1`.

A `#` with a blank behind it is a comment that its author meant; so is a waiver.
"""

import re

from mapgen.lazy import regex

_BEGINS = r"#(?![\s#!]|mapgen:)"
COMMENT = regex(rf"(?<=[^\s,\[{{]) +(?P<comment>{_BEGINS}[^\r\n]*)")
"""A comment that may be a part of the text before it, or all of it."""

_LETTER = r"(?:[^\s\[\]{},:'\"#]|:(?=\S))"
_CUT = regex(rf"(?:^ *|[\[{{,] *|: +|- +)(?P<text>{_LETTER}+(?: +{_LETTER}+)*) +(?P<comment>{_BEGINS}.*)")
_WORD = regex(r"[^\s,\[\]{}]+(?: +[^\s,:\[\]{}]+(?!\S*:))*")


def cut_by_comment(line: str) -> tuple[int, str, str, str] | None:
    """Return the column (from 0) of a text that a comment cuts, the text, the comment, and what the text was to be.

    >>> cut_by_comment("- {name: Room #4 left, emotion: 1}")
    (9, 'Room', '#4 left, emotion: 1}', 'Room #4 left')
    """
    found = _CUT.match(line) or _CUT.search(line)
    if found is None:
        return None
    text, comment = found["text"], found["comment"].rstrip()
    word = _WORD.match(comment)
    return found.start("text"), text, comment, f"{text} {word[0] if word else comment}"


def comment_for_text(line: str, column: int) -> str:
    """Return the comment that stands, from a column (from 0) on, where a text was meant; "" where there is none.

    >>> comment_for_text("need: #1 choice", 5), comment_for_text("need: # which?", 5)
    ('#1 choice', '')
    """
    found = re.compile(rf"[ :]*(?P<comment>{_BEGINS}.*)").match(line, column)
    return found["comment"].rstrip() if found else ""

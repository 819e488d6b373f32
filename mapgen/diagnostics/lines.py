"""Text -> its lines, as a YAML reader counts them."""

import re

_BREAK = r"\r\n|\r|\n"


def split_lines(text: str) -> list[str]:
    r"""Return the lines without their ends; a last empty line stands for the end of the text.

    `str.splitlines` will not do: it also breaks at form feeds and other characters that are no line ends in YAML.

    >>> split_lines("a\r\nb\rc\x0cd\n")
    ['a', 'b', 'c\x0cd', '']
    """
    return re.split(_BREAK, text)


def place_of(text: str, index: int) -> tuple[int, int]:
    r"""Return line and column, both from 1, of the character at `index`.

    >>> place_of("a\r\nbc", 4)
    (2, 2)
    """
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n")
    return line + 1, index - max(before.rfind("\n"), before.rfind("\r"))

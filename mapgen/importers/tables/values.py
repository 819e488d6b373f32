"""The text of a cell -> the values in it: several texts, a number, a word of a scale."""

import re

from mapgen.source.tree import Json

_BULLET = r"[-*+•‣◦⁃∙·●○■□▪▫–—✓✔➢➤→►]|\(?[0-9]{1,2}[.)]|[a-z][.)]"
_ITEM = re.compile(rf"^[ \t]*(?:{_BULLET})[ \t]+", re.MULTILINE)
_INLINE_BULLET = re.compile(r"\s+[•‣◦●■▪]\s+")
_NUMBER = re.compile(r"[-+]?[0-9]{1,9}(?:[.,][0-9]{1,6})?")
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})
_SEMICOLON = re.compile(r"\s*;\s*")


def lines(text: str) -> list[str]:
    r"""Return the items of a cell: its bullets, else its lines; a line that goes on is a part of the item before it.

    >>> lines("- one\n- two\n  and a half"), lines("one\ntwo"), lines("a; b")
    (['one', 'two and a half'], ['one', 'two'], ['a', 'b'])
    """
    if text.isalnum() or not (";" in text or "\n" in text or _ITEM.match(text) or _INLINE_BULLET.search(text)):
        return [" ".join(text.split())] if text.strip() else []
    if _ITEM.search(text):
        items = (" ".join(part.split()) for part in _ITEM.split(text))
        return [one for item in items for one in _INLINE_BULLET.split(item) if one]
    found = [item for item in (" ".join(line.split()) for line in text.split("\n")) if item]
    if len(found) != 1:
        return found
    parts = _INLINE_BULLET.split(found[0].lstrip("•‣◦●■▪ "))
    return [one for one in (_SEMICOLON.split(found[0]) if len(parts) == 1 else parts) if one]


def names(text: str) -> list[str]:
    """Return short names in a cell, which commas, slashes and the like part as well.

    >>> names("Web, app / phone"), names("E-mail & SMS"), names("Sales and marketing")
    (['Web', 'app', 'phone'], ['E-mail', 'SMS'], ['Sales and marketing'])
    """
    found = [part.strip() for line in lines(text) for part in re.split(r"\s*[,|]\s*|\s+[/&+]\s+", line)]
    return list({part.casefold(): part for part in reversed(found) if part}.values())[::-1]


def number(text: str) -> float | None:
    """Return the number that a cell is, None where it is none; the decimal sign is a point or a comma.

    >>> number("1,5"), number("\N{MINUS SIGN}2"), number("+2.0"), number("2 or 3")
    (1.5, -2, 2, None)
    """
    bare = text.translate(_MINUS).replace(" ", "")
    if not _NUMBER.fullmatch(bare):
        return None
    value = float(bare.replace(",", "."))
    return int(value) if value.is_integer() else value


_URL = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


def link_of(text: str) -> dict[str, Json] | None:
    """Return a link, with what stands beside the address as its title; None where there is no address."""
    found = _URL.search(text)
    if found is None:
        return None
    title = " ".join(text.replace(found[0], " ").split()).strip(" :-–()[]")
    return {"title": title, "url": found[0]} if title else {"url": found[0]}

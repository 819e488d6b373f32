"""A text -> the text between quotation marks; one that has its own keeps those."""

# ruff: noqa: RUF001  marks of many languages, which look alike

from collections.abc import Mapping

MARKS: Mapping[str, str] = {
    '"': '"',
    "'": "'",
    "“": "”“",
    "”": "”",
    "„": "“”",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
"""What opens a quotation, and what then closes it."""

_ENDS = ".,;:!?…。、！？،؛؟।"
"""What may stand behind the mark that closes a quotation: many put the period of a sentence there."""


def parted(text: str) -> tuple[str, str, str]:
    """Return the marks that stand around a whole text, and between them what they hold.

    A period behind the closing mark is returned with it.

    >>> parted('"Is it safe?"'), parted("“Done”."), parted('"Yes" or "no"')
    (('"', 'Is it safe?', '"'), ('“', 'Done', '”.'), ('', '"Yes" or "no"', ''))
    """
    bare = text.strip()
    closed = bare.rstrip(_ENDS)
    begin, inner, end = closed[:1], closed[1:-1], closed[-1:]
    if inner and end in (MARKS.get(begin) or ()) and not {begin, end} & set(inner):
        return begin, inner, end + bare[len(closed) :]
    return "", text, ""


def quote(text: str, marks: tuple[str, str] = ('"', '"')) -> str:
    """Return a text between its own marks, or else between these.

    >>> quote("two words"), quote("“Done.”"), quote("«Oui»", ("“", "”"))
    ('"two words"', '“Done.”', '«Oui»')
    """
    return text if parted(text)[0] else text.join(marks)

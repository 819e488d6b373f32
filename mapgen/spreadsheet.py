"""Cells of a table for a spreadsheet: what stands in them, and how it is read back.

The table has a row for each touchpoint, and one without a touchpoint for what a stage states about the whole of it,
before those of its touchpoints. A cell with several texts has each on a line after a bullet; names, and values that
belong to the texts of another column, such as severities, stand behind each other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from mapgen.ci_commands import inert_text

BYTE_ORDER_MARK = "\ufeff"
"""What a CSV file for spreadsheets begins with: Excel reads UTF-8 as another encoding without it."""

HEADERS: Mapping[str, str] = {
    "stage": "Stage",
    "touchpoint": "Touchpoint",
    "action": "Action",
    "channels": "Channels",
    "emotion": "Emotion",
    "target": "Target emotion",
    "feeling": "Feeling",
    "thoughts": "Thoughts",
    "quotes": "Quotes",
    "needs": "Needs",
    "moment_of_truth": "Moment of truth",
    "pain_points": "Pain points",
    "severity": "Severity",
    "pain_point_owners": "Owners of pain points",
    "delights": "Delights",
    "opportunities": "Opportunities",
    "addresses": "Addresses",
    "impact": "Impact",
    "effort": "Effort",
    "status": "Status",
    "opportunity_owners": "Owners of opportunities",
    "owner": "Owner",
    "contributors": "Contributors",
    "personas": "Personas",
    "duration": "Duration",
    "wait": "Wait",
    "tools": "Tools",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support processes",
    "importance_customer": "Importance to customers",
    "importance_business": "Importance to the business",
    "goal": "Goal",
    "business_goal": "Business goal",
    "definition": "Definition",
    "when": "When",
    "questions": "Questions",
}
"""The columns in their order, as keys of a spec or near them, with their headers; keys with `x-` stand behind them."""

ALWAYS = (
    "stage",
    "touchpoint",
    "channels",
    "emotion",
    "feeling",
    "thoughts",
    "needs",
    "pain_points",
    "severity",
    "opportunities",
    "owner",
)
"""The columns that stand in a table even where nobody says anything in them, so that it can be filled in."""

NONE = "\N{EM DASH}"
"""What stands among several values where one of them is missing."""

MADE = re.compile(r"Made by mapgen [0-9a-f]{8}")
"""The last header of a CSV file that mapgen built, over empty cells, with a checksum; it is no column to import."""

_BULLET = "\N{BULLET} "
_BETWEEN = "; "
_WIDE = "\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
"""The signs in other widths, which some spreadsheets take, too."""

_LINE = r"(?:\A|(?<=[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]))"
_ACTIVE = rf"'*(?:[\t\r]|(?:[^\S\r\n]|[\u200b\ufeff])*(?:::|[=+\-@{_WIDE}]))"
_FORMULA = re.compile(rf"{_LINE}(?={_ACTIVE})")
_GUARD = re.compile(rf"{_LINE}'(?={_ACTIVE})")
_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")
_SCALE = re.compile(r"(.*?)\s*\(\s*(-?[0-9.]+)\s*(?:to|\N{EN DASH}|\.\.)\s*(-?[0-9.]+)\s*\)\s*")


def guarded(text: str) -> str:
    """Return a text in which no spreadsheet takes a line for a formula, and no CI service for a command.

    >>> guarded("=1+1"), guarded(" \uff1d1"), guarded("1+1"), guarded("'=1"), guarded("-2.5")
    ("'=1+1", "' \uff1d1", '1+1', "''=1", '-2.5')
    """
    return text if _NUMBER.fullmatch(text) else inert_text(_FORMULA.sub("'", text))


def unguarded(text: str) -> str:
    """Return what a text was before it was `guarded`.

    >>> unguarded("'=1+1"), unguarded("''=1"), unguarded("'tis"), unguarded("##vso<U+005B>a]")
    ('=1+1', "'=1", "'tis", '##vso[a]')
    """
    return re.sub(r"##(\w*)<U\+005B>", r"##\1[", _GUARD.sub("", text))


def joined_texts(texts: Sequence[str]) -> str:
    r"""Return the cell of some texts: one as it is, several with bullets; a line of the same text is indented.

    >>> joined_texts(["slow"]), joined_texts(["slow", "two\nlines"]), joined_texts(["slow; broken"])
    ('slow', '• slow\n• two\n  lines', '• slow; broken')
    """
    if len(texts) == 1 and not re.search(rf";|\n|\A{_BULLET}|\A{NONE}\Z", texts[0]):
        return texts[0]
    return "\n".join(_BULLET + "\n  ".join(text.split("\n")) for text in texts)


def joined_names(names: Sequence[str | None]) -> str:
    """Return the cell of some names or values on one line; a missing one leaves a dash, all of them an empty cell.

    >>> joined_names(["App", "Shop"]), joined_names(["high", None]), joined_names([None, None])
    ('App; Shop', 'high; —', '')
    """
    if not any(names):
        return ""
    if any(name and (";" in name or "\n" in name or name == NONE) for name in names):
        return joined_texts([name or NONE for name in names])
    return _BETWEEN.join(name or NONE for name in names)


def split_texts(cell: str) -> list[str]:
    r"""Return the texts of a cell.

    >>> split_texts("• slow\n• two\n  lines"), split_texts("slow"), split_texts("")
    (['slow', 'two\nlines'], ['slow'], [])
    """
    if cell.startswith(_BULLET):
        return [one.replace("\n  ", "\n") for one in cell.removeprefix(_BULLET).split("\n" + _BULLET)]
    return [cell] if cell else []


def split_names(cell: str) -> list[str | None]:
    """Return the names of a cell, None for each that is missing.

    >>> split_names("App; Shop"), split_names("high; —"), split_names("")
    (['App', 'Shop'], ['high', None], [])
    """
    parts = split_texts(cell) if cell.startswith(_BULLET) else [one.strip() for one in cell.split(";")]
    return [None if part == NONE else part for part in parts if part]


def emotion_header(low: float, high: float) -> str:
    """Return the header of the emotions with their scale: "Emotion (-2 to 2)"."""
    return f"{HEADERS['emotion']} ({low:g} to {high:g})"


def scale_of(header: str) -> tuple[str, tuple[float, float] | None]:
    """Return a header without a scale, and the scale, where there is one.

    >>> scale_of("Emotion (1 to 5)"), scale_of("Emotion")
    (('Emotion', (1.0, 5.0)), ('Emotion', None))
    """
    found = _SCALE.fullmatch(header)
    if not found:
        return header, None
    try:
        return found[1], (float(found[2]), float(found[3]))
    except ValueError:
        return header, None


def numbers(values: Iterable[float | None]) -> str | float | None:
    """Return the cell of some numbers: one is a number, several are a text.

    >>> numbers([4]), numbers([4, None, 2.5]), numbers([None])
    (4, '4; —; 2.5', None)
    """
    found = list(values)
    if not any(value is not None for value in found):
        return None
    return found[0] if len(found) == 1 else joined_names([None if one is None else f"{one:g}" for one in found])

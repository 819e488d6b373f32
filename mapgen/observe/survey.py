"""Answers to a survey, as a table -> how many gave each, by touchpoint or stage and question: counts, never texts.

The table is CSV with the columns `touchpoint` (or `stage`), `question` and `answer`, one row for each answer; others
are not read. A question is nps (0 to 10), csat (1 to 5) or ces (1 to 7). No value of the table is in a message: what
should be a number may be what somebody wrote.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, listed
from mapgen.diagnostics.span import Span
from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.model.references import folded
from mapgen.model.snapshot import SurveyCounts
from mapgen.record import record
from mapgen.source.decoding import decode

MAX_SIZE = 200_000_000
"""Bytes of a table of answers."""

SCALES: Mapping[str, tuple[int, int]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
"""The lowest and the highest answer to each question."""

_COLUMNS = {
    "place": ("touchpoint", "stage", "place"),
    "question": ("question", "metric", "type"),
    "answer": ("answer", "score", "rating", "value"),
}
_SEPARATORS = ",;\t"
_LONGEST_FIELD = 1_000_000


@record
class Survey:
    """What a table of answers says: the counts, and how many answers were left out because too few gave some."""

    counts: tuple[SurveyCounts, ...]
    answers: int
    hidden: int


def read_survey(data: bytes, journey: Journey, *, hide_below: int) -> tuple[Survey | None, tuple[Diagnostic, ...]]:
    """Return what a table of answers says, None if it cannot be read, and what is wrong with it.

    A question of a place with fewer answers than `hide_below` is left out.
    """
    text, faults = decode(data, limit=MAX_SIZE)
    if text is None:
        return None, tuple(_unreadable(fault.message, 1) for fault in faults)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return _counted(text, journey, hide_below)
    except csv.Error:
        return None, (_unreadable("a line of the table cannot be read", 1),)


def _counted(text: str, journey: Journey, hide_below: int) -> tuple[Survey | None, tuple[Diagnostic, ...]]:
    head, _, _ = text.partition("\n")
    separator = max(_SEPARATORS, key=head.count)
    rows = csv.reader(StringIO(text), delimiter=separator)
    places = {kind: _column(next_head, names) for next_head in [next(rows, [])] for kind, names in _COLUMNS.items()}
    missing = [kind for kind, at in places.items() if at is None]
    if missing:
        wanted = listed([f"`{_COLUMNS[kind][0]}`" for kind in missing], joint="and")
        return None, (_unreadable(f"the table has no column {wanted}", 1),)
    columns = [at for at in places.values() if at is not None]
    tally = _Tally(journey)
    for row in rows:
        if any(row):
            tally.add([row[at].strip() if at < len(row) else "" for at in columns], rows.line_num)
    return tally.survey(hide_below), tuple(tally.faults())


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    """Return which column has one of some names."""
    found = [name.strip().casefold() for name in head]
    return next((found.index(name) for name in names if name in found), None)


class _Tally:
    """Counts answers, and the rows that have none."""

    def __init__(self, journey: Journey) -> None:
        self._order = [location.part.id for location in walk.locations(journey)]
        parts = [location.part for location in walk.locations(journey)]
        self._places = {folded(part.name): part.id for part in reversed(parts)} | {part.id: part.id for part in parts}
        self._counts: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        self._wrong: dict[str, list[int]] = defaultdict(list)

    def add(self, values: Sequence[str], line: int) -> None:
        """Count one row."""
        named, asked, answered = values
        place, question = self._places.get(named) or self._places.get(folded(named)), asked.casefold()
        if place is None:
            self._wrong["place"].append(line)
        elif question not in SCALES:
            self._wrong["question"].append(line)
        elif (answer := _whole(answered)) is None or not SCALES[question][0] <= answer <= SCALES[question][1]:
            self._wrong["answer"].append(line)
        else:
            self._counts[place, question][answer] += 1

    def survey(self, hide_below: int) -> Survey:
        """Return the counts in the order of the spec."""
        order = sorted(self._counts, key=lambda key: (self._order.index(key[0]), key[1]))
        totals = {key: self._counts[key].total() for key in order}
        shown = [key for key in order if totals[key] >= hide_below]
        return Survey(
            counts=tuple(
                SurveyCounts(place, question, tuple(self._counts[place, question][at] for at in _scale(question)))
                for place, question in shown
            ),
            answers=sum(totals[key] for key in shown),
            hidden=sum(totals[key] for key in order if key not in shown),
        )

    def faults(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with rows that were not counted, by kind."""
        for kind, lines in self._wrong.items():
            message = f"{counted(len(lines), 'row')} {_FAULTS[kind][0]}, the first in line {lines[0]}"
            yield Diagnostic(
                "unusable-answer", message, Severity.WARNING, Span(lines[0], 1, lines[0], 2), _FAULTS[kind][1]
            )


_FAULTS = {
    "place": ("left out: no touchpoint or stage of the journey is called that", "write the id or the name of one"),
    "question": ("left out: the question is none of nps, csat and ces", "write nps, csat or ces"),
    "answer": (
        "left out: the answer is no whole number of its scale",
        "write 0 to 10 for nps, 1 to 5 for csat, 1 to 7 for ces",
    ),
}


def _scale(question: str) -> range:
    low, high = SCALES[question]
    return range(low, high + 1)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len("10") else None


def _unreadable(message: str, line: int) -> Diagnostic:
    hint = "give a CSV file in UTF-8 with the columns touchpoint, question and answer"
    return Diagnostic("unreadable-survey", message, span=Span(line, 1, line, 2), hint=hint)

"""A line of a diagram -> the task that was meant, however its parts were put together."""

import re
from itertools import pairwise

from mapgen.importers.mermaid.code import tidy
from mapgen.model.journey import Number
from mapgen.record import record

_COLON = re.compile(r":(?!//)(?!(?<=\d:)\d\d(?!\d))")
_EVERY_COLON = re.compile(r":(?!//)")
_NUMBER = r"[-+]?\d{1,4}(?:\.\d{1,4})?"
_SCORE = re.compile(rf"\s*({_NUMBER}|\d{{1,4}},\d{{1,4}})\s*(?:/\s*\d+|\(.*\)|stars?|points?)?\s*", re.IGNORECASE)
_SCORE_AND_ACTORS = re.compile(rf"\s*({_NUMBER})\s*(?:[,;|/]\s*|-+>?\s*|\s)(?!\d)(?=\S)(.*)")
_ARROW = re.compile(rf"(.*\S)\s*(?:[-=]+>|\u2192|\u21d2|\|)\s*({_NUMBER})\s*(?:[,;|]\s*(.*))?")
_ACTORS = re.compile("[,;]")


@record
class Task:
    """A task. `score` is None where none is stated.

    `unclear` is text between name and score that is actors or belongs to the name, as other tasks decide; `rest` is
    what follows the actors.
    """

    line: int
    name: str
    score: Number | None = None
    actors: tuple[str, ...] = ()
    unclear: str = ""
    rest: str = ""


def read_task(text: str, line: int) -> Task:
    """Read the statement of a task; references in it are shielded.

    >>> read_task("Wake at 7:30: 2, Me", 1)
    Task(line=1, name='Wake at 7:30', score=2, actors=('Me',), unclear='', rest='')
    """
    parts = _parts(text, _COLON)
    return (
        _arrow(parts, line) or _scored(parts, line) or _scored(_parts(text, _EVERY_COLON), line) or _bare(parts, line)
    )


def _parts(text: str, colon: re.Pattern[str]) -> list[str]:
    """Return the parts between colons; each but the first begins with its colon."""
    edges = [0, *(found.start() for found in colon.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _scored(parts: list[str], line: int) -> Task | None:
    """Read a task one of whose parts is a score, alone or followed by the actors."""
    for index, part in enumerate(parts[1:], start=1):
        found = _SCORE.fullmatch(part[1:])
        if found:
            return _with_score(parts, index, found[1], parts[index + 1 : index + 2], line)
    for index, part in enumerate(parts[1:], start=1):
        found = _SCORE_AND_ACTORS.fullmatch(part[1:])
        if found:
            return _with_score([*parts[: index + 1], "", *parts[index + 1 :]], index, found[1], [":" + found[2]], line)
    return None


def _with_score(parts: list[str], index: int, score: str, actors: list[str], line: int) -> Task:
    name, unclear = "".join(parts[:index]), ""
    if index == len(parts) - 1 and index > 1:
        name, unclear = parts[0], "".join(parts[1:index])
    rest = "".join(parts[index + 2 :])[1:]
    people = split_actors(actors[0][1:]) if actors else ()
    return Task(line, tidy(name), number(score), people, unclear[1:].strip(), tidy(rest))


def _arrow(parts: list[str], line: int) -> Task | None:
    """Read `name -> 3: actors`."""
    found = _ARROW.fullmatch(parts[0])
    if not found or any(_SCORE.fullmatch(part[1:]) for part in parts[1:]):
        return None
    people = split_actors(",".join([found[3] or "", *(part[1:] for part in parts[1:])]))
    return Task(line, tidy(found[1]), number(found[2]), people)


def _bare(parts: list[str], line: int) -> Task:
    """Read a task without a score."""
    name, *others = parts
    if len(others) > 1:
        is_empty = not others[0][1:].strip()  # a score that was left out
        name, others = name if is_empty else "".join(parts[:-1]), parts[-1:]
    return Task(line, tidy(name.removesuffix(":")), None, split_actors(others[0][1:]) if others else ())


def split_actors(text: str) -> tuple[str, ...]:
    """Return the actors of a list, each once."""
    return tuple(dict.fromkeys(actor for part in _ACTORS.split(text) if (actor := tidy(part))))


def number(text: str) -> Number:
    """Return a score as a number.

    >>> number("4,5"), number("3.0")
    (4.5, 3)
    """
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value

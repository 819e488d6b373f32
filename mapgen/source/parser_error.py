"""A YAML parser's exception -> where it stopped, and why."""

from collections.abc import Iterable
from typing import Self

import yaml
from yaml.events import Event

from mapgen.diagnostics.lines import place_of, split_lines
from mapgen.diagnostics.span import Span
from mapgen.lazy import regex
from mapgen.record import record

_WILD = regex(r"\\U(?!000|0010)")


@record
class ParserError:
    """What the parser said: its words, and the place (row and column from 0) where it stopped.

    `start` is the place where what it was reading began, `last` what it had read before, `bracket` the place of the
    bracket that encloses it.
    """

    lines: list[str]
    problem: str
    row: int
    column: int
    start: tuple[int, int] | None
    last: Event | None
    bracket: tuple[int, int] | None = None

    @classmethod
    def of(cls, text: str, error: Exception, last: Event | None, flows: Iterable[tuple[int, int]] = ()) -> Self:
        """Take the parser's exception apart; `flows` are the places (from 1) of the open collections in brackets."""
        marked = error if isinstance(error, yaml.MarkedYAMLError) else yaml.MarkedYAMLError()
        mark, context = marked.problem_mark, marked.context_mark
        problem = f"{marked.context or ''} {marked.problem or error}"
        if mark is None:  # chr() refused an escape, and said no more
            wild = _WILD.search(text)
            line, column = place_of(text, wild.start() if wild else 0)
            return cls(split_lines(text), "escape" if wild else problem, line - 1, column - 1, None, last)
        start = (context.line, context.column) if context else None
        lines = split_lines(text)
        row, column = mark.line, mark.column
        if row >= len(lines):  # where the last line has no end, the end of the text is told as a line of its own
            row, column = len(lines) - 1, len(lines[-1])
        opened = ((line - 1, begin - 1) for line, begin in flows)  # a pair in a list has no bracket of its own
        bracket = next((place for place in opened if lines[place[0]].startswith(("[", "{"), place[1])), None)
        return cls(lines, problem, row, column, start, last, bracket)

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.lines[self.row]

    @property
    def at_end(self) -> bool:
        """Whether the parser stopped where the document ends."""
        rest = self.line[self.column :].rstrip()
        return not rest or (not self.column and rest in {"---", "..."})

    def mentions(self, *words: str) -> bool:
        """Whether the parser's words contain one of these."""
        return any(word in self.problem for word in words)

    def span(self, row: int | None = None, column: int | None = None, length: int = 1) -> Span:
        """Return a place of the text, by default where the parser stopped."""
        line = (self.row if row is None else row) + 1
        start = (self.column if column is None else column) + 1
        return Span(line, start, line, start + max(1, length))

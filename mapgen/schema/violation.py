"""One place of a spec that has the wrong shape, with all that a message about it can draw on."""

from collections.abc import Iterable

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.lazy import regex
from mapgen.record import record
from mapgen.schema.shape import PathStep, Schema, Shape
from mapgen.source.commas import torn_number
from mapgen.source.comments import comment_for_text
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

_REST = regex(r",[0-9]+[^,\[\]{}]*")


@record
class Violation:
    """The value at `pointer` (`parts` is the same, taken apart) breaks the rules of the schema called `keywords`."""

    source: Source
    schema: Schema
    parts: tuple[str | int, ...]
    pointer: str
    value: Json
    keywords: frozenset[str]

    @property
    def way(self) -> tuple[PathStep, ...]:
        """What the schema wants from the top down to here."""
        return self.schema.way(self.parts)

    @property
    def shape(self) -> Shape:
        """What the schema wants here."""
        return self.way[-1].shape

    @property
    def subject(self) -> str:
        """What a message calls the value: `severity`, a pain point, the journey."""
        return self.way[-1].name

    @property
    def holder(self) -> str:
        """What a message calls the thing that holds the value."""
        return self.way[-2].name if len(self.parts) else self.subject

    def written(self) -> str:
        """Return the value as the author wrote it, "" where it goes over several lines."""
        span = self.source.locate(self.pointer)
        if span is None or span.line != span.end_line:
            return ""
        return split_lines(self.source.text)[span.line - 1][span.column - 1 : span.end_column - 1]

    def written_to_bracket(self) -> str:
        """Return the value with what follows it up to a bracket: `1,200 sheets` in a list; "" where it is no number.

        YAML takes the comma in a number for one between items.
        """
        span = self.source.locate(self.pointer)
        line = split_lines(self.source.text)[span.line - 1] if span and span.line == span.end_line else ""
        found = _REST.match(line, span.end_column - 1) if span else None
        return self.written() + found[0].rstrip() if found and self.pointer.rpartition("/")[2].isdecimal() else ""

    def comment(self) -> str:
        """Return the comment that stands where the value should, and may be meant as its text; "" where none does."""
        span = self.source.locate(self.pointer)
        return comment_for_text(split_lines(self.source.text)[span.line - 1], span.end_column - 1) if span else ""

    def around(self) -> Json:
        """Return what holds the value."""
        holder = self.source.data
        for part in self.parts[:-1]:
            holder = holder[part]  # type: ignore[index]  # the way leads through it
        return holder

    def begins_with(self, sign: str) -> bool:
        """Return whether the value begins with a sign in the text."""
        span = self.source.locate(self.pointer)
        return span is not None and split_lines(self.source.text)[span.line - 1].startswith(sign, span.column - 1)

    def own_line(self) -> str:
        """Return the line on which the value begins, "" where something else stands before it there."""
        span = self.source.locate(self.pointer)
        line = split_lines(self.source.text)[span.line - 1] if span else ""
        return "" if span is None or line[: span.column - 1].strip(" ") else line

    def begins_line(self, key: str) -> bool:
        """Return whether nothing stands before a key of the value on its line."""
        span = self.source.locate(f"{self.pointer}/{escaped(key)}", key=True)
        return span is not None and not split_lines(self.source.text)[span.line - 1][: span.column - 1].strip(" ")

    def torn_number(self, pointer: str) -> str | None:
        """Return the number with a comma that a key in braces is a part of, None where it is a part of none."""
        span = self.source.locate(pointer, key=True)
        if not any(map(str.isdigit, pointer.rpartition("/")[2])) or span is None or span.line != span.end_line:
            return None
        return torn_number(split_lines(self.source.text)[span.line - 1], span.column, span.end_column)

    def says(self, code: str, message: str, hint: str | None = None, *, at_key: bool = False) -> Diagnostic:
        """Return a diagnostic at the value, or at the key that leads to it."""
        span = self.source.locate(self.pointer, key=at_key)
        return Diagnostic(code, message, span=span, hint=hint, pointer=self.pointer)

    def says_of_key(self, key: str, code: str, message: str, hint: str | None) -> Diagnostic:
        """Return a diagnostic at a key of the value."""
        pointer = f"{self.pointer}/{escaped(key)}"
        return Diagnostic(code, message, span=self.source.locate(pointer, key=True), hint=hint, pointer=pointer)


def choice(alternatives: Iterable[str], meant: str | None) -> str:
    """Return the hint that names the alternatives, after the one that was probably meant."""
    guess = f"did you mean {quoted(meant)}? " if meant else ""
    return f"{guess}use {listed(list(alternatives))}"

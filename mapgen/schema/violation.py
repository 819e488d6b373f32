"""One place of a spec that has the wrong shape, with all that a message about it can draw on."""

from collections.abc import Iterable

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.record import record
from mapgen.schema.shape import Schema, Shape, Step
from mapgen.source.assembly import escaped
from mapgen.source.tree import Json, Source


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
    def way(self) -> tuple[Step, ...]:
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
    return f"{guess}it is {listed(list(alternatives))}"

"""What is wrong with a spec, piece by piece -> its diagnostics, in the order of the text."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.source.tree import Source


class Problems:
    """A list of problems that grows while one spec is read, and is told once at the end."""

    __slots__ = ("_found", "_lines", "source")

    def __init__(self, source: Source) -> None:
        """Begin without a problem."""
        self.source = source
        self._found: list[Diagnostic] = []
        self._lines: list[str] | None = None

    def add(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        """Note a problem with the value at `pointer`."""
        span = self.source.locate(pointer)
        self._found.append(Diagnostic(code, message, span=span, hint=hint, pointer=pointer))

    def add_at_key(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        """Note a problem with the key that leads to `pointer`."""
        span = self.source.locate(pointer, key=True)
        self._found.append(Diagnostic(code, message, span=span, hint=hint, pointer=pointer))

    def line(self, pointer: str) -> int | None:
        """Return the line on which the value at `pointer` begins."""
        span = self.source.locate(pointer)
        return span.line if span else None

    def written(self, pointer: str) -> str | None:
        """Return what stands at `pointer` in the text; None for what is not there or goes over several lines."""
        place = self.source.values.get(pointer)
        if place is None or place[0] != place[2]:
            return None
        if self._lines is None:
            self._lines = split_lines(self.source.text)
        line, start, _, end = place
        return self._lines[line - 1][start - 1 : end - 1]

    def told(self) -> tuple[Diagnostic, ...]:
        """Return all that was noted, in the order of the text."""
        return tuple(sorted(self._found, key=_place))


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return (diagnostic.span.line, diagnostic.span.column) if diagnostic.span else (0, 0)

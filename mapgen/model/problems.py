"""Problems of a spec, one by one -> its diagnostics, in the order of the text."""

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.source.tree import Source


class Problems:
    """Collects the problems of a spec while it is read."""

    __slots__ = ("_found", "_lines", "_others", "source")

    def __init__(self, source: Source) -> None:
        """Start without a problem."""
        self.source = source
        self._found: list[Diagnostic] = []
        self._lines: list[str] | None = None
        self._others: dict[str, Problems] = {}

    def library(self, prefix: str, source: Source) -> "Problems":
        """Return the places of a library that the spec uses; pointers to them begin with `prefix`.

        What is wrong there is told in the spec, at the name of the library.
        """
        self._others[prefix] = found = _LibraryProblems(self, source, prefix)
        return found

    def add(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        """Add a problem with the value at `pointer`."""
        span = self.source.locate(pointer)
        self._found.append(Diagnostic(code, message, span=span, hint=hint, pointer=pointer))

    def add_at_key(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        """Add a problem with the key that leads to `pointer`."""
        span = self.source.locate(pointer, key=True)
        self._found.append(Diagnostic(code, message, span=span, hint=hint, pointer=pointer))

    def warn_at_key(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        """Add a warning about the key that leads to `pointer`: the journey can be read all the same."""
        span = self.source.locate(pointer, key=True)
        self._found.append(Diagnostic(code, message, Severity.WARNING, span, hint, pointer))

    def line(self, pointer: str) -> int | None:
        """Return the line on which the value at `pointer` begins."""
        span = self.source.locate(pointer)
        return span.line if span else None

    def place(self, pointer: str) -> str:
        """Return where a value is, for a sentence: "on line 3", or with the name of a library."""
        found = max((prefix for prefix in self._others if pointer.startswith(f"{prefix}/")), key=len, default="")
        place = f"on line {self._others[found].line(pointer) if found else self.line(pointer)}"
        return f"{place} of {self._others[found].source.name}" if found else place

    def written(self, pointer: str) -> str | None:
        """Return the text at `pointer`; None if it is missing or has several lines."""
        place = self.source.values.get(pointer)
        if place is None or place[0] != place[2]:
            return None
        if self._lines is None:
            self._lines = split_lines(self.source.text)
        line, start, _, end = place
        return self._lines[line - 1][start - 1 : end - 1]

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all problems, in the order of the text."""
        return tuple(sorted(self._found, key=_place))


class _LibraryProblems(Problems):
    """The places of a library, for a spec that uses it."""

    __slots__ = ("_prefix", "_spec")

    def __init__(self, spec: Problems, source: Source, prefix: str) -> None:
        super().__init__(source)
        self._spec = spec
        self._prefix = prefix

    def add(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        self._spec.add(code, message, pointer, hint=hint)

    def add_at_key(self, code: str, message: str, pointer: str, *, hint: str | None = None) -> None:
        self._spec.add_at_key(code, message, pointer, hint=hint)

    def line(self, pointer: str) -> int | None:
        return super().line(pointer.removeprefix(self._prefix))

    def place(self, pointer: str) -> str:
        return self._spec.place(pointer)

    def written(self, pointer: str) -> str | None:
        return super().written(pointer.removeprefix(self._prefix))


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return (diagnostic.span.line, diagnostic.span.column) if diagnostic.span else (0, 0)

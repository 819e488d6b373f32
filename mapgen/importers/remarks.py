"""What an importer notices -> remarks, of which many of one kind are told as one."""

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted
from mapgen.diagnostics.span import Span
from mapgen.record import replace

MAX_ALIKE = 3
"""How many remarks of one kind are told one by one."""


class Remarks:
    """Collects remarks; those of one `group` are of one kind."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: list[Diagnostic] = []
        self._counts: dict[str, int] = {}
        self._more: dict[str, Diagnostic] = {}

    def dropped(self, message: str, span: Span | None = None, hint: str | None = None, *, group: str = "") -> None:
        """Report something that the spec does not say."""
        self._add(Diagnostic("import-dropped", message, Severity.WARNING, span, hint), group)

    def guessed(self, message: str, span: Span | None = None, hint: str | None = None, *, group: str = "") -> None:
        """Report how something was read that can be read in several ways."""
        self._add(Diagnostic("import-guess", message, Severity.INFO, span, hint), group)

    def doubted(self, message: str, span: Span | None = None, hint: str | None = None, *, group: str = "") -> None:
        """Report something that looks wrong in the file itself."""
        self._add(Diagnostic("import-doubt", message, Severity.WARNING, span, hint), group)

    def all(self) -> tuple[Diagnostic, ...]:
        """Return the remarks; what is beyond a few of one kind is counted, with the place of the last."""
        return (*self._told, *(self._counted(group, last) for group, last in self._more.items()))

    def _counted(self, group: str, last: Diagnostic) -> Diagnostic:
        more = counted(self._counts[group] - MAX_ALIKE, "more remark")
        return replace(last, message=f"{more} like the others, the last: {last.message}")

    def _add(self, found: Diagnostic, group: str) -> None:
        name = f"{found.code} {group or found.message}"
        self._counts[name] = self._counts.get(name, 0) + 1
        if self._counts[name] <= MAX_ALIKE:
            self._told.append(found)
        else:
            self._more[name] = found

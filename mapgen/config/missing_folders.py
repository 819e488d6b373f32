"""Settings -> a warning for each folder in `specs` that does not exist: a check passes without it."""

import os
from collections.abc import Iterator
from pathlib import Path

from mapgen.config.settings import Settings, table_path
from mapgen.config.toml_positions import places
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.files.finding import is_yaml
from mapgen.files.patterns import is_pattern


def missing_folders(settings: Settings) -> Iterator[Diagnostic]:
    """Yield a warning at the line of each folder; files and patterns that are missing are reported elsewhere."""
    for name in settings.specs:
        if not (is_pattern(name) or is_yaml(Path(name)) or os.path.lexists(settings.folder / name)):
            message = f"{quoted(name)} in `specs` does not exist"
            hint = "create the folder, or remove it from `specs`"
            yield Diagnostic("bad-setting", message, Severity.WARNING, span=_span(settings, name), hint=hint)


def _span(settings: Settings, name: str) -> Span | None:
    """Return the place of a name in the list, else that of the list."""
    key = next((key for way, (key, _) in places(settings.text, table_path(settings.file)) if way == "/specs"), None)
    if key is None:
        return None
    lines = settings.text.split("\n")
    for row in range(key[0], len(lines) + 1):
        for mark in "\"'":
            column = lines[row - 1].find(f"{mark}{name}{mark}")
            if column >= 0:
                return Span(row, column + 1, row, column + len(name) + 3)
    return Span(*key)

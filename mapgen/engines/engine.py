"""What the command asks of an engine, and how an engine says that it cannot answer."""

import importlib
from collections.abc import Sequence
from typing import Any, Protocol

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.observe.dialect import Dialect

Answer = Sequence[Sequence[object]]
"""Rows, each with as many values as the statement selects."""


class EventEngine(Protocol):
    """A source of events that is open: `source` is it in SQL; `texts` says that all of its columns are texts."""

    dialect: Dialect
    source: str
    texts: bool

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns; EngineFailedError where there is no such source."""
        ...

    def ask(self, statement: str) -> Answer:
        """Return the rows of a statement; EngineFailedError where it fails."""
        ...

    def close(self) -> None:
        """Let go of the source."""
        ...


class EngineFailedError(Exception):
    """An engine cannot answer; the message is ours, and holds nothing of the data."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Take a message of one line."""
        super().__init__(message)
        self.hint = hint

    @property
    def diagnostic(self) -> Diagnostic:
        """What there is to say."""
        return Diagnostic("engine-failed", str(self), hint=self.hint)


class MissingDriverError(Exception):
    """A package of an extra is not installed; the text says which, `hint` has the command that installs it."""

    def __init__(self, package: str, extra: str) -> None:
        """Take the names of the package and of the extra."""
        super().__init__(f"`mapgen observe` needs the package {package}, which is not installed")
        self.hint = f'pip install "mapgen[{extra}]"'


def load_driver(module: str, extra: str) -> Any:  # noqa: ANN401 - what a package offers is known where it is used
    """Import a driver; MissingDriverError where that cannot be done."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingDriverError(module, extra) from error

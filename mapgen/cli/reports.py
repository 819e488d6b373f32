"""The format of a report, as a person chooses it, and where it goes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import click

from mapgen.cli import streams
from mapgen.cli.specs import STDIN
from mapgen.diagnostics.phrases import listed
from mapgen.files.writing import Output, write

DEFAULT = "text"


class HasSuffix(Protocol):
    """A format of files with an ending."""

    @property
    def suffix(self) -> str:
        """The ending: ".md"."""


def form_of(kind: str | None, output: str | None, formats: Mapping[str, HasSuffix]) -> str:
    """Return the format: as it is named, else as the name of the file says.

    A file has to have the ending of a format, so that a revision that begins like an option writes nothing.
    """
    if output in {None, STDIN}:
        return kind or DEFAULT
    suffix = Path(str(output)).suffix.lower()
    fitting = [name for name, one in formats.items() if one.suffix == suffix]
    if not fitting or kind not in {None, *fitting}:
        ends = [formats[kind].suffix] if kind else sorted(one.suffix for one in formats.values())
        message = f"name a file that ends in {listed(ends)}"
        raise click.BadParameter(message, click.get_current_context(), param_hint="--output")
    return fitting[0]


def put(text: str, output: str | None) -> None:
    """Write a report to a file, or to standard output."""
    if output in {None, STDIN}:
        streams.put(text.encode())
    else:
        write([Output(Path(str(output)), text.encode())])

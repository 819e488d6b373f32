"""The format of a report, as a person chooses it, and where it goes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from mapgen.build.specs import STDIN
from mapgen.diagnostics.phrases import listed
from mapgen.files.writing import Output, write
from mapgen.render.report_format import ReportFormat
from mapgen.terminal import console

DEFAULT = "text"
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])


def report_options(formats: Mapping[str, ReportFormat[Any]], example: str) -> Callable[[F], F]:
    """Return the options of a command that writes a report: `kind`, its format, and `output`, a file like `example`."""
    to = click.option("--to", "kind", type=click.Choice(list(formats)), help=f"Output format.  [default: {DEFAULT}]")
    output = click.option(
        "-o", "--output", metavar="FILE", help=f"Output file, such as {example}.  [default: standard output]"
    )
    return lambda command: to(output(command))


def infer_format(kind: str | None, output: str | None, formats: Mapping[str, ReportFormat[T]]) -> ReportFormat[T]:
    """Return the format: as it is named, else as the name of the file says.

    A file has to have the ending of a format, so that a revision that begins like an option writes nothing.
    """
    if output in {None, STDIN}:
        return formats[kind or DEFAULT]
    suffix = Path(str(output)).suffix.lower()
    fitting = {name: one for name, one in formats.items() if one.suffix == suffix}
    if not fitting or kind not in {None, *fitting}:
        ends = [formats[kind].suffix] if kind else sorted(one.suffix for one in formats.values())
        message = f"name a file that ends in {listed(ends)}"
        raise click.BadParameter(message, click.get_current_context(), param_hint="--output")
    return next(iter(fitting.values()))


def write_report(text: str, output: str | None) -> None:
    """Write a report to a file, or to standard output."""
    if output in {None, STDIN}:
        console.write_stdout(text.encode())
    else:
        write([Output(Path(str(output)), text.encode())])

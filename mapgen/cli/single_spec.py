"""The one spec that a command is about -> what was read of it; what is wrong with it is reported."""

import click

from mapgen.build.discovery import named_specs
from mapgen.build.libraries import RunLibraries
from mapgen.build.specs import LoadedSpec, failure, read_spec
from mapgen.terminal.diagnostic_output import DiagnosticWriter


def read_single_spec(name: str | None, command: str) -> tuple[LoadedSpec, int]:
    """Return a spec and the exit code if it has no journey, else 0; UsageError unless a single one is named."""
    voice = DiagnosticWriter()
    meant, settings = named_specs((name,) if name else (), voice)
    if len(meant) != 1:
        message = f"`{command}` takes one spec, got {len(meant)}"
        raise click.UsageError(message, click.get_current_context())
    read = read_spec(meant[0], RunLibraries(settings))
    voice.write_libraries(read.checked)
    voice.write(meant[0].name, read.checked.text, read.checked.diagnostics)
    return read, failure(meant) if read.checked.journey is None or read.checked.failed else 0

"""`mapgen schema`: the JSON Schema of the language, for editors."""

from pathlib import Path

import click

from mapgen import resources
from mapgen.cli import streams
from mapgen.files.writing import Output, write


@click.command("schema", short_help="Print the JSON Schema of the language.")
@click.option("-o", "--output", metavar="FILE", help="File to write it to.  [default: standard output]")
def schema(output: str | None) -> int:
    """Print the JSON Schema of the language, for editors that complete and check."""
    data = resources.schema()
    if output in {None, "-"}:
        streams.put(data)
    else:
        write([Output(Path(str(output)), data)])
    return 0


COMMAND = schema

"""`mapgen schema`: the JSON Schema of the language, for editors."""

import json
from pathlib import Path

import click

from mapgen import resources
from mapgen.files.writing import Output, write
from mapgen.schema.standard import standard
from mapgen.terminal import console

_SCHEMAS = {"journey": resources.schema, "library": resources.library_schema}


@click.command("schema", short_help="Print the JSON Schema of the language.")
@click.argument("kind", required=False, type=click.Choice(tuple(_SCHEMAS)), metavar="[library]")
@click.option("-o", "--output", metavar="FILE", help="Output file.  [default: standard output]")
@click.option("--editor", is_flag=True, help="Add what editors show beside the standard: formatted help and snippets.")
def schema(kind: str | None, *, output: str | None, editor: bool) -> int:
    """Print the JSON Schema of the language, or that of libraries, for completion and checks in editors."""
    data = _SCHEMAS[kind or "journey"]()
    if not editor:
        data = (json.dumps(standard(json.loads(data)), ensure_ascii=False, indent=2) + "\n").encode()
    if output in {None, "-"}:
        console.write_stdout(data)
    else:
        write([Output(Path(str(output)), data)])
    return 0


COMMAND = schema

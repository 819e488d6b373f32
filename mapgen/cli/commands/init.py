"""`mapgen init`: a first spec to write on, from one of the usual stage models."""

import os
from pathlib import Path

import click

from mapgen import resources
from mapgen.build.gitattributes import add_attributes, lacks_attributes
from mapgen.cli.spec_path import ENDING, spec_path
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import is_folder
from mapgen.files.reading import read
from mapgen.files.writing import Output, create, write
from mapgen.terminal import console
from mapgen.terminal.options import unknown_name

_ID = b'"$id": "urn:mapgen:journey:'
_AGENTS = "AGENTS.md"
_DEFAULT_FILE = "journey.yaml"
_DEFAULT_MODEL = "lifecycle-5"


@click.command("init")
@click.argument("file", default=_DEFAULT_FILE)
@click.option(
    "--model", default=_DEFAULT_MODEL, metavar="NAME", help=f"Stage model to start from.  [default: {_DEFAULT_MODEL}]"
)
@click.option("--blank", is_flag=True, help="Write only the title and the stages of the model.")
@click.option(
    "--schema", is_flag=True, help=f"Write {resources.SCHEMA_FILE} beside the spec, for completion in editors."
)
@click.option("--list", "listing", is_flag=True, help="List the stage models.")
@click.option("--agents", is_flag=True, help=f"Write {_AGENTS}, instructions for assistants, instead of a spec.")
@click.option("--gitattributes", is_flag=True, help="Add lines for maps to .gitattributes instead of creating a spec.")
def init(  # noqa: PLR0913 - one for each option
    file: str, *, model: str, blank: bool, schema: bool, listing: bool, agents: bool, gitattributes: bool
) -> int:
    """Create a first spec, with comments that explain the language.

    Default for FILE: journey.yaml. `checkout` becomes checkout.journey.yaml. Existing files are not overwritten.
    """
    if gitattributes:
        console.echo(add_attributes(Path()))
        return 0
    if agents:
        return _write_agents(Path(file))
    models = [name.removesuffix(ENDING) for name in resources.templates("new") if name.endswith(ENDING)]
    if listing:
        width = max(map(len, models))
        console.echo("\n".join(f"{name:<{width}}  {_purpose(name)}" for name in models))
        return 0
    wrong = unknown_name(model, "stage model", models)
    if wrong:
        raise click.BadParameter(wrong, click.get_current_context(), param_hint="--model")
    path = spec_path(file, _DEFAULT_FILE)
    beside = path.with_name(resources.SCHEMA_FILE)
    if schema:
        _check_replaceable(beside)
    create(Output(path, _spec(model, blank=blank).encode()))
    name = path_shown(shown(path))
    console.echo(f"{name} created; next: mapgen build {name}")
    if schema:
        write([Output(beside, resources.schema())])
        console.echo(f"{path_shown(shown(beside))} written; editors complete and check specs with it")
    if lacks_attributes(path.parent):
        console.echo("if you commit maps, run mapgen init --gitattributes to collapse them in reviews")
    return 0


COMMAND = init


def _check_replaceable(path: Path) -> None:
    """Raise FileError where a file is in the place of the schema that is none of mapgen's."""
    if os.path.lexists(path) and _ID not in read(path):
        message = f"{shown(path)} exists, and is not the schema of mapgen; rename it, or leave out --schema"
        raise FileError(message)


def _write_agents(path: Path) -> int:
    """Write instructions for assistants into a folder, or beside a spec, unless there are some."""
    beside = (path if is_folder(path) else path.parent) / _AGENTS
    name = path_shown(shown(beside))
    if os.path.lexists(beside):
        message = f"{name} exists; mapgen does not overwrite it"
        error = FileError(message)
        error.hint = "name the folder of the specs, as in mapgen init --agents journeys, or move the file away"
        raise error
    create(Output(beside, resources.template(f"agents/{_AGENTS}").encode()))
    console.echo(f"{name} created: it explains specs, their evidence and the commands to assistants")
    return 0


def _spec(model: str, *, blank: bool) -> str:
    """Return a spec of a model, all of it or only its stages, whose first line tells editors where the schema is."""
    template = _template(model)
    if not blank:
        return f"{resources.MODELINE}\n{template}"
    from mapgen.source.parser import parse  # of no use to the other options, and slow to import

    source, _ = parse(template, name=model)
    data = source.data if source else None
    stages = data.get("stages") if isinstance(data, dict) else None
    names = [stage["name"] for stage in stages if isinstance(stage, dict)] if isinstance(stages, list) else []
    return "\n".join(
        (resources.MODELINE, "title: Name of the journey", "stages:", *(f"  - name: {name}" for name in names), "")
    )


def _template(model: str) -> str:
    return resources.template(f"new/{model}{ENDING}")


def _purpose(model: str) -> str:
    """Return what a stage model is for, as the first line of its spec says."""
    return _template(model).partition("\n")[0].removeprefix(f"# {model} is ").removesuffix(".")

"""`mapgen init`: a first spec to write on, from one of the usual stage models."""

from pathlib import Path

import click

from mapgen import resources
from mapgen.build.gitattributes import add_attributes, lacks_attributes
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import shown
from mapgen.files.finding import is_folder
from mapgen.files.writing import Output, create
from mapgen.terminal import console
from mapgen.terminal.options import unknown_name

_ENDING = ".journey.yaml"
_YAML = (".yaml", ".yml")
_DEFAULT_FILE = "journey.yaml"
_DEFAULT_MODEL = "lifecycle-5"


@click.command("init")
@click.argument("file", default=_DEFAULT_FILE)
@click.option(
    "--model", default=_DEFAULT_MODEL, metavar="NAME", help=f"Stage model to start from.  [default: {_DEFAULT_MODEL}]"
)
@click.option("--list", "listing", is_flag=True, help="List the stage models.")
@click.option("--gitattributes", is_flag=True, help="Add lines for maps to .gitattributes instead of creating a spec.")
def init(file: str, *, model: str, listing: bool, gitattributes: bool) -> int:
    """Create a first spec, with comments that explain the language.

    Default for FILE: journey.yaml. `checkout` becomes checkout.journey.yaml. Existing files are not overwritten.
    """
    if gitattributes:
        console.echo(add_attributes(Path()))
        return 0
    models = [name.removesuffix(_ENDING) for name in resources.templates("new") if name.endswith(_ENDING)]
    if listing:
        width = max(map(len, models))
        console.echo("\n".join(f"{name:<{width}}  {_purpose(name)}" for name in models))
        return 0
    wrong = unknown_name(model, "stage model", models)
    if wrong:
        raise click.BadParameter(wrong, click.get_current_context(), param_hint="--model")
    path = _path(file)
    create(Output(path, _template(model).encode()))
    name = path_shown(shown(path))
    console.echo(f"{name} created; next: mapgen build {name}")
    if lacks_attributes(path.parent):
        console.echo("if you commit maps, run mapgen init --gitattributes to collapse them in reviews")
    return 0


COMMAND = init


def _template(model: str) -> str:
    return resources.template(f"new/{model}{_ENDING}")


def _purpose(model: str) -> str:
    """Return what a stage model is for, as the first line of its spec says."""
    return _template(model).partition("\n")[0].removeprefix(f"# {model} is ").removesuffix(".")


def _path(file: str) -> Path:
    path = Path(file)
    if is_folder(path):
        return path / _DEFAULT_FILE
    return path if path.suffix.lower() in _YAML else path.with_name(path.name + _ENDING)

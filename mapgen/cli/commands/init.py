"""`mapgen init`: a first spec to write on, from one of the usual stage models."""

from pathlib import Path

import click

from mapgen import resources
from mapgen.cli import streams
from mapgen.cli.attributes import add_attributes, lacks_attributes
from mapgen.cli.choices import fault
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.trouble import shown
from mapgen.files.writing import Output, create

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
@click.option("--gitattributes", is_flag=True, help="Write no spec, but lines for maps into .gitattributes.")
def init(file: str, *, model: str, listing: bool, gitattributes: bool) -> int:
    """Write a first spec, with comments that teach the language.

    FILE is journey.yaml where none is named; `checkout` becomes checkout.journey.yaml. Nothing is overwritten.
    """
    if gitattributes:
        streams.say(add_attributes(Path()))
        return 0
    models = [name.removesuffix(_ENDING) for name in resources.templates("new") if name.endswith(_ENDING)]
    if listing:
        width = max(map(len, models))
        streams.say("\n".join(f"{name:<{width}}  {_purpose(name)}" for name in models))
        return 0
    wrong = fault(model, "stage model", models)
    if wrong:
        raise click.BadParameter(wrong, click.get_current_context(), param_hint="--model")
    path = _path(file)
    create(Output(path, _template(model).encode()))
    name = path_shown(shown(path))
    streams.say(f"{name} is written; next: mapgen build {name}")
    if lacks_attributes(path.parent):
        streams.say("where maps are kept in git, mapgen init --gitattributes has reviews fold them")
    return 0


COMMAND = init


def _template(model: str) -> str:
    return resources.template(f"new/{model}{_ENDING}")


def _purpose(model: str) -> str:
    """Return what a stage model is for, as the first line of its spec says."""
    return _template(model).partition("\n")[0].removeprefix(f"# {model} is ").removesuffix(".")


def _path(file: str) -> Path:
    path = Path(file)
    if path.is_dir():
        return path / _DEFAULT_FILE
    return path if path.suffix.lower() in _YAML else path.with_name(path.name + _ENDING)

"""`mapgen show`: the map of a journey in the terminal."""

import shutil

import click

from mapgen.analysis import analyze
from mapgen.cli.single_spec import read_single_spec
from mapgen.render.text.line import SIGNS, written
from mapgen.render.text.page import MIN_WIDTH, WIDTH, page
from mapgen.terminal import console

_MAX_WIDTH = 500
_WIDEST = 160  # columns of a terminal that are used where nobody asks for more; longer lines are hard to read


@click.command("show", short_help="Show a journey in the terminal.")
@click.argument("spec", required=False)
@click.option(
    "--width",
    type=click.IntRange(MIN_WIDTH, _MAX_WIDTH),
    metavar="N",
    help="Width in columns.  [default: that of the terminal]",
)
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Use colors.  [default: on a terminal, unless NO_COLOR is set]",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII characters only.")
def show(spec: str | None, *, width: int | None, color: str, ascii_only: bool) -> int:
    """Show a journey in the terminal: the emotion curve, and each stage with its touchpoints.

    SPEC is a file, a folder with one spec or - for standard input.
    """
    read, code = read_single_spec(spec, "show")
    journey = read.checked.journey
    if journey is None or code:
        return code
    room = width or min(_WIDEST, shutil.get_terminal_size((WIDTH, 0)).columns)
    is_colored = console.colored(on_stdout=True) if color == "auto" else color == "always"
    lines = page(journey, analyze(journey), room)
    text = written(lines, color=is_colored, ascii_only=ascii_only or not console.can_write(SIGNS))
    console.echo(text.removesuffix("\n"))
    return 0


COMMAND = show

"""`mapgen scenarios`: the scenarios of a journey, and the paths through its flow, most likely first."""

from typing import get_args

import click

from mapgen.analysis.chances import Outcome
from mapgen.cli import streams
from mapgen.cli.listings import LISTINGS
from mapgen.cli.listings.listing import take
from mapgen.cli.sources import named_specs
from mapgen.cli.specs import failure, read_spec
from mapgen.cli.voice import Voice
from mapgen.model.journey import ExitKind

_MOST = click.IntRange(1, 1_000)
_ENDS = (*get_args(ExitKind), "end")


@click.command("scenarios", short_help="List the ways through a journey, most likely first.")
@click.argument("spec", required=False)
@click.option("--most", type=_MOST, default=10, metavar="N", help="How many paths to list, at most.  [default: 10]")
@click.option(
    "--end",
    type=click.Choice(_ENDS),
    metavar="KIND",
    help=f"Only paths that end so: {', '.join(_ENDS[:-1])} or {_ENDS[-1]}.  [default: all]",
)
@click.option(
    "--to", type=click.Choice(tuple(LISTINGS)), default="text", metavar="FORMAT",
    help=f"{', '.join(LISTINGS)}.  [default: text]",
)  # fmt: skip
def scenarios(spec: str | None, *, most: int, end: Outcome | None, to: str) -> int:
    """List the scenarios of a journey and the paths through its flow, most likely first.

    SPEC is a file, a folder with one spec or - for standard input. A path goes through the same touchpoint at most
    twice. Without any share in the spec, the shortest path comes first.
    """
    voice = Voice()
    meant, _ = named_specs((spec,) if spec else (), voice)
    if len(meant) != 1:
        message = f"scenarios takes one spec, and {len(meant)} are meant"
        raise click.UsageError(message, click.get_current_context())
    read = read_spec(meant[0])
    voice.tell(meant[0].name, read.checked.text, read.checked.diagnostics)
    journey = read.checked.journey
    if journey is None or read.checked.failed:
        return failure(meant)
    streams.put(LISTINGS[to].write(take(journey, meant[0].name, most=most, end=end)).encode())
    return 0


COMMAND = scenarios

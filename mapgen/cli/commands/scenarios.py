"""`mapgen scenarios`: the scenarios of a journey, and the paths through its flow, most likely first."""

from typing import get_args

import click

from mapgen.analysis.outcomes import OutcomeKind
from mapgen.cli.output_format import infer_format, report_options, write_report
from mapgen.cli.single_spec import read_single_spec
from mapgen.model.journey import ExitKind
from mapgen.scenarios import SCENARIO_FORMATS
from mapgen.scenarios.listing import report_scenarios

_MOST = click.IntRange(1, 1_000)
_ENDS = (*get_args(ExitKind), "end")


@click.command("scenarios", short_help="List the paths through a journey, most likely first.")
@click.argument("spec", required=False)
@click.option("--most", type=_MOST, default=10, metavar="N", help="Maximum number of paths.  [default: 10]")
@click.option(
    "--end",
    type=click.Choice(_ENDS),
    metavar="KIND",
    help=f"Only paths with this outcome: {', '.join(_ENDS[:-1])} or {_ENDS[-1]}.  [default: all]",
)
@report_options(SCENARIO_FORMATS, "paths.csv")
def scenarios(spec: str | None, *, most: int, end: OutcomeKind | None, kind: str | None, output: str | None) -> int:
    """List the scenarios of a journey and the paths through its flow, most likely first.

    SPEC is a file, a folder with one spec or - for standard input. A path visits a touchpoint at most twice. If
    the spec has no shares, the shortest path comes first.
    """
    form = infer_format(kind, output, SCENARIO_FORMATS)
    read, code = read_single_spec(spec, "scenarios")
    journey = read.checked.journey
    if journey is None or code:
        return code
    write_report(form.render(report_scenarios(journey, read.spec.name, most=most, end=end)), output)
    return 0


COMMAND = scenarios

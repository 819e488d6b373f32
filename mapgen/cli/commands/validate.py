"""`mapgen validate`: reads specs and says what is wrong with them; writes nothing."""

import click

from mapgen.cli import streams
from mapgen.cli.net import FAILED
from mapgen.cli.sources import named_specs
from mapgen.cli.specs import Read, read_spec
from mapgen.cli.voice import Voice, output_format
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.terminal import path_shown


@click.command("validate")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@output_format
@click.option("-q", "--quiet", is_flag=True, help="Say nothing about specs that are right.")
def validate(specs: tuple[str, ...], *, output_format: str, quiet: bool) -> int:
    """Check specs and tell everything that is wrong with them.

    SPEC is a file, a folder, a pattern or - for standard input; without one, what the settings name.
    """
    meant, _ = named_specs(specs, Voice())
    voice = Voice(output_format)
    failed = False
    for spec in meant:
        read = read_spec(spec)
        voice.tell(spec.name, read.checked.text, read.checked.diagnostics)
        wrong = read.checked.failed or any(one.severity is not Severity.INFO for one in read.checked.diagnostics)
        failed = failed or wrong
        if not (wrong or quiet or voice.writes_document):
            streams.say(_line(read))
    voice.end()
    return FAILED if failed else 0


COMMAND = validate


def _line(read: Read) -> str:
    journey = read.checked.journey
    stages = len(journey.stages) if journey else 0
    touchpoints = sum(1 for _ in journey.touchpoints()) if journey else 0
    counts = f"{_counted(stages, 'stage')}, {_counted(touchpoints, 'touchpoint')}"
    return f"{path_shown(read.spec.name)}: nothing is wrong ({counts})"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""`mapgen observe --survey`: answers to a survey are counted into the snapshot beside a spec."""

from pathlib import Path

from mapgen.analysis.surveys import survey_figure
from mapgen.build.specs import LoadedSpec
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted
from mapgen.files.errors import shown
from mapgen.files.reading import read
from mapgen.files.snapshots import snapshot_path
from mapgen.files.writing import Output, write
from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.model.snapshot import SurveyCounts
from mapgen.observe.snapshot_file import write_snapshot
from mapgen.observe.survey import MAX_SIZE, Survey, read_survey
from mapgen.record import replace
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError


def count_answers(loaded: LoadedSpec, journey: Journey, table: Path, hide_below: int | None) -> int:
    """Count the answers of a table, in place of those that were counted before; return the exit code.

    MisuseError where there is no snapshot that could take them.
    """
    seen = journey.observed
    if seen is None or loaded.spec.path is None:
        message = "answers are added to the snapshot beside the spec, and there is none"
        raise MisuseError(message, "run `mapgen observe` with `--from` first")
    below = max(seen.hidden_below, journey.events.hide_below if journey.events else 0, hide_below or 0)
    survey, faults = read_survey(read(table, limit=MAX_SIZE), journey, hide_below=below)
    voice = DiagnosticWriter(fails=Severity.ERROR)
    voice.write(str(table), "", faults)
    voice.finish()
    if survey is None:
        return EXIT_FAILED
    path = snapshot_path(loaded.spec.path)
    write([Output(path, write_snapshot(replace(seen, surveys=survey.counts)))])
    _tell(journey, survey, below)
    console.echo(f"wrote {shown(path)}")
    return 0


def _tell(journey: Journey, survey: Survey, below: int) -> None:
    names = walk.names(journey)
    for one in survey.counts:
        console.echo(_figure(names[one.place], one))
    if survey.hidden:
        console.echo(f"left out {counted(survey.hidden, 'answer')}: fewer than {below} to a question of a place")


def _figure(name: str, survey: SurveyCounts) -> str:
    found = survey_figure(survey)
    if found is None:
        return f"{name}: no answers"
    low, high = (f"{end:.1f}" for end in (found.interval.low, found.interval.high))
    unit = f" {found.unit}" if found.unit else ""
    return f"{name}: {found.name} {found.value:.1f}{unit} ({low} to {high}), {counted(found.sample, 'answer')}"

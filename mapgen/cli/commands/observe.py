"""`mapgen observe`: events of customers -> the snapshot of their counts beside a spec."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from mapgen.build.specs import STDIN, LoadedSpec
from mapgen.cli.accepting_observed import accept_observed
from mapgen.cli.counting_answers import count_answers
from mapgen.cli.observed_report import OBSERVED_FORMATS, ObservedReport
from mapgen.cli.observing import ObserveWishes, Observing
from mapgen.cli.output_format import infer_format, report_options, write_report
from mapgen.cli.single_spec import read_single_spec
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.engines.engine import Answer, EngineFailedError, EventEngine, MissingDriverError
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.files.snapshots import snapshot_path
from mapgen.files.writing import Output, write
from mapgen.model.journey import Journey
from mapgen.model.snapshot import Snapshot
from mapgen.observe.definitions import PeriodKind, Window
from mapgen.observe.dialects import DIALECTS
from mapgen.observe.reading import CountsError, read_csv
from mapgen.observe.snapshot_file import write_snapshot
from mapgen.record import replace
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED, EXIT_MISUSE
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError

MAX_COUNTS = 200_000_000
"""The largest file of counts that is read, in bytes."""

_TABLE = "events"  # what the table of a printed statement is called if nobody says
_MAX_AGE = 92


def _day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    try:
        if value is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise ValueError  # noqa: TRY301 - it is refused in the same words
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        message = f"{quoted(value or '')} is not a day; write year, month and day: 2026-10-01"
        raise click.BadParameter(message, context, option) from error


def _size(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None or re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,3})? ?[KMGT]i?B", value, re.ASCII | re.IGNORECASE):
        return value
    message = f"{quoted(value)} is not an amount of memory; write for example 1GB or 500MB"
    raise click.BadParameter(message, context, option)


@click.command("observe", short_help="Count events of customers, to compare them with the map.")
@click.argument("spec", required=False)
@click.option(
    "--from", "sources", multiple=True, metavar="FILE|URL", help="Files of events, or a database; repeatable."
)
@click.option("--table", metavar="NAME", help="Table of the database, or of the statement of --sql.")
@click.option("--sql", "dialect", type=click.Choice(list(DIALECTS)), help="Print the statement for an engine.")
@click.option("--counts", metavar="FILE", help="CSV with the rows that the statement of --sql gave.")
@click.option("--survey", metavar="FILE", help="CSV with answers to NPS, CSAT and CES; only counts are kept.")
@click.option("--accept", is_flag=True, help="Write the observed shares, volumes and metrics into SPEC.")
@click.option("--diff", is_flag=True, help="With --accept: write nothing; print what would change.")
@click.option("--suggest", is_flag=True, help="Print a mapping to begin with, from the data of --from; write nothing.")
@click.option("--check", is_flag=True, help="Check that the snapshot is of this map, and not too old; read no data.")
@click.option(
    "--max-age", type=click.IntRange(0), metavar="DAYS", help=f"Age that --check allows.  [default: {_MAX_AGE}]"
)
@click.option("--since", callback=_day, metavar="DAY", help="First day that counts.  [default: the first of the data]")
@click.option(
    "--until", callback=_day, metavar="DAY", help="First day that no longer counts.  [default: after the data]"
)
@click.option(
    "--periods", type=click.Choice(get_args(PeriodKind)), default="month", help="Length of a period.  [default: month]"
)
@click.option(
    "--hide-below", type=click.IntRange(5), metavar="N", help="Hide counts of fewer customers; raises that of the spec."
)
@click.option("--threads", type=click.IntRange(1), metavar="N", help="Threads for reading files.  [default: all]")
@click.option(
    "--memory", callback=_size, metavar="SIZE", help="Memory for reading files, such as 1GB; more is put on the disk."
)
@report_options(OBSERVED_FORMATS, "observed.md")
def observe(  # noqa: C901, PLR0911, PLR0913 - one parameter an option, and an end for each way to use it
    spec: str | None,
    *,
    sources: tuple[str, ...],
    table: str | None,
    dialect: str | None,
    counts: str | None,
    survey: str | None,
    accept: bool,
    diff: bool,
    suggest: bool,
    check: bool,
    max_age: int | None,
    since: date | None,
    until: date | None,
    periods: PeriodKind,
    hide_below: int | None,
    threads: int | None,
    memory: str | None,
    kind: str | None,
    output: str | None,
) -> int:
    """Count what customers did, and write the counts to a file beside SPEC.

    SPEC says with `events` how the journey shows in the data. Events are read from files (Parquet, CSV, JSON lines)
    or counted in a database; no row and no customer is in what is written. The maps of SPEC show the counts from then
    on.
    """
    _take_one((sources, dialect, counts, survey, accept, check), is_lost=diff and not accept)
    form = OBSERVED_FORMATS["text"] if dialect else infer_format(kind, output, OBSERVED_FORMATS)
    loaded, code = read_single_spec(spec, "observe")
    journey = loaded.checked.journey
    if journey is None or code:
        return code
    if check:
        return _check(loaded, journey, _MAX_AGE if max_age is None else max_age)
    if accept:
        return accept_observed(loaded, diff=diff)
    if survey:
        return count_answers(loaded, journey, Path(survey), hide_below)
    if suggest:
        return _suggest(journey, sources, table, threads, memory)
    mapping = journey.events
    if mapping is None:
        return _tell(loaded, (_unmapped(),))
    observing = Observing(journey, mapping, ObserveWishes(since, until, periods, hide_below))
    if dialect:
        write_report(_statement(observing, dialect, table or _TABLE), output)
        return 0
    try:
        snapshot = _snapshot(observing, sources, counts, table, threads, memory)
    except MissingDriverError as error:
        console.report_error("missing-package", str(error), error.hint)
        return EXIT_MISUSE
    code = _tell(loaded, observing.found)
    if snapshot is None or code:
        return code or EXIT_FAILED
    if journey.observed:
        snapshot = replace(snapshot, surveys=journey.observed.surveys)
    path = _path(loaded)
    write([Output(path, write_snapshot(snapshot))])
    write_report(form.render(ObservedReport(replace(journey, observed=snapshot), shown(path))), output)
    return 0


COMMAND = observe


def _take_one(ways: Sequence[object], *, is_lost: bool) -> None:
    """Refuse none or several of the ways to use the command, and an option that is lost without one of them."""
    if len([one for one in ways if one]) != 1 or is_lost:
        others = "`--sql`, `--counts`, `--survey`, `--accept` (with or without `--diff`) and `--check`"
        message = f"name the events with `--from`, or use one of {others}"
        raise click.UsageError(message, click.get_current_context())


def _path(loaded: LoadedSpec) -> Path:
    return snapshot_path(loaded.spec.path or Path("journey.yaml"))


def _tell(loaded: LoadedSpec, found: Sequence[Diagnostic]) -> int:
    """Report what was found at its place in the spec, and return the exit code."""
    voice = DiagnosticWriter(fails=Severity.ERROR)
    told = loaded.checked.with_diagnostics(found).diagnostics[len(loaded.checked.diagnostics) :]
    voice.write(loaded.spec.name, loaded.checked.text, told)
    return EXIT_FAILED if voice.failed else 0


def _unmapped() -> Diagnostic:
    message = "the spec does not say how the journey shows in events"
    hint = "add `events` to the journey, with `customer`, `name` and `time`, and `events` to its touchpoints"
    return Diagnostic("no-mapping", message, hint=hint)


def _window(observing: Observing) -> Window:
    window = observing.asked_window()
    if window is None or window.since >= window.until:
        message = "`--sql` and `--counts` need the same time: `--since` and, later, `--until`"
        raise MisuseError(message, "for example --since 2026-01-01 --until 2026-10-01")
    return window


def _statement(observing: Observing, dialect: str, table: str) -> str:
    engine = DIALECTS[dialect]
    window = _window(observing)
    head = (
        f"-- {engine.title}: counts of events for a map; it reads one table and changes nothing.",
        "-- Set the time zone of the session to UTC. Save the rows as CSV with the names of the columns, then run:",
        "-- mapgen observe SPEC --counts rows.csv, with the same --since, --until and --periods.",
    )
    return "\n".join((*head, observing.written(engine.table(table), engine, window))) + "\n"


def _snapshot(  # noqa: PLR0913, PLR0917 - what the events are read from
    observing: Observing,
    sources: Sequence[str],
    counts: str | None,
    table: str | None,
    threads: int | None,
    memory: str | None,
) -> Snapshot | None:
    """Return the snapshot; None where `observing` has found why there is none."""
    if counts is not None:
        return _from_counts(observing, Path(counts))
    from mapgen.cli.event_source import open_source

    if STDIN in sources:
        message = "events are read several times, and standard input can be read once"
        raise MisuseError(message, "save it to a file and name that")
    try:
        engine = open_source(sources, table, threads, memory)
        try:
            return observing.count(engine, lambda doing, sql: _ask(engine, doing, sql))
        finally:
            engine.close()
    except EngineFailedError as error:
        observing.found.append(error.diagnostic)
        return None


def _from_counts(observing: Observing, path: Path) -> Snapshot | None:
    window = _window(observing)
    try:
        rows = read_csv(read(path, limit=MAX_COUNTS).decode())
    except UnicodeDecodeError as error:
        message = f"{shown(path)} is not UTF-8"
        raise FileError(message) from error
    except CountsError as error:
        observing.found.append(Diagnostic("unusable-counts", str(error), hint="save all columns, with their names"))
        return None
    return observing.read(rows, window)


def _ask(engine: EventEngine, doing: str, sql: str) -> Answer:
    """Ask an engine, with a bar on a terminal for those that know how far they are."""
    progress: Callable[[], float] | None = getattr(engine, "progress", None)
    if progress is None or not (sys.stderr and sys.stderr.isatty()):
        return engine.ask(sql)
    with _bar(doing, progress):
        return engine.ask(sql)


@contextmanager
def _bar(doing: str, progress: Callable[[], float]) -> Iterator[None]:
    from threading import Event, Thread

    over = Event()
    with click.progressbar(length=100, label=doing, file=sys.stderr) as bar:

        def follow() -> None:
            while not over.wait(0.2):
                bar.update(max(0, int(progress()) - bar.pos))

        thread = Thread(target=follow, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
            bar.update(100 - bar.pos)


def _suggest(
    journey: Journey, sources: Sequence[str], table: str | None, threads: int | None, memory: str | None
) -> int:
    from mapgen.cli.event_source import open_source
    from mapgen.cli.suggesting import suggested

    if not sources:
        message = "`--suggest` needs the data: name them with `--from`"
        raise click.UsageError(message, click.get_current_context())
    try:
        engine = open_source(sources, table, threads, memory)
        try:
            console.write_stdout(suggested(journey, engine).encode())
        finally:
            engine.close()
    except MissingDriverError as error:
        console.report_error("missing-package", str(error), error.hint)
        return EXIT_MISUSE
    except EngineFailedError as error:
        console.report_error("engine-failed", str(error), error.hint)
        return EXIT_FAILED
    return 0


def _check(loaded: LoadedSpec, journey: Journey, max_age: int) -> int:
    """Say whether the snapshot beside the spec is of its plan, and not older than so many days."""
    from mapgen.analysis.planned_flow import observable_plan
    from mapgen.observe.plan import mapping_digest

    snapshot, mapping = journey.observed, journey.events
    hint = "run `mapgen observe` with `--from`"
    if snapshot is None or mapping is None:
        message = "there is no snapshot beside the spec" if mapping else "the spec names no `events`"
        return _tell(loaded, (Diagnostic("missing-snapshot", message, hint=hint),))
    found = []
    if mapping_digest(observable_plan(journey), mapping) != snapshot.mapping:
        message = "the snapshot was counted for another plan or mapping than this spec has now"
        found.append(Diagnostic("outdated-snapshot", message, hint=hint, pointer=mapping.pointer))
    age = (datetime.now(UTC) - datetime.fromisoformat(snapshot.until)).days
    if age > max_age:
        message = f"the snapshot ends {age} days ago, and `--max-age` allows {max_age}"
        found.append(Diagnostic("outdated-snapshot", message, hint=hint, pointer=mapping.pointer))
    code = _tell(loaded, found)
    if not code:
        console.echo(f"{shown(_path(loaded))} is of this map, and ends {age} days ago")
    return code

"""`mapgen validate`: reads specs and says what is wrong with them and their journeys; writes at most the baseline."""

import re
from collections.abc import Sequence
from datetime import date

import click

from mapgen.audit import RULES
from mapgen.audit.baseline import BaselineError
from mapgen.build.audit import FILE, Audit, policy_of
from mapgen.build.discovery import report_nothing_to_check, specs_to_check
from mapgen.build.libraries import RunLibraries
from mapgen.build.specs import LoadedSpec, failure, read_spec
from mapgen.config.settings import Settings
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.diagnostics.reporter import counted as counted_by_severity
from mapgen.diagnostics.terminal import path_shown
from mapgen.terminal import console
from mapgen.terminal.crash import internal_error
from mapgen.terminal.diagnostic_output import DiagnosticWriter, fail_on, output_format
from mapgen.terminal.former_rules import accept
from mapgen.terminal.options import comma_list

_NAMES = comma_list("rule", RULES)


def _rules(context: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    return _NAMES(context, option, value and ",".join(accept(name.strip()) for name in value.split(",")))


def _day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) else _no_day()
    except ValueError as error:
        message = f"{quoted(value)} is not a day; write year, month and day: 2026-10-01"
        raise click.BadParameter(message, context, option) from error


def _no_day() -> date:
    raise ValueError


@click.command("validate")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@output_format
@click.option("--no-audit", is_flag=True, help="Check syntax and schema only; skip the audit.")
@click.option("--select", callback=_rules, metavar="LIST", help="Comma-separated rules to run; no others run.")
@click.option("--ignore", callback=_rules, metavar="LIST", help="Comma-separated rules to skip.")
@fail_on
@click.option("--as-of", callback=_day, metavar="DAY", help="Evaluate staleness as of this date.  [default: today]")
@click.option(
    "--update-baseline", is_flag=True, help=f"Record current findings in {FILE}; they are not reported again."
)
@click.option("-q", "--quiet", is_flag=True, help="Suppress output for valid specs.")
def validate(  # noqa: PLR0913 - one parameter an option
    specs: tuple[str, ...],
    *,
    output_format: str,
    no_audit: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fails: Severity,
    as_of: date | None,
    update_baseline: bool,
    quiet: bool,
) -> int:
    """Check specs and audit their journeys.

    SPEC is a file, a folder, a pattern, or - for standard input. Default: the specs from the settings, or those in the
    current folder. Libraries are checked too.
    """
    meant, settings, empty = specs_to_check(specs, DiagnosticWriter(), libraries=True)
    if no_audit and update_baseline:
        message = "--update-baseline records audit findings, so it cannot be combined with --no-audit"
        raise click.UsageError(message, click.get_current_context())
    audit = None if no_audit else _audit(settings, select, ignore, as_of)
    if audit and not update_baseline:
        audit.report_renamed()
    voice = DiagnosticWriter(output_format, fails=fails)
    run = _Run(voice, audit, quiet=quiet, renewing=update_baseline)
    libraries = RunLibraries(settings)
    for spec in meant:
        run.look(read_spec(spec, libraries))
    if empty and not quiet:
        report_nothing_to_check(empty)
    run.end()
    return failure(meant) if voice.failed else 0


COMMAND = validate


def _audit(settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], day: date | None) -> Audit:
    try:
        return Audit(policy_of(settings, select, ignore, day), settings.folder)
    except BaselineError as error:
        message = f"{path_shown((settings.folder / FILE).as_posix())} is invalid: {error}"
        raise click.UsageError(message, click.get_current_context()) from error


class _Run:
    """One spec after the other, and what was said of all of them."""

    def __init__(self, voice: DiagnosticWriter, audit: Audit | None, *, quiet: bool, renewing: bool) -> None:
        self._voice = voice
        self._audit = audit
        self._silent = quiet or voice.writes_document
        self._renewing = renewing
        self._told: list[Diagnostic] = []
        self._specs = 0
        self._stopped = False

    def look(self, read: LoadedSpec) -> None:
        """Report what is wrong with a spec, or that nothing is."""
        findings = self._findings(read)
        if self._renewing:
            findings = tuple(one for one in findings if one.code not in RULES)
        self._specs += 1
        self._stopped = self._stopped or (read.checked.journey is None and bool(read.checked.diagnostics))
        self._told += self._voice.write_libraries(read.checked)
        if read.spec.is_library and any(library.diagnostics for library in read.checked.libraries[:1]):
            return
        self._tell(read.spec.name, read.checked.text, (*read.checked.diagnostics, *findings))
        if not (read.checked.diagnostics or findings or self._silent or self._renewing):
            console.echo(_line(read))

    def _findings(self, read: LoadedSpec) -> tuple[Diagnostic, ...]:
        try:
            return self._audit.of(read) if self._audit else ()
        except Exception as error:  # noqa: BLE001 - one spec never stops the others
            return (internal_error(error),)

    def end(self) -> None:
        """Renew the baseline or tell what is stale in it, and count."""
        if self._audit and self._renewing:
            said = self._audit.update()
            if not self._silent:
                console.echo(said)
        elif self._audit:
            name, stale = self._audit.stale()
            if stale:
                self._tell(name, "", stale)
        many = self._specs > 1 and not self._renewing
        if not self._silent and (many or self._told or self._passed_over()):
            console.echo(self._total())
        self._voice.finish()

    def _tell(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        self._told += diagnostics
        self._voice.write(name, text, diagnostics)

    def _passed_over(self) -> list[str]:
        """Say how many findings are not told, and why."""
        counts = ((self._audit.waived, "waived"), (self._audit.known, f"in {FILE}")) if self._audit else ()
        return [f"{number:,} {where}" for number, where in counts if number and not self._renewing]

    def _total(self) -> str:
        told = counted_by_severity(self._told) or "no problems"
        rest = ["references and shares are checked once these are fixed"] if self._stopped else []
        return f"{counted(self._specs, 'spec')}: {'; '.join([told, *self._passed_over(), *rest])}"


def _line(read: LoadedSpec) -> str:
    if read.spec.is_library:
        return f"{path_shown(read.spec.name)}: no problems"
    journey = read.checked.journey
    stages = len(journey.stages) if journey else 0
    touchpoints = sum(1 for _ in journey.touchpoints()) if journey else 0
    counts = f"{counted(stages, 'stage')}, {counted(touchpoints, 'touchpoint')}"
    return f"{path_shown(read.spec.name)}: no problems ({counts})"

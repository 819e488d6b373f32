"""`mapgen diff`: what changed in journeys between two files, or two versions in git, and whether it is better."""

from pathlib import Path

import click

from mapgen.api import Checked
from mapgen.build.discovery import settings_here
from mapgen.build.journey_history import library_paths
from mapgen.build.libraries import RunLibraries
from mapgen.build.specs import STDIN
from mapgen.cli.output_format import infer_format, report_options, write_report
from mapgen.cli.revision_args import HEAD, Revisions, TwoFiles, parse_operands
from mapgen.config.settings import Settings, load
from mapgen.diagnostics.phrases import key, listed
from mapgen.diff import compare, version
from mapgen.diff.wording import describe
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import is_folder
from mapgen.files.naming import suggestion
from mapgen.files.reading import read, read_stdin
from mapgen.files.snapshots import find_snapshot
from mapgen.render.diff import DIFF_FORMATS
from mapgen.render.diff.report import DiffReport, SpecReport
from mapgen.terminal.crash import EXIT_FAILED, internal_error
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError
from mapgen.vcs.git import GitError, NoRevisionError, Repository, repository
from mapgen.vcs.pathspec import select
from mapgen.vcs.spec_pairs import SpecBlob, SpecPair, SpecTree, pair_specs

_DIVIDER = "--"


class _Command(click.Command):
    """A command that knows which words stood behind `--`, which click drops."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = args.index(_DIVIDER) if _DIVIDER in args else None
        ctx.meta[__name__] = None if at is None else len(args) - at - 1
        return super().parse_args(ctx, args)


@click.command("diff", cls=_Command, short_help="Compare journeys by meaning, and report whether they got better.")
@click.argument("words", nargs=-1, metavar="[OLD NEW | [REV | REV..REV] [--] [SPEC]...]")
@report_options(DIFF_FORMATS, "changes.md")
@click.option("--exit-code", "counted", is_flag=True, help="Exit with 1 if there are changes, as `git diff` does.")
@click.pass_context
def diff(context: click.Context, words: tuple[str, ...], *, kind: str | None, output: str | None, counted: bool) -> int:
    """Compare journeys by meaning, not by line, and report whether they got better.

    OLD and NEW are two files. REV is a git revision: specs are compared with the working tree, or with a second
    revision. Default for REV: HEAD. Default for SPEC: the specs from the settings, or all below the current folder.
    """
    count = context.meta[__name__]
    split = len(words) if count is None else len(words) - count
    asked = parse_operands(words[:split], None if count is None else words[split:])
    form = infer_format(kind, output, DIFF_FORMATS)
    voice = DiagnosticWriter()
    report = _report(asked, voice)
    voice.finish()
    if reason := form.refuse(report):
        raise click.UsageError(reason, context)
    write_report(form.render(report), output)
    failed = any(entry.state == "unreadable" for entry in report.entries)
    return EXIT_FAILED if failed or (counted and report.count) else 0


COMMAND = diff


def _report(asked: TwoFiles | Revisions, voice: DiagnosticWriter) -> DiffReport:
    """Compare what was asked for; a first word that is no revision may be a spec whose ending was left out."""
    if isinstance(asked, TwoFiles):
        return _of_files(asked, voice)
    try:
        return _of_revisions(asked, voice)
    except NoRevisionError as trouble:
        if asked.otherwise:
            return _report(asked.otherwise, voice)
        hint = suggestion(Path(asked.old)) if asked.old and asked.new is None else None
        raise MisuseError(trouble.whole, hint) from trouble


def _of_files(files: TwoFiles, voice: DiagnosticWriter) -> DiffReport:
    if files.old == files.new == STDIN:
        message = "only one of the two files can be standard input"
        raise click.UsageError(message, click.get_current_context())
    settings = load(Path())
    libraries = RunLibraries(settings if isinstance(settings, Settings) else Settings())
    pair = SpecPair(_file(files.old, libraries), _file(files.new, libraries))
    found = _entry(pair, voice, renames=False)
    return DiffReport(shown(Path(files.old)), shown(Path(files.new)), () if found.state == "same" else (found,))


def _file(name: str, libraries: RunLibraries) -> SpecBlob:
    called = "<stdin>" if name == STDIN else shown(Path(name))
    path = "journey.yaml" if name == STDIN else name
    try:
        data = read_stdin() if name == STDIN else read(Path(name))
        beside = None if name == STDIN else find_snapshot(Path(name))
        return SpecBlob(called, called, data, None, libraries.for_spec(path), beside)
    except FileError as trouble:
        return SpecBlob(called, called, None, str(trouble))


def _of_revisions(asked: Revisions, voice: DiagnosticWriter) -> DiffReport:
    settings = settings_here(voice)
    names, folder = (asked.specs, Path()) if asked.specs else (settings.specs, settings.folder)
    try:
        repo = repository(Path())
        chosen = select(names, folder, repo.top)
        old, new = _commits(asked, repo)
        library = library_paths(repo, settings)
        then = SpecTree(repo, chosen, asked.old or HEAD, old, library)
        now = SpecTree(repo, chosen, asked.new, new, library)
        lost = chosen.unmatched([*then.paths, *now.paths]) if asked.specs else []
        lost = [name for name in lost if not is_folder(Path(name))]  # a folder may hold no spec
        if lost:
            message = f"no spec matches {listed([key(name) for name in lost])}"
            raise MisuseError(message, suggestion(Path(lost[0])))
        entries = [_entry(pair, voice, renames=True) for pair in pair_specs(then, now)]
    except NoRevisionError:
        raise
    except GitError as trouble:
        raise FileError(trouble.whole) from trouble
    return DiffReport(then.shown, now.shown, tuple(entry for entry in entries if entry.state != "same"))


def _commits(asked: Revisions, repo: Repository) -> tuple[str | None, str | None]:
    """Return the names of the two commits; None for what was not there yet, and for the working tree."""
    new = repo.commit(asked.new) if asked.new else None
    if asked.old is None and not repo.has_commits():
        return None, new
    old = repo.commit(HEAD if asked.old is None else asked.old)
    return (repo.fork(old, new) if asked.forked and new else old), new


def _entry(pair: SpecPair, voice: DiagnosticWriter, *, renames: bool) -> SpecReport:
    """Compare a spec with itself."""
    texts = [text for text in (pair.old, pair.new) if text]
    name = texts[-1].path
    other = pair.old.path if pair.old and pair.old.path != name else None
    old_name, old_file = (other, None) if renames else (None, other)
    checked = [_checked(text, voice) for text in texts]
    journeys = [one.journey for one in checked if one.journey and not one.failed]
    if len(journeys) < len(texts):
        return SpecReport("unreadable", name, old_name)
    if len(journeys) == 1:
        return SpecReport("added" if pair.new else "removed", name, journey=journeys[0])
    try:
        told = describe(compare(*map(version, journeys)))
    except Exception as error:  # noqa: BLE001 - one spec never stops the others
        voice.write(texts[-1].name, "", (internal_error(error),))
        return SpecReport("unreadable", name, old_name)
    return SpecReport("changed" if told.count or old_name else "same", name, old_name, told, old_file=old_file)


def _checked(text: SpecBlob, voice: DiagnosticWriter) -> Checked:
    checked = text.checked()
    if checked.failed:
        voice.write_libraries(checked)
        voice.write(text.name, checked.text, checked.diagnostics)
    return checked

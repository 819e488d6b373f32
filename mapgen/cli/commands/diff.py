"""`mapgen diff`: what changed in journeys between two files, or two versions in git, and whether it is better."""

from pathlib import Path

import click

from mapgen.cli.couples import Couple, Text, Version, couple
from mapgen.cli.misuse import MisuseError
from mapgen.cli.net import FAILED, unexpected
from mapgen.cli.reports import DEFAULT, form_of, put
from mapgen.cli.selection import select
from mapgen.cli.sources import settings_here
from mapgen.cli.specs import STDIN
from mapgen.cli.versions import HEAD, Revisions, TwoFiles, meant
from mapgen.cli.voice import Voice
from mapgen.diagnostics.phrases import key, listed, quoted
from mapgen.diff import compare, version
from mapgen.diff.telling import tell
from mapgen.files.naming import suggestion
from mapgen.files.reading import read, read_stdin
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.git import GitTroubleError, NoRevisionError, Repository, repository
from mapgen.pipeline import Checked
from mapgen.render.changes import CHANGE_FORMATS
from mapgen.render.changes.report import Entry, Report

_DIVIDER = "--"
_NAMED = 5  # specs that a message names


class _Command(click.Command):
    """A command that knows which words stood behind `--`, which click drops."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = args.index(_DIVIDER) if _DIVIDER in args else None
        ctx.meta[__name__] = None if at is None else len(args) - at - 1
        return super().parse_args(ctx, args)


@click.command("diff", cls=_Command, short_help="Tell what changed in journeys, and whether it is better.")
@click.argument("words", nargs=-1, metavar="[OLD NEW | [REV | REV..REV] [--] [SPEC]...]")
@click.option("--to", "kind", type=click.Choice(list(CHANGE_FORMATS)), help=f"The format.  [default: {DEFAULT}]")
@click.option(
    "-o", "--output", metavar="FILE", help="File to write to, such as changes.md.  [default: standard output]"
)
@click.option("--exit-code", "counted", is_flag=True, help="End with 1 if there are changes, as git does.")
@click.pass_context
def diff(context: click.Context, words: tuple[str, ...], *, kind: str | None, output: str | None, counted: bool) -> int:
    """Tell what changed in journeys, by what it means and not by its lines, and whether it is better.

    OLD and NEW are two files. REV is a revision of git: specs then are compared with those in the working tree, or
    with those of a second revision. Without REV it is HEAD; without SPEC, what the settings name, else all below this
    folder.
    """
    count = context.meta[__name__]
    split = len(words) if count is None else len(words) - count
    asked = meant(words[:split], None if count is None else words[split:])
    form = form_of(kind, output, CHANGE_FORMATS)
    voice = Voice()
    report = _report(asked, voice)
    voice.end()
    if CHANGE_FORMATS[form].single:
        _be_single(report, form)
    put(CHANGE_FORMATS[form].render(report), output)
    failed = any(entry.state == "unreadable" for entry in report.entries)
    return FAILED if failed or (counted and report.count) else 0


COMMAND = diff


def _report(asked: TwoFiles | Revisions, voice: Voice) -> Report:
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


def _be_single(report: Report, form: str) -> None:
    """Refuse to show several specs where a format has room for one."""
    names = [quoted(entry.name) for entry in report.entries]
    if len(names) > 1:
        several = listed(names[:_NAMED] + ([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []))
        message = f"{form} shows one spec, and {len(names)} changed: {several}; name one of them"
        raise click.UsageError(message, click.get_current_context())


def _of_files(files: TwoFiles, voice: Voice) -> Report:
    if files.old == files.new == STDIN:
        message = "only one of the two can be standard input"
        raise click.UsageError(message, click.get_current_context())
    pair = Couple(_file(files.old), _file(files.new))
    found = _entry(pair, voice, renames=False)
    return Report(shown(Path(files.old)), shown(Path(files.new)), () if found.state == "same" else (found,))


def _file(name: str) -> Text:
    called = "<stdin>" if name == STDIN else shown(Path(name))
    try:
        return Text(called, called, read_stdin() if name == STDIN else read(Path(name)))
    except FileTroubleError as trouble:
        return Text(called, called, None, str(trouble))


def _of_revisions(asked: Revisions, voice: Voice) -> Report:
    settings = settings_here(voice)
    names, folder = (asked.specs, Path()) if asked.specs else (settings.specs, settings.folder)
    try:
        repo = repository(Path())
        chosen = select(names, folder, repo.top)
        old, new = _commits(asked, repo)
        then = Version(repo, chosen, asked.old or HEAD, old)
        now = Version(repo, chosen, asked.new, new)
        lost = chosen.lost([*then.paths, *now.paths]) if asked.specs else []
        lost = [name for name in lost if not Path(name).is_dir()]  # a folder may hold no spec
        if lost:
            message = f"no spec matches {listed([key(name) for name in lost])}"
            raise MisuseError(message, suggestion(Path(lost[0])))
        entries = [_entry(pair, voice, renames=True) for pair in couple(then, now)]
    except NoRevisionError:
        raise
    except GitTroubleError as trouble:
        raise FileTroubleError(trouble.whole) from trouble
    return Report(then.shown, now.shown, tuple(entry for entry in entries if entry.state != "same"))


def _commits(asked: Revisions, repo: Repository) -> tuple[str | None, str | None]:
    """Return the names of the two commits; None for what was not there yet, and for the working tree."""
    new = repo.commit(asked.new) if asked.new else None
    if asked.old is None and not repo.has_commits():
        return None, new
    old = repo.commit(HEAD if asked.old is None else asked.old)
    return (repo.fork(old, new) if asked.forked and new else old), new


def _entry(pair: Couple, voice: Voice, *, renames: bool) -> Entry:
    """Compare a spec with itself."""
    texts = [text for text in (pair.old, pair.new) if text]
    name = texts[-1].path
    old_name = pair.old.path if renames and pair.old and pair.old.path != name else None
    checked = [_checked(text, voice) for text in texts]
    journeys = [one.journey for one in checked if one.journey and not one.failed]
    if len(journeys) < len(texts):
        return Entry("unreadable", name, old_name)
    if len(journeys) == 1:
        return Entry("added" if pair.new else "removed", name, journey=journeys[0])
    try:
        told = tell(compare(*map(version, journeys)))
    except Exception as error:  # noqa: BLE001 - one spec never stops the others
        voice.tell(texts[-1].name, "", (unexpected(error),))
        return Entry("unreadable", name, old_name)
    return Entry("changed" if told.count or old_name else "same", name, old_name, told)


def _checked(text: Text, voice: Voice) -> Checked:
    checked = text.checked()
    if checked.failed:
        voice.tell(text.name, checked.text, checked.diagnostics)
    return checked

"""`mapgen history`: how a journey moved from commit to commit."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.api import Checked
from mapgen.build.journey_history import history_report, library_paths
from mapgen.cli.output_format import infer_format, report_options, write_report
from mapgen.config.settings import Settings, load
from mapgen.files.errors import FileError, shown
from mapgen.files.naming import completed, suggestion
from mapgen.render.history import HISTORY_FORMATS
from mapgen.terminal.crash import EXIT_FAILED
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError
from mapgen.vcs.file_history import FileRevision, revisions
from mapgen.vcs.git import GitError, NoRevisionError, Repository, repository
from mapgen.vcs.pathspec import select

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@click.command("history", short_help="Show how a journey changed from commit to commit.")
@click.argument("spec")
@click.option("--since", metavar="REV|DATE", help="Start at a revision or a date.")
@report_options(HISTORY_FORMATS, "history.md")
def history(spec: str, *, since: str | None, kind: str | None, output: str | None) -> int:
    """Show how a journey changed: its figures in every commit that changed SPEC, and what each commit changed."""
    form = infer_format(kind, output, HISTORY_FORMATS)
    voice = DiagnosticWriter()
    settings = load(Path())
    try:
        repo = repository(Path())
        library = library_paths(repo, settings) if isinstance(settings, Settings) else []
        (wanted,) = select([spec], Path(), repo.top).wanted
        versions = revisions(repo, repo.commit("HEAD"), wanted.path, library)
        if since is not None:
            start = _dated(since, versions) if _DATE.fullmatch(since) else _known(repo, since, versions)
            versions = versions[start:]
    except NoRevisionError as trouble:
        raise click.UsageError(trouble.whole, click.get_current_context()) from trouble
    except GitError as trouble:
        message = f"{shown(Path(spec))}: {trouble.whole}"
        path = completed(spec, Path()) or Path(spec)
        if not os.path.lexists(path):
            raise MisuseError(message, suggestion(path)) from trouble
        raise FileError(message) from trouble

    def tell(checked: Checked) -> None:
        voice.write_libraries(checked)
        voice.write(checked.name, checked.text, checked.diagnostics)

    found = history_report(shown(Path(wanted.path)), versions, tell)
    voice.finish()
    if reason := form.refuse(found):
        message = f"{shown(Path(spec))}: {reason}"
        raise FileError(message)
    write_report(form.render(found), output)
    return 0 if all(step.figures for step in found.history.steps) else EXIT_FAILED


COMMAND = history


def _known(repo: Repository, since: str, versions: Sequence[FileRevision]) -> int:
    """Return the index of the version that was there at a revision; 0 where that is older than all."""
    commit = repo.commit(since)
    known = {one for path in {one.path for one in versions} for one in repo.commits(commit, path)}
    return max((at for at, one in enumerate(versions) if one.commit.name in known), default=0)


def _dated(since: str, versions: Sequence[FileRevision]) -> int:
    """Return the index of the version that was there when a day began; 0 where none was."""
    return max((at for at, one in enumerate(versions) if one.commit.date < since), default=0)

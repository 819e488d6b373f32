"""`mapgen history`: how a journey moved from commit to commit."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.cli.chronicles import chronicle
from mapgen.cli.misuse import MisuseError
from mapgen.cli.net import FAILED
from mapgen.cli.past import Past, past
from mapgen.cli.reports import form_of, put
from mapgen.cli.selection import select
from mapgen.cli.voice import Voice
from mapgen.files.naming import completed, suggestion
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.git import GitTroubleError, NoRevisionError, Repository, repository
from mapgen.pipeline import Checked
from mapgen.render.histories import HISTORY_FORMATS

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@click.command("history", short_help="Tell how a journey moved from commit to commit.")
@click.argument("spec")
@click.option("--since", metavar="REV|DATE", help="Begin with the version that was there at a revision, or on a day.")
@click.option("--to", "kind", type=click.Choice(list(HISTORY_FORMATS)), help="The format.  [default: text]")
@click.option("-o", "--output", metavar="FILE", help="File to write to, such as past.md.  [default: standard output]")
def history(spec: str, *, since: str | None, kind: str | None, output: str | None) -> int:
    """Tell how a journey moved: its figures in each commit that changed SPEC, and what each changed in meaning."""
    form = form_of(kind, output, HISTORY_FORMATS)
    voice = Voice()
    try:
        repo = repository(Path())
        (wanted,) = select([spec], Path(), repo.top).wanted
        versions = past(repo, repo.commit("HEAD"), wanted.path)
        if since is not None:
            start = _dated(since, versions) if _DATE.fullmatch(since) else _known(repo, since, versions)
            versions = versions[start:]
    except NoRevisionError as trouble:
        raise click.UsageError(trouble.whole, click.get_current_context()) from trouble
    except GitTroubleError as trouble:
        message = f"{shown(Path(spec))}: {trouble.whole}"
        path = completed(spec, Path()) or Path(spec)
        if not os.path.lexists(path):
            raise MisuseError(message, suggestion(path)) from trouble
        raise FileTroubleError(message) from trouble

    def tell(checked: Checked) -> None:
        voice.tell(checked.name, checked.text, checked.diagnostics)

    found = chronicle(shown(Path(wanted.path)), versions, tell)
    voice.end()
    if HISTORY_FORMATS[form].draws and found.history.newest is None:
        message = f"{shown(Path(spec))}: there is nothing to draw, because each version has errors"
        raise FileTroubleError(message)
    put(HISTORY_FORMATS[form].render(found), output)
    return 0 if all(step.figures for step in found.history.steps) else FAILED


COMMAND = history


def _known(repo: Repository, since: str, versions: Sequence[Past]) -> int:
    """Return the index of the version that was there at a revision; 0 where that is older than all."""
    commit = repo.commit(since)
    known = {one for path in {one.path for one in versions} for one in repo.commits(commit, path)}
    return max((at for at, one in enumerate(versions) if one.commit.name in known), default=0)


def _dated(since: str, versions: Sequence[Past]) -> int:
    """Return the index of the version that was there when a day began; 0 where none was."""
    return max((at for at, one in enumerate(versions) if one.commit.date < since), default=0)

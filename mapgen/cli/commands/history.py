"""`mapgen history`: how a journey moved from commit to commit."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.cli.couples import TOO_LARGE, Text
from mapgen.cli.net import FAILED
from mapgen.cli.past import Past, past
from mapgen.cli.reports import form_of, put
from mapgen.cli.selection import select
from mapgen.cli.voice import Voice
from mapgen.diff import Version, version
from mapgen.diff.history import trace
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.git import GitTroubleError, NoRevisionError, Repository, repository
from mapgen.pipeline import Checked
from mapgen.render.histories import HISTORY_FORMATS
from mapgen.render.histories.chronicle import Chronicle, Moment

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHORT = 7


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
        raise FileTroubleError(message) from trouble
    read = _read(versions, voice)
    voice.end()
    moments = tuple(_moment(one, before) for one, before in zip(versions, [None, *versions], strict=False))
    put(HISTORY_FORMATS[form].render(Chronicle(shown(Path(wanted.path)), moments, trace(read))), output)
    return FAILED if None in read else 0


COMMAND = history


def _known(repo: Repository, since: str, versions: Sequence[Past]) -> int:
    """Return the index of the version that was there at a revision; 0 where that is older than all."""
    commit = repo.commit(since)
    known = {one for path in {one.path for one in versions} for one in repo.commits(commit, path)}
    return max((at for at, one in enumerate(versions) if one.commit.name in known), default=0)


def _dated(since: str, versions: Sequence[Past]) -> int:
    """Return the index of the version that was there when a day began; 0 where none was."""
    return max((at for at, one in enumerate(versions) if one.commit.date < since), default=0)


def _read(versions: Sequence[Past], voice: Voice) -> list[Version | None]:
    """Read the versions, each content once; None for one with errors, which is told."""
    known: dict[bytes | None, Version | None] = {}
    for one in versions:
        if one.data not in known:
            checked = _checked(one)
            if checked.failed:
                voice.tell(checked.name, checked.text, checked.diagnostics)
            known[one.data] = version(checked.journey) if checked.journey and not checked.failed else None
    return [known[one.data] for one in versions]


def _checked(one: Past) -> Checked:
    name = f"{one.commit.name[:_SHORT]}:{shown(Path(one.path))}"
    return Text(one.path, name, one.data, TOO_LARGE if one.data is None else None).checked()


def _moment(one: Past, before: Past | None) -> Moment:
    commit = one.commit
    was = shown(Path(before.path)) if before and before.path != one.path else None
    return Moment(commit.date, commit.name[:_SHORT], commit.author, commit.subject, was)

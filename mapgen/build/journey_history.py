"""The versions of a spec in git -> its chronicle: what each of them says, and how it moved."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from mapgen.api import Checked
from mapgen.build.specs import Spec
from mapgen.config.settings import Settings
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.terminal import path_shown
from mapgen.diff import Version, version
from mapgen.diff.history import CommitInfo, trace
from mapgen.files.errors import shown
from mapgen.render.history.report import HistoryReport
from mapgen.shortening import shortened
from mapgen.terminal import console
from mapgen.vcs.file_history import FileRevision, revisions
from mapgen.vcs.git import GitError, Repository, repository
from mapgen.vcs.spec_pairs import MAX_COMPARISONS, SpecBlob

_SHORT = 7
_SHOWN = 200  # characters of a subject, and of the name of an author

_Content = tuple[bytes | None, bytes | None, str]

Report = Callable[[Checked], None]
"""Is handed each version with errors, once."""


def history_report(name: str, versions: Sequence[FileRevision], tell: Report) -> HistoryReport:
    """Return how a spec moved over versions, oldest first; `name` is what it is called."""
    moments = tuple(_moment(one, before) for one, before in zip(versions, [None, *versions], strict=False))
    return HistoryReport(name, moments, trace(_read(versions, tell)))


def library_paths(repo: Repository, settings: Settings) -> list[str]:
    """Return the libraries that the settings name for all specs, as paths from the top of the repository."""
    top = repo.top.resolve()
    paths = (os.path.relpath(os.path.realpath(settings.folder / name), top) for name in settings.library)
    return [Path(path).as_posix() for path in paths]


def committed(spec: Spec, settings: Settings) -> HistoryReport | None:
    """Return how a spec moved up to the last commit; None, and a warning that says why, where git does not know."""
    try:
        if spec.path is None:
            message = "standard input has no history"
            raise GitError(message)  # noqa: TRY301 - told as the others are
        folder = spec.folder.resolve()
        repo = repository(folder)
        path = (folder / spec.path.name).relative_to(repo.top.resolve()).as_posix()
        versions = revisions(repo, repo.commit("HEAD"), path, library_paths(repo, settings))
    except GitError as trouble:
        told = f"{path_shown(spec.name)}: no history in the page: {trouble}"
        console.report_error("no-history", told, severity=Severity.WARNING)
        return None
    return history_report(path, versions, lambda _: None)


def _read(versions: Sequence[FileRevision], tell: Report) -> list[Version | None]:
    """Read the versions, each content once; None for one with errors."""
    known: dict[_Content, Version | None] = {}
    for one in versions:
        if _key(one) not in known:
            checked = _checked(one)
            if checked.failed:
                tell(checked)
            known[_key(one)] = version(checked.journey) if checked.journey and not checked.failed else None
    return [known[_key(one)] for one in versions]


def _key(one: FileRevision) -> _Content:
    """Return what decides what a version says: its content, its snapshot, and the commit where libraries have a say."""
    return one.data, one.snapshot.data if one.snapshot else None, one.commit.name if one.libraries else ""


def _checked(one: FileRevision) -> Checked:
    name = f"{one.commit.name[:_SHORT]}:{shown(Path(one.path))}"
    trouble = MAX_COMPARISONS if one.data is None else None
    return SpecBlob(one.path, name, one.data, trouble, one.libraries, one.snapshot).checked()


def _moment(one: FileRevision, before: FileRevision | None) -> CommitInfo:
    commit = one.commit
    was = shown(Path(before.path)) if before and before.path != one.path else None
    author, subject = (shortened(text, _SHOWN) for text in (commit.author, commit.subject))
    return CommitInfo(commit.date, commit.name[:_SHORT], author, subject, was)

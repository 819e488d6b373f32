"""The versions of a spec in git -> its chronicle: what each of them says, and how it moved."""

from collections.abc import Callable, Sequence
from pathlib import Path

from mapgen.cli import streams
from mapgen.cli.couples import TOO_LARGE, Text
from mapgen.cli.past import Past, past
from mapgen.cli.specs import Spec
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.terminal import path_shown
from mapgen.diff import Version, version
from mapgen.diff.history import Moment, trace
from mapgen.files.trouble import shown
from mapgen.git import GitTroubleError, repository
from mapgen.pipeline import Checked
from mapgen.render.histories.chronicle import Chronicle

_SHORT = 7

Tell = Callable[[Checked], None]
"""Is handed each version with errors, once."""


def chronicle(name: str, versions: Sequence[Past], tell: Tell) -> Chronicle:
    """Return how a spec moved over versions, oldest first; `name` is what it is called."""
    moments = tuple(_moment(one, before) for one, before in zip(versions, [None, *versions], strict=False))
    return Chronicle(name, moments, trace(_read(versions, tell)))


def committed(spec: Spec) -> Chronicle | None:
    """Return how a spec moved up to the last commit; None, and a warning that says why, where git does not know."""
    try:
        if spec.path is None:
            message = "what comes from standard input has no history"
            raise GitTroubleError(message)  # noqa: TRY301 - told as the others are
        folder = spec.folder.resolve()
        repo = repository(folder)
        path = (folder / spec.path.name).relative_to(repo.top.resolve()).as_posix()
        versions = past(repo, repo.commit("HEAD"), path)
    except GitTroubleError as trouble:
        told = f"{path_shown(spec.name)}: the page carries no history: {trouble}"
        streams.complain("no-history", told, severity=Severity.WARNING)
        return None
    return chronicle(path, versions, lambda _: None)


def _read(versions: Sequence[Past], tell: Tell) -> list[Version | None]:
    """Read the versions, each content once; None for one with errors."""
    known: dict[bytes | None, Version | None] = {}
    for one in versions:
        if one.data not in known:
            checked = _checked(one)
            if checked.failed:
                tell(checked)
            known[one.data] = version(checked.journey) if checked.journey and not checked.failed else None
    return [known[one.data] for one in versions]


def _checked(one: Past) -> Checked:
    name = f"{one.commit.name[:_SHORT]}:{shown(Path(one.path))}"
    return Text(one.path, name, one.data, TOO_LARGE if one.data is None else None).checked()


def _moment(one: Past, before: Past | None) -> Moment:
    commit = one.commit
    was = shown(Path(before.path)) if before and before.path != one.path else None
    return Moment(commit.date, commit.name[:_SHORT], commit.author, commit.subject, was)

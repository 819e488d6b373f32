"""A revision and a path -> what git has stored there. The only place that runs git.

A repository may be a stranger's, and its configuration too. So only plumbing is used that runs nothing: it resolves
names, lists trees and hands out blobs as they are stored, without filters, drivers, hooks, monitors or a network.
What a person types reaches git only behind `--end-of-options`; all else that it is given are object names.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from mapgen.diagnostics.phrases import quoted
from mapgen.record import record
from mapgen.source.decoding import cleaned

GIT_TIMEOUT = 30
"""Seconds that git may take for one answer."""

_WITHOUT_GIT = "`mapgen diff OLD NEW` compares two files without git"
_SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "safe.bareRepository=explicit"),  # a folder of a checkout that looks like a repository is none
)
_KEPT = frozenset({"GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"})
_SET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat"}
_SET["GIT_ALLOW_PROTOCOL"] = "none"  # unlike `protocol.allow`, no `protocol.ext.allow` of a repository overrides it
_AT_ONCE = 50_000_000  # bytes of blobs that are asked for at once
_NAME = re.compile(r"[0-9a-f]{40,64}")
_AUTHOR = re.compile(rb"(.*?) <[^>]*> (\d{1,12}) ([+-]\d{4})", re.DOTALL)
_LONGEST = 1_000  # characters of a revision
_CONFLICTS = 127  # what `merge-file` answers at most where it merged: the number of conflicts
_OWNERSHIP = b"dubious ownership"
_MAX_SUBJECT = 10_000  # bytes of a subject or a name that are read
_TEXT_ENCODINGS = re.compile(
    r"(us-)?ascii|utf-?8|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(windows-?|cp)\d{3,4}|koi8-[rtu]|shift[-_]?jis|sjis"
    r"|euc-(jp|kr|cn)|iso-2022-(jp|kr)|gbk|gb2312|gb18030|big5",
    re.IGNORECASE,
)
"""Encodings in which people write commits. Python knows others under such names that compress, rotate or fail."""

_DECEIVING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that change the direction of what follows."""


class GitError(Exception):
    """Git cannot answer; the text says why, `hint` what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Say what is wrong."""
        super().__init__(message)
        self.hint = hint

    @property
    def whole(self) -> str:
        """The text with the hint."""
        return f"{self}; {self.hint}" if self.hint else str(self)


class NoRevisionError(GitError):
    """A name that is not a revision of this repository."""


@record
class TreeEntry:
    """What a tree holds at a path: the name of the object and its mode, such as "100644"."""

    object: str
    mode: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and not a link or another repository."""
        return self.mode.startswith("100")


@record
class Commit:
    """A commit: its name, the day of its author (ISO 8601), who that is, and the first line of its message."""

    name: str
    date: str
    author: str
    subject: str


@record
class Repository:
    """A repository with a working tree. `top` is the topmost folder, `shallow` if its history is cut off."""

    top: Path
    shallow: bool

    def commit(self, revision: str) -> str:
        """Return the name of the commit that a revision means; NoRevisionError where there is none."""
        message = f"{quoted(revision)} is not a revision of this repository"
        if not revision.strip() or revision.startswith("-") or len(revision) > _LONGEST or not revision.isprintable():
            raise NoRevisionError(message)
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        code, out, _ = _run(self.top, asked)
        name = out.decode(errors="replace").strip()
        if code or not _NAME.fullmatch(name):
            hint = "the clone is shallow; `git fetch --unshallow` fetches the rest" if self.shallow else None
            raise NoRevisionError(message, hint)
        return name

    def has_commits(self) -> bool:
        """Return whether anything was committed on the branch that is checked out."""
        return _run(self.top, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])[0] == 0

    def fork(self, one: str, other: str) -> str:
        """Return where the histories of two commits part; GitError where they share nothing."""
        code, out, _ = _run(self.top, ["merge-base", _checked(one), _checked(other)])
        name = out.decode(errors="replace").strip()
        if code or not _NAME.fullmatch(name):
            hint = "the clone is shallow; `git fetch --unshallow` fetches the rest" if self.shallow else None
            message = "the two revisions have no common ancestor"
            raise GitError(message, hint)
        return name

    def tree(self, commit: str) -> Mapping[str, TreeEntry]:
        """Return what a commit holds, by path from the top."""
        out = _told(self.top, ["ls-tree", "-r", "-z", "--full-tree", _checked(commit)])
        return dict(_entries(out))

    def commits(self, tip: str, *paths: str) -> list[str]:
        """Return the commits up to `tip`, newest first, that changed a file, along the first parents."""
        asked = ["rev-list", "--first-parent", "--end-of-options", _checked(tip), "--", *paths]
        return _told(self.top, asked).decode().split()

    def parent(self, commit: str) -> str | None:
        """Return the first parent of a commit; None where it has none, or where the clone is cut off."""
        code, out, _ = _run(self.top, ["rev-parse", "--verify", "--quiet", f"{_checked(commit)}^1^{{commit}}"])
        return None if code else out.decode().strip()

    def at(self, places: Sequence[tuple[str, str]]) -> list[str | None]:
        """Return the names of the blobs that commits hold at paths; None where there is none."""
        asked = [f"{_checked(commit)}:{path}" for commit, path in places if "\n" not in path]
        if len(asked) < len(places):
            message = "the history of a file with a line break in its name is not supported"
            raise GitError(message)
        out = _told(self.top, ["cat-file", "--batch-check"], os.fsencode("".join(f"{one}\n" for one in asked)))
        rows = (line.rsplit(b" ", 2) for line in out.splitlines())
        return [row[0].decode() if row[-2:-1] == [b"blob"] else None for row in rows]

    def about(self, commits: Sequence[str]) -> list[Commit]:
        """Return when commits were written, by whom, and what for."""
        out = _told(self.top, ["cat-file", "--batch"], _lines(commits)) if commits else b""
        return [_commit(name, content) for name, content in _contents(out, commits)]

    def blobs(self, names: Iterable[str], *, limit: int) -> Mapping[str, bytes | None]:
        """Return the contents of blobs by name; None for one that is missing or larger than `limit` bytes."""
        wanted = [_checked(name) for name in dict.fromkeys(names)]
        found: dict[str, bytes | None] = dict.fromkeys(wanted)
        for few in _portions(self._sizes(wanted), limit):
            found.update(_contents(_told(self.top, ["cat-file", "--batch"], _lines(few)), few))
        return found

    def _sizes(self, names: Sequence[str]) -> list[tuple[str, int]]:
        """Return which of the names are blobs, and their sizes in bytes."""
        if not names:
            return []
        out = _told(self.top, ["cat-file", "--batch-check"], _lines(names))
        rows = (line.split() for line in out.decode(errors="replace").splitlines())
        return [(row[0], int(row[2])) for row in rows if len(row) == 3 and row[1] == "blob"]  # noqa: PLR2004 - name, type, size


def repository(folder: Path) -> Repository:
    """Return the repository that a folder is in; GitError where there is none that git opens."""
    code, out, said = _run(folder, ["rev-parse", "--is-shallow-repository", "--show-toplevel"])
    shallow, _, top = out.partition(b"\n")
    if code or not top:
        raise _refusal(folder, said)
    return Repository(Path(os.fsdecode(top.removesuffix(b"\n"))), shallow == b"true")


def merge_lines(base: Path, ours: Path, theirs: Path, *, marker: int) -> tuple[bytes, bool]:
    """Return three versions of a file merged line by line, and whether that left conflicts; it needs no repository."""
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    files = [str(version.absolute()) for version in (ours, base, theirs)]
    code, out, said = _run(Path(), ["merge-file", "-p", "-q", f"--marker-size={marker}", *names, "--", *files])
    if code > _CONFLICTS:
        reason = said.decode(errors="replace").strip().partition("\n")[0]
        message = f"git cannot merge the lines: {reason}"
        raise GitError(message)
    return out, bool(code)


def _refusal(folder: Path, said: bytes) -> GitError:
    """Say why git does not open a repository."""
    if _OWNERSHIP in said:
        hint = "if you trust it, run `git config --global --add safe.directory PATH`"
        return GitError("git refuses to open this repository, because it belongs to another user", hint)
    if b"work tree" in said or b"bare repository" in said:
        return GitError("no working tree: the repository is bare, or this is inside .git")
    if b"not a git repository" in said:
        return GitError("this folder is not in a git repository", _WITHOUT_GIT)
    reason = said.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
    return GitError(f"git does not open the repository of {quoted(os.fsdecode(folder))}: {reason[:200]}")


def _told(folder: Path, arguments: Sequence[str], given: bytes = b"") -> bytes:
    """Run git and return what it answers; GitError where it fails."""
    code, out, said = _run(folder, arguments, given)
    if code:
        reason = said.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        message = f"git cannot read the repository: {reason[:200] or f'it ended with {code}'}"
        raise GitError(message)
    return out


def _run(folder: Path, arguments: Sequence[str], given: bytes = b"") -> tuple[int, bytes, bytes]:
    """Run git and return its exit code, its answer and its complaint."""
    try:
        ended = subprocess.run(  # noqa: S603 - the arguments are ours, or stand behind --end-of-options
            ["git", *_SAFE, *arguments],  # noqa: S607 - where git is, the path says
            cwd=folder,
            env=_surroundings(),
            input=given,
            capture_output=True,
            timeout=GIT_TIMEOUT,
            check=False,
        )
    except FileNotFoundError as error:
        message = "git is not installed or not on the PATH"
        raise GitError(message, _WITHOUT_GIT) from error
    except subprocess.TimeoutExpired as error:
        message = f"git did not answer within {GIT_TIMEOUT} seconds"
        raise GitError(message) from error
    except OSError as error:
        message = f"git cannot be run: {error.strerror}"
        raise GitError(message) from error
    return ended.returncode, ended.stdout, ended.stderr


def _surroundings() -> dict[str, str]:
    """Return the environment without what would lead git to another repository, configuration or program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return kept | _SET


def _checked(name: str) -> str:
    """Return the name of an object, which is the only thing that is handed to git without more ado."""
    if not _NAME.fullmatch(name):
        message = f"{quoted(name)} is no name of an object"
        raise GitError(message)
    return name


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _entries(out: bytes) -> Iterator[tuple[str, TreeEntry]]:
    for row in out.split(b"\0"):
        about, tab, path = row.partition(b"\t")
        if tab:
            mode, _, name = about.decode().split()
            yield os.fsdecode(path), TreeEntry(name, mode)


def _portions(sizes: Iterable[tuple[str, int]], limit: int) -> Iterator[list[str]]:
    """Yield names of blobs that are small enough, together not too many bytes at once."""
    few: list[str] = []
    total = 0
    for name, size in sizes:
        if size > limit:
            continue
        if few and total + size > _AT_ONCE:
            yield few
            few, total = [], 0
        few.append(name)
        total += size
    if few:
        yield few


def _contents(out: bytes, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the blobs of an answer of `cat-file --batch`: a line about each, then its content."""
    at = 0
    for name in names:
        end = out.index(b"\n", at)
        if out[at:end].endswith(b" missing"):
            yield name, b""
            at = end + 1
            continue
        size = int(out[at:end].split()[2])
        yield name, out[end + 1 : end + 1 + size]
        at = end + size + 2


def _commit(name: str, content: bytes) -> Commit:
    """Read what a commit says of itself."""
    head, _, message = content.partition(b"\n\n")
    fields = dict(line.split(b" ", 1) for line in head.split(b"\n") if b" " in line and not line.startswith(b" "))
    encoding = fields.get(b"encoding", b"utf-8").decode("ascii", "replace")
    found = _AUTHOR.fullmatch(fields.get(b"author", b""))
    author, seconds, zone = found.groups() if found else (b"", b"0", b"+0000")
    subject = message.lstrip().partition(b"\n")[0]
    return Commit(name, _day(int(seconds), zone.decode()), _decoded(author, encoding), _decoded(subject, encoding))


def _day(seconds: int, zone: str) -> str:
    """Return the day on which it was so many seconds after 1970, where the clock is so many hours ahead."""
    offset = (int(zone[1:3]) * 60 + int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
    try:
        return datetime.fromtimestamp(seconds, timezone(timedelta(minutes=offset))).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return "1970-01-01"


def _decoded(text: bytes, encoding: str) -> str:
    """Return a line that somebody wrote, without what cannot stand in a document or deceives on a screen."""
    codec = encoding if _TEXT_ENCODINGS.fullmatch(encoding) else "utf-8"
    try:
        line = text[:_MAX_SUBJECT].decode(codec, "replace")
    except LookupError:  # `cp9999` looks like an encoding
        line = text[:_MAX_SUBJECT].decode(errors="replace")
    return cleaned(_DECEIVING.sub("\N{REPLACEMENT CHARACTER}", " ".join(line.split())))

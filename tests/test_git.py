"""Git is asked in a way that nothing of a stranger's repository runs, and each answer of it can be shown."""

import os
import subprocess
from pathlib import Path

import pytest

from mapgen.vcs.git import GitError, Repository, repository
from tests.cli.repo import ALONE, Repo

SPEC = "title: t\nstages: [a]\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    made = Repo(tmp_path / "work")
    made.commit("first", coffee=SPEC)
    return made


def opened(repo: Repo) -> Repository:
    return repository(repo.folder)


def commit_object(repo: Repo, headers: bytes, message: bytes) -> str:
    """Write a commit as no tool would, and return its name."""
    tree = repo.git("rev-parse", "HEAD^{tree}").strip()
    content = b"tree " + tree.encode() + b"\n" + headers + b"\n\n" + message
    command = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    done = subprocess.run(command, cwd=repo.folder, input=content, env=ALONE, check=True, capture_output=True)
    return done.stdout.decode().strip()


PERSON = b" <a@example.com> 1767225600 +0000"

ENCODINGS = [
    *(b"idna", b"undefined", b"utf-7", b"punycode", b"rot13", b"zlib", b"base64", b"hex", b"unicode_escape"),
    *(
        b"raw_unicode_escape",
        b"mbcs",
        b"oem",
        b"utf-16",
        b"utf-32",
        b"cp9999",
        b"nobody",
        b"",
        b"\xff\xfe",
        b"a" * 5_000,
    ),
]


@pytest.mark.parametrize("encoding", ENCODINGS, ids=repr)
def test_a_commit_in_an_unusual_encoding_is_read(repo: Repo, encoding: bytes) -> None:
    headers = b"author A" + PERSON + b"\ncommitter A" + PERSON + b"\nencoding " + encoding
    name = commit_object(repo, headers, b"Ask +AGE- \xff later\n")

    (about,) = opened(repo).about([name])

    assert about.subject == "Ask +AGE- \N{REPLACEMENT CHARACTER} later"
    assert about.author == "A"


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "latin1", "cp1252", "iso8859-15"])
def test_a_commit_in_an_encoding_of_people_is_read_in_it(repo: Repo, encoding: str) -> None:
    headers = b"author \xdcnal" + PERSON + b"\ncommitter A" + PERSON + b"\nencoding " + encoding.encode()
    name = commit_object(repo, headers, b"Caf\xe9\n")

    (about,) = opened(repo).about([name])

    assert (about.author, about.subject) == ("Ünal", "Café")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\u202e", "\u2066", "\ufffe", "\ud800"])
def test_what_cannot_be_shown_is_replaced_in_subjects_and_names(repo: Repo, sign: str) -> None:
    raw = sign.encode("utf-8", "surrogatepass")
    headers = b"author Ma" + raw.replace(b"\x00", b"\x01") + b"ya" + PERSON + b"\ncommitter A" + PERSON
    name = commit_object(repo, headers, b"Ask " + raw + b" later\r\n\nmore")

    (about,) = opened(repo).about([name])

    for text in (about.author, about.subject):
        assert text.isprintable()
        assert sign not in text
        assert "\N{REPLACEMENT CHARACTER}" in text


def test_a_commit_that_is_not_there_does_not_hide_the_others(repo: Repo) -> None:
    there = repo.git("rev-parse", "HEAD").strip()

    lost, found = opened(repo).about(["0" * 40, there])

    assert (lost.subject, found.subject) == ("", "first")


def test_an_object_of_another_content_in_its_place_is_not_taken(repo: Repo) -> None:
    before = repo.git("rev-parse", "HEAD").strip()
    repo.commit("second", coffee=SPEC.replace("t\n", "u\n", 1))
    after = repo.git("rev-parse", "HEAD").strip()
    repo.git("replace", before, after)

    assert opened(repo).about([before])[0].subject == "first"


def test_a_repository_in_a_folder_of_a_checkout_is_none(repo: Repo) -> None:
    bare = repo.folder / "innocent"
    repo.git("init", "-q", "--bare", str(bare))
    repo.git("--git-dir", str(bare), "config", "core.bare", "false")
    repo.git("--git-dir", str(bare), "config", "core.worktree", str(repo.folder))

    with pytest.raises(GitError):
        repository(bare)


def test_a_remote_that_runs_a_program_runs_none_where_an_object_is_missing(repo: Repo, tmp_path: Path) -> None:
    """A partial clone fetches what is missing when it is asked for, through whatever its configuration names."""
    ran = tmp_path / "ran"
    repo.git("config", "core.repositoryFormatVersion", "1")
    repo.git("config", "extensions.partialClone", "origin")
    repo.git("config", "remote.origin.promisor", "true")
    repo.git("config", "remote.origin.url", f"ext::touch {ran}")
    repo.git("config", "protocol.ext.allow", "always")
    blob = repo.git("rev-parse", "HEAD:coffee.journey.yaml").strip()
    (repo.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()

    content = opened(repo).blobs([blob], limit=1_000)

    assert content == {blob: None}
    assert not ran.exists()


@pytest.mark.skipif(os.name == "nt", reason="a program of the shell is what would be run")
def test_the_protocols_that_a_repository_allows_are_not_allowed(repo: Repo, tmp_path: Path) -> None:
    """Older versions of git know no other brake than the list of protocols."""
    from mapgen.vcs.git import _run

    ran = tmp_path / "ran"
    repo.git("config", "protocol.ext.allow", "always")

    code, _, _ = _run(repo.folder, ["ls-remote", f"ext::touch {ran}"])

    assert code != 0
    assert not ran.exists()


def refusal(folder: Path) -> str:
    """Return why a repository is not opened; it depends on words of git, so a change of them shows here."""
    with pytest.raises(GitError) as raised:
        repository(folder)
    return str(raised.value)


def test_a_folder_outside_a_repository_is_recognized(repo: Repo, tmp_path: Path) -> None:
    assert repo.folder != tmp_path
    assert refusal(tmp_path) == "this folder is not in a git repository"


def test_a_repository_without_a_working_tree_is_recognized(repo: Repo) -> None:
    told = "no working tree: the repository is bare, or this is inside .git"

    assert refusal(repo.folder / ".git") == told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_someone_else_is_recognized(repo: Repo) -> None:
    os.chown(repo.folder, 12345, 12345)
    os.chown(repo.folder / ".git", 12345, 12345)

    assert refusal(repo.folder) == "git refuses to open this repository, because it belongs to another user"

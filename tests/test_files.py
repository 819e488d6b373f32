"""The edge to the disk: all files or none, and nothing but what is meant."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mapgen.files.errors import FileError
from mapgen.files.finding import find, output_name
from mapgen.files.locking import locked
from mapgen.files.patterns import MAX_PATTERN, PathPattern, pattern
from mapgen.files.reading import read
from mapgen.files.writing import Output, create, write


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_with_the_folders_that_they_need(tmp_path: Path) -> None:
    write([Output(tmp_path / "a/b/x", b"1"), Output(tmp_path / "c/y", b"2")])

    assert contents(tmp_path) == {"a/b/x": b"1", "c/y": b"2"}


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write([Output(tmp_path / "x", b"1")])
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_a_file_that_is_right_already_is_not_touched(tmp_path: Path) -> None:
    write([Output(tmp_path / "x", b"1")])
    before = (tmp_path / "x").stat()

    write([Output(tmp_path / "x", b"1"), Output(tmp_path / "y", b"2")])

    after = (tmp_path / "x").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_fails_late_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    real = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target.name == "c" and self.name.startswith(".mapgen"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fails)

    with pytest.raises(FileError, match=r"cannot write .*c: the disk is full"):
        write([Output(tmp_path / name, b"new") for name in "abc"] + [Output(tmp_path / "deep/er/d", b"new")])

    assert contents(tmp_path) == {"a": b"old"}
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a").write_bytes(b"old")
    target = tmp_path / "b"
    target.mkdir() if kind == "folder" else os.mkfifo(target)

    with pytest.raises(FileError, match="it is not a regular file"):
        write([Output(tmp_path / "a", b"new"), Output(target, b"new")])

    assert contents(tmp_path) == {"a": b"old"}


@pytest.mark.parametrize("link", ["symbolic", "dangling", "hard"])
def test_links_are_replaced_and_never_written_through(tmp_path: Path, link: str) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    out.mkdir()
    victim.write_bytes(b"theirs")
    target = out / "x"
    if link == "hard":
        target.hardlink_to(victim)
    else:
        target.symlink_to(victim if link == "symbolic" else tmp_path / "nowhere")

    write([Output(target, b"ours")])

    assert contents(tmp_path) == {"victim": b"theirs", "out/x": b"ours"}
    assert not target.is_symlink()


def test_what_a_killed_build_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (".mapgen-12-0.tmp", ".mapgen-x.tmp", "mine.tmp"):
        (tmp_path / name).write_bytes(b"")

    write([Output(tmp_path / "x", b"1")])

    assert sorted(contents(tmp_path)) == [".mapgen-x.tmp", "mine.tmp", "x"]


def test_the_output_folder_cannot_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")

    with pytest.raises(FileError, match="it is a file"):
        write([Output(tmp_path / "out/x", b"1")])

    assert contents(tmp_path) == {"out": b"mine"}


def test_create_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("nowhere")

    with pytest.raises(FileError, match="exists"):
        create(Output(tmp_path / "x", b"1"))


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    wanted = pytest.raises(FileError, match="another build is writing")
    with locked(tmp_path), wanted, locked(tmp_path, patience=0.05):
        pytest.fail("the lock was given twice")

    with locked(tmp_path, patience=0):
        assert contents(tmp_path) == {}


def test_a_build_that_ends_badly_leaves_no_lock(tmp_path: Path) -> None:
    line = (
        "import os, sys; from pathlib import Path; from mapgen.files.locking import locked\n"
        "with locked(Path(sys.argv[1])): os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", line, str(tmp_path)], check=True)

    with locked(tmp_path, patience=0):
        pass


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (Path.mkdir, "it is a folder"),
        (os.mkfifo, "it is a pipe, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
        (lambda path: path.symlink_to(path), "its symbolic links form a loop"),
        (Path.absolute, "no such file"),
        (lambda path: path.write_bytes(bytes(11)), "it is larger than 0 MB"),
    ],
)
def test_only_a_file_of_bounded_size_is_read(tmp_path: Path, make: Callable[[Path], object], why: str) -> None:
    make(tmp_path / "x")

    with pytest.raises(FileError, match=why):
        read(tmp_path / "x", limit=10)


def test_a_search_follows_no_links_and_finds_each_spec_once(tmp_path: Path) -> None:
    for name in ("b/x.journey.yaml", "journey.yaml", "a.journey.yml", ".git/y.journey.yaml", "other.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b/round").symlink_to(tmp_path)
    (tmp_path / "link.journey.yaml").symlink_to("journey.yaml")

    found = find([".", "b", "**/*.journey.yaml"], folder=tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.journey.yml",
        "b/x.journey.yaml",
        "journey.yaml",
    ]


@pytest.mark.parametrize("pattern", ["o*/*.yaml", "*/secret.journey.yaml", "**/*.yaml", "dee*/out/*.yaml", "[o]ut/*"])
def test_a_pattern_follows_no_link_either(tmp_path: Path, pattern: str) -> None:
    top = tmp_path / "repository"
    (top / "deep").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.journey.yaml").touch()
    for link in ("out", "deep/out"):
        (top / link).symlink_to(tmp_path / "outside")

    with pytest.raises(FileError, match="no spec matches "):
        find([pattern], folder=top)


def test_a_pattern_may_begin_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.journey.yaml").touch()
    (tmp_path / "link").symlink_to("real")

    assert find(["link/*.yaml"], folder=tmp_path) == (tmp_path / "link/a.journey.yaml",)


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        ("x.journey.yaml", "x.journey"),
        ("journey.yml", "journey"),
        ("deep/X.YAML", "X"),
        ("x.json", "x.json"),
        ("notes.md", "notes.md"),
    ],
)
def test_maps_are_called_like_their_spec(spec: str, name: str) -> None:
    assert output_name(Path(spec)) == name


@pytest.mark.parametrize(
    ("text", "path", "matches"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "b/a.yaml", False),
        ("**/*.yaml", "a.yaml", True),
        ("**/*.yaml", "b/c/a.yaml", True),
        ("**/**/**/*.yaml", "b/c/a.yaml", True),
        ("b/**/a.yaml", "b/a.yaml", True),
        ("b/**/a.yaml", "c/a.yaml", False),
        ("**/b/**/c/**/a.yaml", "b/x/c/y/c/a.yaml", True),
        ("**/b/**/c/**/a.yaml", "c/x/b/y/a.yaml", False),
        ("b/**", "b/c/a.yaml", True),
        ("b/**", "b/c/a.svg", False),
        ("b/**", "b", False),
        ("[ab]?.yaml", "bc.yaml", True),
        ("[!ab]?.yaml", "bc.yaml", False),
        ("a[.yaml", "a[.yaml", True),
        ("*a" * 300 + "b", "a" * 255, False),
        ("*a" * 255, "a" * 255, True),
    ],
)
def test_a_pattern_means_the_same_on_the_disk_and_in_git(
    text: str,
    path: str,
    matches: bool,  # noqa: FBT001 - a column of the table
    tmp_path: Path,
) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).touch()

    assert pattern(text, last=lambda name: name.endswith(".yaml")).matches(path) == matches
    if text.endswith(".yaml") and matches:
        assert find([text], folder=tmp_path) == (tmp_path / path,)


def test_each_part_of_a_pattern_is_held_against_each_name_once_at_most() -> None:
    asked: list[str] = []

    def part(name: str) -> bool:
        asked.append(name)
        return True

    folders, parts = 40, 30
    found = PathPattern((None, part) * parts).matches("a/" * folders + "b")

    assert found
    assert len(asked) <= (folders + 1) * parts


def test_neighboring_signs_for_any_depth_are_one() -> None:
    assert len(pattern("**/" * 300 + "x", last=bool).parts) == 2


def test_a_folder_in_which_nothing_can_match_is_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "c/d/e").mkdir(parents=True)
    (tmp_path / "a/b/x.yaml").touch()
    listed: list[str] = []
    real = os.walk

    def counted(top: str) -> Iterator[tuple[str, list[str], list[str]]]:
        for place, folders, files in real(top):
            listed.append(Path(place).name)
            yield place, folders, files

    monkeypatch.setattr(os, "walk", counted)

    assert find(["*/b/*.yaml"], folder=tmp_path) == (tmp_path / "a/b/x.yaml",)
    assert sorted(listed[1:]) == ["a", "b", "c"]


def test_a_pattern_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"has 1,001 characters; the maximum is 1,000"):
        find(["*" * (MAX_PATTERN + 1)], folder=tmp_path)

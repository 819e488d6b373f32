"""`mapgen fmt`: what is written where, and what is told."""

import io
import stat
from pathlib import Path

import pytest

from tests.cli.cli_runner import SMALL, Command, names, spec

WILD = """\
stages:
- touchpoints:
  - {emotion: -1, name: Sees the queue}  # every day
  name: Arrive
title:   Morning coffee
"""
TAME = """\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - {name: Sees the queue, emotion: -1} # every day
"""


def test_a_spec_is_written_in_the_one_layout(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml", WILD)
    spec(folder / "b.journey.yaml")

    assert mapgen("fmt", ".") == (0, "a.journey.yaml: formatted\n", "")
    assert (folder / "a.journey.yaml").read_text() == TAME
    assert (folder / "b.journey.yaml").read_text() == SMALL
    assert mapgen("fmt", ".") == (0, "", "")
    assert names(folder) == ["a.journey.yaml", "b.journey.yaml"]


def test_a_check_writes_nothing_and_fails(mapgen: Command, folder: Path) -> None:
    path = spec(folder / "a.journey.yaml", WILD)

    assert mapgen("fmt", "--check", ".") == (1, "a.journey.yaml: would be formatted\n", "")
    assert mapgen("fmt", "--check", "-q", ".") == (1, "", "")
    assert path.read_text() == WILD
    mapgen("fmt", ".")
    assert mapgen("fmt", "--check", ".").code == 0


def test_a_diff_shows_what_would_change(mapgen: Command, folder: Path) -> None:
    path = spec(folder / "a.journey.yaml", "title:  x\u202ey\r")

    ended = mapgen("fmt", "--diff", "a.journey.yaml")

    assert ended.code == 1
    assert ended.out == (
        "--- a.journey.yaml\n+++ a.journey.yaml\n@@ -1 +1 @@\n-title:  x<U+202E>y<U+000D>\n+title: x<U+202E>y\n"
    )
    assert path.read_bytes().endswith(b"\r")
    mapgen("fmt", "a.journey.yaml")
    assert mapgen("fmt", "--diff", "a.journey.yaml") == (0, "", "")


def test_standard_input_goes_to_standard_output(mapgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(*arguments: str, text: str = WILD) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return mapgen("fmt", *arguments, "-")

    assert typed() == (0, TAME, "")
    assert typed(text=TAME) == (0, TAME, "")
    assert typed("--check") == (1, "<stdin>: would be formatted\n", "")


def test_a_spec_that_cannot_be_read_is_told_and_left_and_the_others_are_formatted(
    mapgen: Command, folder: Path
) -> None:
    spec(folder / "a.journey.yaml", WILD)
    broken = spec(folder / "b.journey.yaml", "title:   [\n")

    ended = mapgen("fmt", ".")

    assert (ended.code, ended.out) == (1, "a.journey.yaml: formatted\n")
    assert ended.err.startswith("error[unclosed-bracket]")
    assert broken.read_text() == "title:   [\n"


def test_who_may_read_a_spec_stays(mapgen: Command, folder: Path) -> None:
    path = spec(folder / "a.journey.yaml", WILD)
    path.chmod(0o640)

    mapgen("fmt", "a.journey.yaml")

    assert path.read_text() == TAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_not_replaced(mapgen: Command, folder: Path) -> None:
    spec(folder / "real.yaml", WILD)
    (folder / "a.journey.yaml").symlink_to("real.yaml")

    ended = mapgen("fmt", "a.journey.yaml")

    assert ended.code == 1
    assert "the spec cannot be read: it is a symbolic link" in ended.err
    assert (folder / "a.journey.yaml").is_symlink()


def test_settings_name_the_specs(mapgen: Command, folder: Path) -> None:
    spec(folder / "maps/a.journey.yaml", WILD)
    (folder / "mapgen.toml").write_text('specs = ["maps"]\n')

    assert mapgen("fmt").out == "maps/a.journey.yaml: formatted\n"


def test_what_was_waived_stays_waived(mapgen: Command, folder: Path) -> None:
    """A waiver on the first line of a thing, above it, and beside or above one of its keys."""
    text = """\
channels:
  - name: App  # mapgen: allow unused-channel because it comes in May
    id: app
  # mapgen: allow unused-channel because it is gone
  - {name: Shop, id: shop}
  - name: Post
    mode: offline  # mapgen: allow unused-channel because nobody writes
owners:
  - contact: a@example.com
    # mapgen: allow unused-owner because she is new
    name: Ada
title: x
stages: [{name: A, touchpoints: [{name: B}]}]
"""
    path = spec(folder / "a.journey.yaml", text)
    before = mapgen("validate", "--fail-on", "info", "a.journey.yaml")

    mapgen("fmt", "a.journey.yaml")

    assert path.read_text() != text
    assert (before.code, before.err) == (0, "")
    assert mapgen("validate", "--fail-on", "info", "a.journey.yaml") == before

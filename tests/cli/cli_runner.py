"""What the tests of the command share: a small spec, and how a command ended."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.files.images import png

SMALL = """\
title: Morning coffee
stages:
  - name: Arrive
    touchpoints:
      - name: Sees the queue
        emotion: -1
"""
FAULTY = SMALL.replace("emotion: -1", "emotoin: -1")
PNG = png()


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


def spec(path: Path, text: str = SMALL) -> Path:
    """Write a spec and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """Return the names of all files below a folder, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

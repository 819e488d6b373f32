"""What a person types behind `mapgen diff` -> which specs in which two versions."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.build.specs import STDIN
from mapgen.files.finding import is_folder, is_yaml
from mapgen.files.naming import completed
from mapgen.files.patterns import is_pattern
from mapgen.record import record, replace

HEAD = "HEAD"
FORK = "..."
RANGE = ".."


@record
class TwoFiles:
    """Two files, whatever git thinks of them."""

    old: str
    new: str


@record
class Revisions:
    """Specs in two revisions. `old` is None where nobody named one; `new` is None for the working tree.

    With `forked`, the old version is where the histories of the two part. `otherwise` is what is meant where `old` is
    no revision after all.
    """

    old: str | None
    new: str | None
    specs: tuple[str, ...]
    forked: bool = False
    otherwise: "TwoFiles | Revisions | None" = None


def parse_operands(before: Sequence[str], after: Sequence[str] | None) -> TwoFiles | Revisions:
    """Return what is to be compared; `after` are the words behind `--`, None where there is none.

    Two files are two files. Else the first word is a revision, unless it is a file, a folder or a pattern; behind
    `--`, all are specs.
    """
    if after is not None and len(before) > 1:
        message = f"expected one revision or range before `--`, got {len(before)}"
        raise click.UsageError(message, click.get_current_context(silent=True))
    words = [*before, *(after or ())]
    if len(words) == 2 and all(_is_file(word, sure=word not in before) for word in words):  # noqa: PLR2004 - old and new
        return TwoFiles(*words)
    if not before or (after is None and _is_spec(before[0])):
        return Revisions(None, None, _specs(words))
    revision, *others = words
    found = _revisions(revision, _specs(others))
    return replace(found, otherwise=_without_endings(words)) if after is None else found


def _without_endings(words: Sequence[str]) -> TwoFiles | Revisions | None:
    """Return what is meant if the first word is a spec whose ending was left out."""
    files = [completed(word, Path()) if not _is_file(word, sure=True) else Path(word) for word in words]
    if not files[0]:
        return None
    if len(files) == 2 and files[1]:  # noqa: PLR2004 - old and new
        return TwoFiles(str(files[0]), str(files[1]))
    return Revisions(None, None, tuple(words))


def _specs(words: Sequence[str]) -> tuple[str, ...]:
    if STDIN in words:
        message = "to compare with standard input, name two files"
        raise click.UsageError(message, click.get_current_context(silent=True))
    return tuple(words)


def _revisions(word: str, specs: tuple[str, ...]) -> Revisions:
    """Return the revisions that a word means: one, or two with dots between."""
    for dots in (FORK, RANGE):
        old, found, new = word.partition(dots)
        if found:
            return Revisions(old or HEAD, new or HEAD, specs, forked=dots == FORK)
    return Revisions(word, None, specs)


def _is_file(word: str, *, sure: bool) -> bool:
    """Return whether a word means a file. One that is not YAML by its name means a revision, unless it is `sure`."""
    if word == STDIN:
        return True
    return "\0" not in word and (sure or is_yaml(Path(word))) and os.path.isfile(word)  # noqa: PTH113 - long names


def _is_spec(word: str) -> bool:
    """Return whether a word means specs: a YAML file, which may be gone by now, a folder, a pattern.

    No revision looks like a pattern, but for those that search ("HEAD^{/fix}", ":/fix").
    """
    if word == STDIN or not word or "\0" in word:
        return word == STDIN
    searches = word.startswith(":") or "{" in word
    return is_yaml(Path(word)) or is_folder(Path(word)) or (is_pattern(word) and not searches)

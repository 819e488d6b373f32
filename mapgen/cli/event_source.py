"""What a person names with `--from` -> an engine that is open on files or on a table."""

import glob
import os
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.diagnostics.phrases import listed, quoted
from mapgen.engines.engine import EventEngine
from mapgen.files.errors import shown
from mapgen.terminal.misuse import MisuseError

_ADDRESS = "://"
MAX_FILES = 100_000
"""The most files that are read as one table."""


def open_source(names: Sequence[str], table: str | None, threads: int | None, memory: str | None) -> EventEngine:
    """Return the engine; UsageError or MisuseError where the names are none of files or of one database."""
    if any(_ADDRESS in name for name in names):
        if len(names) > 1 or not table:
            message = "`--from` takes one address of a database, with `--table`"
            raise click.UsageError(message, click.get_current_context())
        from mapgen.engines.database import Database

        return Database(names[0], table)
    if table:
        message = "`--table` goes with the address of a database in `--from`, or with `--sql`"
        raise click.UsageError(message, click.get_current_context())
    from mapgen.engines.duckdb import DuckDbFiles, DuckDbLimits

    return DuckDbFiles(find_files(names), DuckDbLimits(threads, memory))


def find_files(names: Sequence[str]) -> tuple[Path, ...]:
    """Return the files of names and patterns, sorted; MisuseError where there is none, or they cannot be one table."""
    from mapgen.engines.duckdb import READERS, kind_of

    found: dict[Path, None] = {}
    for name in names:
        paths = (
            sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may begin anywhere
            if glob.has_magic(name) and not os.path.lexists(name)
            else [name]
        )
        files = [path for path in map(Path, paths) if path.is_file()]
        if not files:
            message = f"there is no file {quoted(name)} to read events from"
            raise MisuseError(message, "name files, or a pattern in quotes: --from 'events/*.parquet'")
        found.update(dict.fromkeys(files))
    kinds = {kind_of(path) for path in found}
    unknown = next((path for path in found if kind_of(path) is None), None)
    if unknown is not None or len(kinds) != 1 or len(found) > MAX_FILES:
        endings = listed([*READERS])
        message = (
            f"{quoted(shown(unknown))} is no file of events"
            if unknown is not None
            else "files of several kinds, or too many, cannot be read as one table"
        )
        raise MisuseError(message, f"all files end in one of {endings}; all but Parquet may be packed with gzip")
    odd = next((path for path in found if glob.has_magic(str(path.resolve()))), None)
    if odd is not None:
        message = f"the path of {quoted(shown(odd))} has a sign that stands for others: *, ? or ["
        raise MisuseError(message, "rename it")
    return tuple(found)

"""The options of `mapgen import` that only some formats take -> what the importer is handed."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import click

from mapgen.diagnostics.phrases import key, quoted
from mapgen.importers.importer import Importer, ImportOptions

_FLAGS = {"columns": "--map", "sheet": "--sheet", "fence": "--fence", "actors": "--actors"}
ACTORS = ("personas", "owners", "channels")
"""What the actors of a diagram can be in a spec."""


class Wishes(NamedTuple):
    """What was typed for these options."""

    columns: Sequence[str]
    sheet: str | None
    fence: int | None
    actors: str | None


def options_for(kind: str, importer: Importer, wishes: Wishes) -> ImportOptions:
    """Return the options for an importer; UsageError for one that it does not take."""
    for name, flag in _FLAGS.items():
        if getattr(wishes, name) not in {None, ()} and name not in importer.options:
            message = f"{key(flag)} does not apply to {kind} files"
            raise click.UsageError(message, click.get_current_context())
    return ImportOptions(MappingProxyType(_columns(wishes.columns)), wishes.sheet, wishes.fence, wishes.actors)


def _columns(pairs: Sequence[str]) -> Mapping[str, str]:
    columns: dict[str, str] = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column.strip() or not field.strip():
            message = f"{quoted(pair)} is not a mapping; write COLUMN=FIELD, such as Mood=emotion"
            raise click.BadParameter(message, click.get_current_context(), param_hint="--map")
        columns[column.strip()] = field.strip()
    return columns

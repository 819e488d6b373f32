"""The contract of an importer: a module in `kinds/` offers one as `IMPORTER`; the module's name is the format's id."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from types import MappingProxyType

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.record import record
from mapgen.source.tree import Json


@record
class ImportFile:
    """What is imported: the bytes of a file, and its name, which is "" for standard input."""

    name: str
    data: bytes


@record
class ImportOptions:
    """What a person asks for; an importer is handed only those options that it takes.

    `columns` is what is in a column, by its header. `sheet` and `fence` say which part of a file to read; fences are
    counted from 1. `actors` is what the actors of a diagram are in a spec.
    """

    columns: Mapping[str, str] = MappingProxyType({})
    sheet: str | None = None
    fence: int | None = None
    actors: str | None = None


@record
class Imported:
    """What an importer has read.

    `spec` is the data of a spec, with the keys of the language in any order; None where there is none, and an error
    among the `remarks` says why. It needs no title. Empty values are left out later, and texts are cleaned.
    `remarks` have places in `text`, which is "" where the file is no text. `mapping` says what became of each part,
    such as a column: its name, and the key of the language or a phrase.
    """

    spec: dict[str, Json] | None
    remarks: tuple[Diagnostic, ...] = ()
    text: str = ""
    mapping: tuple[tuple[str, str], ...] = ()


class Confidence(IntEnum):
    """How sure an importer is, by its content alone, that a file is of its format."""

    NO = 0
    MAYBE = 1  # it can be read so, as most texts can
    LIKELY = 2  # it looks like it; a name that says otherwise is believed
    SURE = 3  # it is, whatever its name says


@record
class Importer:
    """A format that can be read.

    `suffixes` are those of its files, in lowercase. `recognize` looks at the content, never long; `read` reads it. Both
    take any bytes. `options` names the fields of `ImportOptions` that it takes.
    """

    suffixes: tuple[str, ...]
    recognize: Callable[[ImportFile], Confidence]
    read: Callable[[ImportFile, ImportOptions], Imported]
    options: frozenset[str] = frozenset()


def failed(message: str, hint: str | None = None, text: str = "", code: str = "import-failed") -> Imported:
    """Return what is told of a file from which no spec can be made."""
    return Imported(None, (Diagnostic(code, message, hint=hint),), text)

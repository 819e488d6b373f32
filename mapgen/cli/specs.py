"""What a person names on the command line -> checked specs, and what there is to say about them."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from mapgen.cli.net import FAILED, MISUSED, unexpected
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.finding import NothingFoundError, find, is_yaml, output_name
from mapgen.files.naming import suggestion
from mapgen.files.pictures import read_pictures
from mapgen.files.reading import read, read_stdin
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.pipeline import Checked, check
from mapgen.record import record

STDIN = "-"


@record
class Spec:
    """A spec by its path; None is standard input, which counts as `journey.yaml` in the current folder."""

    path: Path | None

    @property
    def name(self) -> str:
        """What messages call it."""
        return shown(self.path) if self.path else "<stdin>"

    @property
    def folder(self) -> Path:
        """Where its maps go by default, and below which its images lie."""
        return self.path.parent if self.path else Path()

    @property
    def output_name(self) -> str:
        """The name of its maps, without their last suffix."""
        return output_name(self.path) if self.path else "journey"

    @property
    def is_missing(self) -> bool:
        """Whether there is no such file."""
        return self.path is not None and not os.path.lexists(self.path)

    @property
    def is_missing_folder(self) -> bool:
        """Whether there is no such file, and its name is that of a folder rather than of a spec."""
        return self.path is not None and self.is_missing and not is_yaml(self.path)


@record
class Read:
    """A spec that was read and checked, with its images as data URIs."""

    spec: Spec
    checked: Checked
    pictures: Mapping[str, str] = MappingProxyType({})


def find_specs(
    names: Sequence[str], folder: Path | None = None, empty: Callable[[NothingFoundError], None] | None = None
) -> tuple[Spec, ...]:
    """Return the specs that are meant, each once; NothingFoundError where a folder or a pattern holds none.

    Relative names start in `folder`, where that is given; standard input is meant only where it is not. `empty` is
    called in place of the error.
    """
    if folder is not None or STDIN not in names:
        return tuple(map(Spec, find(names, folder=folder, empty=empty)))
    return (Spec(None), *map(Spec, find([name for name in names if name != STDIN], empty=empty)))


def failure(specs: Iterable[Spec]) -> int:
    """Return the exit code of a command that failed: it was used wrongly where a spec that was named is not there."""
    return MISUSED if any(spec.is_missing for spec in specs) else FAILED


def read_spec(spec: Spec) -> Read:
    """Read and check a spec and its images; an unexpected exception is a fault of this spec."""
    try:
        return _read(spec)
    except Exception as error:  # noqa: BLE001 - one spec never stops the others
        return Read(spec, Checked(spec.name, "", None, None, (unexpected(error),)))


def _read(spec: Spec) -> Read:
    try:
        data = read(spec.path) if spec.path else read_stdin()
    except FileTroubleError as trouble:
        hint = suggestion(spec.path) if spec.path and spec.is_missing else None
        fault = Diagnostic("unreadable-file", f"the spec cannot be read: {trouble}", hint=hint)
        return Read(spec, Checked(spec.name, "", None, None, (fault,)))
    checked = check(data, name=spec.name)
    pictures, found = read_pictures(spec.folder, checked.images())
    return Read(spec, checked.with_diagnostics(found) if found else checked, pictures)

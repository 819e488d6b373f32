"""What a person names on the command line -> checked specs, and what there is to say about them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.finding import find, output_name
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


@record
class Read:
    """A spec that was read and checked, with its images as data URIs."""

    spec: Spec
    checked: Checked
    pictures: Mapping[str, str] = MappingProxyType({})


def find_specs(names: Sequence[str], folder: Path | None = None) -> tuple[Spec, ...]:
    """Return the specs that are meant, each once; FileTroubleError where a folder or a pattern holds none.

    Relative names start in `folder`, where that is given; standard input is meant only where it is not.
    """
    if folder is not None or STDIN not in names:
        return tuple(map(Spec, find(names, folder=folder)))
    return (Spec(None), *map(Spec, find(name for name in names if name != STDIN)))


def read_spec(spec: Spec) -> Read:
    """Read and check a spec and its images."""
    try:
        data = read(spec.path) if spec.path else read_stdin()
    except FileTroubleError as trouble:
        fault = Diagnostic("unreadable-file", f"the spec cannot be read: {trouble}")
        return Read(spec, Checked(spec.name, "", None, None, (fault,)))
    checked = check(data, name=spec.name)
    pictures, found = read_pictures(spec.folder, checked.images())
    return Read(spec, checked.with_diagnostics(found) if found else checked, pictures)

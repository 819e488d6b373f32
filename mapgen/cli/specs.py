"""What a person names on the command line -> checked specs, and what there is to say about them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from mapgen.cli import streams
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.reporters.full import report
from mapgen.files.finding import find, output_name
from mapgen.files.pictures import read_pictures
from mapgen.files.reading import read, read_stdin
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.pipeline import Checked, check
from mapgen.record import record

STDIN = "-"
_BUDGET = 7_800  # bytes of messages a run; whoever has more to mend starts at the top


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


class Voice:
    """Tells what there is to say about each spec, and falls silent before it becomes too much."""

    def __init__(self) -> None:
        """Begin with the whole budget."""
        self._left = _BUDGET
        self._unsaid = 0

    def tell(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Report the diagnostics of one file to standard error."""
        if not diagnostics:
            return
        said = report(name, text, diagnostics, color=False)
        if len(said.encode()) > self._left:
            self._unsaid += 1
            return
        self._left -= len(said.encode()) + 1
        streams.tell((report(name, text, diagnostics, color=True) if streams.colored() else said) + "\n")

    def end(self) -> None:
        """Say of how many files nothing was said."""
        if self._unsaid:
            files = "1 more file" if self._unsaid == 1 else f"{self._unsaid} more files"
            streams.tell(f"… and problems in {files}; name one alone to see them\n")

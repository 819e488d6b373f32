"""The text files that evidence names -> where the quotes of a journey stand in them, and what is wrong with the files.

A spec may come from a stranger: a file is read only if it is a text file that really lies in the same repository. What
it says goes nowhere: only its name and the line of a quote do.
"""

from collections.abc import Callable
from pathlib import Path

from mapgen.analysis.quote_search import MAX_CHARACTERS, Named, search_quotes
from mapgen.analysis.transcripts import Transcript, read_transcript
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.files.errors import FileError
from mapgen.files.reading import read
from mapgen.files.repository import RepositoryFolders
from mapgen.model.journey import Evidence, Journey
from mapgen.model.quote_search import SUFFIXES, QuoteSearch, is_text_file

MAX_TRANSCRIPT_SIZE = 2_000_000
"""The largest text file in which quotes are searched, in bytes."""

MAX_TRANSCRIPTS = 100
"""The most text files of one spec."""

MAX_TRANSCRIPTS_SIZE = 20_000_000
"""The largest sum of the text files of one spec, in bytes."""

_HINT = (
    "correct the path, which starts in the folder of this file, or remove it; its quotes are not verified until then"
)


def search_files(
    journey: Journey, folder_of: Callable[[Evidence], Path], repositories: RepositoryFolders
) -> tuple[QuoteSearch, tuple[Diagnostic, ...]]:
    """Search the quotes of a journey, and return a diagnostic for each file that cannot be searched.

    `folder_of` returns the folder of the file that declares a piece of evidence.
    """
    reader = _Reader(repositories)
    found: list[Diagnostic] = []
    transcripts: dict[str, list[Named] | None] = {}
    for piece in journey.evidence:
        named: list[Named] = []
        whole = True
        for index, source in enumerate(piece.sources):
            if not is_text_file(source):
                continue
            try:
                named.append((source, reader.read(folder_of(piece), source)))
            except FileError as trouble:
                whole = False
                found.append(_diagnostic(source, str(trouble), f"{piece.pointer}/sources/{index}"))
        transcripts[piece.id] = named if whole else None
    search = search_quotes(journey, lambda piece: transcripts.get(piece.id))
    if search.first_omitted is not None:
        found.append(_too_much(search.first_omitted))
    return search, tuple(found)


class _Reader:
    """Reads the text files of one spec, each once."""

    def __init__(self, repositories: RepositoryFolders) -> None:
        self._repositories = repositories
        self._known: dict[Path, Transcript] = {}
        self._size = 0

    def read(self, folder: Path, source: str) -> Transcript:
        """Return a transcript; FileError says why it cannot be searched."""
        path = self._repositories.path_within(folder, source)
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: Path) -> Transcript:
        if not path.name.lower().endswith(SUFFIXES):
            message = "it is a link to a file of another kind"
            raise FileError(message)
        if len(self._known) >= MAX_TRANSCRIPTS:
            message = f"more than {MAX_TRANSCRIPTS} text files are named"
            raise FileError(message)
        data = read(path, limit=MAX_TRANSCRIPT_SIZE, follow=False)
        self._size += len(data)
        if self._size > MAX_TRANSCRIPTS_SIZE:
            message = f"together, the text files of this spec exceed {MAX_TRANSCRIPTS_SIZE // 1_000_000} MB"
            raise FileError(message)
        try:
            return read_transcript(data.decode("utf-8-sig"), path.name)
        except UnicodeDecodeError as error:
            message = "it is not UTF-8 text"
            raise FileError(message) from error


def _too_much(pointer: str) -> Diagnostic:
    message = f"quotes are not verified from here on: they need more than {MAX_CHARACTERS:,} characters to be searched"
    hint = "name fewer or smaller text files, each in the evidence of its own quotes"
    return Diagnostic("unusable-source", message, Severity.WARNING, hint=hint, pointer=pointer)


def _diagnostic(source: str, why: str, pointer: str) -> Diagnostic:
    message = f"quotes cannot be searched in {quoted(source)}: {why}"
    return Diagnostic("unusable-source", message, Severity.WARNING, hint=_HINT, pointer=pointer)

"""The bytes of a zip file -> its XML parts as streams of events, never more than a limit."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from mapgen.record import record

MAX_PARTS = 10_000
"""The most parts of a workbook."""

MAX_SIZE = 60_000_000
"""The most bytes of all parts that are read, unpacked."""

MAX_ELEMENTS = 2_500_000
"""The most tags of all parts that are read: a cell has four or more."""

MAX_TEXT = 100_000
"""The most characters of a cell."""

_CHUNK = 65_536
_PREFIXED = re.compile(rb"<[A-Za-z_][\w.-]*:")
_PLAIN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)

Start = Callable[[str, dict[str, str]], None]


class WorkbookError(Exception):
    """A workbook cannot be read; the text says why, `hint` what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Take a message of one line."""
        super().__init__(message)
        self.hint = hint


class EnoughReadError(Exception):
    """Whoever reads a part needs no more of it."""


@record
class Handlers:
    """What is done at the beginning and the end of an element, by its name without prefix, and with text."""

    start: Start
    end: Callable[[str], None]
    text: Callable[[str], None]


class Package:
    """The parts of a workbook; what is read of all of them is counted together."""

    def __init__(self, data: bytes) -> None:
        """Open a zip file; WorkbookError where it is none."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.lower(): info for info in self._zip.infolist()}
        except _DAMAGED as error:
            message = "the file is no Excel workbook, or it is damaged"
            raise WorkbookError(message, "save it again as .xlsx") from error
        if len(self._parts) > MAX_PARTS:
            message = f"the workbook has more than {MAX_PARTS:,} parts"
            raise WorkbookError(message)
        self._bytes_left = MAX_SIZE
        self._elements_left = MAX_ELEMENTS

    def has(self, path: str) -> bool:
        """Return whether there is a part."""
        return path.lower() in self._parts

    def read(self, path: str, handlers: Handlers) -> None:
        """Read a part; WorkbookError where it is missing, damaged, too large, or declares entities."""
        info = self._parts.get(path.lower())
        if info is None:
            message = "the file is no Excel workbook, or a part of it is missing"
            raise WorkbookError(message, "save it again as .xlsx")
        if info.compress_type not in _PLAIN:
            message = "the workbook is packed in a way that Excel does not use"
            raise WorkbookError(message, "save it again as .xlsx")
        try:
            with self._zip.open(info) as part:
                chunk = part.read(_CHUNK)
                parser = _parser(handlers, chunk)
                while chunk:
                    self._take(chunk)
                    parser.Parse(chunk, False)  # noqa: FBT003 - the parser's signature
                    chunk = part.read(_CHUNK)
                parser.Parse(b"", True)  # noqa: FBT003 - the same
        except EnoughReadError:
            return
        except expat.ExpatError as error:
            message = f"a part of the workbook is damaged: {posixpath.basename(path)}, line {error.lineno}"
            raise WorkbookError(message, "save it again as .xlsx") from error
        except _DAMAGED as error:
            encrypted = bool(info.flag_bits & 1)
            message = (
                "the workbook has a password"
                if encrypted
                else f"a part of the workbook is damaged: {posixpath.basename(path)}"
            )
            raise WorkbookError(message, "save it again as .xlsx, without a password") from error

    def _take(self, chunk: bytes) -> None:
        """Count a chunk; what one element costs is far more than what a byte does."""
        self._bytes_left -= len(chunk)
        self._elements_left -= chunk.count(b"<")
        if self._bytes_left < 0:
            message = f"the workbook has more than {MAX_SIZE // 1_000_000} MB, unpacked"
            raise WorkbookError(message, "import only the sheet with the journey")
        if self._elements_left < 0:
            message = f"the workbook has more than {MAX_ELEMENTS // 5:,} cells, or nearly as many"
            raise WorkbookError(message, "import only the sheet with the journey")


def _parser(handlers: Handlers, beginning: bytes) -> expat.XMLParserType:
    """Return a parser that hands names over without their prefixes; few programs write any."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    prefixed = _PREFIXED.search(beginning) is not None
    parser.StartElementHandler = (
        (lambda name, attributes: handlers.start(name.rpartition(":")[2], attributes)) if prefixed else handlers.start
    )
    parser.EndElementHandler = (lambda name: handlers.end(name.rpartition(":")[2])) if prefixed else handlers.end
    parser.CharacterDataHandler = handlers.text
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    message = "the workbook declares entities, which Excel never does"
    raise WorkbookError(message, "save it again as .xlsx")

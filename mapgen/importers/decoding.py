"""The bytes of a file that another program wrote -> its text, in whichever encoding that program writes."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.importers.importer import Imported, ImportFile, failed
from mapgen.importers.remarks import Remarks

BOM = "\ufeff"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOKED_AT = 4_000
_MEGABYTE = 1_000_000
_SPARSE = 0.3  # of the bytes at even or odd places are zero: in text of two bytes a letter, nearly all of one kind are


def decode(data: bytes, remarks: Remarks) -> str | Diagnostic:
    """Return the text without its byte order mark, or what is wrong; a guessed encoding is a remark.

    UTF-8, UTF-16 with a mark or recognizable without, and else Windows-1252, which is what old programs write.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _unmarked(data[:_LOOKED_AT])
    if encoding:
        return data.decode(encoding, errors="replace").removeprefix(BOM)
    if 0 in data:
        return Diagnostic("import-failed", "the file is not text: it has NUL bytes", hint="save it as UTF-8 text")
    try:
        return data.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        remarks.guessed(
            f"the file is not UTF-8 (byte {error.start + 1}), so it was read as Windows-1252",
            hint="if letters look wrong, save the file as UTF-8",
        )
        return data.decode("cp1252", errors="replace")


def _unmarked(data: bytes) -> str | None:
    """Return how text of two bytes a letter is stored that has no mark."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) / 2 or 1
    if odd / half > _SPARSE and not even:
        return "utf-16-le"
    return "utf-16-be" if even / half > _SPARSE and not odd else None


def text_of(document: ImportFile, remarks: Remarks, most: int, what: str) -> str | Imported:
    """Return the text of a file with plain line ends, or why it is not read: `most` is the largest size in bytes.

    `what` is what such a file holds, with its verb: "diagrams are".
    """
    size = len(document.data)
    if size > most:
        return failed(f"the file has {size / _MEGABYTE:,.1f} MB, and {what} read up to {most / _MEGABYTE:,.1f} MB")
    text = decode(document.data, remarks)
    if isinstance(text, Diagnostic):
        return Imported(None, (text,))
    return text.replace("\r\n", "\n").replace("\r", "\n")

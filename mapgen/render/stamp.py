"""The content of a map -> the same with a mark that mapgen made it; and later, whether a hand has been in it since.

The mark is a comment at the end with a checksum of all before it. What may differ without a hand does not count: the
line ends, which git changes for Windows, blank lines at the end, and the part of the font that is embedded, for which
another release of the subsetter may write other bytes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from zlib import crc32

from mapgen.lazy import regex

_TEXT = "made by mapgen: change its spec, not this file. Checksum"
_MARK = regex(rb"(?:\r?\n)[^\r\n]*" + _TEXT.encode() + rb" ([0-9a-f]{8})[^\r\n]*")
THEYDO_KEY = "mapgen:"
"""What the key of each item begins with in a file for TheyDo, whose format has no place for a mark."""

_DATA = regex(rb'\s*\{\s*"format"\s*:\s*"mapgen-')
_THEYDO = regex(
    rb'\s*\{\s*"format"\s*:\s*"THEYDO_[A-Z]+_V1"\s*,\s*"[a-z]+"\s*:\s*\[\s*'
    rb'(?:\]\s*\}|\{\s*"importKey"\s*:\s*"' + THEYDO_KEY.encode() + rb")"
)
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 33  # bytes: the signature, and the chunk with the size
_MAKER = b"Software\0mapgen"
_PDF = b"%PDF-"
PDF_KEYWORD = "made by mapgen"
"""The keyword that tells in a PDF who made it."""
CSV_HEADER = "Made by mapgen 00000000"
"""The header of the last column of a CSV file, which holds nothing else; the checksum takes the place of the zeros."""

_CSV_MARK = regex(rb'[,;\t]"?Made by mapgen ([0-9a-f]{8})"?\r?$', re.MULTILINE)
_HEADERS = 1_000_000  # bytes of the headers of a table, at most
_BYTE_ORDER_MARK = "\ufeff".encode()
OFFICE_KEYWORD = "made by mapgen"
"""The property "keywords" of a package of an office program that tells who made it."""

_PACKAGE = b"PK\x03\x04"
_OFFICE_MARK = f"<cp:keywords>{OFFICE_KEYWORD}</cp:keywords>".encode()
_LOOSE = (
    (b"\r\n", regex(rb"\r")),
    (b"src:url(data:font/", regex(rb"src:url\(data:font/(?:ttf|woff);base64,[\w+/=]+\)")),
    (b"&#39;sha256-", regex(rb"&#39;sha256-[\w+/=]+&#39;")),
)
"""What does not count: how it begins, which is quick to find, and the whole."""
_TAIL = 40  # bytes of a comment before the text of the mark, with the line end


def stamped(content: str, comment: str) -> str:
    r"""Return the content with the mark as its last line; `comment` is how its format writes one, with {} for the text.

    >>> stamped("<svg/>", "<!-- {} -->")
    '<svg/>\n<!-- made by mapgen: change its spec, not this file. Checksum acb9fb49 -->\n'
    """
    body = content.removesuffix("\n")
    return f"{body}\n{comment.format(f'{_TEXT} {_checksum(body.encode())}')}\n"


def stamped_png(data: bytes) -> bytes:
    """Return a PNG with a chunk that tells who made it, where programs look for that."""
    chunk = b"tEXt" + _MAKER
    length = len(_MAKER).to_bytes(4, "big")
    return data[:_PNG_HEAD] + length + chunk + crc32(chunk).to_bytes(4, "big") + data[_PNG_HEAD:]


def stamped_csv(content: str) -> str:
    r"""Return CSV with its checksum in the header of the last column.

    >>> stamped_csv("Stage,Made by mapgen 00000000\nPay,\n")
    'Stage,Made by mapgen 8ab3938f\nPay,\n'
    """
    return content.replace(CSV_HEADER, CSV_HEADER.replace("0" * 8, _checksum(content.encode())), 1)


def is_made_by_mapgen(data: bytes) -> bool:
    """Return whether a file bears the mark, or is data in a format that only mapgen writes.

    A mark with more behind it counts only if its checksum is right: else a page that quotes one would count. A table
    counts only while nobody has edited it, since people edit tables to import them.
    """
    if data.startswith(_PNG):
        return b"tEXt" + _MAKER in data[: data.find(b"IDAT")]
    if data.startswith(_PDF):
        return PDF_KEYWORD.encode() in data
    if data.startswith(_PACKAGE):
        return _OFFICE_MARK in data
    found = _mark(data)
    if found:
        return not data[found.end() :].strip() or _checksum(data[: found.start()]) == found[1].decode()
    if table := _table_mark(data):
        return _is_intact(data, table)
    return bool(_DATA.match(data) or _THEYDO.match(data))


def is_edited(data: bytes) -> bool | None:
    """Return whether a marked file was changed since it was made; None where no mark tells."""
    found = _mark(data)
    if not found and (table := _table_mark(data)):
        return not _is_intact(data, table)
    if not found or not is_made_by_mapgen(data):
        return None
    return bool(data[found.end() :].strip()) or _checksum(data[: found.start()]) != found[1].decode()


def _table_mark(data: bytes) -> re.Match[bytes] | None:
    """Return the mark of a table, which is in its headers."""
    text = data.find(CSV_HEADER.rstrip("0").encode(), 0, _HEADERS)
    return _CSV_MARK.search(data, max(0, text - 2)) if text > 0 else None


def _is_intact(data: bytes, mark: re.Match[bytes]) -> bool:
    """Return whether the checksum of a table is right; a byte order mark does not count."""
    unmarked = data[: mark.start(1)] + b"0" * 8 + data[mark.end(1) :]
    return _checksum(unmarked.removeprefix(_BYTE_ORDER_MARK)) == mark[1].decode()


def _mark(data: bytes) -> re.Match[bytes] | None:
    """Return the last mark; text that stands behind it was appended by hand."""
    text = data.rfind(_TEXT.encode())
    return _MARK.search(data, max(0, text - _TAIL)) if text >= 0 else None


def first_difference(there: bytes, made: bytes) -> int | None:
    """Return the index of the first byte of `there` that differs from `made`; None where nothing does that counts."""
    if there == made:
        return None
    if not is_text(made):
        return _common(there, made)
    (left, removed), (right, _) = _strict(there.rstrip()), _strict(made.rstrip())
    if left == right:
        return None
    index = _common(left, right)
    while index == len(right) and left[index : index + 1] in {b"\n", b" "}:  # what was appended begins on another line
        right += left[index : index + 1]
        index += 1
    places = [place for place, _ in removed]
    lengths = [0, *accumulate(length for _, length in removed)]
    return index + lengths[bisect_left(places, index)]


def is_text(data: bytes) -> bool:
    """Return whether line ends mean something; pictures are never UTF-8 by chance."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _checksum(data: bytes) -> str:
    return f"{crc32(_strict(data.rstrip())[0]):08x}"


def _strict(data: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    """Return what counts when contents are compared, and what was removed: (index in the rest, length)."""
    removed: list[tuple[int, int]] = []
    kept: list[bytes] = []
    size = end = 0
    for found in sorted(_loose(data), key=lambda found: found.start()):
        kept.append(data[end : found.start()])
        size += len(kept[-1])
        removed.append((size, len(found[0])))
        end = found.end()
    return b"".join((*kept, data[end:])), removed


def _loose(data: bytes) -> Iterator[re.Match[bytes]]:
    for beginning, whole in _LOOSE:
        at = data.find(beginning)
        while at >= 0:
            found = whole.match(data, at)
            if found:
                yield found
            at = data.find(beginning, at + len(beginning))


def _common(left: bytes, right: bytes) -> int:
    """Return how many bytes at the beginning are the same, by halving."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if left[low:middle] == right[low:middle] else (low, middle - 1)
    return low

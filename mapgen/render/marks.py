"""The content of a map -> the same with a mark that mapgen made it; and later, whether a hand has been in it since.

The mark is a comment at the end with a checksum of all before it. What may differ without a hand does not count: the
line ends, which git changes for Windows, blank lines at the end, and the part of the font that is embedded, for which
another release of the subsetter may write other bytes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from zlib import crc32

_TEXT = "made by mapgen: change its spec, not this file. Checksum"
_MARK = re.compile(rb"(?:\r?\n)[^\r\n]*" + _TEXT.encode() + rb" ([0-9a-f]{8})[^\r\n]*\s*\Z")
_DATA = b'{\n  "format": "mapgen-'
_LOOSE = (
    (b"\r\n", re.compile(rb"\r")),
    (b"src:url(data:font/", re.compile(rb"src:url\(data:font/(?:ttf|woff);base64,[\w+/=]+\)")),
    (b"&#39;sha256-", re.compile(rb"&#39;sha256-[\w+/=]+&#39;")),
)
"""What does not count: how it begins, which is quick to find, and the whole."""
_TAIL = 300  # bytes at the end in which the mark stands


def marked(content: str, comment: str) -> str:
    r"""Return the content with the mark as its last line; `comment` is how its format writes one, with {} for the text.

    >>> marked("<svg/>", "<!-- {} -->")
    '<svg/>\n<!-- made by mapgen: change its spec, not this file. Checksum acb9fb49 -->\n'
    """
    body = content.removesuffix("\n")
    return f"{body}\n{comment.format(f'{_TEXT} {_checksum(body.encode())}')}\n"


def is_made_by_mapgen(data: bytes) -> bool:
    """Return whether a file bears the mark, or is data in a format that only mapgen writes."""
    return _MARK.search(data[-_TAIL:]) is not None or data[:80].replace(b"\r", b"").startswith(_DATA)


def is_touched(data: bytes) -> bool | None:
    """Return whether a marked file was changed since it was made; None where no mark tells."""
    start = max(0, len(data) - _TAIL)
    found = _MARK.search(data[start:])
    return _checksum(data[: start + found.start()]) != found[1].decode() if found else None


def first_difference(there: bytes, made: bytes) -> int | None:
    """Return the index of the first byte of `there` that differs from `made`; None where nothing does that counts."""
    if there == made:
        return None
    if not _is_text(made):
        return _common(there, made)
    (left, removed), (right, _) = _strict(there.rstrip()), _strict(made.rstrip())
    if left == right:
        return None
    index = _common(left, right)
    places = [place for place, _ in removed]
    lengths = [0, *accumulate(length for _, length in removed)]
    return index + lengths[bisect_right(places, index)]


def _is_text(data: bytes) -> bool:
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

"""The bytes of an image -> its kind and its size in pixels, as its header says them; nothing is decoded."""

import struct
import zlib
from collections.abc import Iterator

from mapgen.record import record

MAX_IMAGE_PIXELS = 40_000_000
"""The largest image, in pixels: a program that draws a map needs several bytes of memory for each."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_JPEG_SCAN = 0xDA
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_VP8_START = b"\x9d\x01\x2a"
_VP8L_START = b"\x2f"
_14_BITS = 0x3FFF


class DamagedImageError(Exception):
    """An image is cut off, or its bytes contradict each other."""


@record
class ImageHeader:
    """The kind of an image, as in its media type, and its width and height."""

    kind: str
    width: int
    height: int


def read_header(data: bytes) -> ImageHeader | None:
    """Return the header of a PNG, JPEG or WebP, None for what is none; DamagedImageError where it is not whole."""
    if data.startswith(_PNG):
        kind, read = "png", _png
    elif data.startswith(_JPEG):
        kind, read = "jpeg", _jpeg
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind, read = "webp", _webp
    else:
        return None
    try:
        width, height = read(data)
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedImageError from error
    if not width or not height:
        raise DamagedImageError
    return ImageHeader(kind, width, height)


def _png(data: bytes) -> tuple[int, int]:
    """Walk the chunks to the last one, each of which has a checksum."""
    size, at, name = (0, 0), len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != checksum:
            raise DamagedImageError
        if at == len(_PNG):
            size = struct.unpack_from(">II", data, at + 8) if name == b"IHDR" else (0, 0)
        at += 12 + length
    return size


def _jpeg(data: bytes) -> tuple[int, int]:
    """Walk the segments to the first scan; an end must follow it."""
    size, at = (0, 0), 2
    while True:
        while data[at + 1] == 0xFF:  # noqa: PLR2004 - a byte that fills
            at += 1
        start, marker, length = struct.unpack_from(">BBH", data, at)
        if start != 0xFF:  # noqa: PLR2004 - begins each marker
            raise DamagedImageError
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        at += 2 + length
        if marker == _JPEG_SCAN:
            data.index(_JPEG_END, at)
            return size


def _webp(data: bytes) -> tuple[int, int]:
    """Return the largest size that any part of the file has; all that it says to hold must be there."""
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        raise DamagedImageError
    return max(_webp_sizes(data, 12, length + 8), key=lambda size: size[0] * size[1])


def _webp_sizes(data: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        at += 8
        if at + length > end:
            raise DamagedImageError
        if name == b"VP8 " and data[at + 3 : at + 6] == _VP8_START:
            width, height = struct.unpack_from("<HH", data, at + 6)
            yield width & _14_BITS, height & _14_BITS
        elif name == b"VP8L" and data[at : at + 1] == _VP8L_START:
            (bits,) = struct.unpack_from("<I", data, at + 1)
            yield (bits & _14_BITS) + 1, (bits >> 14 & _14_BITS) + 1
        elif name == b"VP8X":
            yield _24_bits(data, at + 4) + 1, _24_bits(data, at + 7) + 1
        elif name == b"ANMF":  # a frame of an animation: its header, and chunks like these
            yield _24_bits(data, at + 6) + 1, _24_bits(data, at + 9) + 1
            yield from _webp_sizes(data, at + 16, at + length)
        at += length + length % 2


def _24_bits(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")

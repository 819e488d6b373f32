"""The smallest images of each kind, with any size in their headers."""

import struct
import zlib


def png(width: int = 1, height: int = 1) -> bytes:
    """Make a PNG of one bit a pixel, all of them black: many pixels in few bytes."""
    rows = zlib.compress((b"\0" + bytes((width + 7) // 8)) * height, 9) if width * height < 10**8 else b""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, (b"IHDR", b"IDAT", b"IEND"), (header, rows, b"")))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def jpeg(width: int = 1, height: int = 1) -> bytes:
    """Make a JPEG that has a comment, a frame and a scan."""
    frame = struct.pack(">BHHB3B", 8, height, width, 1, 1, 0x11, 0)
    parts = ((0xFE, b"\xff\xc0\x00\x0b"), (0xC0, frame), (0xDA, b"\x01\x01\x00\x00\x3f\x00"))
    segments = (struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content for marker, content in parts)
    return b"\xff\xd8" + b"".join(segments) + b"\0\xff\xd9"


def webp(width: int = 1, height: int = 1, kind: bytes = b"VP8 ") -> bytes:
    """Make a WebP: with loss, without, or with a header for more (`VP8X`)."""
    if kind == b"VP8 ":
        content = b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    elif kind == b"VP8L":
        content = b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14)
    else:
        content = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk

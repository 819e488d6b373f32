"""A font is packed as WOFF: each table comes out as it went in."""

import struct
import zlib

from mapgen import resources
from mapgen.layout.typeface import Typeface
from mapgen.render.page.woff import woff


def tables(font: bytes) -> dict[bytes, bytes]:
    count = int.from_bytes(font[4:6])
    found = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count))
    return {tag: font[start : start + length] for tag, _, start, length in found}


def unpacked(packed: bytes) -> dict[bytes, bytes]:
    count = int.from_bytes(packed[12:14])
    found = {}
    for index in range(count):
        tag, start, short, length, _ = struct.unpack_from(">4sIIII", packed, 44 + 20 * index)
        data = packed[start : start + short]
        found[tag] = zlib.decompress(data) if short < length else data
        assert start % 4 == 0
        assert len(found[tag]) == length
    return found


def test_every_table_is_there_and_the_whole_is_shorter() -> None:
    font = Typeface(resources.font()).subset("Coffee", 400)
    packed = woff(font)

    assert packed[:4] == b"wOFF"
    assert packed[4:8] == font[:4]
    assert int.from_bytes(packed[8:12]) == len(packed)
    assert unpacked(packed) == tables(font)
    assert len(packed) < len(font)

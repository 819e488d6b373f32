"""Inter -> the fonts in `mapgen/_fonts`: the Latin of both weights, and the list of all characters of Inter.

`make fonts` runs it; it needs uharfbuzz and fontpkg-inter. A map in Latin needs neither.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import uharfbuzz as hb

from mapgen import resources
from mapgen.layout import sfnt
from mapgen.layout.scene import Weight
from mapgen.layout.shaper import OFF, instance
from mapgen.layout.typeface import WEIGHTS

FOLDER = Path(__file__).parents[1] / "mapgen" / "_fonts"

# Letters of the languages in Latin script, signs, arrows, shapes; U+E000 is for `render/formats/png.py`. What is not
# measured character by character is left to HarfBuzz: marks, the slash of fractions, what is invisible.
_WANTED = (
    "20-7e a0-17f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1fa-1ff 218-21b 259 2bb-2bc 2c6-2c7 2d8-2dd 1e02-1e03 1e0a-1e0b"
    " 1e1e-1e1f 1e40-1e41 1e56-1e57 1e60-1e61 1e6a-1e6b 1e80-1e85 1e9e 1ea0-1ef9 2002-200a 2010-2029 202f-2043"
    " 2045-205f 2070-209f 20a0-20bf 2100-214f 2150-215f 2190-21ff 2200-22ff 25a0-25ff 2600-27bf e000 fffd"
)
_BOX = ((0, 0), (0, 1490), (1000, 1490), (1000, 0)), ((100, 100), (900, 100), (900, 1390), (100, 1390))
_BYTE = 0x100
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX = 1, 8, 0x20, 0x40, 0x80

Point = tuple[float, float, bool]


def main() -> None:
    """Write the files."""
    face = hb.Face(hb.Blob(resources.font()))
    FOLDER.mkdir(exist_ok=True)
    for weight in WEIGHTS:
        (FOLDER / f"Inter-Latin-{weight}.ttf").write_bytes(latin(face, weight))
    (FOLDER / "characters.txt").write_text(ranges(face), encoding="ascii")


def ranges(face: hb.Face) -> str:
    """Return the characters of a font as ranges, one a line, first and last as hexadecimal numbers."""
    found: list[list[int]] = []
    for code in sorted(face.unicodes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"{first:x} {last:x}\n" for first, last in found)


def wanted() -> Iterator[int]:
    """Yield the characters that the font for Latin has, where Inter has them."""
    for part in _WANTED.split(" "):
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def latin(face: hb.Face, weight: Weight) -> bytes:
    """Return the font of one weight."""
    there = set(face.unicodes)
    characters = [chr(code) for code in wanted() if code in there]
    static = _static(face, characters, weight)
    parts = sfnt.tables(static)
    glyphs, advances = _glyphs(hb.Face(hb.Blob(static)), parts, characters)
    glyphs.insert(0, encoded([[(x, y, True) for x, y in corners] for corners in _BOX]))
    advances.insert(0, 1100)
    bearings = [struct.unpack_from(">h", glyph, 2)[0] if glyph else 0 for glyph in glyphs]
    parts[b"name"] = _names(weight)
    parts[b"OS/2"] = parts[b"OS/2"][:4] + struct.pack(">H", weight) + parts[b"OS/2"][6:]
    return sfnt.font(
        {
            **sfnt.counted(parts, len(glyphs)),
            **sfnt.outlines(glyphs),
            b"hmtx": b"".join(struct.pack(">Hh", *one) for one in zip(advances, bearings, strict=True)),
            b"cmap": sfnt.character_map(characters),
            b"GPOS": sfnt.kerning_table(kerning(face, characters, weight)),
        }
    )


def _static(face: hb.Face, characters: Sequence[str], weight: Weight) -> bytes:
    plan = hb.SubsetInput()
    for axis, value in instance(weight).items():
        plan.pin_axis_location(face, axis, value)
    plan.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    plan.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    plan.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, plan).blob.data)


def _glyphs(face: hb.Face, parts: dict[bytes, bytes], characters: Sequence[str]) -> tuple[list[bytes], list[int]]:
    """Return outline and advance of each character."""
    font = hb.Font(face)
    is_long = struct.unpack_from(">h", parts[b"head"], 50)[0]
    count = len(parts[b"loca"]) // (4 if is_long else 2)
    places = struct.unpack(f">{count}{'I' if is_long else 'H'}", parts[b"loca"])
    starts = [place if is_long else 2 * place for place in places]
    data = [parts[b"glyf"][start:end] for start, end in pairwise(starts)]
    numbers = [font.get_nominal_glyph(ord(one)) for one in characters]
    advances = [font.get_glyph_h_advance(number) for number in numbers]
    return [encoded(_contours(data, number)) for number in numbers], advances


def _contours(data: Sequence[bytes], number: int) -> list[list[Point]]:
    """Return the contours of a glyph, with those of the glyphs that it is made of."""
    glyph = data[number]
    if not glyph or struct.unpack_from(">h", glyph)[0] >= 0:
        return [[*contour] for contour in sfnt.points(glyph)]
    found: list[list[Point]] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", glyph, at)
        kind = ">hh" if flags & _WORDS else ">bb"
        dx, dy = struct.unpack_from(kind, glyph, at + 4)
        at += 4 + struct.calcsize(kind)
        steps = 1 if flags & _SCALE else 2 if flags & _SCALES else 4 if flags & _MATRIX else 0
        matrix = [value / 0x4000 for value in struct.unpack_from(f">{steps}h", glyph, at)]
        at += 2 * steps
        xx, xy, yx, yy = _whole(matrix)
        found += [
            [(x * xx + y * yx + dx, x * xy + y * yy + dy, touches) for x, y, touches in contour]
            for contour in _contours(data, part)
        ]
    return found


def _whole(matrix: Sequence[float]) -> tuple[float, float, float, float]:
    """Return a matrix of which only what differs from the usual is given."""
    match matrix:
        case [xx, xy, yx, yy]:
            return xx, xy, yx, yy
        case [xx, yy]:
            return xx, 0.0, 0.0, yy
        case [both]:
            return both, 0.0, 0.0, both
        case _:
            return 1.0, 0.0, 0.0, 1.0


def encoded(contours: Sequence[Sequence[Point]]) -> bytes:
    """Return contours as a simple glyph of `glyf`."""
    points = [(round(x), round(y), touches) for contour in contours for x, y, touches in contour]
    if not points:
        return b""
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    ends = [end - 1 for end in accumulate(map(len, contours))]
    head = struct.pack(">hhhhh", len(contours), min(xs), min(ys), max(xs), max(ys))
    flags, packed = [int(touches) for _, _, touches in points], [b"", b""]
    for axis, (values, short, same) in enumerate(((xs, 2, 16), (ys, 4, 32))):
        for at, step in enumerate(b - a for a, b in zip((0, *values), values, strict=False)):
            if step == 0:
                flags[at] |= same
            elif abs(step) < _BYTE:
                flags[at] |= short | (same if step > 0 else 0)
                packed[axis] += bytes([abs(step)])
            else:
                packed[axis] += struct.pack(">h", step)
    return head + struct.pack(f">{len(ends)}HH", *ends, 0) + b"".join(_repeated(flags)) + packed[0] + packed[1]


def _repeated(flags: Sequence[int]) -> Iterator[bytes]:
    at = 0
    while at < len(flags):
        count = 1
        while at + count < len(flags) and flags[at + count] == flags[at] and count < _BYTE:
            count += 1
        yield bytes([flags[at] | 8, count - 1]) if count > 2 else bytes([flags[at]]) * count  # noqa: PLR2004 - shorter
        at += count


def kerning(face: hb.Face, characters: Sequence[str], weight: Weight) -> sfnt.Kerning:
    """Return what HarfBuzz adds between each two characters, those that are treated alike in one class."""
    font = hb.Font(face)
    font.set_variations(instance(weight))
    alone = {one: _advances(font, one)[0] for one in characters}
    rows = [[0] * len(characters) for _ in characters]
    for number, first in enumerate(characters):
        shaped = _advances(font, "".join(first + second for second in characters))
        for other, second in enumerate(characters):
            rows[number][other] = shaped[2 * other] - alone[first]
            after = shaped[2 * other + 1] - alone[second]
            rows[other][number] = after if other + 1 < len(characters) else rows[other][number]
    lefts, kept = _classes([tuple(row) for row in rows])
    rights, columns = _classes(list(zip(*kept, strict=True)))
    values = tuple(value for row in zip(*columns, strict=True) for value in row)
    return sfnt.Kerning((0, *lefts), (0, *rights), len(columns), values)


def _classes(vectors: Sequence[tuple[int, ...]]) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the class of each vector, and the vector of each class; the one of zeros is the first."""
    found = {tuple([0] * len(vectors[0])): 0}
    numbers = [found.setdefault(vector, len(found)) for vector in vectors]
    return numbers, list(found)


def _advances(font: hb.Font, text: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, OFF)
    return [place.x_advance for place in buffer.glyph_positions]


def _names(weight: Weight) -> bytes:
    texts = {
        0: "Copyright 2020 The Inter Project Authors (https://github.com/rsms/inter)",
        1: "Inter",
        2: "Regular",
        4: f"Inter Latin {weight}",
        6: f"Inter-{weight}",
        13: "SIL Open Font License 1.1",
    }
    encoded_texts = {number: text.encode("utf-16-be") for number, text in texts.items()}
    starts = accumulate(map(len, encoded_texts.values()), initial=0)
    entries = (
        struct.pack(">HHHHHH", 3, 1, 0x409, number, len(text), start)
        for (number, text), start in zip(encoded_texts.items(), starts, strict=False)
    )
    return struct.pack(">HHH", 0, len(texts), 6 + 12 * len(texts)) + b"".join((*entries, *encoded_texts.values()))


if __name__ == "__main__":
    main()

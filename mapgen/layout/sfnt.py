"""The tables of a TrueType font <-> bytes, as far as a font needs them that has a glyph a character and no hints."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from mapgen.record import record

_HEADER = struct.Struct(">IHHHH")
_ENTRY = struct.Struct(">4sIII")
_TRUETYPE = 0x00010000
_CHECKSUM = 0xB1B0AFBA
_ON_CURVE, _X_BYTE, _Y_BYTE, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32


def tables(font: bytes) -> dict[bytes, bytes]:
    """Return the tables of a font by their tags."""
    count = int.from_bytes(font[4:6])
    entries = (_ENTRY.unpack_from(font, _HEADER.size + _ENTRY.size * index) for index in range(count))
    return {tag: font[start : start + length] for tag, _, start, length in entries}


def font(parts: Mapping[bytes, bytes]) -> bytes:
    """Return a font of these tables; `head` gets the checksum of the whole."""
    parts = dict(sorted(parts.items()))
    parts[b"head"] = _patched(parts[b"head"], 8, ">I", 0)
    whole = _joined(parts)
    parts[b"head"] = _patched(parts[b"head"], 8, ">I", (_CHECKSUM - _checksum(whole)) & 0xFFFFFFFF)
    return _joined(parts)


def _joined(parts: Mapping[bytes, bytes]) -> bytes:
    count = len(parts)
    power = count.bit_length() - 1
    search = 16 << power
    head = _HEADER.pack(_TRUETYPE, count, search, power, count * 16 - search)
    starts = accumulate((len(_padded(part)) for part in parts.values()), initial=len(head) + _ENTRY.size * count)
    entries = (
        _ENTRY.pack(tag, _checksum(part if tag != b"head" else _patched(part, 8, ">I", 0)), start, len(part))
        for (tag, part), start in zip(parts.items(), starts, strict=False)
    )
    return b"".join((head, *entries, *map(_padded, parts.values())))


def _checksum(part: bytes) -> int:
    part = _padded(part)
    total: int = sum(struct.unpack(f">{len(part) // 4}I", part))
    return total & 0xFFFFFFFF


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % 4)


def _patched(table: bytes, at: int, kind: str, value: int) -> bytes:
    return table[:at] + struct.pack(kind, value) + table[at + struct.calcsize(kind) :]


def counted(parts: Mapping[bytes, bytes], glyphs: int) -> dict[bytes, bytes]:
    """Return the tables that are about a font as a whole, for so many glyphs."""
    kept = {tag: parts[tag] for tag in (b"OS/2", b"head", b"hhea", b"maxp", b"name", b"post")}
    kept[b"hhea"] = _patched(kept[b"hhea"], 34, ">H", glyphs)
    kept[b"maxp"] = _patched(kept[b"maxp"], 4, ">H", glyphs)
    kept[b"head"] = _patched(kept[b"head"], 50, ">H", 0)  # places in `loca` are halves
    return kept


def outlines(glyphs: Sequence[bytes]) -> dict[bytes, bytes]:
    """Return the tables with the outlines of glyphs."""
    data = [glyph + bytes(len(glyph) % 2) for glyph in glyphs]
    places = [end // 2 for end in accumulate(map(len, data), initial=0)]
    return {b"glyf": b"".join(data), b"loca": struct.pack(f">{len(places)}H", *places)}


def glyphs(parts: Mapping[bytes, bytes]) -> list[bytes]:
    """Return the outline of each glyph, as `glyf` has it."""
    places = struct.unpack(f">{len(parts[b'loca']) // 2}H", parts[b"loca"])
    return [parts[b"glyf"][2 * start : 2 * end] for start, end in pairwise(places)]


def points(glyph: bytes) -> list[list[tuple[int, int, bool]]]:
    """Return the points of each contour of a simple glyph: x, y, and whether the contour touches the point."""
    if not glyph:
        return []
    contours = struct.unpack_from(">h", glyph)[0]
    ends = struct.unpack_from(f">{contours}H", glyph, 10)
    at = 10 + 2 * contours
    at += 2 + int.from_bytes(glyph[at : at + 2])  # instructions
    flags: list[int] = []
    while len(flags) <= ends[-1]:
        flag, at = glyph[at], at + 1
        flags.append(flag)
        if flag & _REPEAT:
            flags += [flag] * glyph[at]
            at += 1
    xs, at = _coordinates(glyph, at, flags, _X_BYTE, _X_SAME)
    ys, _ = _coordinates(glyph, at, flags, _Y_BYTE, _Y_SAME)
    found = [(x, y, bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=True)]
    return [found[start + 1 : end + 1] for start, end in pairwise((-1, *ends))]


def _coordinates(glyph: bytes, at: int, flags: Sequence[int], byte: int, same: int) -> tuple[list[int], int]:
    steps: list[int] = []
    for flag in flags:
        if flag & byte:
            steps.append(glyph[at] if flag & same else -glyph[at])
            at += 1
        elif flag & same:
            steps.append(0)
        else:
            steps.append(struct.unpack_from(">h", glyph, at)[0])
            at += 2
    return list(accumulate(steps)), at


def character_map(characters: Sequence[str]) -> bytes:
    """Return a `cmap` for glyphs that are numbered from 1 in the order of the characters, sorted and below U+FFFF."""
    runs: list[list[int]] = []
    for number, code in enumerate(map(ord, characters), 1):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code, (number - code) & 0xFFFF])
    runs.append([0xFFFF, 0xFFFF, 1])
    count = len(runs)
    power = count.bit_length() - 1
    search = 2 << power
    firsts, lasts, deltas = (struct.pack(f">{count}H", *column) for column in zip(*runs, strict=True))
    body = struct.pack(">HHHH", 2 * count, search, power, 2 * count - search)
    body += lasts + bytes(2) + firsts + deltas + bytes(2 * count)
    table = struct.pack(">HHH", 4, len(body) + 6, 0) + body
    return struct.pack(">HHHHIHHI", 0, 2, 0, 3, 20, 3, 1, 20) + table


def characters(table: bytes) -> list[str]:
    """Return the characters of a `cmap` that `character_map` made."""
    count = int.from_bytes(table[26:28]) // 2
    at = 34
    lasts = struct.unpack_from(f">{count}H", table, at)
    firsts = struct.unpack_from(f">{count}H", table, at + 2 * count + 2)
    runs = zip(firsts[:-1], lasts[:-1], strict=True)
    return [chr(code) for first, last in runs for code in range(first, last + 1)]


@record
class Kerning:
    """What is added between the glyphs of a pair, in units of the font.

    `lefts` and `rights` are the classes of the glyphs as the first and as the second of a pair. `values` has a row for
    each class of the first, one after the other, with a value for each of the `columns`, the classes of the second.
    Where a class is 0, so is the value.
    """

    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    columns: int
    values: tuple[int, ...]

    def of(self, numbers: Sequence[int]) -> "Kerning":
        """Return the same for some of the glyphs, in classes of their own."""
        lefts, rows = _renumbered([self.lefts[number] for number in numbers])
        rights, columns = _renumbered([self.rights[number] for number in numbers])
        values = tuple(self.values[row * self.columns + column] for row in rows for column in columns)
        return Kerning(lefts, rights, len(columns), values)


def _renumbered(classes: Sequence[int]) -> tuple[tuple[int, ...], list[int]]:
    """Return the classes numbered from 0 without gaps, and which ones they were."""
    kept = sorted({0, *classes})
    numbers = {old: new for new, old in enumerate(kept)}
    return tuple(numbers[one] for one in classes), kept


_GPOS = struct.Struct(">HHHHH")
_SCRIPTS = (b"DFLT", b"latn")
_PAIRS = struct.Struct(">HHHHHHHH")
_ADVANCE = 4  # of the first glyph, and nothing of the second


def kerning_table(kerning: Kerning) -> bytes:
    """Return a `GPOS` with one feature, `kern`, and one lookup, which has one table of classes."""
    scripts = struct.pack(">H", len(_SCRIPTS)) + b"".join(tag + struct.pack(">H", 14) for tag in _SCRIPTS)
    scripts += struct.pack(">HH", 4, 0) + struct.pack(">HHHH", 0, 0xFFFF, 1, 0)
    features = struct.pack(">H4sH", 1, b"kern", 8) + struct.pack(">HHH", 0, 1, 0)
    lookups = struct.pack(">HH", 1, 4) + struct.pack(">HHHH", 2, 0, 1, 8)
    start = _GPOS.size
    head = _GPOS.pack(1, 0, start, start + len(scripts), start + len(scripts) + len(features))
    return head + scripts + features + lookups + _pairs(kerning)


def _pairs(kerning: Kerning) -> bytes:
    columns, count = kerning.columns, len(kerning.values)
    matrix = struct.pack(f">{count}h", *kerning.values)
    glyphs = len(kerning.lefts)
    coverage = struct.pack(">HHHHH", 2, 1, 0, glyphs - 1, 0)
    classes = [struct.pack(f">HHH{glyphs}H", 1, 0, glyphs, *one) for one in (kerning.lefts, kerning.rights)]
    start = _PAIRS.size + len(matrix)
    first = start + len(coverage)
    head = _PAIRS.pack(2, start, _ADVANCE, 0, first, first + len(classes[0]), count // columns, columns)
    return head + matrix + coverage + b"".join(classes)


def kerning(table: bytes) -> Kerning:
    """Return what a `GPOS` says that `kerning_table` made."""
    lookups = _GPOS.unpack_from(table)[-1]
    pairs = table[lookups + 12 :]
    _, _, _, _, first, second, rows, columns = _PAIRS.unpack_from(pairs)
    values = struct.unpack_from(f">{rows * columns}h", pairs, _PAIRS.size)
    return Kerning(_classes(pairs, first), _classes(pairs, second), columns, values)


def _classes(pairs: bytes, at: int) -> tuple[int, ...]:
    count = int.from_bytes(pairs[at + 4 : at + 6])
    return struct.unpack_from(f">{count}H", pairs, at + 6)


def metrics(table: bytes) -> tuple[tuple[int, int], ...]:
    """Return the advance and the left side bearing of each glyph."""
    return tuple(struct.iter_unpack(">Hh", table))

"""Three versions of a spec -> one: what only one side changed is taken, what both changed is left as a conflict.

The text itself is merged, in whole lines, so that comments and layout survive. It is cut where the spec's things begin,
and things are matched by id, so that two people who touch different touchpoints never meet, not even where both add one
at the same place.
"""

from mapgen.merge.chunks import Chunk, whole
from mapgen.merge.threeway import Conflict, Part, merge_chunks
from mapgen.record import record
from mapgen.source.parser import parse
from mapgen.source.tree import Source

MARKER = 7
"""Signs of a conflict's marker, as git has it."""


@record
class Merged:
    """A spec made of two, and how many conflicts are left in it."""

    text: str
    conflicts: int


def merge(base: str | bytes, ours: str | bytes, theirs: str | bytes, *, marker: int = MARKER) -> Merged | None:
    """Return what two versions make of their common ancestor; line ends are those of `ours`.

    None where it cannot be done by meaning: a version is no YAML that a spec may be, or is laid out in another way than
    the others, such as with other indentation.
    """
    pieces = [_read(version) for version in (base, ours, theirs)]
    found = [piece for piece in pieces if piece is not None]
    if len(found) < len(pieces):
        return None
    result = merge_chunks(*found)
    if result is None:
        return None
    conflicts = sum(isinstance(part, Conflict) for part in result.parts)
    text = "".join(_written(part, marker) for part in result.parts)
    if not conflicts:
        again = _source(text)
        if again is None or again.data != result.data:
            return None
    newline = "\r\n" if _has_windows_ends(ours) else "\n"
    return Merged(text.replace("\n", newline), conflicts)


def _read(version: str | bytes) -> Chunk | None:
    text = version if isinstance(version, str) else version.decode("utf-8", errors="replace")
    source = _source(text.replace("\r\n", "\n"))
    return whole(source) if source else None


def _source(text: str) -> Source | None:
    source, faults = parse(text if text.endswith("\n") else text + "\n", name="")
    return None if faults else source


def _has_windows_ends(version: str | bytes) -> bool:
    return ("\r\n" if isinstance(version, str) else b"\r\n") in version  # type: ignore[operator]  # one type each


def _written(part: Part, marker: int) -> str:
    if isinstance(part, str):
        return part
    return f"{'<' * marker} ours\n{''.join(part.ours)}{'=' * marker}\n{''.join(part.theirs)}{'>' * marker} theirs\n"

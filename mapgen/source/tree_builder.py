"""Keys and values in the order of the text -> data, and the place of each by pointer."""

from collections.abc import Iterator
from typing import Final

from mapgen.source.tree import Json, Place

SKIPPED: Final = "\0"  # stands for a key that was refused, and is compared by identity


def escaped(name: str) -> str:
    """Return a key as a part of an RFC 6901 pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


class _Frame:
    """A collection that is open. `key` leads to the value at `next`; None in a list, or where a key comes next."""

    __slots__ = ("container", "end", "flow", "kept", "key", "mapping", "next", "pointer", "start")

    def __init__(
        self, container: dict[str, Json] | list[Json], pointer: str, start: tuple[int, int], *, flow: bool, kept: bool
    ) -> None:
        self.container = container
        self.mapping = isinstance(container, dict)
        self.pointer = pointer
        self.start = start
        self.end = start
        self.flow = flow
        self.kept = kept
        self.key: str | None = None
        self.next = pointer


class TreeBuilder:
    """What has been read so far. The value after a refused key is read and thrown away, with all that it holds."""

    def __init__(self) -> None:
        """Begin before the first value."""
        self.root: Json = None
        self.values: dict[str, Place] = {}
        self.keys: dict[str, Place] = {}
        self.written = 0  # characters of all pointers
        self._frame: _Frame | None = None
        self._outer: list[_Frame | None] = []

    @property
    def depth(self) -> int:
        """How many collections are open."""
        return len(self._outer)

    @property
    def expects_key(self) -> bool:
        """Whether a key comes next."""
        frame = self._frame
        return frame is not None and frame.mapping and frame.key is None

    def flows(self) -> Iterator[tuple[int, int]]:
        """Yield where the open collections in brackets begin, from the innermost: line and column from 1."""
        for frame in (self._frame, *reversed(self._outer)):
            if frame is not None and frame.flow:
                yield frame.start

    def here(self, key: str | None = None) -> str:
        """Return the pointer to the open collection, or to the value of a key in it."""
        pointer = self._frame.pointer if self._frame else ""
        return pointer if key is None else f"{pointer}/{escaped(key)}"

    def name(self, key: str, place: Place) -> Place | None:
        """Take the key of the value that comes next; return the place of the same key before, which then wins."""
        frame = self._frame
        if frame is None or not frame.kept:
            self.skip()
            return None
        pointer = f"{frame.pointer}/{escaped(key)}"
        self.written += len(pointer)
        if key in frame.container:
            self.skip()
            return self.keys[pointer]
        frame.key = key
        frame.next = pointer
        self.keys[pointer] = place
        return None

    def skip(self) -> None:
        """Take note that the key of the value that comes next was refused."""
        if self._frame is not None:
            self._frame.key = SKIPPED

    def add(self, value: Json, place: Place | None = None) -> str:
        """Add a scalar, without a place if it was refused; return the pointer to it."""
        frame = self._frame
        pointer, kept = self._put(frame, value)
        if place is None:
            return pointer
        if kept:
            self.values[pointer] = place
        if frame is not None:
            frame.end = place[2:]
        return pointer

    def open(self, container: dict[str, Json] | list[Json], place: Place, *, flow: bool) -> str:
        """Add a collection and go into it; `flow` says that it stands in brackets. Return the pointer to it."""
        pointer, kept = self._put(self._frame, container)
        self._outer.append(self._frame)
        self._frame = _Frame(container, pointer, place[:2], flow=flow, kept=kept)
        return pointer

    def close(self, end: tuple[int, int]) -> None:
        """Leave the open collection. One without brackets ends with its last value, not where the next thing begins."""
        frame, outer = self._frame, self._outer.pop()
        self._frame = outer
        if frame is None:
            return
        end = end if frame.flow else frame.end
        if frame.kept:
            self.values[frame.pointer] = (*frame.start, *end)
        if outer is not None:
            outer.end = end

    def _put(self, frame: _Frame | None, value: Json) -> tuple[str, bool]:
        """Hang a value into the open collection; return its pointer, and whether it is kept."""
        if frame is None:
            self.root = value
            return "", True
        container = frame.container
        if isinstance(container, list):
            container.append(value)
            self.written += len(frame.pointer)
            return f"{frame.pointer}/{len(container) - 1}", frame.kept
        key, frame.key = frame.key, None
        if key is None or key is SKIPPED:
            return frame.pointer, False
        container[key] = value
        return frame.next, frame.kept

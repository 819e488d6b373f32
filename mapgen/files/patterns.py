"""A pattern of paths -> whether a path matches it, without going back: each part sees each name once at most."""

import re
from collections.abc import Callable, Iterable
from fnmatch import translate

from mapgen.diagnostics.phrases import quoted
from mapgen.files.errors import FileError
from mapgen.record import record

MAX_PATTERN = 1_000
"""The longest pattern, in characters."""

_MAGIC = frozenset("*?[")
_ANY_DEPTH = "**"

Part = Callable[[str], object]
"""Says whether a name matches one part of a pattern."""


def is_pattern(name: str) -> bool:
    """Return whether a name holds a sign that stands for others."""
    return not _MAGIC.isdisjoint(name)


@record
class PathPattern:
    """`**` for folders at any depth, `*`, `?` and `[abc]` within a name; None in `parts` is a `**`."""

    parts: tuple[Part | None, ...]

    @property
    def start(self) -> frozenset[int]:
        """The parts that the first name of a path can match, by index."""
        return self._from({0})

    def after(self, states: frozenset[int], name: str) -> frozenset[int]:
        """Return the parts that the next name can match after one that was matched with `states`; none if it cannot."""
        return self._from(self._taken(states, name))

    def ends(self, states: frozenset[int], name: str) -> bool:
        """Return whether a path that ends with a name matches as a whole."""
        return len(self.parts) in self._taken(states, name)

    def matches(self, path: str) -> bool:
        """Return whether a path matches, its parts separated by slashes."""
        *folders, name = path.split("/")
        states = self.start
        for folder in folders:
            states = self.after(states, folder)
        return self.ends(states, name)

    def _taken(self, states: frozenset[int], name: str) -> set[int]:
        parts = self.parts
        taken = set()
        for index in states:
            part = parts[index] if index < len(parts) else _nothing
            if part is None:
                taken.add(index)
            elif part(name):
                taken.add(index + 1)
        return taken

    def _from(self, states: Iterable[int]) -> frozenset[int]:
        """Add what can be matched where a `**` stands for no folder."""
        parts = self.parts
        return frozenset({*states, *(index + 1 for index in states if index < len(parts) and parts[index] is None)})


def pattern(text: str, *, last: Callable[[str], bool]) -> PathPattern:
    """Return the pattern that a text means; FileError where it is too long.

    A `**` at the end stands for all files below whose name is accepted by `last`.
    """
    if len(text) > MAX_PATTERN:
        message = f"the pattern {quoted(text)} has {len(text):,} characters; the maximum is {MAX_PATTERN:,}"
        raise FileError(message)
    names = [name for name in text.split("/") if name not in {"", "."}]
    parts = [
        _part(name) for index, name in enumerate(names) if name != _ANY_DEPTH or names[index - 1 : index] != [name]
    ]
    return PathPattern(tuple(parts if names[-1] != _ANY_DEPTH else [*parts, last]))


def _part(name: str) -> Part | None:
    return None if name == _ANY_DEPTH else re.compile(translate(name)).match


def _nothing(_: str) -> bool:
    return False

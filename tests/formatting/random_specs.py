"""Data -> YAML as people write it: keys in any order, any indentation, brackets or none, comments everywhere.

A comment holds the pointer to what it is about, so that one can see where it has gone.
"""

import json
from random import Random

from mapgen.source.parser import parse

NOTE = "# about "
_FAR = "\n" + " " * 40  # a line that lies deeper than any key


def written(data: object, dice: Random) -> str:
    """Write a mapping."""
    return "\n".join(_Author(dice).block(data, 0, "")) + "\n"


class _Author:
    def __init__(self, dice: Random) -> None:
        self._dice = dice

    def block(self, value: object, indent: int, pointer: str) -> list[str]:
        """Write a collection without brackets."""
        lines: list[str] = []
        blank = " " * indent
        pairs: list[tuple[object, object]] = []
        if isinstance(value, dict):
            pairs = list(value.items())
            self._dice.shuffle(pairs)
        elif isinstance(value, list):
            pairs = list(enumerate(value))
        for key, below in pairs:
            here = f"{pointer}/{key}"
            if self._chance(0.15):
                lines.append("")
            if self._chance(0.15):
                lines.append(f"{blank}{NOTE}{here}")
            lines += self._entry(f"{blank}{self._key(key)}", below, indent, here)
        return lines

    def _entry(self, head: str, value: object, indent: int, pointer: str) -> list[str]:
        note = f"  {NOTE}{pointer}" if self._chance(0.15) else ""
        is_item = head.endswith("-")
        if isinstance(value, dict | list) and value and not self._chance(0.3):
            step = self._dice.choice((1, 2, 4)) if is_item or isinstance(value, dict) else self._dice.choice((0, 2, 3))
            if is_item:
                lines = self.block(value, indent + 1 + step, pointer)
                first = lines[0].strip()
                if first and not first.startswith("#"):
                    return [f"{head}{' ' * step}{first}", *lines[1:]]
                return [head, *lines]
            return [head + note, *self.block(value, indent + step, pointer)]
        if isinstance(value, str) and "\n" in value and self._chance(0.5) and self._as_block(value):
            return [f"{head} |-{note}", *(f"{' ' * (indent + 3)}{line}" if line else "" for line in value.split("\n"))]
        return [f"{head} {self._flow(value, pointer)}{note}"]

    def _flow(self, value: object, pointer: str) -> str:
        """Write a value in brackets, on one line or on several, with comments behind the commas of some."""
        if isinstance(value, dict):
            pairs = list(value.items())
            self._dice.shuffle(pairs)
            inside = [(f"{self._name(key)}: ", below, f"{pointer}/{key}") for key, below in pairs]
        elif isinstance(value, list):
            inside = [("", below, f"{pointer}/{at}") for at, below in enumerate(value)]
        else:
            return self._text(value) if isinstance(value, str) else json.dumps(value)
        start, end = "{}" if isinstance(value, dict) else "[]"
        wide = self._chance(0.2)
        parts = [head + self._flow(below, here) + "," + self._after(here, wide=wide) for head, below, here in inside]
        return start + (_FAR if wide else "") + "".join(parts) + end

    def _after(self, pointer: str, *, wide: bool) -> str:
        if not wide:
            return " "
        return f" {NOTE}{pointer}{_FAR}" if self._chance(0.3) else _FAR

    def _text(self, value: str) -> str:
        quoted = f"'{value.replace(chr(39), chr(39) * 2)}'"
        for shown in self._dice.sample((value, quoted), 2):
            source, found = parse(f"a: [{shown}, 1]\n", name="a")
            if source and not found and source.data == {"a": [value, 1]} and "\n" not in shown:
                return shown
        return json.dumps(value, ensure_ascii=self._chance(0.5))

    def _key(self, key: object) -> str:
        return f"{self._name(key)}:" if isinstance(key, str) else "-"

    def _name(self, key: str) -> str:
        return key if key.isidentifier() and self._chance(0.8) else json.dumps(key)

    def _as_block(self, value: str) -> bool:
        lines = value.split("\n")
        return bool(lines[-1].strip()) and not lines[0].startswith(" ") and bool(lines[0])

    def _chance(self, share: float) -> bool:
        return self._dice.random() < share

"""The parts of a workbook beside its sheets: which sheets there are, shared texts, and number formats."""

import posixpath
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from mapgen.importers.workbook.package import MAX_TEXT, Handlers, Package, WorkbookError

MAX_STRINGS = 500_000
"""The most shared texts of a workbook."""

MAX_CHARACTERS = 30_000_000
"""The most characters of the texts of a workbook."""

NumberKind = Literal["plain", "percent", "date"]

_PERCENT = frozenset({9, 10})
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_MAX_SHEETS = 1_000
_MAX_FORMATS = 70_000
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_REFERENCE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetPart(NamedTuple):
    """A sheet: its name, its part, "" where it lies outside the file, and whether it is hidden."""

    name: str
    path: str
    hidden: bool


class CellText:
    """Collects characters; WorkbookError where they are more than a cell has."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: list[str] = []
        self._size = 0

    def add(self, text: str) -> None:
        """Add characters."""
        self._size += len(text)
        if self._size > MAX_TEXT:
            message = f"a cell has more than {MAX_TEXT:,} characters"
            raise WorkbookError(message)
        self._parts.append(text)

    @property
    def is_empty(self) -> bool:
        """Whether there are none."""
        return not self._parts

    def take(self) -> str:
        """Return all characters, and begin anew."""
        text = "".join(self._parts)
        self._parts.clear()
        self._size = 0
        return _REFERENCE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def read_sheets(package: Package) -> list[SheetPart]:
    """Return the sheets in their order."""
    office = _relations(package, "_rels/.rels", "")
    workbook = next((path for kind, path in office.values() if kind == "officeDocument"), "xl/workbook.xml")
    folder, name = posixpath.split(workbook)
    relations = _relations(package, posixpath.join(folder, "_rels", f"{name}.rels"), folder)
    sheets: list[SheetPart] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet" and len(sheets) < _MAX_SHEETS:
            ident = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            kind, path = relations.get(ident, ("", ""))
            if kind in {"worksheet", ""}:
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(SheetPart(attributes.get("name", ""), path, hidden))

    package.read(workbook, Handlers(start, _nothing, _nothing))
    return sheets


def part_beside(sheet: SheetPart, name: str) -> str:
    """Return the path of a part of the workbook, from that of a sheet."""
    return posixpath.join(posixpath.dirname(posixpath.dirname(sheet.path)), name)


def read_strings(package: Package, path: str) -> list[str]:
    """Return the shared texts; phonetic hints are no part of them."""
    strings: list[str] = []
    text = CellText()
    state = {"t": 0, "rPh": 0, "size": 0}

    def start(element: str, _: dict[str, str]) -> None:
        if element in state:
            state[element] += 1

    def end(element: str) -> None:
        if element in state:
            state[element] -= 1
        elif element == "si":
            strings.append(text.take())
            state["size"] += len(strings[-1])
            if len(strings) > MAX_STRINGS or state["size"] > MAX_CHARACTERS:
                message = "the workbook has more text than a journey"
                raise WorkbookError(message, "import only the sheet with the journey")

    def characters(data: str) -> None:
        if state["t"] and not state["rPh"]:
            text.add(data)

    if package.has(path):
        package.read(path, Handlers(start, end, characters))
    return strings


def read_formats(package: Package, path: str) -> list[NumberKind]:
    """Return what the numbers of each style of cells are."""
    custom: dict[str, str] = {}
    kinds: list[NumberKind] = []
    inside: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "numFmt" and len(custom) < _MAX_FORMATS:
            custom[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif element == "cellXfs":
            inside.append(element)
        elif element == "xf" and inside and len(kinds) < _MAX_FORMATS:
            kinds.append(_kind(attributes.get("numFmtId", "0"), custom))

    def end(element: str) -> None:
        if element == "cellXfs" and inside:
            inside.pop()

    if package.has(path):
        package.read(path, Handlers(start, end, _nothing))
    return kinds


def _kind(number: str, custom: Mapping[str, str]) -> NumberKind:
    code = _LITERAL.sub("", custom.get(number, "")).casefold()
    if "%" in code or (number.isdigit() and int(number[:9]) in _PERCENT):
        return "percent"
    dated = (number.isdigit() and int(number[:9]) in _DATES) or re.search(r"[ymdhs]", code.replace("general", ""))
    return "date" if dated else "plain"


def _relations(package: Package, path: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return kind and path of each part that another one refers to; "" for the path of one outside the file."""
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and len(found) < _MAX_SHEETS:
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            inside = attributes.get("TargetMode", "Internal") != "External"
            resolved = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = kind, resolved if inside else ""

    if package.has(path):
        package.read(path, Handlers(start, _nothing, _nothing))
    return found


def _nothing(*_: object) -> None:
    """Do nothing at what is not asked for."""

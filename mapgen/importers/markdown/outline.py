"""Headings and the lists below them -> rows of a table: stages, touchpoints, and what is said of each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.markdown.blocks import ListItem, MarkdownBlock, PageHeading
from mapgen.importers.markdown.inline import bold_label, plain
from mapgen.importers.markdown.names import bare_name
from mapgen.importers.places import line_span
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.headers import meaning

_CONTAINERS = frozenset({"title", "stage"})
_NAMING = frozenset({"touchpoint", "stage", "action"})
_NOTE = "Detail"
_STAGE, _TOUCHPOINT = "Stage", "Touchpoint"
_LONGEST_LABEL = 40

OutlineRow = dict[str, list[str]]
"""The texts of a stage or a touchpoint by label."""


class Outline:
    """Collects rows: each has a stage, perhaps a touchpoint, and texts by label; and the line where it begins."""

    def __init__(self, blocks: Sequence[MarkdownBlock], remarks: Remarks) -> None:
        """Read the blocks of a page."""
        self.rows: list[OutlineRow] = []
        self.lines: list[int] = []
        self._remarks = remarks
        self._level = stage_level(blocks)
        self._stage: OutlineRow | None = None
        self._item: OutlineRow | None = None
        self._indent = -1
        self._label = ""  # what the items below a heading are
        self._key = (-1, "")  # the indent of an item that is a label, and this
        self._read(blocks)

    def _read(self, blocks: Sequence[MarkdownBlock]) -> None:
        for block in blocks:
            if isinstance(block, PageHeading):
                self._take_heading(block)
            elif isinstance(block, ListItem) and self._stage is not None:
                self._take_item(block, self._stage)

    def _take_heading(self, heading: PageHeading) -> None:
        self._item, self._indent, self._label, self._key = None, -1, "", (-1, "")
        if heading.level < self._level:
            self._stage = None
        elif heading.level == self._level:
            is_stage = not self._is_other(heading)
            self._stage = self._add(heading.line, {_STAGE: [bare_name(heading.text)]}) if is_stage else None
        elif self._stage is not None:
            self._label = _known(heading.text)
            if not self._label:
                self._item = self._touchpoint(self._stage, heading.line, bare_name(heading.text))

    def _is_other(self, heading: PageHeading) -> bool:
        """Return whether a heading at the level of stages is none, and report it."""
        found = meaning(heading.text)
        if not found or not found.exact or found.field in _CONTAINERS:
            return False
        message = f"the section {quoted(heading.text)} is no stage, and is left out"
        self._remarks.dropped(message, line_span(heading.line), group="section")
        return True

    def _take_item(self, item: ListItem, stage: OutlineRow) -> None:
        key, value = _parted(item.text)
        if item.indent <= self._key[0]:
            self._key = (-1, "")
        if self._item is not None and item.indent > self._indent:
            self._take_detail(self._item, item, key, value)
        elif self._label:
            self._take_fact(stage, self._label, value, item)
        elif key or self._key[1]:
            self._take_fact(stage, key or self._key[1], value, item)
            self._key = (item.indent, key) if key else self._key
        else:
            self._item, self._indent = self._touchpoint(stage, item.line, value), item.indent

    def _take_detail(self, row: OutlineRow, item: ListItem, key: str, value: str) -> None:
        """Take an item below a touchpoint."""
        _append(row, key or self._key[1] or _NOTE, value)
        if key:
            self._key = (item.indent, key)

    def _take_fact(self, stage: OutlineRow, label: str, value: str, item: ListItem) -> None:
        """Take what is said of a stage; touchpoints and actions are touchpoints."""
        found = meaning(label)
        if not found or found.field not in _NAMING:
            self._item = None
            _append(stage, label, value)
            return
        for name in filter(None, (part.strip() for part in _parts(value))):
            self._item, self._indent = self._touchpoint(stage, item.line, name), item.indent

    def _touchpoint(self, stage: OutlineRow, line: int, name: str) -> OutlineRow:
        return self._add(line, {_STAGE: stage[_STAGE], _TOUCHPOINT: [name]})

    def _add(self, line: int, row: OutlineRow) -> OutlineRow:
        self.rows.append(row)
        self.lines.append(line)
        return row


def _parts(value: str) -> list[str]:
    return value.replace(";", "\n").split("\n")


def _known(text: str) -> str:
    """Return a text that is a label, else ""."""
    found = meaning(text)
    return text if found and found.exact else ""


def _parted(text: str) -> tuple[str, str]:
    """Return the label before a text, "" where there is none, and the text."""
    bold = bold_label(text)
    if bold and _known(bold[0]):
        return bold
    whole = plain(text)
    key, colon, value = whole.partition(":")
    return (key, value.strip()) if colon and len(key) <= _LONGEST_LABEL and _known(key) else ("", whole)


def stage_level(blocks: Sequence[MarkdownBlock]) -> int:
    """Return the level of the headings that are stages: the highest of which several have lists below them."""
    counts: Counter[int] = Counter()
    path: dict[int, PageHeading] = {}
    seen: set[int] = set()
    inside = 0
    for block in blocks:
        if isinstance(block, PageHeading):
            path = {level: heading for level, heading in path.items() if level < block.level} | {block.level: block}
            found = meaning(block.text)
            if found and found.exact and found.field in _CONTAINERS and not inside:
                inside = block.level
                counts.clear()
        elif isinstance(block, ListItem):
            for level, heading in path.items():
                if level > inside and heading.line not in seen and not _known(heading.text):
                    seen.add(heading.line)
                    counts[level] += 1
    several = [level for level, often in counts.items() if often > 1]
    return min(several or counts, default=0)


def columns_of_rows(rows: Sequence[OutlineRow]) -> list[str]:
    """Return the labels of all rows in their order; labels that mean the same are one column each."""
    return list(dict.fromkeys([_STAGE, _TOUCHPOINT, *(label for row in rows for label in row)]))


def cells_of_rows(rows: Sequence[OutlineRow]) -> Iterator[list[str]]:
    """Yield the header and the cells of each row; several texts in a cell are items of a list."""
    columns = columns_of_rows(rows)
    yield columns
    for row in rows:
        yield [_cell(row.get(column, [])) for column in columns]


def _cell(texts: Sequence[str]) -> str:
    said = [text for text in texts if text]
    return "\n".join(f"- {text}" for text in said) if len(said) > 1 else "".join(said)


def _append(row: OutlineRow, label: str, text: str) -> None:
    row.setdefault(label, []).extend([text] if text else [])

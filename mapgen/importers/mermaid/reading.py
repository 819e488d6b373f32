"""The statements of a diagram -> its title, sections and tasks, as they were meant."""

import re

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.mermaid.code import Code, shielded, tidy
from mapgen.importers.mermaid.exchanged import put_right
from mapgen.importers.mermaid.task import Task, read_task
from mapgen.importers.places import line_span
from mapgen.importers.remarks import Remarks
from mapgen.record import record

_HEADER = re.compile(r"journey(?![\w-])[^\S\n]*;?", re.IGNORECASE)
_STATEMENT = re.compile(r"(title|section|accTitle|accDescr)(?:iption)?(?:\s*:\s*|\s+|$)(.*)", re.IGNORECASE)
_BLOCK = re.compile(r"accDescr(?:iption)?\s*\{", re.IGNORECASE)
_TRAILING_COMMENT = re.compile(r"\s%%.*")
_SCORED = re.compile(r".*:\s*-?\d+(?:[.,]\d+)?\s*(?::.*)?", re.DOTALL)


@record
class Section:
    """A section, and the line where it begins; tasks before the first are in one without a name."""

    line: int
    name: str
    tasks: tuple[Task, ...]


@record
class Diagram:
    """A journey as it was meant; title and description are "" where there is none.

    `title_line` is where a statement gives the title, 0 where none does.
    """

    title: str
    description: str
    sections: tuple[Section, ...]
    title_line: int = 0


def read_diagram(code: Code, remarks: Remarks) -> Diagram:
    """Read a diagram; whatever is no other statement is a task."""
    reader = _DiagramReader(code, remarks)
    reader.read()
    return reader.diagram()


class _DiagramReader:
    """Reads line by line."""

    def __init__(self, code: Code, remarks: Remarks) -> None:
        self._remarks = remarks
        self._lines = code.text.split("\n")
        self._start = code.start
        self._front_title = code.title
        self._title = self._spoken_title = self._description = ""
        self._title_line = 0
        self._sections: list[tuple[int, str, list[Task]]] = []

    def read(self) -> None:
        """Read all lines."""
        index, begun = 0, False
        while index < len(self._lines):
            line = self._lines[index].strip("\ufeff \t\r\f\v")
            header = None if begun or not line else _HEADER.match(line)
            if header:
                line = line[header.end() :].strip()
            begun = begun or bool(header)
            if _BLOCK.match(line):
                index = self._read_block(index)
            elif line:
                self._read_line(_TRAILING_COMMENT.sub("", line), self._start + index)
            index += 1

    def _read_block(self, index: int) -> int:
        """Read a description in braces, and return the index of its last line."""
        end = index
        while end < len(self._lines) - 1 and "}" not in self._lines[end]:
            end += 1
        words = " ".join(self._lines[index : end + 1]).partition("{")[2].partition("}")[0]
        self._description = tidy(words)
        return end

    def _read_line(self, line: str, number: int) -> None:
        text = shielded(line).rstrip("; \t")
        if _is_comment(text):
            self._remarks.dropped(f"the comment {quoted(text)} is left out", line_span(number), group="comments")
            return
        found = _STATEMENT.fullmatch(text)
        if found is None or self._is_task(found[1].lower(), found[2]):
            self._add(read_task(text, number))
        elif found[2]:
            self._read_words(found[1].lower(), tidy(found[2]), number)

    def _is_task(self, kind: str, words: str) -> bool:
        """Return whether a line that begins like a title or a section is a task: it has a score and actors."""
        if kind not in {"title", "section"} or not _SCORED.fullmatch(words):
            return False
        return words.count(":") > 1 or (kind == "title" and bool(self._title))

    def _read_words(self, kind: str, words: str, number: int) -> None:
        match kind:
            case "title":
                self._title, self._title_line = words, number
            case "acctitle":
                self._spoken_title = words
            case "accdescr":
                self._description = words
            case _:
                self._sections.append((number, words, []))

    def _add(self, task: Task) -> None:
        if not task.name:
            return
        if not self._sections:
            self._sections.append((task.line, "", []))
        self._sections[-1][2].append(task)

    def diagram(self) -> Diagram:
        """Return what was read."""
        tasks = put_right([task for _, _, tasks in self._sections for task in tasks])
        by_line = {task.line: task for task in tasks}
        sections = tuple(
            Section(line, name, tuple(by_line[task.line] for task in tasks)) for line, name, tasks in self._sections
        )
        title = self._title or self._front_title or self._spoken_title
        return Diagram(title, self._description, sections, self._title_line)


def _is_comment(text: str) -> bool:
    """Return whether a line is a comment to Mermaid, and is not a task that happens to begin like one."""
    return text.startswith(("# ", "#\t")) or (text.startswith(("#", "%")) and not _SCORED.fullmatch(text))

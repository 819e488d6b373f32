"""A diagram as it was meant, and what Mermaid shows of it -> remarks on all that differs."""

from collections.abc import Mapping

from mapgen.diagnostics.phrases import listed, quoted
from mapgen.importers.mermaid.code import tidy
from mapgen.importers.mermaid.reading import Diagram
from mapgen.importers.mermaid.shown import Shown
from mapgen.importers.mermaid.task import Task
from mapgen.importers.places import line_span
from mapgen.importers.remarks import Remarks

_NOTHING = Shown("task")


def compare(diagram: Diagram, shown: Mapping[int, Shown], remarks: Remarks) -> None:
    """Report each line of which Mermaid shows something else than what was read."""
    found = shown.get(diagram.title_line, _NOTHING)
    if diagram.title_line and (found.kind, tidy(found.name)) != ("title", diagram.title):
        _report(f"read as the title {quoted(diagram.title)}", found, diagram.title_line, remarks)
    for section in diagram.sections:
        found = shown.get(section.line, _NOTHING)
        if section.name and (found.kind, tidy(found.name)) != ("section", section.name):
            _report(f"read as the section {quoted(section.name)}", found, section.line, remarks)
        for task in section.tasks:
            found = shown.get(task.line, _NOTHING)
            if not _is_shown(task, found):
                _report(f"read as {_told(task.name, task.score, task.actors)}", found, task.line, remarks)
            elif task.rest:
                remarks.doubted(f"Mermaid leaves out {quoted(task.rest)}", line_span(task.line), group="rest")


def _is_shown(task: Task, found: Shown) -> bool:
    people = tuple(dict.fromkeys(person for one in found.people if (person := tidy(one))))
    score = task.score if task.score is not None else found.score
    told = (found.kind, tidy(found.name), found.score, people)
    return told == ("task", task.name, score, task.actors) and (task.score, found.score) != (None, 0)


def _report(read: str, found: Shown, line: int, remarks: Remarks) -> None:
    remarks.doubted(f"{read}; {_effect(found)}", line_span(line), group=f"{found.kind} {found is _NOTHING}")


def _effect(found: Shown) -> str:
    """Tell what Mermaid makes of a line."""
    if found is _NOTHING:
        return "Mermaid does not show this line"
    match found.kind:
        case "error":
            return "Mermaid cannot read this line, and shows no diagram"
        case "task":
            return f"Mermaid shows {_told(tidy(found.name), found.score, tuple(filter(None, found.people)))}"
        case kind:
            return f"Mermaid shows the {kind} {quoted(tidy(found.name))}"


def _told(name: str, score: float | None, actors: tuple[str, ...]) -> str:
    scored = "without a score" if score is None else f"with score {score:g}"
    people = f" and {'actor' if len(actors) == 1 else 'actors'} {listed(actors, joint='and')}" if actors else ""
    return f"{quoted(name)} {scored}{people}"

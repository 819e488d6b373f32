"""Diagrams -> the data of a spec."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.draft import Draft
from mapgen.importers.mermaid.reading import Diagram, Section
from mapgen.importers.mermaid.task import Task
from mapgen.importers.places import line_span
from mapgen.importers.remarks import Remarks
from mapgen.model.journey import Number
from mapgen.source.tree import Json

_SCALES = ((1, 5), (0, 5), (-2, 2), (1, 10), (0, 10), (-5, 5), (-10, 10), (0, 100), (-100, 100), (-1000, 1000))
_LOWEST, _HIGHEST = 1, 5  # scores for which Mermaid has a place on its axis
_FARTHEST = 1000  # from zero, of a score in a spec
_FIRST = "Start"


def spec(diagrams: Sequence[Diagram], actors: str, remarks: Remarks) -> dict[str, Json]:
    """Return the data of a spec; `actors` is the key under which those of a diagram are declared."""
    sections = [section for diagram in diagrams for section in diagram.sections]
    tasks = [task for section in sections for task in section.tasks]
    draft = Draft()
    writer = _TaskWriter(draft, actors, tasks, remarks)
    title = next((diagram.title for diagram in diagrams if diagram.title), "")
    low, high = _scale([task for task in tasks if task.score is not None], remarks)
    draft.top = {
        "title": title,
        "summary": next((diagram.description for diagram in diagrams if diagram.description), ""),
        "emotion_scale": {"min": low, "max": high},
    }
    stages = [_stage(name, found, writer) for name, found in _stages(sections, title, remarks)]
    return {**draft.spec(), "stages": stages}


def _stages(sections: Iterable[Section], title: str, remarks: Remarks) -> Iterator[tuple[str, list[Task]]]:
    """Yield the stages; sections of one name that follow each other are one, as Mermaid shows them."""
    last, tasks = "", list[Task]()
    all_sections = list(sections)
    for section in all_sections:
        name = section.name
        if not name:
            name = _FIRST if len(all_sections) > 1 or not title else title
            message = f"tasks before the first section are in a stage {quoted(name)}"
            remarks.guessed(message, line_span(section.line))
        if last and name != last:
            yield last, tasks
            tasks = []
        last = name
        tasks = [*tasks, *section.tasks] if section.tasks else tasks
    if last:
        yield last, tasks


def _stage(name: str, tasks: Iterable[Task], writer: "_TaskWriter") -> Json:
    touchpoints: list[Json] = [writer.touchpoint(task) for task in tasks]
    return {"name": name, "touchpoints": touchpoints}


def _scale(tasks: Sequence[Task], remarks: Remarks) -> tuple[Number, Number]:
    """Return the ends of the usual scale that holds all scores; Mermaid's own goes from 1 to 5."""
    scores = [task.score for task in tasks if task.score is not None and abs(task.score) <= _FARTHEST]
    least, most = min(scores, default=_LOWEST), max(scores, default=_HIGHEST)
    low, high = next(scale for scale in _SCALES if scale[0] <= least and most <= scale[1])
    for task in tasks:
        if task.score is not None and not _LOWEST <= task.score <= _HIGHEST:
            message = f"Mermaid draws scores from 1 to 5, and {quoted(task.name)} has {task.score:g}"
            remarks.doubted(message, line_span(task.line), f"the scale is read as {low} to {high}", group="scale")
    return low, high


class _TaskWriter:
    """Makes touchpoints of tasks, and declares their actors."""

    def __init__(self, draft: Draft, actors: str, tasks: Iterable[Task], remarks: Remarks) -> None:
        self._remarks = remarks
        self._everybody = {task.actors for task in tasks}
        ways: dict[str, tuple[Callable[[str], str], str, str]] = {
            "personas": (draft.personas.reference, "", "personas"),
            "owners": (draft.owners.reference, "owner", "contributors"),
            "channels": (draft.channels.reference, "channel", "channels"),
        }
        self._reference, self._main, self._others = ways[actors]

    def touchpoint(self, task: Task) -> Json:
        """Return the data of a touchpoint."""
        note: dict[str, Json] = {}
        if task.rest:
            note = {"x-note": task.rest}
            message = f"{quoted(task.rest)} behind the actors is kept as `x-note`"
            self._remarks.guessed(message, line_span(task.line), group="note")
        score = task.score
        if score is not None and abs(score) > _FARTHEST:
            self._remarks.dropped(f"the score {score:g} is no score", line_span(task.line), group="score")
            score = None
        return {"name": task.name, "emotion": score, **self._people(task.actors), **note}

    def _people(self, actors: Sequence[str]) -> dict[str, Json]:
        """Return the keys that name the actors; a journey of one and the same actors names them once."""
        names = list(dict.fromkeys(map(self._reference, actors)))
        if self._main:
            return {self._main: names[0] if names else None, self._others: list(names[1:])}
        return {} if len(self._everybody) == 1 else {self._others: list(names)}

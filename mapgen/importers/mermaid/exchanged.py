"""Tasks -> the same with actor and task in their places, where the whole diagram shows which is which."""

from collections import Counter
from collections.abc import Sequence

from mapgen.importers.mermaid.task import Task, split_actors
from mapgen.record import replace

_ENOUGH = 3  # tasks that show which of two parts is the actor
_VARIED = 0.75  # of texts that are tasks, few are alike
_WORDS = 2  # of an actor that nothing else tells to be one


def put_right(tasks: Sequence[Task]) -> list[Task]:
    """Return the tasks, those whose actor stands before the score or in the place of the name put right."""
    known = _known(tasks)
    middles = Counter(_plain(task.unclear) for task in tasks if task.unclear)
    cleared = [_with_rest(_cleared(task, known, middles), known) for task in tasks]
    return (
        [_turned(task) for task in cleared] if _all_exchanged(cleared) else [_single(task, known) for task in cleared]
    )


def _known(tasks: Sequence[Task]) -> Counter[str]:
    return Counter(_plain(actor) for task in tasks for actor in task.actors)


def _cleared(task: Task, known: Counter[str], middles: Counter[str]) -> Task:
    """Decide what the text between name and score is."""
    if not task.unclear:
        return task
    actors = split_actors(task.unclear)
    likely = not known and all(len(actor.split()) <= _WORDS for actor in actors)
    if likely or middles[_plain(task.unclear)] > 1 or all(_plain(actor) in known for actor in actors):
        return replace(task, actors=actors, unclear="")
    return replace(task, name=f"{task.name}: {task.unclear}", unclear="")


def _with_rest(task: Task, known: Counter[str]) -> Task:
    """Add what follows the actors to them, where it is actors elsewhere."""
    others = split_actors(task.rest.replace(":", ","))
    if not others or not all(_plain(actor) in known for actor in others):
        return task
    return replace(task, actors=tuple(dict.fromkeys((*task.actors, *others))), rest="")


def _all_exchanged(tasks: Sequence[Task]) -> bool:
    """Return whether what stands first is few names again and again, and what stands last differs from line to line."""
    whole = [task for task in tasks if task.score is not None and task.actors]
    firsts = Counter(_plain(task.name) for task in whole)
    lasts = Counter(_plain(", ".join(task.actors)) for task in whole)
    repeated = len(firsts) <= len(whole) / 2 and sum(1 for often in firsts.values() if often > 1) >= 1
    return len(whole) >= _ENOUGH and repeated and len(lasts) >= _VARIED * len(whole) and len(lasts) > len(firsts)


def _single(task: Task, known: Counter[str]) -> Task:
    """Exchange the parts of a task whose name is an actor elsewhere and whose actor is none."""
    others = known - Counter(map(_plain, task.actors))
    is_actor = others[_plain(task.name)] > 0
    return _turned(task) if is_actor and len(task.actors) == 1 and not others[_plain(task.actors[0])] else task


def _turned(task: Task) -> Task:
    if task.score is None or not task.actors:
        return task
    return replace(task, name=", ".join(task.actors), actors=split_actors(task.name))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()

"""Entry -> the words that each format says of a spec as a whole."""

from mapgen.model.journey import Journey
from mapgen.render.diff.report import SpecReport

STAGE_OF_ALL = "The journey as a whole"
UNREADABLE = "cannot be compared: one version has errors"


def title(entry: SpecReport) -> str:
    """Return what the journey is called."""
    if entry.told:
        return entry.told.title
    return entry.journey.title if entry.journey else entry.name


def lead(entry: SpecReport) -> str:
    """Return the line that says most."""
    match entry.state:
        case "added":
            return f"new: {_size(entry.journey)}"
        case "removed":
            return f"removed: {_size(entry.journey)}"
        case "unreadable":
            return UNREADABLE
        case _:
            return entry.told.verdict if entry.told else "no changes"


def counted(number: int, one: str, several: str | None = None) -> str:
    """Return so many of something.

    >>> counted(1, "change"), counted(2, "change")
    ('1 change', '2 changes')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def _size(journey: Journey | None) -> str:
    if journey is None:
        return "a spec with errors"
    stages, touchpoints = len(journey.stages), sum(1 for _ in journey.touchpoints())
    return f"{counted(stages, 'stage')}, {counted(touchpoints, 'touchpoint')}"

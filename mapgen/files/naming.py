"""The name of a spec as a person types it -> the file, and where there is none, the name that was probably meant."""

import os
from collections.abc import Iterator
from pathlib import Path

from mapgen.diagnostics.phrases import listed, nearest, quoted
from mapgen.files.errors import shown

ENDINGS = (".journey.yaml", ".journey.yml", ".yaml", ".yml")
"""What may be left out of the name of a spec; the first one for which there is a file counts."""

_LISTED = 3  # names of a folder that a hint lists


def completed(name: str, folder: Path) -> Path | None:
    """Return the file that a name without its ending means, None where there is none; "a/" can only be a folder."""
    path = folder / name
    if not path.name or name.endswith(("/", os.sep)):
        return None
    endings = (path.with_name(path.name + ending) for ending in ENDINGS)
    return next((file for file in endings if os.path.lexists(file) and not file.is_dir()), None)


def suggestion(path: Path) -> str | None:
    """Return a hint for a name of which there is no file: the nearest name in its folder, else what is there."""
    known = dict(_known(path.parent))
    near = nearest(path.name, known)
    if near:
        return f"did you mean {quoted(shown(path.with_name(known[near])))}?"
    names = sorted({name for name in known.values() if name.endswith(ENDINGS)})
    more = [f"{len(names) - _LISTED} more"] if len(names) > _LISTED else []
    what = "this folder" if path.parent == Path() else f"the folder {shown(path.parent)}"
    return f"{what} contains {listed([*names[:_LISTED], *more], joint='and')}" if names else None


def _known(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the names of the specs and folders of a folder by what may be typed for them."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        ending = next((one for one in ENDINGS if entry.name.endswith(one)), None)
        if not entry.name.startswith(".") and (ending or entry.is_dir()):
            name = shown(Path(entry.name))
            yield name, name
            yield name.removesuffix(ending or ""), name

"""What a person types for a new spec -> the path of its file."""

from pathlib import Path

from mapgen.files.finding import is_folder

ENDING = ".journey.yaml"
_YAML = (".yaml", ".yml")


def spec_path(name: str, in_folder: str) -> Path:
    """Return it: in a folder, a file called `in_folder`; else as typed, with the ending of specs if it has none."""
    path = Path(name)
    if is_folder(path):
        return path / in_folder
    return path if path.suffix.lower() in _YAML else path.with_name(path.name + ENDING)

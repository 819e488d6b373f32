"""A package that is missing or broken -> its name, and the command that installs it, wherever mapgen is installed."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_tb

_DISTRIBUTIONS = {"yaml": "pyyaml", "_yaml": "pyyaml"}  # elsewhere a package is imported by the name it is installed by
_SAID = 200


def missing(error: ImportError) -> tuple[str, str, str] | None:
    """Return code, message and hint; None where it is no package that fails but a part of mapgen or of Python."""
    package = next(filter(_is_package, _suspects(error)), None)
    if package is None:
        return None
    name = _DISTRIBUTIONS.get(package, package.replace("_", "-"))
    if isinstance(error, ModuleNotFoundError):
        message = f"mapgen needs the package {name}, which is not installed"
        return "missing-package", message, f"{installer()} {name}"
    message = f"mapgen needs the package {name}, which cannot be imported: {str(error)[:_SAID]}"
    return "missing-package", message, f"{installer()} --upgrade --force-reinstall {name}"


def installer() -> str:
    """Return the command that installs packages where mapgen is installed; their names follow it."""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if Path(sys.prefix, "pipx_metadata.json").is_file():
        return "pipx runpip mapgen install"
    if find_spec("pip") is None:  # in environments of uv
        return f"uv pip install --python {python}"
    return f"{python} -m pip install"


def runnable(hint: str | None) -> str | None:
    """Return a hint with the command that installs packages here, in place of plain `pip install`."""
    return re.sub(r"(?<![\w-] )pip install", lambda _: installer(), hint) if hint else hint


def _suspects(error: ImportError) -> list[str]:
    """Return top-level modules: the one that is not there, else those that mapgen imported last."""
    named = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError):
        return [named]
    imported: list[str] = []
    for frame, _ in walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__")).partition(".")[0]
        imported = [] if module == "mapgen" else [*imported, module]
    return [*imported, named]


def _is_package(module: str) -> bool:
    return module not in {"", "mapgen", "__main__", *sys.stdlib_module_names}

"""An import that failed -> which package is missing or broken, and the command that installs it."""

import sys
from traceback import walk_tb

_DISTRIBUTIONS = {"yaml": "pyyaml", "_yaml": "pyyaml"}  # elsewhere a package is imported by the name it is installed by
_SAID = 200


def missing(error: ImportError) -> tuple[str, str, str] | None:
    """Return code, message and hint; None where it is no package that fails but a part of mapgen or of Python."""
    package = next(filter(_is_package, _suspects(error)), None)
    if package is None:
        return None
    name = _DISTRIBUTIONS.get(package, package.replace("_", "-"))
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if isinstance(error, ModuleNotFoundError):
        message = f"the package {name}, which mapgen needs, is not installed"
        return "missing-package", message, f"{python} -m pip install {name}"
    message = f"the package {name}, which mapgen needs, cannot be imported: {str(error)[:_SAID]}"
    return "missing-package", message, f"{python} -m pip install --upgrade --force-reinstall {name}"


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

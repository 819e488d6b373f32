"""Customer journey maps as code: a YAML spec -> the same map in SVG, HTML, Markdown and JSON.

    text ──parse──> Source ──check──> ──build──> Journey ──analyze──> Analysis
                      │                             └──────┬─────────────┘
                      └─> Diagnostics                   compose
                                                           v
    svg, html, md, json <──render── Scene <──arrange──    Map

    Journey, Journey ──compare──> Comparison ──tell──> sentences ──render──> text, md, json

`mapgen.load` and `mapgen.parse` return a `mapgen.Map`, which draws itself; `mapgen.audit` and `mapgen.diff` say what
to make of it. Below them, `mapgen.check` goes as far as the journey, and `mapgen.draw` from there to the contents of
files; both are pure.
"""

import sys

TYPE_CHECKING = False  # type checkers take it for true; `typing` would cost the start 4 ms before Ctrl-C is quiet
if TYPE_CHECKING:
    from mapgen.api import Checked, DrawObserver, DrawRequest, SpecError, audit, check, diff, draw
    from mapgen.api import JourneyMap as Map
    from mapgen.build.loading import load, parse
    from mapgen.diagnostics.diagnostic import Diagnostic, Severity
    from mapgen.model.journey import Journey
    from mapgen.render.options import Options

__version__ = "0.1.0"
__all__ = [
    "Checked",
    "Diagnostic",
    "DrawObserver",
    "DrawRequest",
    "Journey",
    "Map",
    "Options",
    "Severity",
    "SpecError",
    "__version__",
    "audit",
    "check",
    "diff",
    "draw",
    "load",
    "parse",
]
_PLACES = {
    "Diagnostic": "diagnostics.diagnostic",
    "Journey": "model.journey",
    "Options": "render.options",
    "Severity": "diagnostics.diagnostic",
    "load": "build.loading",
    "parse": "build.loading",
}


def __getattr__(name: str) -> object:
    """Import what is asked for: `mapgen --version` has no need of any of it."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"mapgen.{_PLACES.get(name, 'api')}"), "JourneyMap" if name == "Map" else name)


class _Package(type(sys)):  # type: ignore[misc]  # the class of modules
    """The package, in which `audit` and `diff` are the functions, although packages have these names as well."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set a name; the import of the packages of these two names, which ends here, changes nothing."""
        if not (name in {"audit", "diff"} and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

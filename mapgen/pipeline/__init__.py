"""All steps in their order: YAML text -> Journey -> the contents of the files.

Pure: disk and terminal are elsewhere. Whoever only checks specs imports nothing that draws.
"""

TYPE_CHECKING = False  # as in `mapgen`
if TYPE_CHECKING:
    from mapgen.pipeline.checking import Checked, check
    from mapgen.pipeline.drawing import DEFAULT_THEME, DrawObserver, DrawRequest, draw

__all__ = ["DEFAULT_THEME", "Checked", "DrawObserver", "DrawRequest", "check", "draw"]
_CHECKING = frozenset({"Checked", "check"})


def __getattr__(name: str) -> object:
    """Import the half of the pipeline that is asked for."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    if name in _CHECKING:
        from mapgen.pipeline import checking

        return getattr(checking, name)
    from mapgen.pipeline import drawing

    return getattr(drawing, name)

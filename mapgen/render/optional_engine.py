"""A drawing engine that comes as an extra -> its answer, or a sentence that says why there is none."""

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any, TypeVar

from mapgen.diagnostics.failure import EngineError as EngineError  # noqa: PLC0414 - those who draw look for it here
from mapgen.record import record

_T = TypeVar("_T")
_SAID = 200


@record
class Engine:
    """A package of the extra of the same name; `module` is what it is imported as.

    `distribution` is the name by which it is installed, where that is another one.
    """

    extra: str
    module: str
    distribution: str = ""

    @property
    def package(self) -> str:
        """The name by which the package is installed."""
        return self.distribution or self.module.replace("_", "-")

    @property
    def is_there(self) -> bool:
        """Whether the package is installed; nothing is imported to see that."""
        return importlib.util.find_spec(self.module) is not None

    def missing(self) -> EngineError:
        """Return what to say where the package is not installed, or cannot be used."""
        name = self.distribution or self.module
        message = f"the format {self.extra} needs the package {name}, which is not installed or cannot be imported"
        return EngineError(message, f"pip install {self.package}")

    def load(self) -> Any:  # noqa: ANN401 - what a package offers is known where it is used
        """Import the package; EngineError where that cannot be done."""
        try:
            return importlib.import_module(self.module)
        except ImportError as error:
            raise self.missing() from error

    def answer(self, ask: Callable[[], _T]) -> _T:
        """Return what the engine makes; EngineError where it fails, however it does.

        The engines are written in Rust: when one panics, Python meets a BaseException.
        """
        try:
            return ask()
        except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
            raise
        except BaseException as error:
            said = " ".join(str(error).split())[:_SAID] or type(error).__name__
            message = f"the engine {self.module} could not draw the {self.extra.upper()}: {said}"
            raise EngineError(message, "the other formats work without it") from error

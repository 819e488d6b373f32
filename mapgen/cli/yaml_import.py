"""PyYAML is imported without compiling the patterns of its Python parser, which is only asked to word syntax errors."""

import re
from importlib import import_module

from mapgen.lazy import regex


def import_yaml() -> None:
    """Import PyYAML with patterns that are compiled when they are first used.

    Only for the command, before it starts threads: `re.compile` is another function meanwhile.
    """
    compiled = re.compile
    vars(re)["compile"] = regex
    try:
        import_module("yaml")
    finally:
        vars(re)["compile"] = compiled

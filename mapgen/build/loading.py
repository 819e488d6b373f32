"""A path, or the text of a spec -> its map, for programs; `mapgen.load` and `mapgen.parse`."""

import os
from errno import ENOENT
from pathlib import Path

from mapgen.api import JourneyMap, SpecError, check
from mapgen.build.graphviz_cache import Graphviz
from mapgen.build.libraries import RunLibraries
from mapgen.build.specs import Spec, read_spec
from mapgen.config.settings import Settings
from mapgen.config.settings import load as load_settings
from mapgen.files.finding import output_name


def load(path: str | os.PathLike[str]) -> JourneyMap:
    """Read a spec with its images, libraries, text files and snapshot, and return its map.

    Of the settings that are nearest to the spec, the libraries count. FileNotFoundError without such a file, SpecError
    if the settings have errors; errors of the spec are `diagnostics` of the map.
    """
    spec = Path(path)
    if not os.path.lexists(spec):
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))
    settings = load_settings(spec.parent)
    if not isinstance(settings, Settings):
        raise SpecError(settings.name, settings.diagnostics)
    read = read_spec(Spec(spec), RunLibraries(settings))
    return JourneyMap(read.checked, file_name=read.spec.output_name, pictures=read.pictures, lay_out=Graphviz())


def parse(text: str | bytes, *, name: str = "journey.yaml") -> JourneyMap:
    """Return the map of the text of a spec; `name` is what messages call it.

    Images, libraries and text files that it names are not read.
    """
    return JourneyMap(check(text, name=name), file_name=output_name(Path(name)), lay_out=Graphviz())

"""Diagnostic code -> its explanation, as `mapgen explain CODE` prints it."""

from collections.abc import Mapping

from mapgen.diagnostics.codes.environment import ENVIRONMENT
from mapgen.diagnostics.codes.events import EVENTS
from mapgen.diagnostics.codes.explanation import Explanation
from mapgen.diagnostics.codes.imports import IMPORTS
from mapgen.diagnostics.codes.libraries import LIBRARIES
from mapgen.diagnostics.codes.meaning import MEANING
from mapgen.diagnostics.codes.names import NAMES
from mapgen.diagnostics.codes.observations import OBSERVATIONS
from mapgen.diagnostics.codes.shape import SHAPE
from mapgen.diagnostics.codes.syntax import SYNTAX
from mapgen.diagnostics.codes.waivers import WAIVERS
from mapgen.diagnostics.codes.yaml import YAML

CODES: Mapping[str, Explanation] = {
    one.code: one
    for group in (YAML, SYNTAX, SHAPE, NAMES, LIBRARIES, MEANING, EVENTS, WAIVERS, ENVIRONMENT, IMPORTS, OBSERVATIONS)
    for one in group
}

"""Facts about a spec -> text for the people who wrote it, or a document for a program that they use."""

from mapgen.diagnostics.reporter import Reporter
from mapgen.registry import Offers

REPORTERS = Offers("mapgen.diagnostics.reporters", "REPORTER", Reporter)

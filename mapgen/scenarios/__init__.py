"""Listing -> text: for a terminal, a spreadsheet, other programs; each format is one module in `formats/`."""

from mapgen.registry import Offers
from mapgen.render.report_format import ReportFormat
from mapgen.scenarios.listing import ScenarioReport

SCENARIO_FORMATS: Offers[ReportFormat[ScenarioReport]] = Offers("mapgen.scenarios.formats", "FORMAT", ReportFormat)

"""Report of what changed -> the content of a file."""

from mapgen.registry import Offers
from mapgen.render.diff.report import DiffReport
from mapgen.render.report_format import ReportFormat

DIFF_FORMATS: Offers[ReportFormat[DiffReport]] = Offers("mapgen.render.diff.formats", "FORMAT", ReportFormat)

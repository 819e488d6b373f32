"""HistoryReport of a spec -> the content of a file."""

from mapgen.registry import Offers
from mapgen.render.history.report import HistoryReport
from mapgen.render.report_format import ReportFormat

HISTORY_FORMATS: Offers[ReportFormat[HistoryReport]] = Offers("mapgen.render.history.formats", "FORMAT", ReportFormat)

"""The JSON that mapgen writes: the journey in it becomes a spec again; what was computed from it is computed again."""

import json
import re
from typing import NoReturn

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.brevity import brief
from mapgen.importers.importer import Confidence, Imported, Importer, ImportFile, ImportOptions, failed
from mapgen.importers.remarks import Remarks
from mapgen.source.tree import Json

_MAX_SIZE = 20_000_000  # bytes; a spec may have half of that
_MEGABYTE = 1_000_000
_FORMAT = "mapgen-journey"
_VERSION = 1
_BEGIN = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"mapgen-')


def _recognize(document: ImportFile) -> Confidence:
    return Confidence.SURE if _BEGIN.match(document.data[:1_000]) else Confidence.NO


def _read(document: ImportFile, options: ImportOptions) -> Imported:  # noqa: ARG001 - it takes none
    """Read the journey."""
    size = len(document.data) / _MEGABYTE
    if len(document.data) > _MAX_SIZE:
        return failed(f"the file has {size:,.1f} MB, and JSON is read up to {_MAX_SIZE / _MEGABYTE:,.1f} MB")
    try:
        text = document.data.decode("utf-8-sig")
        data: Json = json.loads(text, parse_constant=_refuse)
    except UnicodeDecodeError:
        return failed("the file is not UTF-8 text", "save it as UTF-8")
    except json.JSONDecodeError as error:
        span = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
        return Imported(
            None,
            (Diagnostic("import-failed", f"the file is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", span=span),),
            text,
        )
    except (RecursionError, ValueError):
        return failed("the file is not JSON that can be read: it is too deep, or has numbers that are too large")
    return _journey(data, text)


def _journey(data: Json, text: str) -> Imported:
    kind = data.get("format") if isinstance(data, dict) else None
    if not isinstance(data, dict) or kind != _FORMAT:
        what = f"the file is of the format {quoted(kind)}, not {quoted(_FORMAT)}" if isinstance(kind, str) else ""
        hint = "`mapgen build SPEC --to json` writes what can be imported"
        if isinstance(data, dict) and "stages" in data:
            hint = "it is a spec already: mapgen reads JSON as YAML"
        return failed(what or "the file is not the JSON output of mapgen", hint)
    journey, remarks = data.get("journey"), Remarks()
    if not isinstance(journey, dict):
        return failed("the file has no `journey`")
    if data.get("version") != _VERSION:
        remarks.doubted(f"the file is of version {data.get('version')}, and this mapgen knows version {_VERSION}")
    return Imported(brief(journey), remarks.all(), text)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


IMPORTER = Importer((".json",), _recognize, _read)

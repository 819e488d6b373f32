"""The importer of Mermaid: a file -> its journeys, as one spec."""

from collections.abc import Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.decoding import text_of
from mapgen.importers.importer import Confidence, Imported, ImportFile, ImportOptions, failed
from mapgen.importers.mermaid.code import is_journey_code, prepare
from mapgen.importers.mermaid.comparing import compare
from mapgen.importers.mermaid.fences import CodeBlock, journeys
from mapgen.importers.mermaid.reading import Diagram, read_diagram
from mapgen.importers.mermaid.shown import shown
from mapgen.importers.mermaid.spec import spec
from mapgen.importers.places import line_span, placed
from mapgen.importers.remarks import Remarks

_MAX_SIZE = 5_000_000  # bytes of a file
_MAX_LENGTH = 250_000  # characters of all diagrams; Mermaid itself draws none above 50,000
_MAX_LINES = 20_000
_LOOKED_AT = 400_000  # bytes in which a file says what it is


def recognize(document: ImportFile) -> Confidence:
    """Return how sure it is that a file has journeys of Mermaid."""
    text = document.data[:_LOOKED_AT].decode(errors="replace")
    if is_journey_code(text):
        return Confidence.SURE
    found = journeys(text) if "journey" in text else ()
    if not found:
        return Confidence.NO
    return Confidence.SURE if found[0].named else Confidence.MAYBE


def read(document: ImportFile, options: ImportOptions) -> Imported:
    """Read the journeys of a file; several become one."""
    remarks = Remarks()
    text = text_of(document, remarks, _MAX_SIZE, "diagrams are")
    if isinstance(text, Imported):
        return text
    blocks = (CodeBlock(1, text, named=True),) if is_journey_code(text) else journeys(text)
    wanted = blocks if options.fence is None else blocks[options.fence - 1 : options.fence]
    wrong = _wrong(blocks, wanted)
    return failed(*wrong, text) if wrong else _read(wanted, options, remarks, text)


def _wrong(blocks: Sequence[CodeBlock], wanted: Sequence[CodeBlock]) -> tuple[str, str] | None:
    """Return why the journeys that are wanted cannot be read, and what to do."""
    if not blocks:
        return "the file has no journey of Mermaid", "a diagram begins with `journey`"
    if not wanted:
        number = "1 journey" if len(blocks) == 1 else f"{len(blocks)} journeys"
        return f"the file has {number} of Mermaid", f"use `--fence` with a number up to {len(blocks)}"
    if (
        sum(len(block.text) for block in wanted) > _MAX_LENGTH
        or sum(len(block.text.split("\n")) for block in wanted) > _MAX_LINES
    ):
        message = f"the diagram has more than {_MAX_LENGTH:,} characters or {_MAX_LINES:,} lines"
        return message, "split it into several journeys"
    return None


def _read(blocks: Sequence[CodeBlock], options: ImportOptions, remarks: Remarks, text: str) -> Imported:
    diagrams = [_diagram(block, remarks) for block in blocks]
    _report_titles(diagrams, blocks, remarks)
    if not any(section.tasks for diagram in diagrams for section in diagram.sections):
        return failed("the journey has no tasks", "a task is `name: score: actors`", text)
    data = spec(diagrams, options.actors or "personas", remarks)
    return Imported(data, tuple(placed(remarks.all(), text)), text)


def _diagram(block: CodeBlock, remarks: Remarks) -> Diagram:
    code = prepare(block.text, block.line, remarks)
    diagram = read_diagram(code, remarks)
    compare(diagram, shown(code.text, code.start), remarks)
    return diagram


def _report_titles(diagrams: Sequence[Diagram], blocks: Sequence[CodeBlock], remarks: Remarks) -> None:
    """Report the titles for which a spec has no place: all but the first."""
    for number, (diagram, block) in enumerate(zip(diagrams, blocks, strict=True), start=1):
        if number > 1:
            title = f" {quoted(diagram.title)}" if diagram.title else ""
            message = f"the journey{title} is added to the one before it, as more stages"
            remarks.guessed(message, line_span(block.line), f"use `--fence {number}` to import it alone", group="more")

"""Importing a text of Mermaid, as a person does it."""

from textwrap import dedent
from typing import Any, NamedTuple

from mapgen.importers.finishing import finish
from mapgen.importers.importer import Imported, ImportFile, ImportOptions
from mapgen.importers.kinds.mermaid import IMPORTER
from mapgen.pipeline import check


class Read(NamedTuple):
    """What was read: the data of the spec, and what was said, each with its line."""

    spec: dict[str, Any]
    remarks: list[tuple[int, str]]

    @property
    def tasks(self) -> list[tuple[str, Any, list[str]]]:
        """Name, score and actors of each task."""
        return [
            (one["name"], one.get("emotion"), one.get("personas", []))
            for stage in self.spec["stages"]
            for one in stage["touchpoints"]
        ]


def imported(text: str, name: str = "journey.mmd", **options: Any) -> Imported:  # noqa: ANN401 - any option
    return IMPORTER.read(ImportFile(name, dedent(text).encode()), ImportOptions(**options))


def read(text: str, name: str = "journey.mmd", **options: Any) -> Read:  # noqa: ANN401 - any option
    """Import a text; what comes out is a valid spec."""
    found = imported(text, name, **options)
    assert found.spec is not None, found.remarks
    spec, _ = finish(found, name)
    assert not check(spec, name="journey.yaml").failed, spec
    return Read(found.spec, [(one.span.line if one.span else 0, one.message) for one in found.remarks])


def read_tasks(*lines: str) -> Read:
    """Import tasks, which begin on line 3."""
    return read("\n".join(["journey", "section Day", *lines]))

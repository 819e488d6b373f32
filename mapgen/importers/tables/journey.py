"""A table -> the data of a spec."""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.diagnostics.phrases import listed, quoted
from mapgen.importers.importer import Imported, failed
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.cells import CellSplitter
from mapgen.importers.tables.columns import CUSTOM, IGNORE, Chosen, HeaderPlace, TableColumn, columns_of, find_headers
from mapgen.importers.tables.emotions import Scale, read_emotion, scale_of
from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.headers import FIELDS, languages
from mapgen.importers.tables.maker import Maker
from mapgen.importers.tables.rows import read_rows
from mapgen.importers.tables.sideways import SidewaysTable, frame_of, lanes_of, read_sideways
from mapgen.importers.tables.top import read_top
from mapgen.importers.tables.touchpoint_column import with_touchpoints
from mapgen.model.basics import titled
from mapgen.source.tree import Json
from mapgen.spreadsheet import ALWAYS, HEADERS
from mapgen.spreadsheet import scale_of as header_without_scale

_LISTED = 12  # headers that a hint lists


def journey_of(grid: CellGrid, columns: Mapping[str, str], remarks: Remarks, text: str = "") -> Imported:
    """Return what a table says; `text` is what its places are places of. `columns` are chosen fields by header."""
    chosen = Chosen(columns)
    wrong = chosen.wrong_field()
    if wrong:
        hint = f"a column can be {listed([*FIELDS, IGNORE, f'{CUSTOM}NAME'])}"
        return failed(f"{quoted(wrong)} is nothing that a column can be", hint, text)
    place = find_headers(grid, chosen)
    if place is None:
        message = "no row or column has headers that say what is in the table, such as Stage, Touchpoint, Emotion"
        return failed(message, "add a row with headers, or name the columns: `--map COLUMN=FIELD`", text)
    frame = frame_of(grid, place.at, chosen) if place.sideways else None
    if place.sideways and frame is None:
        return failed("no row names the stages", "add a row that begins with Stage", text)
    found = lanes_of(frame) if frame else with_touchpoints(grid, place.at, columns_of(grid, place.at, chosen), remarks)
    unused = chosen.unused(column.header for column in found)
    if unused:
        headers = listed([quoted(column.header) for column in found[:_LISTED]], joint="and")
        return failed(f"there is no column {quoted(unused)}", f"the table has {headers}", text)
    return _Table(grid, place, frame, found).read(remarks, text)


class _Table:
    def __init__(
        self, grid: CellGrid, place: HeaderPlace, frame: SidewaysTable | None, columns: Sequence[TableColumn]
    ) -> None:
        self._grid = grid
        self._place = place
        self._frame = frame
        self._columns = columns

    def read(self, remarks: Remarks, text: str) -> Imported:
        """Return the journey."""
        if self._frame is None and not any(
            column.field in {"stage", "touchpoint", "action"} for column in self._columns
        ):
            message = "no column names stages or touchpoints"
            return failed(message, "say which one does: `--map COLUMN=touchpoint`", text)
        scale = self._scale(remarks)
        maker = Maker(self._grid, scale, CellSplitter(exact=self._is_ours()), remarks)
        top = self._frame.stages if self._frame else self._place.at
        read_top(self._grid, range(top), maker.draft, remarks)
        if self._frame:
            read_sideways(maker, self._frame)
        else:
            read_rows(maker, top + 1, self._columns)
        maker.problems.link()
        if not maker.facts.reading.exact:
            maker.draft.leave_out_the_only_persona()
        spec = maker.draft.spec()
        if not spec["stages"]:
            return failed("the table has headers, but nothing below them", text=text)
        return Imported({**self._whole(scale), **spec}, remarks.all(), text, tuple(self._mapping(scale)))

    def _is_ours(self) -> bool:
        """Return whether the table is one that mapgen has written: it has the usual headers of one, and no others."""
        headers = {header_without_scale(column.header)[0] for column in self._columns if column.field != IGNORE}
        unknown = [one for one in headers.difference(HEADERS.values()) if not one.startswith(CUSTOM)]
        return self._frame is None and not unknown and headers >= {HEADERS[key] for key in ALWAYS}

    def _scale(self, remarks: Remarks) -> Scale:
        """Return the scale of all emotions."""
        lanes = {lane.column.at: lane.rows for lane in self._frame.lanes} if self._frame else {}
        cells: list[tuple[int, int]] = []
        headers = []
        is_scored = any(column.field == "emotion" for column in self._columns)
        scored = {"emotion", "target"} if is_scored else {"feeling", "target"}
        for column in self._columns:
            if column.field not in scored:
                continue
            headers.append(column)
            if self._frame:
                stages = [at for _, columns in self._frame.columns for at in columns]
                cells += [(row, at) for row in lanes[column.at] for at in stages]
            else:
                cells += [(row, column.at) for row in range(self._place.at + 1, len(self._grid.rows))]
        texts = (self._grid.at(row, at) for row, at in cells)
        scale = scale_of((read_emotion(text) for text in texts if text), " ".join(column.header for column in headers))
        if scale.guessed:
            message = (
                f"emotions were read on a scale from {scale.low:g} to {scale.high:g}; their numbers fit others, too"
            )
            hint = "put the scale into the header, such as Emotion (1 to 5)"
            remarks.guessed(message, self._grid.place(*cells[0]), hint)
        return scale

    def _whole(self, scale: Scale) -> dict[str, Json]:
        """Return what is true of the whole journey."""
        whole: dict[str, Json] = {"language": languages(column.header for column in self._columns)}
        if not scale.is_default:
            whole["emotion_scale"] = {"min": scale.low, "max": scale.high}
        titles = {column.key: column.header for column in self._columns if column.field is None}
        lanes: list[Json] = [{key: title} for key, title in titles.items() if titled(key) != title and title != key]
        whole["lanes"] = ["...", *lanes] if lanes else None
        return whole

    def _mapping(self, scale: Scale) -> Iterator[tuple[str, str]]:
        for column in self._columns:
            rest = f", from {scale.low:g} to {scale.high:g}" if column.field == "emotion" else ""
            yield column.header, f"{column.becomes}{rest}"

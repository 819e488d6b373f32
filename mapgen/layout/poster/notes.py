"""Thoughts and feelings of a journey without scores -> notes below the names of the stages, as there is no curve."""

from collections.abc import Iterator, Sequence

from mapgen.charts.poster import PosterChart, PosterStage
from mapgen.charts.poster_moments import PosterVoice
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.flags import GAP, Flag, FlagPlanner
from mapgen.layout.poster.stars import star_places
from mapgen.layout.scene import Group, Item
from mapgen.layout.shapes import star
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines
from mapgen.record import replace

_GAP = 16.0  # between two notes of a stage


class NotePlanner:
    """Selects the voices that fit into the columns of their stages, the most important first."""

    def __init__(self, poster: PosterChart, columns: PosterColumns, planner: FlagPlanner) -> None:
        """Set the voices and the columns; `planner` fits a single voice."""
        self._poster = poster
        self._columns = columns
        self._planner = planner

    def plan(self) -> tuple[Flag, ...]:
        """Return a note for each stage with a voice, then, up to the limit of the poster, more beside those."""
        voices = [list(self._voices(index, stage)) for index, stage in enumerate(self._poster.stages)]
        notes = [self._first(index, said) for index, said in enumerate(voices)]
        ranks = [voice.moment.id for voice in self._poster.voices]
        others = [voice for said in voices for voice in said]
        others.sort(key=lambda voice: ranks.index(voice.moment.id) if voice.moment.id in ranks else len(ranks))
        for voice in others:
            stage = voice.moment.stage
            shown = [flag.voice for flag in notes[stage] if flag.voice]
            if len([flag for flags in notes for flag in flags]) < s.VOICES and voice not in shown:
                notes[stage] = self._beside(stage, [*shown, voice]) or notes[stage]
        return tuple(flag for flags in notes for flag in flags)

    def _voices(self, index: int, stage: PosterStage) -> Iterator[PosterVoice]:
        """Yield what is said in a stage, then feelings alone; the feeling of the stage heads the first words there."""
        said = [voice for voice in self._poster.voices if voice.moment.stage == index]
        moments = (*self._poster.moments[stage.first : stage.last], *((stage.own,) if stage.own else ()))
        told = {voice.moment.id for voice in said}
        felt = [PosterVoice(moment, moment.feeling, None, "") for moment in moments if moment.feeling]
        felt = [voice for voice in felt if voice.moment.id not in told]
        if stage.own and stage.own.feeling and said:
            of_stage = next((voice for voice in said if voice.moment == stage.own), None)
            if of_stage:
                said = [of_stage, *(voice for voice in said if voice != of_stage)]
            else:
                said[0], felt = replace(said[0], feeling=stage.own.feeling), []
        yield from (*said, *felt)

    def _first(self, stage: int, voices: Sequence[PosterVoice]) -> tuple[Flag, ...]:
        """Return the first voice that fits alone or, if none does, the first feeling."""
        feelings = (replace(voice, text="") for voice in voices if voice.feeling)
        return next(filter(None, (self._beside(stage, [voice]) for voice in (*voices, *feelings))), ())

    def _beside(self, stage: int, voices: Sequence[PosterVoice]) -> tuple[Flag, ...]:
        """Fit voices side by side into the column of a stage, in the order of the journey; nothing if one does not fit.

        A column that is too narrow for thoughts may hold a feeling.
        """
        left, width = self._columns.stages[stage]
        each = (width + _GAP) / len(voices) - _GAP
        if each < s.VOICE_MIN and (len(voices) > 1 or voices[0].text):
            return ()
        ordered = sorted(voices, key=lambda voice: voice.moment.number)
        flags = [self._planner.flag(voice, min(each, self._planner.widest)) for voice in ordered]
        placed = [flag._replace(x=left + index * (each + _GAP) - GAP) for index, flag in enumerate(flags) if flag]
        return tuple(placed) if len(placed) == len(flags) else ()


def opening(poster: PosterChart, ruler: TextMeasurer, *, most: int) -> FittedBlock | None:
    """Fit the scenario across the whole width, if it has at most so many lines."""
    if not poster.opening:
        return None
    label = poster.opening.label or ""
    head = ruler.lines(label, s.VOICE_HEAD, s.RIGHT - s.LEFT)
    text = ruler.lines(poster.opening.text, s.VOICE, s.RIGHT - s.LEFT)

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        placed_lines(head, x, y, s.VOICE_HEAD, out)
        placed_lines(text, x, y + len(head) * s.VOICE_HEAD.leading, s.VOICE, out, fill="soft")

    height = len(head) * s.VOICE_HEAD.leading + len(text) * s.VOICE.leading
    return FittedBlock(height, place) if len(text) <= most else None


def star_row(poster: PosterChart, columns: PosterColumns) -> FittedBlock:
    """Fit the stars of moments of truth, above the numbers."""
    starred = [moment for moment in poster.signs if moment.starred]
    radius, places = star_places(poster, columns)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for moment in starred:
            sign = star(places[moment.id], y + radius, radius)
            out.append(Group((sign,), None, f"poster-emotion-{moment.id}"))

    shown = starred and len(poster.moments) <= s.RIBBON
    return FittedBlock(2 * radius if shown else 0.0, place)

"""Explanations of the codes about observed journeys: the snapshot, and the events that it is counted from."""

from mapgen.diagnostics.codes.explanation import Explanation

OBSERVATIONS = (
    Explanation(
        code="unreadable-snapshot",
        summary="The snapshot of observed counts cannot be read.",
        why="A file that ends in .observed.json beside a spec holds what `mapgen observe` counted. It is JSON of at"
        " most 20 MB with counts, ids and dates that hold together. Figures of a file that is damaged are not shown."
        " Run `mapgen observe` again, restore the file with git, or delete it to build the map without observed"
        " figures.",
    ),
    Explanation(
        code="newer-snapshot",
        summary="The snapshot of observed counts was written by a newer mapgen.",
        why="Its figures may mean something else than this version knows, so they are not read. Update mapgen.",
    ),
    Explanation(
        code="edited-snapshot",
        summary="The snapshot of observed counts is not as `mapgen observe` wrote it.",
        why="A snapshot ends with a digest of what it holds. When git merges two snapshots line by line, or somebody"
        " edits one, counts of different data stand side by side, and shares that are computed from them are wrong."
        " Take one of the two files as a whole, or run `mapgen observe` again.",
    ),
    Explanation(
        code="unreadable-survey",
        summary="A table of answers to a survey cannot be read.",
        why="`mapgen observe --survey` counts the rows of a CSV file that has the columns `touchpoint` (or `stage`),"
        " `question` and `answer`.",
    ),
    Explanation(
        code="unusable-answer",
        summary="Rows of a survey were not counted.",
        why="Each row needs a touchpoint or stage of the journey, a question (nps, csat or ces) and a whole number of"
        " its scale. The rows are not shown, since they may hold what somebody wrote.",
    ),
)

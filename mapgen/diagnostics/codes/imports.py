"""Explanations of the codes of `mapgen import`."""

from mapgen.diagnostics.codes.explanation import Explanation

IMPORTS = (
    Explanation(
        code="import-failed",
        summary="A file cannot be imported.",
        why="The file has no journey to read, is damaged, or is larger than mapgen reads. No spec was written.",
    ),
    Explanation(
        code="import-dropped",
        summary="A part of an imported file is not in the spec.",
        why="The language has no place for it, or it cannot be read. Add it to the spec by hand where it matters.",
    ),
    Explanation(
        code="import-guess",
        summary="A part of an imported file can be read in several ways, and one was chosen.",
        why="Files of other tools leave open what a spec says. Check the spec in this place; options of"
        " `mapgen import`, such as `--map`, choose another way.",
    ),
    Explanation(
        code="import-doubt",
        summary="A part of an imported file looks like a mistake.",
        why="The file was read as it is, or as it was probably meant, as the message says.",
    ),
)

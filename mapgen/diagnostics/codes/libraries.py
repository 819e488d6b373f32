"""Explanations of the codes about libraries; none has an example, because a library is a file of its own."""

from mapgen.diagnostics.codes.explanation import Explanation

LIBRARIES = (
    Explanation(
        code="unknown-library",
        summary="A library under `uses` does not exist.",
        why="A path under `uses` starts in the folder of the file that names the library.",
    ),
    Explanation(
        code="unusable-library",
        summary="A library under `uses` cannot be used.",
        why="A library is a regular file of at most 1 MB in the same repository, and its name ends in .library.yaml. "
        "Without a repository, it is in the folder of the settings or, without settings, of the spec, or below. "
        "Links that leave that folder are not followed. A spec uses at most 10 libraries.",
    ),
    Explanation(
        code="library-cycle",
        summary="Libraries use each other.",
        why="A library can use others, but none that uses it: the declarations of a file replace those of the "
        "libraries that it uses, and in a cycle none comes first.",
    ),
    Explanation(
        code="broken-library",
        summary="A library under `uses` has errors.",
        why="The errors of a library are reported once, for the library. Until they are fixed, no spec that uses it "
        "has a map, because references could lead nowhere.",
    ),
)

"""Explanations of the codes about files, settings and the environment."""

from mapgen.diagnostics.codes.explanation import Explanation

ENVIRONMENT = (
    Explanation(
        code="unreadable-file",
        summary="A spec, theme or settings file cannot be read.",
        why="mapgen reads regular files only, not folders, pipes or devices: specs of up to 10 MB, themes and"
        " settings of up to 1 MB.",
    ),
    Explanation(
        code="bad-block",
        summary="A block named `mapgen` in a page of documentation cannot be followed.",
        why="A block has either a spec or the option `file`, which names a spec in the same repository. Its other"
        " options choose what is drawn, such as `view=flow`.",
    ),
    Explanation(
        code="bad-marker",
        summary="A marker of `mapgen inject` in a Markdown file cannot be followed.",
        why="A line `<!-- mapgen: checkout.journey.yaml view=poster -->` and a line `<!-- /mapgen -->` below it enclose"
        " the map of a spec in the same repository. Pairs of markers cannot be nested. Until all markers of all named"
        " files can be followed, nothing is written.",
    ),
    Explanation(
        code="stale-marker",
        summary="What is between two markers of `mapgen inject` is not what its spec says.",
        why="`mapgen inject --check` reports Markdown files that were not updated after a change of a spec, or that"
        " were edited by hand between the markers.",
    ),
    Explanation(
        code="unusable-image",
        summary="An image of the spec, or the logo of the theme, cannot be used.",
        why="Images are embedded in the map. An image must be a complete PNG, JPEG or WebP of at most 5 MB (a logo:"
        " 1 MB) and 40 million pixels, with a file name that matches its format, located in the folder of the spec"
        " or theme or below it. All images of a spec may have at most 50 MB and 400 million pixels together. Symbolic"
        " links that leave that folder are not followed.",
    ),
    Explanation(
        code="unusable-source",
        summary="Quotes cannot be searched in a text file that evidence names.",
        why="`sources` of evidence that end in .txt, .md, .vtt or .srt are text files in which quotes are searched."
        " Such a file must be UTF-8 text of at most 2 MB in the same repository; symbolic links that leave it are not"
        " followed. A spec can name at most 100 such files with 20 MB together, and at most 500 million characters are"
        " compared. Quotes of the evidence that are in none of its other files are not verified.",
    ),
    Explanation(
        code="bad-color",
        summary="A color in a theme is not written as a hex color.",
        why="A color is `#` and six hex digits, in quotes, because an unquoted `#` starts a comment in YAML. Other"
        " color formats are not rendered the same by all programs that display a map.",
    ),
    Explanation(
        code="low-contrast",
        summary="Two adjacent colors of a theme have too little contrast.",
        why="WCAG 2.2 AA requires a contrast of 4.5:1 for text and of 3:1 for graphics. Below that, some readers"
        " cannot read the map. The map is built anyway.",
    ),
    Explanation(
        code="undrawn-view",
        summary="A view of the journey cannot be drawn; the other views are built.",
        why="A flow can have more edges than a drawing can show. For a view that was requested with `--view`, this is"
        " an error.",
    ),
    Explanation(
        code="flow-without-graphviz",
        summary="The flow is laid out in spec order, because Graphviz is missing or failed.",
        why="mapgen uses Graphviz to decide which touchpoints of a stage go side by side. It uses the executable that"
        " `MAPGEN_DOT` names, then the package graphviz-pure, then `dot` on the PATH. Without any of them, the"
        " touchpoints are placed in spec order, so the drawing can differ from one that was laid out with Graphviz.",
    ),
    Explanation(
        code="not-in-format",
        summary="A file format has no place for parts of the journey, or shows them in another way.",
        why="Some formats hold less than a spec: a Mermaid journey has stages, touchpoints, scores from 1 to 5 and"
        " personas. The file is written anyway, and the message counts what is missing, so that nobody takes it for"
        " the whole journey. Other formats, such as HTML and JSON, hold all of it.",
    ),
    Explanation(
        code="text-without-font",
        summary="A PNG or PDF lacks some text, because no installed font has its characters.",
        why="An SVG or HTML page is rendered with the fonts of the reader's browser; a PNG or PDF is rendered with the"
        " fonts of the machine that builds it. A character that no font has is missing from a PNG and a box in a PDF."
        " The message names the scripts and the first characters. On Debian and Ubuntu, install fonts-noto-core (most"
        " scripts), fonts-noto-cjk (Chinese, Japanese, Korean) and fonts-noto-color-emoji. On Fedora, install one"
        " package per script, such as google-noto-sans-devanagari-vf-fonts, as well as google-noto-sans-cjk-vf-fonts"
        " and google-noto-color-emoji-fonts. macOS and Windows include fonts for most scripts; for the rest, install"
        " the Noto Sans families from fonts.google.com/noto. With `mapgen build --fail-on warning`, the build fails.",
    ),
    Explanation(
        code="settings-syntax",
        summary="`mapgen.toml` or `pyproject.toml` is not valid TOML.",
        why="Without readable settings, mapgen could build something other than intended, so it stops.",
    ),
    Explanation(
        code="bad-setting",
        summary="A setting is unknown, has the wrong type, or points outside the folder of the settings file.",
        why="The settings are `specs`, `output`, `formats`, `views`, `theme`, `lanes`, `flavor`, `width`, `paper`,"
        " `appendix`, `fonts`, `scale`, `heading-level`, `with-history` and `audit`. Settings come with a"
        " repository, so their paths must stay below their own folder; paths on the command line may point anywhere.",
    ),
    Explanation(
        code="missing-map",
        summary="A map that `mapgen build` would write does not exist.",
        why="Maps are committed next to their specs for readers who do not run mapgen. When you add a spec, build and"
        " commit its maps too.",
    ),
    Explanation(
        code="stale-map",
        summary="A map is out of date.",
        why="The spec, the settings or the mapgen version changed, and the map was not rebuilt. The map itself was not"
        " edited. Line endings are ignored, and so is the release that embedded the font.",
    ),
    Explanation(
        code="edited-map",
        summary="A map was edited by hand, or was not generated by mapgen.",
        why="The next build would overwrite the edit, so make the change in the spec. Maps end with a checksum, which"
        " distinguishes an edited map from one that is out of date.",
    ),
    Explanation(
        code="orphaned-map",
        summary="A map whose spec no longer exists.",
        why="The spec was deleted or renamed, but its map was not. The map can no longer be updated, and readers may"
        " take it for current. Only files marked as generated by mapgen are reported.",
    ),
    Explanation(
        code="usage",
        summary="Invalid command line.",
        why="Run `mapgen --help` for the list of commands, and `mapgen COMMAND --help` for the options of one.",
    ),
    Explanation(
        code="file-error",
        summary="A file cannot be found or written.",
        why="A run writes either all of its maps or none; existing files stay unchanged.",
    ),
    Explanation(
        code="cannot-write",
        summary="Writing to standard output failed.",
        why="The disk is full, or the program that reads the output failed.",
    ),
    Explanation(
        code="cannot-open",
        summary="The system refused to open a file that mapgen needs.",
        why="A file that is installed with mapgen may be missing, or too many files are open.",
    ),
    Explanation(
        code="out-of-memory",
        summary="Not enough memory to build the map.",
        why="A map with 10,000 touchpoints needs about 600 MB.",
    ),
    Explanation(
        code="missing-package",
        summary="A package that mapgen needs is not installed or cannot be imported.",
        why="These packages are installed together with mapgen. They may have been removed, be too old, or be built"
        " for another Python version. The hint contains the command that installs the package for the Python that runs"
        " mapgen.",
    ),
    Explanation(
        code="internal-error",
        summary="Internal error in mapgen.",
        why="No spec should cause this. Run again with `MAPGEN_DEBUG=1` in the environment to get a traceback, and"
        " please report it together with the spec.",
    ),
)

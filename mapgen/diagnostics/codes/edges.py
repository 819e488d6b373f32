"""Files, settings and machines: explanations of the codes that are told around a spec, not in it."""

from mapgen.diagnostics.codes.explanation import Explanation

EDGES = (
    Explanation(
        code="unreadable-file",
        summary="A spec, a theme or a settings file cannot be read.",
        why="Only a regular file is read, a spec of at most 10 MB, a theme or settings of at most 1 MB:"
        " not a folder, a pipe or a device.",
    ),
    Explanation(
        code="unusable-image",
        summary="An image of the spec, or the logo of the theme, cannot be shown.",
        why="An image is embedded in the map, so it has to be a PNG, JPEG or WebP of at most 5 MB (a logo: 1 MB)"
        " that really lies in the folder of the spec or of the theme or below; links that lead out of it do not count.",
    ),
    Explanation(
        code="bad-color",
        summary="A colour of a theme is not written as one.",
        why="A colour is # and six digits from 0 to f, in quotes, because # begins a comment in YAML. Other ways to"
        " write colours mean different things to different programs that show a map.",
    ),
    Explanation(
        code="low-contrast",
        summary="Two colours of a theme that stand on each other are too much alike.",
        why="WCAG 2.2 AA wants a contrast of 4.5:1 for text and of 3:1 for shapes that have to be seen. Below that,"
        " some readers will not be able to read the map; it is drawn all the same.",
    ),
    Explanation(
        code="undrawn-view",
        summary="A view of the journey cannot be drawn; the others are made.",
        why="A flow may have more ways than a picture can show; a view that was named with `--view` is an error.",
    ),
    Explanation(
        code="flow-without-graphviz",
        summary="The flow is drawn in the order of the map, because Graphviz is missing or failed.",
        why="Graphviz finds out which touchpoints of a stage to place side by side. mapgen uses the one that"
        " `MAPGEN_DOT` names, else the one of the package graphviz-pure, else `dot` on the path. Without it, the"
        " touchpoints are placed in the order of the spec, so the picture may differ from one that was made with it.",
    ),
    Explanation(
        code="text-without-font",
        summary="A PNG or PDF lacks text, because no installed font has its characters.",
        why="A reader's browser brings fonts of its own to an SVG or a page; a PNG and a PDF have the fonts of the"
        " machine that makes them. Where none has a character, a PNG leaves it out and a PDF shows a box. The message"
        " names the scripts and the first characters. Debian and Ubuntu have most scripts in fonts-noto-core, Chinese,"
        " Japanese and Korean in fonts-noto-cjk, emoji in fonts-noto-color-emoji. Fedora has one a script, such as"
        " google-noto-sans-devanagari-vf-fonts, besides google-noto-sans-cjk-vf-fonts and"
        " google-noto-color-emoji-fonts. macOS and Windows bring fonts for most scripts; the families Noto Sans of"
        " fonts.google.com/noto have the rest. `mapgen build --fail-on warning` makes it an error.",
    ),
    Explanation(
        code="settings-syntax",
        summary="The settings in `mapgen.toml` or `pyproject.toml` are not TOML.",
        why="What cannot be read cannot be followed, and building something else than was meant would be worse.",
    ),
    Explanation(
        code="bad-setting",
        summary="A setting is not known, has the wrong type, or leads out of the folder of the settings.",
        why="The settings are `specs`, `output`, `formats`, `views`, `theme`, `lanes`, `flavor`, `width`, `paper`,"
        " `fonts`, `scale`, `with-history` and `audit`. They come with a repository, so they may name only what lies"
        " below their own folder; the command line may name anything.",
    ),
    Explanation(
        code="missing-map",
        summary="A map that `mapgen build` would make is not there.",
        why="Maps that are kept beside their specs are read by people who do not run mapgen. Who adds a spec adds its"
        " maps.",
    ),
    Explanation(
        code="stale-map",
        summary="A map is not what its spec gives now.",
        why="Somebody changed the spec, the settings or the version of mapgen and did not build the map anew; nobody"
        " changed the map itself. Line ends do not count, nor does which release wrote the embedded font.",
    ),
    Explanation(
        code="edited-map",
        summary="A map was edited by hand, or mapgen did not make it.",
        why="The next build would write over what was changed, so it belongs in the spec. A map bears a checksum at its"
        " end, by which an edit is told from a map that is only old.",
    ),
    Explanation(
        code="orphaned-map",
        summary="A map has lost its spec.",
        why="The spec was removed or renamed, and its map stayed. Nobody can change that map any more, and who finds it"
        " takes it for true. Only files that say that mapgen made them are called orphans.",
    ),
    Explanation(
        code="usage",
        summary="The command was typed in a way that it does not know.",
        why="`mapgen --help` lists the commands, and each command has a `--help` of its own.",
    ),
    Explanation(
        code="file-trouble",
        summary="A file cannot be found or written.",
        why="The maps of one run are written all or not at all; what was there before is there still.",
    ),
    Explanation(
        code="cannot-write",
        summary="Standard output takes no more.",
        why="The disk behind it is full, or what reads it has failed.",
    ),
    Explanation(
        code="cannot-open",
        summary="The system refused to open a file that mapgen needs.",
        why="Files that come with mapgen may be missing, or too many files are open at once.",
    ),
    Explanation(
        code="out-of-memory",
        summary="There is not enough memory for the map.",
        why="A map of 10,000 touchpoints takes about 600 MB.",
    ),
    Explanation(
        code="missing-package",
        summary="A package that mapgen needs is not installed, or cannot be imported.",
        why="The packages that mapgen needs are installed with it, and may be lost, too old or made for another Python."
        " The hint is the command that installs the package for the Python that runs mapgen.",
    ),
    Explanation(
        code="internal-error",
        summary="mapgen itself has a fault.",
        why="No spec should be able to cause this. With `MAPGEN_DEBUG=1` in the environment it shows where it happened;"
        " a report of that, with the spec, is welcome.",
    ),
)

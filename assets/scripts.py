"""The scripts of the HTML pages -> the same, minified, in `templates/html`.

`make scripts` runs it; it needs Node.js, whose npx brings esbuild. What it writes is in git, so that nobody who builds
a page needs either.
"""

import subprocess
from pathlib import Path

from mapgen.render.page import javascript

ESBUILD = "esbuild@0.28.2"
FOLDER = Path(__file__).parents[1] / "templates" / "html"


def main() -> None:
    """Write the files."""
    for page in javascript.FILES:
        minified = subprocess.run(
            ("npx", "--yes", ESBUILD, "--minify", "--charset=utf8"),
            input=javascript.source(page),
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        text = f"{javascript.stamp(page)}\n{minified}"
        (FOLDER / f"{page}.min.js").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Builds the site: `python -m website.make` puts the pages into `build/docs`, and the site into `build/site`.

`--accept` also writes `docs/llms.txt`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from website import llms, pages

CONFIG = pages.ROOT / "website/mkdocs.yml"


def assemble(folder: Path) -> None:
    """Write all pages and the settings of the builder into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for name in pages.sources():
        (docs / name).write_text(pages.page(name), encoding="utf-8", newline="\n")
    (docs / "llms.txt").write_text(llms.index(), encoding="utf-8", newline="\n")
    (docs / "llms-full.txt").write_text(llms.full(), encoding="utf-8", newline="\n")
    shutil.copytree(pages.ROOT / "examples", docs / "examples", ignore=shutil.ignore_patterns("*.journey.[!y]*"))
    nav = [{"mapgen": "index.md"}, *({section: names} for section, names in pages.nav().items())]
    settings = CONFIG.read_text(encoding="utf-8").replace("../build/", "")
    (folder / "mkdocs.yml").write_text(settings + yaml.safe_dump({"nav": nav}, sort_keys=False), encoding="utf-8")


def build(folder: Path) -> int:
    """Build the site of a folder in strict mode, and return the exit code of the builder."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", str(folder / "mkdocs.yml")]
    return subprocess.run(command, cwd=folder, check=False).returncode


def main() -> int:
    """Build the site, or write the file that is committed."""
    if "--accept" in sys.argv[1:]:
        (pages.ROOT / "docs/llms.txt").write_text(llms.index(), encoding="utf-8", newline="\n")
    assemble(pages.ROOT / "build")
    return build(pages.ROOT / "build")


if __name__ == "__main__":
    sys.exit(main())

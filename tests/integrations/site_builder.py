"""Small sites in a temporary folder, and the builders that make them."""

import os
import re
import subprocess
import sys
import tomllib
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import html5lib
from lxml import etree

ROOT = Path(__file__).parents[2]
SPEC = """\
title: Morning coffee
stages:
  - name: Order
    touchpoints:
      - {name: Waits in line, emotion: -1}
      - {name: Pays, emotion: 2}
"""
BROKEN = SPEC.replace("touchpoints", "touchponts")
SVG = "{http://www.w3.org/2000/svg}"


def write(folder: Path, **files: str) -> None:
    """Write files by their names, in which `__` is a dot and `_in_` a slash."""
    for name, text in files.items():
        path = folder / name.replace("_in_", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a builder of documentation as a module, with mapgen as it is installed from this checkout."""
    installed = folder / "installed"
    _install(installed)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(installed))),
        "PYTHONIOENCODING": "utf-8",
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _install(folder: Path) -> None:
    """Write what an installer writes: the names by which other programs find parts of mapgen."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / "mapgen-0.0.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mapgen\nVersion: 0.0.0\n", encoding="utf-8")
    names = (f"{name} = {target}\n" for name, target in project["entry-points"]["markdown.extensions"].items())
    (info / "entry_points.txt").write_text(f"[markdown.extensions]\n{''.join(names)}", encoding="utf-8")


def pictures(page: str) -> list[dict[str, str]]:
    """Return the attributes of each picture on a page, and as `svg` what it shows."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    images = [dict(image.attrib) for image in tree.iter("img") if image.attrib["src"].startswith("data:image/svg+xml")]
    return [{**image, "svg": unquote(image["src"].partition(",")[2])} for image in images]


def texts(svg: str) -> str:
    """Return what can be read in a picture."""
    root = etree.fromstring(svg.encode())
    return " ".join(str(text.xpath("string()")) for text in root.iter(f"{SVG}text"))


def plain(page: str) -> str:
    """Return a page without its markup."""
    return unescape(re.sub(r"<[^>]*>", " ", page))

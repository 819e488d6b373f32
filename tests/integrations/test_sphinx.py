"""The directive `mapgen` of Sphinx, in small sites that Sphinx builds."""

import os
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.integrations.site_builder import BROKEN, SPEC, pictures, run, texts, write

pytestmark = pytest.mark.skipif(find_spec("sphinx") is None, reason="sphinx is in the group docs")
needs_myst = pytest.mark.skipif(find_spec("myst_parser") is None, reason="myst-parser is in the group docs")

CONF = """\
extensions = ["mapgen.integrations.sphinx"]
html_theme = "basic"
latex_documents = [("index", "a.tex", "A", "B", "howto")]
"""
PAGE = f"""\
Coffee
======

.. mapgen:: coffee.journey.yaml
   :view: flow

* In a list:

  .. mapgen::
     :alt: Before <b> & after

     {SPEC.replace(chr(10), chr(10) + "     ")}
"""


def build(folder: Path, builder: str = "html", *options: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "sphinx", "-W", "--keep-going", "-b", builder, *options, ".", f"built/{builder}")


def site(folder: Path, page: str = PAGE, spec: str = SPEC) -> None:
    write(folder, conf__py=CONF, index__rst=page, coffee__journey__yaml=spec)


def test_a_page_shows_maps(tmp_path: Path) -> None:
    site(tmp_path)

    built = build(tmp_path)

    assert built.returncode == 0, built.stderr
    file, inline = pictures((tmp_path / "built/html/index.html").read_text(encoding="utf-8"))
    assert file["alt"].startswith("Flow. Morning coffee")
    assert inline["alt"] == "Before <b> & after"
    assert "Waits in line" in texts(inline["svg"])
    assert "mapgen.css" in (tmp_path / "built/html/index.html").read_text(encoding="utf-8")
    assert "color-scheme: dark" in (tmp_path / "built/html/_static/mapgen.css").read_text(encoding="utf-8")


def test_a_page_is_written_again_when_its_spec_has_changed(tmp_path: Path) -> None:
    site(tmp_path)
    build(tmp_path)
    spec = tmp_path / "coffee.journey.yaml"
    spec.write_text(SPEC.replace("Waits in line", "Finds a seat"), encoding="utf-8")
    os.utime(spec, (2e9, 2e9))

    built = build(tmp_path)

    assert built.returncode == 0, built.stderr
    file, _ = pictures((tmp_path / "built/html/index.html").read_text(encoding="utf-8"))
    assert "Finds a seat" in texts(file["svg"])


def test_a_broken_spec_is_a_warning_at_its_line(tmp_path: Path) -> None:
    site(tmp_path, PAGE.replace("touchpoints", "touchponts"), BROKEN)

    built = build(tmp_path)

    assert built.returncode == 1
    assert built.stderr.count("hint: did you mean `touchpoints`?") == 2
    assert "index.rst:4: WARNING: this map cannot be drawn" in built.stderr
    assert " --> coffee.journey.yaml:4:5" in built.stderr
    assert " --> index.rst:15:5" in built.stderr


@needs_myst
def test_a_page_in_markdown_shows_maps_and_names_its_lines(tmp_path: Path) -> None:
    fence = f"```{{mapgen}}\n:view: map\n\n{SPEC}```\n"
    page = f"# Coffee\n\n```{{mapgen}} coffee.journey.yaml\n:view: flow\n```\n\n{fence}\n"
    site(tmp_path)
    (tmp_path / "index.rst").unlink()
    write(tmp_path, conf__py=CONF.replace("]", ', "myst_parser"]', 1), index__md=page)

    good = build(tmp_path)
    shown = pictures((tmp_path / "built/html/index.html").read_text(encoding="utf-8"))
    write(tmp_path, index__md=f"{page}{fence.replace('touchpoints', 'touchponts')}")
    bad = build(tmp_path)

    assert good.returncode == 0, good.stderr
    assert [picture["alt"][:5] for picture in shown] == ["Flow.", "Morni"]
    assert bad.returncode == 1
    line = (tmp_path / "index.md").read_text(encoding="utf-8").splitlines().index("    touchponts:") + 1
    assert f" --> index.md:{line}:5" in bad.stderr


def test_a_spec_outside_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    site(tmp_path / "docs", "A\n=\n\n.. mapgen:: ../out.journey.yaml\n")
    write(tmp_path, out__journey__yaml=SPEC)

    built = build(tmp_path / "docs")

    assert built.returncode == 1
    assert 'the file "../out.journey.yaml" cannot be used: it is outside the folder' in built.stderr


@pytest.mark.skipif(find_spec("typst") is None, reason="typst is the extra pdf")
def test_latex_gets_the_map_as_a_pdf(tmp_path: Path) -> None:
    site(tmp_path)

    built = build(tmp_path, "latex")

    assert built.returncode == 0, built.stderr
    document = (tmp_path / "built/latex/a.tex").read_text(encoding="utf-8")
    names = re.findall(r"\\sphinxincludegraphics\[[^]]*\]\{\{(map-\w+)\}\.pdf\}", document)
    assert len(names) == 2
    assert all((tmp_path / f"built/latex/{name}.pdf").read_bytes().startswith(b"%PDF") for name in names)


def test_builders_without_images_get_the_alternative_text(tmp_path: Path) -> None:
    site(tmp_path)

    built = build(tmp_path, "text")

    assert built.returncode == 0, built.stderr
    assert "Before <b> & after" in (tmp_path / "built/text/index.txt").read_text(encoding="utf-8")

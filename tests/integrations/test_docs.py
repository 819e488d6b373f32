"""What docs/publish.md says is so."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from markdown import markdown

from mapgen.integrations.block import OPTIONS
from mapgen.integrations.markdown import MapExtension
from tests.integrations.site_builder import ROOT, SPEC, pictures, run, write

PAGE = (ROOT / "docs/publish.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^````markdown\n(```mapgen.*?)^````$", PAGE, re.MULTILINE | re.DOTALL)
DIRECTIVES = re.findall(r"^```rst\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def rows(section: str) -> list[str]:
    """Return the names in the first column of the last table of a section."""
    _, _, text = PAGE.partition(f"\n## {section}\n")
    return re.findall(r"^\| `([^`]+)` \|", text.partition("\n## ")[0], re.MULTILINE)


def test_there_are_blocks() -> None:
    assert len(BLOCKS) >= 2


@pytest.mark.parametrize("text", BLOCKS)
def test_each_block_is_drawn(text: str, tmp_path: Path) -> None:
    (tmp_path / "checkout.journey.yaml").write_text(SPEC, encoding="utf-8")

    assert len(pictures(markdown(text, extensions=[MapExtension(docs_dir=str(tmp_path))]))) == 1


def test_all_options_and_settings_are_described() -> None:
    assert rows("Options of a block") == list(OPTIONS)
    assert rows("MkDocs, Material for MkDocs and Zensical") == list(MapExtension().config)


@pytest.mark.skipif(find_spec("sphinx") is None, reason="sphinx is in the group docs")
def test_each_directive_is_drawn(tmp_path: Path) -> None:
    (conf,) = re.findall(r"^```python\n(extensions.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (page,) = DIRECTIVES
    write(tmp_path, conf__py=conf, index__rst=f"A\n=\n\n{page}", checkout__journey__yaml=SPEC)

    built = run(tmp_path, "sphinx", "-W", "-b", "html", ".", "built")

    assert built.returncode == 0, built.stderr
    assert len(pictures((tmp_path / "built/index.html").read_text(encoding="utf-8"))) == 2

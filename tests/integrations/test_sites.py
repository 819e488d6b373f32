"""Real builders make small sites with maps, and stop at a broken spec."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.integrations.site_builder import BROKEN, SPEC, pictures, run, texts, write

PAGE = """\
---
title: Coffee
---
# Coffee

```mapgen file=coffee.journey.yaml
```

- In a list:

    ```mapgen view=flow
    {inline}
    ```
"""

needs_mkdocs = pytest.mark.skipif(find_spec("mkdocs") is None, reason="mkdocs is in the group docs")
needs_material = pytest.mark.skipif(find_spec("material") is None, reason="mkdocs-material is in the group docs")
needs_zensical = pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is in the group docs")


def site(folder: Path, spec: str = SPEC, inline: str = SPEC, theme: str = "mkdocs") -> None:
    """Write a site of one page, with a map in a file and one in a list."""
    write(
        folder,
        mkdocs__yml=f"site_name: Café\ntheme: {theme}\nmarkdown_extensions: [pymdownx.superfences, mapgen]\n",
        docs_in_coffee__journey__yaml=spec,
        docs_in_index__md=PAGE.format(inline=inline.strip().replace("\n", "\n    ")),
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("mkdocs", "mkdocs"), marks=needs_mkdocs, id="mkdocs"),
        pytest.param(("mkdocs", "material"), marks=[needs_mkdocs, needs_material], id="material"),
        pytest.param(("zensical", "material"), marks=needs_zensical, id="zensical"),
    ],
)
def test_a_site_shows_maps(command: tuple[str, str], tmp_path: Path) -> None:
    builder, theme = command
    site(tmp_path, theme=theme)

    built = run(tmp_path, builder, "build", "--strict")

    assert built.returncode == 0, built.stdout + built.stderr
    file, inline = pictures((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert "Waits in line" in texts(file["svg"])
    assert inline["alt"].startswith("Flow. Morning coffee")


@needs_mkdocs
def test_a_broken_spec_stops_mkdocs_where_it_is_strict(tmp_path: Path) -> None:
    site(tmp_path, spec=BROKEN, inline=BROKEN)

    built = run(tmp_path, "mkdocs", "build", "--strict")

    assert built.returncode == 1
    assert "docs/index.md:6: this map cannot be drawn" in built.stderr
    assert "--> docs/coffee.journey.yaml:4:5" in built.stderr
    assert "--> docs/index.md:15:5" in built.stderr
    assert built.stderr.count("hint: did you mean `touchpoints`?") == 2
    assert "Traceback" not in built.stderr


@needs_mkdocs
def test_a_broken_spec_is_shown_where_mkdocs_is_not_strict(tmp_path: Path) -> None:
    site(tmp_path, spec=BROKEN)

    built = run(tmp_path, "mkdocs", "build")

    assert built.returncode == 0
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "This map cannot be drawn" in page
    assert len(pictures(page)) == 1


@needs_zensical
def test_a_broken_spec_stops_zensical(tmp_path: Path) -> None:
    site(tmp_path, spec=BROKEN, theme="material")

    built = run(tmp_path, "zensical", "build", "--strict")

    assert built.returncode == 1
    assert "docs/index.md:6: this map cannot be drawn" in built.stderr
    assert "--> docs/coffee.journey.yaml:4:5" in built.stderr

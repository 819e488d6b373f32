"""The site of the documentation builds in strict mode, and the files for language models are short and up to date."""

import re
import tomllib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.integrations.site_builder import pictures, run
from website import llms, make, pages

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    if find_spec("zensical") is None:
        pytest.skip("zensical is in the group docs")
    folder = tmp_path_factory.mktemp("site")
    make.assemble(folder)
    built = run(folder, "zensical", "build", "--clean", "--strict", "-f", "mkdocs.yml")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def shown(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_each_page_of_the_docs_is_on_the_site(site: Path) -> None:
    names = {page.removesuffix(".md") for page in pages.sources()}

    assert {"index", "start", "gallery", "language", "contributing"} <= names
    assert {path.stem for path in site.glob("*.html")} - {"404"} == names
    home = shown(site, "index.html")
    assert [name for name in names if not re.search(rf'href="(\./)?{name}\.html"', home) and name != "index"] == []


def test_the_gallery_shows_a_map_of_each_example(site: Path) -> None:
    specs = sorted(path.stem.removesuffix(".journey") for path in (ROOT / "examples").glob("*/*.journey.yaml"))
    gallery = shown(site, "gallery.html")

    assert [spec for spec in specs if f'id="{spec}"' not in gallery] == []
    assert len(pictures(gallery)) == len(specs) + 1
    assert len(pictures(shown(site, "index.html"))) == 2
    assert all(picture["alt"] for picture in pictures(gallery))


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    loaded = [
        address
        for page in site.glob("*.html")
        for address in re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="(https?:[^"]*)"', page.read_text("utf-8"))
    ]

    assert loaded == []


def test_code_in_a_table_is_as_on_github(site: Path) -> None:
    assert "\\|" not in re.sub(r"(?s)<pre.*?</pre>", "", shown(site, "commands.html"))


def test_a_page_that_nobody_placed_is_in_the_guide() -> None:
    listed = [name for names in pages.nav().values() for name in names]

    assert sorted([*listed, "index.md"]) == sorted(pages.sources())
    assert {name for names in pages.NAV.values() for name in names} <= set(pages.sources())


def test_the_list_for_language_models_is_up_to_date(expect: Callable[[Path, str], None]) -> None:
    expect(ROOT / "docs/llms.txt", llms.index())


def test_the_links_in_the_list_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)]+)\)", llms.index())

    assert len(links) == sum(map(len, pages.NAV.values()))
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []


def test_the_files_for_language_models_are_short() -> None:
    assert len(llms.index()) < 5_000
    assert len(llms.full()) < 150_000
    assert all(f"# {pages.summary(name)[0]}\n" in llms.full() for name in llms.FULL)


def test_the_group_docs_has_what_builds_the_site() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]

    assert any(one.startswith("zensical>=") for one in groups["docs"])
    assert "strict: true\n" in make.CONFIG.read_text(encoding="utf-8")

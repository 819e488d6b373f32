"""A real browser: Debian's Chromium, or the one that $MAPGEN_CHROMIUM names. Without one, the tests here skip.

Chromium without its own windows (`chromium-headless-shell`) comes first: it takes two thirds of the time.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.browser.watching import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]
DESK = (1280, 900)
PHONE = (380, 760)
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
SWITCHES = (
    "--no-sandbox",  # of root, as which CI runs; the files that are opened are our own
    "--disable-gpu",
    "--font-render-hinting=none",  # the shell would round the widths of glyphs to whole pixels
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip(
        "playwright.sync_api", reason="no Playwright is here; `pip install --group browser` installs it"
    )
    program = os.environ.get("MAPGEN_CHROMIUM") or next(filter(None, map(which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium is here; install one, or name it in $MAPGEN_CHROMIUM")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Write a file and open it from the disk; what the browser says and loads meanwhile is kept."""
    contexts = []

    def open_file(
        name: str,
        content: str | bytes,
        scheme: Scheme = "light",
        *,
        size: tuple[int, int] = DESK,
        at: str = "",
        **options: Any,  # noqa: ANN401 - as Playwright takes them
    ) -> Watched:
        """`at` is the address' hash; options are those of Playwright's contexts."""
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        width, height = size
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        return Watched(context.new_page(), file.as_uri() + at)

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which is an npm package and so comes from elsewhere."""
    path = os.environ.get("MAPGEN_AXE")
    if not path:
        pytest.skip("no axe-core is here; `npm install axe-core` installs it, and $MAPGEN_AXE names its axe.min.js")
    return Path(path).read_text(encoding="utf-8")

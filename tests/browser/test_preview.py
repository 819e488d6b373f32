"""The preview in a browser: it follows each save, keeps what the reader sees, and shows errors in a bar below."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Scheme
from tests.browser.maps import EXAMPLES
from tests.browser.test_axe import VIOLATIONS
from tests.browser.watching import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
MUSIC = next(path for path in EXAMPLES if path.parent.name == "music-subscription")
TITLE = "Switching to a music subscription"
HOST = "([...document.documentElement.children].find((one) => one.shadowRoot)?.shadowRoot ?? document)"


class Preview:
    """A running `mapgen serve`, and the spec that it shows."""

    def __init__(self, folder: Path) -> None:
        self.spec = folder / MUSIC.name
        self.text = MUSIC.read_text(encoding="utf-8")
        self.save(self.text)
        self.address = self.begin("0")

    def begin(self, port: str) -> str:
        """Start it, and return its address."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mapgen", "serve", self.spec.name, "--no-open", "--port", port],
            cwd=self.spec.parent,
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout
        said = self.process.stdout.readline()
        assert self.process.stdout.readline()  # the map is drawn
        return said.split()[2].rstrip(";")

    def save(self, text: str) -> None:
        """Save the spec as careful editors do."""
        part = self.spec.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(self.spec)

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview of an example."""
    preview = Preview(tmp_path)
    yield preview
    preview.end()


@pytest.fixture
def watched(browser: "Browser", preview: Preview) -> Iterator[Watched]:
    """The page of the preview."""
    context = browser.new_context(viewport={"width": 900, "height": 600}, color_scheme="light")
    yield Watched(context.new_page(), preview.address)
    context.close()


def until(watched: Watched, condition: str) -> None:
    """Ask until the page is as it should be; its policy lets nothing but the debugger ask."""
    for _ in range(1000):
        if watched.ask(condition):
            return
        watched.page.wait_for_timeout(10)
    pytest.fail(f"never: {condition}")


def titled(title: str) -> str:
    return f"document.title === {title!r}"


SEEN = """() => [scrollX, scrollY, location.hash, document.querySelector(".zoom output").textContent,
  document.querySelectorAll("svg .out").length, document.querySelector(".panel").textContent,
  document.activeElement.id]"""


def test_a_save_is_shown_without_losing_what_the_reader_sees(preview: Preview, watched: Watched) -> None:
    watched.follow("owner=payments&open=touchpoint-enter-card&view=map")
    watched.page.focus("#map")
    watched.page.keyboard.press("+")
    until(watched, "history.state?.zoom?.['view-map'] > 0")
    watched.ask("scrollTo(30, 240)")
    before = watched.ask(SEEN)
    preview.save(preview.text.replace(TITLE, "Other title"))
    until(watched, titled("Other title"))
    until(watched, "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")

    assert watched.ask(SEEN) == before
    assert before[:3] == [30, 240, "#owner=payments&open=touchpoint-enter-card&view=map"]
    assert before[4] > 0
    assert before[5:] == [before[5], "map"]
    assert watched.said == []


def test_a_picture_that_has_changed_is_shown_before_the_rest_of_the_page(preview: Preview, watched: Watched) -> None:
    watched.follow("owner=payments")
    watched.ask(
        """() => {
          const faded = () => document.querySelectorAll("#map .lane .out").length;
          const before = faded();
          new MutationObserver(() => {
            const map = document.querySelector("#map");
            window.first ??= [document.title, map.textContent.includes("Start dancing tonight"), faded() === before];
          }).observe(document.querySelector("#map"), {childList: true, subtree: true});
        }"""
    )
    preview.save(preview.text.replace(TITLE, "Other title").replace("Start listening tonight", "Start dancing tonight"))
    until(watched, titled("Other title"))

    assert watched.ask("window.first") == [TITLE, True, True]
    assert watched.said == []


def test_many_saves_follow_each_other(preview: Preview, watched: Watched) -> None:
    for number in range(5):
        preview.save(preview.text.replace(TITLE, f"Title {number}"))
        until(watched, titled(f"Title {number}"))

    assert watched.ask("[...document.documentElement.children].filter((one) => one.shadowRoot).length") == 1
    assert watched.said == []


def test_what_is_wrong_is_a_thin_bar_under_the_last_good_map_until_it_is_mended(
    preview: Preview, watched: Watched
) -> None:
    preview.save(preview.text.replace("emotion:", "emotoin:", 1) + "x-note: <img src=x onerror=alert(1)>\n")
    until(watched, f"{HOST}.querySelector('details.error li') !== null")
    bar = watched.ask(f"{HOST}.querySelector('summary').innerText")

    assert bar.startswith("1 error · ")
    assert "has no key `emotoin`" in bar
    assert not watched.ask(f"{HOST}.querySelector('details').open")
    assert watched.ask(f"{HOST}.querySelector('details').offsetHeight") < 48
    assert watched.ask(f"{HOST}.querySelector('details').getBoundingClientRect().bottom === innerHeight")
    assert "showing the last successful build" in watched.ask(f"{HOST}.querySelector('[role=status]').textContent")
    assert watched.ask(titled(TITLE))
    preview.save(preview.text)
    until(watched, f"{HOST}.querySelector('details').hidden")
    assert watched.said == []


def test_the_bar_opens_and_closes_by_keyboard_and_stays_open_over_a_save(preview: Preview, watched: Watched) -> None:
    preview.save(preview.text.replace("emotion:", "emotoin:", 1))
    until(watched, f"{HOST}.querySelector('details.error li') !== null")
    watched.ask(f"{HOST}.querySelector('summary').focus()")
    watched.page.keyboard.press("Enter")
    shown = watched.ask(f"{HOST}.querySelector('details[open] li').innerText")

    assert f"{MUSIC.name}:" in shown
    assert "unknown-key" in shown
    assert "emotoin" in watched.ask(f"{HOST}.querySelector('mark').textContent")
    assert "emotion" in shown.rpartition("hint")[2]
    preview.save(preview.text.replace("emotion:", "emoton:", 1))
    until(watched, f"{HOST}.querySelector('details[open] mark').textContent.includes('emoton')")
    watched.page.keyboard.press("Escape")
    assert not watched.ask(f"{HOST}.querySelector('details').open")


def test_the_words_of_the_author_are_text_in_a_notice(preview: Preview, watched: Watched) -> None:
    preview.save(preview.text + "<img src=x onerror=alert(1)>: <script>alert(1)</script>\n")
    until(watched, f"{HOST}.querySelector('details.error li') !== null")

    assert "<img src=x onerror=alert(1)>" in watched.ask(f"{HOST}.querySelector('ol').textContent")
    assert watched.ask(f"{HOST}.querySelectorAll('img, script').length") == 0
    assert watched.said == []


def test_warnings_do_not_cover_the_map(preview: Preview, watched: Watched) -> None:
    (preview.spec.parent / "mapgen.toml").write_text('[theme.light]\nink = "#aaaaaa"\n')
    until(watched, f"{HOST}.querySelector('details:not([hidden]) li') !== null")

    assert watched.ask(f"{HOST}.querySelector('summary').textContent") == "1 warning"
    assert not watched.ask(f"{HOST}.querySelector('details').open")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_notice_has_no_barrier(preview: Preview, watched: Watched, axe: str, scheme: Scheme) -> None:
    watched.page.emulate_media(color_scheme=scheme)
    preview.save(preview.text.replace("emotion:", "emotoin:", 1))
    until(watched, f"{HOST}.querySelector('details.error li') !== null")
    watched.ask(f"() => {{ {axe} }}")

    assert watched.ask(VIOLATIONS) == []
    watched.ask(f"{HOST}.querySelector('summary').click()")
    assert watched.ask(VIOLATIONS) == []


def test_an_end_is_told_and_a_new_beginning_found(preview: Preview, watched: Watched) -> None:
    preview.end()
    until(watched, f"!{HOST}.querySelector('.ended').hidden")
    preview.save(preview.text.replace(TITLE, "Other title"))
    with watched.page.expect_navigation(wait_until="commit"):
        preview.begin(preview.address.rpartition(":")[2].strip("/"))

    until(watched, f"{titled('Other title')} && {HOST}.querySelector('.ended')?.hidden")

"""What a save takes until its picture is in the browser: the time of the clock, for a spec that is edited in a preview.

The median of some saves counts: this is what a person waits for, and other work on the machine is part of it. Without
Playwright and Chromium nothing is measured.
"""

import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from benchmarks.bench import COMMAND, TITLE, said, write
from benchmarks.page import SWITCHES

if TYPE_CHECKING:
    from playwright.sync_api import Page

STAGES, TOUCHPOINTS = 5, 10
SAVES = 15
BUDGET = 150  # milliseconds
PAUSE = 1200  # milliseconds between two saves, in which the rest of the page follows
EDITED = "The page takes too long"
MARK = """
const look = () => {
  const texts = [...document.querySelectorAll("#map svg")].map((svg) => svg.textContent).join(" ");
  const text = texts.match(/Saved [0-9]+ times/)?.[0];
  if (text && text !== window.seen) {
    window.seen = text;
    const painted = new MessageChannel();
    painted.port1.onmessage = () => console.log(`${text} at ${performance.timeOrigin + performance.now()}`);
    painted.port2.postMessage(null);
  }
  requestAnimationFrame(look);
};
look();
"""


def main() -> None:
    """Print the figure."""
    program = which("chromium") or which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        print("no Playwright or no Chromium is here: how soon a save is seen is not measured")
        return
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        spec = Path(write(Path(name) / "edited.journey.yaml", stages=STAGES, touchpoints=TOUCHPOINTS))
        with subprocess.Popen(
            (*COMMAND, "serve", str(spec), "--no-open", "--port", "0"), stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout, "it is asked for"  # noqa: S101 - tells mypy what the line above says
            address = process.stdout.readline().split()[4]
            browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
            times = list(saved(browser.new_page(), address, spec))
            browser.close()
            process.terminate()
    median = statistics.median(times)
    title = f"save to picture, {STAGES * TOUCHPOINTS} touchpoints"
    print(f"{title:{TITLE}}{median:9.0f} ms {said([(median, BUDGET, 'time')])}")


def saved(page: "Page", address: str, spec: Path) -> Iterator[float]:
    """Save a spec some times, and yield the milliseconds until the picture that shows it was painted."""
    seen: dict[str, float] = {}
    page.on("console", lambda message: seen.update(noted(message.text)))
    page.add_init_script(MARK)
    page.goto(address)
    text = spec.read_text(encoding="utf-8")
    for number in range(SAVES):
        page.wait_for_timeout(PAUSE)
        now = f"Saved {number} times"
        part = spec.with_suffix(".part")
        part.write_text(text.replace(EDITED, now, 1), encoding="utf-8")
        start = 1000 * time.time()
        part.replace(spec)
        while now not in seen:
            page.wait_for_timeout(10)
        yield seen[now] - start


def noted(text: str) -> dict[str, float]:
    """Return what a mark tells: which save was painted, and when."""
    found = re.fullmatch(r"(Saved \d+ times) at ([\d.]+)", text)
    return {found[1]: float(found[2])} if found else {}


if __name__ == "__main__":
    main()

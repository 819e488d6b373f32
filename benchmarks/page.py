"""What the page costs its reader: size, time until it can be used, the longest frame while it is moved, a filter.

A browser opens pages of a small and of a large journey. Without Playwright and Chromium only the sizes are told.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from subprocess import run
from typing import TYPE_CHECKING, Any

from benchmarks.bench import COMMAND, TITLE, said, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

SIZES = ((3, 5), (20, 100))
SWITCHES = ("--no-sandbox", "--disable-gpu")
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
FILTER = "location.hash = '#channel=shop'"


def main() -> None:
    """Print the figures of each size."""
    with tempfile.TemporaryDirectory() as name:
        pages = [(stages * touchpoints, made(Path(name), stages, touchpoints)) for stages, touchpoints in SIZES]
        for count, page in pages:
            small = count == SIZES[0][0] * SIZES[0][1]
            kilobytes = page.stat().st_size / 1000
            limits = said([(kilobytes, 250 if small else None, "size")])
            print(f"{f'page, {count:,} touchpoints':{TITLE}}{kilobytes:9.0f} kB {limits}")
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            print("no Playwright is here: what a browser takes is not measured")
            return
        program = which("chromium") or which("google-chrome")
        if program is None:
            print("no Chromium is here: what a browser takes is not measured")
            return
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
            for count, page in pages:
                in_browser(browser, count, page)
            browser.close()


def made(folder: Path, stages: int, touchpoints: int) -> Path:
    """Build the page of a journey and return where it is."""
    spec = write(folder / f"{stages * touchpoints}.journey.yaml", stages=stages, touchpoints=touchpoints)
    run((*COMMAND, "build", "-q", "--to", "html", spec), check=True)
    return Path(spec).with_suffix(".html")


def in_browser(browser: "Browser", count: int, file: Path) -> None:
    """Print what a browser takes for a page; of three openings the fastest counts."""
    large = count > SIZES[0][0] * SIZES[0][1]
    ready = min(opened(browser, file) for _ in range(3))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    session = page.context.new_cdp_session(page)
    rows = (
        ("interactive", ready, None if large else 300),
        ("longest frame while moving", longest(page, session, move), 50 if large else None),
        ("filter", longest(page, session, lambda _: page.evaluate(FILTER)), 100 if large else None),
    )
    for title, figure, limit in rows:
        print(f"{f'{title}, {count:,} touchpoints':{TITLE}}{figure:9.0f} ms {said([(figure, limit, 'time')])}")


def opened(browser: "Browser", file: Path) -> float:
    """Return the milliseconds until the scripts of a page have run."""
    page = browser.new_page()
    page.goto(file.as_uri())
    ready: Any = page.evaluate(READY)
    page.close()
    return float(ready)


def move(session: "CDPSession") -> None:
    """Scroll down and aside as a hand does."""
    for x, y in ((0, -4000), (-600, 0), (0, -4000), (300, 4000)):
        gesture = {"x": 600, "y": 400, "xDistance": x, "yDistance": y, "speed": 3000, "gestureSourceType": "mouse"}
        session.send("Input.synthesizeScrollGesture", gesture)


def longest(page: "Page", session: "CDPSession", act: Callable[["CDPSession"], object]) -> float:
    """Do something, and return the CPU milliseconds of the longest task that stood in the way of a frame meanwhile."""
    events: list[dict[str, Any]] = []
    ended: list[object] = []

    def end(event: object) -> None:
        ended.append(event)

    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", end)
    session.send("Tracing.start", {"categories": "toplevel", "transferMode": "ReportEvents"})
    act(session)
    page.wait_for_timeout(300)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    threads = {
        (event["pid"], event["tid"]) for event in events if event.get("args", {}).get("name") == "CrRendererMain"
    }
    tasks = (event for event in events if (event["pid"], event["tid"]) in threads and "RunTask" in event["name"])
    return max((event.get("tdur", 0) / 1000 for event in tasks), default=0.0)


if __name__ == "__main__":
    main()

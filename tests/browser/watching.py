"""A page of the browser, with all that it complained about and all that it loaded."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# The page starts in its second frame, and fades what a filter leaves out in the frame after that.
FOLLOW = """(hash) => new Promise((done) => {
  const after = (frames) => frames ? requestAnimationFrame(() => after(frames - 1)) : done();
  addEventListener("hashchange", () => after(4), {once: true});
  location.hash = hash;
})"""

# Playwright's own `wait_for_function` asks again from within the page, where the page's policy forbids `eval`.
UNTIL = """() => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("not within 20 seconds")), 20000);
  const look = () => (%s) ? done() : requestAnimationFrame(look);
  look();
})"""


class Watched:
    """Opens an address; `said` is what stood on the console, `loaded` what was asked for, data inside aside."""

    def __init__(self, page: "Page", address: str) -> None:
        self.page = page
        self.said: list[str] = []
        self.loaded: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self._note(request.url))
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => null)")

    def _note(self, url: str) -> None:
        if not url.startswith("data:"):
            self.loaded.append(url)

    def ask(self, script: str, argument: str | list[str] | None = None) -> Any:  # noqa: ANN401 - what a script gives is JSON of any shape
        """Return what a script gives. The debugger runs it, so that no policy of the page forbids it."""
        return self.page.evaluate(script, argument)

    def follow(self, hash_: str) -> None:
        """Follow a link to `hash_` within the page, and return when the page shows it, which `goto` does not."""
        self.ask(FOLLOW, hash_)

    def until(self, condition: str) -> None:
        """Return when `condition`, an expression of JavaScript, holds in a frame of the page."""
        self.ask(UNTIL % condition)

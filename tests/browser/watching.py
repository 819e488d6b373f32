"""A page of the browser, with all that it complained about and all that it loaded."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


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

    def ask(self, script: str) -> Any:  # noqa: ANN401 - what a script gives is JSON of any shape
        """Return what a script gives. The debugger runs it, so that no policy of the page forbids it."""
        return self.page.evaluate(script)

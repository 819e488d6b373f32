"""Pages by their addresses, as they are now, for those who ask and those who wait."""

from collections.abc import Callable, Mapping
from threading import Condition

from mapgen.record import record, replace

_PATIENCE = 30.0  # seconds that it may take until there is something to see

ENDING = "~news"
"""Behind the address of a page, the address at which its news are told."""


@record
class PreviewPage:
    """A page as it is sent. `policy` says what it may load and run, `news` is what its script is told, as JSON.

    `version` is of no other content. `parts` are what the pictures of its map have in common, and these pictures.
    """

    content: bytes
    policy: str
    news: str
    version: str = ""
    parts: tuple[str, ...] = ()


class Site:
    """What there is to see; nothing else can be asked for."""

    def __init__(self) -> None:
        """Begin with nothing to see."""
        self._pages: dict[str, PreviewPage] = {}
        self._turn = Condition()

    def show(self, pages: Mapping[str, PreviewPage]) -> None:
        """Put these pages in the place of all that was there, and wake those who wait."""
        with self._turn:
            self._pages = dict(pages)
            self._turn.notify_all()

    def tell(self, address: str, news: str) -> None:
        """Report other news of a page that stays as it is."""
        with self._turn:
            page = self._pages.get(address)
            if page:
                self._pages[address] = replace(page, news=news)
                self._turn.notify_all()

    def page(self, address: str) -> PreviewPage | None:
        """Return the page at an address, such as "/coffee.journey.yaml"; the first who ask wait for the first pages."""
        with self._turn:
            self._turn.wait_for(lambda: self._pages, timeout=_PATIENCE)
            return self._pages.get(address)

    def wake(self) -> None:
        """Have those who wait look whether their waiting is over."""
        with self._turn:
            self._turn.notify_all()

    def news(
        self, address: str, known: str | None, *, patience: float, is_over: Callable[[], bool] = lambda: False
    ) -> str | None:
        """Return the news of a page as soon as they are not what is known; None after so many seconds, or when over."""
        with self._turn:
            self._turn.wait_for(lambda: is_over() or self._told(address) not in {None, known}, timeout=patience)
            told = self._told(address)
            return None if told == known else told

    def _told(self, address: str) -> str | None:
        page = self._pages.get(address)
        return page.news if page else None

// Initial scroll position for a shared link: the first match of its filters, on phones the tabs or the first matching
// touchpoint, below the header.

const arrival = (() => {
  function begin() {
    const asks = location.hash.includes("=") && !state.get("open").length; // an opened item scrolls itself into view
    const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate"; // else the browser restores it
    if (!asks || !fresh) return;
    const narrow = matchMedia("(max-width: 48rem)").matches;
    // after items that do not match are hidden
    requestAnimationFrame(() => requestAnimationFrame(() => (narrow ? start() : filters.reach())));
  }

  function start() {
    const journey = one("#view-journey:not([hidden])");
    const match = journey && one(".stop.faded", journey) && one(".stop:not(.faded)", journey);
    const top = one(".bar").parentElement.offsetTop + one(".front").offsetHeight;
    scrollTo({ left: 0, top, behavior: "instant" });
    if (match) reach(match);
  }

  /** Repeat the scroll while lazily rendered stages above get their final height. */
  function reach(match, again = 6) {
    match.scrollIntoView({ behavior: "instant" });
    if (again) requestAnimationFrame(() => reach(match, again - 1));
  }

  return { begin };
})();

// Where a phone begins that was sent a view: at its tabs, or at the first touchpoint that matches; not above the header.

const arrival = (() => {
  function begin() {
    const asks = location.hash.includes("=") && !state.get("open").length; // what is open is brought into sight itself
    const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate"; // else the browser knows the place
    if (!asks || !fresh || !matchMedia("(max-width: 48rem)").matches) return;
    // once what does not match has made room
    requestAnimationFrame(() => requestAnimationFrame(start));
  }

  function start() {
    const journey = one("#view-journey:not([hidden])");
    const match = journey && one(".stop.faded", journey) && one(".stop:not(.faded)", journey);
    const top = one(".bar").parentElement.offsetTop + one(".front").offsetHeight;
    scrollTo({ left: 0, top, behavior: "instant" });
    if (match) reach(match);
  }

  /** Go there again while stages above, which were far away, get the height that they really have. */
  function reach(match, again = 6) {
    match.scrollIntoView({ behavior: "instant" });
    if (again) requestAnimationFrame(() => reach(match, again - 1));
  }

  return { begin };
})();

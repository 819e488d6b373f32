// The edges of the flow: they fade with their touchpoints, and if no selected scenario uses them.
// Scenarios are listed next to the flow; the selection is a facet, so it is part of the URL.

const trails = (() => {
  const ways = (data.ways ?? []).map((ends, place) => ({
    ends: ends.map((index) => things.list[index]),
    group: document.getElementById(`m-flow-edge-${place + 1}`),
  }));
  const place = one(".trails");

  function begin() {
    if (ways.length) addEventListener("mark", mark);
    if (!place) return;
    one("fieldset", place).hidden = false;
    place.addEventListener("change", (event) => state.set({ scenario: event.target.value ? [event.target.value] : [] }));
    state.watch((changed) => changed.has("scenario") && tell(state.get("scenario")));
  }

  /** Fade the edges that do not match. */
  function mark() {
    const chosen = state.get("scenario");
    const taken = new Set(chosen.flatMap((id) => data.trails[id] ?? []));
    ways.forEach(({ ends, group }, index) => {
      group?.classList.toggle("out", ends.some((end) => end.out) || Boolean(chosen.length && !taken.has(index + 1)));
    });
  }

  /** Show the details of the selected scenarios. */
  function tell(chosen) {
    for (const box of all("input", place)) box.checked = box.value ? chosen.length === 1 && chosen[0] === box.value : !chosen.length;
    for (const trail of all(".trail", place)) trail.hidden = !chosen.includes(trail.dataset.trail);
  }

  return { begin };
})();

// The ways of the flow: they fade with the touchpoints at their ends, and those that no chosen scenario takes fade too.
// The scenarios stand beside the flow; which of them are chosen is a facet like others, so it stands in the address.

const trails = (() => {
  const ways = (data.ways ?? []).map((ends, place) => ({
    ends: ends.map((index) => things.list[index]),
    group: document.getElementById(`mapgen-${data.id}-flow-edge-${place + 1}`),
  }));
  const place = one(".trails");

  function begin() {
    if (ways.length) addEventListener("mark", mark);
    if (!place) return;
    one("fieldset", place).hidden = false;
    place.addEventListener("change", (event) => state.set({ scenario: event.target.value ? [event.target.value] : [] }));
    state.watch((changed) => changed.has("scenario") && tell(state.get("scenario")));
  }

  /** Fade the ways that nobody asks for. */
  function mark() {
    const chosen = state.get("scenario");
    const taken = new Set(chosen.flatMap((id) => data.trails[id] ?? []));
    ways.forEach(({ ends, group }, index) => {
      group?.classList.toggle("out", ends.some((end) => end.out) || Boolean(chosen.length && !taken.has(index + 1)));
    });
  }

  /** Tell what is known of the scenarios that are chosen. */
  function tell(chosen) {
    for (const box of all("input", place)) box.checked = box.value ? chosen.length === 1 && chosen[0] === box.value : !chosen.length;
    for (const trail of all(".trail", place)) trail.hidden = !chosen.includes(trail.dataset.trail);
  }

  return { begin };
})();

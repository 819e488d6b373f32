// Collapsible lanes. The collapsed lanes are part of the URL.

const lanes = (() => {
  const list = data.lanes ?? [];
  const boxes = new Map();

  function begin() {
    state.declare("fold", (lane) => list.some(([id]) => id === lane));
    state.watch((changed) => changed.has("fold") && fold(new Set(state.get("fold"))));
    const place = one(".filters .facets");
    if (!place || list.length < 2) return;
    place.append(make("fieldset", { class: "folding" }, make("legend", {}, data.words["folded-lanes"]), ...list.map(([id, title]) => choice(id, title))));
  }

  function choice(id, title) {
    const box = make("input", { type: "checkbox", value: id, checked: true });
    box.addEventListener("change", () => state.set({ fold: list.map(([lane]) => lane).filter((lane) => !boxes.get(lane).checked) }));
    boxes.set(id, box);
    return make("label", {}, box, make("span", {}, title));
  }

  function fold(folded) {
    for (const [id] of list) if (boxes.has(id)) boxes.get(id).checked = !folded.has(id);
    for (const part of all("[data-lane]")) part.hidden = folded.has(part.dataset.lane);
  }

  return { begin };
})();

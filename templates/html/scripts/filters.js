// The filters: what is asked for stands in the address; what does not match fades in the map and leaves the tables.

const filters = (() => {
  const { facets } = matching;
  const place = one(".filters");
  const boxes = new Map();
  let field = null;
  let status = null;
  let menu = null;

  function begin() {
    for (const facet of facets) state.declare(facet.id, (value) => facet.places.has(value));
    state.declare("text", (value) => value.length <= 200, { many: false });
    state.watch((changed) => {
      if (["text", ...facets.map((facet) => facet.id)].some((key) => changed.has(key))) update();
    });
    if (place) build();
  }

  function build() {
    field = make("input", { type: "search", "aria-label": data.words["text-filter"], placeholder: data.words["text-filter"] });
    field.addEventListener("input", () => state.set({ text: field.value.trim() ? [field.value.trim().slice(0, 200)] : [] }, { push: false }));
    status = make("p", { class: "found", role: "status" });
    menu = make("details", { class: "asked" }, make("summary", {}, data.words.filters), make("div", { class: "facets" }, ...facets.map(dropdown)));
    menu.open = matchMedia("(min-width: 48rem)").matches;
    place.replaceChildren(field, menu, status);
    place.hidden = false;
    document.addEventListener("click", (event) => shut(event.target.closest(".facet")));
    place.addEventListener("keydown", (event) => {
      const open = event.key === "Escape" ? one(".facet[open]", place) : null;
      if (!open) return;
      event.preventDefault();
      open.open = false;
      one("summary", open).focus();
    });
  }

  function shut(except) {
    for (const open of all(".facet[open]", place)) if (open !== except) open.open = false;
  }

  function dropdown(facet) {
    const choices = facet.values.map((value) => choice(facet, value));
    const list = make("fieldset", {}, make("legend", { class: "unseen" }, facet.title), ...choices);
    facet.sign = make("span", { class: "sign" });
    return make("details", { class: "facet" }, make("summary", {}, facet.title, facet.sign), list);
  }

  function choice(facet, value) {
    const box = make("input", { type: "checkbox", value: value.id });
    box.addEventListener("change", () => {
      const own = facet.values.map((other) => other.id).filter((id) => boxes.get(`${facet.id} ${id}`).checked);
      state.set({ [facet.id]: own });
    });
    boxes.set(`${facet.id} ${value.id}`, box);
    value.count = make("span", { class: "count" });
    return make("label", {}, box, make("span", {}, value.name), value.count);
  }

  function update() {
    const text = state.get("text")[0] ?? "";
    const chosen = facets.map((facet) => state.get(facet.id).map((value) => facet.places.get(value)));
    const asked = Boolean(text) || chosen.some((places) => places.length);
    const answer = matching.ask(chosen, text);
    show(answer, chosen, text);
    say(answer, asked);
    requestAnimationFrame(() => mark(asked ? answer.matched : null));
  }

  function show({ counts }, chosen, text) {
    if (!place) return;
    if (document.activeElement !== field) field.value = text;
    facets.forEach((facet, at) => {
      facet.sign.textContent = chosen[at].length ? ` ${chosen[at].length}` : "";
      facet.values.forEach((value, index) => {
        boxes.get(`${facet.id} ${value.id}`).checked = chosen[at].includes(index);
        value.count.textContent = counts[at][index];
        value.count.parentElement.classList.toggle("none", !counts[at][index]);
      });
    });
  }

  function say({ found, total }, asked) {
    if (!place) return;
    if (!asked) return status.replaceChildren();
    const number = data.words["touchpoints-of"].replace("{n}", found).replace("{total}", total);
    const names = facets.flatMap((facet) => {
      const own = state.get(facet.id).map((value) => facet.values[facet.places.get(value)].name);
      return own.length ? [`${facet.title}: ${own.join(", ")}`] : [];
    });
    const text = state.get("text").map((asked_) => `“${asked_}”`);
    const clear = make("button", { type: "button" }, data.words.clear);
    clear.addEventListener("click", () => {
      field.value = "";
      state.set(Object.fromEntries(["text", ...facets.map((facet) => facet.id)].map((key) => [key, []])));
      field.focus();
    });
    const nothing = found ? [] : [make("strong", {}, data.words["nothing-matches"]), " "];
    status.replaceChildren(...nothing, [number, ...names, ...text].join(" · "), " ", clear);
    return undefined;
  }

  /** Fade what does not match in the map and the stages, and take its rows out of the tables; null shows all. */
  function mark(matched) {
    for (const thing of things.list) {
      const out = matched !== null && !matched[thing.index];
      if (out === Boolean(thing.out)) continue;
      thing.out = out;
      for (const group of thing.drawn) group.classList.toggle("faded", out);
      if (!thing.told) continue;
      if (thing.told.closest(".listed")) thing.told.hidden = out;
      else thing.told.classList.toggle("faded", out);
    }
    for (const table of all(".listed")) counted(table, matched !== null);
  }

  /** Say beside a table how many of its rows are left. */
  function counted(table, asked) {
    const note = one(".left", table);
    const rows = all("tbody tr", table);
    const left = rows.filter((row) => !row.hidden).length;
    if (note) note.textContent = asked && left < rows.length ? data.words["rows-of"].replace("{n}", left).replace("{total}", rows.length) : "";
  }

  return { begin };
})();

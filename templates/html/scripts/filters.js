// The filters. Their values are part of the URL; items that do not match fade in the map and are hidden in the tables.
// A filter that the reader changes scrolls to the first match, unless it is in sight.

const filters = (() => {
  const { facets } = matching;
  const place = one(".filters");
  const boxes = new Map();
  const listed = all(".listed").map((table) => ({ table, note: noted(table), rows: all("tbody tr", table) }));
  let field = null;
  let status = null;
  let menu = null;
  let sign = null;
  let changed = false; // by the reader, not by a link or the Back button
  let filtered = false;

  function noted(table) {
    const note = make("p", { class: "left", role: "status" });
    one("h2", table).after(note);
    return note;
  }

  function begin() {
    for (const facet of facets) state.declare(facet.id, (value) => facet.places.has(value));
    state.declare("text", (value) => value.length <= 200, { many: false });
    state.watch((keys) => {
      if (["text", ...facets.map((facet) => facet.id)].some((key) => keys.has(key))) update();
    });
    if (place) build();
  }

  function build() {
    field = make("input", { type: "search", "aria-label": data.words["text-filter"], placeholder: data.words["text-filter"] });
    field.addEventListener("input", () => change({ text: field.value.trim() ? [field.value.trim().slice(0, 200)] : [] }, { push: false }));
    status = make("p", { class: "found", role: "status" });
    sign = make("span", { class: "sign" });
    menu = make("details", {}, make("summary", {}, data.words.filters, sign), make("div", { class: "facets" }, ...facets.map(group)));
    place.replaceChildren(field, menu, status);
    place.hidden = false;
    const bar = place.parentElement;
    new ResizeObserver(() => document.documentElement.style.setProperty("--top", `${bar.offsetHeight}px`)).observe(bar);
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.preventDefault();
      menu.open = false;
      one("summary", menu).focus();
    });
  }

  function group(facet) {
    const choices = facet.values.map((value) => choice(facet, value));
    return make("fieldset", {}, make("legend", {}, facet.title), ...choices);
  }

  function choice(facet, value) {
    const box = make("input", { type: "checkbox", value: value.id });
    box.addEventListener("change", () => {
      const own = facet.values.map((other) => other.id).filter((id) => boxes.get(`${facet.id} ${id}`).checked);
      change({ [facet.id]: own });
    });
    boxes.set(`${facet.id} ${value.id}`, box);
    value.count = make("span", { class: "count" });
    return make("label", {}, box, make("span", {}, value.name), value.count);
  }

  function change(values, options) {
    changed = true;
    state.set(values, options);
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
    const number = chosen.flat().length;
    sign.textContent = number ? ` ${number}` : "";
    facets.forEach((facet, at) => {
      facet.values.forEach((value, index) => {
        boxes.get(`${facet.id} ${value.id}`).checked = chosen[at].includes(index);
        value.count.textContent = counts[at][index];
        value.count.parentElement.classList.toggle("none", !counts[at][index]);
      });
    });
  }

  function say({ found, total }, asked) {
    if (!place) return;
    const lost = facets.flatMap((facet) => state.lost(facet.id).map((value) => `${facet.title}: ${unknown(value)}`));
    if (!asked && !lost.length) return status.replaceChildren();
    const number = data.words["touchpoints-of"].replace("{n}", found).replace("{total}", total);
    const names = facets.flatMap((facet) => {
      const own = state.get(facet.id).map((value) => facet.values[facet.places.get(value)].name);
      return own.length ? [`${facet.title}: ${own.join(", ")}`] : [];
    });
    const text = state.get("text").map((wanted) => `“${wanted}”`);
    const clear = make("button", { type: "button" }, data.words.clear);
    clear.addEventListener("click", () => {
      field.value = "";
      state.set(Object.fromEntries(["text", ...facets.map((facet) => facet.id)].map((key) => [key, []])));
      field.focus();
    });
    const nothing = found || !asked ? [] : [make("strong", {}, data.words["nothing-matches"]), " "];
    const told = [...lost, ...(asked ? [number, ...names, ...text] : [])].join(" · ");
    status.replaceChildren(make("span", {}, ...nothing, told), clear);
    return undefined;
  }

  /** The message for a URL value that its filter does not have. */
  function unknown(value) {
    return data.words["none-called"].replace("{value}", () => value);
  }

  /** Fade items that do not match in the map and the stages, and hide their rows in the tables; null shows all. */
  function mark(matched) {
    for (const thing of things.list) {
      const out = matched !== null && !matched[thing.index];
      if (out === Boolean(thing.out)) continue;
      thing.out = out;
      for (const group of thing.drawn) group.classList.toggle("out", out);
      for (const row of thing.rows) row.hidden = out;
      for (const element of thing.told) element.classList.toggle("faded", out);
    }
    for (const table of listed) counted(table, matched !== null);
    filtered = matched !== null;
    if (changed) reach(matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
    changed = false;
    dispatchEvent(new Event("mark"));
  }

  /** Scroll to the first match in the current view, unless it is in sight. */
  function reach(behavior = "instant") {
    const view = one(".view:not([hidden])");
    const places = things.list
      .filter((thing) => filtered && !thing.out && thing.kind !== "stage")
      .flatMap((thing) => [...thing.drawn, ...thing.told, ...thing.rows])
      .filter((place) => view?.contains(place) && place.getClientRects().length)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    if (!places.length || inSight(places[0].getBoundingClientRect())) return;
    places[0].scrollIntoView({ behavior, block: matchMedia("(max-width: 48rem)").matches ? "start" : "center", inline: "center" });
  }

  function inSight({ top, left, bottom, right }) {
    const low = Math.min(bottom, top + 80); // of a high one, its beginning
    return top >= one(".bar").getBoundingClientRect().bottom && left >= 0 && low <= innerHeight && right <= innerWidth;
  }

  /** Show the number of visible rows next to a table. */
  function counted({ table, note, rows }, asked) {
    const left = rows.filter((row) => !row.hidden).length;
    table.classList.toggle("empty", !left);
    note.textContent = asked && left < rows.length ? data.words["rows-of"].replace("{n}", left).replace("{total}", rows.length) : "";
  }

  return { begin, reach };
})();

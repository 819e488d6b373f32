// The details panel of an item. It is part of the URL: a click opens it, Back and Escape close it.

const details = (() => {
  const panel = one(".panel");
  const NAME = ":scope > .card > .head strong, :scope > .about > h2, :scope h3";
  let opener = null;
  let shown = null;

  function begin() {
    state.declare("open", (id) => things.byId.has(id), { many: false });
    for (const thing of things.list) for (const group of thing.drawn) reachable(thing, group);
    for (const thing of things.list) for (const view of all(".view")) reachableIn(view, thing);
    for (const thing of things.list) for (const element of thing.told) linked(thing, one(NAME, element));
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    state.watch((changed) => changed.has("open") && show(things.byId.get(state.get("open")[0])));
  }

  /** Make an item of the drawing focusable; elements that only describe it get no tab stop. */
  function reachable(thing, group) {
    group.classList.add("thing");
    if (!group.id.endsWith(`-${thing.id}`)) return;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "link");
    group.removeAttribute("aria-label"); // a link is named by its text
  }

  /** Make the first mark of an item focusable in a picture that does not name the item, such as a face. */
  function reachableIn(view, thing) {
    const marks = thing.drawn.filter((group) => view.contains(group));
    if (!marks.length || marks.some((group) => group.hasAttribute("tabindex"))) return;
    const isNamed = packed(marks[0].textContent).includes(packed(thing.name)); // such as a flag
    const name = isNamed ? {} : { "aria-label": things.title(thing) };
    for (const [key, value] of Object.entries({ tabindex: "0", role: "link", ...name })) marks[0].setAttribute(key, value);
  }

  /** Return a text without the spaces at which its lines may break. */
  const packed = (text) => text.replace(/\s/g, "");

  /** Link the name of a touchpoint, stage or persona in a text to its details. */
  function linked(thing, name) {
    name?.replaceChildren(make("a", { href: `#${encodeURIComponent(thing.id)}` }, ...name.childNodes));
  }

  function clicked(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    if (link) {
      const address = link.getAttribute("href") ?? "";
      const id = address.startsWith("#") ? state.decoded(address.slice(1)) : "";
      if (!things.byId.has(id)) return;
      event.preventDefault();
      open(id, link);
      return;
    }
    const stop = event.target.closest(".stop");
    const thing = things.at(event.target) ?? things.list.find(({ told }) => told.includes(stop));
    if (thing && getSelection().isCollapsed && !event.target.closest("button, input, summary")) open(thing.id, things.seen(thing) ?? event.target);
  }

  function pressed(event) {
    if (event.key === "Escape" && shown && !event.defaultPrevented) return close();
    const thing = event.key === "Enter" || event.key === " " ? things.at(event.target) : undefined;
    if (thing && event.target.matches("g.thing[tabindex]")) {
      event.preventDefault();
      open(thing.id, event.target);
    }
    return undefined;
  }

  function open(id, from) {
    if (!panel.contains(from)) opener = from;
    state.set({ open: [id] });
  }

  function close() {
    state.set({ open: [] });
  }

  function show(thing) {
    for (const group of shown?.drawn ?? []) group.classList.remove("open");
    const was = shown;
    shown = thing;
    panel.hidden = !thing;
    document.documentElement.classList.toggle("telling", Boolean(thing));
    if (!thing) return was && back(was);
    panel.replaceChildren(...content(thing));
    panel.scrollTop = 0;
    for (const group of thing.drawn) group.classList.add("open");
    // after the requested view is shown and items that do not match are hidden
    requestAnimationFrame(() => requestAnimationFrame(() => shown === thing && bring(thing)));
    one("h2", panel).focus({ preventScroll: true });
    return undefined;
  }

  /** Scroll to an item in the current view, or else to its parent. */
  function bring(thing) {
    const place = [...thing.drawn, ...thing.told, ...thing.rows].find((element) => element.getClientRects().length);
    if (place) place.scrollIntoView({ block: matchMedia("(max-width: 48rem)").matches ? "start" : "nearest", inline: "nearest" });
    else if (thing.in !== undefined) bring(things.list[thing.in]);
  }

  /** Return the focus to the element that opened the panel. */
  function back(was) {
    const target = opener?.isConnected ? opener : things.seen(was);
    opener = null;
    panel.replaceChildren();
    target?.focus({ preventScroll: true });
  }

  function content(thing) {
    const number = thing.no === undefined || thing.kind === "touchpoint" ? "" : ` · ${thing.no}`;
    const heading = make("h2", { id: "panel-title", tabindex: "-1" }, things.title(thing));
    const bar = make("div", { class: "head-of-panel" }, make("p", { class: "kind" }, data.kinds[thing.kind] + number));
    if (navigator.clipboard) bar.append(copier());
    bar.append(button(data.words.close, "close", close));
    return [bar, heading, make("dl", {}, ...(thing.facts ?? []).flatMap(fact))];
  }

  function copier() {
    const copy = button(data.words["copy-link"], "copy", async () => {
      await navigator.clipboard.writeText(location.href);
      copy.textContent = data.words.copied;
    });
    return copy;
  }

  function button(text, name, act) {
    const made = make("button", { type: "button", class: name }, text);
    made.addEventListener("click", act);
    return made;
  }

  function fact([label, ...lines]) {
    return [make("dt", {}, data.labels[label]), ...lines.map((line) => make("dd", {}, ...runs(line)))];
  }

  /** The content of a line: a text, or an item or link with its description. */
  function runs(line) {
    const { about, text, note, url } = things.told(line);
    const out = [];
    if (about) out.push(make("a", { href: `#${encodeURIComponent(about.id)}` }, things.title(about)));
    if (!about) out.push(url ? outward(url, text) : text);
    if (about && url) out.push(" ", outward(url, "↗", `${about.name} ↗`));
    if (note) out.push(" ", make("small", {}, note));
    return out;
  }

  function outward(url, text, name = null) {
    return make("a", { href: url, rel: "noopener", "aria-label": name }, text);
  }

  return { begin };
})();

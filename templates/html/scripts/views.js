// The views are tabs (ARIA tabs pattern with links); the selected one is part of the URL.

const views = (() => {
  const narrow = matchMedia("(max-width: 48rem)");
  const tabs = new Map(all(".views a").map((tab) => [tab.hash.slice("#view-".length), tab]));
  const left = new Map(); // scroll position of each view
  let shown = null;

  function begin() {
    one(".views").setAttribute("role", "tablist");
    for (const [id, tab] of tabs) {
      tab.parentElement.setAttribute("role", "presentation");
      const panel = section(id);
      set(tab, { role: "tab", id: `tab-${id}`, "aria-controls": panel.id });
      set(panel, { role: "tabpanel", "aria-labelledby": tab.id, tabindex: "-1" });
      panel.removeAttribute("aria-label");
      tab.addEventListener("click", (event) => {
        event.preventDefault();
        choose(id);
      });
    }
    one(".views").addEventListener("keydown", walk);
    state.declare("view", (id) => tabs.has(id), { many: false });
    state.watch((changed) => changed.has("view") && show(current()));
    narrow.addEventListener("change", () => show(current()));
    addEventListener("hashchange", find);
    for (const link of all('a[href^="#view-"]:not([role])')) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        choose(link.hash.slice("#view-".length));
        section(current()).focus({ preventScroll: true });
      });
    }
  }

  /** The id of the requested view; the default is the first one, on phones the vertical journey. */
  function current() {
    return state.get("view")[0] ?? (narrow.matches ? "journey" : tabs.keys().next().value);
  }

  /** Show a view and update the URL. */
  function choose(id) {
    state.set({ view: [id] });
  }

  function show(id) {
    if (id === shown) return;
    const top = one(".bar").parentElement.offsetTop + one(".front").offsetHeight;
    const beyond = scrollY > top;
    if (shown) left.set(shown, [scrollX, scrollY]);
    for (const [other, tab] of tabs) {
      set(tab, { "aria-selected": String(other === id), tabindex: other === id ? "0" : "-1" });
      section(other).hidden = other !== id;
    }
    document.documentElement.dataset.view = id;
    if (shown && beyond) scrollTo({ left: 0, top, behavior: "instant", ...place(left.get(id), top) });
    shown = id;
    dispatchEvent(new Event("view"));
  }

  function place(known, top) {
    return known && known[1] > top ? { left: known[0], top: known[1] } : {};
  }

  /** Follow a link to an anchor in a hidden view. */
  function find() {
    if (state.get("open").length) return; // the URL opens an item, wherever its row is
    const target = document.getElementById(state.decoded(location.hash.slice(1)));
    const panel = target?.closest(".view");
    if (!panel?.hidden) return;
    show(panel.id.slice("view-".length));
    target.scrollIntoView();
  }

  /** Arrow keys, Home and End move between the tabs. */
  function walk(event) {
    const ids = [...tabs.keys()];
    const ahead = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const at = ids.indexOf(shown);
    const to = { [ahead]: at + 1, [back]: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const id = ids.at(to % ids.length);
    choose(id);
    tabs.get(id).focus();
  }

  function section(id) {
    return document.getElementById(`view-${id}`);
  }

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }

  return { begin, choose, current, find };
})();

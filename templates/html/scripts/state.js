// The state of the view, kept in the address' hash so that it can be sent: `#owner=payments&open=pain-card-first`.
// A part declares its keys; what nobody declared, or what its owner finds invalid, is dropped without a word.

const state = (() => {
  const keys = new Map();
  const watchers = [];
  let values = new Map();

  /** Make a key known: `valid` tells which values it takes, `many` whether it takes several. */
  function declare(key, valid, { many = true } = {}) {
    keys.set(key, { valid, many });
  }

  /** The values of a key, an array; empty where there are none. */
  function get(key) {
    return values.get(key) ?? [];
  }

  /** Change some keys: `changes` is an object of arrays. `push` makes it a step that Back undoes. */
  function set(changes, { push = true } = {}) {
    const next = new Map(values);
    for (const [key, found] of Object.entries(changes)) next.set(key, found);
    const address = "#" + written(next);
    if (address !== "#" + written(values)) {
      const target = address === "#" ? location.href.split("#")[0] : address;
      history[push ? "pushState" : "replaceState"](history.state, "", target);
    }
    accept(next);
  }

  /** Be told of every change; `watcher` gets the set of keys that changed. */
  function watch(watcher) {
    watchers.push(watcher);
  }

  /** Read the address, and tell everybody what it says. */
  function begin() {
    addEventListener("popstate", () => accept(read()));
    addEventListener("hashchange", () => accept(read()));
    accept(read(), { all: true });
  }

  function accept(next, { all = false } = {}) {
    const before = values;
    values = next;
    const changed = new Set([...keys.keys()].filter((key) => all || joined(before, key) !== joined(next, key)));
    if (changed.size) for (const watcher of watchers) watcher(changed);
  }

  function joined(from, key) {
    return (from.get(key) ?? []).map(encodeURIComponent).join(",");
  }

  function written(from) {
    const open = from.get("open")?.[0];
    const parts = [...keys.keys()].map((key) => [key, joined(from, key)]).filter(([, text]) => text);
    if (parts.length === 1 && open && plain(open)) return encodeURIComponent(open);
    return parts.map((part) => part.join("=")).join("&");
  }

  function read() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      const id = decoded(hash);
      if (keys.get("open")?.valid(id) && plain(id)) return new Map([["open", [id]]]);
      return values; // a place in the page, which says nothing about the view
    }
    const found = new Map();
    for (const part of hash.split("&")) {
      const [key, text = ""] = part.split("=", 2);
      const rule = keys.get(key);
      const valid = rule ? text.split(",").map(decoded).filter((value) => value && rule.valid(value)) : [];
      if (valid.length) found.set(key, rule.many ? [...new Set(valid)] : valid.slice(0, 1));
    }
    return found;
  }

  /** Whether an id is an address by itself: those of stages and personas lead to places in the page. */
  function plain(id) {
    return !id.startsWith("stage-") && !id.startsWith("persona-");
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  return { declare, get, set, watch, begin, decoded };
})();

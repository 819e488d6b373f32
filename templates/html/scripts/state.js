// The state of the view in the URL hash, so that it can be shared: `#owner=payments&open=pain-card-first`.
// Each part declares its keys. Undeclared keys are dropped silently; invalid values are kept separately.

const state = (() => {
  const keys = new Map();
  const watchers = [];
  let values = new Map();
  let wrong = new Map(); // invalid values in the URL, by key

  /** Declare a key: `valid` checks its values, `many` allows several. */
  function declare(key, valid, { many = true } = {}) {
    keys.set(key, { valid, many });
  }

  /** The values of a key as an array, which can be empty. */
  function get(key) {
    return values.get(key) ?? [];
  }

  /** The invalid values of a key in the URL, shortened for display. */
  function lost(key) {
    return wrong.get(key) ?? [];
  }

  /** Change keys: `changes` is an object of arrays. `push` adds a history entry, so that Back undoes the change. */
  function set(changes, { push = true } = {}) {
    const next = new Map(values);
    for (const [key, found] of Object.entries(changes)) next.set(key, found);
    const address = "#" + written(next);
    if (wrong.size || address !== "#" + written(values)) {
      const target = address === "#" ? location.href.split("#")[0] : address;
      history[push ? "pushState" : "replaceState"](history.state, "", target);
    }
    accept([next, new Map()]);
  }

  /** Subscribe to changes; `watcher` gets the set of changed keys. */
  function watch(watcher) {
    watchers.push(watcher);
  }

  /** Read the URL and notify all watchers. */
  function begin() {
    addEventListener("popstate", () => accept(read()));
    addEventListener("hashchange", () => accept(read()));
    accept(read(), { all: true });
  }

  function accept(next, { all = false } = {}) {
    const before = [values, wrong];
    [values, wrong] = next;
    const differs = (key) => before.some((from, place) => joined(from, key) !== joined(next[place], key));
    const changed = new Set([...keys.keys()].filter((key) => all || differs(key)));
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

  /** The valid values in the URL by key, and the invalid ones. */
  function read() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      const id = decoded(hash);
      if (keys.get("open")?.valid(id) && plain(id)) return [new Map([["open", [id]]]), new Map()];
      return [values, wrong]; // an anchor in the page, not a view state
    }
    const [found, unknown] = [new Map(), new Map()];
    for (const part of hash.split("&")) {
      const [key, text = ""] = part.split("=", 2);
      const rule = keys.get(key);
      const asked = rule ? text.split(",").map(decoded).filter(Boolean) : [];
      const valid = asked.filter((value) => rule.valid(value));
      const other = asked.filter((value) => !rule.valid(value)).map((value) => value.slice(0, 60));
      if (other.length) unknown.set(key, [...new Set(other)].slice(0, 5));
      if (valid.length) found.set(key, rule.many ? [...new Set(valid)] : valid.slice(0, 1));
    }
    return [found, unknown];
  }

  /** Whether an id is an anchor by itself: ids of stages and personas are anchors in the page. */
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

  return { declare, get, lost, set, watch, begin, decoded };
})();

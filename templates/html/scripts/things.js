// The items of the journey (touchpoints, pain points, owners …) and their elements in the page.

const things = (() => {
  const root = "m-";
  const list = (data.things ?? []).map((row) => Object.fromEntries(data.fields.map((field, at) => [field, row[at] ?? undefined])));
  const byId = new Map(list.map((thing) => [thing.id, thing]));
  const VIEW = /^(?:poster|flow|funnel|slide)-/;
  const VOLUME = /^volume-/; // a stretch of the river
  const STOP = /^stop-/;
  const AGAIN = /\.\d+$/; // a stage can span several rows of the flow
  const PARTS = /^(?:(?:thought|moment|emotion)-(.*)|exit-(.*)\.\d+)$/; // exits of a place are numbered

  list.forEach((thing, index) => {
    thing.index = index;
    thing.kind = thing.id.split("-", 1)[0];
    thing.is = (data.facets ?? []).map((_, place) => {
      const own = thing.is[place];
      return typeof own === "number" ? [own] : own === undefined ? [] : own;
    });
    thing.parts = [];
    thing.drawn = [];
    thing.told = [];
    thing.rows = [];
    const own = document.getElementById(thing.id);
    if (own) (own.matches("tr") ? thing.rows : thing.told).push(own);
    if (own?.matches("tr")) one("a:not([href])", own)?.setAttribute("href", `#${encodeURIComponent(thing.id)}`);
  });
  for (const element of all(".listed tbody tr:not([id]), .plot a, .stop")) {
    const link = element.matches("a") ? element : one('a[href^="#"]', element);
    const thing = byId.get(element.matches(".stop") ? element.id.replace(STOP, "touchpoint-") : link?.getAttribute("href").slice(1));
    if (thing) (element.matches("tr") ? thing.rows : thing.told).push(element);
  }
  for (const thing of list) if (thing.in !== undefined) list[thing.in].parts.push(thing);
  for (const group of all(`svg g[id^="${CSS.escape(root)}"]`)) {
    const thing = named(group.id.slice(root.length));
    if (thing) thing.drawn.push(group);
  }

  /** The item of a group in the drawing: by its own id, or by that of its touchpoint or stage. */
  function named(drawn) {
    const id = drawn.replace(VIEW, "").replace(VOLUME, "stage-");
    const part = PARTS.exec(id);
    if (!part) return byId.get(id) ?? byId.get(id.replace(AGAIN, ""));
    const place = part[1] ?? part[2];
    return byId.get(`touchpoint-${place}`) ?? byId.get(`stage-${place}`);
  }

  /** The item at an event target, or undefined. */
  function at(target) {
    const group = target.closest(`svg g[id^="${CSS.escape(root)}"]`);
    if (!group) return undefined;
    return named(group.id.slice(root.length)) ?? (group.parentElement ? at(group.parentElement) : undefined);
  }

  /** The elements of an item in the current drawing. */
  function seen(thing) {
    return thing.drawn.find((group) => group.getClientRects().length);
  }

  /** The name of an item; for a touchpoint, with its number. */
  function title(thing) {
    return thing.kind === "touchpoint" ? `${thing.no}\u00a0${thing.name}` : thing.name;
  }

  /** What a line of a fact says: a text, or an item by its index; an array adds its description and address. */
  function told(line) {
    const [what, note, url] = Array.isArray(line) ? line : [line];
    const about = typeof what === "number" ? list[what] : undefined;
    return { about, text: what, note: note ?? about?.n, url: url ?? about?.u };
  }

  return { list, byId, at, seen, title, told };
})();

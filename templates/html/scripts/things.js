// The things of the journey (touchpoints, pain points, owners …), and where each of them stands on the page.

const things = (() => {
  const root = `mapgen-${data.id}-`;
  const list = data.things ?? [];
  const byId = new Map(list.map((thing) => [thing.id, thing]));
  const VIEW = /^(?:flow|funnel)-/;
  const AGAIN = /\.\d+$/; // a stage may stand in several rows of the flow
  const PARTS = /^(?:thought|moment|emotion|exit)-([^.]*)/;

  list.forEach((thing, index) => {
    thing.index = index;
    thing.parts = [];
    thing.drawn = [];
    thing.told = [];
    thing.rows = [];
    const own = document.getElementById(thing.id);
    if (own && !own.dataset.of) (own.matches("tr") ? thing.rows : thing.told).push(own);
  });
  for (const element of all("[data-of]")) {
    const thing = byId.get(element.dataset.of);
    if (thing) (element.matches("tr") ? thing.rows : thing.told).push(element);
  }
  for (const thing of list) if (thing.in !== undefined) list[thing.in].parts.push(thing);
  for (const group of all(`svg g[id^="${CSS.escape(root)}"]`)) {
    const thing = named(group.id.slice(root.length));
    if (thing) thing.drawn.push(group);
  }

  /** The thing that a group of the picture is about: by its own id, or that of the touchpoint or stage it tells of. */
  function named(drawn) {
    const id = drawn.replace(VIEW, "");
    const place = PARTS.exec(id)?.[1];
    if (place === undefined) return byId.get(id) ?? byId.get(id.replace(AGAIN, ""));
    return byId.get(`touchpoint-${place}`) ?? byId.get(`stage-${place}`);
  }

  /** The thing that stands where something happened on the page; undefined where that is none. */
  function at(target) {
    const group = target.closest(`svg g[id^="${CSS.escape(root)}"]`);
    if (!group) return undefined;
    return named(group.id.slice(root.length)) ?? (group.parentElement ? at(group.parentElement) : undefined);
  }

  /** Where a thing is drawn in the picture that is shown. */
  function seen(thing) {
    return thing.drawn.find((group) => group.getClientRects().length);
  }

  /** The name of a thing, with its number where it is a touchpoint. */
  function title(thing) {
    return thing.kind === "touchpoint" ? `${thing.no}\u00a0${thing.name}` : thing.name;
  }

  return { list, byId, at, seen, title };
})();

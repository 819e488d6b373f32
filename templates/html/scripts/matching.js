// Filter values -> matching items, and the number of touchpoints that each further value would match.
// Values of one facet are ORed; facets and the words of the search text are ANDed.

const matching = (() => {
  const facets = (data.facets ?? []).map(([id, title, values]) => ({
    id,
    title,
    values: values.map(([value, name]) => ({ id: value, name })),
    places: new Map(values.map(([value], place) => [value, place])),
  }));
  const points = things.list.filter((thing) => thing.kind === "touchpoint");
  const matched = new Uint8Array(things.list.length);

  /** A text normalized for comparison, without case and accents. */
  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** The searchable text of an item; built on the first search. */
  function told(thing) {
    thing.text ??= folded([thing.name, ...(thing.facts ?? []).flatMap((fact) => fact.slice(1).flatMap(written))].join("\n"));
    return thing.text;
  }

  function written(line) {
    const { about, text, note } = things.told(line);
    return [about?.name ?? text, note ?? ""];
  }

  /** Compute the matches; `chosen` has the indexes of the selected values of each facet. */
  function ask(chosen, text) {
    const words = folded(text).split(/\s+/).filter(Boolean);
    const wanted = chosen.map((places) => (places.length ? new Set(places) : null));
    const counts = facets.map((facet) => new Uint32Array(facet.values.length));
    const last = facets.map((facet) => new Int32Array(facet.values.length).fill(-1));
    for (const thing of things.list) {
      const failed = failures(thing, wanted, words);
      matched[thing.index] = failed === -1 ? 1 : 0;
      if (failed !== -2) count(thing, failed, counts, last);
    }
    for (const point of points) if (point.parts.some((part) => matched[part.index])) matched[point.index] = 1;
    for (const thing of things.list) if (thing.kind === "stage" && thing.parts.some((part) => matched[part.index])) matched[thing.index] = 1;
    for (const thing of things.list) if (thing.has && concerned(thing, wanted) && thing.has.some((index) => matched[index])) matched[thing.index] = 1;
    return { matched, counts, found: points.filter((point) => matched[point.index]).length, total: points.length };
  }

  /** -1 if an item matches, the index of the only facet that it fails, or -2 if it fails several. */
  function failures(thing, wanted, words) {
    let failed = -1;
    for (let place = 0; place < wanted.length; place += 1) {
      const own = thing.is[place];
      if (!wanted[place] || own === null || own.some((value) => wanted[place].has(value))) continue;
      if (failed !== -1) return -2;
      failed = place;
    }
    return words.every((word) => told(thing).includes(word)) ? failed : -2;
  }

  /** Whether an item has selected values only, so that an owner does not match through a shared stage. */
  function concerned(thing, wanted) {
    return wanted.every((values, place) => !values || !thing.is[place]?.length || thing.is[place].some((value) => values.has(value)));
  }

  /** Count the touchpoint of an item once for each value that would match it. */
  function count(thing, failed, counts, last) {
    const point = thing.kind === "touchpoint" ? thing.index : thing.in;
    if (point === undefined || things.list[point].kind !== "touchpoint") return;
    for (let place = 0; place < facets.length; place += 1) {
      if (failed !== -1 && failed !== place) continue;
      for (const value of thing.is[place] ?? []) {
        if (last[place][value] === point) continue;
        last[place][value] = point;
        counts[place][value] += 1;
      }
    }
  }

  return { facets, ask };
})();

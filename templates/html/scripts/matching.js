// What is asked for -> which things match, and how many touchpoints there would be with one value more.
// Several values of a facet are alternatives, several facets are conditions; so is each word of the text.

const matching = (() => {
  const facets = (data.facets ?? []).map(([id, title, values]) => ({
    id,
    title,
    values: values.map(([value, name]) => ({ id: value, name })),
    places: new Map(values.map(([value], place) => [value, place])),
  }));
  const points = things.list.filter((thing) => thing.kind === "touchpoint");
  const matched = new Uint8Array(things.list.length);

  /** Letters as they are compared: without case and accents. */
  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** All that is told of a thing in one text; made when somebody first looks for a text. */
  function told(thing) {
    thing.text ??= folded([thing.name, ...(thing.facts ?? []).flatMap((fact) => fact.slice(1).flatMap(written))].join("\n"));
    return thing.text;
  }

  function written(line) {
    if (typeof line === "string") return [line];
    const about = things.list[line.a ?? line];
    return [about ? about.name : line.t, line.n ?? about?.n ?? ""];
  }

  /** Find out what matches: `chosen` are the places of the values that are asked for, facet by facet. */
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

  /** -1 where a thing matches, the place of the facet that alone it fails, -2 where it fails more. */
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

  /** Whether a thing has none but values that are asked for: another owner is not found by a stage that both are in. */
  function concerned(thing, wanted) {
    return wanted.every((values, place) => !values || !thing.is[place]?.length || thing.is[place].some((value) => values.has(value)));
  }

  /** Count the touchpoint of a thing once for each value that would find it. */
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

// Two versions of a map in one place: one is shown at a time, and a change in the list links to its card.

const compare = (() => {
  function begin() {
    for (const section of all(".comparison")) {
      const turn = one(".turn", section);
      if (!turn) continue;
      turn.hidden = false;
      turn.addEventListener("change", () => show(section));
      show(section);
    }
    addEventListener("click", lead, { capture: true });
    addEventListener("hashchange", find);
    find();
  }

  /** Show the selected version at the scroll position of the previous one. */
  function show(section) {
    const chosen = one(".turn :checked", section).value;
    for (const figure of all("figure", section)) figure.hidden = figure.dataset.version !== chosen;
  }

  /** Show the target's version before following a link to it. */
  function lead(event) {
    const link = event.target.closest?.(".told a");
    if (link) uncover(link.hash);
  }

  function find() {
    const target = uncover(location.hash);
    target?.scrollIntoView({ block: "center", inline: "center" });
  }

  function uncover(hash) {
    const target = document.getElementById(decoded(hash.slice(1)));
    const figure = target?.closest("figure");
    if (!figure) return null;
    const section = figure.closest(".comparison");
    one(`.turn [value="${CSS.escape(figure.dataset.version)}"]`, section).checked = true;
    show(section);
    return target;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  return { begin };
})();

ground.begin();
compare.begin();

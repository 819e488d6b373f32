// Whether the flow and the funnel show the figures of the plan, those observed, or both; and which part of the data.
// The selection is part of the URL. Widths of lines stay those of all of the data.

const observed = (() => {
  const known = data.observed;
  const form = one(".seen");
  const parts = [];

  function begin() {
    if (!known || !form) return;
    for (const [id, isNew, figures] of known.groups) collect(document.getElementById(`m-${id}`), isNew, figures.split(" "));
    state.declare("figures", (value) => value === "planned" || value === "observed", { many: false });
    state.declare("cut", (value) => value !== "" && known.cuts.includes(value), { many: false });
    state.watch((changed) => (changed.has("figures") || changed.has("cut")) && show());
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const chosen = (value) => (value ? [value] : []);
      state.set({ figures: chosen(form.elements.figures.value), cut: chosen(form.elements.cut.value) });
    });
    addEventListener("view", follow);
  }

  /** Remember the text of a group that tells its figure of all of the data, and what goes with it. */
  function collect(group, isNew, figures) {
    if (!group) return;
    const texts = all("text", group);
    const [whole, title] = [written(figures[0]), one("title", group)];
    const text = texts.findLast((found) => found.textContent.includes(figures[0] === "-" ? "%" : whole));
    if (!text) return;
    const [label, lines] = [texts.length === 1 && one("rect", group), group.id.startsWith("m-funnel-") ? all("path[stroke]", group) : []];
    const beside = isNew ? [group] : [text, ...(label ? [label] : []), ...lines];
    const plan = lines.length && text.previousElementSibling;
    const top = Math.min(...all("path:not([stroke])", group).map(height));
    parts.push({ text, title, figures, whole, beside, plan, lines, top, was: text.textContent, told: title?.textContent });
  }

  /** The height at which a path begins, in pixels of the picture. */
  function height(path) {
    return Number(/,([\d.]+)/.exec(path.getAttribute("d"))[1]);
  }

  function show() {
    const mode = state.get("figures")[0] ?? "";
    const at = Math.max(0, known.cuts.indexOf(state.get("cut")[0] ?? ""));
    form.elements.figures.value = mode;
    form.elements.cut.value = known.cuts[at];
    form.elements.cut.disabled = mode === "planned";
    one("output", form).textContent = written(known.as.split(" ")[at]);
    for (const part of parts) put(part, mode, at);
  }

  function put({ text, title, figures, whole, beside, plan, lines, top, was, told }, mode, at) {
    const [planned, observed] = [mode === "planned", mode === "observed"];
    const isMeasured = figures[0] !== "-";
    const digits = figures[at] ?? "-";
    const figure = written(digits);
    const [before, behind] = was.split(known.arrow);
    const own = before.trim();
    if (isMeasured) {
      const kind = own.split(" ").slice(0, -1);
      const alone = planned ? own : [...kind, figure].join(" ");
      text.textContent = mode && behind !== undefined ? alone : last(was, whole, figure);
      if (title) title.textContent = planned ? told : last(told, whole, figure);
    }
    const isLeft = isMeasured ? !planned || (behind !== undefined && own) : !observed;
    for (const element of beside) element.style.display = isLeft ? "" : "none";
    if (plan) plan.style.display = observed ? "none" : "";
    const factor = digits === "-" ? 0 : Number.parseFloat(digits.replace(",", ".")) / Number.parseFloat(figures[0].replace(",", "."));
    for (const line of lines) {
      line.style.transform = factor ? `translateY(${(factor - 1) * (height(line) - top)}px)` : "";
      if (!factor) line.style.display = "none";
    }
  }

  /** Replace the last occurrence of a text. */
  function last(within, text, other) {
    const at = within.lastIndexOf(text);
    return at < 0 ? within : within.slice(0, at) + other + within.slice(at + text.length);
  }

  /** Write a figure as the pictures do; one that is hidden is a dash. */
  function written(digits) {
    return digits === "-" ? "\u2013" : known.percent.replace("0", digits);
  }

  /** Stand above the picture that is shown. */
  function follow() {
    const panel = document.getElementById(`view-${views.current()}`);
    if (panel?.id === "view-flow" || panel?.id === "view-funnel") panel.prepend(form);
  }

  return { begin };
})();

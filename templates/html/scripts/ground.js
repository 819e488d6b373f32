// Light or dark: the page and its pictures follow the system until somebody says otherwise, which is kept in the browser.

const ground = (() => {
  const KEY = "mapgen-ground";
  const button = one(".ground");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes("prefers-color-scheme"));
  let chosen = null; // "dark", "light", or what the system prefers

  function begin() {
    button.hidden = rules.length === 0;
    button.addEventListener("click", () => choose(button.getAttribute("aria-pressed") !== "true"));
    system.addEventListener("change", () => chosen ?? show(system.matches));
    button.setAttribute("aria-pressed", String(system.matches));
    if (rules.length) chosen = kept();
    if (chosen) show(chosen === "dark");
  }

  /** Take a side; who comes back to that of the system follows it again. */
  function choose(dark) {
    chosen = dark === system.matches ? null : dark ? "dark" : "light";
    keep();
    show(dark);
  }

  /** Take the place of what the system prefers. Pictures carry the same question, so each is answered. */
  function show(dark) {
    for (const rule of rules) rule.media.mediaText = dark ? "screen" : "not all";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    button.setAttribute("aria-pressed", String(dark));
  }

  function kept() {
    try {
      const found = localStorage.getItem(KEY);
      return found === "dark" || found === "light" ? found : null;
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      if (chosen) localStorage.setItem(KEY, chosen);
      else localStorage.removeItem(KEY);
    } catch {
      // where nothing may be stored, it is forgotten
    }
  }

  return { begin };
})();

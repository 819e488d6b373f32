// Color scheme: the page and its drawings follow the system setting unless the reader overrides it, which the browser stores.

const ground = (() => {
  const KEY = "mapgen-ground";
  const button = one(".ground");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes("prefers-color-scheme"));
  let chosen = null; // "dark", "light", or null for the system setting

  function begin() {
    button.hidden = rules.length === 0;
    button.addEventListener("click", () => choose(button.getAttribute("aria-pressed") !== "true"));
    system.addEventListener("change", () => chosen ?? show(system.matches));
    button.setAttribute("aria-pressed", String(system.matches));
    if (rules.length) chosen = kept();
    if (chosen) show(chosen === "dark");
  }

  /** Choose a scheme; choosing the one of the system follows the system again. */
  function choose(dark) {
    chosen = dark === system.matches ? null : dark ? "dark" : "light";
    keep();
    show(dark);
  }

  /** Override the media query for the color scheme, in the page and in every drawing. */
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
      // storage is blocked; the choice is not kept
    }
  }

  return { begin };
})();

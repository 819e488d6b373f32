// Light or dark: the page and its pictures follow the system until somebody says otherwise.

const ground = (() => {
  const button = one(".ground");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes("prefers-color-scheme"));

  function begin() {
    button.hidden = rules.length === 0;
    button.addEventListener("click", () => choose(button.getAttribute("aria-pressed") !== "true"));
    system.addEventListener("change", () => choose(system.matches));
    button.setAttribute("aria-pressed", String(system.matches));
  }

  /** Take the place of what the system prefers. Pictures carry the same question, so each is answered. */
  function choose(dark) {
    for (const rule of rules) rule.media.mediaText = dark ? "screen" : "not all";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    button.setAttribute("aria-pressed", String(dark));
  }

  return { begin };
})();

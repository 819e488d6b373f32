"use strict";
(() => {
  // Reloads the page when its spec changes, and shows the diagnostics that prevent a build in a bar below it.
  const {run, version} = document.currentScript.dataset;
  const STATE = `mapgen ${location.pathname}`;
  const SCROLLERS = "body, body :is(div, section, main, nav, aside, dialog, ul, ol, table)";
  const PATIENCE = 1500;
  const MOMENT = 400;
  const WORDS = {error: "error", warning: "warning", info: "note"};

  const host = document.createElement("div");
  host.lang = "en";
  host.dir = "ltr";
  const root = host.attachShadow({mode: "open"});
  root.append(document.getElementById("mapgen-notices").content.cloneNode(true));
  const [box, said, first, list] = ["details", "summary b", ".first", "ol"].map((name) => root.querySelector(name));
  const status = root.querySelector("[role=status]");

  // View state that is not in the URL: scroll positions and focus.
  // An element is identified by its id, else by its index among the elements of its class.
  function named(element) {
    return element.id ? {id: element.id} : {name: element.className, at: [...alike(element.className)].indexOf(element)};
  }

  function found({id, name, at}) {
    return id ? document.getElementById(id) : alike(name)[at];
  }

  function alike(name) {
    return document.getElementsByClassName(name);
  }

  function keep() {
    const scrolled = [...document.querySelectorAll(SCROLLERS)].filter((one) => one.scrollLeft || one.scrollTop);
    const state = {
      at: [scrollX, scrollY],
      scrolled: scrolled.map((one) => ({...named(one), left: one.scrollLeft, top: one.scrollTop})),
      focus: document.activeElement && named(document.activeElement),
      open: box.open,
    };
    try { sessionStorage.setItem(STATE, JSON.stringify(state)); } catch { /* storage is blocked; the state is lost */ }
  }

  function restore({at, scrolled, focus}) {
    for (const one of scrolled) found(one)?.scrollTo({left: one.left, top: one.top, behavior: "instant"});
    if (focus) found(focus)?.focus({preventScroll: true});
    scrollTo({left: at[0], top: at[1], behavior: "instant"});
  }

  function restored() {
    let state = null;
    try {
      state = JSON.parse(sessionStorage.getItem(STATE));
      sessionStorage.removeItem(STATE);
    } catch { /* nothing was stored */ }
    if (!state) return;
    box.open = state.open;
    let frames = 4; // in the first frames, the page's own script may scroll
    const again = () => {
      restore(state);
      frames -= 1;
      if (frames) requestAnimationFrame(again);
    };
    again();
  }

  // An update contains the changed drawings, before their page is built, and they are shown at once. The page follows
  // after a pause in the updates. `document.write` restarts it like a reload does, in half the time.
  let shown = version;
  let pause;
  let rewriting = false;

  function renew(latest) {
    const quick = latest.run === run && latest.since === shown && latest.pictures !== null;
    if (quick) draw(latest.pictures);
    if (latest.run === run && latest.version === shown) return;
    shown = latest.version;
    clearTimeout(pause);
    pause = setTimeout(() => rewrite(latest.run), quick ? MOMENT : 0);
  }

  function draw(pictures) {
    const old = document.querySelectorAll("#map svg:not(.unseen)");
    for (const [at, text] of pictures) {
      const picture = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
      for (const group of old[at].querySelectorAll("[id][class]")) {
        picture.querySelector(`#${CSS.escape(group.id)}`)?.setAttribute("class", group.getAttribute("class")); // keep the fading of filters
      }
      const frame = old[at].parentElement.style;
      const {width, height} = picture.viewBox.baseVal;
      if (frame.aspectRatio) frame.aspectRatio = `${width} / ${height}`;
      old[at].replaceWith(picture);
    }
  }

  async function rewrite(latestRun) {
    if (rewriting) return;
    rewriting = true;
    try {
      const answer = await fetch(location.pathname, {cache: "no-store"});
      if (!answer.ok) return;
      const text = await answer.text();
      keep();
      if (latestRun !== run) {
        location.reload(); // another server process has another Content-Security-Policy
        return;
      }
      news.close();
      clearTimeout(pause);
      document.open();
      document.write(text);
      document.close();
    } catch {
      // The server stopped during the request; `onerror` reports it if it does not come back.
    } finally {
      rewriting = false;
    }
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function entry({severity, code, message, place, excerpt, hint}) {
    const lines = excerpt?.some((part) => part)
      ? element("pre", "", excerpt[0], element("mark", "", excerpt[1]), excerpt[2])
      : null;
    if (lines) lines.tabIndex = 0;
    return element(
      "li",
      severity,
      element("p", "what", element("b", "", WORDS[severity]), " ", message),
      element("p", "where", place ? `${place} · ${code}` : code),
      lines,
      hint ? element("p", "", element("b", "", "hint"), " ", hint) : null,
    );
  }

  function counted(notices) {
    const counts = Object.entries(WORDS).map(([severity, word]) => {
      const count = notices.filter((one) => one.severity === severity).length;
      return count ? `${count} ${word}${count === 1 ? "" : "s"}` : "";
    });
    return counts.filter(Boolean).join(", ");
  }

  // A thin bar has the number of notices and the worst one; it opens on demand, so that the last good map stays in sight.
  function show(notices) {
    const worst = notices.find((one) => one.severity === "error");
    const text = counted(notices);
    list.replaceChildren(...notices.map(entry));
    box.hidden = notices.length === 0;
    box.open &&= notices.length > 0;
    box.className = worst ? "error" : "";
    said.textContent = text;
    first.textContent = worst ? ` · ${worst.place ? `${worst.place}: ` : ""}${worst.message}` : "";
    status.textContent = worst ? `${text}; showing the last successful build` : "";
    document.body.style.paddingBlockEnd = box.hidden ? "" : `${said.parentElement.offsetHeight + 3}px`;
  }

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation(); // the page closes its own panel with Escape
    box.open = false;
    said.parentElement.focus();
  });

  let news;
  let silence;

  function listen() {
    news?.close();
    news = new EventSource(`${location.pathname}~news`);
    news.onopen = () => {
      clearTimeout(silence);
      silence = undefined;
      root.querySelector(".ended").hidden = true;
    };
    news.onmessage = (event) => {
      const latest = JSON.parse(event.data);
      renew(latest);
      show(latest.notices);
    };
    news.onerror = () => {
      silence ??= setTimeout(() => { root.querySelector(".ended").hidden = false; }, PATIENCE);
    };
  }

  // Browsers limit connections per server, so hidden pages close theirs.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) news?.close();
    else listen();
  });

  document.documentElement.append(host);
  restored();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
  else listen();
})();

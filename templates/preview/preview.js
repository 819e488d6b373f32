"use strict";
(() => {
  // Keeps the page as new as its spec, and shows over it what stands in the way of a newer one.
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
  const [box, said, list] = ["details", "summary", "ol"].map((name) => root.querySelector(name));
  const status = root.querySelector("[role=status]");

  // What the reader sees and has not put into the address: where each part is scrolled to, and what has the focus.
  // An element is known by its id, else by being the first, second … of its class.
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
      read: box.open ? said.textContent : "",
    };
    try { sessionStorage.setItem(STATE, JSON.stringify(state)); } catch { /* where nothing may be stored, it is lost */ }
  }

  let read = "";

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
    read = state.read;
    let frames = 4; // in the first of them, the page's own script may bring things into sight
    const again = () => {
      restore(state);
      frames -= 1;
      if (frames) requestAnimationFrame(again);
    };
    again();
  }

  // The pictures that have changed come with the news, even before their page is made, and are shown at once. The page
  // follows when no news have come for a moment: it is written anew, and so begins anew, like one that is loaded, in half
  // the time.
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
        picture.querySelector(`#${CSS.escape(group.id)}`)?.setAttribute("class", group.getAttribute("class")); // it may be faded
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
        location.reload(); // another run has another policy
        return;
      }
      news.close();
      clearTimeout(pause);
      document.open();
      document.write(text);
      document.close();
    } catch {
      // The preview has ended between two words; it is told when it does not come back.
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

  function show(notices) {
    const bad = notices.some((one) => one.severity === "error");
    const text = counted(notices);
    list.replaceChildren(...notices.map(entry));
    box.hidden = notices.length === 0;
    box.open = bad || (text !== "" && text === (box.open ? said.textContent : read));
    box.className = bad ? "error" : "";
    said.textContent = text;
    status.textContent = bad ? `${text}; this is the last map that could be made` : "";
  }

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

  // A browser keeps few connections to one server: a page that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) news?.close();
    else listen();
  });

  document.documentElement.append(host);
  restored();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
  else listen();
})();
